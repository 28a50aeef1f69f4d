#pragma once

#include <string>
#include <vector>

#include "base/time.h"

namespace git_session {

/// One mail, as people think of it.
struct Mail {
  std::string from_name;
  std::string from;             ///< an address
  std::vector<std::string> to;  ///< addresses, at least one
  std::string subject;
  Instant date;
  std::string id;  ///< of the message: "left@right"
  std::string text;
  std::string html;
};

/// The bytes to send (RFC 5322, MIME): all ASCII, lines ended by CRLF and short, both bodies as
/// UTF-8 in base64. Whatever the texts hold, the headers are these and no others. Throws
/// Error(usage) for an address, or an id, that is none or is not ASCII.
std::string write_message(const Mail& mail);

/// An address that any mail server takes: a mail address of ASCII characters.
bool is_ascii_address(std::string_view text);

}  // namespace git_session
