"""Replies: answers without a verb of answering: "He won't", "There will be no apology".

They are found from the requests: who was asked speaks later and says that the thing will, or will not, be done.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from demandeur.act import Act
from demandeur.cast import Cast
from demandeur.grammar import auxiliaries, bounds, child, children, is_negated, span_of, subtree_without, text_of
from demandeur.likeness import LIGHT, alike
from demandeur.realis import FUTURE, IN_REPORTS
from demandeur.rules import declare
from demandeur.statement import Statement

WILL = declare(
    "act.reply",
    "the one asked says that the thing asked for will, or will not, be done",
    catches=(
        "Chad demanded that Norway apologize. There will be no apology, Norway said.",
        "Norway asked Chad to release the ship. Chad said the ship would be released.",
    ),
    spares=("Norway asked Chad to release the ship. Chad said the weather would be fine.",),
)
SHORT = declare(
    "act.short-reply",
    "he won't; they would: a subject and an auxiliary, after a request to the subject",
    catches=("Norway urged Ana Reyl to sign the treaty. She will not, she said.",),
    spares=("It will not, Chad said.",),
)
_WILL = (FUTURE | IN_REPORTS) - {"going"}
_WORDS_OF_A_SHORT_REPLY = 6


def find_replies(doc: Doc, cast: Cast, statements: list[Statement], acts: list[Act]) -> Iterator[Act]:
    """Yield the replies that statements give to earlier requests."""
    requests = [act for act in acts if act.act == "REQUEST" and act.content is not None and act.addressees]
    taken = {act.token.i for act in acts}
    for statement in statements:
        if not statement.speakers:
            continue
        for start, end in statement.spans:
            for token in doc.char_span(start, end, alignment_mode="expand") or []:
                if token.i in taken:
                    continue
                act = _short(cast, statement, token, requests) or _will(doc, cast, statement, token, requests)
                if act is not None:
                    taken.add(token.i)
                    yield act


def _asked(cast: Cast, requests: list[Act], actors: tuple[str, ...], before: int) -> list[Act]:
    """Return the requests to these actors, or to those whom they speak for, that stand before; the last first."""
    earlier = [act for act in requests if act.trigger[0] < before]
    return [act for act in earlier[::-1] if cast.on_one_side(act.addressees, actors, against=act.issuers)]


def _short(cast: Cast, statement: Statement, token: Token, requests: list[Act]) -> Act | None:
    """Return the answer of "he won't", "she is not going to", "they would"."""
    if not (_is_bare_auxiliary(token) or _is_bare_going_to(token)):
        return None
    own = child(token, "nsubj") or (token.nbor(-1) if token.i and token.nbor(-1).pos_ in ("PRON", "PROPN") else None)
    if own is None or len([t for t in token.subtree if t.is_alpha]) > _WORDS_OF_A_SHORT_REPLY:
        return None
    issuers = cast.who(own) or statement.speakers
    earlier = _asked(cast, requests, issuers, token.idx)
    if not earlier:
        return None
    return _reply("REJECT" if is_negated(token) else "ACCEPT", SHORT, token, earlier[0], None, issuers)


def _is_bare_auxiliary(token: Token) -> bool:
    return (
        token.lower_ in _WILL
        and token.pos_ in ("AUX", "VERB")
        and (token.tag_ != "MD" or token.dep_ not in ("aux", "auxpass"))
    )


def _is_bare_going_to(token: Token) -> bool:
    """True for "going to" with nothing behind it."""
    if token.lemma_ != "go" or token.tag_ != "VBG":
        return False
    if any(c.dep_ in ("xcomp", "dobj", "prep") and c.lower_ != "to" for c in token.children):
        return False
    return token.doc[min(token.i + 1, len(token.doc) - 1)].lower_ == "to"


def _will(doc: Doc, cast: Cast, statement: Statement, token: Token, requests: list[Act]) -> Act | None:
    if token.pos_ not in ("VERB", "AUX") or not auxiliaries(token) & _WILL or token.dep_ in ("relcl", "advcl", "acl"):
        return None
    words = subtree_without(token, *children(token, "advcl", "ccomp", "parataxis"))
    span = bounds(words)
    said = text_of(doc)[slice(*span)]
    for request in _asked(cast, requests, statement.speakers, token.idx):
        if alike(text_of(doc)[slice(*request.content)], said, beyond=LIGHT):
            refused = is_negated(token) or any(t.lower_ == "no" and t.dep_ == "det" for t in words)
            return _reply("REJECT" if refused else "ACCEPT", WILL, token, request, span, statement.speakers)
    return None


def _reply(
    kind: str, rule: str, token: Token, request: Act, content: tuple[int, int] | None, issuers: tuple[str, ...]
) -> Act:
    return Act(
        act=kind,
        rule=rule,
        trigger=span_of(token),
        token=token,
        content=content,
        strength=3,
        realis="future",
        issuers=issuers,
        addressees=request.issuers,
        replies_to=request,
    )
