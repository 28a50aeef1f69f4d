#include "http_program/curl_client.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/text.h"
#include "http/http_address.h"

namespace git_session {
namespace {

constexpr std::chrono::seconds connect_limit{10};
constexpr size_t longest_body = 32 * 1024 * 1024;
constexpr size_t longest_headers = 256 * 1024;
// Sites close a connection that nobody used for a minute or so; a request must not meet that.
constexpr long idle_seconds = 30;

struct Transfer {
  const HttpOrder& order;
  const HttpAddress address;
  const std::function<bool()>& is_wanted;
  HttpResponse response = {};
  size_t header_size = 0;
  bool was_sent = false;      ///< as far as we know: libcurl had a connection for it
  bool is_too_large = false;  ///< the answer
  std::array<char, CURL_ERROR_SIZE> error = {};

  /// Twice is no harm.
  bool is_repeatable() const {
    return order.request.method == "GET" || order.request.method == "HEAD";
  }
};

Transfer& transfer_of(void* user) { return *static_cast<Transfer*>(user); }

extern "C" {

int git_session_before_request(void* user, char*, char*, int, int) {
  Transfer& transfer = transfer_of(user);
  // libcurl sends again by itself when a kept connection turns out to be dead, though the server
  // may have done what it was asked.
  const bool is_second = transfer.was_sent && !transfer.is_repeatable();
  if (is_second || !transfer.is_wanted()) return CURL_PREREQFUNC_ABORT;
  transfer.was_sent = true;
  return CURL_PREREQFUNC_OK;
}

size_t git_session_take_header(char* data, size_t size, size_t count, void* user) {
  Transfer& transfer = transfer_of(user);
  const std::string_view line(data, size * count);
  transfer.header_size += line.size();
  transfer.is_too_large = transfer.header_size > longest_headers;
  if (transfer.is_too_large) return 0;
  // Another status line: what came before was a 100 Continue.
  if (line.starts_with("HTTP/")) transfer.response.headers.clear();
  const size_t colon = line.find(':');
  if (colon == line.npos) return line.size();
  transfer.response.headers.push_back(
      {std::string(line.substr(0, colon)), std::string(trim(line.substr(colon + 1)))});
  return line.size();
}

size_t git_session_take_body(char* data, size_t size, size_t count, void* user) {
  Transfer& transfer = transfer_of(user);
  transfer.is_too_large = transfer.response.body.size() + size * count > longest_body;
  if (transfer.is_too_large) return 0;
  transfer.response.body.append(data, size * count);
  return size * count;
}

int git_session_go_on(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return transfer_of(user).is_wanted() ? 0 : 1;
}

}  // extern "C"

template <typename Value>
void set(CURL* handle, CURLoption option, Value value) {
  const CURLcode code = curl_easy_setopt(handle, option, value);
  if (code != CURLE_OK) throw Error(ErrorKind::unavailable, curl_easy_strerror(code));
}

class HeaderList {
 public:
  explicit HeaderList(const std::vector<HttpHeader>& headers) {
    bool has_type = false;
    for (const HttpHeader& header : headers) {
      // libcurl's way to say that a header is empty, not absent.
      add(header.name + (header.value.empty() ? ";" : ": " + header.value));
      has_type = has_type || equals_ignoring_case(header.name, "content-type");
    }
    // Without a value: libcurl is not to send its own.
    add("Expect:");
    if (!has_type) add("Content-Type:");
  }
  HeaderList(const HeaderList&) = delete;
  HeaderList& operator=(const HeaderList&) = delete;
  ~HeaderList() { curl_slist_free_all(list_); }
  const curl_slist* get() const { return list_; }

