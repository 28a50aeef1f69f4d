#include "store/promotion_ledger.h"

#include <algorithm>
#include <array>

#include "base/error.h"
#include "core/fields.h"
#include "store/promotion_reader.h"
#include "yaml/edit.h"

namespace git_session {
namespace {

const std::string ledger_name(ledger_file_name);
constexpr std::string_view new_ledger =
    "# Made by git-session: what was shared to this page\nschema: 1\n";
constexpr size_t shortest_hex = 6;
constexpr std::array<std::string_view, 4> keys_of_told = {"notified", "mailed", "mailed_at",
                                                          "jira_linked"};

Error at_place(const Error& error, const std::string& path) {
  std::string place = error.line() > 0 ? path + ":" + std::to_string(error.line()) : path;
  return Error(error.kind(), place + ": " + error.what(), error.hint())
      .with_reason(error.reason())
      .at_line(error.line());
}

/// The folders in one that is known as `path`; a link among them is named.
std::vector<std::string> sorted_folders(const Directory& directory, const std::string& path,
                                        std::vector<Problem>& problems) {
  std::vector<std::string> names;
  for (const DirectoryEntry& entry : directory.entries()) {
    if (entry.type == FileType::directory) names.push_back(entry.name);
    if (entry.type == FileType::symbolic_link) {
      problems.push_back({"symbolic-link", path + "/" + entry.name, 0, "a link is never followed",
                          "put a folder in its place"});
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string base_name(const std::string& file) { return file.substr(file.rfind('/') + 1); }

// Another name than one of a plain file of this folder came from a ledger that was tampered with.
bool is_plain_name(const std::string& name) {
  return !name.empty() && name[0] != '.' && name.find('/') == std::string::npos;
}

std::string with_hex(const std::string& name, std::string_view hex) {
  const size_t dot = name.rfind('.');
  const size_t end = dot == std::string::npos || dot == 0 ? name.size() : dot;
  return name.substr(0, end) + "." + std::string(hex) + name.substr(end);
}

}  // namespace

const Promotion* PageLedger::find(std::string_view session_id, std::string_view source_file) const {
  auto found = std::find_if(
      promotions_.rbegin(), promotions_.rend(),
      [&](const Promotion& promotion) { return promotion.is_of(session_id, source_file); });
  return found == promotions_.rend() ? nullptr : &*found;
}

// A file that no entry claims is what a crash left, when it holds the same bytes, or somebody's.
bool PageLedger::is_free_for(const std::string& name, const Promotion& promotion,
                             std::string_view bytes) const {
  for (const Promotion& other : promotions_)
    if (other.file == name) return other.is_of(promotion.session_id, promotion.source_file);
  if (!folder_.status(name)) return true;
  Promotion left = promotion;
  left.file = name;
  return has_copy(left, bytes);
}

bool PageLedger::has_copy(const Promotion& promotion, std::string_view bytes) const {
  if (!is_plain_name(promotion.file)) return false;
  auto status = folder_.status(promotion.file);
  return status && status->type == FileType::regular && status->size == bytes.size() &&
         folder_.read_file(promotion.file, bytes.size()) == bytes;
}

std::string PageLedger::name_for(const Promotion& promotion, std::string_view bytes) const {
  const Promotion* earlier = find(promotion.session_id, promotion.source_file);
  std::string name =
      earlier && is_plain_name(earlier->file) ? earlier->file : base_name(promotion.source_file);
  for (size_t digits = shortest_hex; !is_free_for(name, promotion, bytes); ++digits) {
    if (digits > promotion.blob.size())
      throw Error(ErrorKind::conflict, "'" + path_ + "/" + name + "' is there already",
                  "give it another name, and repeat the command");
    name = with_hex(base_name(promotion.source_file), promotion.blob.substr(0, digits));
  }
  return name;
}

const Promotion& PageLedger::record(Promotion promotion, std::string_view bytes) {
  const std::string file = path_ + "/" + ledger_name;
  promotion.file = name_for(promotion, bytes);
  promotion.path = path_;
  std::string text;
  try {
    text = yaml::apply(source_.empty() ? std::string(new_ledger) : source_,
                       {yaml::Append{{std::string("promotions")}, Value(ledger_entry(promotion))}});
  } catch (const Error& error) {
    throw at_place(error, file);
  }
  check_unchanged();
  replace(promotion.file, bytes);
  replace(ledger_name, text);
  source_ = std::move(text);
  return promotions_.emplace_back(std::move(promotion));
}

void PageLedger::replace(const std::string& name, std::string_view bytes) {
  if (recorder_) recorder_->will_replace(path_ + "/" + name, folder_, name, bytes);
  folder_.replace_file(name, bytes);
}

void PageLedger::check_unchanged() const {
  if (folder_.read_file(ledger_name, yaml::max_bytes).value_or("") != source_)
    throw Error(ErrorKind::conflict,
                "another program changed '" + path_ + "/" + ledger_name + "' meanwhile",
                "repeat the command");
}

std::string PageLedger::with_told_noted(const Promotion& promotion) const {
  yaml::Path entry;
  if (promotion.place) entry = {std::string("promotions"), *promotion.place};
  std::vector<yaml::Edit> edits;
  std::string after = "version";
  for (const PromotionField& field : promotion_fields()) {
    if (std::find(keys_of_told.begin(), keys_of_told.end(), field.key) == keys_of_told.end())
      continue;
    const std::string key(field.key);
    yaml::Path path = entry;
    path.emplace_back(key);
    const bool is_same = std::any_of(promotions_.begin(), promotions_.end(), [&](const auto& old) {
      return old.place == promotion.place && field.get(old) == field.get(promotion);
    });
    if (!is_same) edits.push_back(yaml::Set{std::move(path), field.get(promotion), after});
    after = key;
  }
  try {
    return yaml::apply(source_, edits);
  } catch (const Error& error) {
    throw at_place(error, path_ + "/" + ledger_name);
  }
}

void PageLedger::note_told(const Promotion& promotion) {
  std::string text = with_told_noted(promotion);
  if (text == source_) return;
  check_unchanged();
  replace(ledger_name, text);
  source_ = std::move(text);
  for (Promotion& entry : promotions_)
    if (entry.place == promotion.place) entry = promotion;
}

std::vector<Promotion> PromotionLedger::read_all(std::vector<Problem>& problems) const {
  std::vector<Promotion> promotions;
  const std::string root = layout_.promoted();
  auto spaces = top_level_.open_directory(root);
  if (!spaces) return promotions;
  for (const std::string& space : sorted_folders(*spaces, root, problems)) {
    const std::string path = root + "/" + space;
    auto pages = spaces->open_directory(space);
    if (!pages) continue;
    for (const std::string& page : sorted_folders(*pages, path, problems))
      read_page(path + "/" + page, promotions, problems);
  }
  return promotions;
}

void PromotionLedger::read_page(const std::string& path, std::vector<Promotion>& promotions,
                                std::vector<Problem>& problems) const {
  const std::string file = path + "/" + ledger_name;
  try {
    auto status = top_level_.status(file);
    if (!status) return;
    if (status->type != FileType::regular)
      throw Error(ErrorKind::invalid_data, "it is no regular file, and is not read");
    auto text = top_level_.read_file(file, yaml::max_bytes);
    if (!text) return;
    ReadLedger ledger = read_ledger(yaml::Document::parse(std::move(*text)), file);
    for (Promotion& promotion : ledger.promotions) {
      promotion.path = path;
      promotions.push_back(std::move(promotion));
    }
    std::move(ledger.problems.begin(), ledger.problems.end(), std::back_inserter(problems));
  } catch (const Error& error) {
    problems.push_back(
        {"unreadable-ledger", file, error.line(), error.what(), "correct it in an editor"});
  }
}

PageLedger PromotionLedger::lock(std::string_view space_folder,
                                 std::string_view page_folder) const {
  std::string path = layout_.promoted_page(space_folder, page_folder);
  Directory folder = top_level_.make_directories(path);
  DirectoryLock lock = DirectoryLock::acquire(folder);
  auto own = folder.own_status();
  auto named = top_level_.status(path);
  if (!own || !named || own->inode != named->inode || own->device != named->device)
    throw Error(ErrorKind::conflict, "'" + path + "' was moved meanwhile", "repeat the command");
  PageLedger page(path, std::move(folder), std::move(lock), recorder_);
  page.source_ = page.folder_.read_file(ledger_name, yaml::max_bytes).value_or("");
  if (page.source_.empty()) return page;
  try {
    page.promotions_ =
        read_ledger(yaml::Document::parse(page.source_), path + "/" + ledger_name).promotions;
  } catch (const Error& error) {
    throw at_place(error, path + "/" + ledger_name);
  }
  for (Promotion& promotion : page.promotions_) promotion.path = path;
  return page;
}

}  // namespace git_session
