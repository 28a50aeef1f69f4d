#include "cli/command_json.h"

#include "cli/command_table.h"
#include "cli/command_text.h"

namespace git_session {
namespace {

Json option_to_json(const Option& option) {
  Json object = Json::object();
  object["name"] = option.name;
  object["letter"] = option.letter == '\0' ? Json(nullptr) : Json(std::string(1, option.letter));
  object["value"] = option.value.empty() ? Json(nullptr) : Json(option.value);
  object["help"] = option.help;
  object["choices"] = option.choices;
  object["repeatable"] = option.repeatable;
  object["required"] = option.required;
  return object;
}

Json operand_to_json(const Operand& operand) {
  Json object = Json::object();
  object["name"] = operand.name;
  object["help"] = operand.help;
  object["minimum"] = operand.minimum;
  object["maximum"] = operand.maximum == SIZE_MAX ? Json(nullptr) : Json(operand.maximum);
  object["choices"] = operand.choices;
  return object;
}

Json declaration_to_json(const Command& command) {
  Json object = Json::object();
  object["name"] = command.name;
  object["summary"] = command.summary;
  object["usage"] = usage_of(command, "git session");
  object["description"] = command.description;
  object["options"] = Json::array();
  for (const Option& option : all_options(command)) {
    if (!option.hidden) object["options"].push_back(option_to_json(option));
  }
  object["operands"] = Json::array();
  for (const Operand& operand : command.operands) {
    object["operands"].push_back(operand_to_json(operand));
  }
  object["exit_codes"] = Json::array();
  for (const auto& [code, text] : exit_codes_of(command)) {
    object["exit_codes"].push_back({{"code", code}, {"meaning", text}});
  }
  return object;
}

}  // namespace

Json command_to_json(const Command& command) {
  Json root = json_root();
  root["command"] = declaration_to_json(command);
  return root;
}

Json commands_to_json() {
  Json root = json_root();
  root["commands"] = Json::array();
  for (const CommandEntry& entry : command_table()) {
    if (entry.group != Group::hidden) {
      root["commands"].push_back(declaration_to_json(entry.declare()));
    }
  }
  return root;
}

}  // namespace git_session
