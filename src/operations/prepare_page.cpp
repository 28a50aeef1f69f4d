#include "operations/prepare_page.h"

#include <algorithm>
#include <map>

#include "base/error.h"
#include "base/text.h"
#include "core/output_name.h"
#include "markdown/heading.h"
#include "operations/output_content.h"
#include "operations/page_pictures.h"
#include "operations/promote_output.h"
#include "store/promotion_ledger.h"

namespace git_session {
namespace {

constexpr uint64_t most_bytes = uint64_t{64} * 1024 * 1024;

/// `target` as a link in a file of `folder` would have it; both relative to the top level.
std::string relative_link(const std::string& folder, const std::string& target) {
  const std::vector<std::string> from = split(folder, '/');
  const std::vector<std::string> to = split(target, '/');
  auto [left, right] = std::mismatch(from.begin(), from.end(), to.begin(), to.end());
  std::vector<std::string> parts(static_cast<size_t>(from.end() - left), "..");
  parts.insert(parts.end(), right, to.end());
  return join(parts, "/");
}

/// Where links to promoted outputs lead, as a file in `folder` writes them.
std::map<std::string, confluence::LinkTarget> links_to_pages(const Workspace& workspace,
                                                             const std::string& folder) {
  const SessionLayout& layout = workspace.store().layout();
  std::vector<Problem> problems;  // promote --list tells them
  std::map<std::string, confluence::LinkTarget> links;
  for (const Promotion& promotion :
       PromotionLedger(workspace.store().top_level(), layout).read_all(problems)) {
    std::string path;
    try {
      path = layout.session(promotion.user, promotion.session_id).path;
    } catch (const Error&) {
      continue;  // no names that a session could have
    }
    if (!stays_inside(promotion.source_file)) continue;
    const std::string link = relative_link(folder, path + "/" + promotion.source_file);
    links[link] = {.url = promotion.page_url};
    links["./" + link] = {.url = promotion.page_url};
  }
  return links;
}

std::string read_text(const Workspace& workspace, const Session& session, const Output& output) {
  if (!output.exists || output.outside) throw not_a_file(output);
  auto text = read_content(workspace, session, output.file, most_bytes);
  if (!text) throw not_a_file(output);
  if (kind_of(output.file, *text) == ContentKind::binary)
    throw Error(ErrorKind::refused, "output '" + escape_line(output.file) + "' is no text",
                "attach it to a page by hand")
        .with_reason("not-text");
  return *std::move(text);
}

/// A fence that nothing in the text can close.
std::string as_code_block(const std::string& text, const std::string& extension) {
  size_t longest = 2;
  size_t run = 0;
  for (char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  return fence + extension + "\n" + text + (text.ends_with('\n') ? "" : "\n") + fence + "\n";
}

std::string title_of(const Output& output, const OutputName& name,
                     const std::optional<std::string>& heading) {
  if (!output.title.empty()) return output.title;
  if (heading && !heading->empty()) return *heading;
  if (name.topic.empty()) return output.file;
  std::string title = name.topic;
  std::replace(title.begin(), title.end(), '-', ' ');
  if (title[0] >= 'a' && title[0] <= 'z') title[0] += 'A' - 'a';
  return title;
}

}  // namespace

PreparedPage prepare_page(const Workspace& workspace, const SessionLocation& location,
                          const std::string& typed, const std::string& title,
                          confluence::Editor editor) {
  const Session session = workspace.load(location);
  const Output& output = find_output_to_promote(workspace, session, typed);
  const SecretGate gate(workspace);
  SecretReport secrets;
  std::string text = read_text(workspace, session, output);
  if (auto redacted = gate.clean(session.path + "/" + output.file, text, secrets))
    text = *std::move(redacted);
  const OutputName name = parse_output_name(output.file, workspace.settings().agents());
  const bool is_markdown = kind_of(output.file, text) == ContentKind::markdown;
  const size_t slash = output.file.rfind('/');
  const std::string folder =
      slash == output.file.npos ? session.path : session.path + "/" + output.file.substr(0, slash);

  PreparedPage page{session.id, output.file, title, text, output, {}, {}, std::move(secrets)};
  if (page.title.empty()) {
    page.title = title_of(output, name, is_markdown ? markdown::first_heading(text) : std::nullopt);
    auto redacted = gate.clean("the title", page.title, page.secrets);
    if (redacted) page.title = *std::move(redacted);
  }
  confluence::ConversionOptions options;
  options.editor = editor;
  options.links = links_to_pages(workspace, folder);
  const std::string markdown = is_markdown ? text : as_code_block(text, name.extension);
  page.conversion = confluence::convert_markdown(markdown, options);
  if (page.conversion.attachments.empty()) return page;
  // Which pictures there are is known now; what becomes of them, once they are read.
  page.pictures =
      read_pictures(workspace, session, output.file, page.conversion, options, gate, page.secrets);
  page.conversion = confluence::convert_markdown(markdown, options);
  return page;
}

}  // namespace git_session
