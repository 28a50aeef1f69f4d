#include "core/secrets.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "core/secret_rules.h"
#include "support/fake_secrets.h"

namespace git_session {
namespace {

/// `rule: found text`, one on a line.
std::string found_in(const std::string& text, SecretScope scope = SecretScope::text) {
  std::string lines;
  for (const SecretFinding& finding : find_secrets(text, scope))
    lines += std::string(finding.rule) + ": " +
             text.substr(finding.begin, finding.end - finding.begin) + "\n";
  return lines;
}

std::string line_for(const std::string& rule, const std::string& secret) {
  return rule + ": " + secret + "\n";
}

/// Where a secret stands in documents, code, settings and logs.
const std::pair<const char*, const char*> surroundings[] = {
    {"", ""},
    {"The token is ", ", and it works."},
    {"`", "`"},
    {"**", "**"},
    {"| key | ", " |"},
    {"(", ")"},
    {"<td>", "</td>"},
    {"{\"value\": \"", "\"}"},
    {"{\\\"value\\\": \\\"", "\\\"}"},
    {"export X=", "\n"},
    {"https://ci.company.com/run?key=", "&page=2"},
    {"curl -H 'X-Key: ", "' https://company.com"},
    {"TEAM-", " "},
    {"first line\r\n", "\r\nlast line"},
    {"\xff\xfe", "\xff"},
};

TEST(FindSecrets, KnowsTheTokensOfServicesWhereverTheyStand) {
  for (unsigned seed = 1; seed < 20; ++seed) {
    for (const auto& [rule, token] : fake_tokens(seed)) {
      for (const auto& [before, after] : surroundings)
        EXPECT_EQ(found_in(before + token + after), line_for(rule, token)) << before << after;
      EXPECT_EQ(found_in(token, SecretScope::bytes), line_for(rule, token));
    }
  }
}

TEST(FindSecrets, WantsTokensWhole) {
  for (const auto& [rule, token] : fake_tokens()) {
    EXPECT_EQ(found_in("x" + token), "") << rule;
    if (rule != "json-web-token") {
      EXPECT_EQ(found_in(token.substr(0, 12)), "") << rule;
    }
  }
  const std::string aws = "AKIA" + drawn(base32, 16);
  EXPECT_EQ(found_in(aws + "A"), "");
  EXPECT_EQ(found_in(aws + "."), line_for("aws-access-key", aws));
}

TEST(FindSecrets, KnowsPrivateKeys) {
  for (const char* label :
       {"PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "OPENSSH PRIVATE KEY",
        "ENCRYPTED PRIVATE KEY", "PGP PRIVATE KEY BLOCK"}) {
    for (const char* end : {"\n", "\r\n", "\\n", "\n    ", "\\n\" +\n  \"", "\n> "}) {
      const std::string key = fake_private_key(label, end);
      EXPECT_EQ(found_in("key: |\n  " + key + "\nrest"), line_for("private-key", key));
      EXPECT_EQ(found_in(key, SecretScope::bytes), line_for("private-key", key));
    }
  }
}

TEST(FindSecrets, KnowsPrivateKeysWithHeaders) {
  std::string key = fake_private_key("RSA PRIVATE KEY");
  key.insert(key.find('\n') + 1, "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC," +
                                     drawn("0123456789ABCDEF", 32) + "\n\n");
  EXPECT_EQ(found_in(key), line_for("private-key", key));
}

TEST(FindSecrets, KnowsAKeyWithoutItsEnd) {
  const std::string whole = fake_private_key("PRIVATE KEY");
  const std::string key = whole.substr(0, whole.find("\n", 200));
  EXPECT_EQ(found_in(key + "\nand so on\n"), line_for("private-key", key));
}

TEST(FindSecrets, PassesOverWhatOnlyMentionsAKey) {
  const std::string begin = "-----BEGIN PRIVATE KEY-----";
  const std::string end = "-----END PRIVATE KEY-----";
  for (const std::string& text : std::vector<std::string>{
           begin, begin + "\n...\n" + end, begin + "\nMIIEvQIBADANBgkqh...\n" + end,
           "A file that starts with '" + begin + "' is a key: keep it where nobody looks for it.",
           begin + "\n" + std::string(64, 'x') + "\n" + end,
           "-----BEGIN PUBLIC KEY-----\n" + drawn(base62, 64) + "\n-----END PUBLIC KEY-----",
           "-----BEGIN CERTIFICATE-----\n" + drawn(base62, 64) + "\n-----END CERTIFICATE-----"})
    EXPECT_EQ(found_in(text), "") << text;
}

TEST(FindSecrets, KnowsPasswordsInAddresses) {
  const std::string password =
      "hunter"
      "2go";
  for (const std::string& text :
       std::vector<std::string>{"https://ada:" + password + "@git.company.com/x.git",
                                "postgres://app:" + password + "@db.company.com:5432/app",
                                "[x](https://ada:" + password + "@company.com)"})
    EXPECT_EQ(found_in(text), line_for("url-password", password)) << text;
  // On a host of one's own only what no person would choose.
  const std::string key = drawn(base62, 20);
  EXPECT_EQ(found_in("redis://:" + key + "@cache:6379"), line_for("url-password", key));
  EXPECT_EQ(found_in("mongodb://a:" + password + "@localhost/x"), "");
}

TEST(FindSecrets, PassesOverAddressesOfManuals) {
  for (const char* text :
       {"https://user:password@company.com", "https://user:pass@company.com",
        "postgres://postgres:postgres@db.company.com", "https://${USER}:${PASSWORD}@company.com",
        "https://user:<password>@company.com", "https://ada:xxxxxxxx@company.com",
        "https://ada@company.com", "https://company.com:8080/@ada", "https://company.com/a:b@c",
        "ssh://git@github.com:22/a/b", "https://user:s3cr3tpw@example.com",
        "https://token:{{ github_token }}@github.com", "mailto:ada:x@company.com",
        "https://ada:$PASSWORD@company.com", "https://ada:***@company.com"})
    EXPECT_EQ(found_in(text), "") << text;
}

TEST(FindSecrets, KnowsWebhooksOfSlack) {
  const std::string key =
      "T0" + drawn(base32, 9) + "/B0" + drawn(base32, 9) + "/" + drawn(base62, 24);
  EXPECT_EQ(found_in("https://hooks.slack.com/services/" + key), line_for("slack-token", key));
  EXPECT_EQ(found_in("https://hooks.slack.com/services/T00000000/B00000000/"
                     "XXXXXXXXXXXXXXXXXXXXXXXX"),
            "");
}

TEST(FindSecrets, KnowsWhatIsCalledASecretAndLooksLikeOne) {
  const std::string value = drawn(base62, 32);
  for (const std::string& text :
       std::vector<std::string>{"password = \"" + value + "\"",
                                "\"api_key\": \"" + value + "\"",
                                "API_KEY=" + value,
                                "secret: " + value,
                                "export DB_PASSWORD='" + value + "'",
                                "client_secret => '" + value + "'",
                                "token := `" + value + "`",
                                "<password>" + value + "</password>",
                                "| API key | `" + value + "` |",
                                "**Password:** " + value,
                                "**Access token**: `" + value + "`",
                                "--token=" + value,
                                "--token " + value,
                                "curl -H 'Authorization: Bearer " + value + "'",
                                "Authorization: Basic " + value + "==",
                                "X-Api-Key: " + value,
                                "PRIVATE-TOKEN: " + value,
                                "AccountKey=" + value + "==;EndpointSuffix=x",
                                "spring.datasource.password=" + value,
                                "{\\\"password\\\": \\\"" + value + "\\\"}",
                                "?access_token=" + value + "&x=1",
                                "aws_secret_access_key = " + value + "ab/+abc1",
                                "Bearer: " + value,
                                "authToken: " + value}) {
    const auto findings = find_secrets(text);
    ASSERT_EQ(findings.size(), 1u) << text;
    EXPECT_EQ(findings[0].rule, "assigned-secret") << text;
    EXPECT_TRUE(text.substr(findings[0].begin, value.size()) == value) << text;
  }
}

TEST(FindSecrets, KnowsPasswordsThatPeopleChoose) {
  for (const std::string& value : std::vector<std::string>{std::string("Summer"
                                                                       "2024!"),
                                                           std::string("tr0ub4"
                                                                       "Dor&3"),
                                                           std::string("Xk9#"
                                                                       "mP2vL")}) {
    for (const std::string& text :
         std::vector<std::string>{"password = \"" + value + "\"", "DB_PASSWORD='" + value + "'",
                                  "Password: " + value + "\n", "| Password | " + value + " |"})
      EXPECT_EQ(find_secrets(text).size(), 1u) << text;
    // In a sentence it may be anything.
    EXPECT_EQ(found_in("Password: " + value + " is not what we meant"), "");
    EXPECT_EQ(found_in("title = \"" + value + "\""), "");
  }
}

TEST(FindSecrets, PassesOverWhatOnlyIsCalledASecret) {
  const std::string hex40 = drawn(hexadecimal, 40);
  const std::string hex64 = drawn(hexadecimal, 64);
  for (const std::string& text :
       std::vector<std::string>{"password = getpass.getpass()",
                                "token = os.environ[\"TOKEN\"]",
                                "secret: ${{ secrets.DEPLOY_KEY_2 }}",
                                "api_key: $API_KEY",
                                "password: your-password-here-1",
                                "token: <your token>",
                                "apiKey: config.services.billing.apiKey2",
                                "token = response.json()[\"access_token\"]",
                                "password: Must have 12 characters, 1 digit and 1 sign",
                                "secret_key: xxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                                "token: abcdefghijklmnopqrstuvwxyz012345",
                                "api_key = \"0123456789abcdef0123456789\"",
                                "PASSWORD=changeme123!A",
                                "token: /var/run/secrets/token-2025",
                                "token_type: session-establishment-v2",
                                "token: null",
                                "secretName: billing-database-credentials-v2",
                                "max_tokens: 1234567890123456",
                                "tokenizer: cl100k_base_extended",
                                std::string("token: ") + "https://company.com/oauth2/v2.0/token",
                                "token: " + hex40,
                                "secret = \"" + hex64 + "\"",
                                "token=" + hex64.substr(0, 12),
                                "token: 123e4567-e89b-12d3-a456-426614174000",
                                "secret: sha256:" + hex64,
                                "token: \"sha512-" + drawn(base62, 86) + "==\""})
    EXPECT_EQ(found_in(text), "") << text;
}

TEST(FindSecrets, NeverEatsTheNamesOfContents) {
  for (unsigned seed = 1; seed < 50; ++seed) {
    const std::string hex40 = drawn(hexadecimal, 40, seed);
    const std::string hex64 = drawn(hexadecimal, 64, seed);
    const std::string base64 = drawn(std::string(base62) + "+/", 86, seed);
    for (const std::string& text : std::vector<std::string>{
             "commit " + hex40, hex40 + " refs/heads/main", "blob: \"" + hex64 + "\"",
             hex64 + "  file.md", "token " + hex40,
             "index " + hex40.substr(0, 7) + ".." + hex40.substr(9, 7) + " 100644",
             "\"integrity\": \"sha512-" + base64 + "==\"", "checksum = \"" + hex64 + "\"",
             "example.com/x v1.2.3 h1:" + base64.substr(0, 43) + "=", "--hash=sha256:" + hex64,
             "image@sha256:" + hex64, "[a](https://github.com/a/b/commit/" + hex40 + ")",
             "secret_commit = " + hex40})
      EXPECT_EQ(found_in(text), "") << text;
  }
}

TEST(FindSecrets, PassesOverPlaceholdersOfTokens) {
  // Each in two parts, so that no scanner takes these lines for what they are not.
  const std::pair<std::string, std::string> stand_ins[] = {
      {"ghp_", std::string(36, 'x')},
      {"AKIAIOSFODNN7", "EXAMPLE"},
      {"ghp_", "1234567890abcdefghijklmnopqrstuvwxyz"},
      {"glpat-", std::string(20, '0')},
      {"glpat-", "your-personal-token-1"},
      {"sk_live_", "abcdefghijklmnop1234"},
      {"xoxb-", "your-token-goes-here-1234"},
      {"ghp_", "<token>"},
      {"sk-ant-", "..."},
      {"npm_", "${NPM_TOKEN}"},
      // The one of every text about JSON web tokens.
      {"eyJ",
       "hbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0I"
       "joxNTE2MjM5MDIyfQ.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c"}};
  for (const auto& [prefix, rest] : stand_ins) EXPECT_EQ(found_in(prefix + rest), "") << rest;
}

/// A number with the last digit that makes its Luhn sum a multiple of ten.
std::string card_number(std::string digits) {
  for (char last = '0'; last <= '9'; ++last) {
    int sum = 0;
    const std::string number = digits + last;
    for (size_t i = 0; i < number.size(); ++i) {
      const int digit = number[number.size() - 1 - i] - '0';
      sum += i % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
    }
    if (sum % 10 == 0) return number;
  }
  return {};
}

std::string by_four(const std::string& text, const char* parting) {
  std::string grouped;
  for (size_t i = 0; i < text.size(); ++i) {
    if (i > 0 && i % 4 == 0) grouped += parting;
    grouped += text[i];
  }
  return grouped;
}

TEST(FindSecrets, KnowsPaymentCards) {
  for (const char* start : {"453987210648319", "534129087615320", "601128734509817",
                            "222345098716234", "358123450987612"}) {
    const std::string number = card_number(start);
    for (const char* parting : {" ", "-"}) {
      const std::string grouped = by_four(number, parting);
      EXPECT_EQ(found_in("paid with " + grouped + "."), line_for("payment-card", grouped));
    }
    EXPECT_EQ(found_in("card: " + number), line_for("payment-card", number));
    EXPECT_EQ(found_in("order " + number), "");
    std::string wrong = number;
    wrong.back() = wrong.back() == '9' ? '0' : static_cast<char>(wrong.back() + 1);
    EXPECT_EQ(found_in("card: " + wrong), "");
    EXPECT_EQ(found_in("card: 1" + number), "");
    EXPECT_EQ(found_in("card: 0." + number), "");
  }
  const std::string amex = card_number("37134567890123");
  const std::string grouped = amex.substr(0, 4) + " " + amex.substr(4, 6) + " " + amex.substr(10);
  EXPECT_EQ(found_in("amex " + grouped), line_for("payment-card", grouped));
  // Those of manuals, and a row of a table.
  EXPECT_EQ(found_in("card: 4111 1111 1111 1111, 5555 5555 5555 4444"), "");
  EXPECT_EQ(found_in("1000 " + by_four(card_number("453987210648319"), " ")), "");
}

/// With the two digits that make the rest of 97 one.
std::string account_number(const std::string& country, const std::string& number) {
  std::string digits;
  for (const char byte : number + country + "00")
    digits += byte > '9' ? std::to_string(byte - 'A' + 10) : std::string(1, byte);
  int rest = 0;
  for (const char digit : digits) rest = (rest * 10 + (digit - '0')) % 97;
  const std::string check = std::to_string(98 - rest);
  return country + (check.size() < 2 ? "0" : "") + check + number;
}

TEST(FindSecrets, KnowsBankAccounts) {
  const std::pair<const char*, const char*> accounts[] = {{"DE", "100500005498712603"},
                                                          {"FR", "30004012870001109876M43"},
                                                          {"NL", "INGB0004871263"},
                                                          {"NO", "15038712604"},
                                                          {"MT", "MALT019870012345MTLCAST987S"}};
  for (const auto& [country, number] : accounts) {
    const std::string iban = account_number(country, number);
    EXPECT_EQ(found_in("IBAN " + iban + ", BIC"), line_for("iban", iban));
    const std::string grouped = by_four(iban, " ");
    EXPECT_EQ(found_in("| " + grouped + " |"), line_for("iban", grouped));
    std::string wrong = iban;
    wrong.back() = wrong.back() == '9' ? '0' : '9';
    EXPECT_EQ(found_in("IBAN " + wrong), wrong == iban ? line_for("iban", iban) : "");
    EXPECT_EQ(found_in("X" + iban), "");
    EXPECT_EQ(found_in(iban + "1"), "");
  }
  EXPECT_EQ(found_in("DE89 3704 0044 0532 0130 00"), "");
  EXPECT_EQ(found_in("GB82WEST12345698765432"), "");
}

TEST(FindSecrets, LeavesNumbersAndNamesAloneInOtherBytes) {
  const std::string card = by_four(card_number("453987210648319"), " ");
  EXPECT_EQ(found_in(card, SecretScope::bytes), "");
  EXPECT_EQ(found_in("password = \"" + drawn(base62, 32) + "\"", SecretScope::bytes), "");
}

TEST(FindSecrets, TellsLineAndColumnInCharacters) {
  const std::string token = "ghp_" + drawn(base62, 36);
  const auto findings = find_secrets("one\r\nzwölf " + token + " " + token + "\n\n" + token);
  ASSERT_EQ(findings.size(), 3u);
  EXPECT_EQ(findings[0].line, 2);
  EXPECT_EQ(findings[0].column, 7);
  EXPECT_EQ(findings[1].column, 48);
  EXPECT_EQ(findings[2].line, 4);
  EXPECT_EQ(findings[2].column, 1);
}

TEST(FindSecrets, HearsWhatALineSaysOfItself) {
  const std::string token = "ghp_" + drawn(base62, 36);
  const auto findings = find_secrets(token + " <!-- git-session: allow-secret -->\n" + token +
                                     "\n# git-session: allow-secret\n" + token);
  ASSERT_EQ(findings.size(), 3u);
  EXPECT_TRUE(findings[0].is_marked);
  EXPECT_FALSE(findings[1].is_marked);
  EXPECT_FALSE(findings[2].is_marked);
}

TEST(FindSecrets, FindsAKeyBehindAWord) {
  const std::string key = fake_private_key("RSA PRIVATE KEY");
  for (const std::string before : {"f", "KEY-----", "a-", "\\n"})
    EXPECT_EQ(find_secrets(before + key).size(), 1u) << before;
  EXPECT_EQ(find_secrets(key + key).size(), 2u);
}

TEST(FindSecrets, HearsNoLineFromFarAway) {
  const std::string token = "ghp_" + drawn(base62, 36);
  const std::string near(900, ' ');
  const std::string far(1100, ' ');
  const std::string mark = "git-session: allow-secret";
  for (const auto& [line, is_marked] : {std::pair{mark + near + token, true},
                                        {token + near + mark, true},
                                        {mark + far + token, false},
                                        {token + far + mark, false}})
    EXPECT_EQ(find_secrets(line).at(0).is_marked, is_marked);
}

TEST(FindSecrets, ShowsNoSecretAsAName) {
  const std::string token = "ghp_" + drawn(base62, 36);
  const auto findings = find_secrets(token + "_token = " + drawn(base62, 30, 9) + "7");
  ASSERT_EQ(findings.size(), 2u);
  EXPECT_EQ(findings[1].excerpt, "… = …");
}

TEST(FindSecrets, StopsAtTheNumberAskedFor) {
  std::string text;
  for (unsigned seed = 1; seed < 9; ++seed) text += "ghp_" + drawn(base62, 36, seed) + "\n";
  EXPECT_EQ(find_secrets(text, SecretScope::text, 3).size(), 3u);
}

TEST(FindSecrets, ShowsNothingOfWhatItFinds) {
  for (const auto& [rule, token] : fake_tokens()) {
    const auto findings = find_secrets("password: " + token);
    ASSERT_EQ(findings.size(), 1u) << token;
    EXPECT_EQ(findings[0].rule, rule);  // not by what it is called
    EXPECT_LE(findings[0].excerpt.size(), 20u);
    EXPECT_EQ(findings[0].excerpt.find(token.substr(token.size() - 6)), std::string::npos);
  }
  const auto key = find_secrets(fake_private_key("RSA PRIVATE KEY"));
  EXPECT_EQ(key.at(0).excerpt, "-----BEGIN RSA PRIVATE KEY-----");
}

TEST(FindSecrets, TakesNoTimeToSpeakOf) {
  // Each would take minutes if looking at a piece looked at the rest of the text.
  for (const char* piece : {"eyJ-",
                            "eyJhbGciOiJIUzI1.eyJ-",
                            "glpat-",
                            "glpat-a1b2.",
                            "ghs_a1.",
                            "sk-",
                            "sk-ant-",
                            "-----BEGIN PRIVATE KEY-----\n",
                            "pwd=",
                            "pwd=\"",
                            "password:",
                            "token *",
                            "://",
                            "http://a:b",
                            "://aa:bbb@",
                            "4",
                            "4111 ",
                            "DE89",
                            "DE89 3704 0044 0532 0130 0 ",
                            "=",
                            "|",
                            "- ",
                            "-",
                            "a",
                            "\n",
                            "key ",
                            "card 4",
                            "https://hooks.slack.com/services/",
                            "password=\\\"",
                            "\xc3"}) {
    std::string text;
    while (text.size() < 300'000) text += piece;
    EXPECT_LE(find_secrets(text).size(), 10'000u);
  }
}

TEST(FingerprintOf, NamesWhatCannotBeGuessed) {
  const std::string token = "ghp_" + drawn(base62, 36);
  const std::string text = "a " + token + " b\n" + token;
  const auto findings = find_secrets(text);
  ASSERT_EQ(findings.size(), 2u);
  const std::string fingerprint = fingerprint_of(text, findings[0]);
  EXPECT_EQ(fingerprint.size(), 64u);
  EXPECT_EQ(fingerprint, fingerprint_of(text, findings[1]));
  const std::string password = "password: " + drawn(base62, 20);
  EXPECT_EQ(fingerprint_of(password, find_secrets(password).at(0)), "");
}

TEST(RedactSecrets, PutsTheRuleInThePlace) {
  const std::string token = "ghp_" + drawn(base62, 36);
  const std::string text = "a " + token + " b\n" + fake_private_key("PRIVATE KEY") + "\nc\n";
  EXPECT_EQ(redact_secrets(text, find_secrets(text)),
            "a [redacted: github-token] b\n[redacted: private-key]\nc\n");
}

/// Texts of words, secrets, signs and line breaks.
rc::Gen<std::string> mixed_text() {
  return rc::gen::exec([] {
    std::string text;
    const int pieces = *rc::gen::inRange(0, 30);
    for (int i = 0; i < pieces; ++i) {
      const unsigned seed = *rc::gen::inRange(1u, 1000u);
      const auto tokens = fake_tokens(seed);
      text += *rc::gen::oneOf(
          rc::gen::element<std::string>("password", "token: ", " = ", "\"", "\n", " ", "://", "@",
                                        "a word", "-", "_", ".", "| ", "--key ", "zwölf", "\\n",
                                        "git-session: allow-secret", "card ", "4539 8721 "),
          rc::gen::just(tokens[seed % tokens.size()].text),
          rc::gen::just(fake_private_key("RSA PRIVATE KEY", "\n", seed)),
          rc::gen::just(drawn(base62, seed % 60, seed)), rc::gen::arbitrary<std::string>());
    }
    return text;
  });
}

RC_GTEST_PROP(RedactSecrets, LeavesNothingThatARuleFinds, ()) {
  std::string text = *mixed_text();
  // What stood around a secret may be one once that is gone, as SecretGate knows.
  for (int round = 0; round < 8; ++round) text = redact_secrets(text, find_secrets(text));
  RC_ASSERT(find_secrets(text).empty());
}

RC_GTEST_PROP(FindSecrets, TellsPlacesInOrderAndInside, ()) {
  const std::string text = *mixed_text();
  size_t end = 0;
  for (const SecretFinding& finding : find_secrets(text)) {
    RC_ASSERT(finding.begin >= end);
    RC_ASSERT(finding.begin < finding.end);
    RC_ASSERT(finding.end <= text.size());
    RC_ASSERT(find_secret_rule(finding.rule) != nullptr);
    RC_ASSERT(finding.line ==
              1 + std::count(text.begin(),
                             text.begin() + static_cast<std::ptrdiff_t>(finding.begin), '\n'));
    end = finding.end;
  }
}

RC_GTEST_PROP(FindSecrets, FindsEveryTokenOfGitHub, ()) {
  const std::string token =
      "ghp_" + *rc::gen::container<std::string>(35, rc::gen::elementOf(std::string(base62))) + "0";
  RC_PRE(token.find("xxxx") == token.npos);
  // Short runs of the same character count as a stand-in.
  RC_CLASSIFY(find_secrets(token).empty());
  std::string distinct = token.substr(4);
  std::sort(distinct.begin(), distinct.end());
  distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
  if (distinct.size() > 12) RC_ASSERT(find_secrets(token).size() == 1);
}

}  // namespace
}  // namespace git_session
