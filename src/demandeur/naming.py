"""Naming: the stretches of a document that are names, from the lexicon, from spaCy and from the article itself."""

from dataclasses import dataclass
from functools import lru_cache

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Token
from spacy.util import filter_spans

from demandeur import lexicon

_KINDS = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "NORP": "people", "LOC": "place", "FAC": "place"}
_NOT_NAMES = {"SP", "_SP", "DT", "POS", "IN", "CC", "CD", "VBD", "VBZ", "PRP", "PRP$", "TO", "RB"}
_SMALL = {"of", "the", "and", "for", "de", "du", "van", "von", "bin", "al", "el", "la", "der", "den", "ibn", "-", "’s", "'s", "&", "."}


@dataclass(frozen=True, slots=True)
class NameSpan:
    """Tokens first to last (inclusive) that are a name; ``entries`` are the lexicon's readings, empty for an unknown."""

    first: int
    last: int
    kind: str
    entries: tuple[lexicon.Name, ...] = ()


@lru_cache(maxsize=4)
def _matcher(vocab) -> PhraseMatcher:
    from spacy.lang.en import English

    tokenizer = English(vocab=vocab).tokenizer
    matcher = PhraseMatcher(vocab)
    matcher.add("name", [tokenizer(text) for text in lexicon.names()])
    return matcher


def find_names(doc: Doc) -> list[NameSpan]:
    """Return the document's names in reading order; they don't overlap."""
    known = [doc[start:end] for _, start, end in _matcher(doc.vocab)(doc)]
    known = [span for span in filter_spans(known) if not _inside_a_longer_name(span)]
    taken = {token for span in known for token in range(span.start, span.end)}
    found = [NameSpan(s.start, s.end - 1, "known", tuple(lexicon.names()[s.text])) for s in known]
    for first, last, kind in _recognised(doc):
        free = [token for token in range(first, last + 1) if token not in taken]
        if free and free[-1] - free[0] == len(free) - 1 and _is_name(doc, free):
            found.append(NameSpan(free[0], free[-1], kind))
            taken.update(free)
    found.extend(_titled(doc, taken))
    return sorted(found, key=_first)


def _first(span: NameSpan) -> int:
    return span.first


def _inside_a_longer_name(span) -> bool:
    """True for "Paris" in "Paris Hilton" and "Washington" in "the Washington Post", not in "Washington officials"."""
    first, last = span[0], span[-1]
    for token in span:
        if not token.ent_type_ or token.ent_type_ not in ("PERSON", "ORG", "FAC", "EVENT", "WORK_OF_ART", "LAW"):
            continue
        entity = next(e for e in token.doc[token.sent.start : token.sent.end].ents if e.start <= token.i < e.end)
        rest = [t for t in entity if t.i < first.i or t.i > last.i]
        rest = [t for t in rest if t.tag_ not in _NOT_NAMES and t.pos_ != "PUNCT"]
        offices = [t for t in rest if t.lower_ in lexicon.offices() or t.lower_ in lexicon.group_nouns()]
        if rest and not offices:
            return True
    return False


def _recognised(doc: Doc) -> list[tuple[int, int, str]]:
    """Return spaCy's entities as (first, last, kind), without articles, titles, offices and possessive marks."""
    found = []
    for entity in doc.ents:
        kind = _KINDS.get(entity.label_)
        if kind is None:
            continue
        first, last = entity.start, entity.end - 1
        while first < last and (doc[first].tag_ in _NOT_NAMES or (kind == "person" and _is_title(doc[first]))):
            first += 1
        comma = next((i for i in range(first, last + 1) if doc[i].text == ","), None)
        if comma is not None and kind != "place":
            rest = [t for t in doc[comma + 1 : last + 1]]
            if len(rest) == 2 and all(t.pos_ == "PROPN" for t in rest):
                found.append((rest[0].i, rest[1].i, "person"))
            last = comma - 1
        while last > first and (doc[last].tag_ == "POS" or doc[last].is_space or doc[last].text in ("’s", "'s", "’", "'")):
            last -= 1
        found.append((first, last, kind))
    return found


def _is_title(token: Token) -> bool:
    return token.lower_ in lexicon.offices() or token.text in lexicon.titles()


def _is_name(doc: Doc, tokens: list[int]) -> bool:
    words = [doc[i] for i in tokens]
    if all(w.lower_ in lexicon.offices() or w.lower_ in lexicon.group_nouns() for w in words):
        return False
    return words[-1].is_alpha | ("-" in words[-1].text) | ("." in words[-1].text) and any(w.text[0].isupper() for w in words)


def _titled(doc: Doc, taken: set[int]) -> list[NameSpan]:
    """Return the names that spaCy missed but the article shows: capitals behind "Mr" or an office ("Minister Ana Reyl")."""
    found = []
    for token in doc:
        if token.i in taken or not _starts_titled_name(doc, token.i):
            continue
        last = token.i
        while last + 1 < len(doc) and last + 1 not in taken and doc[last + 1].pos_ == "PROPN" and doc[last + 1].text[0].isupper():
            last += 1
        found.append(NameSpan(token.i, last, "person"))
        taken.update(range(token.i, last + 1))
    return found


def _starts_titled_name(doc: Doc, index: int) -> bool:
    token = doc[index]
    if index == 0 or not token.text[0].isupper() or token.pos_ != "PROPN" or _is_title(token) or token.ent_type_ in ("DATE", "TIME"):
        return False
    before = doc[index - 1]
    if before.text in lexicon.titles():
        return True
    return before.text[0].isupper() and before.lower_ in lexicon.offices() and not token.lower_ in lexicon.group_nouns()
