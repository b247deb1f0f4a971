"""Quoting: the speaker of each quotation.

A quotation that is an utterance of its own (not a few words inside somebody else's sentence) has its cue beside it
("…," she said), before it (She added: "…"), or none, when it goes on with what was quoted just before.
"""

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from demandeur import lexicon
from demandeur.cast import Cast, Mention
from demandeur.grammar import bounds, noun_phrase, span_of
from demandeur.language import paragraphs
from demandeur.lexicon import speech
from demandeur.participants import subject
from demandeur.quotation import Quotation
from demandeur.rules import declare
from demandeur.statement import Statement

BESIDE = declare(
    "statement.quote-cue",
    "a quotation with its reporting verb beside it, before or behind",
    catches=(
        "“We will not sign,” Ana Reyl said on Monday.",
        "Ana Reyl said: “We will not sign.”",
        "“No,” said Reyl. “Never.”",
    ),
    spares=("The “Harbour Song” is old.", "She said no."),
)
GOES_ON = declare(
    "statement.quote-goes-on",
    "a quotation without a cue that goes on with the last speaker's words",
    catches=("“We will not sign,” Ana Reyl said.\n\n“The terms are an insult. They must change.”",),
    spares=("“We will not sign,” Ana Reyl said. The “Harbour Song” is old.",),
)
LABELLED = declare(
    "statement.label",
    "words behind a speaker's name and a colon, as in an interview or a headline",
    catches=("Reyl: We will not sign the treaty.\n\nAna Reyl left.",),
    spares=("One thing is clear: the treaty is dead.",),
)

_TERMINAL = re.compile(r"[.!?…][”’\"')\]]*\s")
_WORDS_OF_A_FRAGMENT = 3
_LABEL = re.compile(r"^(?P<label>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4}):\s+(?=\S)", re.MULTILINE)


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


def find_quoted(doc: Doc, cast: Cast, quotations: list[Quotation]) -> list[Statement]:
    """Return a statement for every quotation that is an utterance and whose speaker the article tells."""
    chains = _chains(quotations)
    found: list[Statement] = _labelled(doc, cast)
    last: Statement | None = None
    for number, chain in enumerate(chains):
        before = _window_before(doc, chain, chains[number - 1] if number else None)
        after = _window_after(doc, chain, chains[number + 1] if number + 1 < len(chains) else None)
        if any(statement.holds(chain.start + 1) for statement in found if statement.rule == LABELLED):
            continue
        if not is_utterance(doc, chain, before):
            continue
        spans = [(part.inner_start, part.inner_end) for part in chain.parts]
        cue = _cue(doc, chain, before, after)
        if cue is not None and last is not None and last.cue_token is not None and cue.i == last.cue_token.i:
            last.spans.extend(spans)
            continue
        if cue is not None:
            last = _statement(cast, chain, cue, before if cue.idx < chain.start else after)
            found.append(last)
        elif last is not None and _goes_on(doc, chain, before, last):
            if _same_paragraph(doc.text, last.spans[-1][1], chain.start):
                last.spans.extend(spans)
            else:
                last = _continued(last, spans)
                found.append(last)
        else:
            last = None
    return found


def _chains(quotations: list[Quotation]) -> list[Chain]:
    grouped: dict[int, list[Quotation]] = {}
    for quotation in quotations:
        grouped.setdefault(quotation.chain, []).append(quotation)
    return [Chain(tuple(parts)) for parts in grouped.values()]


def _paragraph_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1


def _paragraph_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return len(text) if end < 0 else end


def _same_paragraph(text: str, first: int, second: int) -> bool:
    return "\n" not in text[first:second]


def _tokens(doc: Doc, start: int, end: int) -> list[Token]:
    span = doc.char_span(start, end, alignment_mode="contract") if end > start else None
    return [t for t in span if not t.is_space] if span is not None else []


def _window_before(doc: Doc, chain: Chain, previous: Chain | None) -> list[Token]:
    """Return the tokens from the sentence's start, or the previous quotation, up to the quotation."""
    text = doc.text
    start = _paragraph_start(text, chain.start)
    if previous is not None and previous.end > start:
        start = previous.end
    for match in _TERMINAL.finditer(text, start, chain.start):
        if not _abbreviation(text, match.start()):
            start = match.end()
    return _tokens(doc, start, chain.start)


def _window_after(doc: Doc, chain: Chain, following: Chain | None) -> list[Token]:
    """Return the tokens from the quotation to the sentence's end, or the next quotation."""
    text = doc.text
    end = _paragraph_end(text, chain.end)
    if following is not None and following.start < end:
        end = following.start
    for match in _TERMINAL.finditer(text, chain.end, end):
        if not _abbreviation(text, match.start()):
            end = match.start() + 1
            break
    return _tokens(doc, chain.end, end)


def _abbreviation(text: str, dot: int) -> bool:
    word = re.search(r"[\w.]+$", text[:dot])
    return bool(word) and (word.group() + "." in lexicon.titles() or len(word.group()) == 1 or "." in word.group())


