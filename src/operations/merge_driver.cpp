#include "operations/merge_driver.h"

#include <array>
#include <optional>
#include <string_view>

#include "base/error.h"
#include "base/file.h"
#include "base/text.h"
#include "core/marked_block.h"
#include "operations/layout_files.h"

namespace git_session {
namespace {

constexpr uint64_t largest_file = 1024 * 1024;

struct DriverSetting {
  std::string_view key;
  std::string_view value;
};
/// Where our program is gone, is older, or fails, git merges by line: a driver that fails without
/// writing markers would leave nothing but our side.
constexpr std::array<DriverSetting, 2> driver_settings = {{
    {"merge.git-session.name", "session metadata, field by field"},
    {"merge.git-session.driver",
     "git-session merge-file %O %A %B %L %P; r=$?; [ $r -le 1 ] && exit $r; "
     "git merge-file --marker-size=%L -L ours -L ancestor -L theirs %A %O %B"},
}};

std::optional<std::string> local_value(const Configuration& configuration, std::string_view key) {
  std::optional<std::string> value;
  for (const ConfigurationEntry* entry : configuration.find_all(key)) {
    if (entry->scope == "local" || entry->scope == "worktree") value = entry->value;
  }
  return value;
}

class Driver {
 public:
  explicit Driver(const Workspace& workspace)
      : repository_(workspace.repository()),
        attributes_(merge_attributes_lines(workspace.settings().root())),
        folder_(repository_.common_directory() + "/info"),
        config_(repository_.common_directory() + "/config") {
    if (auto folder = Directory::open(folder_)) {
      before_ = folder->read_file("attributes", largest_file);
    }
  }

  std::vector<MergeDriverChange> changes(bool remove) const {
    std::vector<MergeDriverChange> changes;
    for (const auto& [key, value] : driver_settings) {
      const auto now = local_value(repository_.configuration(), key);
      if (remove ? !now : now == value) continue;
      changes.push_back({shown(config_), remove ? "remove" : "add",
                         std::string(key) + " = " + (remove ? *now : std::string(value))});
    }
    if (attributes(remove) != before_) {
      for (const std::string& line : split(attributes_, '\n')) {
        if (line.empty()) continue;
        changes.push_back({shown(attributes_file()), remove ? "remove" : "add", line});
      }
    }
    return changes;
  }

  void apply(bool remove) const {
    // The attribute without a driver does nothing, a driver without the attribute neither.
    for (const auto& [key, value] : driver_settings) {
      const auto now = local_value(repository_.configuration(), key);
      if (remove ? !now : now == value) continue;
      const std::string name(key);
      if (remove) {
        run({"config", "--local", "--unset-all", name});
      } else {
        run({"config", "--local", "--replace-all", name, std::string(value)});
      }
    }
    write_attributes(attributes(remove));
  }

 private:
  std::string attributes_file() const { return folder_ + "/attributes"; }

  /// As seen from the top level, when it lies below.
  std::string shown(const std::string& path) const {
    const std::string top = repository_.top_level() + "/";
    return path.starts_with(top) ? path.substr(top.size()) : path;
  }

  /// What the file becomes; nullopt when it is not to be there.
  std::optional<std::string> attributes(bool remove) const {
    if (!remove)
      return with_marked_block(before_.value_or(""), attributes_, shown(attributes_file()));
    if (!before_) return std::nullopt;
    std::string rest = without_marked_block(*before_, shown(attributes_file()));
    if (rest.empty() && !before_->empty()) return std::nullopt;
    return rest;
  }

  void write_attributes(const std::optional<std::string>& wanted) const {
    if (wanted == before_) return;
    auto folder = Directory::open(folder_);
    if (!folder) {
      const auto git_directory = Directory::open(repository_.common_directory());
      if (git_directory) folder = git_directory->make_directories("info");
    }
    if (!folder) throw Error(ErrorKind::unavailable, "'" + shown(folder_) + "' cannot be made");
    if (wanted) {
      folder->replace_file("attributes", *wanted);
    } else {
      folder->remove_file("attributes");
      folder->sync();
    }
  }

  void run(const std::vector<std::string>& arguments) const {
    const ProcessResult result = repository_.try_run(arguments);
    if (result.ok()) return;
    throw Error(ErrorKind::unavailable, "git config: " + words_of_git(result, "config"),
                "see that " + shown(config_) + " can be written, and repeat");
  }

  const Repository& repository_;
  std::string attributes_;
  std::string folder_;
  std::string config_;
  std::optional<std::string> before_;
};

}  // namespace

std::vector<MergeDriverChange> set_up_merge_driver(const Workspace& workspace,
                                                   const MergeDriverRequest& request) {
  const Driver driver(workspace);
  auto changes = driver.changes(request.remove);
  if (!request.dry_run && !changes.empty()) driver.apply(request.remove);
  return changes;
}

std::vector<MergeDriverChange> missing_of_merge_driver(const Workspace& workspace) {
  return Driver(workspace).changes(false);
}

}  // namespace git_session
