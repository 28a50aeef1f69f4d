#include "operations/capture_settings.h"

#include "base/error.h"
#include "base/text.h"

namespace git_session {
namespace {

const std::string committed_file = ".gitsession";

std::vector<std::string> patterns(const Setting& setting) {
  return setting.value.empty() ? std::vector<std::string>() : split(setting.value, ',');
}

bool is_there(const Workspace& workspace, const std::string& path, FileType type) {
  try {
    const auto status = workspace.store().top_level().status(path);
    return status && status->type == type;
  } catch (const Error&) {
    return false;  // a link on the way
  }
}

}  // namespace

bool is_set_up(const Workspace& workspace) {
  return workspace.settings().find("session.capture").source != "default" ||
         is_there(workspace, workspace.store().layout().sessions(), FileType::directory) ||
         is_there(workspace, committed_file, FileType::regular);
}

CaptureMode capture_mode(const Workspace& workspace) {
  const Setting& setting = workspace.settings().find("session.capture");
  const std::string word = to_lower_ascii(setting.value);
  if (word == "keep") return CaptureMode::keep;
  if (word == "draft") return CaptureMode::draft;
  if (word == "off") return CaptureMode::off;
  throw Error(ErrorKind::invalid_data,
              "session.capture is '" + escape_line(setting.value) + "' (" +
                  (setting.origin.empty() ? setting.source : setting.origin) + ")",
              "git config session.capture keep, or draft, or off");
}

CaptureRules capture_rules(const Workspace& workspace) {
  const Setting& include = workspace.settings().find("session.capture.include");
  return {patterns(include), patterns(workspace.settings().find("session.capture.exclude")),
          include.source == "default"};
}

}  // namespace git_session
