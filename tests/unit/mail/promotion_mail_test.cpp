#include "mail/promotion_mail.h"

#include <gtest/gtest.h>

namespace git_session {
namespace {

Promotion plain_promotion() {
  Promotion promotion;
  promotion.file = "plan.md";
  promotion.promoted_at = parse_rfc3339("2025-11-22T08:15:30Z");
  promotion.promoted_by = "Ada <ada@example.com>";
  promotion.session_id = "2025-11-22_x_a3f42c";
  promotion.source_file = "reviews/plan.md";
  promotion.blob = "8e0026dc2315bea2dccd2a1f17a69c8f53b2f29b";
  promotion.page_url = "https://h/wiki/spaces/PROJ/pages/1";
  promotion.version = 1;
  promotion.path = "output/shared/promoted-to-confluence/PROJ/1";
  return promotion;
}

Mail mail_of(const Promotion& promotion, const Session& session = {}) {
  return promotion_mail(promotion, session, {"Ada", "ada@example.com"}, {"grace@example.com"},
                        *promotion.promoted_at);
}

TEST(PromotionMailTest, TheIdBelongsToThePromotion) {
  Promotion promotion = plain_promotion();
  const std::string id = mail_of(promotion).id;
  EXPECT_TRUE(is_ascii_address(id)) << id;
  promotion.notified = promotion.mailed = "x@example.com";
  EXPECT_EQ(mail_of(promotion).id, id);
  for (auto change :
       {+[](Promotion& p) { p.version = 2; }, +[](Promotion& p) { p.blob = "x"; },
        +[](Promotion& p) { p.page_url += "0"; }, +[](Promotion& p) { p.source_file = "plan.md"; },
        +[](Promotion& p) { p.session_id += "0"; }}) {
    Promotion other = plain_promotion();
    change(other);
    EXPECT_NE(mail_of(other).id, id);
  }
}

TEST(PromotionMailTest, TheSubjectNamesPageOrOutput) {
  Promotion promotion = plain_promotion();
  EXPECT_EQ(mail_of(promotion).subject, "Shared to Confluence: plan.md");
  promotion.page_title = "The Plan";
  promotion.version = 3;
  EXPECT_EQ(mail_of(promotion).subject, "Shared to Confluence: The Plan (version 3)");
}

TEST(PromotionMailTest, OnlyWebAddressesBecomeLinks) {
  Promotion promotion = plain_promotion();
  promotion.page_url = "javascript:alert(1)";
  promotion.notes = "<img src=x onerror=alert(1)>\nPage: https://evil.example";
  Session session;
  session.links = {{"design", "https://h/d?a=1&b=\"2\""}, {"data", "s3://bucket/x"}};
  const Mail mail = mail_of(promotion, session);
  EXPECT_EQ(mail.html.find("href=\"javascript"), std::string::npos) << mail.html;
  EXPECT_EQ(mail.html.find("<img"), std::string::npos) << mail.html;
  EXPECT_NE(mail.html.find("<a href=\"https://h/d?a=1&amp;b=&quot;2&quot;\">"), std::string::npos);
  EXPECT_EQ(mail.html.find("href=\"s3"), std::string::npos) << mail.html;
  // One line for each thing: no note can pass for another.
  EXPECT_NE(mail.text.find("\r\nNote: <img src=x onerror=alert(1)>\\x0aPage: "), std::string::npos)
      << mail.text;
}

}  // namespace
}  // namespace git_session
