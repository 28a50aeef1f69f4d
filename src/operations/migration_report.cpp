#include "operations/migration_report.h"

#include "base/text.h"

namespace git_session {
namespace {

/// Text in a cell of a table: a name shows as it is, whatever is in it.
std::string in_cell(std::string_view text) {
  std::string cell;
  for (char c : escape_line(text)) {
    const bool is_markup = std::string_view("\\`*_[]<>|&~").find(c) != std::string_view::npos;
    if (is_markup) cell += '\\';
    cell += c;
  }
  return cell;
}

/// A path as it can be copied from the rendered page and from the file alike.
std::string as_code(std::string_view text) {
  std::string code;
  for (char c : escape_line(text)) {
    if (c == '|') code += '\\';  // would end the cell, in code too
    code += c;
  }
  const bool has_tick = code.find('`') != std::string::npos;
  return has_tick ? "`` " + code + " ``" : "`" + code + "`";
}

std::string row(const std::vector<std::string>& cells) {
  return "| " + join(cells, " | ") + " |\n";
}

std::string author_of(const LegacyFile& file) {
  if (file.author.empty()) return file.email.empty() ? "not committed" : in_cell(file.email);
  return in_cell(file.author);
}

}  // namespace

std::string migration_report(const Session& session, const std::vector<MigratedFile>& files,
                             bool originals_stay) {
  constexpr size_t digits_of_commit = 12;
  std::string text = "# Migration report\n\n";
  text += count_of(files.size(), "output") + " of " + in_cell(session.created_by.user) +
          (files.size() == 1 ? " was " : " were ") + (originals_stay ? "copied" : "moved") +
          " into session " + as_code(session.id) + " on " +
          format_rfc3339(*session.status.closed_at) + ".\n";
  text += originals_stay
              ? "The originals were left; `git session migrate --remove-legacy --execute` removes "
                "those "
                "whose copies hold the same.\n"
              : "`git session migrate --rollback` takes the migration back where it was made; what "
                "git tracked it follows with `git log --follow`.\n";
  text += "`sha256sum FILE` prints the last column as long as a file is as it came.\n\n";
  text += row({"file", "from", "added by", "on", "commit", "SHA-256"});
  text += "|---|---|---|---|---|---|\n";
  for (const MigratedFile& one : files) {
    const LegacyFile& file = one.file;
    text +=
        row({as_code(one.target), as_code(file.path), author_of(file), format_rfc3339(file.time),
             file.commit.empty() ? "-" : file.commit.substr(0, digits_of_commit), file.content});
  }
  return text;
}

}  // namespace git_session
