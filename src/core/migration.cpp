#include "core/migration.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/text.h"
#include "core/output_name.h"
#include "core/session_id.h"
#include "core/session_names.h"

namespace git_session {
namespace {

/// Of metadata that may have 1 MiB, with room for what is added later.
constexpr size_t most_bytes_of_entries = size_t{700} * 1024;

/// An upper bound for what usual names take: keys, indentation, ids, and the two names, in which
/// control characters and quotes are escaped.
size_t bytes_of_entry(const MigratedFile& one) {
  constexpr size_t bytes_of_keys = 500;
  return bytes_of_keys + 2 * (one.target.size() + one.file.path.size());
}

/// What makes a session of its own.
using GroupKey = std::tuple<std::string, std::string, std::string>;  // user, day, branch

std::string user_of(const LegacyFile& file, const MigrationRules& rules) {
  if (!rules.user.empty()) return user_folder(rules.user);
  const bool is_nobodys = file.author.empty() && file.email.empty();
  const bool is_own = !rules.own_email.empty() && equals_ignoring_case(file.email, rules.own_email);
  if (is_nobodys || is_own) return rules.own_user;
  return user_folder(file.author.empty() ? file.email.substr(0, file.email.find('@'))
                                         : file.author);
}

/// The name tells, as far as it does.
Instant creation_time(const LegacyFile& file, const OutputName& name) {
  if (name.time) return from_local(*name.time);
  if (!name.day || *name.day == to_local(file.time).date) return file.time;
  return std::chrono::sys_days(*name.day);
}

MigratedFile describe(LegacyFile file, const MigrationRules& rules) {
  const OutputName name = parse_output_name(file.name, rules.known_agents);
  const Instant time = creation_time(file, name);
  return {std::move(file), {}, name.agent, time};
}

GroupKey key_of(const MigratedFile& one, const MigrationRules& rules) {
  GroupKey key{user_of(one.file, rules), {}, {}};
  if (rules.split == MigrationSplit::day)
    std::get<1>(key) = format_date(to_local(one.created_at).date);
  if (rules.split == MigrationSplit::branch) std::get<2>(key) = one.file.branch;
  return key;
}

std::string usual_email(const std::vector<MigratedFile>& files, const MigrationRules& rules,
                        const std::string& user) {
  if (user == rules.own_user && !rules.own_email.empty()) return rules.own_email;
  if (!rules.user.empty()) return {};
  std::map<std::string, size_t> counts;
  for (const MigratedFile& one : files) ++counts[one.file.email];
  auto usual = std::max_element(counts.begin(), counts.end(),
                                [](const auto& a, const auto& b) { return a.second < b.second; });
  return usual == counts.end() ? std::string() : usual->first;
}

/// Cuts what is too much for one session's metadata, and names the files of each.
void add_groups(const MigrationGroup& like, std::vector<MigratedFile> files,
                const MigrationRules& rules, std::vector<MigrationGroup>& groups) {
  std::optional<SessionNames> names;
  size_t bytes = 0;
  for (MigratedFile& one : files) {
    const bool is_full = names && (groups.back().files.size() >= most_files_of_migration ||
                                   bytes + bytes_of_entry(one) > most_bytes_of_entries);
    if (!names || is_full) {
      groups.push_back(like);
      names.emplace(rules.known_agents);
      names->take(migration_report_name);
      bytes = 0;
    }
    one.target = names->add(one.file.name, one.file.type.empty() ? "legacy" : one.file.type);
    bytes += bytes_of_entry(one);
    groups.back().files.push_back(std::move(one));
  }
}

}  // namespace

std::vector<MigrationGroup> group_legacy_files(std::vector<LegacyFile> files,
                                               const MigrationRules& rules) {
  std::map<GroupKey, std::vector<MigratedFile>> sorted;
  for (LegacyFile& file : files) {
    MigratedFile one = describe(std::move(file), rules);
    GroupKey key = key_of(one, rules);
    sorted[std::move(key)].push_back(std::move(one));
  }
  std::vector<MigrationGroup> groups;
  for (auto& [key, of_one] : sorted) {
    std::sort(of_one.begin(), of_one.end(), [](const MigratedFile& a, const MigratedFile& b) {
      return std::tie(a.created_at, a.file.path) < std::tie(b.created_at, b.file.path);
    });
    const auto& [user, day, branch] = key;
    MigrationGroup like{user, usual_email(of_one, rules, user), parse_date(day), branch, {}};
    add_groups(like, std::move(of_one), rules, groups);
  }
  return groups;
}

}  // namespace git_session
