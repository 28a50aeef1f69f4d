#include "operations/text_diff.h"

#include <stdlib.h>
#include <unistd.h>

#include <cerrno>

#include "base/error.h"
#include "base/text.h"
#include "git/git_program.h"

namespace git_session {
namespace {

constexpr const char* old_folder = "old";
constexpr const char* new_folder = "new";

/// A folder of our own with two sides in it, as long as this lives.
class TwoSides {
 public:
  explicit TwoSides(const std::string& temporary_directory)
      : path_(temporary_directory + "/git-session.XXXXXX") {
    if (mkdtemp(path_.data()) == nullptr) throw system_error("cannot make", path_, errno);
    auto folder = Directory::open(path_);
    if (!folder) throw system_error("cannot open", path_, ENOENT);
    old_.emplace(folder->make_directories(old_folder));
    new_.emplace(folder->make_directories(new_folder));
  }
  TwoSides(const TwoSides&) = delete;
  TwoSides& operator=(const TwoSides&) = delete;
  ~TwoSides() {
    for (const std::string& name : names_)
      for (const char* side : {old_folder, new_folder})
        unlink((path_ + "/" + side + "/" + name).c_str());
    for (const char* side : {old_folder, new_folder}) rmdir((path_ + "/" + side).c_str());
    rmdir(path_.c_str());
  }

  void put(const std::string& name, const TextChange& change) {
    names_.push_back(name);
    if (change.before) write(*old_, name, *change.before);
    if (change.after) write(*new_, name, *change.after);
  }
  const std::string& path() const { return path_; }

 private:
  static void write(const Directory& side, const std::string& name, const std::string& text) {
    auto file = side.create_file(name, 0600);
    if (file) write_all(*file, text, side.path_of(name));
  }

  std::string path_;
  std::optional<Directory> old_;
  std::optional<Directory> new_;
  std::vector<std::string> names_;
};

std::string usable_directory(const std::string& wanted) {
  return !wanted.empty() && access(wanted.c_str(), W_OK | X_OK) == 0 ? wanted : "/tmp";
}

/// What follows the lines that name the two files.
std::string hunks_of(std::string_view diff) {
  const size_t hunk = diff.find("\n@@ ");
  return hunk == diff.npos ? std::string() : std::string(diff.substr(hunk + 1));
}

std::string labelled(const TextChange& change, std::string_view diff) {
  const std::string hunks = hunks_of(diff);
  if (hunks.empty()) return {};
  const std::string& new_label = change.new_label.empty() ? change.label : change.new_label;
  return "--- " + (change.before ? escape_line(change.label) : "/dev/null") + "\n+++ " +
         (change.after ? escape_line(new_label) : "/dev/null") + "\n" + hunks;
}

/// The number in the name of the files that a part of the output is about.
std::optional<size_t> number_of(std::string_view part) {
  const std::string_view line = part.substr(0, part.find('\n'));
  auto number = parse_integer(line.substr(line.rfind('/') + 1));
  return number ? std::optional(static_cast<size_t>(*number)) : std::nullopt;
}

}  // namespace

std::vector<std::string> diffs_of(const Workspace& workspace,
                                  const std::vector<TextChange>& changes) {
  std::vector<std::string> diffs(changes.size());
  if (changes.empty()) return diffs;
  TwoSides sides(usable_directory(workspace.environment().value_or_empty("TMPDIR")));
  for (size_t i = 0; i < changes.size(); ++i) sides.put(std::to_string(i), changes[i]);
  const ProcessResult result = workspace.repository().try_run(
      {"diff", "--no-index", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames",
       "--text", "--", sides.path() + "/" + old_folder, sides.path() + "/" + new_folder});
  if (result.exit_code > 1) throw git_error(result, "diff");  // 1: they differ
  constexpr std::string_view start = "diff --git ";
  std::string_view rest = result.output;
  while (rest.starts_with(start)) {
    const size_t next = rest.find("\n" + std::string(start));
    const std::string_view part = rest.substr(0, next == rest.npos ? next : next + 1);
    auto number = number_of(part);
    if (number && *number < diffs.size()) diffs[*number] = labelled(changes[*number], part);
    rest.remove_prefix(part.size());
  }
  return diffs;
}

}  // namespace git_session
