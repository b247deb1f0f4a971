"""Invented negotiations to draw: the talks on the Sable Strait, with every oddity that a picture must bear."""

import pandas as pd

from demandeur.analysis import Analysis
from demandeur.article import Article

ACTORS = [
    {"actor_id": "veldran", "name": "Veldran", "kind": "state", "country": "VLD"},
    {"actor_id": "osmere", "name": "Republic of Osmere", "kind": "state", "country": "OSM"},
    {"actor_id": "tarro", "name": "Ilse Tarro-Vandenhoek", "kind": "person", "country": "VLD"},
    {"actor_id": "quist", "name": "Bram Quist", "kind": "person", "country": "OSM"},
    {"actor_id": "pilots", "name": "the harbour pilots' union & friends <b>", "kind": "group"},
    {"actor_id": "league", "name": "League of the Inner Sea", "kind": "organisation"},
    {"actor_id": "lin", "name": "林海峡", "kind": "person"},
    {"actor_id": "noor", "name": "نور الدين", "kind": "person"},
]


SENTENCES = [
    "Ilse Tarro-Vandenhoek, who had come to Port Amaro with every chart of the strait since the storm, accused the "
    "Republic of Osmere of “theft <b>on the high seas</b>”, which had cost $4 million in dues and $2 million more.",
    "“We keep our word,” Bram Quist said.",
    "“Tarro-Vandenhoek's charts are a fairy tale and her patience is a wonderful trap,” Quist went on.",
    "Ilse Tarro-Vandenhoek praised the harbour pilots' union & friends <b>.",
    "The League of the Inner Sea asked the Republic of Osmere to wait.",
    "林海峡 thanked نور الدين.",
]
TEXT = "\n\n".join(SENTENCES)


def demand(number: int, issuers: list[str], content: str, addressees: list[str], status: str, strength: int, **more):
    """Return one row of demands."""
    return {
        "demand_id": f"D{number}",
        "act_id": f"A{number}",
        "act": "REQUEST",
        "trigger": "called on",
        "issuers": issuers,
        "addressees": addressees,
        "content": content,
        "status": status,
        "strength": strength,
        "confidence": 0.8,
        "negated": False,
        "realis": "done",
        **more,
    }


def answer(act_id: str, act: str, issuers: list[str], **more) -> dict:
    """Return one row of acts that answers a demand."""
    return {"act_id": act_id, "act": act, "issuers": issuers, "confidence": 0.7, **more}


DEMANDS = [
    demand(1, ["tarro"], "open the northern channel to grain ships before the frost", ["osmere"], "conditional", 4),
    demand(2, ["tarro", "league"], "release the three pilots", ["osmere", "quist"], "rejected", 5),
    demand(3, ["quist"], "pay $4 million in harbour dues and $2 million in interest", ["veldran"], "unanswered", 3),
    demand(4, ["pilots"], "a 14-day truce at sea", [], "accepted", 1, answers=["A91"]),
    demand(5, ["league"], "meet in {Port Amaro} <soon> & talk 🕊", ["veldran", "osmere"], "unanswered", 1),
    demand(6, ["lin"], "立即开放北部航道并释放被扣押的引航员以及全部船只和货物", ["quist"], "unanswered", 2),
    demand(7, ["noor"], "وقف فوري لإطلاق النار في المضيق", [], "unanswered", 2, reported_by="quist"),
    demand(
        8,
        [],
        "withdraw every patrol boat, every buoy, every drone and every last inspector from the waters that both "
        "sides have claimed since the storm, and to publish the charts",
        ["veldran"],
        "unanswered",
        2,
        negated=True,
    ),
]
ANSWERS = [
    answer("A91", "ACCEPT", ["veldran"]),
    answer("A92", "REJECT", ["quist"]),
    answer("A93", "OFFER", ["osmere"], condition="if the dues are paid"),
]
STANCES = [
    {"actor_id": "tarro", "issue": "truce", "stance": "support", "score": 0.8, "n": 3, "evidence": ["A1", "A4", "S1"]},
    {"actor_id": "quist", "issue": "truce", "stance": "conditional", "score": 0.2, "n": 2, "evidence": ["A2", "S2"]},
    {"actor_id": "osmere", "issue": "truce", "stance": "oppose", "score": -0.75, "n": 2, "evidence": ["A3", "A5"]},
    {"actor_id": "league", "issue": "truce", "stance": "support", "score": 1.0, "n": 6, "evidence": ["A6"] * 6},
    {"actor_id": "pilots", "issue": "truce", "stance": "unclear", "score": None, "n": 0, "evidence": []},
    {"actor_id": "quist", "issue": "harbour <dues>", "stance": "support", "score": 1.0, "n": 1, "evidence": ["A3"]},
    {"actor_id": "veldran", "issue": "harbour <dues>", "stance": "mixed", "score": 0.0, "n": 2, "evidence": ["A8"]},
]
PIECES = pd.DataFrame(
    [
        ("tarro", "truce", "A1", 1.0),
        ("tarro", "truce", "A4", 1.0),
        ("tarro", "truce", "S1", 0.4),
        ("quist", "truce", "A2", 0.5),
        ("quist", "truce", "S2", -0.1),
        ("osmere", "truce", "A3", -0.5),
        ("osmere", "truce", "A5", -1.0),
        *[("league", "truce", f"A{number}", 1.0) for number in range(10, 16)],
        ("quist", "harbour <dues>", "A3", 1.0),
        ("veldran", "harbour <dues>", "A8", 1.0),
        ("veldran", "harbour <dues>", "S9", -1.0),
    ],
    columns=["actor_id", "issue", "evidence", "score"],
)


