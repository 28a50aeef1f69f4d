#include "http/http_frame.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "base/error.h"

namespace git_session {
namespace {

using Failure = HttpResponse::Failure;
using Pairs = std::vector<std::pair<std::string, std::string>>;

std::vector<HttpHeader> headers_of(const Pairs& pairs) {
  std::vector<HttpHeader> headers;
  for (const auto& [name, value] : pairs) headers.push_back({name, value});
  return headers;
}

bool are_same(const std::vector<HttpHeader>& left, const std::vector<HttpHeader>& right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](const HttpHeader& a, const HttpHeader& b) {
                      return a.name == b.name && a.value == b.value;
                    });
}

TEST(HttpFrameTest, AnOrderComesOutAsItWentIn) {
  EXPECT_TRUE(rc::check([](const std::string& method, const std::string& url, const Pairs& headers,
                           const std::string& body, const std::string& ca_file) {
    const auto seconds = std::chrono::seconds(*rc::gen::inRange(1, 3601));
    const HttpOrder order{{method, url, headers_of(headers), body, seconds}, ca_file};
    std::string text = write_http_order(order);
    auto message = take_http_message(text);
    RC_ASSERT(message.has_value() && text.empty());
    auto read = read_http_order(*message);
    RC_ASSERT(read.has_value());
    RC_ASSERT(read->request.method == method && read->request.url == url);
    RC_ASSERT(read->request.body == body && read->ca_file == ca_file);
    RC_ASSERT(read->request.time_limit == seconds);
    RC_ASSERT(are_same(read->request.headers, order.request.headers));
  }));
}

TEST(HttpFrameTest, AResponseComesOutAsItWentIn) {
  EXPECT_TRUE(
      rc::check([](const Pairs& headers, const std::string& body, const std::string& words) {
        const HttpResponse response{
            *rc::gen::inRange(0, 1000), headers_of(headers), body,
            *rc::gen::element(Failure::none, Failure::not_sent, Failure::no_answer), words};
        std::string text = write_http_response(response);
        auto read = read_http_response(take_http_message(text).value());
        RC_ASSERT(read.has_value());
        RC_ASSERT(read->status == response.status && read->failure == response.failure);
        RC_ASSERT(read->body == body && read->words == words);
        RC_ASSERT(are_same(read->headers, response.headers));
      }));
}

TEST(HttpFrameTest, PiecesOfAnySizeMakeTheSameMessages) {
  EXPECT_TRUE(rc::check([](const std::vector<std::string>& bodies) {
    std::string stream;
    for (const std::string& body : bodies) stream += write_http_response({200, {}, body, {}, ""});
    std::vector<std::string> found;
    std::string read;
    while (!stream.empty()) {
      const size_t size = *rc::gen::inRange<size_t>(1, stream.size() + 1);
      read += stream.substr(0, size);
      stream.erase(0, size);
      while (auto message = take_http_message(read))
        found.push_back(read_http_response(*message).value().body);
    }
    RC_ASSERT(found == bodies);
    RC_ASSERT(read.empty());
  }));
}

TEST(HttpFrameTest, WhatIsNoMessage) {
  for (const char* text : {"", "1", "999999999", "3:ab", "3:abc"}) {
    std::string read = text;
    EXPECT_EQ(take_http_message(read), std::nullopt) << text;
    EXPECT_EQ(read, text);
  }
  for (const char* text : {"x", ":", "-1:", "1x", "1:a;", "1234567890", "0:x", "\n"}) {
    std::string read = text;
    EXPECT_THROW(take_http_message(read), Error) << text;
  }
  EXPECT_TRUE(rc::check([](std::string text) {
    try {
      take_http_message(text);
    } catch (const Error&) {
    }
    read_http_order(text);
    read_http_response(text);
  }));
}

TEST(HttpFrameTest, WhatIsNoOrderAndNoResponse) {
  for (const char* text :
       {"", "3:GET,", "3:GET,1:u,0:,2:60,", "3:GET,1:u,0:,1:0,0:,", "3:GET,1:u,0:,2:-1,0:,",
        "3:GET,1:u,0:,6:100000,0:,", "3:GET,1:u,0:,2:60,0:,1:h,", "3:GET,1:u,0:,2:60,0:"})
    EXPECT_FALSE(read_http_order(text).has_value()) << text;
  EXPECT_TRUE(read_http_order("3:GET,1:u,0:,2:60,0:,1:h,1:v,").has_value());
  for (const char* text : {"", "4:none,3:200,0:,", "4:nine,3:200,0:,0:,", "4:none,1:x,0:,0:,",
                           "4:none,4:1000,0:,0:,", "4:none,3:200,0:,0:,1:h,"})
    EXPECT_FALSE(read_http_response(text).has_value()) << text;
  EXPECT_TRUE(read_http_response("4:none,3:200,0:,0:,").has_value());
}

}  // namespace
}  // namespace git_session
