#include "store/promotion_reader.h"

#include <array>

#include "base/error.h"
#include "base/text.h"
#include "core/fields.h"
#include "store/metadata_shape.h"

namespace git_session {
namespace {

using yaml::NodeRef;

/// What people called a field where it stood in a section of its own.
struct OlderName {
  std::string_view section;
  std::string_view older;
  std::string_view key;
};
constexpr std::array older_names = {
    OlderName{"source", "session", "session_id"}, OlderName{"source", "file", "source_file"},
    OlderName{"confluence", "title", "page_title"}, OlderName{"confluence", "url", "page_url"}};

std::optional<NodeRef> find_field(NodeRef entry, const PromotionField& field) {
  if (auto node = entry.find(field.key)) return node;
  auto section = field.section.empty() ? std::nullopt : entry.find(field.section);
  if (!section) return std::nullopt;
  if (auto node = section->find(field.key)) return node;
  for (const OlderName& name : older_names)
    if (name.section == field.section && name.key == field.key) return section->find(name.older);
  return std::nullopt;
}

std::string joined_items(NodeRef list) {
  std::vector<std::string> parts;
  list.for_each_item([&](NodeRef item) {
    if (item.is_scalar()) parts.emplace_back(item.text());
  });
  return join(parts, ", ");
}

class LedgerReader {
 public:
  LedgerReader(const std::string& path, ReadLedger& ledger) : path_(path), ledger_(ledger) {}

  void read(NodeRef root) {
    if (root.find("confluence") || root.find("page_url")) read_entry(root, std::nullopt);
    auto list = root.find("promotions");
    if (!list || is_absent(*list)) return;
    if (!list->is_sequence()) return problem(list->line(), "'promotions' is not a list");
    size_t place = 0;
    list->for_each_item([&](NodeRef item) { read_entry(item, place++); });
  }

 private:
  void read_entry(NodeRef entry, std::optional<size_t> place) {
    Promotion promotion;
    promotion.place = place;
    promotion.line = entry.line();
    for (const PromotionField& field : promotion_fields()) {
      auto node = find_field(entry, field);
      if (!node || is_absent(*node)) continue;
      const std::string text =
          node->is_sequence() ? joined_items(*node) : std::string(node->text());
      if (node->is_mapping() || !field.set(promotion, text))
        problem(node->line(), "'" + std::string(field.key) + "' cannot be '" + text + "'");
    }
    if (promotion.source_file.empty())
      return problem(entry.line(), "an entry names no output ('source_file')");
    if (promotion.file.empty())
      promotion.file = promotion.source_file.substr(promotion.source_file.rfind('/') + 1);
    ledger_.promotions.push_back(std::move(promotion));
  }

  void problem(int line, std::string message) {
    ledger_.problems.push_back(
        {"invalid-promotion", path_, line, std::move(message), "correct it in an editor"});
  }

  const std::string& path_;
  ReadLedger& ledger_;
};

}  // namespace

ReadLedger read_ledger(const yaml::Document& document, const std::string& path) {
  if (!document.root().is_mapping())
    throw Error(ErrorKind::invalid_data, "the file is not a mapping").at_line(1);
  ReadLedger ledger;
  LedgerReader(path, ledger).read(document.root());
  return ledger;
}

Value::Mapping ledger_entry(const Promotion& promotion) {
  Value::Mapping entry;
  for (const PromotionField& field : promotion_fields()) {
    Value value = field.get(promotion);
    if (!value.is_null()) entry.emplace_back(field.key, std::move(value));
  }
  return entry;
}

}  // namespace git_session
