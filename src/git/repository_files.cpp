#include <algorithm>

#include "base/text.h"
#include "git/repository.h"

namespace git_session {
namespace {

// Anything else than an id could be a reference with an odd name.
const std::string no_object(40, '0');

// git takes an empty pathspec for a mistake.
std::string pathspec_for(const std::string& directory) {
  return directory.empty() ? "." : directory;
}

// The line on which `hash-object --stdin-paths` reads this name, in C quotes where a bare name
// would be misread.
std::string path_line(const std::string& path) {
  bool is_bare = path.find_first_of("\n\r") == std::string::npos && !path.starts_with('"');
  if (is_bare) return path + "\n";
  std::string line = "\"";
  for (char byte : path) {
    if (byte == '\n')
      line += "\\n";
    else if (byte == '\r')
      line += "\\r";
    else if (byte == '"' || byte == '\\')
      line.append({'\\', byte});
    else
      line += byte;
  }
  return line + "\"\n";
}

// The part of `record` after `count` blanks.
std::string_view after_blanks(std::string_view record, int count) {
  for (; count > 0; --count) {
    size_t blank = record.find(' ');
    if (blank == std::string_view::npos) return {};
    record.remove_prefix(blank + 1);
  }
  return record;
}

std::string two_letters(std::string_view record) {
  std::string letters(record.substr(0, 2));
  std::replace(letters.begin(), letters.end(), '.', ' ');
  return letters;
}

// Sizes of the blobs as `cat-file --batch-check` tells them; nullopt for what is no blob here.
std::vector<std::optional<uint64_t>> parse_blob_sizes(const std::string& list) {
  std::vector<std::optional<uint64_t>> sizes;
  for (const auto& line : split(list, '\n')) {
    std::vector<std::string> fields = split(line, ' ');
    std::optional<uint64_t> size;
    if (fields.size() == 3 && fields[1] == "blob")
      if (auto number = parse_integer(fields[2])) size = static_cast<uint64_t>(*number);
    sizes.push_back(size);
  }
  sizes.pop_back();  // what follows the final line break
  return sizes;
}

bool is_object_id(std::string_view text) {
  return text.size() >= 40 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace

std::string Repository::hash_object(const std::string& path) const {
  return hash_objects({path}).at(0);
}

std::string Repository::hash_bytes(const std::string& bytes, const std::string& path) const {
  std::vector<std::string> arguments = {"hash-object", "--stdin"};
  if (!path.empty()) arguments.push_back("--path=" + path);
  return std::string(trim(run(arguments, bytes)));
}

std::vector<std::string> Repository::hash_objects(const std::vector<std::string>& paths) const {
  if (paths.empty()) return {};
  std::string input;
  for (const auto& path : paths) input += path_line(path);
  std::vector<std::string> ids = split(run({"hash-object", "--stdin-paths"}, input), '\n');
  ids.pop_back();  // what follows the final line break
  if (ids.size() != paths.size())
    throw Error(ErrorKind::unavailable, "git hash-object answered for " +
                                            count_of(ids.size(), "file") + " out of " +
                                            std::to_string(paths.size()));
  return ids;
}

std::optional<std::string> Repository::ignore_rule(const std::string& path) const {
  ProcessOptions options;
  // This command knows no literal pathspecs; behind `./` a name has no magic either.
  options.removed_environment = {"GIT_LITERAL_PATHSPECS"};
  options.input = "./" + path + '\0';
  ProcessResult result =
      git_.start(layout_.top_level, {"check-ignore", "-v", "-z", "--no-index", "--stdin"},
                 std::move(options))
          .finish();
  if (result.exit_code == 1) return std::nullopt;
  if (!result.ok()) throw git_error(result, "check-ignore");
  std::vector<std::string> fields = split_at_nul(result.output);
  // A pattern with `!` is the rule that keeps git from ignoring it.
  if (fields.size() < 3 || fields[2].starts_with('!')) return std::nullopt;
  return fields[0] + ":" + fields[1] + ":" + fields[2];
}

std::vector<std::string> Repository::tracked_files(const std::string& directory) const {
  return split_at_nul(run({"ls-files", "-z", "--", pathspec_for(directory)}));
}

bool is_unmerged(std::string_view letters) {
  return letters.find('U') != letters.npos || letters == "AA" || letters == "DD";
}

std::map<std::string, std::string> Repository::changed_files(const std::string& directory) const {
  std::map<std::string, std::string> changed;
  std::string list =
      run({"status", "--porcelain=v2", "-z", "--untracked-files=all", "--ignored=no",
           "--no-renames", "--ignore-submodules=dirty", "--", pathspec_for(directory)});
  for (const std::string& record : split_at_nul(list)) {
    std::string_view rest = after_blanks(record, 1);
    if (record.starts_with('?'))
      changed.emplace(rest, "??");
    else if (record.starts_with('1'))
      changed.emplace(after_blanks(record, 8), two_letters(rest));
    else if (record.starts_with('u'))
      changed.emplace(after_blanks(record, 10), two_letters(rest));
  }
  return changed;
}

bool Repository::has_sparse_checkout() const {
  return configuration_.get_bool("core.sparseCheckout", false);
}

std::vector<SparseEntry> Repository::sparse_files(const std::string& directory) const {
  std::vector<SparseEntry> absent;
  if (!has_sparse_checkout()) return absent;
  std::string list = run({"ls-files", "-t", "-s", "-z", "--", pathspec_for(directory)});
  for (const std::string& record : split_at_nul(list)) {
    // "S 100644 <id> 0<TAB>path"
    size_t tab = record.find('\t');
    if (!record.starts_with("S 100") || tab == std::string::npos) continue;
    std::string_view blob = after_blanks(std::string_view(record).substr(0, tab), 2);
    absent.push_back({record.substr(tab + 1), std::string(blob.substr(0, blob.find(' ')))});
  }
  return absent;
}

std::vector<std::optional<std::string>> Repository::read_blobs(
    const std::vector<std::string>& blobs, uint64_t limit) const {
  std::vector<std::optional<std::string>> contents(blobs.size());
  std::string questions;
  for (const auto& blob : blobs) questions += (is_object_id(blob) ? blob : no_object) + "\n";
  if (questions.empty()) return contents;
  auto sizes = parse_blob_sizes(run({"cat-file", "--batch-check"}, questions));
  // Asked in a second call, so that a huge blob never comes through the pipe.
  std::string wanted;
  std::vector<size_t> places;
  for (size_t i = 0; i < std::min(blobs.size(), sizes.size()); ++i) {
    if (!sizes[i] || *sizes[i] > limit) continue;
    wanted += blobs[i] + "\n";
    places.push_back(i);
  }
  if (places.empty()) return contents;
  std::string stream = run({"cat-file", "--batch"}, wanted);
  std::string_view rest = stream;
  for (size_t place : places) {
    std::string header = blobs[place] + " blob " + std::to_string(*sizes[place]) + "\n";
    if (!rest.starts_with(header))
      throw Error(ErrorKind::unavailable, "git cat-file did not give blob " + blobs[place]);
    contents[place] = rest.substr(header.size(), *sizes[place]);
    rest.remove_prefix(std::min(rest.size(), header.size() + *sizes[place] + 1));
  }
  return contents;
}

std::vector<std::string> Repository::changed_since(const std::string& revision,
                                                   const std::string& directory) const {
  std::string commit = resolve_revision(revision);
  std::vector<std::string> paths =
      split_at_nul(run({"diff", "--name-only", "-z", "--no-renames", "--ignore-submodules=dirty",
                        "--merge-base", commit, "--", pathspec_for(directory)}));
  for (auto& path : split_at_nul(run(
           {"ls-files", "-z", "--others", "--exclude-standard", "--", pathspec_for(directory)})))
    paths.push_back(std::move(path));
  std::sort(paths.begin(), paths.end());
  paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
  return paths;
}

}  // namespace git_session
