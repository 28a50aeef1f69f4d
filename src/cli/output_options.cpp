#include "cli/output_options.h"

#include "base/text.h"
#include "cli/console.h"

namespace git_session {

std::vector<Option> output_options() {
  return {{.name = "agent",
           .value = "NAME",
           .help = "what made it: cs-architect",
           .completion = Completion::agent},
          {.name = "type",
           .value = "KIND",
           .help = "architecture, analysis, reviews, reports, artifacts or any other word"},
          {.name = "topic", .value = "TOPIC", .help = "what it is about, for the file's name"},
          {.name = "title", .value = "TEXT", .help = "a title for people"},
          {.name = "model", .value = "NAME", .help = "the model the agent ran on"},
          {.name = "ext", .value = "EXTENSION", .help = "the file name's extension"}};
}

OutputDescription description_of(const Arguments& arguments) {
  OutputDescription description;
  description.agent = arguments.value_or("agent", "");
  description.type = arguments.value_or("type", "");
  description.topic = arguments.value_or("topic", "");
  description.title = arguments.value_or("title", "");
  description.model = arguments.value_or("model", "");
  description.extension = arguments.value_or("ext", "");
  if (description.extension.starts_with('.')) description.extension.erase(0, 1);
  return description;
}

void warn_of_size(Console& console, const std::string& file, uint64_t bytes) {
  console.warn(file + " has " + format_bytes(bytes) +
               ", more than session.maxOutputSize: git keeps every version of it for ever");
}

}  // namespace git_session
