#include "core/fields.h"

#include <array>
#include <cstdio>

#include "base/text.h"
#include "base/time.h"

namespace git_session {
namespace {

Value to_value(const std::string& text) { return text.empty() ? Value() : Value(text); }
Value to_value(const std::optional<Instant>& instant) {
  return instant ? Value(format_rfc3339(*instant)) : Value();
}
Value to_value(const std::optional<Date>& date) {
  return date ? Value(format_date(*date)) : Value();
}
Value to_value(bool flag) { return Value(flag); }
Value to_value(const std::optional<int64_t>& number) { return number ? Value(*number) : Value(); }

bool from_text(std::string& member, std::string_view text) {
  member = text;
  return true;
}

bool from_text(std::optional<Instant>& member, std::string_view text) {
  member = parse_rfc3339(text);
  return member.has_value() || text.empty();
}

/// A day; a moment counts as its day.
bool from_text(std::optional<Date>& member, std::string_view text) {
  member = parse_date(text.substr(0, 10));
  bool is_day_or_moment = text.size() == 10 || parse_rfc3339(text);
  return (member.has_value() && is_day_or_moment) || text.empty();
}

bool from_text(bool& member, std::string_view text) {
  std::string word = to_lower_ascii(text);
  member = word == "true" || word == "yes";
  return member || word == "false" || word == "no" || word.empty();
}

bool from_text(std::optional<int64_t>& member, std::string_view text) {
  member = parse_integer(text);
  return member.has_value() || text.empty();
}

constexpr FieldType type_of(const std::string*) { return FieldType::text; }
constexpr FieldType type_of(const std::optional<Instant>*) { return FieldType::instant; }
constexpr FieldType type_of(const std::optional<Date>*) { return FieldType::date; }
constexpr FieldType type_of(const bool*) { return FieldType::boolean; }
constexpr FieldType type_of(const std::optional<int64_t>*) { return FieldType::integer; }

template <typename Owner, auto... Path>
constexpr Field<Owner> field(std::string_view section, std::string_view key, bool required,
                             std::string_view description) {
  using Member = std::remove_reference_t<decltype((std::declval<Owner&>().*....*Path))>;
  return {section,
          key,
          type_of(static_cast<Member*>(nullptr)),
          required,
          description,
          [](const Owner& owner) { return to_value((owner.*....*Path)); },
          [](Owner& owner, std::string_view text) { return from_text((owner.*....*Path), text); }};
}

Value status_word(const Session& session) { return Value(name_of(session.status.current)); }

bool set_status_word(Session& session, std::string_view text) {
  std::string word = to_lower_ascii(text);
  session.status.word = text;
  session.status.current = State::active;
  if (word == "closed" || word == "completed") session.status.current = State::closed;
  if (word == "archived") session.status.current = State::archived;
  return word == "active" || session.status.current != State::active;
}

using CreatedBy = Session::CreatedBy;
using Context = Session::Context;
using Status = Session::Status;
using Retention = Session::Retention;

constexpr bool required = true;
constexpr bool optional = false;

constexpr std::array session_list = {
    field<Session, &Session::listed_id>("", "session_id", required, "The folder's name"),
    field<Session, &Session::created_at>("", "created_at", required, "When the session was made"),
    field<Session, &Session::created_by, &CreatedBy::user>("created_by", "user", required,
                                                           "Who made it: the user folder"),
    field<Session, &Session::created_by, &CreatedBy::email>("created_by", "email", required,
                                                            "Their e-mail address"),
    field<Session, &Session::created_by, &CreatedBy::team>("created_by", "team", required,
                                                           "The team it belongs to"),
    field<Session, &Session::context, &Context::branch>("context", "branch", required,
                                                        "The git branch it was made on"),
    field<Session, &Session::context, &Context::ticket>("context", "ticket", optional,
                                                        "The ticket it works on"),
    field<Session, &Session::context, &Context::project>("context", "project", required,
                                                         "The project it belongs to"),
    field<Session, &Session::context, &Context::sprint>("context", "sprint", optional,
                                                        "The sprint it belongs to"),
    field<Session, &Session::context, &Context::epic>("context", "epic", optional,
                                                      "The epic it belongs to"),
    field<Session, &Session::context, &Context::release>("context", "release", optional,
                                                         "The release it belongs to"),
    field<Session, &Session::context, &Context::description>(
        "context", "description", optional, "What it is about, as hand-written files say it"),
    SessionField{"status", "current", FieldType::text, required, "active, closed or archived",
                 status_word, set_status_word},
    field<Session, &Session::status, &Status::closed_at>("status", "closed_at", optional,
                                                         "When it was closed"),
    field<Session, &Session::status, &Status::archived_at>("status", "archived_at", optional,
                                                           "When it was archived"),
    field<Session, &Session::retention, &Retention::policy>(
        "retention", "policy", required, "project, sprint, temporary, permanent or hold"),
    field<Session, &Session::retention, &Retention::expires_at>(
        "retention", "expires_at", required, "The day after which it may go; null for never"),
    field<Session, &Session::retention, &Retention::reason>("retention", "reason", optional,
                                                            "Why it is kept that long"),
    field<Session, &Session::retention, &Retention::before_hold>(
        "retention", "before_hold", optional,
        "Policy, date and reason that come back when the hold is released"),
    field<Session, &Session::notes>("", "notes", optional, "Free text"),
};

constexpr std::array output_list = {
    field<Output, &Output::file>("", "file", required, "Path relative to the session folder"),
    field<Output, &Output::agent>("", "agent", optional, "The name of what made it"),
    field<Output, &Output::type>("", "type", optional,
                                 "architecture, analysis, reviews, reports, artifacts or any word"),
    field<Output, &Output::created_at>("", "created_at", optional, "When it was made"),
    field<Output, &Output::promoted>("", "promoted", optional, "Shared to an outside system"),
    field<Output, &Output::promoted_to>("", "promoted_to", optional, "Where it was shared to"),
    field<Output, &Output::title>("", "title", optional, "A title for people"),
    field<Output, &Output::model>("", "model", optional, "The model the agent ran on"),
    field<Output, &Output::chat>("", "chat", optional, "The run of the agent that made it"),
    field<Output, &Output::blob>("", "blob", optional, "The id git stores for the content"),
    field<Output, &Output::supersedes>("", "supersedes", optional, "The output it replaces"),
    field<Output, &Output::draft>("", "draft", optional, "Not meant to be shared yet"),
    field<Output, &Output::command>("", "command", optional, "The command whose stdout it is"),
    field<Output, &Output::duration_ms>("", "duration_ms", optional,
                                        "How long the command ran, milliseconds"),
    field<Output, &Output::exit_code>("", "exit_code", optional, "How the command ended"),
    field<Output, &Output::link>("", "link", optional,
                                 "Where an artifact is that is kept elsewhere"),
};

constexpr std::array stakeholder_list = {
    field<Stakeholder, &Stakeholder::name>("", "name", required, "Their name"),
    field<Stakeholder, &Stakeholder::role>("", "role", optional, "What they do"),
    field<Stakeholder, &Stakeholder::email>("", "email", optional, "Their e-mail address"),
};

constexpr std::array promotion_list = {
    field<Promotion, &Promotion::file>("", "file", required, "The copy, in the ledger's folder"),
    field<Promotion, &Promotion::promoted_at>("", "promoted_at", required, "When it was shared"),
    field<Promotion, &Promotion::promoted_by>("", "promoted_by", optional, "Who recorded that"),
    field<Promotion, &Promotion::session_id>("source", "session_id", required,
                                             "The session of the output"),
    field<Promotion, &Promotion::user>("source", "user", optional, "The session's user folder"),
    field<Promotion, &Promotion::source_file>("source", "source_file", required,
                                              "The output, relative to its session folder"),
    field<Promotion, &Promotion::agent>("source", "agent", optional, "What made it"),
    field<Promotion, &Promotion::blob>("source", "blob", optional,
                                       "The id git stores for the content that was shared"),
    field<Promotion, &Promotion::commit>("source", "commit", optional,
                                         "The commit that held this content"),
    field<Promotion, &Promotion::space_key>("confluence", "space_key", optional, "The space"),
    field<Promotion, &Promotion::page_id>("confluence", "page_id", optional, "The page's id"),
    field<Promotion, &Promotion::page_title>("confluence", "page_title", optional,
                                             "The page's title"),
    field<Promotion, &Promotion::page_url>("confluence", "page_url", required,
                                           "The page's address"),
    field<Promotion, &Promotion::version>("confluence", "version", optional,
                                          "How often this output was shared to this page"),
    field<Promotion, &Promotion::page_version>("confluence", "page_version", optional,
                                               "The page's own version, when it was published"),
    field<Promotion, &Promotion::page_hash>("confluence", "page_hash", optional,
                                            "Names the text that the server had then"),
    field<Promotion, &Promotion::notified>("", "notified", optional,
                                           "Who was told: e-mail addresses"),
    field<Promotion, &Promotion::mailed>("", "mailed", optional,
                                         "Those of them that a mail was sent to"),
    field<Promotion, &Promotion::mailed_at>("", "mailed_at", optional, "When a mail was sent last"),
    field<Promotion, &Promotion::jira_linked>("", "jira_linked", optional,
                                              "The tickets that were told to link to the page"),
    field<Promotion, &Promotion::notes>("", "notes", optional, "Free text"),
};

constexpr std::array section_list = {
    Section{"created_by", "", "user"},
    Section{"context", "work_context", "project"},
    Section{"status", "", "current"},
    Section{"retention", "", "policy"},
};

}  // namespace

std::span<const SessionField> session_fields() { return session_list; }
std::span<const OutputField> output_fields() { return output_list; }
std::span<const StakeholderField> stakeholder_fields() { return stakeholder_list; }
std::span<const PromotionField> promotion_fields() { return promotion_list; }
std::span<const Section> sections() { return section_list; }

std::string path_of(std::string_view section, std::string_view key) {
  return section.empty() ? std::string(key) : std::string(section) + "." + std::string(key);
}

bool is_in_new_files(const SessionField& field) {
  // `description` is read from older files; new ones have notes for that.
  return field.key != "description" && field.key != "before_hold";
}

const SessionField* find_session_field(std::string_view name) {
  for (const SessionField& field : session_list) {
    if (path_of(field.section, field.key) == name || field.key == name) return &field;
  }
  for (const Section& section : section_list) {
    if (section.name == name) return find_session_field(path_of(name, section.scalar_field));
  }
  return nullptr;
}

std::string to_text(const Value& value) {
  if (const std::string* text = value.text()) return *text;
  if (const bool* flag = value.boolean()) return *flag ? "true" : "false";
  if (const int64_t* number = value.integer()) return std::to_string(*number);
  if (const double* number = value.real()) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%.15g", *number);
    return buffer;
  }
  return {};
}

}  // namespace git_session
