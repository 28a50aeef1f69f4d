#include "mail/promotion_mail.h"

#include <cstdint>
#include <cstdio>

#include "base/text.h"
#include "mail/encoding.h"

namespace git_session {
namespace {

constexpr size_t most_links = 20;

struct Row {
  std::string name;
  std::string value;
};

// FNV-1a: the id needs to be the same, and to differ from that of the next promotion.
std::string hash_of(const std::vector<std::string>& parts) {
  uint64_t hash = 0xcbf29ce484222325;
  for (const std::string& part : parts) {
    for (unsigned char byte : part + '\0') hash = (hash ^ byte) * 0x100000001b3;
  }
  char text[17];
  std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(hash));
  return text;
}

std::string id_of(const Promotion& promotion, const std::string& sender) {
  const std::string moment = promotion.promoted_at
                                 ? std::to_string(promotion.promoted_at->time_since_epoch().count())
                                 : std::string("0");
  const std::string hash =
      hash_of({promotion.session_id, promotion.source_file, promotion.path, promotion.page_url,
               promotion.blob, std::to_string(promotion.version.value_or(1)), moment});
  return "git-session." + moment + "." + hash + sender.substr(sender.find('@'));
}

std::string title_of(const Promotion& promotion) {
  return promotion.page_title.empty()
             ? promotion.source_file.substr(promotion.source_file.rfind('/') + 1)
             : promotion.page_title;
}

bool is_web_address(const std::string& url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

std::vector<Row> rows_of(const Promotion& promotion, const Session& session) {
  std::vector<Row> rows = {
      {"Page", promotion.page_url},
      {"Title", promotion.page_title},
      {"Output", promotion.source_file},
      {"Version", promotion.version ? std::to_string(*promotion.version) : std::string()},
      {"Agent", promotion.agent},
      {"Session", promotion.session_id},
      {"Project", session.context.project},
      {"Ticket", session.context.ticket},
      {"Copy", promotion.path + "/" + promotion.file},
      {"Commit", promotion.commit},
      {"Note", promotion.notes}};
  for (size_t i = 0; i < session.links.size() && i < most_links; ++i)
    rows.push_back({"Link " + session.links[i].first, session.links[i].second});
  std::erase_if(rows, [](const Row& row) { return row.value.empty(); });
  for (Row& row : rows) row = {escape_line(row.name), escape_line(row.value)};
  return rows;
}

std::string plain_text(const std::string& opening, const std::vector<Row>& rows) {
  std::string text = opening + "\r\n\r\n";
  for (const Row& row : rows) text += row.name + ": " + row.value + "\r\n";
  return text;
}

std::string html_text(const std::string& opening, const std::vector<Row>& rows) {
  std::string html =
      "<!DOCTYPE html>\r\n<html><body>\r\n<p>" + escape_html(opening) + "</p>\r\n<table>\r\n";
  for (const Row& row : rows) {
    const std::string value = escape_html(row.value);
    html += "<tr><th align=\"left\">" + escape_html(row.name) + "</th><td>" +
            (is_web_address(row.value) ? "<a href=\"" + value + "\">" + value + "</a>" : value) +
            "</td></tr>\r\n";
  }
  return html + "</table>\r\n</body></html>\r\n";
}

}  // namespace

Mail promotion_mail(const Promotion& promotion, const Session& session, const MailSender& sender,
                    std::vector<std::string> to, Instant date) {
  const std::string opening =
      escape_line((promotion.promoted_by.empty() ? sender.name : promotion.promoted_by) +
                  " shared an output to Confluence.");
  const std::vector<Row> rows = rows_of(promotion, session);
  Mail mail;
  mail.from_name = sender.name;
  mail.from = sender.address;
  mail.to = std::move(to);
  mail.subject = "Shared to Confluence: " + title_of(promotion);
  if (promotion.version.value_or(1) > 1)
    mail.subject += " (version " + std::to_string(*promotion.version) + ")";
  mail.date = date;
  mail.id = id_of(promotion, sender.address);
  mail.text = plain_text(opening, rows);
  mail.html = html_text(opening, rows);
  return mail;
}

}  // namespace git_session
