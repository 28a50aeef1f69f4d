"""What goes wrong between a client and its server, one request at a time."""

import os
import re
import signal
import threading
import time


class Fault:
    """Answers in place of the server (`before`), or changes what it said (`after`); None hangs up."""

    name = "fault"
    skips_work = False
    cut = False

    def __init__(self, method, path, nth, times):
        self.method, self.path = method, re.compile(path)
        self.first, self.last, self.seen = nth, nth + times - 1, 0
        self.released = threading.Event()

    def fits(self, request):
        if not re.fullmatch(self.method, request.method) or not self.path.search(request.target):
            return False
        self.seen += 1
        return self.first <= self.seen <= self.last

    def before(self, request):
        return None

    def after(self, request, answer):
        return answer


class Instead(Fault):
    """This answer instead of the work."""

    skips_work = True

    def __init__(self, name, answer, *where):
        super().__init__(*where)
        self.name, self.answer = name, answer

    def after(self, request, answer):
        return self.answer


class Hang(Fault):
    """Says nothing for some seconds, and then hangs up."""

    name, skips_work = "hang", True

    def __init__(self, seconds, *where):
        super().__init__(*where)
        self.seconds = seconds

    def after(self, request, answer):
        self.released.wait(self.seconds)


class Cut(Fault):
    """The work is done, half of the answer comes."""

    name, cut = "cut", True


class Lose(Fault):
    """The work is done, nobody hears of it."""

    name = "lose_answer"

    def after(self, request, answer):
        return None


class Refuse(Fault):
    """The connection ends without work and without a word."""

    name, skips_work = "drop", True

    def after(self, request, answer):
        return None


class Kill(Fault):
    """Kills the client: before its request is served, which then is not, or after."""

    name = "kill_client"

    def __init__(self, when, victim, *where):
        super().__init__(*where)
        self.skips_work, self.victim = when == "before", victim

    def after(self, request, answer):
        deadline = time.monotonic() + 5
        while self.victim() is None and time.monotonic() < deadline:  # its starter has yet to tell
            time.sleep(0.002)
        os.kill(self.victim(), signal.SIGKILL)


class Meanwhile(Fault):
    """Something happens on the server just before the request is served."""

    name = "meanwhile"

    def __init__(self, happening, *where):
        super().__init__(*where)
        self.happening = happening

    def before(self, request):
        self.happening()


class Faults:
    """Those that wait for their request; the first that fits is it."""

    def __init__(self):
        self.lock = threading.Lock()
        self.waiting = []

    def add(self, fault):
        with self.lock:
            self.waiting.append(fault)

    def take(self, request):
        with self.lock:
            fitting = [fault for fault in self.waiting if fault.fits(request)]  # each of them counts it
            return fitting[0] if fitting else None

    def release(self):
        with self.lock:
            for fault in self.waiting:
                fault.released.set()
            self.waiting = []
