"""What the two eras of the protocol demand of results, as JSON Schemas."""

import jsonschema

TEXT, WORD = {"type": "string"}, {"type": "string", "minLength": 1}


def closed(required, optional=None):
    return {"type": "object", "required": list(required), "properties": {**required, **(optional or {})},
            "additionalProperties": False}


SERVER = closed({"name": WORD, "version": WORD}, {"title": WORD})
HINT = {"type": "boolean"}
TOOL = closed(
    {"name": {"type": "string", "pattern": "^[A-Za-z0-9_.-]{1,128}$"}, "title": WORD,
     "description": {"type": "string", "minLength": 1, "maxLength": 2000},
     "inputSchema": {"type": "object", "required": ["type", "properties", "additionalProperties"],
                     "properties": {"type": {"const": "object"}, "additionalProperties": {"const": False}}},
     "annotations": closed({"title": WORD, "readOnlyHint": HINT, "destructiveHint": HINT, "idempotentHint": HINT,
                            "openWorldHint": HINT})},
    {"outputSchema": {"type": "object", "required": ["type"], "properties": {"type": {"const": "object"}}}})
RESOURCE = closed({"uri": {"type": "string", "pattern": "^session://"}, "name": WORD},
                  {"title": WORD, "description": WORD, "mimeType": WORD, "size": {"type": "integer", "minimum": 0}})
TEMPLATE = closed({"uriTemplate": WORD, "name": WORD}, {"title": WORD, "description": WORD, "mimeType": WORD})
BLOCK = {"oneOf": [closed({"type": {"const": "text"}, "text": TEXT}),
                   closed({"type": {"const": "resource_link"}, **RESOURCE["properties"]})]}
BLOCK["oneOf"][1]["required"] = ["type", "uri", "name"]
CONTENTS = {"type": "object", "required": ["uri", "mimeType"],
            "oneOf": [{"required": ["text"], "properties": {"text": TEXT}},
                      {"required": ["blob"], "properties": {"blob": {"type": "string", "contentEncoding": "base64"}}}]}


def many(shape):
    return {"type": "array", "items": shape}


# By method: what a result has, what it may have, and whether it says how long it holds.
RESULTS = {
    "server/discover": ({"supportedVersions": many(WORD), "capabilities": {"type": "object"}, "instructions": WORD}, {}, True),
    "tools/list": ({"tools": many(TOOL)}, {"nextCursor": WORD}, True),
    "tools/call": ({"content": many(BLOCK)}, {"structuredContent": {"type": "object"}, "isError": {"const": True}}, False),
    "resources/list": ({"resources": many(RESOURCE)}, {"nextCursor": WORD}, True),
    "resources/templates/list": ({"resourceTemplates": many(TEMPLATE)}, {"nextCursor": WORD}, True),
    "resources/read": ({"contents": many(CONTENTS)}, {}, True),
    "initialize": ({"protocolVersion": WORD, "capabilities": {"type": "object"}, "serverInfo": SERVER,
                    "instructions": WORD}, {}, False),
    "ping": ({}, {}, False),
}


def check(method, result, modern):
    """Throws where a result is not as its method's results have to be."""
    required, optional, is_cacheable = RESULTS[method]
    if modern:
        required = {**required, "resultType": {"const": "complete"},
                    "_meta": closed({"io.modelcontextprotocol/serverInfo": SERVER})}
        if is_cacheable:
            required = {**required, "ttlMs": {"type": "integer", "minimum": 0},
                        "cacheScope": {"enum": ["public", "private"]}}
    jsonschema.Draft202012Validator(closed(required, optional)).validate(result)
