#pragma once

#include <string>
#include <string_view>

namespace git_session::confluence {

/// What every writer of XML does with text: bytes that are not UTF-8, and characters that XML
/// cannot hold, become U+FFFD.
void append_xml_text(std::string& out, std::string_view bytes);
/// ` name="value"`
void append_xml_attribute(std::string& out, std::string_view name, std::string_view value);
/// A CDATA section, or several where the bytes hold the end of one.
void append_xml_section(std::string& out, std::string_view bytes);

}  // namespace git_session::confluence
