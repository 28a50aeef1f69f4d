#include "core/session_id.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace git_session {
namespace {

using std::chrono::November;
constexpr Date day{std::chrono::year{2025}, November, std::chrono::day{22}};

TEST(UserFolder, IsMadeFromNamesAsGitHasThem) {
  const std::pair<const char*, const char*> cases[] = {
      {"Ada Lovelace", "ada-lovelace"},
      {"John_Smith (Engineering)", "john-smith-engineering"},
      {"  Ada   Lovelace  ", "ada-lovelace"},
      {"rickydwilson-dcs", "rickydwilson-dcs"},
      {"Zoë Ågren", "zo-gren"},
      {"../../etc", "etc"},
      {"a--b__c", "a-b-c"},
      {"O'Brien", "obrien"},
      {"李雷", "unknown-user"},
      {"", "unknown-user"},
      {"---", "unknown-user"},
      {"tab\there", "tab-here"},
  };
  for (const auto& [name, folder] : cases) EXPECT_EQ(user_folder(name), folder) << name;
}

TEST(SessionId, RulesOutOtherBranches) {
  EXPECT_FALSE(is_of_other_branch("2025-11-22_feature-x_a3f42c", "feature/x"));
  EXPECT_FALSE(is_of_other_branch("2025-11-22_feature-x_a3f42c", "Feature-X"));
  EXPECT_TRUE(is_of_other_branch("2025-11-22_feature-x_a3f42c", "feature/y"));
  EXPECT_FALSE(is_of_other_branch("by-hand", "feature/y"));
}

TEST(BranchSlug, IsCutAndTrimmed) {
  const std::pair<const char*, const char*> cases[] = {
      {"main", "main"},
      {"feature/invoice-automation", "feature-invoice-automation"},
      {"Feature/PROJ-123_x", "feature-proj-123-x"},
      {"feature/PROJ-123-invoice-automation", "feature-proj-123-invoice-autom"},
      {"aaaaaaaaaaaaaaaaaaaaaaaaaaaaa-bbb", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaa"},
      {"--a//b..c--", "a-b-c"},
      {"日本", "branch"},
      {"", "branch"},
      {"detached-0123abc", "detached-0123abc"},
  };
  for (const auto& [branch, slug] : cases) EXPECT_EQ(branch_slug(branch), slug) << branch;
}

TEST(SessionId, IsDateBranchAndHex) {
  std::string id = make_session_id(day, "feature/invoice-automation", "a3f42c");
  EXPECT_EQ(id, "2025-11-22_feature-invoice-automation_a3f42c");
  EXPECT_EQ(date_of_session_id(id), day);
  EXPECT_EQ(hex_of_session_id(id), "a3f42c");
  EXPECT_TRUE(is_standard_session_id(id));
}

TEST(SessionId, OfOtherShapesTellsWhatItHas) {
  EXPECT_EQ(date_of_session_id("2025-11-22"), day);
  EXPECT_EQ(date_of_session_id("2025-11-22_20-33-06_docs"), day);
  EXPECT_EQ(date_of_session_id("2025-11-221"), std::nullopt);
  EXPECT_EQ(date_of_session_id("2025-13-22_x"), std::nullopt);
  EXPECT_EQ(date_of_session_id("alice"), std::nullopt);
  EXPECT_EQ(hex_of_session_id("2025-11-22_main_A3F42C"), std::nullopt);
  EXPECT_EQ(hex_of_session_id("2025-11-22_main_a3f42"), std::nullopt);
  for (const char* id : {"2025-11-22_20-33-06_docs-reorganization", "2025-11-22_a3f42c",
                         "2025-11-22__a3f42c", "2025-11-22_Main_a3f42c", "2025-11-22-main_a3f42c",
                         "2025-02-30_main_a3f42c", "main_a3f42c"}) {
    EXPECT_FALSE(is_standard_session_id(id)) << id;
  }
}

TEST(PathComponent, CannotLeadAnywhereElse) {
  for (const char* name : {"", ".", "..", "a/b", "/", "/etc"}) {
    EXPECT_FALSE(is_path_component(name)) << name;
  }
  EXPECT_FALSE(is_path_component(std::string_view("a\0b", 3)));
  EXPECT_FALSE(is_path_component(std::string(256, 'a')));
  for (const char* name : {"a", "...", "..a", "a b", "ü"}) EXPECT_TRUE(is_path_component(name));
}

TEST(TicketInBranch, IsTheFirstUpperCaseKey) {
  const std::pair<const char*, const char*> cases[] = {
      {"feature/PROJ-123-x", "PROJ-123"},
      {"PROJ-1", "PROJ-1"},
      {"fix/AB2-77_and_CD-5", "AB2-77"},
      {"PROJ-123", "PROJ-123"},
      {"feature/proj-123", ""},
      {"release/2025-11", ""},
      {"XPROJ-12a", ""},
      {"myPROJ-12", ""},
      {"A-1", ""},
      {"PROJ-", ""},
      {"UTF-8-and-PROJ-9", "UTF-8"},
      {"main", ""},
  };
  for (const auto& [branch, ticket] : cases) {
    EXPECT_EQ(ticket_in_branch(branch).value_or(""), ticket) << branch;
  }
}

bool is_slug(const std::string& text) {
  return !text.empty() && !text.starts_with('-') && !text.ends_with('-') &&
         text.find("--") == text.npos && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
         });
}

RC_GTEST_PROP(UserFolder, IsAlwaysASlugAndStays, (const std::string& name)) {
  std::string folder = user_folder(name);
  RC_ASSERT(is_slug(folder));
  RC_ASSERT(user_folder(folder) == folder);
}

RC_GTEST_PROP(SessionId, ReadsBackWhateverTheBranch, (const std::string& branch)) {
  std::string slug = branch_slug(branch);
  RC_ASSERT(is_slug(slug) && slug.size() <= 30);
  std::string id = make_session_id(day, branch, "00ff00");
  RC_ASSERT(is_path_component(id));
  RC_ASSERT(is_standard_session_id(id));
  RC_ASSERT(date_of_session_id(id) == day);
  RC_ASSERT(hex_of_session_id(id) == "00ff00");
}

}  // namespace
}  // namespace git_session
