#include "core/secret_rules.h"

#include <algorithm>
#include <array>

namespace git_session {
namespace {

constexpr std::array rules = {
    SecretRule{"private-key", "a private key, as PEM, OpenSSH or PGP have it"},
    SecretRule{"aws-access-key", "the id of an access key of AWS"},
    SecretRule{"github-token", "a token of GitHub"},
    SecretRule{"gitlab-token", "a token of GitLab"},
    SecretRule{"slack-token", "a token of Slack, or the address of a webhook there"},
    SecretRule{"stripe-key", "a secret key of Stripe"},
    SecretRule{"google-key", "an API key or a client's secret of Google"},
    SecretRule{"atlassian-token", "an API token of Atlassian or Bitbucket"},
    SecretRule{"npm-token", "an access token of npm"},
    SecretRule{"pypi-token", "an upload token of PyPI"},
    SecretRule{"openai-key", "an API key of OpenAI"},
    SecretRule{"anthropic-key", "an API key of Anthropic"},
    SecretRule{"json-web-token", "a signed JSON web token"},
    SecretRule{"url-password", "an address with a password in it", true},
    SecretRule{"assigned-secret", "a random value that is called a password, secret, token or key",
               true},
    SecretRule{"payment-card", "the number of a payment card", true},
    SecretRule{"iban", "the number of a bank account", true}};

}  // namespace

std::span<const SecretRule> secret_rules() { return rules; }

const SecretRule* find_secret_rule(std::string_view name) {
  auto found = std::find_if(rules.begin(), rules.end(),
                            [&](const SecretRule& rule) { return rule.name == name; });
  return found == rules.end() ? nullptr : &*found;
}

}  // namespace git_session
