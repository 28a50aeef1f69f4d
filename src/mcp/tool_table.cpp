#include "mcp/tool_table.h"

#include <array>

namespace git_session::mcp {

// One per file of mcp/tools.
Tool declare_add();
Tool declare_close();
Tool declare_create();
Tool declare_current();
Tool declare_promote();
Tool declare_report();
Tool declare_search();
Tool declare_show();
Tool declare_update();

namespace {

constexpr std::array tools{
    ToolEntry{"current", declare_current}, ToolEntry{"create", declare_create},
    ToolEntry{"add", declare_add},         ToolEntry{"search", declare_search},
    ToolEntry{"show", declare_show},       ToolEntry{"report", declare_report},
    ToolEntry{"update", declare_update},   ToolEntry{"close", declare_close},
    ToolEntry{"promote", declare_promote},
};

}  // namespace

std::span<const ToolEntry> tool_table() { return tools; }

const ToolEntry* find_tool(std::string_view name) {
  for (const ToolEntry& entry : tools) {
    if (entry.name == name) return &entry;
  }
  return nullptr;
}

Json to_json(const Tool& tool, bool with_output) {
  Json json = Json::object();
  json["name"] = tool.name;
  json["title"] = tool.title;
  json["description"] = tool.description;
  json["inputSchema"] = tool.input;
  if (with_output) json["outputSchema"] = tool.output;
  json["annotations"] = {{"title", tool.title},
                         {"readOnlyHint", tool.effects.read_only},
                         {"destructiveHint", tool.effects.destructive},
                         {"idempotentHint", tool.effects.idempotent},
                         {"openWorldHint", false}};
  return json;
}

}  // namespace git_session::mcp
