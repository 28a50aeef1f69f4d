"""The list of tests: `@scene()` adds one for each edition."""

from dataclasses import dataclass
from typing import Callable

SCENES = []
BOTH = ("cloud", "datacenter")


@dataclass
class Scene:
    name: str
    edition: str
    through_prism: bool
    test: Callable
    arguments: tuple = ()
    needs: str = ""  # an option that the program may not have


def scene(*editions, prism=False, each=None, needs=""):
    """For these editions, both unless named; with `prism` once more through it; with `each` once for each argument."""

    def add(test):
        for edition in editions or BOTH:
            for through_prism in (False, True) if prism else (False,):
                for argument in each or [None]:
                    words = [test.__name__, edition, argument, "prism" if through_prism else None]
                    name = ".".join(str(word) for word in words if word is not None)
                    SCENES.append(Scene(name, edition, through_prism, test, () if argument is None else (argument,), needs))
        return test

    return add
