#include "operations/page_publication.h"

#include <algorithm>

#include "base/text.h"
#include "confluence/page_footer.h"
#include "confluence/storage_canonical.h"
#include "confluence/storage_document.h"
#include "core/web_address.h"
#include "operations/output_source.h"

namespace git_session {
namespace {

constexpr size_t digits_of_key = 16;
constexpr size_t longest_label = 255;
constexpr const char* converter = "git-session " GIT_SESSION_VERSION;

/// Confluence takes small letters without blanks; what it may not take becomes a hyphen.
std::string as_label(const std::string& text) {
  std::string label = to_lower_ascii(text);
  for (char& c : label) {
    const bool stays = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
                       static_cast<unsigned char>(c) >= 0x80;
    if (!stays) c = '-';
  }
  return label.substr(0, longest_label);
}

std::vector<std::string> labels_for(const Session& session, const Output& output) {
  std::vector<std::string> labels = {"git-session"};
  for (const std::string* text :
       {&output.agent, &session.created_by.team, &session.context.ticket}) {
    const std::string label = as_label(*text);
    if (!label.empty() && std::find(labels.begin(), labels.end(), label) == labels.end())
      labels.push_back(label);
  }
  return labels;
}

confluence::PageFooter footer_for(const Workspace& workspace, const PageSource& source) {
  const Repository& repository = workspace.repository();
  const std::string remote =
      repository.configuration().get("remote.origin.url").value_or(std::string());
  const std::string address = repository_web_address(remote);
  const std::string& top_level = repository.top_level();
  confluence::PageFooter footer;
  footer.repository = address.empty() ? top_level.substr(top_level.rfind('/') + 1) : address;
  footer.commit = source.mark.commit;
  footer.path = source.session.path + "/" + source.page.source_file;
  footer.session_id = source.session.id;
  footer.file = source.page.source_file;
  footer.agent = source.page.output.agent;
  footer.edit_url = edit_address(address, repository.branch().value_or(""), footer.path);
  footer.key = source.key;
  return footer;
}

}  // namespace

PageSource prepare_source(const Workspace& workspace, const SessionLocation& location,
                          const PublishSite& site, const PublishRequest& request) {
  const Repository& repository = workspace.repository();
  PageSource source;
  source.session = workspace.load(location);
  source.page = prepare_page(workspace, location, request.file, request.target.title, site.editor);
  require_clean_remarks(SecretGate(workspace),
                        {{"--title", request.target.title}, {"--note", request.notes}},
                        source.page.secrets);
  confluence::check_well_formed(source.page.conversion.storage);
  const std::string path = location.path + "/" + source.page.source_file;
  // What the ledger could not note is not published.
  if (!is_valid_utf8(path)) throw name_not_utf8(path);
  source.mark.session = location.id;
  source.mark.file = source.page.source_file;
  source.mark.blob = repository.hash_bytes(source.page.bytes, path);
  source.mark.commit = commit_with(workspace, path, source.mark.blob);
  source.mark.sent = repository.hash_bytes(source.page.conversion.storage);
  source.mark.converter = converter;
  source.mark.promoted_by = who_am_i(workspace);
  source.key =
      repository.hash_bytes(location.id + "\n" + source.page.source_file).substr(0, digits_of_key);
  source.storage =
      confluence::with_footer(source.page.conversion.storage, footer_for(workspace, source));
  source.labels = labels_for(source.session, source.page.output);
  return source;
}

std::string hash_of_page(const Workspace& workspace, const std::string& storage,
                         const std::string& key) {
  try {
    return workspace.repository().hash_bytes(
        confluence::canonical_storage(confluence::without_footer(storage, key)));
  } catch (const Error& error) {
    // An old editor may have left what is no XML: it equals itself, and nothing that we wrote.
    if (error.kind() != ErrorKind::invalid_data) throw;
    return workspace.repository().hash_bytes(storage);
  }
}

}  // namespace git_session
