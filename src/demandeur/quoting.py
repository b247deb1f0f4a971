"""Quoting: the speaker of each quotation.

A quotation that is an utterance of its own (not a few words inside somebody else's sentence) has its cue beside it
("…," she said), before it (She added: "…"), or none, when it goes on with what was quoted just before.
"""

from spacy.tokens import Doc, Token

from demandeur.announced import ANNOUNCED, announcer
from demandeur.cast import Cast
from demandeur.grammar import child, sentence_of, span_of, text_of
from demandeur.labels import dashed, find_labelled
from demandeur.lexicon import speech
from demandeur.paragraphs import paragraphs
from demandeur.participants import patient
from demandeur.quotation import Quotation
from demandeur.rules import declare
from demandeur.speakers import speaker_of, speaker_span, words_of_source
from demandeur.statement import Span, Statement
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

ALONE = declare(
    "statement.quote-alone",
    "a quotation that is a paragraph of its own behind one that ends by telling of a person's words",
    catches=("Ana Reyl kept her comments on banks short.\n\n“Any bank that fails should go.”",),
    spares=(
        "The harbour has a song.\n\n“The tide is out, the tide is in.”",
        "Ana Reyl walked past the crowd.\n\n“The dam is a disaster.”\n\nThat was on a poster.",
    ),
)

_REACH = 200  # code points between two quotations of one utterance
_REACH_OVER_A_STOP = 500  # the same, where a sentence of the writer's stands between
_PARAGRAPHS = 2
_FARTHEST_CUE = 40  # tokens behind a quotation
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
        alone = _alone(doc, cast, place, last) if own is None else None
        if own is None and alone is None and last is not None and _goes_on(doc, place, last):
            last = _continued(doc, cast, found, last, place.chain.spans)
        elif alone is not None:
            last = alone
            found.append(alone)
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


def _alone(doc: Doc, cast: Cast, place: Place, last: Statement | None) -> Statement | None:
    """Return the statement of a quotation that is a paragraph of its own: of whom the sentence above is about.

    Not where the last statement, or its cue, stands in that sentence, or is the same person's.
    """
    text = text_of(doc)
    first = doc.char_span(place.chain.start, place.chain.start + 1, alignment_mode="expand")
    is_whole = not place.before and not place.after and place.inner.rstrip().endswith((".", "!", "?"))
    if not is_whole or first is None or first.start == 0:
        return None
    above = sentence_of(doc[first.start - 1])
    if same_paragraph(text, above.start_char + len(above.text.rstrip()), place.chain.start):
        return None
    if not any(is_cue(t) or t.lemma_.lower() in speech.attributing_nouns() for t in above):
        return None
    name = next((t for t in above if t.dep_ == "nsubj" and t.head.dep_ == "ROOT"), None)
    speakers = tuple(cast.all_of(name)) if name is not None else ()
    if len(speakers) != 1 or cast.actors[speakers[0]].kind != "person":
        return None
    if last is not None:
        told = max(last.spans[-1][1], last.cue[1] if last.cue is not None else 0)
        if speakers == last.speakers or told > above.start_char:
            return None
    return Statement(place.chain.spans, None, None, name, speaker_span(cast, name), ALONE, 0.5, speakers)


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
    behind = _first_cue(after) or _any_verb_behind(place)
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
        if is_cue(token) and position < _FARTHEST_CUE:
            return token
    return None


def _any_verb_behind(place: Place) -> Token | None:
    """Return "shot" in “Never,” Reyl shot back: behind a comma in the marks any verb with its subject is a cue."""
    if not place.inner.rstrip().endswith(","):
        return None
    for token in place.after:
        if token.tag_ in ("VBD", "VBZ"):
            own = child(token, "nsubj")
            return token if own is not None and own.left_edge == place.after[0] and own.i < token.i else None
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


def _within(span: Span, name: Token, window: list[Token]) -> Span:
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


def _is_led_up_to(own: Statement | None, place: Place) -> bool:
    """True when the quotation's cue, if it has one, stands before it."""
    return own is not None and own.cue_token is not None and own.cue_token.idx < place.chain.start


def _stands_behind(place: Place, last: Statement) -> bool:
    """True when the full stop before the quotation ends the last one's own cue: “No,” said R, who led us. “…”."""
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


def _named_between(doc: Doc, cast: Cast, last: Statement, until: int) -> Token | None:
    """Return the subject of the last sentence before the quotation if it is the same speaker ("She went on.")."""
    between = doc.char_span(last.spans[-1][1], until, alignment_mode="contract")
    for token in reversed(between or ()):
        if token.dep_ == "nsubj" and token.head.dep_ == "ROOT" and token.head.i > token.i:
            return token if last.speakers and tuple(cast.all_of(token)) == last.speakers else None
    return None


def _continued(doc: Doc, cast: Cast, found: list[Statement], last: Statement, spans: list[Span]) -> Statement:
    """Add the words to the last statement, or, in another paragraph, as a statement of the same speaker."""
    if same_paragraph(text_of(doc), last.spans[-1][1], spans[0][0]):
        last.spans.extend(spans)
        return last
    name = _named_between(doc, cast, last, spans[0][0])
    span = last.speaker_span if name is None else speaker_span(cast, name)
    following = Statement(spans, None, None, name or last.speaker, span, GOES_ON, 0.7, last.speakers)
    found.append(following)
    return following
