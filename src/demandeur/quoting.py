"""Quoting: the speaker of each quotation.

A quotation that is an utterance of its own (not a few words inside somebody else's sentence) has its cue beside it
("…," she said), before it (She added: "…"), or none, when it goes on with what was quoted just before.
"""

from spacy.tokens import Doc, Token

from demandeur.announced import ANNOUNCED, announcer
from demandeur.cast import Cast, Mention
from demandeur.grammar import bounds, child, conjuncts, is_passive, noun_phrase, span_of, text_of
from demandeur.labels import dashed, find_labelled
from demandeur.language import paragraphs
from demandeur.participants import patient, speaking_subject
from demandeur.quotation import Quotation
from demandeur.rules import declare
from demandeur.statement import Statement
from demandeur.windows import Place, is_cue, is_utterance, places, same_paragraph

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

_REACH = 200  # code points between two quotations of one utterance
_REACH_OVER_A_STOP = 500  # the same, where a sentence of the writer's stands between
_PARAGRAPHS = 2
_LEAST_TAIL = 2  # words behind a quotation that go on with it


def find_quoted(doc: Doc, cast: Cast, quotations: list[Quotation]) -> list[Statement]:
    """Return a statement for every quotation that is an utterance and whose speaker the article tells."""
    found = find_labelled(doc, cast)
    labelled = list(found)
    last: Statement | None = None
    for place in places(doc, quotations):
        if any(statement.holds(place.chain.start + 1) for statement in labelled) or not is_utterance(place):
            continue
        own = _of_place(doc, cast, place)
        if last is not None and _stands_behind(place, last) and _is_led_up_to(own, place):
            own = None
        if own is None and last is not None and _goes_on(doc, place, last):
            last = _continued(doc, found, last, place.chain.spans)
        elif own is None or (own.cue_token is not None and _is_reported(own.cue_token, place)):
            last = None
        elif last is not None and own.cue_token is not None and last.cue_token == own.cue_token:
            last.spans.extend(own.spans)
        else:
            last = own
            found.append(own)
    return found


def _of_place(doc: Doc, cast: Cast, place: Place) -> Statement | None:
    """Return the statement of a quotation with a cue or a name of its own."""
    beside = dashed(cast, place)
    if beside is not None:
        return beside
    cue = _cue(place)
    if cue is not None:
        window = place.before if cue.idx < place.chain.start else place.after
        return _statement(cast, place, cue, window)
    announced = announcer(cast, place)
    if announced is not None:
        return _announced(cast, place, *announced)
    cue = _last_cue(place.above)
    return _statement(cast, place, cue, place.above) if cue is not None else None


def _announced(cast: Cast, place: Place, cue: Token | None, name: Token) -> Statement:
    cue_span = span_of(cue) if cue is not None else None
    span = speaker_span(cast, name)
    return Statement(place.chain.spans, cue_span, cue, name, span, ANNOUNCED, 0.8, tuple(cast.all_of(name)))


def _is_reported(cue: Token, place: Place) -> bool:
    """True when the writer's own words lead from the cue into the quotation: "says she knows that “…”".

    Then the whole clause is what is said, and the quotation is a part of it.
    """
    if cue.idx > place.chain.start:
        return False
    clause = child(cue, "ccomp")
    if clause is None or clause.i < cue.i:
        return False
    own = child(clause, "nsubj", "nsubjpass", "expl")
    return own is not None and cue.i < own.i and own.idx < place.chain.start and own in place.before


def _cue(place: Place) -> Token | None:
    before, after = place.before, place.after
    goes_on = not place.inner.rstrip().endswith(".")
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
        if is_cue(token) and position < 25:
            return token
    return None


def _last_cue(window: list[Token]) -> Token | None:
    for token in reversed(window):
        if is_cue(token):
            return token
    return None


def _statement(cast: Cast, place: Place, cue: Token, window: list[Token]) -> Statement:
    name = speaker_of(cast, cue, window)
    span = _within(words_of_source(cast, cue, name), name, window) if name is not None else None
    certain = 0.9 if name is not None else 0.5
    spans = place.chain.spans
    tail = _unquoted_tail(cue, name, place)
    if tail is not None:
        spans = [*spans[:-1], (spans[-1][0], tail)]
    statement = Statement(spans, span_of(cue), cue, name, span, BESIDE, certain, tuple(cast.all_of(name)))
    whom = patient(cue) if cue.lemma_ in ("tell", "ask", "warn", "assure", "remind", "urge") else None
    if whom is not None and whom in window and whom != name:
        statement.addressees = tuple(cast.all_of(whom))
    return statement


def _within(span: tuple[int, int], name: Token, window: list[Token]) -> tuple[int, int]:
    """Return the part of a name's phrase that stands in the window: the parser may tie quoted words to it."""
    if name not in window:
        return span
    return (max(span[0], window[0].idx), min(span[1], window[-1].idx + len(window[-1])))


