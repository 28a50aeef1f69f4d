#include "http/http_address.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace git_session {
namespace {

TEST(HttpAddressTest, AddressesThatMakeSense) {
  struct Case {
    const char* url;
    const char* origin;
    const char* path;
    bool is_loopback;
  };
  const Case cases[] = {
      {"https://Company.atlassian.net/wiki", "https://company.atlassian.net:443", "/wiki", false},
      {"https://h:8443", "https://h:8443", "/", false},
      {"https://h?a=b", "https://h:443", "/?a=b", false},
      {"https://h/a..b/c.?title=../x", "https://h:443", "/a..b/c.?title=../x", false},
      {"http://127.0.0.1:4010/x", "http://127.0.0.1:4010", "/x", true},
      {"http://localhost/", "http://localhost:80", "/", true},
      {"http://[::1]/", "http://[::1]:80", "/", true},
      {"https://localhost/@x", "https://localhost:443", "/@x", true},
  };
  for (const Case& test : cases) {
    const HttpAddress address = parse_http_address(test.url);
    EXPECT_EQ(address.origin, test.origin);
    EXPECT_EQ(address.path, test.path);
    EXPECT_EQ(address.is_loopback, test.is_loopback) << test.url;
    EXPECT_EQ(address.is_encrypted, std::string_view(test.url).starts_with("https")) << test.url;
  }
}

TEST(HttpAddressTest, AddressesThatAreRefused) {
  for (const char* url : {"",
                          "h",
                          "//h/",
                          "ftp://h/",
                          "HTTPS://h/",
                          "https:/h",
                          "https://",
                          "https:///x",
                          "https://:80/",
                          "https://h:0/",
                          "https://h:99999/",
                          "https://ada@h/",
                          "https://ada:secret@h/",
                          "https://h\\@evil.example/",
                          "https://h\\evil/",
                          "https://h%2eevil/",
                          "https://h /",
                          "https://h/a b",
                          "https://h/a\nb",
                          "https://h/a\r\nX: y",
                          "https://h/\x7f",
                          "https://h/ż",
                          "https://h/#x",
                          "https://h#x",
                          "https://h/a/../b",
                          "https://h/a/./b",
                          "https://h/..",
                          "https://h/a/%2e%2E/b",
                          "https://h/a/..%2fb",
                          "https://h/a\\..\\b",
                          "http://h/",
                          "http://10.0.0.1/",
                          "http://127.0.0.1.evil.example/",
                          "http://localhost.evil.example/"}) {
    try {
      parse_http_address(url);
      ADD_FAILURE() << url;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::refused) << url;
      EXPECT_EQ(error.reason(), "request-refused") << url;
      EXPECT_EQ(std::string_view(error.what()).find("secret"), std::string_view::npos);
    }
  }
}

HttpRequest request(const std::string& method, const std::vector<HttpHeader>& headers) {
  HttpRequest request;
  request.method = method;
  request.headers = headers;
  return request;
}

TEST(HttpRequestTest, OnesThatAreWhatTheySay) {
  for (const auto& headers : std::vector<std::vector<HttpHeader>>{
           {}, {{"Accept", "application/json"}}, {{"X-Atlassian-Token", ""}}, {{"A", "zażółć"}}})
    EXPECT_NO_THROW(check_http_request(request("DELETE", headers)));
}

TEST(HttpRequestTest, OnesThatWouldBeSomethingElse) {
  for (const char* method : {"", "get", "GET ", "GET / HTTP/1.1\r\nX:", "M-SEARCH"})
    EXPECT_THROW(check_http_request(request(method, {})), Error) << method;
  for (const HttpHeader& header : std::vector<HttpHeader>{{"", "x"},
                                                          {"A B", "x"},
                                                          {"A:", "x"},
                                                          {"A", "x\r\nB: y"},
                                                          {"A", std::string("x\0", 2)},
                                                          {"Host", "evil.example"},
                                                          {"content-length", "1"},
                                                          {"Transfer-Encoding", "chunked"}})
    EXPECT_THROW(check_http_request(request("GET", {header})), Error) << header.name;
  HttpRequest hasty = request("GET", {});
  hasty.time_limit = std::chrono::seconds(0);
  EXPECT_THROW(check_http_request(hasty), Error);
}

}  // namespace
}  // namespace git_session
