#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace git_session::confluence {

/// Which editor the page is for: they differ in links to headings, mentions and languages of code.
enum class Editor {
  current,  ///< Confluence Cloud
  old       ///< Data Center
};

/// Where a link to a file leads on the server: one of the three is set.
struct LinkTarget {
  std::string url = {};
  std::string page_title = {};
  std::string attachment = {};  ///< the name of a file attached to the page
  std::string space_key = {};   ///< of the page; empty: the space of the page that links
};

struct ConversionOptions {
  Editor editor = Editor::current;
  /// Links to files, keyed by the path as it is written, without what follows `#`.
  std::map<std::string, LinkTarget> links = {};
  /// Names for attached pictures, keyed by Attachment::path; others keep their own name.
  std::map<std::string, std::string> attachment_names = {};
  /// Pictures that cannot be attached, and why: their text is shown instead. Keyed as above.
  std::map<std::string, std::string> missing_pictures = {};
  /// Who is meant by `@name` and `@{name}`: the id of the account.
  std::map<std::string, std::string> mentions = {};
  /// Macros that code blocks of the language `csf` may bring along as storage format. Empty: such a
  /// block is shown as code, whatever it holds.
  std::vector<std::string> macros = {};
};

/// Something that could not be shown as it was meant.
struct ConversionNote {
  int line = 0;      ///< of the Markdown file, counted from 1
  std::string text;  ///< a sentence without a period
};

/// A local picture that the page shows.
struct Attachment {
  std::string path;      ///< as written, percent escapes decoded; never leads upwards
  std::string filename;  ///< under which the page expects it; unique on the page
  int line = 0;          ///< of its first use
};

struct Conversion {
  std::string storage;
  std::vector<ConversionNote> notes;  ///< by line
  std::vector<Attachment> attachments;
};

/// Markdown as Confluence storage format. Takes any bytes; the result is well-formed XML once
/// wrapped in a root that declares the prefixes `ac` and `ri`. Opens no file.
Conversion convert_markdown(std::string_view text, const ConversionOptions& options = {});

}  // namespace git_session::confluence
