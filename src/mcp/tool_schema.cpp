#include "mcp/tool_schema.h"

#include "base/error.h"
#include "base/text.h"
#include "json/brief_json.h"
#include "json/json_shape.h"
#include "json/session_schema.h"
#include "mcp/mime_type.h"
#include "mcp/resource_uri.h"

namespace git_session::mcp {
namespace {

namespace shape = json_shape;

constexpr size_t longest_line_argument = 500;
constexpr size_t most_items = 100;

}  // namespace

Json line_argument(std::string_view description) {
  Json argument = value_argument(description);
  argument["minLength"] = 1;
  return argument;
}

Json value_argument(std::string_view description) {
  Json argument = shape::text();
  argument["maxLength"] = longest_line_argument;
  if (!description.empty()) argument["description"] = description;
  return argument;
}

Json lines_argument(std::string_view description) {
  Json argument = shape::list_of(line_argument(""));
  argument["maxItems"] = most_items;
  if (!description.empty()) argument["description"] = description;
  return argument;
}

Json number_argument(uint64_t least, uint64_t most, std::string_view description) {
  Json argument = shape::integer();
  argument["minimum"] = least;
  argument["maximum"] = most;
  argument["description"] = description;
  return argument;
}

Json session_argument() {
  return line_argument("id of the session, or a unique part of it; else the current session");
}

Json retention_argument(const std::string& description) {
  return line_argument(description + ": " + join(retention_policies(), ", ") +
                       ", or a length such as 90d, 6m");
}

RetentionChoice retention_of(const ToolArguments& arguments) {
  const auto text = arguments.text("retention");
  if (!text) return {};
  if (auto choice = parse_retention_choice(*text)) return *std::move(choice);
  throw Error(ErrorKind::usage, "'retention' cannot be '" + escape_line(*text) + "'",
              "there are " + join(retention_policies(), ", ") + ", and lengths such as 90d, 6m");
}

Json input_schema(const Json& required, const Json& optional) {
  Json schema = shape::with_optional(shape::object(required), optional);
  if (required.empty()) schema.erase("required");
  return schema;
}

Json brief_schema(const Json& additions) {
  Json properties = brief_properties();
  properties.update(additions);
  return root_schema(properties);
}

CurrentSession session_of(const ToolCall& call) {
  return find_current_session(call.workspace, call.arguments.text("session"));
}

Json link_to(const std::string& session, const Output& output) {
  Json link = Json::object();
  link["type"] = "resource_link";
  link["uri"] = format({session, output.file});
  link["name"] = output.file;
  if (!output.title.empty()) link["title"] = brief_text(output.title);
  if (const auto type = mime_type_of(output.file); !type.empty()) link["mimeType"] = type;
  if (output.bytes) link["size"] = *output.bytes;
  return link;
}

std::vector<Json> links_to(const Workspace& workspace, const Session& session,
                           const std::vector<std::string>& files) {
  const std::string name = resource_name(workspace, session);
  std::vector<Json> links;
  for (const std::string& file : files) {
    const Output* output = session.find_output(file);
    if (output != nullptr && output->exists && !output->outside) {
      links.push_back(link_to(name, *output));
    }
  }
  return links;
}

}  // namespace git_session::mcp
