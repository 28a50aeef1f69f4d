#include "mcp/call_tool.h"

#include <new>

#include "base/error.h"
#include "base/text.h"
#include "mcp/tool_table.h"

namespace git_session::mcp {
namespace {

/// More than any model reads, and less than clients choke on.
constexpr size_t most_bytes = size_t{512} * 1024;

Json text_block(std::string text) {
  Json block = Json::object();
  block["type"] = "text";
  block["text"] = std::move(text);
  return block;
}

Json error_result(const Error& error) {
  Json root = json_root();
  root["error"] = to_json(error);
  Json result = Json::object();
  result["content"] = Json::array({text_block(dump_json(root))});
  result["isError"] = true;
  return result;
}

/// The same JSON twice, for clients that know structured results and those that do not.
Json result_of(ToolAnswer answer, const Dialect& dialect) {
  std::string text = dump_json(answer.content);
  if (text.size() > most_bytes) {
    throw Error(ErrorKind::refused,
                "the answer has " + format_bytes(text.size()) + ", more than an answer may have (" +
                    format_bytes(most_bytes) + ")",
                "ask for less with limit, or read the resource session://ID part by part")
        .with_reason("too-large");
  }
  Json result = Json::object();
  // What a client decodes from the text is then what is in it, invalid names and all.
  if (dialect.has_structured_results()) result["structuredContent"] = Json::parse(text);
  result["content"] = Json::array({text_block(std::move(text))});
  if (dialect.has_structured_results()) {
    for (Json& link : answer.links) result["content"].push_back(std::move(link));
  }
  return result;
}

ToolAnswer run(const Tool& tool, const Json& values, const Environment& environment,
               SessionCache& cache) {
  const ToolArguments arguments(tool.input, values);
  const Workspace workspace = Workspace::open(environment);
  workspace.recorder().begin(tool.name, workspace.now());
  return tool.call({arguments, workspace, cache});
}

}  // namespace

Json list_tools(const Dialect& dialect) {
  Json result = Json::object();
  result["tools"] = Json::array();
  for (const ToolEntry& entry : tool_table()) {
    result["tools"].push_back(to_json(entry.declare(), dialect.has_structured_results()));
  }
  return result;
}

Outcome call_tool(const Json& params, const Dialect& dialect, const Environment& environment,
                  SessionCache& cache) {
  const Json name = params.value("name", Json());
  const Json values = params.value("arguments", Json::object());
  if (!name.is_string()) return Failure{FailureCode::invalid_params, "'name' is no text"};
  if (!values.is_object()) return Failure{FailureCode::invalid_params, "'arguments' is no object"};
  const ToolEntry* entry = find_tool(name.get_ref<const std::string&>());
  if (entry == nullptr) {
    return Failure{FailureCode::invalid_params,
                   "there is no tool '" + escape_line(name.get<std::string>()) + "'"};
  }
  try {
    return result_of(run(entry->declare(), values, environment, cache), dialect);
  } catch (const Error& error) {
    return error_result(error);
  } catch (const std::bad_alloc&) {
    return error_result(Error(ErrorKind::unavailable, "out of memory"));
  }
}

}  // namespace git_session::mcp
