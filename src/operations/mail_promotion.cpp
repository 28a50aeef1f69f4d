#include "operations/mail_promotion.h"

#include <algorithm>
#include <iterator>

#include "base/error.h"
#include "base/text.h"
#include "git/credential.h"
#include "mail/message.h"
#include "mail/send_mail.h"
#include "operations/promotion_entry.h"

namespace git_session {
namespace {

using Addresses = std::vector<std::string>;

bool holds(const Addresses& addresses, const std::string& address) {
  return std::any_of(addresses.begin(), addresses.end(), [&](const std::string& other) {
    return equals_ignoring_case(other, address);
  });
}

/// A list as the ledger has it.
Addresses listed(const std::string& text) {
  Addresses addresses;
  for (const std::string& part : split(text, ','))
    if (!trim(part).empty()) addresses.emplace_back(trim(part));
  return addresses;
}

std::string with_more(const std::string& list, const Addresses& more) {
  Addresses addresses = listed(list);
  const size_t before = addresses.size();
  for (const std::string& address : more)
    if (!holds(addresses, address)) addresses.push_back(address);
  return addresses.size() == before ? list : join(addresses, ", ");
}

/// Who of `to` has not got it.
Addresses due(const Promotion& promotion, const Addresses& to) {
  const Addresses mailed = listed(promotion.mailed);
  Addresses rest;
  for (const std::string& address : to)
    if (!holds(mailed, address)) rest.push_back(address);
  return rest;
}

/// Takes those out to whom we cannot write: an address beyond ASCII needs what few servers have.
std::vector<RefusedRecipient> take_unwritable(Addresses& addresses) {
  std::vector<RefusedRecipient> unwritable;
  for (const std::string& address : addresses)
    if (!is_ascii_address(address))
      unwritable.push_back({address, "only ASCII addresses can be written to"});
  std::erase_if(addresses, [](const std::string& address) { return !is_ascii_address(address); });
  return unwritable;
}

struct Sending {
  MailOutcome outcome;
  std::optional<Credential> credential;
};

Sending send_due(const Workspace& workspace, const Promotion& promotion, const Session& session,
                 const MailRequest& request, Addresses to) {
  const auto& [server, sender] = *request.setup;
  std::vector<RefusedRecipient> unwritable = take_unwritable(to);
  Sending sending;
  if (!to.empty()) {
    const Mail mail = promotion_mail(promotion, session, sender, to, workspace.now());
    if (!server.user.empty())
      sending.credential = fill_credential(
          workspace.repository(), {"smtp", server.host, server.user, request.may_ask_for_password});
    sending.outcome = send_mail(server, {sender.address, to, write_message(mail)},
                                sending.credential ? sending.credential->password : std::string());
  }
  std::move(unwritable.begin(), unwritable.end(), std::back_inserter(sending.outcome.refused));
  return sending;
}

/// Git's helpers keep a password that was right, and forget one that was wrong.
void settle_credential(const Workspace& workspace, const Sending& sending) {
  if (!sending.credential) return;
  if (sending.outcome.result == MailOutcome::Result::sent)
    approve_credential(workspace.repository(), *sending.credential);
  if (sending.outcome.result == MailOutcome::Result::login_refused)
    reject_credential(workspace.repository(), *sending.credential);
}

Addresses accepted(const MailOutcome& outcome, const Addresses& to) {
  Addresses sent;
  if (outcome.result != MailOutcome::Result::sent) return sent;
  for (const std::string& address : to) {
    const bool is_refused =
        std::any_of(outcome.refused.begin(), outcome.refused.end(),
                    [&](const RefusedRecipient& refused) { return refused.address == address; });
    if (!is_refused) sent.push_back(address);
  }
  return sent;
}

void check_outcome(const MailOutcome& outcome, const MailServer& server, size_t asked) {
  const std::string name = server.is_sendmail ? "sendmail" : "mail server " + server.url;
  if (outcome.result == MailOutcome::Result::login_refused)
    throw Error(ErrorKind::unavailable, name + " refused the login of '" +
                                            escape_line(server.user) +
                                            "': " + escape_line(outcome.words));
  const bool got_through = outcome.result == MailOutcome::Result::sent;
  if (!outcome.refused.empty() && (got_through || outcome.refused.size() == asked)) {
    Addresses refusals;
    for (const RefusedRecipient& refused : outcome.refused)
      refusals.push_back("'" + refused.address + "' (" + escape_line(refused.words) + ")");
    throw Error(ErrorKind::unavailable, "no mail was sent to " + join(refusals, ", ") + " by " +
                                            name + (got_through ? "; the others got it" : ""));
  }
  if (!got_through)
    throw Error(ErrorKind::unavailable,
                "no mail was sent: " + name + ": " + escape_line(outcome.words));
}

Promotion with_mail(Promotion promotion, const Addresses& told, const Addresses& sent,
                    Instant now) {
  promotion.notified = with_more(promotion.notified, told);
  promotion.mailed = with_more(promotion.mailed, sent);
  if (!sent.empty()) promotion.mailed_at = now;
  return promotion;
}

void note_sent(PageLedger& page, const Promotion& noted, const Addresses& sent) {
  try {
    page.note_told(noted);
  } catch (const Error& error) {
    if (sent.empty()) throw;
    throw Error(error.kind(),
                "the mail to " + join(sent, ", ") + " was sent, but this could not be noted, and " +
                    "the same command would send it again: " + error.what(),
                error.hint())
        .with_reason(error.reason());
  }
}

}  // namespace

std::optional<MailSetup> mail_setup(const Workspace& workspace) {
  const auto value = [&](const char* key) {
    return workspace.settings().find(std::string("session.mail.") + key).value;
  };
  if (value("server").empty()) return std::nullopt;
  MailSetup setup;
  setup.server = parse_mail_server({value("server"), value("user"), value("tls"), value("caFile")});
  const Identity identity = workspace.repository().identity();
  setup.sender = {identity.name, value("from").empty() ? identity.email : value("from")};
  if (!is_ascii_address(setup.sender.address))
    throw Error(ErrorKind::invalid_data,
                "a mail cannot come from '" + escape_line(setup.sender.address) + "'",
                "git config session.mail.from ada@example.com");
  return setup;
}

MailReport mail_promotion(const Workspace& workspace, const Promotion& promotion,
                          const Session& session, const MailRequest& request) {
  PageLedger page = lock_page_of(workspace, promotion);
  MailReport report;
  const Promotion entry = find_again(page, promotion);
  const Addresses to = request.setup ? due(entry, request.to) : Addresses();
  const Promotion expected = with_mail(entry, request.to, to, workspace.now());
  page.check_note_told(expected);
  Sending sending;
  sending.outcome.result = MailOutcome::Result::sent;
  if (!to.empty()) sending = send_due(workspace, entry, session, request, to);
  report.sent = accepted(sending.outcome, to);
  report.promotion = with_mail(entry, request.to, report.sent, workspace.now());
  // At once: whoever kills us before this makes the same command send it again.
  note_sent(page, report.promotion, report.sent);
  settle_credential(workspace, sending);
  for (const std::string& address : request.to)
    if (request.setup && !holds(to, address)) report.earlier.push_back(address);
  if (request.setup) check_outcome(sending.outcome, request.setup->server, to.size());
  return report;
}

}  // namespace git_session
