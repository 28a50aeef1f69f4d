#!/usr/bin/env python3
"""Tests tools/check-reasons: a source and a page for each finding."""

import subprocess
import tempfile
import unittest
from pathlib import Path

TOOL = Path(__file__).resolve().parents[2] / "tools/check-reasons"

SOURCE = """void f() {
  throw Error(ErrorKind::refused, "no; not this",
              "hint")
      .with_reason(x ? "one" : "two-words");
}
"""
PAGE = "# Formats\n\n## Refusals\n\n| reason | means |\n|---|---|\n{}\n## Other\n\n| `elsewhere` | x |\n"


class CheckReasons(unittest.TestCase):
    def check(self, source, *documented):
        with tempfile.TemporaryDirectory() as directory:
            rows = "".join(f"| `{reason}` | x |\n" for reason in documented)
            for name, text in {"src/a.cpp": source, "docs/formats.md": PAGE.format(rows)}.items():
                path = Path(directory, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text)
            result = subprocess.run([TOOL, directory], stdout=subprocess.PIPE, text=True, check=False)
            self.assertEqual(result.returncode, 1 if result.stdout else 0)
            return result.stdout.splitlines()

    def test_accepts_a_table_that_has_them_all(self):
        self.assertEqual(self.check(SOURCE, "one", "two-words"), [])

    def test_names_what_the_table_lacks(self):
        self.assertEqual(
            self.check(SOURCE, "one"),
            ["src/a.cpp:4: 'two-words' is missing in docs/formats.md, Refusals"],
        )

    def test_names_what_nothing_gives(self):
        self.assertEqual(
            self.check(SOURCE, "one", "two-words", "gone"),
            ["docs/formats.md: nothing is refused as 'gone'"],
        )

    def test_names_what_stands_there_twice(self):
        self.assertEqual(
            self.check(SOURCE, "one", "two-words", "one"),
            ["docs/formats.md: 'one' stands there twice"],
        )

    def test_a_refusal_needs_a_reason(self):
        more = 'void g() {\n  throw Error(ErrorKind::refused, "why not");\n}\n'
        self.assertEqual(
            self.check(SOURCE + more, "one", "two-words"), ["src/a.cpp:7: refused without a reason"]
        )

    def test_an_empty_tree_is_an_error(self):
        self.assertEqual(len(self.check("")), 1)


if __name__ == "__main__":
    unittest.main()
