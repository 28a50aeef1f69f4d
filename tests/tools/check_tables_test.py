#!/usr/bin/env python3
"""Tests tools/check-tables: a source and a page for each finding."""

import subprocess
import tempfile
import unittest
from pathlib import Path

TOOL = Path(__file__).resolve().parents[2] / "tools/check-tables"

SOURCE = """void f() {
  problems.push_back(
      {"missing-output", path, 0, "gone", "hint"});
  throw Error(ErrorKind::refused, "no; not this",
              "hint")
      .with_reason(x ? "one" : "two-words");
}
"""
PAGE = """# Formats

## Refusals

{}
## Findings

| `missing-output` | x |
{}
## Other

| `elsewhere` | x |
"""


class CheckTables(unittest.TestCase):
    def check(self, source, reasons, codes=()):
        with tempfile.TemporaryDirectory() as directory:
            rows = ["".join(f"| `{word}` | x |\n" for word in words) for words in (reasons, codes)]
            for name, text in {"src/a.cpp": source, "docs/formats.md": PAGE.format(*rows)}.items():
                path = Path(directory, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text)
            result = subprocess.run([TOOL, directory], stdout=subprocess.PIPE, text=True, check=False)
            self.assertEqual(result.returncode, 1 if result.stdout else 0)
            return result.stdout.splitlines()

    def test_accepts_tables_that_have_them_all(self):
        self.assertEqual(self.check(SOURCE, ["one", "two-words"]), [])

    def test_names_what_a_table_lacks(self):
        self.assertEqual(
            self.check(SOURCE, ["one"]),
            ["src/a.cpp:6: 'two-words' is missing in docs/formats.md, Refusals"],
        )
        more = 'void g() {\n  problem("invalid-value", 1);\n}\n'
        self.assertEqual(
            self.check(SOURCE + more, ["one", "two-words"]),
            ["src/a.cpp:9: 'invalid-value' is missing in docs/formats.md, Findings"],
        )

    def test_names_what_nothing_gives(self):
        self.assertEqual(
            self.check(SOURCE, ["one", "two-words", "gone"], ["one"]),
            [
                "docs/formats.md, Refusals: nothing in the source gives 'gone'",
                "docs/formats.md, Findings: nothing in the source gives 'one'",
            ],
        )

    def test_names_what_stands_there_twice(self):
        self.assertEqual(
            self.check(SOURCE, ["one", "two-words", "one"]),
            ["docs/formats.md, Refusals: 'one' stands there twice"],
        )

    def test_a_refusal_needs_a_reason(self):
        more = 'void g() {\n  throw Error(ErrorKind::refused, "why not");\n}\n'
        self.assertEqual(
            self.check(SOURCE + more, ["one", "two-words"]),
            ["src/a.cpp:9: refused without a reason"],
        )

    def test_an_empty_tree_is_an_error(self):
        self.assertEqual(len(self.check("", [])), 3)


if __name__ == "__main__":
    unittest.main()
