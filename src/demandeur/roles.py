"""Roles: what the words around a person's name say of office, country and principal.

"UK Foreign Secretary David Lammy", "Ana Reyl, Veltria's chief negotiator," and "Sen. Jo Marsh, R-Ohio," all tell it.
"""

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from demandeur import lexicon
from demandeur.grammar import all_tokens, sentence_of, text_of, tokens_of, words_of
from demandeur.once import once_a_document

_BEFORE = {"NNP", "NNPS", "NN", "NNS", "JJ", "POS", "HYPH", "VBG", "VBN", "FW", "NFP"}
_ADDRESSES = {"Madam", "Madame", "Mister", "Mr", "Mr."}
_LONGEST = 10
_US_MEMBER = re.compile(r"\s*[,(]\s*[DRI]\s*-\s*[A-Z][A-Za-z.]+")


@dataclass(frozen=True, slots=True)
class Role:
    """An office as the article words it: tokens ``first`` to ``last``, of which ``office`` is the telling word."""

    first: int
    last: int
    office: lexicon.Office | None


def role_before(doc: Doc, first: int) -> Role | None:
    """Return the office that stands right before a name, country included, or ``None``."""
    index = first
    sentence = sentence_of(doc[first]).start
    office = None
    edge = first
    while index > sentence and first - index < _LONGEST:
        token = doc[index - 1]
        if token.tag_ not in _BEFORE and token.lower_ not in ("of", "and", "’s", "'s"):
            break
        if token.lower_ in ("of", "and") and (office is None or not _goes_on(doc, index - 1)):
            break
        if token.tag_ in ("VBG", "VBN") and token.dep_ not in ("amod", "compound"):
            break
        index -= 1
        found = office_of(token)
        office = office or found
        if found is not None or token.tag_ in ("NNP", "NNPS", "POS", "JJ", "NN", "HYPH"):
            edge = index
    if office is None:
        return None
    return Role(edge, first - 1, office)


def _goes_on(doc: Doc, index: int) -> bool:
    """True when an office stands before "and" or "of" too: "president and commander", "minister of trade"."""
    return index > 0 and office_of(doc[index - 1]) is not None


def role_after(doc: Doc, last: int) -> Role | None:
    """Return the office in the apposition behind a name (", Veltria's chief negotiator,"), or ``None``."""
    index = last + 1
    if index >= len(doc) or doc[index].text not in (",", "(", "—", "–"):
        return None
    start = index + 1
    office = None
    for index in range(start, min(start + 14, sentence_of(doc[last]).end)):
        token = doc[index]
        if token.text in (",", ")", "—", "–", ".", ";", ":", "“", '"', "‘") or token.tag_ in (
            "VBD",
            "VBZ",
            "VBP",
            "MD",
            "WP",
            "WDT",
        ):
            break
        if token.tag_ in ("VBN", "TO") and office is None:
            break  # "asked the governor, X, to call a meeting"
        office = office or office_of(token)
    else:
        index += 1
    if office is None or office.plural or index <= start:
        return None
    return Role(start, index - 1, office)


def is_us_member(doc: Doc, last: int) -> bool:
    """True for "D-Calif." or "(R-Ohio)" behind a name: a member of the United States Congress."""
    end = doc[last].idx + len(doc[last])
    return _US_MEMBER.match(text_of(doc), end) is not None


def office_of(token: Token) -> lexicon.Office | None:
    """Return the lexicon's office of a word, its hyphenated compounds included ("vice-president").

    A compound that the parser has split is that of its last word: "General" of "Secretary-General".
    """
    return _office_of_word(_compounds(token.doc).get(token.i) or token.lower_)


def is_addressed(token: Token) -> bool:
    """True for the President of "will you sign it, Madam President?": one speaks to somebody who has a name."""
    return token.i > 0 and token.nbor(-1).text in _ADDRESSES and office_of(token) is not None


def last_of_office(doc: Doc, index: int) -> int:
    """Return the number of the last word of an office whose first the parser made a token of its own."""
    return index + 2 if index + 2 in _compounds(doc) else index


@once_a_document
def _compounds(doc: Doc) -> dict[int, str]:
    """Return "secretary-general" by the number of its last word, where the parser made that a token of its own."""
    found = {}
    for mark in tokens_of(doc, "-"):
        first, last = mark.i - 1, mark.i + 1
        if first >= 0 and last < len(doc) and not doc[first].whitespace_ and not mark.whitespace_:
            found[last] = f"{doc[first].lower_}-{doc[last].lower_}"
    return found


def _office_of_word(word: str) -> lexicon.Office | None:
    offices = lexicon.offices()
    found = offices.get(word)
    return offices.get(word.rpartition("-")[2]) if found is None and "-" in word else found


@once_a_document
def holders_of_office(doc: Doc) -> list[Token]:
    """Return the tokens that name an office, looked up once for a document."""
    places = words_of(doc)
    found = {place for word in places if _office_of_word(word) is not None for place in places[word]}
    found |= {place for place, word in _compounds(doc).items() if _office_of_word(word) is not None}
    return [all_tokens(doc)[place] for place in sorted(found)]
