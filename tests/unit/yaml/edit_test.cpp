#include "yaml/edit.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/error.h"

namespace git_session::yaml {
namespace {

struct Case {
  const char* name;
  std::string before;
  std::vector<Edit> edits;
  std::string after;
};

void check(const std::vector<Case>& cases) {
  for (const Case& single : cases) {
    SCOPED_TRACE(single.name);
    try {
      EXPECT_EQ(apply(single.before, single.edits), single.after);
    } catch (const Error& error) {
      ADD_FAILURE() << "refused: " << error.what() << " at line " << error.line();
    }
  }
}

std::string reason_of(const std::string& text, const std::vector<Edit>& edits) {
  try {
    return "made: " + apply(text, edits);
  } catch (const Error& error) {
    return error.reason();
  }
}

const Value output =
    Value::Mapping{{"file", "new.md"}, {"agent", "cs-architect"}, {"promoted", false}};

TEST(EditTest, SetsAScalarInTheStyleItHas) {
  check({
      {"plain", "status: active\n", {Set{{"status"}, "closed"}}, "status: closed\n"},
      {"double", "a: \"x\" # c\n", {Set{{"a"}, "y"}}, "a: \"y\" # c\n"},
      {"single", "a:   'x'\n", {Set{{"a"}, "it's"}}, "a:   'it''s'\n"},
      {"plain that would be typed", "a: x\n", {Set{{"a"}, "yes"}}, "a: \"yes\"\n"},
      {"plain that would be a comment", "a: x\n", {Set{{"a"}, "b #c"}}, "a: \"b #c\"\n"},
      {"majority of quotes",
       "a: x\nb: 'y'\nc: 'z'\n",
       {Set{{"a"}, "1"}},
       "a: '1'\nb: 'y'\nc: 'z'\n"},
      {"single that cannot carry", "a: 'x'\n", {Set{{"a"}, "\x1b[2J"}}, "a: \"\\x1B[2J\"\n"},
      {"null word", "a: null\n", {Set{{"a"}, "x"}}, "a: \"x\"\n"},
      {"null among plain", "a: null\nb: c\n", {Set{{"a"}, "x"}}, "a: x\nb: c\n"},
      {"time among plain",
       "a: null\nb: c\n",
       {Set{{"a"}, "2025-11-22T08:00:00Z"}},
       "a: \"2025-11-22T08:00:00Z\"\nb: c\n"},
      {"plain time", "a: 2025-11-22\n", {Set{{"a"}, "2025-11-23"}}, "a: \"2025-11-23\"\n"},
      {"tilde", "a: ~ # c\n", {Set{{"a"}, 3}}, "a: 3 # c\n"},
      {"nothing", "a:\nb: 1\n", {Set{{"a"}, true}}, "a: true\nb: 1\n"},
      {"nothing but a comment", "a: # c\n", {Set{{"a"}, "x"}}, "a: \"x\" # c\n"},
      {"nothing but blanks", "a:  \nb: 1\n", {Set{{"a"}, 2}}, "a: 2\nb: 1\n"},
      {"nothing at the end", "a:", {Set{{"a"}, 2}}, "a: 2"},
      {"to null", "a: \"x\"\n", {Set{{"a"}, Value()}}, "a: null\n"},
      {"text to boolean", "a: \"False\"\n", {Set{{"a"}, true}}, "a: true\n"},
      {"real", "a: 1\n", {Set{{"a"}, 1e22}}, "a: 1.0e+22\n"},
      {"same value, other spelling",
       "a: 'x'\nb: ~\nc: +7\n",
       {Set{{"a"}, "x"}, Set{{"b"}, Value()}, Set{{"c"}, 7}},
       "a: 'x'\nb: ~\nc: +7\n"},
      {"folded plain", "a: one\n  two # c\nb: 1\n", {Set{{"a"}, "three"}}, "a: three # c\nb: 1\n"},
      {"quoted over lines", "a: \"one\n\n  two\"\nb: 1\n", {Set{{"a"}, "x"}}, "a: \"x\"\nb: 1\n"},
      {"explicit key", "? a\n: b\n? c\n", {Set{{"a"}, "d"}}, "? a\n: d\n? c\n"},
      {"quoted key", "\"a b\": x\n", {Set{{"a b"}, "z"}}, "\"a b\": z\n"},
      {"item", "a:\n- x\n- 'y' # c\n", {Set{{"a", size_t{1}}, "z"}}, "a:\n- x\n- 'z' # c\n"},
      {"empty item", "a:\n-\n- x\n", {Set{{"a", size_t{0}}, "z"}}, "a:\n- z\n- x\n"},
      {"carriage returns", "a: x\r\nb: y\r\n", {Set{{"b"}, "z"}}, "a: x\r\nb: z\r\n"},
      {"byte-order mark",
       "\xEF\xBB\xBF"
       "a: x\n",
       {Set{{"a"}, "z"}},
       "\xEF\xBB\xBF"
       "a: z\n"},
      {"behind wide characters",
       "漢: é\nb: \xF0\x9F\x98\x80\n",
       {Set{{"b"}, "é"}},
       "漢: é\nb: é\n"},
      {"inside an item",
       "o:\n  - f: a\n    p: false\n  - f: b\n    p: false\n",
       {Set{{"o", size_t{1}, "p"}, true}},
       "o:\n  - f: a\n    p: false\n  - f: b\n    p: true\n"},
      {"empty brackets", "a: []\n", {Set{{"a"}, "x"}}, "a: \"x\"\n"},
      {"document markers", "---\na: x\n...\n", {Set{{"a"}, "z"}}, "---\na: z\n...\n"},
  });
}

TEST(EditTest, SetsInsideBrackets) {
  check({
      {"value", "a: {b: c, d: e}\n", {Set{{"a", "b"}, "x, y"}}, "a: {b: \"x, y\", d: e}\n"},
      {"value of a key alone", "a: {b, d: e}\n", {Set{{"a", "b"}, 1}}, "a: {b: 1, d: e}\n"},
      {"empty value", "a: {b: , d: e}\n", {Set{{"a", "b"}, 1}}, "a: {b: 1, d: e}\n"},
      {"tight value", "{\"a\":\"b\",\"c\":1}", {Set{{"c"}, 2}}, "{\"a\":\"b\",\"c\":2}"},
      {"item", "a: [b, 'c', d]\n", {Set{{"a", size_t{1}}, "x"}}, "a: [b, 'x', d]\n"},
      {"lines", "a: {b: x}\n", {Set{{"a", "b"}, "1\n2"}}, "a: {b: \"1\\n2\"}\n"},
      {"new key", "a: {b: c}\n", {Set{{"a", "d"}, "e"}}, "a: {b: c, d: e}\n"},
      {"new key, trailing comma",
       "a: {\n  b: c, # note\n}\n",
       {Set{{"a", "d"}, 1}},
       "a: {\n  b: c, d: 1, # note\n}\n"},
      {"new key after", "a: {b: c, d: e}\n", {Set{{"a", "x"}, 1, "b"}}, "a: {b: c, x: 1, d: e}\n"},
      {"pair without braces",
       "a: [b: c]\n",
       {Set{{"a", size_t{0}, "d"}, 1}},
       "a: [{b: c, d: 1}]\n"},
      {"empty braces in brackets", "a: [{}]\n", {Set{{"a", size_t{0}, "d"}, 1}}, "a: [{d: 1}]\n"},
      {"empty braces with a comment",
       "a: { # c\n  }\n",
       {Set{{"a", "d"}, 1}},
       "a: {d: 1  # c\n  }\n"},
      {"null inside", "a: {b: null}\n", {Set{{"a", "b", "c"}, 1}}, "a: {b: {c: 1}}\n"},
  });
}

TEST(EditTest, AddsKeys) {
  check({
      {"at the end", "a: 1\n", {Set{{"b"}, 2}}, "a: 1\nb: 2\n"},
      {"without final line break", "a: 1", {Set{{"b"}, 2}}, "a: 1\nb: 2"},
      {"with carriage returns", "a: 1\r\nc: 1", {Set{{"b"}, 2}}, "a: 1\r\nc: 1\r\nb: 2"},
      {"before the comments at the end",
       "a: 1 # one\n\n# the end\n",
       {Set{{"b"}, 2}},
       "a: 1 # one\nb: 2\n\n# the end\n"},
      {"nested", "a:\n    b: 1\nc: 2\n", {Set{{"a", "d"}, 3}}, "a:\n    b: 1\n    d: 3\nc: 2\n"},
      {"nested, deeper comment",
       "a:\n  b: 1\n    # on b\n  # about a\nc: 2\n",
       {Set{{"a", "d"}, 3}},
       "a:\n  b: 1\n    # on b\n  d: 3\n  # about a\nc: 2\n"},
      {"after a sibling",
       "status: closed\nuser: x\n",
       {Set{{"closed_at"}, "2025-11-22", "status"}},
       "status: closed\nclosed_at: \"2025-11-22\"\nuser: x\n"},
      {"after a nested sibling",
       "a:\n  b:\n  - c\nd: 1\n",
       {Set{{"x"}, 1, "a"}},
       "a:\n  b:\n  - c\nx: 1\nd: 1\n"},
      {"after an unknown sibling", "a: 1\nb: 2\n", {Set{{"x"}, 1, "z"}}, "a: 1\nb: 2\nx: 1\n"},
      {"in an item",
       "o:\n- f: a\n- f: b\n",
       {Set{{"o", size_t{0}, "p"}, 1}},
       "o:\n- f: a\n  p: 1\n- f: b\n"},
      {"in an item with a wide gap",
       "o:\n -   f: a\n",
       {Set{{"o", size_t{0}, "p"}, 1}},
       "o:\n -   f: a\n     p: 1\n"},
      {"a whole mapping",
       "a:\n   b: 1\n",
       {Set{{"x", "w", "z"}, 1}},
       "a:\n   b: 1\nx:\n   w:\n      z: 1\n"},
      {"in a null", "a:\nb: 1\n", {Set{{"a", "x"}, 2}}, "a:\n  x: 2\nb: 1\n"},
      {"in a null word", "a: null # c\nb: 1\n", {Set{{"a", "x"}, 2}}, "a: # c\n  x: 2\nb: 1\n"},
      {"in empty braces", "a: {} # c\nb: 1\n", {Set{{"a", "x"}, 2}}, "a: # c\n  x: 2\nb: 1\n"},
      {"two in a null",
       "a:\nb: 1\n",
       {Set{{"a", "x"}, 2}, Set{{"a", "w"}, 3}},
       "a:\n  x: 2\n  w: 3\nb: 1\n"},
      {"behind a literal", "a: |\n  x\n\n", {Set{{"b"}, 2}}, "a: |\n  x\nb: 2\n\n"},
      {"behind a kept literal", "a: |+\n  x\n\n", {Set{{"b"}, 2}}, "a: |+\n  x\n\nb: 2\n"},
      {"behind a literal that ends the text", "a: |\n  x", {Set{{"b"}, 2}}, "a: |-\n  x\nb: 2"},
      {"behind a stripped one that does", "a: |-\n  x", {Set{{"b"}, 2}}, "a: |-\n  x\nb: 2"},
      {"behind a kept one that does", "a: |2+\n   x", {Set{{"b"}, 2}}, "a: |2-\n   x\nb: 2"},
      {"key in need of quotes",
       "a: 1\n",
       {Set{{"yes"}, 2}, Set{{"a: b"}, 3}},
       "a: 1\n\"yes\": 2\n\"a: b\": 3\n"},
      {"before the end marker", "a: 1\n...\n", {Set{{"b"}, 2}}, "a: 1\nb: 2\n...\n"},
      {"in an empty text", "", {Set{{"a", "b"}, 2}}, "a:\n  b: 2\n"},
      {"in a text of comments", "# c", {Set{{"a"}, 2}}, "# c\na: 2"},
      {"in a lone marker", "---\n# c\n", {Set{{"a"}, 2}}, "---\n# c\na: 2\n"},
      {"in root braces", "{}\n", {Set{{"a"}, 2}, Set{{"b"}, 3}}, "a: 2\nb: 3\n"},
      {"in root null", "null # c\n", {Set{{"a"}, 2}}, "a: 2 # c\n"},
      {"behind a null", "a: 1\nb:\n", {Set{{"c"}, 2}}, "a: 1\nb:\nc: 2\n"},
      {"behind an explicit key", "? a\n", {Set{{"c"}, 2}}, "? a\nc: 2\n"},
  });
}

TEST(EditTest, AppendsItems) {
  check({
      {"indented",
       "outputs:\n  - file: a\n    agent: b\ntags: []\n",
       {Append{{"outputs"}, output}},
       "outputs:\n  - file: a\n    agent: b\n  - file: new.md\n    agent: cs-architect\n"
       "    promoted: false\ntags: []\n"},
      {"at column 0, quoted",
       "outputs:\n- file: \"a\"\n  agent: 'b'\ntags: []\n",
       {Append{{"outputs"}, output}},
       "outputs:\n- file: \"a\"\n  agent: 'b'\n- file: \"new.md\"\n  agent: 'cs-architect'\n"
       "  promoted: false\ntags: []\n"},
      {"separated by blank lines",
       "o:\n  - f: a\n    x: 1\n\n  - f: b\n    x: 2\n\n# Next\nt: 1\n",
       {Append{{"o"}, Value::Mapping{{"f", "c"}}}},
       "o:\n  - f: a\n    x: 1\n\n  - f: b\n    x: 2\n\n  - f: c\n\n# Next\nt: 1\n"},
      {"separated here and there",
       "o:\n  - a\n\n  - b\n  - c\n",
       {Append{{"o"}, "d"}},
       "o:\n  - a\n\n  - b\n  - c\n  - d\n"},
      {"one item and a blank line",
       "o:\n  - a\n\nt: 1\n",
       {Append{{"o"}, "d"}},
       "o:\n  - a\n  - d\n\nt: 1\n"},
      {"wide gap",
       "o:\n-   a\n",
       {Append{{"o"}, Value::Mapping{{"x", 1}, {"w", 2}}}},
       "o:\n-   a\n-   x: 1\n    w: 2\n"},
      {"with comments",
       "o:\n  - a # one\n    # deeper\n  # same\nt: 1\n",
       {Append{{"o"}, "b"}},
       "o:\n  - a # one\n    # deeper\n  - b\n  # same\nt: 1\n"},
      {"behind an empty item",
       "o:\n  -\nt: 1\n",
       {Append{{"o"}, "b"}},
       "o:\n  -\n  - \"b\"\nt: 1\n"},
      {"behind nested lists",
       "o:\n- - a\n  - b\n",
       {Append{{"o"}, "c"}},
       "o:\n- - a\n  - b\n- c\n"},
      {"to the inner list",
       "o:\n- - a\n  - b\n",
       {Append{{"o", size_t{0}}, "c"}},
       "o:\n- - a\n  - b\n  - c\n"},
      {"behind a literal",
       "o:\n- n: |\n    x\n\nt: 1\n",
       {Append{{"o"}, "c"}},
       "o:\n- n: |\n    x\n- \"c\"\n\nt: 1\n"},
      {"behind flow mappings",
       "o:\n- {f: \"a\", x: 1}\n",
       {Append{{"o"}, Value::Mapping{{"f", "b"}, {"x", 2}}}},
       "o:\n- {f: \"a\", x: 1}\n- {f: \"b\", x: 2}\n"},
      {"without final line break", "o:\n- a", {Append{{"o"}, "c"}}, "o:\n- a\n- c"},
      {"without it, with carriage returns",
       "o:\r\n- a",
       {Append{{"o"}, Value::Mapping{{"x", 1}, {"w", 2}}}},
       "o:\r\n- a\r\n- x: 1\r\n  w: 2"},
      {"several",
       "o:\n- a\nt: 1\n",
       {Append{{"o"}, "b"}, Append{{"o"}, "c"}},
       "o:\n- a\n- b\n- c\nt: 1\n"},
      {"in brackets", "t: [a, \"b\"]\n", {Append{{"t"}, "c"}}, "t: [a, \"b\", \"c\"]\n"},
      {"in brackets over lines",
       "t: [\n  a,\n  b # c\n]\n",
       {Append{{"t"}, "c"}},
       "t: [\n  a,\n  b, c # c\n]\n"},
      {"in brackets with trailing comma", "t: [a, b,]\n", {Append{{"t"}, "c"}}, "t: [a, b, c,]\n"},
      {"mapping in brackets",
       "t: [{f: a}]\n",
       {Append{{"t"}, output}},
       "t: [{f: a}, {file: new.md, agent: cs-architect, promoted: false}]\n"},
      {"in empty brackets",
       "outputs: []\ntags: []\n",
       {Append{{"outputs"}, "x"}},
       "outputs:\n  - \"x\"\ntags: []\n"},
      {"in empty brackets with a note",
       "outputs: []  # note\nx:\n- true\n",
       {Append{{"outputs"}, "x"}},
       "outputs:  # note\n- \"x\"\nx:\n- true\n"},
      {"in empty brackets that hold a note",
       "o: [ # note\n  ]\n",
       {Append{{"o"}, "x"}},
       "o: [\"x\"  # note\n  ]\n"},
      {"in empty brackets in braces",
       "a: {o: []}\n",
       {Append{{"a", "o"}, "x"}},
       "a: {o: [\"x\"]}\n"},
      {"in nothing",
       "outputs:\ntags: []\n",
       {Append{{"outputs"}, "x"}},
       "outputs:\n  - \"x\"\ntags: []\n"},
      {"in nothing with a comment below",
       "a:\n  outputs: # c\n    # none yet\n  b: 1\n",
       {Append{{"a", "outputs"}, "x"}},
       "a:\n  outputs: # c\n    # none yet\n    - \"x\"\n  b: 1\n"},
      {"in a null item", "o:\n- ~\n", {Append{{"o", size_t{0}}, "x"}}, "o:\n- [\"x\"]\n"},
      {"absent", "a: b\n", {Append{{"tags"}, "x"}}, "a: b\ntags:\n  - x\n"},
      {"absent, in absent",
       "a: b\n",
       {Append{{"c", "tags"}, output}},
       "a: b\nc:\n  tags:\n    - file: new.md\n      agent: cs-architect\n      promoted: false\n"},
      {"root list", "- a\n", {Append{{}, "b"}}, "- a\n- b\n"},
      {"root brackets", "[]\n", {Append{{}, "b"}}, "- \"b\"\n"},
      {"several in an absent list",
       "a: b\n",
       {Append{{"t"}, "x"}, Append{{"t"}, "z"}, Set{{"a"}, "c"}},
       "a: c\nt:\n  - x\n  - z\n"},
  });
}

TEST(EditTest, RemovesEntries) {
  check({
      {"last key", "a: 1\nb: 2 # two\n", {Remove{{"b"}}}, "a: 1\n"},
      {"first key", "a: 1\nb: 2\n", {Remove{{"a"}}}, "b: 2\n"},
      {"absent key", "a: 1\n", {Remove{{"b", "c"}}}, "a: 1\n"},
      {"with its block", "a:\n  b: 1\n  c:\n  - d\ne: 1\n", {Remove{{"a"}}}, "e: 1\n"},
      {"comment above stays", "# A\na: 1\n# B\nb: 2\n", {Remove{{"b"}}}, "# A\na: 1\n# B\n"},
      {"without final line break", "a: 1\nb: 2", {Remove{{"b"}}}, "a: 1"},
      {"first key of an item",
       "o:\n- a: 1 # x\n  b: 2\n",
       {Remove{{"o", size_t{0}, "a"}}},
       "o:\n- b: 2\n"},
      {"literal", "a: |\n  x\n\nb: 2\n", {Remove{{"a"}}}, "b: 2\n"},
      {"middle item",
       "o:\n  - a\n  - b\n    # deeper\n  - c\n",
       {Remove{{"o", size_t{1}}}},
       "o:\n  - a\n  - c\n"},
      {"only item", "o:\n  - a # x\nb: 2\n", {Remove{{"o", size_t{0}}}}, "o: []\nb: 2\n"},
      {"only item, comments",
       "o: # one\n  # two\n  - a\nb: 2\n",
       {Remove{{"o", size_t{0}}}},
       "o: [] # one\n  # two\nb: 2\n"},
      {"only item at the end", "o:\n- a", {Remove{{"o", size_t{0}}}}, "o: []"},
      {"only key", "o:\n  a: 1\nb: 2\n", {Remove{{"o", "a"}}}, "o: {}\nb: 2\n"},
      {"only key of an item",
       "o:\n- a: 1\n- b\n",
       {Remove{{"o", size_t{0}, "a"}}},
       "o:\n- {}\n- b\n"},
      {"only key of the root", "a: 1\n", {Remove{{"a"}}}, "{}\n"},
      {"only item of an inner list",
       "o:\n- - |\n    x\n- b\n",
       {Remove{{"o", size_t{0}, size_t{0}}}},
       "o:\n- []\n- b\n"},
      {"separated item",
       "o:\n- a\n\n- b\n\n- c\n\nt: 1\n",
       {Remove{{"o", size_t{1}}}},
       "o:\n- a\n\n- c\n\nt: 1\n"},
      {"first separated item",
       "o:\n- a\n\n- b\n\nt: 1\n",
       {Remove{{"o", size_t{0}}}},
       "o:\n- b\n\nt: 1\n"},
      {"in brackets, first", "t: [a, b, c]\n", {Remove{{"t", size_t{0}}}}, "t: [b, c]\n"},
      {"in brackets, middle", "t: [a, b, c]\n", {Remove{{"t", size_t{1}}}}, "t: [a, c]\n"},
      {"in brackets, last", "t: [a, b, c]\n", {Remove{{"t", size_t{2}}}}, "t: [a, b]\n"},
      {"in brackets, only", "t: [ a ]\n", {Remove{{"t", size_t{0}}}}, "t: []\n"},
      {"in brackets, trailing comma", "t: [a, b,]\n", {Remove{{"t", size_t{1}}}}, "t: [a,]\n"},
      {"in brackets, comments",
       "t: [a, # one\n  b] # two\n",
       {Remove{{"t", size_t{0}}}},
       "t: [ # one\n  b] # two\n"},
      {"in braces", "t: {a: 1, b: [2], c: 3}\n", {Remove{{"t", "b"}}}, "t: {a: 1, c: 3}\n"},
      {"pair without braces", "t: [a: 1]\n", {Remove{{"t", size_t{0}, "a"}}}, "t: [{}]\n"},
      {"two items",
       "o:\n- a\n- b\n- c\n",
       {Remove{{"o", size_t{0}}}, Remove{{"o", size_t{1}}}},
       "o:\n- b\n"},
      {"then set again", "a: 1\nb: 2\n", {Remove{{"a"}}, Set{{"a"}, 3}}, "b: 2\na: 3\n"},
  });
}

TEST(EditTest, WritesTextOfSeveralLines) {
  check({
      {"in a literal, appended",
       "notes: |\n  one\n  \n  two\ntags: []\n",
       {Set{{"notes"}, "one\n\ntwo\nthree\n"}},
       "notes: |\n  one\n  \n  two\n  three\ntags: []\n"},
      {"in a literal, prepended",
       "notes: |  # c\n   one\n",
       {Set{{"notes"}, "zero\none\n"}},
       "notes: |  # c\n   zero\n   one\n"},
      {"in a literal, less",
       "notes: |\n  one\n  two\n\nx: 1\n",
       {Set{{"notes"}, "two\n"}},
       "notes: |\n  two\n\nx: 1\n"},
      {"in a literal that ends the text",
       "notes: |\n  one",
       {Set{{"notes"}, "one\ntwo"}},
       "notes: |\n  one\n  two"},
      {"in a literal that ends the text, with a line break",
       "notes: |\n  one",
       {Set{{"notes"}, "one\ntwo\n"}},
       "notes: |\n  one\n  two\n"},
      {"in a literal, now stripped",
       "notes: |\n  one\nx: 1\n",
       {Set{{"notes"}, "one\ntwo"}},
       "notes: |-\n  one\n  two\nx: 1\n"},
      {"in a stripped literal",
       "notes: |-\n  one\nx: 1\n",
       {Set{{"notes"}, "one\ntwo\n"}},
       "notes: |\n  one\n  two\nx: 1\n"},
      {"in a literal, now kept",
       "notes: |\n  one\n\nx: 1\n",
       {Set{{"notes"}, "one\n\n\n"}},
       "notes: |+\n  one\n\n\nx: 1\n"},
      {"in a literal, one line",
       "notes: |\n  one\n  two\nx: 1\n",
       {Set{{"notes"}, "three"}},
       "notes: |-\n  three\nx: 1\n"},
      {"in a literal, now indented",
       "notes: |\n  one\nx: 1\n",
       {Set{{"notes"}, "  - one\none\n"}},
       "notes: |2\n    - one\n  one\nx: 1\n"},
      {"in a literal, now empty",
       "notes: |\n  one\n\nx: 1\n",
       {Set{{"notes"}, ""}},
       "notes: \"\"\n\nx: 1\n"},
      {"in a literal, now a control",
       "notes: | # c\n  one\nx: 1\n",
       {Set{{"notes"}, "a\n\x07"}},
       "notes: \"a\\n\\x07\" # c\nx: 1\n"},
      {"in an empty literal", "notes: |\nx: 1\n", {Set{{"notes"}, "a\n"}}, "notes: |\n  a\nx: 1\n"},
      {"in an empty literal at the end", "notes: |", {Set{{"notes"}, "a\n"}}, "notes: |\n  a\n"},
      {"in a literal with carriage returns",
       "notes: |\r\n  one\r\nx: 1\r\n",
       {Set{{"notes"}, "one\ntwo\n"}},
       "notes: |\r\n  one\r\n  two\r\nx: 1\r\n"},
      {"in a folded text",
       "notes: >- # c\n  one\n  two\nx: 1\n",
       {Set{{"notes"}, "one\ntwo\n"}},
       "notes: | # c\n  one\n  two\nx: 1\n"},
      {"in quotes",
       "notes: \"\" # c\ntags: []\n",
       {Set{{"notes"}, "one\n\n# two\n"}},
       "notes: | # c\n  one\n\n  # two\ntags: []\n"},
      {"in nothing", "notes:\n", {Set{{"notes"}, "one\ntwo"}}, "notes: |-\n  one\n  two\n"},
      {"in an item",
       "o:\n  - a\n",
       {Set{{"o", size_t{0}}, "one\ntwo"}},
       "o:\n  - |-\n    one\n    two\n"},
      {"new", "a: 1\n", {Set{{"notes"}, "one\ntwo\n"}}, "a: 1\nnotes: |\n  one\n  two\n"},
      {"new, at the end", "a: 1", {Set{{"notes"}, "one\ntwo"}}, "a: 1\nnotes: |-\n  one\n  two"},
      {"new, at the end, with a line break that must not be added",
       "a: 1",
       {Set{{"notes"}, "one\ntwo\n"}},
       "a: 1\nnotes: \"one\\ntwo\\n\""},
      {"only blanks", "a: 1\n", {Set{{"a"}, " \n\n"}}, "a: \" \\n\\n\"\n"},
      {"in a literal of blanks",
       "a: |\n    \n      \nb: 1\n",
       {Set{{"a"}, "x"}},
       "a: |-\n  x\nb: 1\n"},
      {"in quotes, before a tight comment",
       "a: \"x\"#c\n",
       {Set{{"a"}, "1\n2\n"}},
       "a: | #c\n  1\n  2\n"},
      {"before a comment that would be swallowed",
       "a: x\n    # deep\nb: 1\n",
       {Set{{"a"}, "1\n2\n"}},
       "a: \"1\\n2\\n\"\n    # deep\nb: 1\n"},
      {"back to one line",
       "notes: |-\n  one\n  two\nx: 1\n",
       {Set{{"notes"}, Value()}},
       "notes: null\nx: 1\n"},
      {"back to one line at the end", "notes: |-\n  one", {Set{{"notes"}, Value()}}, "notes: null"},
  });
}

TEST(EditTest, RefusesWhatItCannotDo) {
  const std::string cannot = "cannot-edit";
  EXPECT_EQ(reason_of("a: {b: 1}\n", {Set{{"a"}, 1}}), cannot);
  EXPECT_EQ(reason_of("a: 1\n", {Set{{"a", "b"}, 1}}), cannot);
  EXPECT_EQ(reason_of("a: [1]\n", {Set{{"a", "b"}, 1}}), cannot);
  EXPECT_EQ(reason_of("a: [1]\n", {Set{{"a", size_t{1}}, 1}}), cannot);
  EXPECT_EQ(reason_of("a: 1\n", {Set{{}, 1}}), cannot);
  EXPECT_EQ(reason_of("a: 1\n", {Remove{{}}}), cannot);
  EXPECT_EQ(reason_of("a: 1\n", {Append{{"a"}, 1}}), cannot);
  EXPECT_EQ(reason_of("a: 1\n", {Append{{"b"}, Value::Mapping{{"x", 1}, {"x", 2}}}}), cannot);
  EXPECT_EQ(reason_of("a: 1\n", {Set{{"a"}, std::string("x\0y", 3)}}), cannot);
  EXPECT_EQ(reason_of("a: 1\n", {Set{{"a"}, "\xff"}}), cannot);
  EXPECT_EQ(reason_of("a: 1\n", {Set{{"\xff"}, 1}}), cannot);
  EXPECT_EQ(reason_of("a: 1\n", {Set{{"a"}, 1e308 * 10}}), cannot);
  EXPECT_EQ(reason_of("o:\n- a: 1\n# c\n  b: 2\n", {Remove{{"o", size_t{0}, "a"}}}), cannot);
  EXPECT_EQ(reason_of("? a\n", {Set{{"a"}, 1}}), cannot);
  EXPECT_EQ(reason_of("a: &x 1\n", {Set{{"a"}, 1}}), "");
}

TEST(EditTest, RefusalsNameThePathAndTheLine) {
  try {
    apply("x: 1\na: {b: 1}\n", {Set{{"x"}, 2}, Set{{"a"}, 1}});
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::refused);
    EXPECT_STREQ(error.what(), "'a' cannot be edited in place: not a single value");
    EXPECT_EQ(error.line(), 2);
  }
}

TEST(EditTest, RefusesResultsThatNobodyCouldRead) {
  std::string many = "o:\n";
  while (many.size() < 4 * 19990) many += "- 1\n";
  EXPECT_EQ(reason_of(many, {Append{{"o"}, 1}}).substr(0, 4), "made");
  EXPECT_EQ(
      reason_of(many,
                {Append{{"o"}, Value::Mapping{{"a", 1}, {"b", 2}, {"c", 3}, {"d", 3}, {"e", 3}}}}),
      "too-large");
  EXPECT_EQ(reason_of("a: 1\n", {Set{{"a"}, std::string(max_bytes, 'x')}}), "too-large");
}

}  // namespace
}  // namespace git_session::yaml
