"""Gold: every article of data/gold is read as its careful reader read it; one gold row is one case."""

import itertools
import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from demandeur import tables

DATA = Path(__file__).resolve().parents[1] / "data"

SLUGS = sorted(path.stem for path in (DATA / "gold").glob("*.jsonl"))

Row = dict[str, Any]

# The columns that together name a row of a table.
KEYS = {
    "actors": ("actor_id",),
    "statements": ("statement_id",),
    "acts": ("act_id",),
    "demands": ("demand_id",),
    "stances": ("actor_id", "issue"),
    "attitudes": ("from_actor", "to_actor"),
}

# Words too frequent to tell one content from another; spaCy's list would also drop "full", "now", "call", "move" …
_SMALL_WORDS = """
a an the this that these those and or but of to in on at for from by with as into over about than then
is are was were be been being has have had do does did will would can could may might its it their they
them his he him her she our we us your you my i there which who whose
"""
STOP_WORDS = frozenset(_SMALL_WORDS.split())


@dataclass(frozen=True)
class Finding:
    """One disagreement of a prediction with the gold: ``kind`` is missed, wrong or extra."""

    table: str
    row: str
    kind: str
    message: str


@dataclass
class Comparison:
    """The tables of one article's gold beside the predicted ones, and all disagreements between them."""

    gold: dict[str, list[Row]]
    found: dict[str, list[Row]]
    findings: list[Finding] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.gold_id = match_actors(self.gold["actors"], self.found["actors"])
        self.name = {row["actor_id"]: row["name"] for row in self.found["actors"]}
        self._compare_actors()
        self._compare_texts("statements", ("speaker", "quote_type"))
        self._compare_texts("demands", ("issuers", "addressees", "status"))
        self._compare_labels("stances", "stance")
        self._compare_labels("attitudes", "label")

    def of(self, table: str, row: str) -> list[str]:
        """Return what is wrong about one row, as sentences."""
        return [f.message for f in self.findings if (f.table, f.row) == (table, row)]

    def readable(self, value: Any) -> Any:
        """Return predicted actor ids as gold ids, or as ``?name`` when the gold has no such actor."""
        if isinstance(value, list):
            return sorted(self.readable(item) for item in value)
        if value in self.name:
            return self.gold_id.get(value, f"?{self.name[value]}")
        return value

    def add(self, table: str, row: str, kind: str, message: str) -> None:
        self.findings.append(Finding(table, row, kind, message))

    def _compare_actors(self) -> None:
        predicted = {
            self.gold_id[row["actor_id"]]: row for row in self.found["actors"] if row["actor_id"] in self.gold_id
        }
        for row in self.gold["actors"]:
            other = predicted.get(row["actor_id"])
            if other is None:
                names = ", ".join(sorted(self.name.values()))
                self.add("actors", row["actor_id"], "missed", f"no actor {row['name']!r}; found: {names}")
                continue
            for column in ("kind", "country"):
                if row.get(column) != other[column]:
                    message = f"{column} of {row['name']!r}: gold {row.get(column)!r}, found {other[column]!r}"
                    self.add("actors", row["actor_id"], "wrong", message)

    def _compare_texts(self, table: str, columns: tuple[str, ...]) -> None:
        pairs = match_texts(table, self.gold[table], self.found[table])
        for number, row in enumerate(self.gold[table]):
            key = row_key(table, row)
            if number not in pairs:
                near = sorted(self.found[table], key=lambda other: -jaccard(text_of(row), text_of(other)))[:3]
                shown = "; ".join(self.shown(table, other) for other in near) or "none at all"
                self.add(table, key, "missed", f"not found: {self.shown(table, row)}; nearest: {shown}")
                continue
            other = self.found[table][pairs[number]]
            wrong = [
                f"{c}: gold {row.get(c)}, found {self.readable(other[c])}"
                for c in columns
                if self.readable(other[c]) != (sorted(row[c]) if isinstance(row.get(c), list) else row.get(c))
            ]
            if jaccard(text_of(row), text_of(other)) < 0.5:
                wrong.append(f"words: gold {text_of(row)!r}, found {text_of(other)!r}")
            if wrong:
                self.add(table, key, "wrong", f"{text_of(row)!r}: {'; '.join(wrong)} (rule {other['rule']})")
        for number, other in enumerate(self.found[table]):
            if number not in pairs.values():
                self.add(table, "extra", "extra", f"not in the gold: {self.shown(table, other)} (rule {other['rule']})")

    def _compare_labels(self, table: str, column: str) -> None:
        predicted = {}
        for other in self.found[table]:
            predicted[tuple(self.readable(other[key]) for key in KEYS[table])] = other[column]
        for row in self.gold[table]:
            key = tuple(row[column] for column in KEYS[table])
            if predicted.get(key) != row[column]:
                near = {"/".join(map(str, k)): v for k, v in predicted.items() if k[0] == key[0]}
                kind = "wrong" if key in predicted else "missed"
                message = f"{' / '.join(key)}: gold {row[column]}, found {predicted.get(key)}; of this actor: {near}"
                self.add(table, row_key(table, row), kind, message)
        gold = {tuple(row[key] for key in KEYS[table]) for row in self.gold[table]}
        for key, value in predicted.items():
            if key not in gold:
                self.add(table, "extra", "extra", f"not in the gold: {' / '.join(map(str, key))}: {value}")

    def shown(self, table: str, row: Row) -> str:
        """Return one statement or demand on one line."""
        if table == "statements":
            return f"[{row['quote_type']}] {self.readable(row.get('speaker'))}: {text_of(row)!r}"
        issuers, addressees = (", ".join(self.readable(row[c])) or "nobody" for c in ("issuers", "addressees"))
        return f"{issuers} → {text_of(row)!r} → {addressees} ({row['status']})"


