#include "store/session_files.h"

#include <algorithm>
#include <unordered_map>

#include "base/error.h"
#include "core/output_name.h"
#include "store/session_layout.h"

namespace git_session {
namespace {

constexpr int max_levels = 8;
constexpr size_t max_files = 20000;

void collect(const Directory& folder, const std::string& prefix, int level, bool with_details,
             SessionFiles& found) {
  std::vector<DirectoryEntry> entries = folder.entries();
  if (level > 0 && looks_like_repository(entries)) {
    found.repositories.push_back(prefix);
    return;
  }
  for (const DirectoryEntry& entry : entries) {
    if (entry.name.starts_with('.')) continue;
    if (found.files.size() >= max_files) {
      found.left_out = true;
      return;
    }
    if (entry.type == FileType::regular) {
      FoundFile file{prefix + entry.name, {}, {}};
      if (with_details) {
        auto status = folder.status(entry.name);
        if (!status) continue;
        file.bytes = status->size;
        file.modified = Instant(std::chrono::seconds(status->modified));
      }
      found.files.push_back(std::move(file));
    } else if (entry.type == FileType::directory) {
      if (level == 0 && entry.name == drafts_folder_name) continue;
      if (level + 1 >= max_levels) {
        found.left_out = true;
        continue;
      }
      try {
        auto inner = folder.open_directory(entry.name);
        if (inner) collect(*inner, prefix + entry.name + "/", level + 1, with_details, found);
      } catch (const Error& error) {
        found.unreadable.push_back(unreadable_folder(prefix + entry.name, error));
      }
    }
  }
}

/// A listed name without leading "./", as the walk spells it.
std::string_view plain_name(std::string_view file) {
  while (file.starts_with("./")) file.remove_prefix(2);
  return file;
}

/// For listed names that the walk does not report: hidden files, drafts.
void look_up(Output& output, const Directory& folder) {
  try {
    auto status = folder.status(plain_name(output.file));
    output.exists = status && status->type == FileType::regular;
    output.outside = status && status->type == FileType::symbolic_link;
    if (output.exists) output.bytes = status->size;
  } catch (const Error& error) {
    // A link on the way is never followed; what a closed folder hides is not missing.
    output.outside = error.kind() == ErrorKind::refused;
    output.exists = !output.outside;
  }
}

void complete_from_name(Output& output, const FoundFile* file,
                        const std::vector<std::string>& known_agents) {
  bool needs_time = !output.created_at && !output.listed;
  if (!output.agent.empty() && !needs_time) return;
  OutputName name = parse_output_name(output.file, known_agents);
  if (output.agent.empty()) {
    output.agent = name.agent;
    output.agent_from_name = !name.agent.empty();
  }
  if (!needs_time) return;
  if (name.time) {
    output.created_at = from_local(*name.time);
  } else if (file) {
    output.created_at = file->modified;
  }
}

}  // namespace

bool looks_like_repository(const std::vector<DirectoryEntry>& entries) {
  auto has = [&](std::string_view name) {
    return std::any_of(entries.begin(), entries.end(),
                       [&](const DirectoryEntry& entry) { return entry.name == name; });
  };
  return has(".git") || (has("HEAD") && has("objects") && has("refs"));
}

Problem unreadable_folder(const std::string& path, const Error& error) {
  const std::string message = error.what();
  const size_t colon = message.rfind(": ");  // what follows is the system's reason
  const std::string reason = colon == message.npos ? message : message.substr(colon + 2);
  return Problem{"unreadable-folder", path, 0, "the folder cannot be read: " + reason,
                 error.hint()};
}

SessionFiles find_session_files(const Directory& folder, bool with_details) {
  SessionFiles found;
  collect(folder, "", 0, with_details, found);
  std::sort(found.files.begin(), found.files.end(),
            [](const FoundFile& a, const FoundFile& b) { return a.name < b.name; });
  return found;
}

void join_outputs(Session& session, const Directory* folder, const SessionFiles& found,
                  const std::vector<std::string>& known_agents) {
  std::unordered_map<std::string_view, const FoundFile*> by_name;
  for (const FoundFile& file : found.files) by_name.emplace(file.name, &file);
  std::vector<std::string_view> listed_names;
  for (Output& output : session.outputs) {
    if (!stays_inside(output.file)) {
      output.outside = true;
      complete_from_name(output, nullptr, known_agents);
      continue;
    }
    auto match = by_name.find(plain_name(output.file));
    if (match != by_name.end()) {
      output.exists = true;
      output.bytes = match->second->bytes;
      listed_names.push_back(match->first);
    } else if (folder) {
      look_up(output, *folder);
    }
    complete_from_name(output, nullptr, known_agents);
  }
  for (std::string_view name : listed_names) by_name.erase(name);
  for (const FoundFile& file : found.files) {
    if (!by_name.contains(file.name)) continue;
    Output output;
    output.file = file.name;
    output.listed = false;
    output.exists = true;
    output.bytes = file.bytes;
    complete_from_name(output, &file, known_agents);
    session.outputs.push_back(std::move(output));
  }
}

}  // namespace git_session
