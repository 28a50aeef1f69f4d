#include "confluence/panel.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace git_session::confluence {
namespace {

using markdown::Kind;
using markdown::Node;

struct PanelWord {
  std::string_view word;
  std::string_view macro;
};

constexpr std::array<PanelWord, 5> alerts{{{"note", "info"},
                                           {"tip", "tip"},
                                           {"important", "note"},
                                           {"warning", "note"},
                                           {"caution", "warning"}}};

// MkDocs' words that name a macro mean that macro, as in other publishers.
constexpr std::array<PanelWord, 26> admonitions{
    {{"note", "note"},      {"info", "info"},       {"tip", "tip"},        {"warning", "warning"},
     {"abstract", "info"},  {"summary", "info"},    {"tldr", "info"},      {"todo", "info"},
     {"question", "info"},  {"help", "info"},       {"faq", "info"},       {"example", "info"},
     {"hint", "tip"},       {"success", "tip"},     {"check", "tip"},      {"done", "tip"},
     {"important", "note"}, {"caution", "warning"}, {"attention", "note"}, {"failure", "warning"},
     {"fail", "warning"},   {"missing", "warning"}, {"danger", "warning"}, {"error", "warning"},
     {"bug", "warning"},    {"seealso", "info"}}};

struct AlertWord {
  std::string_view beginning;
  std::string_view alert;
};

constexpr std::array<AlertWord, 5> gitlab_words{{{"FLAG:", "warning"},
                                                 {"NOTE:", "note"},
                                                 {"TIP:", "tip"},
                                                 {"WARNING:", "warning"},
                                                 {"DISCLAIMER:", "note"}}};

template <size_t size>
std::optional<std::string_view> macro_in(const std::array<PanelWord, size>& words,
                                         std::string_view word) {
  const auto found = std::find_if(words.begin(), words.end(),
                                  [word](const PanelWord& each) { return each.word == word; });
  return found == words.end() ? std::nullopt : std::optional(found->macro);
}

/// Takes the first `bytes` of the quote, and a break behind them.
void take_beginning(Node& quote, size_t bytes) {
  std::vector<Node>& inlines = quote.children.front().children;
  std::string& text = inlines.front().text;
  text.erase(0, std::min(text.find_first_not_of(" \t", bytes), text.size()));
  if (!text.empty()) return;
  const bool has_break = inlines.size() > 1 && (inlines[1].kind == Kind::soft_break ||
                                                inlines[1].kind == Kind::line_break);
  inlines.erase(inlines.begin(), inlines.begin() + (has_break ? 2 : 1));
  if (has_break) ++quote.children.front().line;
  if (inlines.empty()) quote.children.erase(quote.children.begin());
}

void make_alert(Node& quote, std::string_view word, std::string title, size_t bytes) {
  quote.kind = Kind::alert;
  quote.info = word;
  quote.title = std::move(title);
  take_beginning(quote, bytes);
}

void read_gitlab_alert(Node& quote) {
  if (quote.children.empty() || quote.children.front().kind != Kind::paragraph) return;
  const std::vector<Node>& inlines = quote.children.front().children;
  if (inlines.empty() || inlines.front().kind != Kind::text) return;
  const std::string text = inlines.front().text;
  for (const auto& [beginning, alert] : gitlab_words) {
    if (text.starts_with(beginning)) return make_alert(quote, alert, {}, beginning.size());
  }
  const size_t bracket = text.starts_with("[!") ? text.find(']') : text.npos;
  if (bracket == text.npos) return;
  // A title with marks of its own would be cut in two: only plain ones are taken.
  const bool is_line = inlines.size() == 1 || inlines[1].kind == Kind::soft_break ||
                       inlines[1].kind == Kind::line_break;
  const std::string word = to_lower_ascii(text.substr(2, bracket - 2));
  if (!is_line || !macro_in(alerts, word)) return;
  make_alert(quote, word, std::string(trim(text.substr(bracket + 1))), text.size());
}

}  // namespace

Panel panel_of(const Node& block) {
  const auto macro =
      block.kind == Kind::alert ? macro_in(alerts, block.info) : macro_in(admonitions, block.info);
  Panel panel{macro.value_or("info"), block.title};
  if (!macro && panel.title.empty() && !block.info.empty()) {
    panel.title = block.info;
    if (panel.title[0] >= 'a' && panel.title[0] <= 'z') panel.title[0] -= 'a' - 'A';
  }
  return panel;
}

void read_gitlab_alerts(Node& document) {
  if (document.kind == Kind::block_quote) read_gitlab_alert(document);
  for (Node& child : document.children) read_gitlab_alerts(child);
}

}  // namespace git_session::confluence
