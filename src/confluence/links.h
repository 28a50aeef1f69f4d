#pragma once

#include <string>
#include <string_view>

#include "confluence/page.h"

namespace git_session::confluence {

/// Opens what makes a link of the content that follows: a page of this or another space, an
/// attachment, a heading of this page, an address. The caller closes down to the depth before.
/// false, and nothing is opened, when it must not be a link; that is noted.
bool open_link(Page& page, const std::string& url, const std::string& title);

/// The same for a place of this page that an anchor macro marks.
void open_anchor_link(Page& page, const std::string& anchor);

/// The link that tells a person of being mentioned.
void write_mention(Page& page, const std::string& account);

/// What is known of a picture. Empty: not said.
struct Picture {
  std::string url;
  std::string alternative;  ///< text in its place
  std::string title;
  std::string width;  ///< pixels
  std::string height;
  std::string alignment;  ///< left, center, right
};

/// A picture from the web or attached to the page; where it can be neither, its alternative text,
/// noted.
void write_picture(Page& page, const Picture& picture);

}  // namespace git_session::confluence
