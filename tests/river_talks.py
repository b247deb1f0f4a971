"""An invented negotiation with a hand-made analysis: every table filled, spans that nest and overlap."""

from demandeur.analysis import Analysis
from demandeur.article import Article

TEXT = """\
Talks on the water of the river Lethe opened in Port Ambry on Monday. The Velgian prime minister, Oda Renn, urged \
Karstania to "open the sluices before the harvest" and to release the four detained pilots.

"We will not be hurried," said Karstania's minister of water, Ilan Brodt. "First the debts, then the water." He \
demanded that Velgia pay what it owes, and warned that the gates would stay shut.

The River Commission called on both sides to share their gauge readings. Velgia accepted at once; Karstania agreed \
only if the readings stay secret. Brodt refused to release the pilots & called Renn's tone "theatre <b>for home</b>".

Nobody answered the fishermen of Ambry, who begged for a winter without mines. Renn praised the Commission for its \
patience.
"""


def _act(act_id: str, act: str, issuers: list[str], evidence: str, trigger: str, **more) -> dict:
    """Return one row of acts, its offsets found in the text; ``content`` and ``condition`` are words of it."""
    start = TEXT.index(evidence)
    row = {
        "act_id": act_id,
        "act": act,
        "issuers": issuers,
        "addressees": [],
        "trigger": trigger,
        "trigger_start": TEXT.index(trigger, start),
        "evidence_start": start,
        "evidence_end": start + len(evidence),
        "strength": 2,
        "negated": False,
        "realis": "done",
        "confidence": 0.8,
        "rule": f"{act.lower()}-verb",
    }
    row["trigger_end"] = row["trigger_start"] + len(trigger)
    for name in ("content", "condition"):
        if words := more.get(name):
            row |= {f"{name}_start": TEXT.index(words), f"{name}_end": TEXT.index(words) + len(words)}
    return row | more


def _statement(statement_id: str, speaker: str, cue: str, quote_type: str, parts: list[str], **more) -> dict:
    """Return one row of statements whose spans are the given parts of the text."""
    return {
        "statement_id": statement_id,
        "speaker": speaker,
        "cue": cue,
        "quote_type": quote_type,
        "spans": [[TEXT.index(part), TEXT.index(part) + len(part)] for part in parts],
        "text": " ".join(parts),
        "confidence": 0.9,
        "rule": f"quote-{quote_type}",
    } | more


ACTORS = [
    {"actor_id": "oda-renn", "name": "Oda Renn", "kind": "person", "country": "VEL", "sector": "GOV", "n_mentions": 3},
    {"actor_id": "karstania", "name": "Karstania", "kind": "state", "country": "KAR", "n_mentions": 3},
    {
        "actor_id": "ilan-brodt",
        "name": "Ilan Brodt",
        "kind": "person",
        "country": "KAR",
        "sector": "GOV",
        "n_mentions": 3,
    },
    {"actor_id": "velgia", "name": "Velgia", "kind": "state", "country": "VEL", "n_mentions": 2},
    {"actor_id": "river-commission", "name": "River Commission", "kind": "organisation", "n_mentions": 2},
    {"actor_id": "fishermen", "name": "fishermen of Ambry", "kind": "group", "n_mentions": 1},
]

STATEMENTS = [
    _statement(
        "S1",
        "oda-renn",
        "urged",
        "mixed",
        ["open the sluices before the harvest"],
        polarity=0.0,
        subjectivity=0.5,
    ),
    _statement(
        "S2",
        "ilan-brodt",
        "said",
        "direct",
        ["We will not be hurried,", "First the debts, then the water."],
        polarity=0.25,
        subjectivity=0.333,
    ),
    _statement(
        "S3",
        "ilan-brodt",
        "called",
        "mixed",
        ["theatre <b>for home</b>"],
        polarity=-0.4,
        subjectivity=0.6,
    ),
]

REQUESTS = [
    _act(
        "A1",
        "REQUEST",
        ["oda-renn"],
        'Oda Renn, urged Karstania to "open the sluices before the harvest"',
        "urged",
        addressees=["karstania"],
        content="open the sluices before the harvest",
        issue="water",
        statement_id="S1",
    ),
    _act(
        "A2",
        "REQUEST",
        ["oda-renn"],
        'urged Karstania to "open the sluices before the harvest" and to release the four detained pilots',
        "urged",
        addressees=["karstania"],
        content="release the four detained pilots",
        issue="prisoners",
    ),
    _act(
        "A3",
        "REQUEST",
        ["ilan-brodt"],
        "He demanded that Velgia pay what it owes",
        "demanded",
        addressees=["velgia"],
        content="pay what it owes",
        issue="money",
        strength=4,
    ),
    _act(
        "A5",
        "REQUEST",
        ["river-commission"],
        "The River Commission called on both sides to share their gauge readings",
        "called on",
        addressees=["karstania", "velgia"],
        content="share their gauge readings",
        issue="water",
    ),
    _act(
        "A9",
        "REQUEST",
        ["fishermen"],
        "the fishermen of Ambry, who begged for a winter without mines",
        "begged",
        content="a winter without mines",
        issue="mines",
        strength=1,
    ),
]

