#include "base/error.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/console.h"
#include "cli/conversion_output.h"
#include "core/key_value.h"
#include "json/conversion_json.h"
#include "operations/convert_file.h"

namespace git_session {
namespace {

using confluence::Conversion;
using confluence::ConversionOptions;

/// The values of an option that takes `key=value`, neither of them empty.
std::vector<KeyValue> pairs_of(const Arguments& arguments, const std::string& option,
                               const std::string& usage) {
  std::vector<KeyValue> pairs;
  for (const std::string& text : arguments.values(option)) {
    pairs.push_back(parse_key_value(text, "--" + option));
    if (!pairs.back().value.empty()) continue;
    throw Error(ErrorKind::usage, "--" + option + " '" + text + "' leads nowhere",
                "git session convert --" + option + " " + usage);
  }
  return pairs;
}

ConversionOptions options_from(const Arguments& arguments) {
  ConversionOptions options;
  if (arguments.value("editor") == "old") options.editor = confluence::Editor::old;
  for (const auto& [path, url] : pairs_of(arguments, "link", "PATH=URL")) {
    options.links[path] = {.url = url};
  }
  for (const auto& [path, title] : pairs_of(arguments, "page", "PATH=TITLE")) {
    options.links[path] = {.page_title = title};
  }
  for (const auto& [name, account] : pairs_of(arguments, "mention", "NAME=ID")) {
    options.mentions[name] = account;
  }
  options.macros = arguments.values("macro");
  return options;
}

int run_convert(Invocation& invocation) {
  const Arguments& arguments = invocation.arguments;
  Console& console = invocation.console;
  const Conversion conversion =
      convert_file(arguments.operand("FILE").value_or("-"), options_from(arguments));
  if (invocation.wants_json()) {
    console.print_json(conversion_root(conversion));
  } else {
    print_conversion(console, conversion);
  }
  return 0;
}

}  // namespace

Command declare_convert() {
  return {
      .name = "convert",
      .summary = "Turn Markdown into Confluence storage format",
      .description =
          "Reads a Markdown file, or standard input, and prints what Confluence stores for such a "
          "page: GitHub's Markdown with tables, task lists, footnotes and alerts, MkDocs' and "
          "GitLab's admonitions, <details>, [TOC], {toc}, {panel:title=...}...{panel} and its "
          "like, {status:green|Done} and @{name}. Works inside and outside a repository and opens "
          "no "
          "other file.\n\nThe result is well-formed XML "
          "whatever the input. HTML is kept where Confluence has the same, and is otherwise shown "
          "as text; other macros of Confluence are not taken from the input, unless --macro names "
          "them and they stand in a code block of the language csf. What could not be shown "
          "as it was meant is listed on stderr with its line, and the exit code is 0 all the same. "
          "Front matter is left out.\n\ndocs/convert.md says what becomes of each construct.",
      .options = {{.name = "link",
                   .value = "PATH=URL",
                   .help = "links to the file PATH lead to URL",
                   .repeatable = true},
                  {.name = "page",
                   .value = "PATH=TITLE",
                   .help = "links to the file PATH lead to the page TITLE of the same space",
                   .repeatable = true},
                  {.name = "mention",
                   .value = "NAME=ID",
                   .help = "@NAME and @{NAME} mention the account ID",
                   .repeatable = true},
                  {.name = "macro",
                   .value = "NAME",
                   .help = "let code blocks of the language csf bring the macro NAME along",
                   .repeatable = true},
                  {.name = "editor",
                   .value = "EDITOR",
                   .help = "what the page is for: 'current' (Confluence Cloud, the default) or "
                           "'old' (Data Center)",
                   .choices = {"current", "old"}}},
      .operands = {{.name = "FILE",
                    .help = "the Markdown file; - or nothing for standard input",
                    .completion = Completion::file}},
      .examples = {{"git session convert plan.md >plan.xml", "a file"},
                   {"git session report | git session convert", "what another program prints"},
                   {"git session convert --page design.md='Design' plan.md",
                    "with a link to another page"},
                   {"git session convert --json plan.md | jq '.attachments[].path'",
                    "the pictures that the page needs"}},
      .takes_session = false,
      .run = run_convert};
}

}  // namespace git_session
