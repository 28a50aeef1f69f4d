#include "confluence/xml_writer.h"

#include <utility>

#include "confluence/xml_text.h"

namespace git_session::confluence {

void XmlWriter::begin_tag(XmlName element, const XmlAttributes& attributes) {
  end_tag();
  (out_ += '<') += element.text();
  for (const XmlAttribute& attribute : attributes) {
    append_xml_attribute(out_, attribute.name.text(), attribute.value);
  }
}

void XmlWriter::end_tag() {
  if (std::exchange(in_tag_, false)) out_ += '>';
}

void XmlWriter::open(XmlName element, const XmlAttributes& attributes) {
  begin_tag(element, attributes);
  open_.push_back(element);
  in_tag_ = true;
}

void XmlWriter::close() {
  const XmlName element = open_.back();
  open_.pop_back();
  if (std::exchange(in_tag_, false)) {
    out_ += " />";
    return;
  }
  ((out_ += "</") += element.text()) += '>';
}

void XmlWriter::close_to(size_t depth) {
  while (open_.size() > depth) close();
}

void XmlWriter::empty(XmlName element, const XmlAttributes& attributes) {
  begin_tag(element, attributes);
  out_ += " />";
}

void XmlWriter::text(std::string_view bytes) {
  if (bytes.empty()) return;
  end_tag();
  append_xml_text(out_, bytes);
}

void XmlWriter::verbatim(std::string_view bytes) {
  end_tag();
  append_xml_section(out_, bytes);
}

std::string_view XmlWriter::innermost() const {
  return open_.empty() ? std::string_view() : open_.back().text();
}

std::string XmlWriter::finish() {
  close_to(0);
  return std::move(out_);
}

}  // namespace git_session::confluence
