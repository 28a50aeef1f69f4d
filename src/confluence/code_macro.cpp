#include "confluence/code_macro.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace git_session::confluence {
namespace {

struct Language {
  std::string_view alias;
  std::string_view name;
  bool is_old = true;  ///< Data Center knows it too; there an unknown one is shown as an error
};

// Sorted by alias.
constexpr std::array<Language, 131> languages{{
    {"abap", "abap", false},
    {"actionscript", "actionscript3"},
    {"actionscript3", "actionscript3"},
    {"ada", "ada", false},
    {"applescript", "applescript"},
    {"arduino", "arduino", false},
    {"as3", "actionscript3"},
    {"autoit", "autoit", false},
    {"bash", "bash"},
    {"c", "c"},
    {"c#", "c#"},
    {"c++", "cpp"},
    {"cc", "cpp"},
    {"cfm", "coldfusion"},
    {"clj", "clojure", false},
    {"clojure", "clojure", false},
    {"coffeescript", "coffeescript", false},
    {"coldfusion", "coldfusion"},
    {"console", "bash"},
    {"cpp", "cpp"},
    {"cs", "c#"},
    {"csharp", "c#"},
    {"css", "css"},
    {"cuda", "cuda", false},
    {"cxx", "cpp"},
    {"d", "d", false},
    {"dart", "dart", false},
    {"delphi", "delphi"},
    {"diff", "diff"},
    {"docker", "dockerfile", false},
    {"dockerfile", "dockerfile", false},
    {"elixir", "elixir", false},
    {"erl", "erl"},
    {"erlang", "erl"},
    {"ex", "elixir", false},
    {"fortran", "fortran", false},
    {"foxpro", "foxpro", false},
    {"gherkin", "gherkin", false},
    {"go", "go", false},
    {"golang", "go", false},
    {"gql", "graphql", false},
    {"graphql", "graphql", false},
    {"groovy", "groovy"},
    {"h", "c"},
    {"handlebars", "handlebars", false},
    {"haskell", "haskell", false},
    {"haxe", "haxe", false},
    {"hcl", "hcl", false},
    {"hpp", "cpp"},
    {"hs", "haskell", false},
    {"html", "xml"},
    {"ini", "text"},
    {"java", "java"},
    {"javafx", "javafx"},
    {"javascript", "js"},
    {"jfx", "javafx"},
    {"js", "js"},
    {"json", "json", false},
    {"json5", "json", false},
    {"jsonc", "json", false},
    {"jsx", "jsx", false},
    {"julia", "julia", false},
    {"kotlin", "kotlin", false},
    {"kt", "kotlin", false},
    {"livescript", "livescript", false},
    {"lua", "lua", false},
    {"mathematica", "mathematica", false},
    {"matlab", "matlab", false},
    {"mermaid", "mermaid", false},
    {"mjs", "js"},
    {"none", ""},
    {"objc", "objectivec", false},
    {"objective-c", "objectivec", false},
    {"objectivec", "objectivec", false},
    {"objectivej", "objectivej", false},
    {"ocaml", "ocaml", false},
    {"octave", "octave", false},
    {"pascal", "delphi"},
    {"patch", "diff"},
    {"perl", "perl"},
    {"php", "php"},
    {"pl", "perl"},
    {"plain", ""},
    {"plaintext", ""},
    {"powershell", "powershell"},
    {"prolog", "prolog", false},
    {"protobuf", "protobuf", false},
    {"ps1", "powershell"},
    {"puppet", "puppet", false},
    {"py", "py"},
    {"python", "py"},
    {"python3", "py"},
    {"qml", "qml", false},
    {"r", "r", false},
    {"racket", "racket", false},
    {"rb", "ruby"},
    {"rs", "rust", false},
    {"rst", "rst", false},
    {"ruby", "ruby"},
    {"rust", "rust", false},
    {"sass", "sass"},
    {"scala", "scala"},
    {"scheme", "scheme", false},
    {"scss", "sass"},
    {"sh", "bash"},
    {"shell", "bash"},
    {"smalltalk", "smalltalk", false},
    {"splunk", "splunk", false},
    {"sql", "sql"},
    {"standardml", "standardml", false},
    {"svg", "xml"},
    {"swift", "swift", false},
    {"tcl", "tcl", false},
    {"terraform", "hcl", false},
    {"tex", "tex", false},
    {"text", ""},
    {"toml", "toml", false},
    {"ts", "typescript", false},
    {"tsx", "tsx", false},
    {"txt", ""},
    {"typescript", "typescript", false},
    {"vala", "vala", false},
    {"vb", "vb"},
    {"verilog", "verilog", false},
    {"vhdl", "vhdl", false},
    {"xhtml", "xml"},
    {"xml", "xml"},
    {"xquery", "xquery", false},
    {"yaml", "yml"},
    {"yml", "yml"},
    {"zsh", "bash"},
}};
static_assert(std::is_sorted(languages.begin(), languages.end(),
                             [](const Language& left, const Language& right) {
                               return left.alias < right.alias;
                             }));

bool is_number(std::string_view word) {
  return !word.empty() && word.size() <= 6 && word.find_first_not_of("0123456789") == word.npos;
}

/// One word of an info string, or `key="several words"`.
struct Word {
  std::string_view key;
  std::string_view value;  ///< without quotes; empty when there is no `=`
  bool has_value = false;
  size_t end = 0;  ///< where the rest of the text begins
};

Word next_word(std::string_view text, size_t begin) {
  const auto find = [text](const char* characters, size_t from) {
    return std::min(text.find_first_of(characters, from), text.size());
  };
  const size_t key_end = find(" \t=", begin);
  Word word{text.substr(begin, key_end - begin), {}, false, key_end};
  if (key_end == text.size() || text[key_end] != '=') return word;
  word.has_value = true;
  const size_t value = key_end + 1;
  const bool is_quoted = value < text.size() && (text[value] == '"' || text[value] == '\'');
  const size_t close = is_quoted ? text.find(text[value], value + 1) : text.npos;
  if (close != text.npos) {
    word.value = text.substr(value + 1, close - value - 1);
    word.end = close + 1;
  } else {
    word.end = find(" \t", value);
    word.value = text.substr(value, word.end - value);
  }
  return word;
}

bool means_yes(const Word& word) { return !word.has_value || word.value != "false"; }

/// Whether the word says something about the block besides its language.
bool read_word(const Word& word, CodeInfo& info) {
  const std::string key = to_lower_ascii(word.key);
  if (key == "title" && word.has_value) {
    info.title = word.value;
  } else if (key == "collapse" || key == "collapsed") {
    info.is_collapsed = means_yes(word);
  } else if (key == "linenumbers" || key == "linenos" || key == ".numberlines") {
    info.is_numbered = means_yes(word);
  } else if (key == "firstline" || key == "linenums" || key == "startfrom" ||
             key == "linenostart") {
    if (!is_number(word.value)) return true;
    info.first_line = word.value;
    info.is_numbered = true;
  } else if (!word.has_value && is_number(key)) {
    info.first_line = key;
    info.is_numbered = true;
  } else {
    return word.has_value;
  }
  return true;
}

}  // namespace

