#include "operations/promote_output.h"

#include <algorithm>
#include <map>

#include "base/error.h"
#include "base/text.h"
#include "operations/output_entries.h"
#include "operations/output_source.h"
#include "operations/writable_session.h"
#include "store/promotion_ledger.h"

namespace git_session {
namespace {

constexpr uint64_t most_bytes = uint64_t{256} * 1024 * 1024;

std::string base_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

std::string without_dots(std::string typed) {
  while (typed.starts_with("./")) typed.erase(0, 2);
  return typed;
}

std::string read_source(const LockedSession& locked, const Output& output) {
  if (!output.exists) throw not_a_file(output);
  auto bytes = locked.folder().read_file(output.file, most_bytes);
  if (!bytes)
    throw Error(ErrorKind::not_found, "output '" + escape_line(output.file) + "' is gone");
  return *std::move(bytes);
}

/// The output as it may be shared; what it holds of secrets and the rest of the entry goes to
/// `secrets`.
Published read_published(const Workspace& workspace, const LockedSession& locked,
                         const Output& output, const PromotionRequest& request,
                         SecretReport& secrets) {
  const std::string path = locked.location().path + "/" + output.file;
  const SecretGate gate(workspace);
  Published content;
  content.bytes = read_source(locked, output);
  auto redacted = gate.clean(path, content.bytes, secrets);
  require_clean_remarks(gate, {{"--title", request.title}, {"--note", request.notes}}, secrets);
  // The id of a text with a secret would let people try what the secret is.
  content.blob = redacted ? workspace.repository().hash_bytes(*redacted, path)
                          : workspace.repository().hash_object(path);
  if (redacted) content.bytes = *std::move(redacted);
  content.commit = commit_with(workspace, path, content.blob);
  return content;
}

Promotion new_promotion(const Workspace& workspace, const LockedSession& locked,
                        const Output& output, const PageAddress& page,
                        const PromotionRequest& request, const Published& content) {
  Promotion promotion;
  promotion.promoted_at = workspace.now();
  promotion.promoted_by = who_am_i(workspace);
  promotion.session_id = locked.location().id;
  promotion.user = locked.location().user;
  promotion.source_file = output.file;
  promotion.agent = output.agent;
  promotion.blob = content.blob;
  promotion.commit = content.commit;
  promotion.space_key = page.space_key;
  promotion.page_id = page.page_id;
  promotion.page_title = request.title.empty() ? page.title : request.title;
  promotion.page_url = page.url;
  if (request.published) promotion.page_version = content.page_version;
  promotion.page_hash = content.page_hash;
  promotion.notified = join(request.notified, ", ");
  promotion.notes = request.notes;
  return promotion;
}

std::string describe(const Promotion& promotion) {
  std::string text = promotion.promoted_at ? format_date(to_local(*promotion.promoted_at).date)
                                           : std::string("an unknown day");
  if (!promotion.promoted_by.empty()) text += " by " + escape_line(promotion.promoted_by);
  return text;
}

Error already_promoted(const Promotion& earlier) {
  return Error(ErrorKind::refused,
               "'" + escape_line(earlier.source_file) + "' was shared to this page on " +
                   describe(earlier) + ", and has changed since",
               "when the page has the new text: --update-existing")
      .with_reason("already-promoted");
}

std::vector<Promotion> last_of_other_pages(const std::vector<Promotion>& all,
                                           const Promotion& promotion) {
  std::map<std::string, Promotion> last;
  for (const Promotion& other : all) {
    if (!other.is_of(promotion.session_id, promotion.source_file)) continue;
    if (other.path != promotion.path) last.insert_or_assign(other.path, other);
  }
  std::vector<Promotion> others;
  for (auto& [path, other] : last) others.push_back(std::move(other));
  return others;
}

/// A short address tells the page and not its space; an earlier promotion to that page may.
PageAddress with_known_space(PageAddress page, const std::vector<Promotion>& all) {
  if (!page.space_key.empty() || page.page_id.empty()) return page;
  for (const Promotion& promotion : all) {
    if (promotion.page_id != page.page_id) continue;
    try {
      const PageAddress known = parse_page_address(promotion.page_url);
      if (known.site == page.site && !known.space_key.empty()) page.space_key = known.space_key;
    } catch (const Error&) {
      // Written by hand, and no address.
    }
  }
  return page;
}

void mark_promoted(MetadataEditor& editor, const Session& session, const Promotion& promotion) {
  const Output* entry = session.find_output(promotion.source_file);
  if (entry == nullptr) return;
  Output marked = *entry;
  marked.promoted = true;
  marked.promoted_to = promotion.page_url;
  if (marked.blob.empty()) marked.blob = promotion.blob;
  put_output(editor, session, marked, {"promoted", "promoted_to"});
}

}  // namespace

std::string who_am_i(const Workspace& workspace) {
  const Identity identity = workspace.repository().identity();
  const std::string name = identity.name.empty() ? workspace.user() : identity.name;
  return identity.email.empty() ? name : name + " <" + identity.email + ">";
}

void require_clean_remarks(const SecretGate& gate, const std::vector<Remark>& remarks,
                           SecretReport& secrets) {
  for (const auto& [name, text] : remarks) gate.look(name, text, secrets);
  gate.require_none(secrets, "nothing was shared", "git -c session.secrets=warn session promote");
}

std::string commit_with(const Workspace& workspace, const std::string& path,
                        const std::string& blob) {
  ProcessResult found =
      workspace.repository().try_run({"rev-parse", "-q", "HEAD^{commit}", "HEAD:" + path});
  const std::vector<std::string> lines = split(found.output, '\n');
  bool is_there = found.ok() && lines.size() >= 2 && lines[1] == blob && !blob.empty();
  return is_there ? lines[0] : std::string();
}

Error not_a_file(const Output& output) {
  return Error(ErrorKind::refused,
               "output '" + escape_line(output.file) + "' is no file in the session folder",
               output.link.empty() ? "git session doctor" : "share its link: " + output.link)
      .with_reason("not-a-file");
}

const Output& find_output_to_promote(const Workspace& workspace, const Session& session,
                                     const std::string& typed) {
  if (const Output* output = session.find_output(without_dots(typed))) return *output;
  if (auto path = workspace.relative_to_top_level(typed)) {
    if (path->starts_with(session.path + "/"))
      if (const Output* output = session.find_output(path->substr(session.path.size() + 1)))
        return *output;
  }
  std::vector<const Output*> found;
  for (const Output& output : session.outputs)
    if (base_name(output.file) == base_name(typed)) found.push_back(&output);
  if (found.empty() && !base_name(typed).empty()) {
    for (const Output& output : session.outputs)
      if (contains_ignoring_case(output.file, base_name(typed))) found.push_back(&output);
  }
  if (found.size() == 1) return *found.front();
  const std::string shown = "'" + escape_line(typed) + "'";
  if (found.empty())
    throw Error(ErrorKind::not_found,
                "session '" + escape_line(session.id) + "' has no output " + shown,
                "git session show " + quote_for_shell(session.id) + " lists them");
  std::vector<std::string> candidates;
  for (const Output* output : found) candidates.push_back(output->file);
  throw Error(ErrorKind::ambiguous,
              shown + " can mean " + std::to_string(found.size()) + " outputs", "name more of it")
      .with_candidates(std::move(candidates));
}

PromotionReport record_promotion(const Workspace& workspace, const SessionLocation& location,
                                 const PromotionRequest& request) {
  LockedSession locked = lock_for_writing(workspace, location);
  const Output output = find_output_to_promote(workspace, locked.session(), request.file);
  if (!output.listed) require_room(locked, 1);
  if (!is_valid_utf8(output.file)) throw name_not_utf8(location.path + "/" + output.file);
  PromotionReport report;
  const Published content =
      request.published ? *request.published
                        : read_published(workspace, locked, output, request, report.secrets);
  const PromotionLedger ledger(workspace.store().top_level(), workspace.store().layout(),
                               &workspace.recorder());
  std::vector<Problem> problems;  // those of other pages are not this command's business
  const std::vector<Promotion> all = ledger.read_all(problems);
  const PageAddress address = with_known_space(request.page, all);
  report.promotion = new_promotion(workspace, locked, output, address, request, content);
  Promotion& promotion = report.promotion;

  PageLedger page = ledger.lock(address.space_folder(), address.page_folder());
  promotion.path = page.path();
  report.elsewhere = last_of_other_pages(all, promotion);
  const Promotion* earlier = page.find(promotion.session_id, promotion.source_file);
  // A ledger written by hand may not say what was shared; the copy does.
  const bool is_same =
      earlier != nullptr && (earlier->blob.empty() ? page.has_copy(*earlier, content.bytes)
                                                   : earlier->blob == promotion.blob);
  const bool is_same_page = request.published
                                ? is_same && earlier->page_version == content.page_version
                                : is_same && !request.update_existing;
  report.was_recorded = is_same_page;
  if (report.was_recorded) {
    promotion = *earlier;
  } else {
    if (earlier != nullptr && !request.published && !request.update_existing)
      throw already_promoted(*earlier);
    promotion.version = (earlier ? earlier->version.value_or(1) : 0) + 1;
    promotion = page.record(std::move(promotion), content.bytes);
  }
  report.session =
      workspace.store().edit(locked, [&](const Session& session, MetadataEditor& editor) {
        mark_promoted(editor, session, promotion);
      });
  return report;
}

}  // namespace git_session