 private:
  void add(const std::string& line) { list_ = curl_slist_append(list_, line.c_str()); }
  curl_slist* list_ = nullptr;
};

void set_security(CURL* handle, const Transfer& transfer) {
  const HttpAddress& address = transfer.address;
  set(handle, CURLOPT_PROTOCOLS_STR, address.is_encrypted ? "https" : "http");
  set(handle, CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
  set(handle, CURLOPT_FOLLOWLOCATION, 0L);
  set(handle, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  // What is for the site is not for the proxy.
  set(handle, CURLOPT_HEADEROPT, static_cast<long>(CURLHEADER_SEPARATE));
  set(handle, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
  if (address.is_loopback || !address.is_encrypted) set(handle, CURLOPT_PROXY, "");
  set(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  set(handle, CURLOPT_SSL_VERIFYPEER, 1L);
  set(handle, CURLOPT_SSL_VERIFYHOST, 2L);
  if (transfer.order.ca_file.empty()) return;
  set(handle, CURLOPT_CAINFO, transfer.order.ca_file.c_str());
  // Or it would be added to what the system trusts.
  set(handle, CURLOPT_CAPATH, static_cast<const char*>(nullptr));
}

void set_request(CURL* handle, const Transfer& transfer, const HeaderList& headers) {
  const HttpRequest& request = transfer.order.request;
  set(handle, CURLOPT_URL, request.url.c_str());
  set(handle, CURLOPT_PATH_AS_IS, 1L);
  set(handle, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
  set(handle, CURLOPT_HTTPHEADER, headers.get());
  set(handle, CURLOPT_USERAGENT, "git-session/" GIT_SESSION_VERSION);
  set(handle, CURLOPT_MAXAGE_CONN, idle_seconds);
  if (request.method == "HEAD") set(handle, CURLOPT_NOBODY, 1L);
  const bool has_body =
      request.method == "POST" || request.method == "PUT" || !request.body.empty();
  if (has_body) {
    set(handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    set(handle, CURLOPT_POSTFIELDS, request.body.data());
  }
  if (request.method != "HEAD") set(handle, CURLOPT_CUSTOMREQUEST, request.method.c_str());
}

void set_limits(CURL* handle, const Transfer& transfer) {
  const auto limit = transfer.order.request.time_limit;
  set(handle, CURLOPT_CONNECTTIMEOUT, static_cast<long>(std::min(limit, connect_limit).count()));
  set(handle, CURLOPT_TIMEOUT, static_cast<long>(limit.count()));
  set(handle, CURLOPT_NOSIGNAL, 1L);
}

void set_callbacks(CURL* handle, Transfer& transfer) {
  void* user = &transfer;
  set(handle, CURLOPT_PREREQFUNCTION, git_session_before_request);
  set(handle, CURLOPT_PREREQDATA, user);
  set(handle, CURLOPT_HEADERFUNCTION, git_session_take_header);
  set(handle, CURLOPT_HEADERDATA, user);
  set(handle, CURLOPT_WRITEFUNCTION, git_session_take_body);
  set(handle, CURLOPT_WRITEDATA, user);
  set(handle, CURLOPT_NOPROGRESS, 0L);
  set(handle, CURLOPT_XFERINFOFUNCTION, git_session_go_on);
  set(handle, CURLOPT_XFERINFODATA, user);
  set(handle, CURLOPT_ERRORBUFFER, transfer.error.data());
}

std::string words_for(CURLcode code, const Transfer& transfer) {
  if (transfer.is_too_large) return "the answer is larger than 32 MiB";
  if (code == CURLE_ABORTED_BY_CALLBACK) return "the connection was lost";
  const std::string words = transfer.error.data();
  return words.empty() ? curl_easy_strerror(code) : words;
}

HttpResponse response_of(CURL* handle, CURLcode code, Transfer& transfer) {
  if (code == CURLE_OK) {
    long status = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
    transfer.response.status = static_cast<int>(status);
    return std::move(transfer.response);
  }
  HttpResponse response;
  using Failure = HttpResponse::Failure;
  response.failure = transfer.was_sent ? Failure::no_answer : Failure::not_sent;
  response.words = words_for(code, transfer);
  return response;
}

}  // namespace

CurlClient::CurlClient(std::function<bool()> is_wanted)
    : is_wanted_(std::move(is_wanted)), handle_(curl_easy_init()) {
  if (handle_ == nullptr) throw Error(ErrorKind::unavailable, "libcurl does not start");
}

CurlClient::~CurlClient() { curl_easy_cleanup(handle_); }

HttpResponse CurlClient::send(const HttpOrder& order) {
  check_http_request(order.request);
  Transfer transfer{order, parse_http_address(order.request.url), is_wanted_};
  const HeaderList headers(order.request.headers);
  // Not what it holds open.
  curl_easy_reset(handle_);
  set_security(handle_, transfer);
  set_request(handle_, transfer, headers);
  set_limits(handle_, transfer);
  set_callbacks(handle_, transfer);
  HttpResponse response = response_of(handle_, curl_easy_perform(handle_), transfer);
  // It must not point to what ends here.
  curl_easy_reset(handle_);
  return response;
}

}  // namespace git_session
