"""The scenes, by name, and what they share."""

SCENES = {}


def scene(function):
    SCENES[function.__name__] = function
    return function


def code_of(reply):
    return reply["error"]["code"]


def document(server, topic, **more):
    """Adds a document; the name that it got."""
    arguments = {"agent": "cs-architect", "content": f"# {topic}\n", "topic": topic, **more}
    return server.answer("add", **arguments)["added"][0]["file"]
