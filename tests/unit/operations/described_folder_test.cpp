#include "operations/described_folder.h"

#include <gtest/gtest.h>

namespace git_session {
namespace {

TEST(DescribedFolder, TakesTheProjectFromTheFoldersName) {
  EXPECT_EQ(project_of_folder("2025-11-24_20-33-06_docs-reorganization"), "docs reorganization");
  EXPECT_EQ(project_of_folder("2025-11-28_competitive-analysis"), "competitive analysis");
  EXPECT_EQ(project_of_folder("2025-11-22_feature-invoices_a3f42c"), "feature invoices");
  EXPECT_EQ(project_of_folder("audit"), "audit");
  EXPECT_EQ(project_of_folder("2025-11-22"), "2025 11 22");
}

}  // namespace
}  // namespace git_session
