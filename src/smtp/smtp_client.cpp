#include "smtp/smtp_client.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>

#include "base/error.h"
#include "base/text.h"

namespace git_session {
namespace {

constexpr long connect_seconds = 10;
constexpr long whole_seconds = 60;

/// What is said, as far as it tells which recipient was refused and why the rest was.
class Conversation {
 public:
  void hear_us(std::string_view line) {
    constexpr std::string_view recipient = "RCPT TO:<";
    if (!line.starts_with(recipient)) return;
    line.remove_prefix(recipient.size());
    recipient_ = line.substr(0, line.find('>'));
  }
  void hear_server(std::string_view line) {
    line = trim(line);
    const bool is_last_of_reply = line.size() < 4 || line[3] != '-';
    is_refusal_ = line.starts_with('4') || line.starts_with('5');
    if (is_refusal_) refusal_ = line;
    if (!is_last_of_reply || recipient_.empty()) return;
    if (is_refusal_) refused_.push_back({recipient_, std::string(line)});
    recipient_.clear();
  }
  const std::vector<RefusedRecipient>& refused() const { return refused_; }
  /// The server's last word, when it was a refusal; else empty.
  std::string last_refusal() const { return is_refusal_ ? refusal_ : std::string(); }

 private:
  std::string recipient_;
  std::string refusal_;
  bool is_refusal_ = false;
  std::vector<RefusedRecipient> refused_;
};

struct Transfer {
  std::string_view rest;  ///< of the message
  Conversation conversation;
  const std::function<bool()>& is_wanted;
  std::array<char, CURL_ERROR_SIZE> error{};
};

extern "C" {

size_t git_session_give_message(char* buffer, size_t size, size_t count, void* user) {
  auto& transfer = *static_cast<Transfer*>(user);
  const size_t length = std::min(size * count, transfer.rest.size());
  std::memcpy(buffer, transfer.rest.data(), length);
  transfer.rest.remove_prefix(length);
  return length;
}

int git_session_listen(CURL*, curl_infotype type, char* data, size_t size, void* user) {
  auto& conversation = static_cast<Transfer*>(user)->conversation;
  if (type == CURLINFO_HEADER_OUT) conversation.hear_us({data, size});
  if (type == CURLINFO_HEADER_IN) conversation.hear_server({data, size});
  return 0;
}

int git_session_go_on(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<Transfer*>(user)->is_wanted() ? 0 : 1;
}

}  // extern "C"

struct FreeHandle {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
using Handle = std::unique_ptr<CURL, FreeHandle>;

class AddressList {
 public:
  explicit AddressList(const std::vector<std::string>& addresses) {
    for (const std::string& address : addresses)
      list_ = curl_slist_append(list_, ("<" + address + ">").c_str());
  }
  AddressList(const AddressList&) = delete;
  AddressList& operator=(const AddressList&) = delete;
  ~AddressList() { curl_slist_free_all(list_); }
  const curl_slist* get() const { return list_; }

 private:
  curl_slist* list_ = nullptr;
};

template <typename Value>
void set(CURL* handle, CURLoption option, Value value) {
  const CURLcode code = curl_easy_setopt(handle, option, value);
  if (code != CURLE_OK) throw Error(ErrorKind::unavailable, curl_easy_strerror(code));
}

void set_security(CURL* handle, const SmtpRequest& request) {
  set(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  set(handle, CURLOPT_PROXY, "");
  set(handle, CURLOPT_USE_SSL,
      static_cast<long>(request.requires_tls ? CURLUSESSL_ALL : CURLUSESSL_NONE));
  set(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  if (!request.ca_file.empty()) {
    set(handle, CURLOPT_CAINFO, request.ca_file.c_str());
    // Or it would be added to what the system trusts.
    set(handle, CURLOPT_CAPATH, static_cast<const char*>(nullptr));
  }
  if (request.user.empty()) return;
  set(handle, CURLOPT_USERNAME, request.user.c_str());
  set(handle, CURLOPT_PASSWORD, request.password.c_str());
}

void set_transfer(CURL* handle, const SmtpRequest& request, const AddressList& recipients,
                  Transfer& transfer) {
  set(handle, CURLOPT_URL, request.url.c_str());
  set(handle, CURLOPT_MAIL_FROM, ("<" + request.from + ">").c_str());
  set(handle, CURLOPT_MAIL_RCPT, recipients.get());
  // The name that every version of libcurl knows.
  set(handle, CURLOPT_MAIL_RCPT_ALLLOWFAILS, 1L);
  set(handle, CURLOPT_UPLOAD, 1L);
  set(handle, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(request.message.size()));
  set(handle, CURLOPT_READFUNCTION, git_session_give_message);
  set(handle, CURLOPT_READDATA, static_cast<void*>(&transfer));
  set(handle, CURLOPT_VERBOSE, 1L);
  set(handle, CURLOPT_DEBUGFUNCTION, git_session_listen);
  set(handle, CURLOPT_DEBUGDATA, static_cast<void*>(&transfer));
  set(handle, CURLOPT_NOPROGRESS, 0L);
  set(handle, CURLOPT_XFERINFOFUNCTION, git_session_go_on);
  set(handle, CURLOPT_XFERINFODATA, static_cast<void*>(&transfer));
  set(handle, CURLOPT_ERRORBUFFER, transfer.error.data());
  set(handle, CURLOPT_NOSIGNAL, 1L);
  set(handle, CURLOPT_CONNECTTIMEOUT, connect_seconds);
  set(handle, CURLOPT_TIMEOUT, whole_seconds);
}

std::string without(std::string text, const std::string& secret) {
  for (size_t place = 0; !secret.empty() && (place = text.find(secret, place)) != text.npos;)
    text.replace(place, secret.size(), "…");
  return text;
}

MailOutcome outcome_of(CURLcode code, const Transfer& transfer, const SmtpRequest& request) {
  MailOutcome outcome;
  outcome.refused = transfer.conversation.refused();
  if (code == CURLE_OK) {
    outcome.result = MailOutcome::Result::sent;
    return outcome;
  }
  outcome.words = transfer.conversation.last_refusal();
  // 454 and its like mean that the server cannot look now; only 535 says that the password is
  // wrong.
  if (code == CURLE_LOGIN_DENIED && outcome.words.starts_with("535"))
    outcome.result = MailOutcome::Result::login_refused;
  if (outcome.words.empty()) outcome.words = transfer.error.data();
  if (outcome.words.empty()) outcome.words = curl_easy_strerror(code);
  outcome.words = without(outcome.words, request.password);
  return outcome;
}

}  // namespace

void send_by_smtp(const SmtpRequest& request, const std::function<bool()>& is_wanted,
                  const std::function<void(const MailOutcome&)>& report) {
  const Handle handle(curl_easy_init());
  if (!handle) throw Error(ErrorKind::unavailable, "libcurl does not start");
  const AddressList recipients(request.to);
  Transfer transfer{request.message, {}, is_wanted};
  set_security(handle.get(), request);
  set_transfer(handle.get(), request, recipients, transfer);
  report(outcome_of(curl_easy_perform(handle.get()), transfer, request));
  // What follows is a goodbye, whose answer changes nothing any more.
  set(handle.get(), CURLOPT_VERBOSE, 0L);
}

}  // namespace git_session
