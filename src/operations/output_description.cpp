#include "operations/output_description.h"

#include "base/error.h"
#include "base/text.h"
#include "core/output_name.h"
#include "operations/writable_session.h"

namespace git_session {

void check_description(const OutputDescription& description) {
  checked_line(description.agent, "--agent");
  checked_line(description.type, "--type");
  checked_line(description.topic, "--topic");
  checked_line(description.title, "--title");
  checked_line(description.model, "--model");
  if (!description.extension.empty() && !is_output_extension(description.extension)) {
    throw Error(ErrorKind::usage,
                "'" + escape_line(description.extension) + "' is no file name extension",
                "--ext md");
  }
}

std::vector<std::string_view> given_keys(const OutputDescription& description) {
  std::vector<std::string_view> keys;
  if (!description.agent.empty()) keys.push_back("agent");
  if (!description.type.empty()) keys.push_back("type");
  if (!description.title.empty()) keys.push_back("title");
  if (!description.model.empty()) keys.push_back("model");
  return keys;
}

void describe(Output& output, const OutputDescription& description) {
  if (!description.agent.empty()) output.agent = description.agent;
  if (!description.type.empty()) output.type = description.type;
  if (!description.title.empty()) output.title = description.title;
  if (!description.model.empty()) output.model = description.model;
}

}  // namespace git_session
