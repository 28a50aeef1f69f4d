"""A table from method and path to the function that answers."""

import json
import re

from listener import Answer
from wiki import Refused


class Routes:
    """An edition: `rows` names its calls, `refusal` words what is refused."""

    rows = []  # (method, pattern of the path, name of the method that answers)

    def answer(self, request, path, account):
        """None where no path fits; Answer otherwise. The wiki's lock is held."""
        fitting = [(method, match, name) for method, pattern, name in self.rows if (match := re.fullmatch(pattern, path))]
        for method, match, name in fitting:
            if method == request.method:
                return self.guarded(getattr(self, name), request, account, match.groups())
        return self.refusal(Refused(405, "METHOD", f"Method {request.method} not allowed"), path) if fitting else None

    def guarded(self, function, request, account, words):
        try:
            found = function(request, account, *[int(word) if word.isdigit() else word for word in words])
            return found if isinstance(found, Answer) else Answer(200, found)
        except Refused as refused:
            return self.refusal(refused, request.path)
        except (json.JSONDecodeError, KeyError, TypeError, ValueError) as error:
            return self.refusal(Refused(400, "REQUEST", f"The request is wrong: {type(error).__name__} {error}"), request.path)
