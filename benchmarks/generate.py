#!/usr/bin/python3
"""Makes a git repository full of sessions, byte for byte the same every time.

    benchmarks/generate.py DIRECTORY SESSIONS

A twentieth of the sessions is archived; each has about five outputs. Nothing of it is committed.
"""

import datetime
import random
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import handwriting  # noqa: E402
from prose import Prose  # noqa: E402

SEED = 20251122
USERS = {"ada-lovelace": "engineering", "grace-hopper": "engineering", "linus-berg": "engineering",
         "mary-shelley": "marketing", "jane-austen": "marketing", "emmy-noether": "product",
         "rosa-parks": "product", "alan-turing": "engineering", "marie-curie": "delivery",
         "niels-bohr": "delivery", "ida-rhodes": "product", "tim-lee": "engineering"}
AGENTS = ["cs-architect", "cs-business-analyst", "cs-product-manager", "cs-secops", "cs-backend-engineer"]
TYPES = ["architecture", "analysis", "reviews", "reports", "artifacts"]
TOPICS = ["architecture-review", "invoice-process", "security-scan", "user-stories", "roadmap",
          "performance-analysis", "migration-plan", "test-strategy", "risk-register"]
PROJECTS = ["Invoice Automation", "Customer Portal", "Ledger Migration", "Mobile Approval", "Tax Engine"]
TAGS = ["backend", "urgent", "q4", "compliance", "performance"]


def make_outputs(chance: random.Random, prose: Prose, start: datetime.datetime, folder: Path) -> list[dict]:
    outputs = []
    for number in range(chance.choice((3, 4, 5, 5, 6, 7))):
        made = start + datetime.timedelta(minutes=17 * number + chance.randint(0, 9))
        topic, agent = chance.choice(TOPICS), chance.choice(AGENTS)
        file = f"{made:%Y-%m-%d_%H-%M-%S}_{topic}-{number}_{agent}.md"
        (folder / file).write_text(prose.document(topic.replace("-", " ").capitalize()))
        promoted = chance.random() < 0.1
        outputs.append({
            "file": file, "agent": agent, "type": chance.choice(TYPES), "created": f"{made:%Y-%m-%dT%H:%M:%S}",
            "promoted": str(promoted).lower(), "promoted_word": str(promoted),
            "blob": f"{chance.getrandbits(160):040x}", "description": prose.sentence().replace(":", ","),
        })
    return outputs


def make_session(chance: random.Random, prose: Prose, root: Path, number: int):
    user = chance.choice(list(USERS))
    start = datetime.datetime(2024, 1, 8, 8) + datetime.timedelta(minutes=chance.randint(0, 700 * 1440))
    ticket = f"PROJ-{chance.randint(1, 2000)}"
    topic = chance.choice(TOPICS)
    archived = chance.random() < 0.05
    status = "archived" if archived else chance.choice(("active", "closed", "closed"))
    id = f"{start:%Y-%m-%d}_feature-{ticket.lower()}-{topic}"[:41].rstrip("-") + f"_{number * 0x9E3779 % 0x1000000:06x}"
    folder = root / ("archive" if archived else "sessions") / user / id
    folder.mkdir(parents=True)
    closed = f"{start + datetime.timedelta(days=3):%Y-%m-%dT%H:%M:%SZ}"
    session = {
        "id": id, "user": user, "team": USERS[user], "branch": f"feature/{ticket}-{topic}", "ticket": ticket,
        "project": chance.choice(PROJECTS), "sprint": f"{start.year}-Q{(start.month + 2) // 3}-Sprint-{start.day % 6 + 1}",
        "created": f"{start:%Y-%m-%dT%H:%M:%S}", "status": status,
        "drifted_status": {"closed": "completed"}.get(status, status),
        "closed": "null" if status == "active" else f'"{closed}"',
        "closed_plain": "" if status == "active" else closed,
        "expires": f"{start + datetime.timedelta(days=182):%Y-%m-%d}", "tag": chance.choice(TAGS),
        "note": prose.sentence(), "note2": prose.sentence(),
    }
    outputs = make_outputs(chance, prose, start, folder)
    (folder / ".session-metadata.yaml").write_text(handwriting.write(number, session, outputs))


def main() -> int:
    if len(sys.argv) != 3 or not sys.argv[2].isdigit():
        print(__doc__, file=sys.stderr)
        return 2
    directory, count = Path(sys.argv[1]), int(sys.argv[2])
    directory.mkdir(parents=True)
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main", str(directory)], check=True)
    chance = random.Random(SEED)
    prose = Prose(chance)
    for number in range(count):
        make_session(chance, prose, directory / "output", number)
    return 0


if __name__ == "__main__":
    sys.exit(main())