OTHER_ACTS = [
    _act(
        "A4",
        "THREATEN",
        ["ilan-brodt"],
        "warned that the gates would stay shut",
        "warned",
        addressees=["velgia"],
        content="the gates would stay shut",
        issue="water",
        realis="future",
    ),
    _act(
        "A6",
        "ACCEPT",
        ["velgia"],
        "Velgia accepted at once",
        "accepted",
        addressees=["river-commission"],
        issue="water",
    ),
    _act(
        "A7",
        "ACCEPT",
        ["karstania"],
        "Karstania agreed only if the readings stay secret",
        "agreed",
        addressees=["river-commission"],
        condition="only if the readings stay secret",
        issue="water",
    ),
    _act(
        "A8",
        "REJECT",
        ["ilan-brodt"],
        "Brodt refused to release the pilots",
        "refused",
        addressees=["oda-renn"],
        content="release the pilots",
        issue="prisoners",
    ),
    _act(
        "A10",
        "SUPPORT",
        ["oda-renn"],
        "Renn praised the Commission for its patience",
        "praised",
        addressees=["river-commission"],
    ),
]

ANSWERS = {"A2": (["A8"], "rejected"), "A5": (["A6", "A7"], "conditional")}


def record() -> dict:
    """Return the tables of the invented negotiation, row by row."""
    demands = []
    for number, act in enumerate(REQUESTS, start=1):
        answers, status = ANSWERS.get(act["act_id"], ([], "unanswered"))
        demands.append({"demand_id": f"D{number}"} | act | {"answers": answers, "status": status})
    return {
        "actors": ACTORS,
        "mentions": [
            {
                "actor_id": "oda-renn",
                "start": TEXT.index("Oda Renn"),
                "end": TEXT.index("Oda Renn") + 8,
                "text": "Oda Renn",
            }
            | {"form": "name", "confidence": 1.0, "rule": "name-full"}
        ],
        "statements": STATEMENTS,
        "acts": sorted(REQUESTS + OTHER_ACTS, key=_number),
        "demands": demands,
        "stances": [
            {"actor_id": "oda-renn", "issue": "water", "stance": "support", "score": 1.0, "n": 1, "evidence": ["A1"]},
            {"actor_id": "ilan-brodt", "issue": "water", "stance": "oppose", "score": -0.8, "n": 1, "evidence": ["A4"]},
            {
                "actor_id": "karstania",
                "issue": "water",
                "stance": "conditional",
                "score": 0.3,
                "n": 1,
                "evidence": ["A7"],
            },
            {"actor_id": "velgia", "issue": "water", "stance": "support", "score": 0.9, "n": 1, "evidence": ["A6"]},
            {
                "actor_id": "ilan-brodt",
                "issue": "prisoners",
                "stance": "oppose",
                "score": -1,
                "n": 1,
                "evidence": ["A8"],
            },
        ],
        "sentiment": [
            {
                "statement_id": "S1",
                "actor_id": "oda-renn",
                "polarity": 0.0,
                "subjectivity": 0.5,
                "n_words": 6,
                "n_known": 1,
            },
            {
                "statement_id": "S2",
                "actor_id": "ilan-brodt",
                "polarity": 0.25,
                "subjectivity": 0.333,
                "n_words": 11,
                "n_known": 1,
            },
            {
                "statement_id": "S3",
                "actor_id": "ilan-brodt",
                "polarity": -0.4,
                "subjectivity": 0.6,
                "n_words": 3,
                "n_known": 0,
            },
        ],
        "attitudes": [
            {
                "from_actor": "oda-renn",
                "to_actor": "river-commission",
                "label": "positive",
                "score": 1,
                "n": 1,
                "evidence": ["A10"],
            },
            {
                "from_actor": "ilan-brodt",
                "to_actor": "velgia",
                "label": "negative",
                "score": -0.7,
                "n": 1,
                "evidence": ["A4"],
            },
        ],
    }


def _number(act: dict) -> int:
    return int(act["act_id"][1:])


def analysis() -> Analysis:
    """Return the invented negotiation's analysis."""
    article = Article.from_text(TEXT, id="river-talks", title="River talks open in Port Ambry", date="2031-05-12")
    return Analysis.from_record(article, record(), model="en_core_web_sm")


def empty() -> Analysis:
    """Return the analysis of an article in which nobody speaks and nothing is asked for."""
    article = Article.from_text("The river rose by a hand's breadth overnight.", id="high-water")
    return Analysis.from_record(article, {}, model="en_core_web_sm")
