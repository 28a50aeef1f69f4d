#include "markdown/syntax_tree.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>

#include <csetjmp>

namespace git_session::markdown {
namespace {

// cmark's allocator functions take no context, so the memory of the one tree is found here.
struct ParserMemory {
  Arena* arena = nullptr;
  size_t limit = SIZE_MAX;
  std::jmp_buf out_of_memory;
};

ParserMemory& parser_memory() {
  static ParserMemory memory;
  return memory;
}

// cmark does not check what its allocator returns, and C functions cannot be left by an exception:
// past the limit the parse is left by longjmp. Only frames of cmark lie in between, and all it had
// lies in the arena.
void leave_when_over_limit(size_t size) {
  ParserMemory& memory = parser_memory();
  const size_t used = memory.arena->used();
  if (size > memory.limit || used > memory.limit - size) std::longjmp(memory.out_of_memory, 1);
}

void* allocate(size_t count, size_t size) {
  if (size != 0 && count > SIZE_MAX / size) std::longjmp(parser_memory().out_of_memory, 1);
  leave_when_over_limit(count * size);
  return parser_memory().arena->allocate(count * size);
}

void* reallocate(void* old, size_t size) {
  leave_when_over_limit(size);
  return parser_memory().arena->reallocate(old, size);
}

void free_with_arena(void*) {}

cmark_parser* new_parser(cmark_mem* memory, const Extensions& extensions) {
  const int footnotes = extensions.footnotes ? CMARK_OPT_FOOTNOTES : CMARK_OPT_DEFAULT;
  cmark_parser* parser = cmark_parser_new_with_mem(CMARK_OPT_VALIDATE_UTF8 | footnotes, memory);
  const auto attach = [parser](bool wanted, const char* name) {
    if (wanted) cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
  };
  attach(extensions.tables, "table");
  attach(extensions.others, "strikethrough");
  attach(extensions.autolinks, "autolink");
  attach(extensions.others, "tasklist");
  return parser;
}

// No object with a destructor may live in this frame: longjmp would skip it.
cmark_node* parse_within_limit(cmark_mem* memory, std::string_view text,
                               const Extensions& extensions) {
  if (setjmp(parser_memory().out_of_memory) != 0) return nullptr;
  cmark_parser* parser = new_parser(memory, extensions);
  cmark_parser_feed(parser, text.data(), text.size());
  return cmark_parser_finish(parser);
}

// During a parse the extensions' special characters stand in a static table of cmark; a parse that
// was left in the middle did not remove them.
void clear_special_characters() {
  cmark_parser* parser = new_parser(cmark_get_default_mem_allocator(),
                                    {.tables = true, .autolinks = true, .others = true});
  cmark_node_free(cmark_parser_finish(parser));
  cmark_parser_free(parser);
}

bool register_extensions() {
  cmark_gfm_core_extensions_ensure_registered();
  return true;
}

}  // namespace

std::mutex& SyntaxTree::one_at_a_time() {
  static std::mutex mutex;
  return mutex;
}

cmark_node* SyntaxTree::parse(std::string_view text, const Extensions& extensions,
                              size_t memory_limit) {
  static const bool registered = register_extensions();
  static cmark_mem memory{allocate, reallocate, free_with_arena};
  (void)registered;
  parser_memory().arena = &arena_;
  parser_memory().limit = memory_limit;
  cmark_node* root = parse_within_limit(&memory, text, extensions);
  // Reading the tree makes cmark copy strings; nothing can be left by then.
  parser_memory().limit = SIZE_MAX;
  if (root == nullptr) clear_special_characters();
  return root;
}

}  // namespace git_session::markdown
