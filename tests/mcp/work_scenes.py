"""Many clients, and what becomes of their work."""

from concurrent.futures import ThreadPoolExecutor

from scenes import document, scene


@scene
def loses_nothing_of_eight_clients_at_once(place):
    first = place.server()
    session = first.answer("create")["session_id"]

    def work(number):
        server = place.server(environment={"CLAUDE_CODE_SESSION_ID": f"chat-{number}"})
        files = [document(server, f"document {number} {turn}", session=session) for turn in range(5)]
        server.end()
        return files

    with ThreadPoolExecutor(8) as pool:
        added = [file for files in pool.map(work, range(8)) for file in files]
    outputs = first.answer("report", session=session, limit=200)["outputs"]
    first.end()
    assert sorted(added) == sorted(output["file"] for output in outputs) and len(added) == 40
    assert all(output["listed"] and output["agent"] == "cs-architect" for output in outputs)
    assert {output["chat"] for output in outputs} == {f"chat-{number}" for number in range(8)}


@scene
def keeps_chats_apart(place):
    servers = {chat: place.server(environment={"CLAUDE_CODE_SESSION_ID": chat}) for chat in ("one", "two")}
    ids = {chat: server.answer("create", ticket=f"{chat.upper()}-1")["session_id"] for chat, server in servers.items()}
    assert ids["one"] != ids["two"]
    for chat, server in servers.items():
        current = server.answer("current")
        assert current["session_id"] == ids[chat] and current["source"] == "agent", current
        assert server.answer("current", session=ids["one"])["source"] == "flag"
        server.end()


@scene
def can_be_taken_back(place):
    server = place.server()
    server.answer("create")
    before = place.files()
    document(server, "plan")
    server.answer("update", ticket="PROJ-9")
    server.end()
    for _ in range(2):
        place.run(place.program, "undo", "--quiet")
    assert place.files() == before
