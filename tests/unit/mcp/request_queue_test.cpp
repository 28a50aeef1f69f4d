#include "mcp/request_queue.h"

#include <gtest/gtest.h>

#include <future>
#include <thread>

namespace git_session::mcp {
namespace {

Message request(const Json& id) {
  Message message;
  message.kind = Message::Kind::request;
  message.id = id;
  return message;
}

TEST(RequestQueueTest, GivesMessagesInTheirOrderAndThenEnds) {
  RequestQueue queue;
  for (int id : {1, 2, 3}) EXPECT_TRUE(queue.push(request(id), 10));
  queue.close();
  for (int id : {1, 2, 3}) {
    EXPECT_EQ(queue.pop()->id, id);
    EXPECT_TRUE(queue.finish());
  }
  EXPECT_FALSE(queue.pop());
}

TEST(RequestQueueTest, WhatIsCancelledIsNotAnswered) {
  RequestQueue queue;
  for (const Json& id : {Json(1), Json("1"), Json(2)}) queue.push(request(id), 10);
  ASSERT_EQ(queue.pop()->id, 1);
  queue.cancel("1");      // waits: it never comes
  queue.cancel(7);        // is not under way
  queue.cancel(nullptr);  // names nothing
  EXPECT_TRUE(queue.finish());
  ASSERT_EQ(queue.pop()->id, 2);
  queue.cancel(1);  // is answered
  queue.cancel(2);  // is being made
  EXPECT_FALSE(queue.finish());
  queue.push(request(2), 10);  // the same id again is another request
  ASSERT_EQ(queue.pop()->id, 2);
  EXPECT_TRUE(queue.finish());
}

TEST(RequestQueueTest, HoldsUpWhoeverReadsTooFarAhead) {
  RequestQueue queue;
  EXPECT_TRUE(queue.push(request(1), 2 * longest_line));
  auto second = std::async(std::launch::async, [&] { return queue.push(request(2), 1); });
  EXPECT_EQ(second.wait_for(std::chrono::milliseconds(20)), std::future_status::timeout);
  EXPECT_EQ(queue.pop()->id, 1);
  EXPECT_TRUE(second.get());
}

TEST(RequestQueueTest, LetsTheReaderGoWhenNobodyAnswers) {
  RequestQueue queue;
  EXPECT_TRUE(queue.push(request(1), 2 * longest_line));
  auto second = std::async(std::launch::async, [&] { return queue.push(request(2), 1); });
  queue.abandon();
  EXPECT_FALSE(second.get());
}

}  // namespace
}  // namespace git_session::mcp
