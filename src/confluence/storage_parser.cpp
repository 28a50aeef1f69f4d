#include <expat.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

#include "base/error.h"
#include "confluence/entities.h"
#include "confluence/storage_document.h"

namespace git_session::confluence {
namespace {

constexpr size_t largest = size_t{16} * 1024 * 1024;
constexpr size_t deepest = 256;

enum class Prefixes { any, known };

/// One line, so that the lines which expat counts are those of the storage. The document type is
/// ours, and it stands before the root: one in the storage is a fault of syntax.
std::string beginning() {
  std::string out = "<!DOCTYPE storage [";
  for (const Entity& entity : named_entities()) {
    constexpr std::array<std::string_view, 5> of_xml{"amp", "apos", "gt", "lt", "quot"};
    if (std::find(of_xml.begin(), of_xml.end(), entity.name) != of_xml.end()) continue;
    (out += "<!ENTITY ") += entity.name;
    (out += " \"&#") += std::to_string(static_cast<uint32_t>(entity.code_point)) + ";\">";
  }
  return out + "]><storage>";
}

/// The part before the colon; nullopt when a colon stands where none may.
std::optional<std::string_view> prefix_of(std::string_view name) {
  const size_t colon = name.find(':');
  if (colon == name.npos) return std::string_view();
  const bool is_whole =
      colon > 0 && colon + 1 < name.size() && name.find(':', colon + 1) == name.npos;
  return is_whole ? std::optional(name.substr(0, colon)) : std::nullopt;
}

/// A tree from the events of expat. Nothing is thrown from within its calls: it is C.
class StorageParser {
 public:
  explicit StorageParser(Prefixes prefixes)
      : prefixes_(prefixes), parser_(XML_ParserCreate("UTF-8"), XML_ParserFree) {
    if (parser_ == nullptr) throw Error(ErrorKind::unavailable, "no memory left to read XML");
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), on_start, on_end);
    XML_SetCharacterDataHandler(parser_.get(), on_text);
    XML_SetCdataSectionHandler(parser_.get(), on_section_start, on_section_end);
  }

  StorageNodes parse(std::string_view storage) {
    if (storage.size() > largest) {
      throw Error(ErrorKind::invalid_data, "the storage format is larger than 16 MiB").at_line(1);
    }
    feed(beginning(), false);
    feed(storage, false);
    is_at_end_ = true;
    feed("</storage>", true);
    return std::move(root_.children);
  }

 private:
  void feed(std::string_view bytes, bool is_last) {
    const XML_Status status =
        XML_Parse(parser_.get(), bytes.data(), static_cast<int>(bytes.size()), is_last ? 1 : 0);
    if (status != XML_STATUS_ERROR) return;
    const auto line = static_cast<int>(XML_GetCurrentLineNumber(parser_.get()));
    const std::string fault =
        fault_.empty() ? XML_ErrorString(XML_GetErrorCode(parser_.get())) : fault_;
    throw Error(ErrorKind::invalid_data,
                "line " + std::to_string(line) + " of the storage format: " + fault)
        .at_line(line);
  }

  void stop(std::string fault) {
    if (!fault_.empty()) return;
    fault_ = std::move(fault);
    XML_StopParser(parser_.get(), XML_FALSE);
  }

  void check_name(std::string_view name, bool is_attribute) {
    const auto prefix = prefix_of(name);
    if (!prefix) return stop("'" + std::string(name) + "' is no name");
    if (prefixes_ == Prefixes::any || prefix->empty()) return;
    constexpr std::array<std::string_view, 3> known{"ac", "ri", "at"};
    if (std::find(known.begin(), known.end(), *prefix) != known.end()) return;
    if (is_attribute && *prefix == "xml") return;
    stop("the prefix '" + std::string(*prefix) + "' is not known");
  }

  void start(const char* name, const char** attributes) {
    if (std::exchange(is_inside_, true)) {
      check_name(name, false);
      if (open_.size() >= deepest) stop("elements are nested deeper than 256");
    }
    StorageNode node{.name = name};
    for (; *attributes != nullptr; attributes += 2) {
      check_name(attributes[0], true);
      node.attributes.push_back({attributes[0], attributes[1]});
    }
    open_.push_back(std::move(node));
  }

  void end() {
    StorageNode node = std::move(open_.back());
    open_.pop_back();
    if (!open_.empty()) {
      open_.back().children.push_back(std::move(node));
    } else if (is_at_end_) {
      root_ = std::move(node);
    } else {
      stop("</storage> closes nothing");
    }
  }

  void text(std::string_view bytes) {
    StorageNodes& nodes = open_.back().children;
    if (nodes.empty() || !nodes.back().is_text() || nodes.back().is_verbatim != is_in_section_) {
      nodes.push_back({.is_verbatim = is_in_section_});
    }
    nodes.back().text += bytes;
  }

  static StorageParser& of(void* user) { return *static_cast<StorageParser*>(user); }
  static void on_start(void* user, const char* name, const char** attributes) noexcept {
    of(user).start(name, attributes);
  }
  static void on_end(void* user, const char*) noexcept { of(user).end(); }
  static void on_text(void* user, const char* bytes, int size) noexcept {
    of(user).text({bytes, static_cast<size_t>(size)});
  }
  static void on_section_start(void* user) noexcept {
    of(user).is_in_section_ = true;
    of(user).text({});
  }
  static void on_section_end(void* user) noexcept { of(user).is_in_section_ = false; }

  Prefixes prefixes_;
  std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> parser_;
  StorageNode root_;
  std::vector<StorageNode> open_;
  bool is_inside_ = false;  ///< the root is open
  bool is_at_end_ = false;
  bool is_in_section_ = false;
  std::string fault_;
};

}  // namespace

StorageNodes parse_storage(std::string_view storage) {
  return StorageParser(Prefixes::any).parse(storage);
}

void check_well_formed(std::string_view storage) { StorageParser(Prefixes::known).parse(storage); }

}  // namespace git_session::confluence
