#include "operations/site_login.h"

#include <algorithm>
#include <mutex>

#include "base/base64.h"
#include "base/error.h"
#include "base/text.h"
#include "git/credential.h"
#include "http/cloud_answers.h"
#include "http/program_client.h"

namespace git_session {
namespace {

std::string variable_of(SiteKind kind) {
  return kind == SiteKind::confluence ? "GIT_SESSION_CONFLUENCE_TOKEN" : "GIT_SESSION_JIRA_TOKEN";
}

CredentialRequest credential_request(const Site& site, bool may_ask) {
  const size_t slashes = site.origin.find("://");
  return {site.origin.substr(0, slashes), site.origin.substr(slashes + 3), site.user, may_ask};
}

Credential find_credential(const Workspace& workspace, const Site& site, bool may_ask) {
  try {
    return fill_credential(workspace.repository(), credential_request(site, may_ask));
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::unavailable) throw;
    throw Error(error.kind(), "no login for " + name_of(site.kind) + ": " + error.what(),
                "repeat the command in a terminal, where git asks for the token, or set " +
                    variable_of(site.kind));
  }
}

std::string checked_token(std::string token, const std::string& variable) {
  const bool is_clean =
      std::all_of(token.begin(), token.end(), [](unsigned char c) { return c > ' ' && c != 0x7f; });
  if (!is_clean)
    throw Error(ErrorKind::invalid_data,
                "the token in " + variable + " holds blanks or line breaks",
                "set " + variable + " to the token alone");
  return token;
}

}  // namespace

/// The password or token, and what is known of it by now.
class SiteLogin::Secret {
 public:
  Secret(const Workspace& workspace, const Site& site, bool may_ask)
      : repository_(workspace.repository()) {
    const std::string variable = variable_of(site.kind);
    token_ = checked_token(std::string(trim(workspace.environment().value_or_empty(variable))),
                           variable);
    if (!token_.empty()) return;
    credential_ = find_credential(workspace, site, may_ask);
    token_ = credential_->password;
  }

  const std::string& token() const { return token_; }

  void hear(const HttpResponse& response) {
    // What is neither may be about the page as well as about us.
    const bool is_accepted = response.ok();
    if (!credential_ || (!is_accepted && !is_login_refused(response))) return;
    const std::lock_guard<std::mutex> lock(mutex_);
    if (is_settled_) return;
    is_settled_ = true;
    if (is_accepted)
      approve_credential(repository_, *credential_);
    else
      reject_credential(repository_, *credential_);
  }

 private:
  const Repository& repository_;
  std::optional<Credential> credential_;  ///< where it is git's
  std::string token_;
  std::mutex mutex_;
  bool is_settled_ = false;
};

SiteLogin::SiteLogin(const Workspace& workspace, Site site, SiteLoginOptions options)
    : site_(std::move(site)),
      options_(std::move(options)),
      pause_(std::make_shared<RatePause>()),
      secret_(std::make_shared<Secret>(workspace, site_, options_.may_ask)) {
  if (options_.time_limit) access_.end = std::chrono::steady_clock::now() + *options_.time_limit;
  const std::string& token = secret_->token();
  const std::string encoded = encode_base64(site_.user + ":" + token);
  access_.authorization = site_.user.empty() ? "Bearer " + token : "Basic " + encoded;
  access_.secrets = {encoded, token};
  access_.api_address = find_api_address();
}

SiteLogin::~SiteLogin() = default;

std::unique_ptr<HttpClient> SiteLogin::make_client(const std::string& origin) const {
  auto client =
      std::make_unique<ProgramHttpClient>(std::vector<std::string>{origin}, site_.ca_file);
  if (options_.time_limit) return client;
  return std::make_unique<PatientHttpClient>(std::move(client), pause_, options_.on_wait);
}

std::string SiteLogin::ask_for_cloud_id() const {
  const std::string url = site_.origin + "/_edge/tenant_info";
  HttpRequest request;
  request.method = "GET";
  request.url = url;
  request.headers = {{"Accept", "application/json"}};
  if (options_.time_limit) request.time_limit = *options_.time_limit;
  const HttpResponse response = make_client(site_.origin)->send(request);
  if (auto id = response.ok() ? read_cloud_id(response.body) : std::nullopt) return *id;
  const std::string words = response.failure == HttpResponse::Failure::none
                                ? "it answered " + std::to_string(response.status)
                                : escape_line(response.words);
  throw Error(ErrorKind::unavailable, url + " does not tell the id of the site: " + words,
              "git config session." + key_of(site_.kind) + ".cloudId ID");
}

std::string SiteLogin::find_api_address() const {
  if (site_.gateway.empty()) return site_.address;
  const std::string id = site_.cloud_id.empty() ? ask_for_cloud_id() : site_.cloud_id;
  return site_.gateway + "/ex/" + key_of(site_.kind) + "/" + id + site_.path;
}

std::unique_ptr<SiteConnection> SiteLogin::connect() const {
  const std::string& origin = site_.gateway.empty() ? site_.origin : site_.gateway;
  return std::make_unique<SiteConnection>(
      make_client(origin), access_,
      [secret = secret_](const HttpResponse& response) { secret->hear(response); });
}

}  // namespace git_session
