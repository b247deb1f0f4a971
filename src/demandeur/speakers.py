"""Speakers: the words that name who speaks, at a quotation's or a report's cue."""

from spacy.tokens import Token

from demandeur.cast import Cast, Mention
from demandeur.grammar import bounds, child, conjuncts, is_passive, noun_phrase, sentence_of, span_of, subtree
from demandeur.participants import speaking_subject
from demandeur.statement import Span

_NEAR = 8  # tokens


def speaker_of(cast: Cast, cue: Token, window: list[Token]) -> Token | None:
    """Return the token that names the speaker of a cue: its subject, else the nearest actor in the window."""
    allowed = {t.i for t in window}
    if cue.lower_ == "according":
        for token in subtree(cue):
            if token.dep_ == "pobj" and token.head.lower_ == "to":
                return token
    name = speaking_subject(cue)
    if name is not None and name.i in allowed and name.tag_ not in ("WP", "WDT"):
        return name
    inverted = _inverted(cast, cue, window, name)
    if inverted is not None or is_passive(cue):
        return inverted or name
    behind = next((t for t in reversed(window) if t.i < cue.i and _may_speak(cast, t)), None)
    if behind is not None:
        return cast.doc[cast.at(behind).head]
    tied = cue.dep_ in ("conj", "relcl") and name is not None and name.i < window[0].i
    if tied and sentence_of(name) == sentence_of(cue) and _may_speak(cast, name):
        return name
    ahead = next((t for t in window if t.i > cue.i and _may_speak(cast, t)), None)
    return cast.doc[cast.at(ahead).head] if ahead is not None else name


def _inverted(cast: Cast, cue: Token, window: list[Token], name: Token | None) -> Token | None:
    """Return R in “…,” said R, or the boy in “…?” asked the boy: what stands right behind a cue that comes first."""
    behind = [t for t in window if t.i > cue.i]
    first = next((t for t in window if not t.is_punct), None)
    if first != cue or not behind or behind[0].i != cue.i + 1:
        return None
    mention = next((m for t in behind[:_NEAR] if (m := cast.at(t)) is not None), None)
    if mention is not None and mention.left <= cue.i + 2:
        return cast.doc[mention.head]
    if name is not None or behind[0].pos_ not in ("DET", "NUM", "PRON"):
        return None
    return next((t for t in behind[:_NEAR] if t.pos_ in ("NOUN", "PROPN", "PRON")), None)


def _may_speak(cast: Cast, token: Token) -> bool:
    """True for a word of a mention that is not merely an owner ("his page", "the club’s members")."""
    mention = cast.at(token)
    return mention is not None and cast.doc[mention.head].dep_ != "poss"


def words_of_source(cast: Cast, cue: Token, name: Token) -> Span:
    """Return the words that name the source at this place: "who" in "Ana Reyl, who said …"."""
    own = child(cue, "nsubj")
    if own is not None and own.tag_ in ("WP", "WDT"):
        return span_of(own)
    return speaker_span(cast, name)


def speaker_span(cast: Cast, name: Token) -> Span:
    """Return the offsets of the whole phrase that names a speaker, office and coordinated names included."""
    mentions: list[Mention] = cast.group(name)
    start, end = bounds(noun_phrase(name))
    if name.pos_ == "PROPN":
        end = max([end, *(span_of(other)[1] for other in conjuncts(name) if other.pos_ == "PROPN")])
    for mention in mentions:
        start = min(start, cast.doc[mention.left].idx)
        end = max(end, mention.end)
    return (start, end)
