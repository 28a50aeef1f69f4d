#include "operations/merge_file.h"

#include "base/error.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/console.h"
#include "cli/session_command.h"
#include "json/json.h"

namespace git_session {
namespace {

/// What git takes for an error of the driver, and not for a number of conflicts.
constexpr int failed = 129;

Json report_to_json(const MergeFileReport& report, const std::string& path) {
  Json root = json_root();
  root["path"] = path;
  root["clean"] = report.is_clean;
  root["merged_by"] = report.by_line_because ? "line" : "field";
  root["by_line_because"] = text_or_null(report.by_line_because);
  root["conflicts"] = Json::array();
  for (const FieldConflict& conflict : report.conflicts) {
    root["conflicts"].push_back({{"field", conflict.field}, {"line", conflict.line}});
  }
  root["left_out"] = Json::array();
  for (const LeftOutComment& comment : report.left_out) {
    root["left_out"].push_back({{"text", comment.text}, {"line", comment.line}});
  }
  return root;
}

/// Path, fields and comments come from strangers, and each message is one line.
void print_report(Console& console, const MergeFileReport& report, const std::string& given_path) {
  const std::string path = escape_line(given_path);
  if (report.by_line_because) {
    console.warn(path + " was merged by line: " + escape_line(*report.by_line_because));
  }
  for (const FieldConflict& conflict : report.conflicts) {
    console.warn(path + ":" + std::to_string(conflict.line) + ": both sides changed " +
                 escape_line(conflict.field));
  }
  for (const LeftOutComment& comment : report.left_out) {
    console.warn(path + ": line " + std::to_string(comment.line) +
                 " of theirs has a comment that found no place: " + escape_line(comment.text));
  }
}

size_t marker_size_of(const Arguments& arguments) {
  const auto text = arguments.operand("SIZE");
  if (!text) return 7;
  const auto size = parse_integer(*text);
  if (!size || *size < 1 || *size > 1000) {
    throw Error(ErrorKind::usage, "'" + *text + "' is no size of conflict markers",
                "git session merge-file ANCESTOR OURS THEIRS 7");
  }
  return static_cast<size_t>(*size);
}

int run_merge_file(Invocation& invocation) {
  const Arguments& arguments = invocation.arguments;
  const MergeFileRequest request{*arguments.operand("ANCESTOR"), *arguments.operand("OURS"),
                                 *arguments.operand("THEIRS"), marker_size_of(arguments)};
  const std::string path = arguments.operand("PATH").value_or(request.ours);
  try {
    const MergeFileReport report = merge_file(request);
    if (invocation.wants_json()) {
      invocation.console.print_json(report_to_json(report, path));
    } else {
      print_report(invocation.console, report, path);
    }
    return report.is_clean ? 0 : 1;
  } catch (const Error& error) {
    print_error(invocation, error);
  } catch (const std::exception& exception) {
    // Out of memory, too: git takes 0 and 1 for answers, and would keep our side without a word.
    invocation.console.error(exception.what());
  }
  return failed;
}

}  // namespace

Command declare_merge_file() {
  return {
      .name = "merge-file",
      .summary = "Merge three versions of a metadata file, as git asks a merge driver to",
      .description =
          "Git runs this when two branches changed the same .session-metadata.yaml, once "
          "`git session setup --merge-driver` has told it to. The three files are merged field by "
          "field and the result replaces OURS: outputs are joined by file name, people by e-mail, "
          "tags as a set; notes are merged by line, and what both added is kept; of two new "
          "states the later one counts; comments, order and spelling of ours stay.\n\n"
          "A field that both sides changed to different values gets conflict markers that name it, "
          "around its lines only: keep one value, delete the markers, `git add` the file. A file "
          "that cannot be read, or that a newer program wrote, is merged by line, as git "
          "does without a driver, and the reason is said.",
      .operands = {{.name = "ANCESTOR",
                    .help = "the common ancestor (%O); an empty file when both sides made it",
                    .minimum = 1,
                    .completion = Completion::file},
                   {.name = "OURS",
                    .help = "our version (%A); it gets the result",
                    .minimum = 1,
                    .completion = Completion::file},
                   {.name = "THEIRS",
                    .help = "their version (%B)",
                    .minimum = 1,
                    .completion = Completion::file},
                   {.name = "SIZE", .help = "how long conflict markers are (%L); 7"},
                   {.name = "PATH", .help = "the file's path, for messages (%P)"}},
      .examples = {{"git session merge-file base.yaml ours.yaml theirs.yaml",
                    "merge three files by hand; ours.yaml gets the result"}},
      .exit_codes = {{1, "there are conflicts; OURS has markers"},
                     {129, "nothing was written: a file cannot be read or written"}},
      .takes_session = false,
      .run = run_merge_file};
}

}  // namespace git_session
