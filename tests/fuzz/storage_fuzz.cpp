#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "confluence/convert_markdown.h"
#include "support/xml_check.h"

using namespace git_session;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const confluence::ConversionOptions options{
      .editor = size % 2 == 0 ? confluence::Editor::current : confluence::Editor::old,
      .links = {{"a.md", {.page_title = "A"}}},
      .mentions = {{"ada", "1"}},
      .macros = {"x"}};
  const confluence::Conversion conversion = confluence::convert_markdown(text, options);
  const std::string fault = fault_in_xml(conversion.storage);
  if (!fault.empty()) {
    std::fprintf(stderr, "%s\n%s\n", fault.c_str(), conversion.storage.c_str());
    std::abort();
  }
  for (const confluence::Attachment& attachment : conversion.attachments) {
    const std::string path = "/" + attachment.path + "/";
    if (path.find("/../") != path.npos || path.find("//") != path.npos) std::abort();
  }
  return 0;
}