def tone_row(number: int, actor_id: str | None, polarity: float, n_known: int) -> dict:
    """Return one row of sentiment."""
    return {
        "statement_id": f"S{number}",
        "actor_id": actor_id,
        "polarity": polarity,
        "subjectivity": 0.5,
        "n_words": 12,
        "n_known": n_known,
    }


SENTIMENT = [
    tone_row(1, "tarro", 0.5, 3),
    tone_row(2, "tarro", -0.2, 2),
    tone_row(3, "tarro", 0.0, 0),
    tone_row(4, "quist", -0.7, 1),
    tone_row(5, "quist", -0.7, 1),
    tone_row(6, "lin", 0.0, 0),
    tone_row(7, None, 0.1, 1),
    tone_row(8, "pilots", 1.0, 1),
]


def place(number: int) -> tuple[int, int]:
    """Return where a sentence stands in the text."""
    start = TEXT.index(SENTENCES[number])
    return start, start + len(SENTENCES[number])


def treating(act_id: str, act: str, number: int, trigger: str, **more) -> dict:
    """Return one row of acts whose evidence is a sentence of the text."""
    start, end = place(number)
    where = {"evidence_start": start, "evidence_end": end, "trigger_start": TEXT.index(trigger, start)}
    return {"act_id": act_id, "act": act, "confidence": 0.8, "negated": False, "strength": 2, **where, **more}


TREATING = [
    treating("A71", "ACCUSE", 0, "accused"),
    treating("A72", "SUPPORT", 3, "praised"),
    treating("A73", "REQUEST", 4, "asked"),
    treating("A74", "SUPPORT", 5, "thanked"),
]
STATEMENTS = [
    {"statement_id": f"S{number}", "spans": [[place(min(number, 5))[0] + number, place(min(number, 5))[1]]]}
    for number in range(1, 9)
]


def judgement(number: int, sides: tuple[str, str], shares: tuple[float, float, float], label: str, **more) -> dict:
    """Return one row of what the model makes of a sentence; ``shares`` are negative, neutral, positive."""
    start, end = place(number)
    where = {"statement_id": f"S{number}", "start": start, "end": end, "text": SENTENCES[number]}
    chances = dict(zip(("negative", "neutral", "positive"), shares, strict=True))
    said = {"label": label, "confidence": max(shares)}
    return where | dict(zip(("from_actor", "to_actor"), sides, strict=True)) | chances | said | more


