"""What every refusal has: nothing is written, and the one override is named."""

import re

from checks import holds, same
from place import NOTE


def is_refused(desk, reason, option=None, *words, name=NOTE):
    """The refusal in words and in JSON, with nothing written; the number that `option` is to be given."""
    before, pages = desk.snapshot(), [(page.id, page.now.number, page.status) for page in desk.fake.pages()]
    desk.fake.forget_requests()
    ended = desk.publish(name, *words).refused()
    shown = desk.publish(name, *words, "--json").refused()
    same(desk.names_sent(), [])
    same([(page.id, page.now.number, page.status) for page in desk.fake.pages()], pages)
    after = {path: content for path, content in desk.snapshot().items() if not path.startswith(".git/")}
    same(after, {path: content for path, content in before.items() if not path.startswith(".git/")})
    holds(shown.out, f'"{reason}"')
    if option is None:
        return ended, None
    numbers = set(re.findall(rf"{option} (\d+)", ended.err))
    same(len(numbers), 1)
    return ended, numbers.pop()