def read_gold(path: Path) -> dict[str, list[Row]]:
    """Return the rows of a gold file by table."""
    tables: dict[str, list[Row]] = {name: [] for name in KEYS}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        tables[row.pop("table")].append(row)
    return tables


def row_key(table: str, row: Row) -> str:
    """Return the words that name a row within its article, fit for a test id."""
    return "-".join(row[column].replace(" ", "_") for column in KEYS[table])


def words(text: str) -> set[str]:
    """Return the words that carry the content, or all of them when it has only stop words."""
    found = set(re.findall(r"\w+", text.casefold()))
    return found - STOP_WORDS or found


def jaccard(text: str, other: str) -> float:
    """Return the share of common words among all words of two texts, 0 to 1."""
    a, b = words(text), words(other)
    return len(a & b) / len(a | b) if a | b else 1.0


def text_of(row: Row) -> str:
    """Return the words of a statement, or the content of an act."""
    return (row["text"] if "text" in row else row["content"]) or ""


def spans_of(row: Row) -> list[list[int]]:
    """Return where those words stand."""
    if "spans" in row:
        return row["spans"]
    return [] if row["content_start"] is None else [[row["content_start"], row["content_end"]]]


def overlap(row: Row, other: Row) -> bool:
    return any(a < d and c < b for (a, b), (c, d) in itertools.product(spans_of(row), spans_of(other)))


def match_texts(table: str, gold: list[Row], found: list[Row]) -> dict[int, int]:
    """Return gold row number → predicted row number: the same place or most of the same words, best pairs first."""
    scored = []
    for i, j in itertools.product(range(len(gold)), range(len(found))):
        likeness = jaccard(text_of(gold[i]), text_of(found[j]))
        if overlap(gold[i], found[j]) or likeness >= 0.5:
            scored.append((-likeness - overlap(gold[i], found[j]), i, j))
    pairs: dict[int, int] = {}
    for _, i, j in sorted(scored):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def match_actors(gold: list[Row], found: list[Row]) -> dict[str, str]:
    """Return predicted actor id → gold actor id, by name first and then by aliases; each is used once."""
    scored = []
    for row, other in itertools.product(gold, found):
        shared = len(names_of(row) & names_of(other))
        same_name = plain_name(row["name"]) == plain_name(other["name"])
        if shared:
            scored.append((not same_name, -shared, row["actor_id"], other["actor_id"]))
    pairs: dict[str, str] = {}
    for _, _, gold_id, found_id in sorted(scored):
        if found_id not in pairs and gold_id not in pairs.values():
            pairs[found_id] = gold_id
    return pairs


