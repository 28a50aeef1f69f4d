"""Both eras of the protocol, as their clients speak."""

import json

import jsonschema

import shapes
from scenes import code_of, document, scene
from wire import LEGACY, MODERN


def every_tool(server, modern):
    """Calls each tool once, and holds what it says against what it declares."""
    tools = server.result("tools/list", {}, modern)["tools"]
    schemas = {tool["name"]: tool["outputSchema"] for tool in tools}
    for schema in schemas.values():
        jsonschema.Draft202012Validator.check_schema(schema)
    calls = [("create", {}), ("current", {}), ("add", {"agent": "cs-x", "content": "# A plan\n", "topic": "plan"}),
             ("add", {"agent": "cs-x", "files": ["README.md"], "model": "opus"}), ("search", {"ticket": "proj-*", "agent": "*"}),
             ("show", {}), ("show", {"file": "plan"}), ("report", {}), ("update", {"sprint": "S3", "add_tags": ["x"]}),
             ("promote", {"file": "plan", "space": "PROJ"})]
    calls.append(("close", {"session": None}))
    for name, arguments in calls:
        if "session" in arguments:
            arguments["session"] = server.call("current", modern)["structuredContent"]["session_id"]
        result = server.call(name, modern, **arguments)
        shapes.check("tools/call", result, modern)
        assert "isError" not in result, result
        jsonschema.Draft202012Validator(schemas[name]).validate(result["structuredContent"])
        assert json.loads(result["content"][0]["text"]) == result["structuredContent"], name
    assert {name for name, _ in calls} == set(schemas), "a tool was not called"


def every_list(server, modern):
    for method in ("tools/list", "resources/list", "resources/templates/list"):
        shapes.check(method, server.result(method, {}, modern), modern)
    for resource in server.result("resources/list", {}, modern)["resources"]:
        shapes.check("resources/read", server.result("resources/read", {"uri": resource["uri"]}, modern), modern)


@scene
def speaks_the_stateless_revision(place):
    server = place.server()
    shapes.check("server/discover", server.result("server/discover"), True)
    every_tool(server, True)
    every_list(server, True)
    server.end()


@scene
def speaks_the_older_revisions(place):
    server = place.server()
    result = server.initialize()
    shapes.check("initialize", result, False)
    assert result["protocolVersion"] == LEGACY
    shapes.check("ping", server.result("ping", {}, False), False)
    every_tool(server, False)
    every_list(server, False)
    server.end()


@scene
def spares_the_oldest_what_they_do_not_know(place):
    server = place.server()
    assert server.initialize("2024-11-05")["protocolVersion"] == "2024-11-05"
    server.call("create", False)
    result = server.call("add", False, agent="cs-x", content="x", topic="t")
    assert [block["type"] for block in result["content"]] == ["text"] and "structuredContent" not in result, result
    assert all("outputSchema" not in tool for tool in server.result("tools/list", {}, False)["tools"])
    server.end()


@scene
def refuses_with_the_right_codes(place):
    server = place.server()
    bare = server.request("tools/list", {}, modern=False)
    server.send([bare])
    server.wait(lambda: bare["id"] in server.replies)
    assert code_of(server.replies[bare["id"]]) == -32602
    reply = server.ask("tools/list", {"_meta": {"io.modelcontextprotocol/protocolVersion": "1900-01-01"}})
    assert code_of(reply) == -32022 and reply["error"]["data"] == {"supported": [MODERN], "requested": "1900-01-01"}
    assert code_of(server.ask("nonsense")) == -32601
    assert code_of(server.ask("prompts/list")) == -32601
    assert code_of(server.ask("tools/call", {"name": "sh"})) == -32602
    assert code_of(server.ask("tools/call", {"name": "show", "arguments": []})) == -32602
    assert code_of(server.ask("resources/read", {"uri": "session://nobody"})) == -32602
    assert code_of(server.ask("resources/list", {"cursor": "x"})) == -32602
    assert server.refusal("search", limit="many") == "usage"
    assert server.refusal("close") == "usage"
    server.initialize()
    assert code_of(server.ask("resources/read", {"uri": "session://nobody"}, False)) == -32002
    server.end()


@scene
def is_silent_about_what_is_cancelled(place):
    server = place.server()
    server.answer("create")
    for number in range(10):
        document(server, f"document {number}")
    requests = [server.request("tools/call", {"name": "show", "arguments": {}}) for _ in range(150)]
    last = requests[-1]["id"]
    cancel = {"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": last, "reason": "enough"}}
    odd = [{**cancel, "params": params} for params in ({}, {"requestId": None}, {"requestId": [1]}, {"requestId": 12345})]
    server.send(requests + [cancel, *odd])
    assert "result" in server.ask("tools/list")
    assert last not in server.replies
    assert all(request["id"] in server.replies for request in requests[:-1])
    server.send([{**requests[-1], "id": last}])  # the same id again is another request
    server.wait(lambda: last in server.replies)
    server.end()


@scene
def does_nothing_for_notifications_and_responses(place):
    server = place.server()
    before = place.files()
    call = server.request("tools/call", {"name": "create", "arguments": {}})
    del call["id"]
    server.send([call, {"jsonrpc": "2.0", "method": "notifications/nonsense"},
                 {"jsonrpc": "2.0", "id": 7, "result": {"roots": [{"uri": "file:///"}]}},
                 {"jsonrpc": "2.0", "id": "x", "error": {"code": 1, "message": "no"}}])
    server.ask("tools/list")
    server.end()
    assert place.files() == before and set(server.replies) == {server.number} and not server.nameless
