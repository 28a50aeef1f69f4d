#!/usr/bin/python3
"""`git-session mcp`, spoken to byte by byte: both eras, broken lines, hostile clients and repositories.

    tests/mcp/frames.py PROGRAM [NAME…]    exit 0 all well, 1 not, 77 when something is missing here
"""

import importlib
import sys
import time
import traceback

try:
    from scenes import SCENES
    from wire import Place

    for module in ("era", "line", "hostile", "work"):
        importlib.import_module(f"{module}_scenes")
except ImportError as missing_module:
    print(f"skipped: {missing_module} (python3-jsonschema)")
    sys.exit(77)


def run(name, program):
    place = Place(program)
    try:
        SCENES[name](place)
        return None
    except Exception:
        return traceback.format_exc()
    finally:
        place.remove()


def main():
    program, names = sys.argv[1], sys.argv[2:] or list(SCENES)
    failures = 0
    for name in names:
        begin = time.monotonic()
        failure = run(name, program)
        failures += failure is not None
        print(f"{'failed' if failure else 'ok':<7}{time.monotonic() - begin:6.1f} s  {name}", flush=True)
        if failure:
            print(failure, flush=True)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
