"""NameSpan: a stretch of a document that is a name, as the stops that find and read names hand it on."""

from dataclasses import dataclass

from spacy.tokens import Doc

from demandeur import lexicon
from demandeur.grammar import all_tokens, span_of, text_of
from demandeur.once import once_a_document

PORTFOLIOS = set(
    "Defense Defence Finance Interior Foreign Justice Health Education Trade Treasury Labor Labour Prime Deputy Home "
    "Energy Transport Agriculture Environment Culture Economy Security Commerce State Housing Immigration".split()
)
"""What stands before "Minister" and is no state."""
FAITHS = {"Christianity", "Islam", "Judaism", "Hinduism", "Buddhism", "Catholicism", "Protestantism"}
"""Faiths, which do nothing, and whose adjectives ("Islamic") are no state's."""
HOLIDAYS = {"Easter", "Christmas", "Ramadan", "Lent", "Diwali", "Hanukkah", "Passover", "Whitsun", "Eid", "Carnival"}
"""Times that the recogniser may take for somebody."""
DIRECTIONS = {"Northern", "Eastern", "Southern", "Western", "Central"}
"""Words that are a part of a place's name and no name alone."""
NEIGHBOURS = {"neighboring", "neighbouring"}
"""What stands before a state."""
PARTY_WORDS = set(
    "Labour Labor Conservative Conservatives Liberal Liberals Social Christian Democratic Democrat Democrats Popular "
    "People 's ’s Left Freedom National New Front Socialist Party party Green Greens Socialists "
    "Nationalists Centrists Progressives Populists".split()
)
"""Words of which parties of many countries make their names."""


@dataclass(frozen=True, slots=True)
class NameSpan:
    """Tokens first to last (inclusive) that are a name.

    ``entries`` are the lexicon's readings, if it has any; ``rule`` is the rule that told the kind, when it was a rule.
    """

    first: int
    last: int
    kind: str
    entries: tuple[lexicon.Name, ...] = ()
    rule: str | None = None


def text_of_name(doc: Doc, span: NameSpan) -> str:
    """Return a name as the document writes it."""
    tokens = all_tokens(doc)
    start, end = span_of(tokens[span.first], tokens[span.last])
    return text_of(doc)[start:end]


@once_a_document
def places_of_words(doc: Doc) -> dict[str, list[int]]:
    """Return every capitalised word of a document with the numbers of its tokens, looked up once."""
    places: dict[int, list[int]] = {}
    for place, word in enumerate(doc.to_array("ORTH").tolist()):
        places.setdefault(word, []).append(place)
    named = ((doc.vocab.strings[word], found) for word, found in places.items())
    return {text: found for text, found in named if text[0].isupper()}
