#include "agents/server_entry.h"

#include <gtest/gtest.h>

#include "agents/json_style.h"
#include "base/error.h"

namespace git_session::agents {
namespace {

const std::string name = ".mcp.json";
const std::string entry =
    "{\n  \"mcpServers\": {\n    \"git-session\": {\n      \"command\": \"git-session\",\n      "
    "\"args\": [\n        \"mcp\"\n      ]\n    }\n  }\n}\n";

TEST(ServerEntry, MakesANewFile) {
  EXPECT_EQ(with_server(std::nullopt, name).text, entry);
  EXPECT_EQ(with_server(entry, name).text, entry);
  EXPECT_EQ(without_server(entry, name, {}), std::nullopt);
}

TEST(ServerEntry, StandsBehindThoseOfOthers) {
  const std::string theirs = "{\"mcpServers\":{\"db\":{\"command\":\"db\"}}}";
  const std::string text = with_server(theirs, name).text;
  EXPECT_EQ(text,
            "{\"mcpServers\":{\"db\":{\"command\":\"db\"},\"git-session\":{\"command\":"
            "\"git-session\",\"args\":[\"mcp\"]}}}");
  EXPECT_EQ(without_server(text, name, {}), theirs);
}

TEST(ServerEntry, GivesBackWhatWasEmptyBefore) {
  for (const std::string theirs :
       {"{}", "{\n}\n", "{\"mcpServers\": {}}", "{\n  \"mcpServers\": {},\n  \"x\": 1\n}\n"}) {
    SCOPED_TRACE(theirs);
    const WithOurPart part = with_server(theirs, name);
    EXPECT_EQ(without_server(part.text, name, part.empty), theirs);
  }
}

TEST(ServerEntry, OfSomebodysOwnStays) {
  const std::string theirs =
      "{\"mcpServers\": {\"git-session\": {\"command\": \"/opt/git-session\"}}}";
  const WithOurPart part = with_server(theirs, name);
  EXPECT_EQ(part.text, theirs);
  EXPECT_EQ(part.by_hand, std::vector<std::string>{"mcpServers.git-session"});
  EXPECT_EQ(without_server(theirs, name, {}), theirs);
}

TEST(ServerEntry, IsRefusedWhereItHasNoPlace) {
  for (const std::string text :
       {"[]", "{\"mcpServers\": []}", "{\"mcpServers\": \"x\"}", "x", ""}) {
    SCOPED_TRACE(text);
    EXPECT_THROW(with_server(text, name), Error);
    EXPECT_THROW(without_server(text, name, {}), Error);
  }
}

const std::string table =
    "# >>> git-session >>>\n[mcp_servers.git-session]\ncommand = \"git-session\"\nargs = "
    "[\"mcp\"]\n# <<< git-session <<<\n";

TEST(ServerTable, IsAMarkedBlock) {
  EXPECT_EQ(with_server_table(std::nullopt, "config.toml").text, table);
  const std::string theirs = "model = \"o4\"\n\n[mcp_servers.db]\ncommand = \"db\"\n";
  const std::string text = with_server_table(theirs, "config.toml").text;
  EXPECT_EQ(text, theirs + table);
  EXPECT_EQ(with_server_table(text, "config.toml").text, text);
  EXPECT_EQ(without_server_table(text, "config.toml", {}), theirs);
  EXPECT_EQ(without_server_table(table, "config.toml", {}), std::nullopt);
  EXPECT_EQ(without_server_table(table, "config.toml", {""}), "");
}

TEST(ServerTable, OfSomebodysOwnStays) {
  for (const std::string theirs :
       {"[mcp_servers.git-session]\ncommand = \"x\"\n",
        "[mcp_servers.\"git-session\"]\r\ncommand = 'x'\r\n", "[ mcp_servers . git-session ]\n",
        "mcp_servers.git-session.command = \"x\"\n"}) {
    SCOPED_TRACE(theirs);
    const WithOurPart part = with_server_table(theirs, "config.toml");
    EXPECT_EQ(part.text, theirs);
    EXPECT_EQ(part.by_hand, std::vector<std::string>{"mcp_servers.git-session"});
  }
}

TEST(ServerTable, IsRefusedBesideOneValue) {
  for (const std::string theirs : {"mcp_servers = {}\n", "mcp_servers={db = {command = \"db\"}}\n",
                                   "mcp_servers.db.command = \"db\"\n"}) {
    SCOPED_TRACE(theirs);
    EXPECT_THROW(with_server_table(theirs, "config.toml"), Error);
  }
}

}  // namespace
}  // namespace git_session::agents
