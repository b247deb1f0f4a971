"""By-lines: the author of a column, whom its first lines name or the last introduces, and what the author asks for.

News is the writer's report, and what the writer thinks is no demand of an actor. A column that begins with "Opinion"
and "By Ana Reyl", or ends with "Ana Reyl is a former minister of Norway.", is its author's own speech.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span

from demandeur.act import Act
from demandeur.cast import Cast
from demandeur.deontic import modal_request
from demandeur.grammar import child, text_of, tokens_of
from demandeur.necessity import find_necessity
from demandeur.paragraphs import paragraphs
from demandeur.quotation import find_quotations
from demandeur.statement import Statement

_BY = re.compile(r"By (?:[A-Z][\w.’'-]+ ){1,3}[A-Z][\w.’'-]+(?:,? (?:and|in|at|for) .*|, [^.!?]*)?")
_OPINION = re.compile(r"\W*(?:opinion|comment|column|editorial|op-ed|viewpoint|letter)\b", re.IGNORECASE)
_FIRST_LINES = 4
_LEAST_I = 2
_LONGEST = 70  # words of a by-line's paragraph
_OWN_WORDS = {"we", "our", "us"}
_LEAST_OWN_WORDS = 3
_SERVES = {"be", "teach", "direct", "write", "head", "lead", "serve", "chair", "edit"}


def author_of(doc: Doc, cast: Cast) -> str | None:
    """Return the actor_id of the author of a column, by its first lines or its last."""
    return _named_above(doc, cast) or _introduced_below(doc, cast)


def _named_above(doc: Doc, cast: Cast) -> str | None:
    """Return the person of "By Ana Reyl" below a headline that says "Opinion", or where the writer says "I"."""
    words = _byline(doc)
    if words is None or not _is_a_column(doc):
        return None
    mention = next((m for token in words if (m := cast.at(token)) is not None and m.form == "name"), None)
    return mention.actors[0] if mention is not None and cast.actors[mention.actors[0]].kind == "person" else None


def reporters_line(doc: Doc) -> Span | None:
    """Return the words of "By Ana Reyl, arts correspondent" above news, whose writer is no actor of it."""
    words = _byline(doc)
    return words if words is not None and not _is_a_column(doc) else None


def _byline(doc: Doc) -> Span | None:
    spans = paragraphs(text_of(doc))[:_FIRST_LINES]
    line = next((span for span in spans if _BY.fullmatch(text_of(doc)[slice(*span)])), None)
    return doc.char_span(*line, alignment_mode="expand") if line is not None else None


def _is_a_column(doc: Doc) -> bool:
    return _OPINION.match(text_of(doc)) is not None or _says_i(doc)


def _says_i(doc: Doc) -> bool:
    """True where the writer says "I" twice or more outside all quotations."""
    quoted = [(q.start, q.end) for q in find_quotations(text_of(doc))]
    own = [t for t in tokens_of(doc, "i", "my", "me") if not any(start <= t.idx < end for start, end in quoted)]
    return len(own) >= _LEAST_I


def _introduced_below(doc: Doc, cast: Cast) -> str | None:
    """Return the actor_id of the person whom only the last paragraph names, and introduces: "X is a lecturer at …"."""
    spans = paragraphs(text_of(doc))
    words = doc.char_span(*spans[-1], alignment_mode="expand") if len(spans) > 1 else None
    if words is None or len(words) > _LONGEST:
        return None
    for mention in cast.mentions:
        verb = doc[mention.head].head
        actor = cast.actors[mention.actors[0]]
        if mention.first < words.start or mention.form != "name" or actor.kind != "person":
            continue
        is_introduced = verb.lemma_ in _SERVES and verb.tag_ == "VBZ" and child(verb, "nsubj") == doc[mention.head]
        is_new = cast.first_of(actor.actor_id) is mention and mention.first <= words.start + 1
        return actor.actor_id if is_introduced and is_new else None
    return None


def find_author_requests(doc: Doc, cast: Cast, statements: list[Statement]) -> Iterator[Act]:
    """Yield what the author of a column says must be done."""
    own = [t for t in tokens_of(doc, *_OWN_WORDS) if not any(s.holds(t.idx) for s in statements)]
    author = _named_above(doc, cast)
    if author is None and len(own) >= _LEAST_OWN_WORDS:
        author = _introduced_below(doc, cast)
    if author is None:
        return
    for token in doc:
        if token.i and not any(s.holds(token.idx) for s in statements):
            act = modal_request(cast, token, quoted=False) or find_necessity(cast, token, quoted=False)
            if act is not None:
                act.issuers = (author,)
                yield act