CodeInfo read_code_info(std::string_view info) {
  CodeInfo result;
  std::string without_braces(info);
  std::erase_if(without_braces, [](char c) { return c == '{' || c == '}'; });
  const std::string_view text = trim(without_braces);
  bool is_first = true;
  for (size_t at = 0; at < text.size();) {
    if (text[at] == ' ' || text[at] == '\t') {
      ++at;
      continue;
    }
    const Word word = next_word(text, at);
    at = word.end;
    if (to_lower_ascii(word.key) == "title" && !word.has_value && at < text.size()) {
      result.title = trim(text.substr(at));
      break;
    }
    if (!read_word(word, result) && is_first) {
      result.language = word.key.starts_with('.') ? word.key.substr(1) : word.key;
    }
    is_first = false;
  }
  return result;
}

std::optional<std::string_view> language_name(std::string_view language, Editor editor) {
  const std::string alias = to_lower_ascii(language);
  const auto found = std::lower_bound(
      languages.begin(), languages.end(), alias,
      [](const Language& each, const std::string& name) { return each.alias < name; });
  if (found == languages.end() || found->alias != alias) return std::nullopt;
  if (editor == Editor::old && !found->is_old) return std::nullopt;
  return found->name;
}

void write_code(Page& page, std::string_view code, const CodeInfo& info) {
  page.xml.open("ac:structured-macro", {{"ac:name", "code"}});
  const auto language = language_name(info.language, page.options.editor);
  if (language && !language->empty()) page.parameter("language", *language);
  if (!language && !info.language.empty()) {
    page.note("Confluence does not know the language '" + truncate_to_width(info.language, 40) +
              "': the code is shown without colours");
  }
  if (!info.title.empty()) page.parameter("title", info.title);
  if (info.is_collapsed) page.parameter("collapse", "true");
  if (info.is_numbered) page.parameter("linenumbers", "true");
  if (!info.first_line.empty()) page.parameter("firstline", info.first_line);
  if (code.ends_with('\n')) code.remove_suffix(1);
  page.xml.open("ac:plain-text-body");
  page.xml.verbatim(code);
  page.xml.close();
  page.xml.close();
}

}  // namespace git_session::confluence
