"""The words of speech: reporting verbs, act words and issues, from their files beside this module."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from demandeur.lexicon.rows import FOLDER, LexiconError, read_rows

CLASSES = (
    "say", "claim", "concede", "complain", "warn", "demand", "influence", "promise", "threaten", "believe",
    "judge", "deny", "praise", "accuse", "support", "accept", "reject",
)  # fmt: skip
ACTS = ("REQUEST", "OFFER", "ACCEPT", "REJECT", "THREATEN", "CONCEDE", "ACCUSE", "SUPPORT", "CONSULT")


@dataclass(frozen=True, slots=True)
class ReportingVerb:
    """A verb that attributes words or thoughts; ``quotes`` is true of one that can stand beside a quotation."""

    verb: str
    kind: str
    quotes: bool
    source: str


@dataclass(frozen=True, slots=True)
class ActWord:
    """A word that makes a speech act; ``frames`` name the constructions in which it does, see ``demandeur.frames``."""

    word: str
    part: str
    act: str
    strength: int
    frames: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb whose deed is an act by its time: the act when done, when still to come, when it will not be done.

    ``object_kind`` is a kind of ``object_nouns.csv``, or any, none, party (an actor), person, journey; ``beside`` is a
    preposition or particle that must stand with the verb. An act is ``None`` where the deed makes none.
    """

    verb: str
    object_kind: str
    beside: str
    done: str | None
    future: str | None
    negated: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Issue:
    """What acts are about: its words, CAMEO's topic digit pair where there is one, PLOVER's mode and contexts.

    ``has_stances`` is true of what one can be for or against; ``beside`` are the words of which one must then stand in
    the text too, where there are any.
    """

    name: str
    keywords: tuple[str, ...]
    mode: str
    topic: str
    contexts: tuple[str, ...]
    source: str
    has_stances: bool = False
    beside: tuple[str, ...] = ()


@cache
def reporting_verbs() -> Mapping[str, ReportingVerb]:
    """Return the reporting verbs by lemma."""
    found = {}
    for row in read_rows("reporting_verbs.csv", ("verb", "class", "quotes", "source"), "verb"):
        verb = row.text("verb")
        found[verb] = ReportingVerb(verb, row.one_of("class", CLASSES), row.flag("quotes"), row.needed("source"))
    return MappingProxyType(found)


@cache
def act_words() -> Mapping[tuple[str, str], tuple[ActWord, ...]]:
    """Return the act words by (lemma, part of speech), several where a word makes several acts."""
    found: dict[tuple[str, str], list[ActWord]] = {}
    for row in read_rows("act_words.csv", ("word", "part", "act", "strength", "frames", "source"), None):
        word, part = row.needed("word"), row.one_of("part", ("verb", "noun", "adjective"))
        strength = int(row.one_of("strength", ("1", "2", "3", "4", "5")))
        frames = tuple(row.needed("frames").split("|"))
        entry = ActWord(word, part, row.one_of("act", ACTS), strength, frames, row.needed("source"))
        found.setdefault((word, part), []).append(entry)
    return MappingProxyType({key: tuple(entries) for key, entries in found.items()})


@cache
def deeds() -> Mapping[str, tuple[Deed, ...]]:
    """Return the deeds that make acts, by the verb's lemma."""
    found: dict[str, list[Deed]] = {}
    columns = ("verb", "object", "beside", "done", "future", "negated", "source")
    for row in read_rows("deeds.csv", columns, None):
        done, future, negated = (row.one_of(key, ("", *ACTS)) or None for key in ("done", "future", "negated"))
        verb, kind = row.needed("verb"), row.needed("object")
        deed = Deed(verb, kind, row.text("beside"), done, future, negated, row.needed("source"))
        found.setdefault(verb, []).append(deed)
    return MappingProxyType({verb: tuple(entries) for verb, entries in found.items()})


@cache
def idle_objects() -> Mapping[str, frozenset[str]]:
    """Return the objects with which a verb makes no act, by the verb's lemma; "#" stands for numbers and money."""
    found = {}
    for row in read_rows("idle_objects.csv", ("verb", "object", "source"), "verb"):
        found.update(dict.fromkeys(row.several("verb"), frozenset(row.several("object"))))
    return MappingProxyType(found)


@cache
def act_turns() -> Mapping[tuple[str, str, bool], str | None]:
    """Return what an act still to come or denied becomes, by (act, realis, negated); ``None`` stands for no act."""
    found = {}
    for row in read_rows("act_turns.csv", ("act", "realis", "negated", "becomes", "source"), None):
        key = (row.one_of("act", ACTS), row.one_of("realis", ("done", "future", "hypothetical")), row.flag("negated"))
        found[key] = row.one_of("becomes", ("", *ACTS)) or None
    return MappingProxyType(found)


