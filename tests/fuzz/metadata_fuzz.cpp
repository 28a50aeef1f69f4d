#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>

#include "base/error.h"
#include "core/session.h"
#include "store/metadata_editor.h"
#include "store/metadata_reader.h"
#include "store/metadata_writer.h"
#include "yaml/document.h"
#include "yaml/edit.h"

namespace {

using git_session::Error;
using git_session::MetadataEditor;
using git_session::Session;
namespace yaml = git_session::yaml;

/// nullopt where the metadata is refused.
std::optional<Session> read(const yaml::Document& document) {
  try {
    Session session;
    git_session::read_metadata(document, "metadata.yaml", true, session);
    return session;
  } catch (const Error&) {
    return std::nullopt;
  }
}

/// What close and add do together.
std::optional<std::string> edited(const yaml::Document& document) {
  try {
    MetadataEditor editor(document);
    editor.set("status.current", "closed");
    editor.set("status.closed_at", "2025-11-22T08:15:30Z");
    git_session::Output output;
    output.file = "2025-11-22_08-15-30_plan_cs-architect.md";
    output.agent = "cs-architect";
    editor.append_output(output);
    editor.append_tag("billing");
    return yaml::apply(document.source(), editor.edits());
  } catch (const Error&) {
    return std::nullopt;
  }
}

}  // namespace

/// Whatever the bytes: read or refused. And what an edit has written is read again, with the output
/// that was added and the others.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::optional<yaml::Document> document;
  try {
    document = yaml::Document::parse(std::string(reinterpret_cast<const char*>(data), size));
  } catch (const Error&) {
    return 0;
  }
  const std::optional<Session> before = read(*document);
  if (!before) return 0;
  const std::optional<std::string> text = edited(*document);
  if (!text) return 0;
  const std::optional<Session> after = read(yaml::Document::parse(*text));
  if (!after || after->is_open()) std::abort();
  if (after->outputs.size() != before->outputs.size() + 1) std::abort();
  if (after->context.project != before->context.project) std::abort();
  return 0;
}
