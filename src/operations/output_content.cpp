#include "operations/output_content.h"

#include <algorithm>

#include "base/error.h"
#include "base/text.h"

namespace git_session {
namespace {

constexpr size_t bytes_that_tell = 8000;
constexpr uint64_t bytes_of_a_piece = 65536;

/// The path of a session's file beneath the top level.
std::string checked_path(const Session& session, std::string file) {
  const std::string typed = file;
  while (file.starts_with("./")) file.erase(0, 2);
  if (stays_inside(file)) return session.path + "/" + file;
  throw Error(ErrorKind::refused, "'" + typed + "' lies outside the session folder",
              "open it yourself, if you trust what names it")
      .with_reason("path-escapes");
}

/// Tracked content of a file that is not in the work tree.
std::optional<std::string> read_from_index(const Repository& repository, const std::string& path) {
  if (!repository.has_sparse_checkout()) return std::nullopt;
  ProcessResult result = repository.try_run({"cat-file", "blob", ":0:" + path});
  if (!result.ok()) return std::nullopt;
  return std::move(result.output);
}

}  // namespace

ContentKind kind_of(std::string_view file, std::string_view first_bytes) {
  if (first_bytes.substr(0, bytes_that_tell).find('\0') != std::string_view::npos) {
    return ContentKind::binary;
  }
  const std::string name = to_lower_ascii(file);
  return name.ends_with(".md") || name.ends_with(".markdown") ? ContentKind::markdown
                                                              : ContentKind::text;
}

bool read_content(const Workspace& workspace, const Session& session, const std::string& file,
                  const std::function<bool(std::string_view)>& take) {
  const std::string path = checked_path(session, file);
  const Directory& top_level = workspace.store().top_level();
  if (auto opened = top_level.open_file(path)) {
    for (;;) {
      const std::string piece = read_up_to(*opened, bytes_of_a_piece, path);
      if (piece.empty() || !take(piece)) return true;
    }
  }
  auto content = read_from_index(workspace.repository(), path);
  if (content) take(*content);
  return content.has_value();
}

std::optional<std::string> read_content(const Workspace& workspace, const Session& session,
                                        const std::string& file, uint64_t limit) {
  std::string content;
  const bool is_there = read_content(workspace, session, file, [&](std::string_view piece) {
    content += piece.substr(0, static_cast<size_t>(limit - content.size()));
    return content.size() < limit;
  });
  return is_there ? std::optional(std::move(content)) : std::nullopt;
}

}  // namespace git_session
