#include "core/operation.h"

#include <algorithm>
#include <map>

#include "base/text.h"

namespace git_session {
namespace {

constexpr std::string_view first_line = "git-session operation 1";
constexpr std::string_view nothing = "-";

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

std::optional<FileStep> parse_step(std::string_view line) {
  std::vector<std::string> fields = split(line, '\t');
  auto kind = kind_named(fields[0]);
  if (!kind || fields.size() < 4 || fields.size() > 5) return std::nullopt;
  FileStep step;
  step.kind = *kind;
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
  if (key == "undoes")
    if (auto number = parse_integer(value)) operation.undoes = static_cast<int>(*number);
}

std::vector<FileStep> joined(std::vector<FileStep> steps) {
  std::vector<FileStep> each;
  std::map<std::string, size_t> writes;
  for (FileStep& step : steps) {
    auto earlier = writes.find(step.path);
    bool goes_on = step.kind == FileStep::Kind::write && earlier != writes.end() &&
                   each[earlier->second].after == step.before;
    if (goes_on) {
      each[earlier->second].after = step.after;
      continue;
    }
    if (step.kind == FileStep::Kind::write) writes.insert_or_assign(step.path, each.size());
    each.push_back(std::move(step));
  }
  std::erase_if(each, [](const FileStep& step) {
    return step.kind == FileStep::Kind::write && step.before == step.after;
  });
  return each;
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
  line += '\t' + id_or_dash(step.before) + '\t' + id_or_dash(step.after) + '\t' +
          escape_path(step.path);
  if (!step.source.empty()) line += '\t' + escape_path(step.source);
  return line + '\n';
}

std::string planned_line() { return "planned\n"; }

std::string operation_end() { return "end\n"; }

std::optional<Operation> parse_operation(int number, std::string_view text) {
  Operation operation;
  operation.number = number;
  bool is_first = true;
  for (size_t start = 0;;) {
    size_t end = text.find('\n', start);
    if (end == text.npos) break;
    std::string_view line = text.substr(start, end - start);
    start = end + 1;
    if (is_first && line != first_line) return std::nullopt;
    is_first = false;
    if (line.find('\t') == line.npos) {
      read_line(line, operation);
    } else if (auto step = parse_step(line)) {
      operation.steps.push_back(std::move(*step));
    }
  }
  if (is_first) return std::nullopt;
  operation.steps = joined(std::move(operation.steps));
  return operation;
}

}  // namespace git_session
