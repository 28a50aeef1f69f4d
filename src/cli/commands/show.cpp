#include "base/error.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/markdown_view.h"
#include "cli/report_markdown.h"
#include "cli/session_card.h"
#include "cli/session_command.h"
#include "json/session_json.h"
#include "markdown/document.h"
#include "operations/show_output.h"

namespace git_session {
namespace {

/// Larger files are no reading matter: they are not set as Markdown.
constexpr uint64_t most_to_render = 8U * 1024U * 1024U;

void show_session(Invocation& invocation, const Workspace& workspace, const Session& session) {
  Console& console = invocation.console;
  if (invocation.wants_json()) {
    console.print_json(session_root(session));
  } else if (invocation.arguments.has("raw")) {
    const std::string file(metadata_file_name);
    auto text = read_content(workspace, session, file, yaml::max_bytes);
    if (!text) throw Error(ErrorKind::not_found, "session '" + session.id + "' has no metadata");
    console.print_raw(*text);
  } else if (console.is_output_terminal()) {
    print_session_card(console, session, workspace.now(), invocation.arguments.has("all"));
  } else {
    console.print_raw(report_markdown(report_session(workspace, session), workspace.today()));
  }
}

Output output_named(const Session& session, const std::string& file, size_t bytes) {
  const Output* listed = session.find_output(file);
  Output output = listed ? *listed : Output();
  output.file = file;
  output.exists = true;
  if (!listed) output.listed = false;
  if (!output.bytes) output.bytes = bytes;
  return output;
}

void show_file_as_json(Invocation& invocation, const Workspace& workspace, const Session& session,
                       const std::string& file) {
  const std::string content = read_content(workspace, session, file, UINT64_MAX).value_or("");
  const bool is_text = kind_of(file, content) != ContentKind::binary && is_valid_utf8(content);
  Json root = json_root();
  root["session_id"] = session.id;
  root["path"] = session.path + "/" + file;
  root["output"] = to_json(output_named(session, file, content.size()));
  root["content"] = is_text ? Json(content) : Json();
  invocation.console.print_json(root);
}

void show_file_to_a_person(Console& console, const Workspace& workspace, const Session& session,
                           const std::string& file) {
  const std::string content = read_content(workspace, session, file, most_to_render).value_or("");
  switch (kind_of(file, content)) {
    case ContentKind::binary: {
      const Output output = output_named(session, file, content.size());
      const size_t dot = file.rfind('.');
      const std::string extension = dot == file.npos ? "" : " (" + file.substr(dot + 1) + ")";
      return console.print_line(escape_line(file) + ": binary" + escape_line(extension) + ", " +
                                format_bytes(*output.bytes));
    }
    case ContentKind::markdown:
      if (content.size() < most_to_render) {
        const markdown::Document document = markdown::Document::parse(content);
        for (const Styled& line : render_markdown(document, console.width())) {
          console.print_line(line);
        }
        return;
      }
      [[fallthrough]];
    case ContentKind::text:
      read_content(workspace, session, file, [&](std::string_view piece) {
        console.print_raw(piece);
        return true;
      });
      if (!content.ends_with('\n')) console.print_line();
  }
}

void show_file(Invocation& invocation, const Workspace& workspace, const Session& session,
               const std::string& word) {
  Console& console = invocation.console;
  const std::string file = find_file(workspace, session, word);
  if (invocation.wants_json()) {
    show_file_as_json(invocation, workspace, session, file);
  } else if (console.is_output_terminal() && !invocation.arguments.has("raw")) {
    show_file_to_a_person(console, workspace, session, file);
  } else {
    bool is_there = read_content(workspace, session, file, [&](std::string_view piece) {
      console.print_raw(piece);
      return true;
    });
    if (!is_there) {
      throw Error(ErrorKind::not_found, "'" + file + "' is listed, but the file is gone",
                  "git session report " + quote_for_shell(session.id) + " shows what is there");
    }
  }
}

int run_show(Invocation& invocation) {
  const Workspace workspace = open_workspace(invocation);
  const ShowTarget target = find_show_target(workspace, invocation.arguments.operand("ID[:FILE]"),
                                             invocation.named_session());
  for (const std::string& note : target.notes) invocation.console.note(note);
  const Session session = workspace.load(target.location);
  if (target.file) {
    show_file(invocation, workspace, session, *target.file);
    return 0;
  }
  if (!session.is_readable()) throw unreadable_error(session);
  show_session(invocation, workspace, session);
  return 0;
}

}  // namespace

Command declare_show() {
  return {
      .name = "show",
      .summary = "Show a session or one of its outputs",
      .description =
          "Shows a session (what it is about, its state and dates, its outputs) or one output. On "
          "a terminal Markdown is set for reading, other text is shown as it is, and of binary "
          "files "
          "only size and type. On a pipe an output is its bytes, untouched, and a session is what "
          "report prints.\n\nID is a session's id, the start of it, or its hex digits; :FILE and "
          "FILE alone "
          "mean the current session; a path in the work tree will do as well. FILE is the name of "
          "an output or any part of it that only one output has. Archived sessions are shown like "
          "others. Where an output has been replaced by a later version of the same topic and "
          "agent, a terminal shows the later one; --all shows both.\n\nFiles outside the session "
          "folder, also behind links, are never opened: that "
          "is refused with exit code 5.",
      .options = {{.name = "all",
                   .letter = 'a',
                   .help = "also outputs that a later version of them has replaced"},
                  {.name = "raw",
                   .help = "the file as it is, of a session its metadata; on a terminal control "
                           "bytes are still shown as escapes"}},
      .operands = {{.name = "ID[:FILE]",
                    .help = "a session, an output of it, or an output of the current session",
                    .completion = Completion::session_id}},
      .examples = {{"git session show", "the current session"},
                   {"git session show a3f42c", "another one"},
                   {"git session show a3f42c:review", "its output whose name contains 'review'"},
                   {"git session show :notes.md | wc -w", "the bytes of an output"}},
      .run = run_show};
}

}  // namespace git_session
