#include "support/fake_secrets.h"

#include <random>

namespace git_session {

std::string drawn(std::string_view alphabet, size_t length, unsigned seed) {
  std::mt19937 random(seed);
  std::string text;
  // Not uniform_int_distribution: libraries draw differently with it.
  while (text.size() < length) text += alphabet[random() % alphabet.size()];
  return text;
}

std::vector<FakeSecret> fake_tokens(unsigned seed) {
  auto token = [&](const char* rule, const std::string& prefix, std::string_view alphabet,
                   size_t length) {
    return FakeSecret{rule, prefix + drawn(alphabet, length - 1, seed) + "7"};
  };
  std::vector<FakeSecret> tokens = {token("aws-access-key", "AKIA", base32, 16),
                                    token("aws-access-key", "ASIA", base32, 16),
                                    token("github-token", "ghp_", base62, 36),
                                    token("github-token", "gho_", base62, 36),
                                    token("github-token", "ghu_", base62, 36),
                                    token("github-token", "ghr_", base62, 76),
                                    token("github-token", "ghs_", base62, 36),
                                    token("github-token", "github_pat_", base62, 82),
                                    token("gitlab-token", "glpat-", base64url, 20),
                                    token("gitlab-token", "glrt-", base64url, 20),
                                    token("gitlab-token", "gldt-", base64url, 20),
                                    token("slack-token",
                                          "xoxb-"
                                          "1234098712-2098173465012-",
                                          base62, 24),
                                    token("slack-token",
                                          "xapp-"
                                          "1-A0",
                                          base62, 60),
                                    token("stripe-key", "sk_live_", base62, 24),
                                    token("stripe-key", "rk_live_", base62, 99),
                                    token("stripe-key", "whsec_", base62, 32),
                                    token("google-key", "AIza", base64url, 35),
                                    token("google-key", "GOCSPX-", base64url, 28),
                                    token("atlassian-token", "ATATT3", base64url, 186),
                                    token("atlassian-token", "ATBB", base62, 32),
                                    token("npm-token", "npm_", base62, 36),
                                    token("pypi-token",
                                          "pypi-"
                                          "AgEIcHlwaS5vcmc",
                                          base64url, 130),
                                    token("openai-key",
                                          "sk-"
                                          "proj-" +
                                              drawn(base62, 40, seed + 1) +
                                              "T3Blbk"
                                              "FJ",
                                          base62, 40),
                                    token("anthropic-key",
                                          "sk-ant-"
                                          "api03-",
                                          base64url, 95)};
  tokens.push_back({"github-token", "ghs_" + std::to_string(seed + 100) + "_" +
                                        drawn(base62, 120, seed) + "." + drawn(base62, 200, seed) +
                                        "." + drawn(base64url, 86, seed) + "x"});
  tokens.push_back(
      {"gitlab-token", "glpat-" + drawn(base64url, 40, seed) + ".01." + drawn(base62, 9, seed)});
  tokens.push_back({"json-web-token",
                    "eyJ"
                    "hbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9."
                    "eyJ" +
                        drawn(base62, 80, seed) + "." + drawn(base64url, 43, seed)});
  return tokens;
}

std::string fake_private_key(const std::string& label, const std::string& end, unsigned seed) {
  std::string key = "-----BEGIN " + label + "-----" + end;
  for (unsigned line = 0; line < 5; ++line)
    key += drawn(std::string(base62) + "+/", 64, seed + line) + end;
  return key + drawn(base62, 22, seed) + "==" + end + "-----END " + label + "-----";
}

}  // namespace git_session
