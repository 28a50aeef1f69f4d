"""What a Confluence server makes of the storage that it is sent: the same page, other bytes."""

import html.entities
import re
import uuid
import xml.parsers.expat

# Markup and CDATA as they are; what lies between is text.
TOKEN = re.compile(r"<!\[CDATA\[.*?\]\]>|<!--.*?-->|<[^>]*>", re.S)
ENTITIES = "".join(f'<!ENTITY {name} "&#{code};">' for name, code in html.entities.name2codepoint.items())
NAMES_OF = {chr(code): f"&{name};" for name, code in html.entities.name2codepoint.items() if code > 127}
# What gets an id of its own, and the attribute that holds it.
LOCAL_IDS = {"table": "ac:local-id", "ac:task-list": "ac:local-id", "ac:adf-extension": "ac:local-id", "p": "local-id"}


class Malformed(Exception):
    """The storage is no well-formed XML."""


def check(storage):
    """Throws Malformed as the server's parser would refuse it."""
    prolog = f"<!DOCTYPE page [{ENTITIES}]>"
    parser = xml.parsers.expat.ParserCreate()
    try:
        parser.Parse(f"{prolog}<page>{storage}</page>".encode(), True)
    except xml.parsers.expat.ExpatError as error:
        raise Malformed(str(error)) from error


def as_stored(storage, serial):
    """The storage as the server keeps it; `serial` makes the ids of one version differ from the next one's."""
    check(storage)
    count = 0

    def new_id():
        nonlocal count
        count += 1
        return str(uuid.uuid5(uuid.NAMESPACE_OID, f"{serial}.{count}"))

    def markup(token):
        if token.startswith(("<!", "</")):
            return token
        return space_before_end(ended_text(with_ids(token, new_id)))

    out, position = [], 0
    for match in TOKEN.finditer(storage):
        out += [named_entities(storage[position : match.start()]), markup(match.group())]
        position = match.end()
    return "".join(out) + named_entities(storage[position:])


def named_entities(text):
    return "".join(NAMES_OF.get(character, character) for character in text)


def with_ids(tag, new_id):
    name = re.match(r"<([^\s/>]+)", tag).group(1)
    if name == "ac:structured-macro":
        more = "" if "ac:schema-version" in tag else ' ac:schema-version="1"'
        more += "" if "ac:macro-id" in tag else f' ac:macro-id="{new_id()}"'
    elif name in LOCAL_IDS and f"{LOCAL_IDS[name]}=" not in tag:
        more = f' {LOCAL_IDS[name]}="{new_id()}"'
    else:
        return tag
    return re.sub(r"\s*(/?)>$", lambda end: more + end.group(1) + ">", tag)


def ended_text(tag):
    """The new editor's word for right."""
    return re.sub(r"text-align:\s*right", "text-align: end", tag)


def space_before_end(tag):
    return re.sub(r"\s*/>$", " />", tag)


def marked(storage, text, ref):
    """The storage with an inline comment's marker around the first `text` outside of tags."""
    position = 0
    for match in [*TOKEN.finditer(storage), None]:
        end = match.start() if match else len(storage)
        at = storage.find(text, position, end)
        if at >= 0:
            marker = f'<ac:inline-comment-marker ac:ref="{ref}">{text}</ac:inline-comment-marker>'
            return storage[:at] + marker + storage[at + len(text) :]
        position = match.end() if match else end
    raise KeyError(f"{text!r} is in no text of the page")
