"""Comparison: the tables of an analysis beside the gold of the same article, row by row.

Rows need not agree to the letter. Actors are the same by name or alias, statements and demands by place or by most of
their words, stances and attitudes by whose they are and of what.
"""

import itertools
import re
from dataclasses import dataclass, field
from typing import Any

from demandeur.evaluation.gold import KEYS, row_key
from demandeur.evaluation.wordsets import WORD, jaccard

Row = dict[str, Any]

# Words too frequent to tell one content from another; spaCy's list would also drop "full", "now", "call", "move" …
_SMALL_WORDS = """
a an the this that these those and or but of to in on at for from by with as into over about than then
is are was were be been being has have had do does did will would can could may might its it their they
them his he him her she our we us your you my i there which who whose
"""
STOP_WORDS = frozenset(_SMALL_WORDS.split())
LEAST_ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Finding:
    """One disagreement of a prediction with the gold.

    Attributes:
        table: the table that it is about.
        row: the key of the gold row, or ``extra`` for a row that the gold does not have.
        kind: missed, wrong or extra.
        message: what the gold has and what was found instead, in words.
        columns: of a row that is wrong, the columns that are; ``words`` where the words differ too much.
    """

    table: str
    row: str
    kind: str
    message: str
    columns: tuple[str, ...] = ()


@dataclass
class Comparison:
    """The tables of one article's gold beside the predicted ones, and all disagreements between them.

    ``pairs`` has for statements and demands the number of each gold row that was found, with the number of the row
    that was found for it.
    """

    gold: dict[str, list[Row]]
    found: dict[str, list[Row]]
    findings: list[Finding] = field(default_factory=list)
    pairs: dict[str, dict[int, int]] = field(default_factory=dict)

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
        return [finding.message for finding in self.findings if (finding.table, finding.row) == (table, row)]

    def wrong_columns(self, table: str, row: str) -> set[str]:
        """Return the columns of a row that was found, but not as the gold has them."""
        return {name for f in self.findings if (f.table, f.row) == (table, row) for name in f.columns}

    def is_unsure(self, finding: Finding) -> bool:
        """True for a finding about a gold row that a careful colleague might leave out."""
        keys = {row_key(finding.table, row) for row in self.gold[finding.table] if not row["sure"]}
        return finding.row in keys

    def readable(self, value: Any) -> Any:
        """Return predicted actor ids as gold ids, or as ``?name`` when the gold has no such actor."""
        if isinstance(value, list):
            return sorted(self.readable(item) for item in value)
        if value in self.name:
            return self.gold_id.get(value, f"?{self.name[value]}")
        return value

    def _add(self, table: str, row: str, kind: str, message: str, columns: tuple[str, ...] = ()) -> None:
        self.findings.append(Finding(table, row, kind, message, columns))

    def _compare_actors(self) -> None:
        predicted = {
            self.gold_id[row["actor_id"]]: row for row in self.found["actors"] if row["actor_id"] in self.gold_id
        }
        for row in self.gold["actors"]:
            other = predicted.get(row["actor_id"])
            if other is None:
                names = ", ".join(sorted(self.name.values()))
                self._add("actors", row["actor_id"], "missed", f"no actor {row['name']!r}; found: {names}")
                continue
            for column in ("kind", "country"):
                if row[column] != other[column]:
                    message = f"{column} of {row['name']!r}: gold {row[column]!r}, found {other[column]!r}"
                    self._add("actors", row["actor_id"], "wrong", message, (column,))

    def _compare_texts(self, table: str, columns: tuple[str, ...]) -> None:
        pairs = self.pairs[table] = match_texts(self.gold[table], self.found[table])
        for number, row in enumerate(self.gold[table]):
            if number in pairs:
                self._compare_text(table, row, self.found[table][pairs[number]], columns)
                continue
            near = "; ".join(self.shown(table, other) for other in nearest(row, self.found[table])) or "none at all"
            message = f"not found: {self.shown(table, row)}; nearest: {near}"
            self._add(table, row_key(table, row), "missed", message)
        for number, other in enumerate(self.found[table]):
            if number not in pairs.values():
                message = f"not in the gold: {self.shown(table, other)} (rule {other['rule']})"
                self._add(table, "extra", "extra", message)

    def _compare_text(self, table: str, row: Row, other: Row, columns: tuple[str, ...]) -> None:
        wrong = {}
        for column in columns:
            gold = sorted(row[column]) if isinstance(row[column], list) else row[column]
            found = self.readable(other[column])
            if found != gold:
                wrong[column] = f"{column}: gold {row[column]}, found {found}"
        if likeness(text_of(row), text_of(other)) < LEAST_ALIKE:
            wrong["words"] = f"words: gold {text_of(row)!r}, found {text_of(other)!r}"
        if wrong:
            message = f"{text_of(row)!r}: {'; '.join(wrong.values())} (rule {other['rule']})"
            self._add(table, row_key(table, row), "wrong", message, tuple(wrong))

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
                self._add(table, row_key(table, row), kind, message)
        gold = {tuple(row[key] for key in KEYS[table]) for row in self.gold[table]}
        for key, value in predicted.items():
            if key not in gold:
                self._add(table, "extra", "extra", f"not in the gold: {' / '.join(map(str, key))}: {value}")

    def shown(self, table: str, row: Row) -> str:
        """Return one statement or demand on one line."""
        if table == "statements":
            return f"[{row['quote_type']}] {self.readable(row['speaker'])}: {text_of(row)!r}"
        issuers, addressees = (", ".join(self.readable(row[c])) or "nobody" for c in ("issuers", "addressees"))
        return f"{issuers} → {text_of(row)!r} → {addressees} ({row['status']})"


