#include "core/operation.h"

#include <array>
#include <charconv>

#include "base/text.h"

namespace git_session {
namespace {

constexpr std::string_view first_line = "git-session operation 1";
constexpr std::string_view nothing = "-";
constexpr size_t id_digits = 64;
constexpr int octal = 8;
constexpr unsigned most_mode = 0777;

/// A path on one line, between tabs.
std::string escape_path(std::string_view path) {
  std::string escaped;
  for (char byte : path) {
    if (byte == '\\')
      escaped += "\\\\";
    else if (byte == '\t')
      escaped += "\\t";
    else if (byte == '\n')
      escaped += "\\n";
    else
      escaped += byte;
  }
  return escaped;
}

std::string unescape_path(std::string_view escaped) {
  std::string path;
  for (size_t i = 0; i < escaped.size(); ++i) {
    bool is_escape = escaped[i] == '\\' && i + 1 < escaped.size();
    if (!is_escape) {
      path += escaped[i];
      continue;
    }
    char letter = escaped[++i];
    path += letter == 't' ? '\t' : letter == 'n' ? '\n' : letter;
  }
  return path;
}

std::string id_or_dash(const std::string& id) { return id.empty() ? std::string(nothing) : id; }
std::string without_dash(const std::string& id) { return id == nothing ? std::string() : id; }

std::optional<FileStep::Kind> kind_named(std::string_view name) {
  using Kind = FileStep::Kind;
  for (Kind kind : {Kind::write, Kind::copy, Kind::move, Kind::remove, Kind::move_folder})
    if (name == name_of(kind)) return kind;
  return std::nullopt;
}

bool is_id(std::string_view text) {
  return text == nothing ||
         (text.size() == id_digits && text.find_first_not_of("0123456789abcdef") == text.npos);
}

/// "remove:755"
bool read_kind(std::string_view text, FileStep& step) {
  const size_t colon = text.find(':');
  auto kind = kind_named(text.substr(0, colon));
  if (!kind) return false;
  step.kind = *kind;
  if (colon == text.npos) return true;
  const std::string_view digits = text.substr(colon + 1);
  auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), step.mode, octal);
  return error == std::errc() && end == digits.data() + digits.size() && step.mode <= most_mode;
}

/// "write<TAB>BEFORE<TAB>AFTER<TAB>PATH", then "<TAB>SOURCE" where there is one.
std::optional<FileStep> parse_step(std::string_view line) {
  std::vector<std::string> fields = split(line, '\t');
  if (fields.size() < 4 || fields.size() > 5) return std::nullopt;
  FileStep step;
  if (!read_kind(fields[0], step) || !is_id(fields[1]) || !is_id(fields[2])) return std::nullopt;
  step.before = without_dash(fields[1]);
  step.after = without_dash(fields[2]);
  step.path = unescape_path(fields[3]);
  if (fields.size() == 5) step.source = unescape_path(fields[4]);
  return step;
}

void read_line(std::string_view line, Operation& operation) {
  size_t blank = line.find(' ');
  std::string_view key = line.substr(0, blank);
  std::string_view value = blank == line.npos ? "" : line.substr(blank + 1);
  if (key == "verb") operation.verb = value;
  if (key == "time") operation.time = parse_rfc3339(value).value_or(Instant{});
  if (key == "planned") operation.planned = true;
  if (key == "end") operation.finished = true;
  if (key == "abandoned") operation.abandoned = true;
  if (key == "undoes")
    if (auto number = parse_integer(value)) operation.undoes = static_cast<int>(*number);
}

}  // namespace

std::string operation_head(const Operation& operation) {
  std::string text(first_line);
  text += "\nverb " + operation.verb + "\ntime " + format_rfc3339(operation.time) + "\n";
  if (operation.undoes) text += "undoes " + std::to_string(*operation.undoes) + "\n";
  return text;
}

std::string operation_line(const FileStep& step) {
  std::string line = name_of(step.kind);
  if (step.mode != 0) {
    std::array<char, 4> digits{};
    auto end = std::to_chars(digits.data(), digits.data() + digits.size(), step.mode, octal).ptr;
    line += ':' + std::string(digits.data(), end);
  }
  line += '\t' + id_or_dash(step.before) + '\t' + id_or_dash(step.after) + '\t' +
          escape_path(step.path);
  if (!step.source.empty()) line += '\t' + escape_path(step.source);
  return line + '\n';
}

std::string planned_line() { return "planned\n"; }

std::string operation_end() { return "end\n"; }

std::string operation_abandoned() { return "abandoned\n"; }

std::optional<Operation> parse_operation(int number, std::string_view text) {
  Operation operation;
  operation.number = number;
  if (!text.starts_with(first_line)) return std::nullopt;
  text.remove_prefix(first_line.size());
  if (!text.starts_with('\n')) return std::nullopt;
  for (size_t start = 1;;) {
    size_t end = text.find('\n', start);
    if (end == text.npos) return operation;
    std::string_view line = text.substr(start, end - start);
    start = end + 1;
    if (line.find('\t') == line.npos) {
      read_line(line, operation);
      continue;
    }
    auto step = parse_step(line);
    if (!step) return std::nullopt;
    operation.steps.push_back(std::move(*step));
  }
}

}  // namespace git_session
