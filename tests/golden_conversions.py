#!/usr/bin/env python3
"""Holds `git session convert` against pages that another publisher wrote.

    tests/golden_conversions.py PROGRAM    exit 0 equal, 1 not, 77 when the samples are missing

The samples are in $GIT_SESSION_TEST_DATA/golden, with a script that compares two pages by meaning.
Everywhere the result must be well-formed; where our page differs on purpose, the case stands below
with the reason, and must differ in just these measures:

    sem  the same page but for choices without meaning    mac  the same macros
    txt  the same text                                     el   the same headings, items, links, ...
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

MEASURES = {"sem", "mac", "txt", "el"}

DIFFERENCES = {
    "mark/codes": ({"sem"}, "languages that Confluence does not know are left out: Data Center shows an error for them"),
    "mark/heading-anchor-custom-ids": (
        {"sem", "mac"},
        "Confluence derives anchors from the text of a heading: one with a name of its own needs an anchor macro",
    ),
    "mark/quotes": (
        MEASURES,
        "a quote that begins with a bold word is a quote; alerts have no line that repeats their kind, and "
        "IMPORTANT is yellow",
    ),
    "mark/links": (MEASURES, "`ac:` is no scheme of a link, raw macros are shown as text, footnotes are anchor macros"),
    "mark/macro-include": ({"sem", "mac", "txt"}, "raw macros in the input are shown as text"),
    "mark/mention": ({"sem", "txt"}, "@{name} without a known account stays as it is written"),
    "mark/pagelayout": ({"sem", "el"}, "directives in comments are that tool's own"),
    "mark/plantuml": ({"sem", "mac"}, "PlantUML stays code: its macro is not part of Confluence"),
}


def main() -> int:
    golden = Path(os.environ.get("GIT_SESSION_TEST_DATA") or "/nonexistent") / "golden"
    if not (golden / "compare.py").is_file():
        print("skipped: the samples in GIT_SESSION_TEST_DATA are missing here")
        return 77
    program = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as scratch:
        results = Path(scratch) / "results.json"
        compared = subprocess.run(
            [sys.executable, golden / "compare.py", "--all", "--keep-front-matter", "--gate", "wf=100"]
            + ["--json", results, "--", program, "convert", "--quiet"],
            stdout=subprocess.PIPE,
            text=True,
            check=False,
        )
        print(compared.stdout)
        if compared.returncode != 0:
            return 1
        cases = json.loads(results.read_text(encoding="utf-8"))
    faults = [] if cases else ["no case was run"]
    for case in cases:
        expected, reason = DIFFERENCES.get(case["id"], (set(), "nothing"))
        found = {measure for measure in MEASURES if not case[measure]}
        if found != expected:
            faults.append(f"{case['id']} differs in {sorted(found)}, not in {sorted(expected)} ({reason})")
    faults += [f"{name} was not run" for name in DIFFERENCES if name not in {case["id"] for case in cases}]
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
