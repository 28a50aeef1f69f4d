#include "confluence/page_footer.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/text.h"
#include "confluence/storage_document.h"
#include "confluence/url.h"
#include "confluence/xml_writer.h"

namespace git_session::confluence {
namespace {

std::string anchor_of(std::string_view key) { return "git-session-" + std::string(key); }

bool is_web_address(std::string_view url) {
  const std::string scheme = scheme_of(url);
  return (scheme == "http" || scheme == "https") && url.substr(scheme.size()).starts_with("://");
}

/// Without a login: an address that git uses may hold a password.
std::string without_login(const std::string& url) {
  const size_t host = url.find("://");
  if (host == url.npos) return url;
  const size_t end = std::min(url.find_first_of("/?#\\", host + 3), url.size());
  const size_t at = url.substr(0, end).rfind('@');
  return at == url.npos || at < host ? url : url.substr(0, host + 3) + url.substr(at + 1);
}

class FooterWriter {
 public:
  /// `digest` is that of the words, which an edit of them does not match any more.
  std::string write(const PageFooter& footer, const std::string& digest) {
    xml_.open("ac:structured-macro", {{"ac:name", "panel"}});
    xml_.open("ac:rich-text-body");
    xml_.open("p");
    write_anchor(footer.key, digest);
    write_sentence(footer);
    xml_.text(" ");
    if (is_web_address(footer.edit_url)) {
      write_address(footer.edit_url, "Edit it there");
    } else {
      xml_.text("Edit it there");
    }
    xml_.text(", not here.");
    return xml_.finish();
  }

 private:
  void write_anchor(std::string_view key, const std::string& digest) {
    xml_.open("ac:structured-macro", {{"ac:name", "anchor"}});
    xml_.open("ac:parameter", {{"ac:name", ""}});
    xml_.text(anchor_of(key) + "-" + digest);
    xml_.close();
    xml_.close();
  }

  void write_sentence(const PageFooter& footer) {
    xml_.text("This page is generated from ");
    write_code(footer.path);
    if (!footer.repository.empty()) {
      const std::string repository = without_login(footer.repository);
      xml_.text(" in ");
      write_address(repository, repository);
    }
    if (!footer.commit.empty()) {
      xml_.text(", commit ");
      write_code(footer.commit);
    }
    xml_.text(": output ");
    write_code(footer.file);
    xml_.text(" of session ");
    write_code(footer.session_id);
    if (!footer.agent.empty()) xml_.text(" by " + footer.agent);
    xml_.text(".");
  }

  void write_code(std::string_view text) {
    xml_.open("code");
    xml_.text(text);
    xml_.close();
  }

  void write_address(const std::string& url, std::string_view text) {
    const bool is_link = is_web_address(url);
    if (is_link) xml_.open("a", {{"href", encoded_url(without_login(url))}});
    xml_.text(text);
    if (is_link) xml_.close();
  }

  XmlWriter xml_;
};

bool is_macro(const StorageNode& node, std::string_view wanted) {
  const std::string* name =
      node.name == "ac:structured-macro" ? node.attribute("ac:name") : nullptr;
  return name != nullptr && *name == wanted;
}

bool has_anchor(const StorageNode& node, const std::string& anchor) {
  if (is_macro(node, "anchor")) {
    const StorageNode* parameter = node.child("ac:parameter");
    return parameter != nullptr && text_in(parameter->children) == anchor;
  }
  return std::any_of(node.children.begin(), node.children.end(),
                     [&anchor](const StorageNode& child) { return has_anchor(child, anchor); });
}

bool is_blank(const StorageNode& node) {
  if (node.is_text()) return trim(node.text).empty();
  return node.name == "p" && trim(text_in(node.children)).empty() &&
         std::all_of(node.children.begin(), node.children.end(),
                     [](const StorageNode& child) { return child.is_text(); });
}

std::string digest_of(const StorageNode& node) {
  const std::string text = text_in(node.children);
  return short_digest(trim(text));
}

/// The paragraph as it was generated. What somebody wrote into it is not ours to take.
bool is_generated(const StorageNode& node, const std::string& anchor) {
  return node.name == "p" && has_anchor(node, anchor + "-" + digest_of(node));
}

/// Takes the generated paragraph out of the last panel that has it, and the panel when nothing else
/// is in it. False when there is none.
bool take_footer(StorageNodes& nodes, const std::string& anchor) {
  for (size_t i = nodes.size(); i-- > 0;) {
    if (take_footer(nodes[i].children, anchor)) return true;
    if (!is_macro(nodes[i], "panel")) continue;
    const auto body =
        std::find_if(nodes[i].children.begin(), nodes[i].children.end(),
                     [](const StorageNode& child) { return child.name == "ac:rich-text-body"; });
    if (body == nodes[i].children.end()) continue;
    StorageNodes& content = body->children;
    const auto taken =
        std::find_if(content.rbegin(), content.rend(),
                     [&anchor](const StorageNode& child) { return is_generated(child, anchor); });
    if (taken == content.rend()) continue;
    content.erase(std::next(taken).base());
    if (std::all_of(content.begin(), content.end(), is_blank))
      nodes.erase(nodes.begin() + static_cast<std::ptrdiff_t>(i));
    return true;
  }
  return false;
}

}  // namespace

std::string with_footer(std::string storage, const PageFooter& footer) {
  // The words as a server will read them.
  const StorageNodes panel = parse_storage(FooterWriter().write(footer, {}));
  return std::move(storage) + FooterWriter().write(footer, digest_of(panel.front()));
}

bool has_footer(std::string_view storage, std::string_view key) {
  StorageNodes nodes = parse_storage(storage);
  return take_footer(nodes, anchor_of(key));
}

std::string without_footer(std::string storage, std::string_view key) {
  StorageNodes nodes = parse_storage(storage);
  return take_footer(nodes, anchor_of(key)) ? write_storage(nodes) : storage;
}

}  // namespace git_session::confluence
