"""Alongside: the second act in a trigger's words: "withdraw or face sanctions", "urged X to leave and Y to pay"."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from demandeur.act import Act
from demandeur.cast import Cast
from demandeur.clauses import predicate
from demandeur.grammar import bounds, child, has_to, prepositional, span_of, subtree
from demandeur.rules import declare

OR_ELSE = declare(
    "act.or-else",
    "do this or face that: the threat in a demand",
    catches=("Norway told Chad to withdraw or face sanctions.", "Norway told Chad to pay or lose access to the port."),
    spares=("Norway told Chad to wait or to leave.",),
)
AND_ANOTHER = declare(
    "act.and-another",
    "urge X to leave and Y to pay: the second demand under one verb",
    catches=("Norway urged Chad to leave and Mali to pay.",),
    spares=("Norway urged Chad to leave and to pay.", "Norway urged Chad and Mali to pay."),
)
RALLY = declare(
    "act.rally-against",
    "call for sanctions against X, for an investigation of X: a reproach to X in the request",
    catches=("Norway called for sanctions against Chad.", "Norway demanded an inquiry into Ana Reyl."),
    spares=("Norway called for a match against Chad.", "Norway called for sanctions."),
)

_MEASURES = set("sanction embargo boycott investigation inquiry probe prosecution trial tribunal punishment".split())


def alongside(cast: Cast, act: Act, token: Token) -> Iterator[Act]:
    """Yield the further acts in a request's words, and take them out of what is asked for."""
    if act.act == "REQUEST" and act.content is not None:
        yield from _and_another(cast, act, token)
        yield from _or_else(act, token)
        yield from _rally_against(cast, act, token)


def _or_else(act: Act, token: Token) -> Iterator[Act]:
    """Yield the threat of "open the sluices or face a cut"."""
    for verb in subtree(token):
        word = _or_before(verb)
        if word is None or not act.content[0] < verb.idx < act.content[1]:
            continue
        harm = child(verb, "dobj")
        yield Act(
            act="THREATEN",
            rule=OR_ELSE,
            trigger=span_of(word, verb),
            token=token,
            issuer=act.issuer,
            addressee=act.addressee,
            content=bounds(subtree(harm)) if harm is not None else None,
            strength=4,
            realis="future",
        )
        _cut(act, word)


def _or_before(verb: Token) -> Token | None:
    """Return the "or" of "or face a cut"."""
    if verb.dep_ != "conj" or verb.lemma_ not in ("face", "risk", "suffer", "lose", "forfeit"):
        return None
    return next((c for c in verb.head.children if c.lower_ == "or"), None)


def _and_another(cast: Cast, act: Act, token: Token) -> Iterator[Act]:
    """Yield the request of "and Y to pay": an actor between "and" and "to" that the first request cannot mean."""
    doc = token.doc
    for noun in subtree(token):
        if noun.idx < act.content[0] or not cast.who(noun) or noun.i + 2 >= len(doc):
            continue
        start = noun.left_edge.i
        mention = cast.at(noun)
        last = (
            mention.last if mention is not None and mention.last + 2 < len(doc) else noun.i
        )  # "the Movement of 4 May"
        word, to = doc[start - 1], doc[last + 1]
        verb = to.head
        if word.lower_ != "and" or to.lower_ != "to" or to.dep_ != "aux" or not has_to(verb):
            continue
        yield replace(act, rule=AND_ANOTHER, addressee=noun, content=bounds(predicate(verb)))
        _cut(act, word)
        return


def _rally_against(cast: Cast, act: Act, token: Token) -> Iterator[Act]:
    """Yield the accusation of "sanctions against X", "an investigation into X"."""
    for noun in subtree(token):
        if noun.lemma_ not in _MEASURES or not act.content[0] <= noun.idx < act.content[1]:
            continue
        whom = prepositional(noun, "against", "into", "of", "on")
        if whom is None or not cast.who(whom):
            continue
        yield replace(
            act, act="ACCUSE", rule=RALLY, addressee=whom, content=(noun.idx, _end_of(cast, whom)), guessed=False
        )
        return


def _end_of(cast: Cast, whom: Token) -> int:
    """Return where a name ends, whichever of its words the parser made the main one."""
    mention = cast.at(whom)
    return mention.end if mention is not None else whom.idx + len(whom)


def _cut(act: Act, word: Token) -> None:
    """End an act's content before a word."""
    if word.idx < act.content[1]:
        act.content = (act.content[0], bounds(t for t in word.doc[: word.i] if t.idx >= act.content[0])[1])