@cache
def attribution_words() -> Mapping[tuple[str, str, str, bool], tuple[int, int]]:
    """Return how often a word's construction was seen and how often it attributed, by (word, part, frame, quoted).

    ``quoted`` is true of a construction inside somebody's quoted words. Counts from the Political News Attribution
    Relations corpus, see ``lexicon/README.md``.
    """
    found = {}
    for row in read_rows("attribution_words.csv", ("word", "part", "frame", "quoted", "n", "right", "source"), None):
        key = (row.needed("word"), row.one_of("part", ("verb", "noun")), row.needed("frame"), row.flag("quoted"))
        found[key] = (int(row.needed("n")), int(row.needed("right")))
    return MappingProxyType(found)


@cache
def attributing_nouns() -> frozenset[str]:
    """Return the nouns that attributed something at least once."""
    return frozenset(word for (word, part, _, _), (_, right) in attribution_words().items() if part == "noun" and right)


@cache
def attribution_frames() -> Mapping[tuple[str, bool, bool], float]:
    """Return the share of a construction's occurrences that attribute, by (frame, its source is an actor, quoted)."""
    found = {}
    for row in read_rows("attribution_frames.csv", ("frame", "actor", "quoted", "n", "right", "source"), None):
        key = (row.needed("frame"), row.flag("actor"), row.flag("quoted"))
        found[key] = int(row.needed("right")) / int(row.needed("n"))
    return MappingProxyType(found)


@cache
def attribution_weights() -> Mapping[str, float]:
    """Return the weight of each feature of a construction (``demandeur.attribution_features``), and of ``always``."""
    rows = read_rows("attribution_weights.csv", ("feature", "weight", "source"), "feature")
    return MappingProxyType({row.text("feature"): float(row.needed("weight")) for row in rows})


@cache
def object_nouns() -> Mapping[str, frozenset[str]]:
    """Return the nouns that make a deed of a verb a concession or a pact: kind (captive, restriction …) → lemmas."""
    found: dict[str, set[str]] = {}
    for row in read_rows("object_nouns.csv", ("kind", "noun", "source"), None):
        found.setdefault(row.needed("kind"), set()).add(row.needed("noun"))
    return MappingProxyType({kind: frozenset(nouns) for kind, nouns in found.items()})


_GRIEVANCES = ("verb", "noun", "adjective", "adverb", "group", "villain")


@cache
def hostile_verbs() -> frozenset[str]:
    """Return the verbs that announce harm or the end of something good."""
    return frozenset(row.text("verb") for row in read_rows("hostile_verbs.csv", ("verb", "source"), "verb"))


@cache
def taking_verbs() -> frozenset[str]:
    """Return the verbs whose subject takes a demand or call that somebody else made: reject, receive, debate."""
    return frozenset(_taking())


@cache
def asked_verbs() -> frozenset[str]:
    """Return those of them whose subject is the one who was asked: reject, receive."""
    return frozenset(verb for verb, is_asked in _taking().items() if is_asked)


@cache
def _taking() -> Mapping[str, bool]:
    rows = read_rows("taking_verbs.csv", ("verb", "asked", "source"), "verb")
    return MappingProxyType({row.text("verb"): row.flag("asked") for row in rows})


@cache
def grievances() -> Mapping[str, frozenset[str]]:
    """Return the words by which speakers reproach somebody, by part; a group or a villain is who does the wrong."""
    found: dict[str, set[str]] = {part: set() for part in _GRIEVANCES}
    for row in read_rows("grievances.csv", ("word", "part", "source"), None):
        found[row.one_of("part", _GRIEVANCES)].add(row.needed("word"))
    return {part: frozenset(words) for part, words in found.items()}


@cache
def issues() -> Mapping[str, Issue]:
    """Return the issues by name, the more specific before the more general."""
    path = FOLDER / "issues.toml"
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"issues.toml is not valid TOML: {error}; mend that line.") from error
    return MappingProxyType(
        {
            name: Issue(
                name,
                tuple(entry["keywords"]),
                entry.get("mode", ""),
                entry.get("topic", ""),
                tuple(entry.get("contexts", ())),
                entry["source"],
                entry.get("stance", False),
                tuple(entry.get("beside", ())),
            )
            for name, entry in entries.items()
        }
    )
