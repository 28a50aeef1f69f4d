#include "confluence/convert_markdown.h"

#include "confluence/block_writer.h"
#include "confluence/inline_writer.h"
#include "confluence/page.h"
#include "confluence/panel.h"
#include "confluence/wiki_blocks.h"
#include "markdown/document.h"

namespace git_session::confluence {

Conversion convert_markdown(std::string_view text, const ConversionOptions& options) {
  const auto document = markdown::Document::parse(text, {.admonitions = true});
  markdown::Node root = document.root();
  read_gitlab_alerts(root);
  rejoin_mentions(root);
  enclose_wiki_macros(root);
  Page page(options, Anchors(root));
  for (const markdown::Concession& concession : document.concessions()) {
    page.note_at(concession.line, concession.text);
  }
  BlockWriter(page).write_document(root);
  return page.finish();
}

}  // namespace git_session::confluence
