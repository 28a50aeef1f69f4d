#pragma once

#include <string>
#include <string_view>

namespace git_session {

/// What is wrong with `text` as the content of an XML element, strictly: empty when a parser that
/// knows no entities but the five of XML would take it. Written anew for the tests, so that it
/// shares no mistake with the writer.
std::string fault_in_xml(std::string_view text);

}  // namespace git_session
