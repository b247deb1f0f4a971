"""Windows: the writer's own words before and behind a quotation, where its cue stands."""

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from demandeur import lexicon
from demandeur.grammar import child, text_of
from demandeur.lexicon import speech
from demandeur.quotation import Quotation

_TERMINAL = re.compile(r"[.!?…][”’\"'\]]*\s+(?=[^a-z\s)])")
_COORDINATORS = {"and", "but", "or", "so", "yet", "because", "that", "then"}
_WORDS = {"word", "account", "view", "opinion", "telling", "phrase", "parlance"}
_WORDS_OF_A_FRAGMENT = 3
_WORDS_OF_A_SENTENCE = 5


@dataclass(frozen=True, slots=True)
class Chain:
    """The quotations that are one utterance (several when it goes over paragraphs)."""

    parts: tuple[Quotation, ...]

    @property
    def start(self) -> int:
        """Offset of its first quote mark."""
        return self.parts[0].start

    @property
    def end(self) -> int:
        """Offset behind its last quote mark."""
        return self.parts[-1].end

    @property
    def spans(self) -> list[tuple[int, int]]:
        """The quoted words without their marks."""
        return [(part.inner_start, part.inner_end) for part in self.parts]


@dataclass(frozen=True, slots=True)
class Place:
    """A chain with the writer's words around it, in its sentence (``before``, ``after``) and in the line ``above``."""

    chain: Chain
    before: list[Token]
    after: list[Token]
    above: list[Token]
    inner: str


def places(doc: Doc, quotations: list[Quotation]) -> list[Place]:
    """Return the article's chains of quotations, each with the words around it, in reading order."""
    grouped: dict[int, list[Quotation]] = {}
    for quotation in quotations:
        grouped.setdefault(quotation.chain, []).append(quotation)
    chains = [Chain(tuple(parts)) for parts in grouped.values()]
    found = []
    for number, chain in enumerate(chains):
        before = _before(
            doc, chain, next((c for c in reversed(chains[:number]) if not _is_nickname(text_of(doc), c)), None)
        )
        after = _after(doc, chain, next((c for c in chains[number + 1 :] if not _is_nickname(text_of(doc), c)), None))
        inner = text_of(doc)[chain.parts[0].inner_start : chain.parts[-1].inner_end]
        found.append(Place(chain, before, after, _above(doc, chain) if not before else [], inner))
    return found


def _is_nickname(text: str, chain: Chain) -> bool:
    """True for a name in quote marks in the midst of another: Marcia "Cia" Price."""
    inner = text[chain.parts[0].inner_start : chain.parts[0].inner_end]
    behind = text[chain.end : chain.end + 2].strip()
    return (
        len(inner.split()) <= 2
        and inner[:1].isupper()
        and behind[:1].isupper()
        and text[chain.start - 2 : chain.start - 1].isalpha()
    )


def paragraph_end(text: str, offset: int) -> int:
    """Return the offset of the line's end."""
    end = text.find("\n", offset)
    return len(text) if end < 0 else end


def same_paragraph(text: str, first: int, second: int) -> bool:
    """True when no line ends between two offsets."""
    return "\n" not in text[first:second]


def _tokens(doc: Doc, start: int, end: int) -> list[Token]:
    span = doc.char_span(start, end, alignment_mode="contract") if end > start else None
    return [t for t in span if not t.is_space] if span is not None else []


def _before(doc: Doc, chain: Chain, previous: Chain | None) -> list[Token]:
    """Return the tokens from the sentence's start, or the previous quotation, up to the quotation."""
    text = text_of(doc)
    start = text.rfind("\n", 0, chain.start) + 1
    if previous is not None and previous.end > start:
        start = previous.end
    for match in _TERMINAL.finditer(text, start, chain.start):
        if not _is_abbreviation(text, match.start()):
            start = match.end()
    return _tokens(doc, start, chain.start)


def _after(doc: Doc, chain: Chain, following: Chain | None) -> list[Token]:
    """Return the tokens from the quotation to the sentence's end, or the next quotation."""
    text = text_of(doc)
    end = paragraph_end(text, chain.end)
    if following is not None and following.start < end:
        end = following.start
    for match in _TERMINAL.finditer(text, chain.end, end):
        if not _is_abbreviation(text, match.start()):
            end = match.start() + 1
            break
    return _tokens(doc, chain.end, end)


def _above(doc: Doc, chain: Chain) -> list[Token]:
    """Return the last sentence of the line above, when it ends with a colon: it announces the quotation."""
    text = text_of(doc)[: chain.start].rstrip()
    if not text.endswith(":"):
        return []
    start = text.rfind("\n") + 1
    for match in _TERMINAL.finditer(text, start):
        if not _is_abbreviation(text, match.start()):
            start = match.end()
    return _tokens(doc, start, len(text))


def _is_abbreviation(text: str, dot: int) -> bool:
    start = dot
    while start > 0 and (text[start - 1].isalnum() or text[start - 1] in "_."):
        start -= 1
    word = text[start:dot]
    return len(word) == 1 or "." in word or word + "." in lexicon.titles()


def is_cue(token: Token) -> bool:
    """True for a verb that can stand beside a quotation."""
    verb = speech.reporting_verbs().get(token.lemma_.lower())
    is_verb = token.pos_ in ("VERB", "AUX", "NOUN") and token.tag_ not in ("NN", "NNS")
    return is_verb and verb is not None and verb.quotes and not _is_occasion(token)


def _is_occasion(token: Token) -> bool:
    """True for "when asked about it", which tells only when something was said."""
    mark = child(token, "advmod", "mark")
    return token.tag_ == "VBN" and mark is not None and mark.lower_ in ("when", "if", "as", "once")


def puts_it(token: Token) -> bool:
    """True for "put" in "as she put it" and "she put it this way"."""
    thing = child(token, "dobj") if token.lemma_ == "put" else None
    return thing is not None and thing.lower_ in ("it", "things", "this")


def in_words(token: Token) -> bool:
    """True for "words" in "in her words" and "in the words of the mayor"."""
    return token.lemma_.lower() in _WORDS and token.dep_ == "pobj" and token.head.lower_ in ("in", "to")


def is_utterance(place: Place) -> bool:
    """True when the quotation is said as a whole, not a few quoted words inside a sentence."""
    before, inner = place.before, place.inner
    closes = inner.rstrip()[-1:] in (".", ",", "!", "?", "…", "—", "-", "]")
    words = len(inner.split())
    starts = inner.lstrip(" [")[:1].isupper()
    if not before:
        return closes or words > _WORDS_OF_A_FRAGMENT
    last = before[-1]
    if last.lower_ in _COORDINATORS and words > _WORDS_OF_A_SENTENCE and any(is_cue(t) for t in before):
        return True
    if last.text == "," and closes and any(is_cue(t) or puts_it(t) or in_words(t) for t in before):
        return True
    led_up = last.text in (",", ":", ";", "—", "–", "-", ".") or is_cue(last)
    if led_up and (closes or words > _WORDS_OF_A_FRAGMENT):
        return starts or last.text == ":" or is_cue(last) or words > _WORDS_OF_A_SENTENCE
    return closes and words > _WORDS_OF_A_FRAGMENT and starts