JUDGED = pd.DataFrame(
    [
        judgement(2, ("quist", "tarro"), (0.9, 0.07, 0.03), "negative", polarity=1.0, n_known=1),
        judgement(0, ("tarro", "osmere"), (0.8, 0.1, 0.1), "negative", polarity=0.0, n_known=3),
        judgement(0, ("tarro", "pilots"), (0.1, 0.8, 0.1), "neutral", polarity=0.0, n_known=3),
        judgement(4, ("league", "osmere"), (0.4, 0.35, 0.25), "unsure", polarity=0.1, n_known=2),
        judgement(5, ("lin", "noor"), (0.02, 0.03, 0.95), "positive", polarity=0.0, n_known=0),
    ]
)
ATTITUDES = [
    {"from_actor": "tarro", "to_actor": "osmere", "label": "negative", "score": -0.8, "n": 3, "evidence": ["A71"]},
    {"from_actor": "quist", "to_actor": "tarro", "label": "negative", "score": -0.3, "n": 1, "evidence": ["S2"]},
    {"from_actor": "tarro", "to_actor": "pilots", "label": "positive", "score": 0.9, "n": 2, "evidence": ["A72"]},
    {"from_actor": "league", "to_actor": "osmere", "label": "neutral", "score": 0.0, "n": 2, "evidence": ["A73"]},
    {"from_actor": "lin", "to_actor": "noor", "label": "positive", "score": 0.4, "n": 1, "evidence": ["A74"]},
]


def analysis(**tables) -> Analysis:
    """Return the invented talks, or only the tables that are given."""
    return Analysis.from_record(Article.from_text(TEXT), tables)


def talks() -> Analysis:
    """Return the talks with all their tables: eight demands, two issuers, open addressees, scripts of all kinds."""
    demands = [dict(row) for row in DEMANDS]
    demands[0]["answers"], demands[1]["answers"] = ["A93"], ["A92"]
    return analysis(
        actors=ACTORS,
        statements=STATEMENTS,
        acts=ANSWERS + TREATING,
        demands=demands,
        stances=STANCES,
        sentiment=SENTIMENT,
        attitudes=ATTITUDES,
    )


def crowd(count: int, actors: int = 14) -> Analysis:
    """Return talks with that many demands among that many actors."""
    people = [{"actor_id": f"p{place}", "name": f"Delegate {place} of Marrow"} for place in range(actors)]
    statuses = ["unanswered", "accepted", "rejected", "conditional", "unanswered"]
    rows = []
    for place in range(count):
        issuers = [f"p{place * 5 % actors}"] + ([f"p{(place * 3 + 1) % actors}"] if place % 7 == 0 else [])
        addressees = [] if place % 6 == 5 else [f"p{(place * place + 3) % actors}"]
        content = f"clear buoy {place + 1} from the shipping lane" + (" before the spring tide" if place % 2 else "")
        rows.append(demand(place + 1, issuers, content, addressees, statuses[place % 5], place % 5 + 1))
    return analysis(actors=people, demands=rows)


def quarrel(rows: int, columns: int) -> Analysis:
    """Return talks in which that many actors treat that many others, each in the same long words."""
    people = [{"actor_id": f"p{number}", "name": f"Delegate {number} of Marrow"} for number in range(rows + columns)]
    attitudes = []
    for number in range(rows * columns):
        sides = {"from_actor": f"p{number % rows}", "to_actor": f"p{rows + number % columns}"}
        label = ("negative", "neutral", "positive")[number % 3]
        attitudes.append(sides | {"label": label, "score": 0.0, "n": 1, "evidence": ["A71"]})
    return analysis(actors=people, acts=TREATING, attitudes=attitudes)


def chatter(count: int, speakers: int = 5) -> Analysis:
    """Return talks with that many statements by that many speakers, one in three of words that nobody knows."""
    people = [{"actor_id": f"p{number}", "name": f"Delegate {number} of Marrow"} for number in range(speakers)]
    statements, tones = [], []
    for number in range(count):
        start = number * number * (len(TEXT) - 1) // max(count * count, 1)
        statements.append({"statement_id": f"S{number + 1}", "spans": [[start, start + 1]]})
        tones.append(tone_row(number + 1, f"p{number % speakers}", (number % 9 - 4) / 4, number % 3 * 5))
    return analysis(actors=people, statements=statements, sentiment=tones)