def names_of(actor: Row) -> set[str]:
    return {plain_name(name) for name in [actor["name"], *actor["aliases"]]}


def plain_name(name: str) -> str:
    """Return a name without case, article and possessive: ``The Kremlin’s`` is ``kremlin``."""
    return re.sub(r"^the |['’]s?$", "", name.casefold().strip())


def gold_cases() -> list[Any]:
    """Return one pytest parameter for each sure gold row, and one an article for demands that nobody made."""
    cases = []
    for slug in SLUGS:
        for name, rows in read_gold(DATA / "gold" / f"{slug}.jsonl").items():
            for row in rows:
                if name != "acts" and row["sure"]:
                    key = row_key(name, row)
                    cases.append(pytest.param(slug, name, key, id=f"{slug}-{name}-{key}"))
        cases.append(pytest.param(slug, "demands", "extra", id=f"{slug}-no_demand_that_nobody_made"))
    return cases


@pytest.fixture(scope="session")
def compared():
    """Return a function: slug of an article → its comparison; each article is analysed once."""
    import demandeur as dm

    done: dict[str, Comparison] = {}

    def compare(slug: str) -> Comparison:
        if slug not in done:
            analysis = dm.analyse(dm.read_article(str(DATA / "articles" / f"{slug}.txt")))
            done[slug] = Comparison(read_gold(DATA / "gold" / f"{slug}.jsonl"), analysis.record())
        return done[slug]

    return compare


@pytest.mark.parametrize(("slug", "name", "row"), gold_cases())
def test_the_article_is_read_as_its_gold(compared, slug, name, row):
    wrong = compared(slug).of(name, row)
    assert not wrong, "\n".join(wrong)


def as_prediction(slug: str) -> dict[str, list[Row]]:
    """Return the gold in the form of an analysis: all columns there, the column sure gone."""
    rows = read_gold(DATA / "gold" / f"{slug}.jsonl")
    for row in itertools.chain(*rows.values()):
        del row["sure"]
    return {name: tables.records(tables.table(name, rows[name])) for name in KEYS}


@pytest.mark.parametrize("slug", SLUGS)
def test_a_gold_agrees_with_itself(slug):
    comparison = Comparison(read_gold(DATA / "gold" / f"{slug}.jsonl"), as_prediction(slug))
    assert comparison.findings == []


@pytest.mark.parametrize(
    ("name", "column", "value", "expected"),
    [
        ("actors", "country", "XXX", "country of 'Donald Trump': gold 'USA', found 'XXX'"),
        ("actors", "kind", "group", "kind of 'Donald Trump': gold 'person', found 'group'"),
        ("statements", "speaker", "ukraine", "speaker: gold david-lammy, found ukraine"),
        ("statements", "quote_type", "direct", "quote_type: gold mixed, found direct"),
        ("statements", "text", "quite another thing", "found 'quite another thing'"),
        ("demands", "issuers", ["ukraine"], "issuers: gold ['international-leaders'], found ['ukraine']"),
        ("demands", "addressees", ["russia"], "addressees: gold [], found ['russia']"),
        ("demands", "status", "rejected", "status: gold unanswered, found rejected"),
        ("stances", "stance", "oppose", "david-lammy / ceasefire: gold support, found oppose"),
        ("attitudes", "label", "neutral", "gold positive, found neutral"),
    ],
)
def test_a_wrong_value_in_the_first_row_is_named(name, column, value, expected):
    found = as_prediction("ceasefire-talks")
    found[name][0][column] = value
    comparison = Comparison(read_gold(DATA / "gold" / "ceasefire-talks.jsonl"), found)
    first = row_key(name, comparison.gold[name][0])
    assert expected in "\n".join(comparison.of(name, first))


def test_a_demand_that_is_left_out_is_missed_and_one_that_nobody_made_is_extra():
    found = as_prediction("ceasefire-talks")
    invented = found["demands"][0] | {"content": "sing a song", "content_start": 0, "content_end": 11}
    found["demands"] = [*found["demands"][1:], invented]
    comparison = Comparison(read_gold(DATA / "gold" / "ceasefire-talks.jsonl"), found)
    assert [finding.kind for finding in comparison.findings] == ["missed", "extra"]