def _unquoted_tail(cue: Token, name: Token | None, place: Place) -> int | None:
    """Return where the words end that go on behind the marks: “You squeezed them” to raise the price, she said."""
    if place.inner.rstrip()[-1:] in (".", ",", "!", "?", "…", "—"):
        return None
    phrase = min(cue.i, name.left_edge.i if name is not None and name in place.after else cue.i)
    words = place.after if cue.idx < place.chain.start else [t for t in place.after if t.i < phrase]
    while words and words[-1].is_punct:
        words = words[:-1]
    if len(words) < _LEAST_TAIL or any(is_cue(t) and t != cue for t in words):
        return None
    return words[-1].idx + len(words[-1])


def speaker_of(cast: Cast, cue: Token, window: list[Token]) -> Token | None:
    """Return the token that names the speaker of a cue: its subject, else the nearest actor in the window."""
    allowed = {t.i for t in window}
    if cue.lower_ == "according":
        for token in cue.subtree:
            if token.dep_ == "pobj" and token.head.lower_ == "to":
                return token
    name = speaking_subject(cue)
    if name is not None and name.i in allowed and name.tag_ not in ("WP", "WDT"):
        return name
    first = [t for t in window if not t.is_punct][:1] == [cue]
    inverted = [t for t in window if t.i > cue.i]
    if first and inverted and inverted[0].i == cue.i + 1:
        mention = next((m for t in inverted[:8] if (m := cast.at(t)) is not None), None)
        if mention is not None and mention.left <= cue.i + 2:
            return cast.doc[mention.head]
        noun = next((t for t in inverted[:4] if t.pos_ in ("NOUN", "PROPN", "PRON")), None)
        if name is None and noun is not None and inverted[0].pos_ in ("DET", "NUM", "PRON"):
            return noun
    if is_passive(cue):
        return name
    behind = next((t for t in reversed(window) if t.i < cue.i and _may_speak(cast, t)), None)
    if behind is not None:
        return cast.doc[cast.at(behind).head]
    ahead = next((t for t in inverted if _may_speak(cast, t)), None)
    if ahead is not None:
        return cast.doc[cast.at(ahead).head]
    return name


def _may_speak(cast: Cast, token: Token) -> bool:
    """True for a word of a mention that is not merely an owner ("his page") ."""
    mention = cast.at(token)
    return mention is not None and cast.doc[mention.head].tag_ != "PRP$"


def words_of_source(cast: Cast, cue: Token, name: Token) -> tuple[int, int]:
    """Return the words that name the source at this place: "who" in "Ana Reyl, who said …"."""
    own = child(cue, "nsubj")
    if own is not None and own.tag_ in ("WP", "WDT"):
        return span_of(own)
    return speaker_span(cast, name)


def speaker_span(cast: Cast, name: Token) -> tuple[int, int]:
    """Return the offsets of the whole phrase that names a speaker, office and coordinated names included."""
    mentions: list[Mention] = cast.group(name)
    start, end = bounds(noun_phrase(name))
    if name.pos_ == "PROPN":
        end = max([end, *(span_of(other)[1] for other in conjuncts(name) if other.pos_ == "PROPN")])
    for mention in mentions:
        start = min(start, cast.doc[mention.left].idx)
        end = max(end, mention.end)
    return (start, end)


def _is_led_up_to(own: Statement | None, place: Place) -> bool:
    """True when the quotation's cue, if it has one, stands before it."""
    return own is not None and own.cue_token is not None and own.cue_token.idx < place.chain.start


def _stands_behind(place: Place, last: Statement) -> bool:
    """True when the full stop before the quotation ends the last one's own cue: “No,” said R, who led the talks. “…”."""
    cue = last.cue_token
    return cue is not None and bool(place.before) and place.before[-1].text in (".", "!", "?") and cue in place.before


def _goes_on(doc: Doc, place: Place, last: Statement) -> bool:
    """True when nothing but the last statement's own words and cue stands between, or a paragraph's break."""
    text = text_of(doc)
    end = last.spans[-1][1]
    if same_paragraph(text, end, place.chain.start):
        reach = _REACH_OVER_A_STOP if place.before and place.before[-1].text == "." else _REACH
        return not place.before or place.chain.start - end < reach
    return not place.before and len(paragraphs(text[end : place.chain.start])) <= _PARAGRAPHS


def _continued(doc: Doc, found: list[Statement], last: Statement, spans: list[tuple[int, int]]) -> Statement:
    """Add the words to the last statement, or, in another paragraph, as a statement of the same speaker."""
    if same_paragraph(text_of(doc), last.spans[-1][1], spans[0][0]):
        last.spans.extend(spans)
        return last
    following = Statement(spans, None, None, last.speaker, last.speaker_span, GOES_ON, 0.7, last.speakers)
    found.append(following)
    return following
