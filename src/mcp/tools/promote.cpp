#include <algorithm>
#include <cctype>
#include <string_view>

#include "base/error.h"
#include "base/text.h"
#include "core/page_address.h"
#include "json/brief_json.h"
#include "json/json_shape.h"
#include "mcp/content_slice.h"
#include "mcp/resource_uri.h"
#include "mcp/tool_schema.h"

namespace git_session::mcp {
namespace {

namespace shape = json_shape;

/// `--name=value`, so that a value that begins with a dash stays one.
std::string option(const std::string& name, const std::string& value) {
  return " " + quote_for_shell("--" + name + "=" + value);
}

/// Letters and digits, or `~` and a name: nothing that a shell or an address takes for more.
void check_space(const std::string& space) {
  const bool is_key = std::all_of(space.begin(), space.end(), [](char character) {
    return std::isalnum(static_cast<unsigned char>(character)) != 0 ||
           std::string_view("~._-").find(character) != std::string_view::npos;
  });
  if (!is_key) {
    throw Error(ErrorKind::usage, "'space' is no key of a space", "such as PROJ or ~ada");
  }
}

/// The options that say where to: the page that was made by hand, the one to write, or the space of
/// a new one.
std::string target_of(const ToolArguments& arguments) {
  const auto url = arguments.text("recorded_url");
  const auto page = arguments.text("page");
  const auto space = arguments.text("space");
  if (int(url.has_value()) + int(page.has_value()) + int(space.has_value()) != 1) {
    throw Error(ErrorKind::usage, "promote takes one of space, page and recorded_url",
                "space for a new page, page for one that is there");
  }
  if (url) return option("confluence-url", parse_page_address(*url).url);
  if (page) {
    if (!is_page_id(*page)) parse_page_address(*page);
    return " --publish" + option("page", *page);
  }
  check_space(*space);
  std::string words = " --publish" + option("space", *space);
  const auto parent = arguments.text("parent");
  if (parent && !is_page_id(*parent)) {
    throw Error(ErrorKind::usage, "'parent' takes the id of a page, which is digits");
  }
  if (parent) words += option("parent", *parent);
  return words;
}

/// A person has to see what they type: no name or title may turn the line around or hide a part.
void check_readable(const std::string& command) {
  if (escape_line(command) == command) return;
  throw Error(ErrorKind::usage, "the command would hold characters that nobody sees or can type",
              "leave them out of title and address; a person renames an output that has them");
}

ToolAnswer call(const ToolCall& call) {
  const ToolArguments& arguments = call.arguments;
  const Session session = call.workspace.load(session_of(call).location, {});
  if (!session.is_readable()) throw unreadable_error(session);
  const Output& output = find_readable_output(call.workspace, session, *arguments.text("file"));
  std::string command = "git session promote" +
                        option("session", resource_name(call.workspace, session)) +
                        option("file", output.file) + target_of(arguments);
  if (auto title = arguments.text("title")) command += option("title", *title);
  check_readable(command);
  const bool publishes = !arguments.has("recorded_url");
  Json root = brief_root(session);
  root["output"] = brief_of(output, "");
  root["promoted_to"] = text_or_null(output.promoted_to);
  root["command"] = command;
  root["preview"] = publishes ? Json(command + " --dry-run") : Json();
  return {std::move(root)};
}

}  // namespace

Tool declare_promote() {
  return {
      .name = "promote",
      .title = "Propose to share a document",
      .description =
          "Proposes to share an output as a Confluence page. Nothing is shared or recorded: the "
          "answer is the command that a person reads, and types in a terminal when they agree. "
          "Show them `command` and, to look first, `preview`; do not run them yourself.",
      .effects = {.read_only = true, .idempotent = true},
      .input = input_schema(
          {{"file", line_argument("name of an output, or a part that only one has")}},
          {{"session", session_argument()},
           {"space", line_argument("key of the space for a new page, or for its page again")},
           {"parent", line_argument("with space: id of the page above")},
           {"page", line_argument("id or address of the page to write")},
           {"recorded_url", line_argument("address of a page that a person made by hand")},
           {"title", line_argument("of the page")}}),
      .output = brief_schema({{"output", output_brief_shape()},
                              {"promoted_to", shape::text_or_null()},
                              {"command", shape::text()},
                              {"preview", shape::text_or_null()}}),
      .call = call};
}

}  // namespace git_session::mcp
