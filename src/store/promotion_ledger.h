#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "core/problem.h"
#include "core/promotion.h"
#include "store/change_recorder.h"
#include "store/session_layout.h"

namespace git_session {

/// What was shared to one page, locked: copies of the outputs and the ledger that says which they
/// are. Entries are only ever added; only who was told of it is noted in one that is there.
class PageLedger {
 public:
  const std::string& path() const { return path_; }  ///< of the folder, relative to the top level
  const std::vector<Promotion>& promotions() const { return promotions_; }
  /// The last promotion of an output to this page; nullptr when there is none.
  const Promotion* find(std::string_view session_id, std::string_view source_file) const;

  /// Whether the copy of that promotion is still there, and holds these bytes.
  bool has_copy(const Promotion& promotion, std::string_view bytes) const;
  /// Puts the copy of an output in place, durably, under its own name (where another output has
  /// that name, `STEM.HEX.EXTENSION` with the first digits of the blob), then adds an entry:
  /// atomically, and only its lines. Returns the entry. Throws, before anything is written,
  /// `refused` (reason "cannot-edit", "too-large") with file and line.
  const Promotion& record(Promotion promotion, std::string_view bytes);
  /// Writes who was told of one of promotions(), as it was read (`notified`, `mailed`, `mailed_at`,
  /// `jira_linked`), into its entry: atomically, and only their lines. Throws as record() does.
  void note_told(const Promotion& promotion);
  /// Throws what note_told() would, and writes nothing: before anybody is told.
  void check_note_told(const Promotion& promotion) const { with_told_noted(promotion); }

 private:
  friend class PromotionLedger;
  PageLedger(std::string path, Directory folder, DirectoryLock lock, ChangeRecorder* recorder)
      : path_(std::move(path)),
        folder_(std::move(folder)),
        lock_(std::move(lock)),
        recorder_(recorder) {}
  void replace(const std::string& name, std::string_view bytes);
  std::string name_for(const Promotion& promotion, std::string_view bytes) const;
  bool is_free_for(const std::string& name, const Promotion& promotion,
                   std::string_view bytes) const;
  std::string with_told_noted(const Promotion& promotion) const;
  void check_unchanged() const;

  std::string path_;
  Directory folder_;
  DirectoryLock lock_;
  ChangeRecorder* recorder_;
  std::string source_;
  std::vector<Promotion> promotions_;
};

/// All ledgers of a repository.
class PromotionLedger {
 public:
  /// `recorder` is told of every change before it is made.
  PromotionLedger(const Directory& top_level, const SessionLayout& layout,
                  ChangeRecorder* recorder = nullptr)
      : top_level_(top_level), layout_(layout), recorder_(recorder) {}

  /// Every promotion, by page, in the order they were recorded. Links are not followed; what cannot
  /// be read is a problem.
  std::vector<Promotion> read_all(std::vector<Problem>& problems) const;
  /// The ledger of a page, made when it is not there. Throws `invalid_data` with file and line when
  /// it cannot be read.
  PageLedger lock(std::string_view space_folder, std::string_view page_folder) const;

 private:
  void read_page(const std::string& path, std::vector<Promotion>& promotions,
                 std::vector<Problem>& problems) const;

  const Directory& top_level_;
  const SessionLayout& layout_;
  ChangeRecorder* recorder_;
};

}  // namespace git_session
