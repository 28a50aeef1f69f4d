#include "base/error.h"
#include "json/brief_json.h"
#include "json/json_shape.h"
#include "mcp/tool_schema.h"
#include "operations/add_output.h"

namespace git_session::mcp {
namespace {

namespace shape = json_shape;

AddRequest request_of(const ToolArguments& arguments) {
  AddRequest request;
  request.files = arguments.texts("files");
  request.reach = FileReach::work_tree;
  request.content = arguments.text("content");
  request.description.agent = arguments.text_or_empty("agent");
  request.description.model = arguments.text_or_empty("model");
  request.description.type = arguments.text_or_empty("type");
  request.description.topic = arguments.text_or_empty("topic");
  request.description.title = arguments.text_or_empty("title");
  request.description.extension = arguments.text_or_empty("extension");
  if (request.files.empty() && !request.content) {
    throw Error(ErrorKind::usage, "there is nothing to add", "give files, or content and a topic");
  }
  return request;
}

const char* list_of(AddResult result) {
  switch (result) {
    case AddResult::added:
      return "added";
    case AddResult::changed:
      return "changed";
    case AddResult::existing:
      break;
  }
  return "existing";
}

ToolAnswer call(const ToolCall& call) {
  const AddRequest request = request_of(call.arguments);
  const AddReport report = add_outputs(call.workspace, session_of(call).location, request);
  Json root = brief_root(report.session);
  for (const char* list : {"added", "changed", "existing"}) root[list] = Json::array();
  std::vector<std::string> files;
  for (const AddedOutput& output : report.outputs) {
    root[list_of(output.result)].push_back({{"file", output.file}});
    files.push_back(output.file);
  }
  return {std::move(root), links_to(call.workspace, report.session, files)};
}

Json optional_arguments() {
  return {{"session", session_argument()},
          {"files", lines_argument("paths from the repository's top level, or absolute in it")},
          {"content", shape::described(shape::text(), "text of a new document; needs a topic")},
          {"topic", line_argument("what it is about, for its name: rollout-plan")},
          {"extension", line_argument("of content: md unless given")},
          {"type", line_argument("architecture, analysis, reviews, reports, artifacts, or a word")},
          {"title", line_argument("")},
          {"model", line_argument("the model you run on")}};
}

}  // namespace

Tool declare_add() {
  const Json files = shape::list_of(shape::object({{"file", shape::text()}}));
  return {
      .name = "add",
      .title = "Record documents",
      .description =
          "Records documents as outputs of the work session, with who made them. A file in the "
          "session's folder stays where it is, any other file of the work tree is copied in; "
          "`content` writes a new one. Hidden files, links, and files outside of the work tree are "
          "refused. Safe to repeat: content that the session holds is not copied again, and an "
          "output that is recorded takes agent, model, type and title.",
      .effects = {.idempotent = true},
      .input = input_schema({{"agent", line_argument("what made it, as it is called: "
                                                     "cs-architect")}},
                            optional_arguments()),
      .output = brief_schema({{"added", files},
                              {"changed", shape::described(files, "Recorded before")},
                              {"existing", shape::described(files, "Nothing to do")}}),
      .call = call};
}

}  // namespace git_session::mcp
