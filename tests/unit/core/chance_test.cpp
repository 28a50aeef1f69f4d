#include "core/chance.h"

#include <gtest/gtest.h>

#include "support/fake_secrets.h"

namespace git_session {
namespace {

TEST(LooksRandom, TellsLotsFromWords) {
  // Of a thousand drawn, nearly all; the shorter the harder.
  const std::tuple<std::string_view, size_t, int> rows[] = {
      {base62, 16, 880}, {base62, 32, 960},      {base62, 40, 970},
      {base32, 32, 900}, {hexadecimal, 32, 950}, {base64url, 43, 960}};
  for (const auto& [alphabet, length, wanted] : rows) {
    int found = 0;
    for (unsigned seed = 0; seed < 1000; ++seed)
      found += looks_random(drawn(alphabet, length, seed)) ? 1 : 0;
    EXPECT_GE(found, wanted) << alphabet << " " << length;
  }
}

TEST(LooksRandom, LeavesNamesAlone) {
  for (const char* name :
       {"getAuthenticationTokenFromHeader", "billing-database-credentials-v2",
        "correct-horse-battery-staple", "client_secret_basic_authentication",
        "2025-11-22T08:15:30Z", "application/vnd.api+json", "com.company.billing.TokenService2",
        "MAX_PASSWORD_LENGTH_IN_BYTES", "1234567890123456", "----------------",
        "kubernetes.io/service-account-token", "InvoiceAutomationSystem2025",
        "output/sessions/ada-lovelace", "short1X"})
    EXPECT_FALSE(looks_random(name)) << name;
}

TEST(IsPlaceholder, KnowsWhatStandsInAPlace) {
  for (const char* text :
       {"", "xxxxxxxxxxxxxxxx", "<your-token>", "${TOKEN}", "$TOKEN", "{{ token }}", "%(token)s",
        "your-api-key-1", "AKIAIOSFODNN7EXAMPLE", "abc...xyz", "ab***yz", "12345678901234567890",
        "abcdefghijklmnop", "REDACTED-0815", "[token]", "0000000000000001", "changeme99"})
    EXPECT_TRUE(is_placeholder(text)) << text;
  for (unsigned seed = 0; seed < 200; ++seed) EXPECT_FALSE(is_placeholder(drawn(base62, 36, seed)));
}

TEST(IsContentName, KnowsDigestsAndIds) {
  const std::string hex = drawn(hexadecimal, 128);
  for (const std::string& word : std::vector<std::string>{
           hex.substr(0, 40), hex.substr(0, 64), std::string("sha512-") + drawn(base62, 80),
           "sha256:" + hex.substr(0, 64), "123e4567-e89b-12d3-a456-426614174000"})
    EXPECT_TRUE(is_content_name(word)) << word;
  for (const std::string& word :
       std::vector<std::string>{hex.substr(0, 32), hex.substr(0, 48), drawn(base62, 40),
                                "123e4567-e89b-12d3-a456-42661417400g"})
    EXPECT_FALSE(is_content_name(word)) << word;
}

}  // namespace
}  // namespace git_session
