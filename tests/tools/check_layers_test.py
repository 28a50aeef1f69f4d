#!/usr/bin/env python3
"""Tests tools/check-layers: a tree for each rule."""

import subprocess
import tempfile
import unittest
from pathlib import Path

TOOL = Path(__file__).resolve().parents[2] / "tools/check-layers"


class CheckLayers(unittest.TestCase):
    def check(self, files):
        with tempfile.TemporaryDirectory() as directory:
            for name, text in {"base/error.h": "", "core/value.h": "", "yaml/edit.h": "", **files}.items():
                path = Path(directory, "src", name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text)
            return subprocess.run([TOOL, directory], stdout=subprocess.PIPE, text=True, check=False)

    def refuse(self, file, include, words):
        result = self.check({file: f"// first\n{include}\n"})
        self.assertEqual(result.returncode, 1, result.stdout)
        self.assertTrue(result.stdout.startswith(f"src/{file}:2: "), result.stdout)
        self.assertIn(words, result.stdout)

    def accept(self, file, include):
        result = self.check({file: f"{include}\n"})
        self.assertEqual(result.returncode, 0, result.stdout)

    def test_accepts_what_the_table_allows(self):
        self.accept("store/a.cpp", '#include "yaml/edit.h"')
        self.accept("core/a.cpp", '#include "base/error.h"')
        self.accept("base/a.cpp", "#include <sys/stat.h>")
        self.accept("yaml/a.cpp", "#include <yaml.h>")
        self.accept("cli/command.cpp", "#include <CLI/CLI.hpp>")
        self.accept("http_program/a.cpp", "#include <curl/curl.h>")
        self.accept("json/a.h", "#include <nlohmann/json.hpp>")
        self.accept("markdown/a.cpp", "#include <cmark-gfm-core-extensions.h>")
        self.accept("mcp/tools/a.cpp", "#include <nlohmann/json.hpp>")
        self.accept("mcp/tools/a.cpp", '#include "core/value.h"')

    def test_refuses_other_layers(self):
        self.refuse("base/a.cpp", '#include "core/value.h"', "base may not include")
        self.refuse("git/a.cpp", '#include "yaml/edit.h"', "git may not include")
        self.refuse("cli/a.cpp", '  #  include "yaml/edit.h"', "cli may not include")
        self.refuse("mcp/a.cpp", '#include "yaml/edit.h"', "mcp may not include")

    def test_the_front_end_on_a_terminal_starts_the_one_for_agents(self):
        files = {"cli/console.h": "", "mcp/server.h": ""}
        result = self.check({**files, "cli/commands/mcp.cpp": '#include "mcp/server.h"\n'})
        self.assertEqual(result.returncode, 0, result.stdout)
        result = self.check({**files, "mcp/server.cpp": '#include "cli/console.h"\n'})
        self.assertIn("mcp may not include", result.stdout)

    def test_refuses_unknown_paths_and_folders(self):
        self.refuse("core/a.cpp", '#include "../base/error.h"', "no path below src/")
        self.refuse("core/a.cpp", '#include "error.h"', "no path below src/")
        result = self.check({"extra/a.cpp": ""})
        self.assertEqual(result.returncode, 1)
        self.assertIn("extra is not in the table", result.stdout)

    def test_refuses_libraries_outside_their_folder(self):
        self.refuse("store/a.cpp", "#include <yaml.h>", "belongs to yaml")
        self.refuse("cli/a.cpp", "#include <CLI/CLI.hpp>", "belongs to cli/command.cpp")
        self.refuse("core/a.h", "#include <nlohmann/json_fwd.hpp>", "belongs to")
        self.refuse("git/a.cpp", "#include <git2/types.h>", "not used here")
        self.refuse("cli/a.cpp", "#include <regex>", "not used here")
        self.refuse("http/a.cpp", "#include <curl/curl.h>", "belongs to http_program, smtp")
        self.refuse("cli/a.cpp", "#include <boost/any.hpp>", "no folder owns")

    def test_an_empty_tree_is_an_error(self):
        with tempfile.TemporaryDirectory() as directory:
            result = subprocess.run([TOOL, directory], stderr=subprocess.PIPE, check=False)
            self.assertEqual(result.returncode, 2)


if __name__ == "__main__":
    unittest.main()
