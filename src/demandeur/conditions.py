"""Conditions and deadlines: the "if" and the "by Friday" of an act."""

import re
from functools import lru_cache

from spacy.tokens import Token

from demandeur.clauses import ASKING, is_inverted
from demandeur.grammar import bounds, child, children, sentence_of, subtree, text_of
from demandeur.lexicon.terms import SENTENCE, sets_terms, terms
from demandeur.negation import is_negated

MARKS = {"if", "unless", "until", "once", "provided", "providing"}
_PHRASES = re.compile(
    r"\b(?:(?:on (?:the |one )?condition:? that|in exchange for|in return for|as long as|so long as|provided that|"
    r"only (?:if|when|after|once)|"
    r"subject to|contingent (?:up)?on)\b[^.;]*|unconditional(?:ly)?\b|without (?:any )?(?:pre)?conditions?\b)",
    re.IGNORECASE,
)
_NO_TERMS = re.compile(r"unconditional|without (?:any )?(?:pre)?conditions?", re.IGNORECASE)
_CIRCUMSTANCES = re.compile(r",\s(?:after|amid|following|during|according)\b")
_CLOSES = re.compile(r"[,;:—]")
_DEADLINE = re.compile(
    r"\b(?:by|before|until|no later than|not later than) (?:the end of |next |this |the )?"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|midnight|noon|dawn|dusk|tonight|tomorrow|today|"
    r"week|month|year|summer|winter|spring|autumn|"
    r"\d(?!\d*,\d|\d* (?:people|members|votes|per ?cent|points|million|billion)))"
    r"[\w ]{0,20}?(?=[,.;”’\"]|\s+(?:or|and|if|to)\b|$)"
    r"|\bwithin (?:the next )?(?:\w+[ -])?(?:hours?|days?|weeks?|months?|years?|\d+ \w+)"
    r"(?:[ \w]{0,12}(?:hours?|days?|weeks?|months?|years?))?"
    r"|\b(?:immediately|at once|without delay|right now|forthwith|right away)\b",
    re.IGNORECASE,
)


_BEHIND = 2  # code points: a comma may stand before a condition
_GIVEN = re.compile(
    r"\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen|twenty|thirty|forty|sixty|ninety|"
    r"\d+)(?:[ -]\w+)? (?:hours?|days?|weeks?|months?|years?)(?= to\b)",
    re.IGNORECASE,
)
"""The time that is given: "gave them ten days to leave"."""


def is_unconditional(condition: str | None) -> bool:
    """True for the condition that there be none: "unconditional", "without preconditions"."""
    return condition is not None and _NO_TERMS.match(condition) is not None


def is_bound(words: str, place: int | None = None) -> bool:
    """True for words that set terms: "in principle", "only under", "as long as".

    With the place of something among the words, it isn't what the terms ask for: "won't back it without a pledge" binds
    the backing, not the pledge.
    """
    found_any = _holds_terms(words)
    if place is None or not found_any:
        return found_any
    return any(
        not entry.asks or place < found.end() or _CLOSES.search(words, found.end(), place) is not None
        for entry in terms(SENTENCE)
        for found in entry.pattern.finditer(words)
    )


@lru_cache(maxsize=256)
def _holds_terms(words: str) -> bool:
    """Return whether a sentence holds words that set terms: several of its positions ask."""
    return sets_terms(words, SENTENCE)


def condition_in(trigger: Token, content: tuple[int, int] | None) -> tuple[int, int] | None:
    """Return the condition that stands in the trigger's clause or the content, as offsets.

    The conjunction belongs to it: "if the prisoners are released".
    """
    others = {t.i for verb in children(trigger, "conj") if child(verb, "nsubj", "ccomp") for t in subtree(verb)}
    reach = [trigger, *(t for t in subtree(trigger) if t.pos_ in ("VERB", "AUX") and t.i not in others)]
    above = trigger.head
    if trigger.dep_ == "xcomp" and above.dep_ == "acomp":
        above = above.head  # "was willing to pay if …"
    if trigger.dep_ in ("ccomp", "xcomp", "acl", "acomp") and above.pos_ in ("VERB", "AUX"):
        reach.append(above)
    for verb in reach:
        for clause in children(verb, "advcl", "ccomp"):
            if clause.dep_ == "ccomp" and verb.lemma_ in ASKING and not is_inverted(clause):
                continue
            mark = child(clause, "mark")
            if (mark is not None and mark.lower_ in MARKS) or is_inverted(clause):
                return _without_circumstances(clause)
        for phrase in children(verb, "prep"):
            if phrase.lower_ in MARKS and child(phrase, "pcomp") is not None:  # "provided that they leave"
                return _without_circumstances(phrase)
    doc = trigger.doc
    sentence = sentence_of(trigger)
    if content is not None and content[1] <= trigger.idx:
        content = None  # what stands before its verb ends no condition behind it
    start, end = content or (sentence.start_char, sentence.end_char)
    end = max(end, sentence.end_char) if trigger.is_sent_end is not None and content is None else end
    match = _PHRASES.search(text_of(doc), min(start, trigger.idx), sentence.end_char)
    if match is None or match.start() > max(end, trigger.idx) + _BEHIND:
        return None
    told = _CIRCUMSTANCES.search(text_of(doc), match.start(), match.end())
    words = text_of(doc)[match.start() : told.start() if told is not None else match.end()]
    return (match.start(), match.start() + len(words.rstrip(" ,’”\"'")))


def _without_circumstances(clause: Token) -> tuple[int, int]:
    """Return a condition's offsets without what is told behind a comma: ", after eight hours of talks"."""
    start, end = bounds(subtree(clause))
    told = _CIRCUMSTANCES.search(text_of(clause.doc), start, end)
    return (start, told.start()) if told is not None else (start, end)


def lacked_in(refusal: Token) -> tuple[int, int] | None:
    """Return what something is refused without, as offsets: "without the release of its sailors", "before they leave".

    Only of what is denied, "will not sign", "refused to sign": "rejected it without a word" sets no terms.
    """
    inner = child(refusal, "xcomp")
    verb = refusal if is_negated(refusal) or inner is None else inner
    if not is_negated(verb):
        return None
    for clause in children(verb, "advcl"):
        if any(c.lower_ == "before" for c in children(clause, "mark", "advmod")):
            return bounds(subtree(clause))
    return lacked_beside(verb, *children(verb, "dobj"))


def lacked_beside(*words: Token) -> tuple[int, int] | None:
    """Return the first "without …", "before …" beside some words, as offsets; no date, and no "without conditions"."""
    for phrase in (p for word in words for p in children(word, "prep")):
        thing = child(phrase, "pobj")
        if thing is None or phrase.lower_ not in ("without", "before") or thing.ent_type_ in ("DATE", "TIME"):
            continue
        found = bounds(subtree(phrase))
        if not is_unconditional(text_of(phrase.doc)[slice(*found)]):
            return found
    return None


def deadline_in(trigger: Token, content: tuple[int, int] | None) -> tuple[int, int] | None:
    """Return the time by which something is to be done, as offsets."""
    sentence = sentence_of(trigger)
    start = min(trigger.idx, content[0] if content else trigger.idx)
    end = sentence.end_char
    match = _DEADLINE.search(text_of(trigger.doc), start, end)
    if match is None and trigger.lemma_ == "give":
        match = _GIVEN.search(text_of(trigger.doc), start, end)
    if match is None:
        return None
    if content is not None and match.start() > content[1] + 25:
        return None
    return (match.start(), match.start() + len(match.group().rstrip()))