def is_utterance(doc: Doc, chain: Chain, before: list[Token]) -> bool:
    """True when the quotation is said as a whole, not a few quoted words inside a sentence."""
    text = doc.text
    inner = text[chain.parts[0].inner_start : chain.parts[-1].inner_end]
    preceded = not before or before[-1].text in (",", ":", ";", "—", "–", "-", ".") or _is_cue(before[-1])
    closes = inner.rstrip()[-1:] in (".", ",", "!", "?", "…", "—", "-", "]")
    words = len(inner.split())
    if not before:
        return closes or words > _WORDS_OF_A_FRAGMENT
    if preceded and (closes or words > _WORDS_OF_A_FRAGMENT):
        return inner.lstrip()[:1].isupper() or before[-1].text == ":" or _is_cue(before[-1]) or words > 5
    return closes and words > _WORDS_OF_A_FRAGMENT and inner.lstrip()[:1].isupper()


def _is_cue(token: Token) -> bool:
    verb = speech.reporting_verbs().get(token.lemma_.lower())
    is_verb = token.pos_ in ("VERB", "AUX", "NOUN") and token.tag_ not in ("NN", "NNS")
    return is_verb and verb is not None and verb.quotes


def _cue(doc: Doc, chain: Chain, before: list[Token], after: list[Token]) -> Token | None:
    inner = doc.text[chain.parts[-1].inner_start : chain.parts[-1].inner_end].rstrip()
    goes_on = not inner.endswith(".")
    behind = _first_cue(after)
    ahead = _last_cue(before)
    if behind is not None and goes_on and (ahead is None or before[-1].text != ":"):
        return behind
    if ahead is not None and (before[-1].text in (",", ":", ahead.text, "that") or before[-1].i - ahead.i <= 6):
        return ahead
    if behind is not None and (after[0].lower_ == behind.lower_ or goes_on):
        return behind
    return ahead


def _first_cue(window: list[Token]) -> Token | None:
    for position, token in enumerate(window):
        if token.lower_ == "according":
            return token
        if _is_cue(token) and position < 25:
            return token
    return None


def _last_cue(window: list[Token]) -> Token | None:
    for token in reversed(window):
        if _is_cue(token):
            return token
    return None


def _statement(cast: Cast, chain: Chain, cue: Token, window: list[Token]) -> Statement:
    name = speaker_of(cast, cue, window)
    span = speaker_span(cast, name) if name is not None else None
    spans = [(part.inner_start, part.inner_end) for part in chain.parts]
    certain = 0.9 if name is not None else 0.5
    return Statement(spans, span_of(cue), cue, name, span, BESIDE, certain, tuple(cast.all_of(name)))


def speaker_of(cast: Cast, cue: Token, window: list[Token]) -> Token | None:
    """Return the token that names the speaker of a cue: its subject, else the nearest actor in the window."""
    allowed = {t.i for t in window}
    if cue.lower_ == "according":
        for token in cue.subtree:
            if token.dep_ == "pobj" and token.head.lower_ == "to":
                return token
    name = subject(cue)
    if name is not None and name.i in allowed and name.tag_ not in ("WP", "WDT"):
        return name
    inverted = [t for t in window if t.i > cue.i]
    if inverted and inverted[0].i == cue.i + 1:
        mention = next((m for t in inverted[:8] if (m := cast.at(t)) is not None), None)
        if mention is not None and mention.left <= cue.i + 2:
            return cast.doc[mention.head]
    behind = [m for t in reversed(window) if t.i < cue.i and (m := cast.at(t)) is not None]
    if behind:
        return cast.doc[behind[0].head]
    ahead = [m for t in inverted if (m := cast.at(t)) is not None]
    if ahead:
        return cast.doc[ahead[0].head]
    return name


def speaker_span(cast: Cast, name: Token) -> tuple[int, int]:
    """Return the offsets of the whole phrase that names a speaker, office and coordinated names included."""
    mentions: list[Mention] = cast.group(name)
    start, end = bounds(noun_phrase(name))
    for mention in mentions:
        start = min(start, cast.doc[mention.left].idx)
        end = max(end, mention.end)
    return (start, end)


def _goes_on(doc: Doc, chain: Chain, before: list[Token], last: Statement) -> bool:
    """True when nothing but the last statement's own words and cue stands between, or a paragraph's break."""
    text = doc.text
    distance = len(paragraphs(text[last.spans[-1][1] : chain.start]))
    if _same_paragraph(text, last.spans[-1][1], chain.start):
        return not before or chain.start - last.spans[-1][1] < 200
    return not before and distance <= 2


def _continued(last: Statement, spans: list[tuple[int, int]]) -> Statement:
    return Statement(spans, None, None, last.speaker, last.speaker_span, GOES_ON, 0.7, last.speakers)


def _labelled(doc: Doc, cast: Cast) -> list[Statement]:
    """Return the paragraphs and headlines that begin with a speaker's name and a colon."""
    found = []
    for match in _LABEL.finditer(doc.text):
        label = doc.char_span(*match.span("label"), alignment_mode="contract")
        mention = next((m for t in reversed(label or []) if (m := cast.at(t)) is not None), None)
        end = _paragraph_end(doc.text, match.end())
        said = doc.text[match.end() : end].rstrip()
        if mention is None or not said:
            continue
        span = (match.end(), match.end() + len(said))
        name = doc[mention.head]
        found.append(Statement([span], None, None, name, match.span("label"), LABELLED, 0.8, mention.actors))
    return found
