#include "confluence/links.h"

#include <algorithm>

#include "base/text.h"
#include "confluence/url.h"

namespace git_session::confluence {
namespace {

void open_address(Page& page, const std::string& url, const std::string& title) {
  XmlAttributes attributes{{"href", encoded_url(url)}};
  if (!title.empty()) attributes.push_back({"title", title});
  page.xml.open("a", attributes);
}

/// `what` is the element that names where the link leads.
void open_resource(Page& page, const std::string& anchor, XmlName what,
                   const XmlAttributes& attributes) {
  XmlAttributes of_link;
  if (!anchor.empty()) of_link.push_back({"ac:anchor", anchor});
  page.xml.open("ac:link", of_link);
  page.xml.empty(what, attributes);
  page.xml.open("ac:link-body");
}

void open_target(Page& page, const LinkTarget& target, const std::string& fragment,
                 const std::string& title) {
  if (!target.page_title.empty()) {
    XmlAttributes attributes{{"ri:content-title", target.page_title}};
    if (!target.space_key.empty()) attributes.push_back({"ri:space-key", target.space_key});
    open_resource(page, decoded_url(fragment), "ri:page", attributes);
  } else if (!target.attachment.empty()) {
    open_resource(page, {}, "ri:attachment", {{"ri:filename", target.attachment}});
  } else {
    open_address(page, target.url + (fragment.empty() ? "" : "#" + fragment), title);
  }
}

const LinkTarget* target_of(const Page& page, const std::string& path) {
  const auto& links = page.options.links;
  if (links.empty() || path.empty()) return nullptr;
  auto found = links.find(path);
  if (found == links.end()) found = links.find(decoded_url(path));
  if (found == links.end()) {
    const auto local = local_path(path);
    if (local) found = links.find(*local);
  }
  return found == links.end() ? nullptr : &found->second;
}

void open_heading(Page& page, const std::string& url, const std::string& title) {
  const Anchor* anchor = page.anchors.find(std::string_view(url).substr(1));
  if (anchor == nullptr) {
    // `#` and `#top` lead to the top everywhere.
    if (url != "#" && url != "#top")
      page.note("'" + url + "' is no heading of this page, or several");
    return open_address(page, url, title);
  }
  if (page.options.editor == Editor::current) {
    page.xml.open("a", {{"href", "#" + anchor->id}});
    return;
  }
  page.xml.open("ac:link", {{"ac:anchor", anchor->is_set ? anchor->id : anchor->heading}});
  page.xml.open("ac:link-body");
}

void add_number(XmlAttributes& attributes, XmlName name, const std::string& value) {
  std::string_view digits = value;
  if (digits.ends_with("px")) digits.remove_suffix(2);
  const bool is_number = !digits.empty() && digits.size() <= 5 &&
                         digits.find_first_not_of("0123456789") == digits.npos;
  if (is_number) attributes.push_back({name, std::string(digits)});
}

}  // namespace

bool open_link(Page& page, const std::string& url, const std::string& title) {
  if (!is_harmless_link(url)) {
    page.note("a link to '" + scheme_of(url) + ":' is shown as text");
    return false;
  }
  if (url.starts_with('#')) {
    open_heading(page, url, title);
    return true;
  }
  const size_t hash = std::min(url.find('#'), url.size());
  const std::string path = url.substr(0, hash);
  if (const LinkTarget* target = target_of(page, path)) {
    open_target(page, *target, hash == url.size() ? "" : url.substr(hash + 1), title);
    return true;
  }
  const bool is_path = scheme_of(url).empty() && !url.starts_with("//") && !path.empty();
  if (is_path) page.note("the link to '" + path + "' leads to a file that is not published");
  open_address(page, url, title);
  return true;
}

void open_anchor_link(Page& page, const std::string& anchor) {
  if (page.options.editor == Editor::current) {
    page.xml.open("a", {{"href", "#" + anchor}});
    return;
  }
  page.xml.open("ac:link", {{"ac:anchor", anchor}});
  page.xml.open("ac:link-body");
}

void write_mention(Page& page, const std::string& account) {
  page.xml.open("ac:link");
  if (page.options.editor == Editor::current) {
    page.xml.empty("ri:user", {{"ri:account-id", account}});
  } else {
    page.xml.empty("ri:user", {{"ri:userkey", account}});
  }
  page.xml.close();
}

namespace {

void write_text_instead(Page& page, const Picture& picture, const std::string& why) {
  page.note("the picture '" + truncate_to_width(picture.url, 60) + "' " + why +
            ": its text is shown");
  page.xml.text(picture.alternative.empty() ? picture.title : picture.alternative);
}

}  // namespace

void write_picture(Page& page, const Picture& picture) {
  const std::string scheme = scheme_of(picture.url);
  const bool is_remote = scheme == "http" || scheme == "https";
  const auto path = is_remote ? std::nullopt : local_path(picture.url);
  if (!is_remote && !path)
    return write_text_instead(page, picture, "is neither on the web nor below the file's folder");
  if (!is_remote) {
    const auto missing = page.options.missing_pictures.find(*path);
    if (missing != page.options.missing_pictures.end())
      return write_text_instead(page, picture, missing->second);
  }
  XmlAttributes attributes;
  if (!picture.alternative.empty()) attributes.push_back({"ac:alt", picture.alternative});
  if (!picture.title.empty()) attributes.push_back({"ac:title", picture.title});
  add_number(attributes, "ac:width", picture.width);
  add_number(attributes, "ac:height", picture.height);
  const std::string alignment = to_lower_ascii(picture.alignment);
  if (alignment == "left" || alignment == "center" || alignment == "right") {
    attributes.push_back({"ac:align", alignment});
  }
  page.xml.open("ac:image", attributes);
  if (is_remote) {
    page.xml.empty("ri:url", {{"ri:value", encoded_url(picture.url)}});
  } else {
    page.xml.empty("ri:attachment", {{"ri:filename", page.attach(*path)}});
  }
  page.xml.close();
}

}  // namespace git_session::confluence
