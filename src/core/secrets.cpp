#include "core/secrets.h"

#include <algorithm>
#include <array>

#include "base/content_id.h"
#include "core/secret_match.h"
#include "core/secret_rules.h"

namespace git_session {
namespace {

/// Shorter words are no tokens.
constexpr size_t shortest_token = 20;
constexpr size_t shortest_number = 4;
constexpr std::string_view key_mark = "-----BEGIN";
constexpr std::string_view assigned = "assigned-secret";
/// How far from a find its line may say that it may be there: what is said at one end of a file
/// without line breaks is not said of the other.
constexpr size_t reach_of_mark = 1024;

enum class Kind : unsigned char { other, word, sign };

constexpr std::array<Kind, 256> make_kinds() {
  std::array<Kind, 256> kinds{};
  for (unsigned char byte = '0'; byte <= '9'; ++byte) kinds[byte] = Kind::word;
  for (unsigned char byte = 'a'; byte <= 'z'; ++byte) kinds[byte] = Kind::word;
  for (unsigned char byte = 'A'; byte <= 'Z'; ++byte) kinds[byte] = Kind::word;
  for (const unsigned char byte : {'_', '-'}) kinds[byte] = Kind::word;
  for (const unsigned char byte : {'=', ':', '>', '|'}) kinds[byte] = Kind::sign;
  return kinds;
}

constexpr std::array<Kind, 256> kinds = make_kinds();

/// Goes through a text once, from word to word and sign to sign, and asks the rules that can fit
/// there.
class Search {
 public:
  Search(std::string_view text, SecretScope scope, size_t most)
      : text_(text), scope_(scope), most_(most) {}

  std::vector<SecretMatch> run() {
    size_t at = 0;
    while (at < text_.size() && found_.size() < most_) {
      switch (kinds[static_cast<unsigned char>(text_[at])]) {
        case Kind::other:
          ++at;
          break;
        case Kind::word:
          at = look_at_word(at);
          break;
        case Kind::sign:
          look_at_sign(at);
          ++at;
          break;
      }
    }
    return std::move(found_);
  }

 private:
  size_t end_of_word(size_t at) const {
    while (at < text_.size() && kinds[static_cast<unsigned char>(text_[at])] == Kind::word) ++at;
    return at;
  }

  bool take(std::optional<SecretMatch> match) {
    if (!match) return false;
    found_.push_back(*std::move(match));
    return true;
  }

  /// Returns where to go on.
  size_t look_at_word(size_t begin) {
    const size_t end = end_of_word(begin);
    const bool is_option = text_.substr(begin, 2) == "--" && text_.substr(end, 1) == " ";
    if (is_option && scope_ == SecretScope::text) take(match_assignment(text_, end));
    if (end - begin >= shortest_token)
      if (auto next = look_for_token(begin, end)) return *next;
    // Whatever stands before its dashes.
    if (text_.substr(begin, end - begin).ends_with(key_mark) &&
        take(match_private_key(text_, end - key_mark.size())))
      return found_.back().end;
    if (scope_ == SecretScope::text && end - begin >= shortest_number &&
        is_letter_or_digit(text_[begin]) && take(match_number(text_, begin)))
      return std::max(end, found_.back().end);
    return end;
  }

  /// A token begins with a word or behind a sign in it: `MY-ghp_…`.
  std::optional<size_t> look_for_token(size_t begin, size_t end) {
    bool may_be_jwt = true;
    for (size_t at = begin; at + 1 < end; ++at) {
      if (!is_letter(text_[at]) || (at > 0 && is_letter_or_digit(text_[at - 1]))) continue;
      if (take(match_token(text_, at))) return found_.back().end;
      if (!may_be_jwt || !text_.substr(at).starts_with("eyJ")) continue;
      may_be_jwt = false;
      if (take(match_json_web_token(text_, at))) return found_.back().end;
    }
    return std::nullopt;
  }

  void look_at_sign(size_t at) {
    if (scope_ == SecretScope::text) take(match_assignment(text_, at));
    if (text_[at] == ':' && text_.substr(at).starts_with("://")) take(match_url(text_, at));
  }

  std::string_view text_;
  SecretScope scope_;
  size_t most_;
  std::vector<SecretMatch> found_;
};

/// In order and without overlaps; a rule that knows what it found goes before one that knows only
/// how it is called.
void sort_out(std::vector<SecretMatch>& matches) {
  std::stable_sort(matches.begin(), matches.end(),
                   [](const auto& left, const auto& right) { return left.begin < right.begin; });
  std::vector<SecretMatch> kept;
  for (SecretMatch& match : matches) {
    // A name with another secret in it is not shown.
    if (!kept.empty() && match.name_begin < kept.back().end) match.excerpt = "… = …";
    if (kept.empty() || match.begin >= kept.back().end) {
      kept.push_back(std::move(match));
    } else if (kept.back().rule == assigned && match.rule != assigned) {
      kept.back() = std::move(match);
    }
  }
  matches = std::move(kept);
}

/// Tells places in order in lines and columns, and what their lines say.
class Places {
 public:
  explicit Places(std::string_view text) : text_(text) {}

  SecretFinding tell(SecretMatch match) {
    for (; at_ < match.begin; ++at_) step();
    SecretFinding finding;
    finding.rule = match.rule;
    finding.begin = match.begin;
    finding.end = match.end;
    finding.line = line_;
    finding.column = column_;
    finding.excerpt = std::move(match.excerpt);
    finding.is_marked = is_marked(match.begin, match.end);
    return finding;
  }

 private:
  void step() {
    if (text_[at_] == '\n') {
      ++line_;
      column_ = 1;
      line_begin_ = at_ + 1;
    } else if ((static_cast<unsigned char>(text_[at_ + 1]) & 0xC0) != 0x80) {
      ++column_;
    }
  }

  /// Whether the line on which a find begins says so.
  bool is_marked(size_t begin, size_t end) const {
    const size_t first = std::max(line_begin_, begin - std::min(begin, reach_of_mark));
    std::string_view line = text_.substr(first, end + reach_of_mark - first);
    line = line.substr(0, line.find('\n'));
    return line.find(secret_mark) != line.npos;
  }

  std::string_view text_;
  size_t at_ = 0;
  size_t line_begin_ = 0;
  int line_ = 1;
  int column_ = 1;
};

}  // namespace

std::vector<SecretFinding> find_secrets(std::string_view text, SecretScope scope, size_t most) {
  std::vector<SecretMatch> matches = Search(text, scope, most).run();
  sort_out(matches);
  Places places(text);
  std::vector<SecretFinding> findings;
  if (matches.empty()) return findings;
  for (SecretMatch& match : matches) findings.push_back(places.tell(std::move(match)));
  return findings;
}

std::string redact_secrets(std::string_view text, const std::vector<SecretFinding>& findings) {
  std::string redacted;
  size_t at = 0;
  for (const SecretFinding& finding : findings) {
    redacted.append(text.substr(at, finding.begin - at));
    redacted += "[redacted: " + std::string(finding.rule) + "]";
    at = finding.end;
  }
  return redacted.append(text.substr(at));
}

std::string fingerprint_of(std::string_view text, const SecretFinding& finding) {
  const SecretRule* rule = find_secret_rule(finding.rule);
  if (rule == nullptr || rule->can_be_guessed) return {};
  const std::string_view value = text.substr(finding.begin, finding.end - finding.begin);
  return content_id("git-session secret\n" + std::string(finding.rule) + "\n" + std::string(value));
}

}  // namespace git_session
