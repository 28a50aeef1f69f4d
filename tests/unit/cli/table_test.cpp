#include "cli/table.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "base/text.h"

namespace git_session {
namespace {

Table sample() {
  Table table({{.header = "ID"},
               {.header = "STATUS", .priority = 1},
               {.header = "PROJECT", .shrinkable = true},
               {.header = "OUTPUTS", .alignment = Alignment::right, .priority = 2}});
  table.add_row({"2025-11-22_main_a3f42c", "active", "Invoice Automation System", "12"});
  table.add_row({"2025-11-23_main_c4f88a", {"closed", Style::dim}, "Süß, \"quoted\"", "3"});
  return table;
}

std::string shown(const Table& table, size_t width) {
  ConsoleSettings settings;
  settings.output_is_terminal = true;
  settings.width = width;
  Console console = Console::capturing(settings);
  table.print(console);
  return console.output();
}

std::string piped(const Table& table, TableFormat format) {
  Console console = Console::capturing();
  table.print(console, format);
  return console.output();
}

TEST(Table, IsAlignedOnATerminal) {
  EXPECT_EQ(shown(sample(), 80),
            "ID                      STATUS  PROJECT                    OUTPUTS\n"
            "2025-11-22_main_a3f42c  active  Invoice Automation System       12\n"
            "2025-11-23_main_c4f88a  closed  Süß, \"quoted\"                    3\n");
}

TEST(Table, ShrinksWhatMayShrinkFirst) {
  EXPECT_EQ(shown(sample(), 60),
            "ID                      STATUS  PROJECT              OUTPUTS\n"
            "2025-11-22_main_a3f42c  active  Invoice Automation…       12\n"
            "2025-11-23_main_c4f88a  closed  Süß, \"quoted\"              3\n");
}

TEST(Table, DropsTheLeastImportantColumnNext) {
  EXPECT_EQ(shown(sample(), 40),
            "ID                      STATUS  PROJECT\n"
            "2025-11-22_main_a3f42c  active  Invoice…\n"
            "2025-11-23_main_c4f88a  closed  Süß, \"q…\n");
  EXPECT_EQ(shown(sample(), 34),
            "ID                      PROJECT\n"
            "2025-11-22_main_a3f42c  Invoice A…\n"
            "2025-11-23_main_c4f88a  Süß, \"quo…\n");
}

TEST(Table, NeverCutsTheFirstColumn) {
  const std::string narrow = shown(sample(), 10);
  EXPECT_NE(narrow.find("2025-11-22_main_a3f42c"), std::string::npos);
  EXPECT_EQ(narrow.find("active"), std::string::npos);
}

TEST(Table, FitsEveryWidthThatItCanFit) {
  for (size_t width = 34; width <= 100; ++width) {
    for (const std::string& line : split(shown(sample(), width), '\n')) {
      EXPECT_LE(display_width(line), width) << line;
    }
  }
}

TEST(Table, IsTabSeparatedOnAPipe) {
  EXPECT_EQ(piped(sample(), TableFormat::automatic),
            "2025-11-22_main_a3f42c\tactive\tInvoice Automation System\t12\n"
            "2025-11-23_main_c4f88a\tclosed\tSüß, \"quoted\"\t3\n");
}

TEST(Table, TsvHasAHeader) {
  EXPECT_TRUE(piped(sample(), TableFormat::tsv).starts_with("ID\tSTATUS\tPROJECT\tOUTPUTS\n2025"));
}

TEST(Table, CsvFollowsRfc4180) {
  EXPECT_EQ(piped(sample(), TableFormat::csv),
            "ID,STATUS,PROJECT,OUTPUTS\r\n"
            "2025-11-22_main_a3f42c,active,Invoice Automation System,12\r\n"
            "2025-11-23_main_c4f88a,closed,\"Süß, \"\"quoted\"\"\",3\r\n");
}

TEST(Table, IdsAreTheFirstColumn) {
  EXPECT_EQ(piped(sample(), TableFormat::ids), "2025-11-22_main_a3f42c\n2025-11-23_main_c4f88a\n");
}

TEST(Table, ExplicitTableOnAPipeIsNotCut) {
  const std::string text = piped(sample(), TableFormat::table);
  EXPECT_NE(text.find("Invoice Automation System"), std::string::npos);
  EXPECT_TRUE(text.starts_with("ID  "));
}

TEST(Table, ProgramsGetTheExactValue) {
  Table table({{.header = "ID"}, {.header = "EXPIRES"}});
  table.add_row({"a", Cell("in 3 days", "2025-11-25", Style::yellow)});
  table.add_row({"b", Cell("never", "", Style::plain)});
  EXPECT_EQ(piped(table, TableFormat::automatic), "a\t2025-11-25\nb\t\n");
  EXPECT_EQ(piped(table, TableFormat::csv), "ID,EXPIRES\r\na,2025-11-25\r\nb,\r\n");
  EXPECT_NE(shown(table, 80).find("in 3 days"), std::string::npos);
}

TEST(Table, HostileCellsStayOneCell) {
  Table table({{.header = "ID"}, {.header = "NAME"}});
  table.add_row({"a\tb", "x\ny\x1b[2J"});
  EXPECT_EQ(piped(table, TableFormat::automatic), "a\\x09b\tx\\x0ay\\x1b[2J\n");
  EXPECT_EQ(piped(table, TableFormat::csv), "ID,NAME\r\na\\x09b,x\\x0ay\\x1b[2J\r\n");
  EXPECT_EQ(shown(table, 80), "ID      NAME\na\\x09b  x\\x0ay\\x1b[2J\n");
}

TEST(Table, WideCharactersAlign) {
  Table table({{.header = "NAME"}, {.header = "N"}});
  table.add_row({"日本", "1"});
  table.add_row({"abcd", "2"});
  EXPECT_EQ(shown(table, 80), "NAME  N\n日本  1\nabcd  2\n");
}

TEST(Table, NothingIsShownWithoutRows) {
  const Table empty({{.header = "ID"}});
  EXPECT_TRUE(empty.empty());
  EXPECT_EQ(shown(empty, 80), "");
  EXPECT_EQ(piped(empty, TableFormat::automatic), "");
  EXPECT_EQ(piped(empty, TableFormat::csv), "ID\r\n");
}

TEST(ParseTableFormat, KnowsItsWords) {
  EXPECT_EQ(parse_table_format("csv"), TableFormat::csv);
  EXPECT_EQ(parse_table_format("ids"), TableFormat::ids);
  EXPECT_THROW(parse_table_format("xml"), Error);
}

}  // namespace
}  // namespace git_session