def words(text: str) -> frozenset[str]:
    """Return the words that carry the content, or all of them when it has only stop words."""
    found = frozenset(WORD.findall(text.casefold()))
    return found - STOP_WORDS or found


def likeness(text: str, other: str) -> float:
    """Return the share of common words among all words of two texts, 0 to 1; two without words are alike.

    Example:
        >>> likeness("open the sluices now", "to open sluices")
        0.6666666666666666
    """
    one, two = words(text), words(other)
    return jaccard(one, two) if one or two else 1.0


def text_of(row: Row) -> str:
    """Return the words of a statement, or the content of an act."""
    return (row["text"] if "text" in row else row["content"]) or ""


def spans_of(row: Row) -> list[list[int]]:
    """Return where those words stand."""
    if "spans" in row:
        return row["spans"]
    return [] if row["content_start"] is None else [[row["content_start"], row["content_end"]]]


def overlap(row: Row, other: Row) -> bool:
    """True when the words of two rows stand at least partly at the same place."""
    return any(a < d and c < b for (a, b), (c, d) in itertools.product(spans_of(row), spans_of(other)))


def nearest(row: Row, others: list[Row]) -> list[Row]:
    """Return the three rows whose words are most alike to the row's."""
    scored = [(-likeness(text_of(row), text_of(other)), number) for number, other in enumerate(others)]
    return [others[number] for _, number in sorted(scored)[:3]]


def match_texts(gold: list[Row], found: list[Row]) -> dict[int, int]:
    """Return gold row number → predicted row number: the same place or most of the same words, best pairs first."""
    scored = []
    for i, j in itertools.product(range(len(gold)), range(len(found))):
        alike = likeness(text_of(gold[i]), text_of(found[j]))
        same_place = overlap(gold[i], found[j])
        if same_place or alike >= LEAST_ALIKE:
            scored.append((-alike - same_place, i, j))
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
    """Return all names of an actor, made plain."""
    return {plain_name(name) for name in [actor["name"], *actor["aliases"]]}


def plain_name(name: str) -> str:
    """Return a name without case, article and possessive: ``The Kremlin’s`` is ``kremlin``."""
    return re.sub(r"^the |['’]s?$", "", name.casefold().strip())
