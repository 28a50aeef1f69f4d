#!/usr/bin/python3
"""`promote --publish` with a Confluence on loopback, Cloud and Data Center, and through Prism where it is to be had.

    tests/publish/publish.py PROGRAM [NAME…]    exit 0 all well, 1 not, 77 when something is missing here

NAME is the name of a test, or its beginning: "creates_a_page", "creates_a_page.cloud.prism".
"""

import importlib
import os
import signal
import sys
import threading
import time
import traceback
from concurrent.futures import ThreadPoolExecutor

try:
    from desk import Desk
    from listener import Listener
    from place import Template
    from prism import Missing, Prism
    from scenes import BOTH, SCENES

    for module in ("many", "kill", "fault", "everyday", "place", "refusal", "target", "secret", "gate", "check"):
        importlib.import_module(f"{module}_scenes")
except ImportError as missing_module:
    print(f"skipped: {missing_module} (python3-yaml)")
    sys.exit(77)

WORKERS = 3


class Proxies:
    """A Prism for each edition, before a listener that serves one test after the other."""

    def __init__(self):
        self.of, self.turns = {}, {edition: threading.Lock() for edition in BOTH}
        self.missing = ""

    def start(self):
        for edition in BOTH:
            listener = Listener(None)
            try:
                self.of[edition] = (listener, Prism(edition, listener.origin))
            except Missing as missing:
                listener.stop()
                self.missing = str(missing)
                print(f"skipped: through Prism: {missing}", flush=True)
                return

    def stop(self):
        for listener, prism in self.of.values():
            prism.stop()
            listener.stop()


def run(scene, template, proxies):
    """None, or what went wrong."""
    begin = time.monotonic()
    try:
        if scene.through_prism:
            listener, prism = proxies.of[scene.edition]
            with proxies.turns[scene.edition], Desk(template, scene.edition, listener, prism.origin) as desk:
                scene.test(desk, *scene.arguments)
        else:
            with Desk(template, scene.edition) as desk:
                scene.test(desk, *scene.arguments)
        print(f"ok      {scene.name} ({time.monotonic() - begin:.1f} s)", flush=True)
        return None
    except Exception:  # pylint: disable=broad-except
        print(f"FAILED  {scene.name}\n{traceback.format_exc()}", flush=True)
        return scene.name


def main():
    # Who ends us lets us end Prism.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    program, names = os.path.realpath(sys.argv[1]), sys.argv[2:]
    template = Template(program)
    scenes = [scene for scene in SCENES if scene.needs in template.options and (not names or scene.name.startswith(tuple(names)))]
    proxies = Proxies()
    if any(scene.through_prism for scene in scenes):
        proxies.start()
    if not proxies.of:
        scenes = [scene for scene in scenes if not scene.through_prism]
    pool = ThreadPoolExecutor(WORKERS)
    try:
        failed = [name for name in pool.map(lambda scene: run(scene, template, proxies), scenes) if name]
    finally:
        pool.shutdown(cancel_futures=True)
        proxies.stop()
        template.remove()
    print(f"{len(scenes) - len(failed)} of {len(scenes)} well", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
