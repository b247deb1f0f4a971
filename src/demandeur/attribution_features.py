"""Features: what about a construction speaks for or against its attributing something to somebody.

Each is a readable name such as ``source:he``; ``lexicon/attribution_weights.csv`` has the weight of each.
"""

import re
from functools import cache

from spacy.tokens import Token

from demandeur import lexicon
from demandeur.candidates import Candidate
from demandeur.cast import Cast
from demandeur.grammar import auxiliaries, bounds, child, text_of
from demandeur.lexicon import speech
from demandeur.negation import is_negated
from demandeur.once import once_a_token
from demandeur.questions import is_question

_MODALS = {
    **dict.fromkeys(("would", "could", "might", "may", "can"), "imagined"),
    **dict.fromkeys(("will", "’ll", "'ll", "shall"), "future"),
    **dict.fromkeys(("must", "should"), "must"),
    "to": "infinitive",
}
_PEOPLE = ("people", "one", "some", "many", "everyone", "nobody", "anyone", "someone", "others")
_PRONOUNS = {
    **{"i": "I", "me": "I", "we": "we", "us": "we", "you": "you", "he": "he", "she": "he", "they": "they", "it": "it"},
    **{"who": "who", "that": "which", "which": "which", "this": "which", "there": "which", "what": "which"},
    **dict.fromkeys(_PEOPLE, "people"),
}
_MARKS = set("if unless whether when because as although while until before after since like".split())
_QUOTE_MARK = re.compile('[“"‘]')
_KINDS_OF_CONTENT = ("size", "frame+size", "starts", "only", "has")
_SIZES = (("short", 1), ("middle", 3), ("long", 7))  # words


def features(candidate: Candidate, source: str, inside: bool) -> list[str]:
    """Return the names of what holds of a construction, but for what it attributes (``of_content``).

    Args:
        candidate: the construction.
        source: the kind of its source.
        inside: true within somebody's quoted words.
    """
    cue, frame = candidate.cue, candidate.frame
    found = [f"frame:{frame}", f"source:{source}", f"tag:{cue.tag_}", f"place:{cue.dep_}"]
    found.append(f"frame+source:{_family(frame)}+{source}")
    verb = speech.reporting_verbs().get(cue.lemma_.lower())
    found.append(f"class:{verb.kind if verb is not None and cue.pos_ != 'NOUN' else 'none'}")
    if verb is not None and verb.quotes and cue.pos_ != "NOUN":
        found.append("quotes")
    if inside:
        found += ["quoted", f"quoted+source:{source}"]
    if cue.pos_ != "NOUN":
        found.extend(_of_verb(cue))
    return found


@once_a_token
def _of_verb(cue: Token) -> list[str]:
    found = [f"aux:{kind}" for kind in sorted({_MODALS[w] for w in auxiliaries(cue) if w in _MODALS})]
    if is_negated(cue):
        found.append("negated")
    mark = child(cue, "mark", "advmod")
    if mark is not None and mark.lower_ in _MARKS:
        found.append(f"mark:{mark.lower_}")
    if is_question(cue):
        found.append("question")
    if child(cue, "dative") is not None:
        found.append("told")
    return found


def of_content(candidate: Candidate) -> list[str]:
    """Return the names of what holds of the words that a construction attributes, one of a kind at most."""
    words = [t for t in candidate.words if not t.is_punct and not t.is_space]
    size = next((name for name, most in _SIZES if len(words) <= most), "longest")
    found = [f"size:{size}", f"frame+size:{_family(candidate.frame)}+{size}"]
    if words and words[0].tag_ in ("WP", "WDT", "WRB"):
        found.append("starts:wh")
    if len(words) == 1 and words[0].pos_ == "PRON":
        found.append("only:pronoun")
    start, end = bounds(candidate.words)
    if _QUOTE_MARK.search(text_of(candidate.cue.doc), start, end) is not None:
        found.append("has:quotation")
    return found


@cache
def most_by_content() -> float:
    """Return how much the words that a construction attributes can speak for it at most."""
    most = dict.fromkeys(_KINDS_OF_CONTENT, 0.0)
    for name, weight in speech.attribution_weights().items():
        kind = name.partition(":")[0]
        if kind in most:
            most[kind] = max(most[kind], weight)
    return sum(most.values())


def _family(frame: str) -> str:
    """Return the frame without its preposition."""
    if frame in ("that", "clause", "inserted", "to", "naming", "passive"):
        return frame
    if frame.startswith("noun"):
        return frame if frame in ("noun that", "noun to") else "noun of"
    return "object" if frame.startswith("object") else "preposition"


def source_kind(cast: Cast, source: Token | None) -> str:
    """Return what kind of thing the source is: a person, a state …, a kind of pronoun, a thing, or none."""
    if source is None:
        return "none"
    word = source.lower_
    if word in _PRONOUNS and source.pos_ != "PROPN":
        return _PRONOUNS[word]
    who = cast.who(source)
    if who:
        return cast.actors[who[0]].kind
    if source.pos_ == "PROPN":
        return "name"
    if word in lexicon.group_nouns() or source.lemma_.lower() in lexicon.group_nouns():
        return "group"
    return "things" if source.tag_ == "NNS" else "thing"
