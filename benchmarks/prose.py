"""Text that reads like what agents write: paragraphs put together from parts, the same for the same seed."""

import random

SUBJECTS = """the invoice service|the approval queue|the payment gateway|the export job|the customer portal
the matching step|the nightly import|the audit log|the tax table|the reminder mail|the ledger|the scan inbox
the reporting database|the session token|the retry policy|the price list|the order history|the search form"""
ACTIONS = """checks every line twice before it|waits for a person when it|writes its result to a table that
retries four times and then|hands over to a script which|was built for a hundred records a day and now
keeps state in memory, so a restart|depends on a folder that nobody|reads the whole file even where it
has no owner since March and|fails without a message whenever it|holds a lock for as long as it"""
OBJECTS = """handles two thousand|loses the order of events|meets an amount in a second currency
receives the same document again|runs beside the nightly backup|finds a supplier without a number
waits for the month's closing|is called by the mobile client|exceeds its time limit of thirty seconds
crosses a daylight-saving change|sees an attachment of more than 20 MB|is deployed during office hours"""
ADVICE = """Move the check in front of the queue|Measure it for a week before anything is changed
Keep the old path behind a switch until the quarter ends|Give it one owner and one page of documentation
Split reading from writing, and test the two alone|Replace the folder by a table with a unique key
Record the reason for every refusal|Let the caller decide how long it waits"""


def parts(text: str) -> list[str]:
    return [part for line in text.split("\n") for part in line.split("|")]


class Prose:
    """Hands out headings and documents; paragraphs come from a pool made once, which is what makes it fast."""

    def __init__(self, chance: random.Random):
        self.chance = chance
        self.subjects, self.actions = parts(SUBJECTS), parts(ACTIONS)
        self.objects, self.advice = parts(OBJECTS), parts(ADVICE)
        self.pool = [self._paragraph() for _ in range(600)]

    def _sentence(self) -> str:
        sentence = " ".join(map(self.chance.choice, (self.subjects, self.actions, self.objects)))
        return sentence[0].upper() + sentence[1:] + "."

    def _paragraph(self) -> str:
        sentences = [self._sentence() for _ in range(self.chance.randint(2, 5))]
        if self.chance.random() < 0.3:
            return "".join(f"- {sentence}\n" for sentence in sentences)
        return " ".join(sentences) + f" {self.chance.choice(self.advice)}.\n"

    def sentence(self) -> str:
        return self._sentence()

    def document(self, title: str) -> str:
        sections = [f"# {title}\n"]
        for heading in self.chance.sample(["Summary", "Findings", "Risks", "Next steps", "Method"], 3):
            sections.append(f"## {heading}\n")
            sections += self.chance.choices(self.pool, k=self.chance.randint(1, 3))
        return "\n".join(sections)
