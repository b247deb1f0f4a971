"""Promises: "I will help you", "we will match that sum": offers in somebody's own words, without a verb of offering."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from demandeur.act import Act
from demandeur.cast import Cast
from demandeur.clauses import predicate
from demandeur.complement import Complement
from demandeur.counterparts import beneficiary, counterpart, is_named
from demandeur.grammar import (
    auxiliaries,
    bounds,
    child,
    children,
    is_passive,
    prepositional,
    sentence_of,
    span_of,
    subtree,
    tokens_of,
)
from demandeur.negation import does_none, is_negated
from demandeur.realis import TO_COME
from demandeur.rules import declare
from demandeur.statement import Statement
from demandeur.thing_kinds import is_human

PROMISE = declare(
    "act.promise",
    "in somebody's own words: I will, we will give, help, double, guarantee",
    catches=(
        "“We will match that sum next year,” Ana Reyl said.",
        "“I will raise the pension by 50 crowns,” Ana Reyl said.",
    ),
    spares=(
        "“We will wait,” Ana Reyl said.",
        "“We will not double that sum,” Ana Reyl said.",
        "Norway will double its army.",
    ),
)
IN_EXCHANGE = declare(
    "act.in-exchange",
    "in exchange, in return, somebody would do something: the other half of a bargain",
    catches=("Norway wants Chad to open the dam. In exchange, it would build a school.",),
    spares=("Norway opened the dam. In return, it got nothing.", "In exchange for grain, Norway would lose a dam."),
)
TOLD = declare(
    "act.told-promise",
    "it said it would give, pay, help somebody else: a promise that a report tells",
    catches=(
        "Norway said it would pay Chad for the nets.",
        "The company said it would pay compensation to the families.",
    ),
    spares=(
        "Norway said it would pay its soldiers.",
        "Norway said it would not pay Chad.",
        "Ana Reyl said Norway would have paid Chad.",
        "Ana Reyl said Mali would pay Chad.",
    ),
)
_WILL = {"will", "’ll", "'ll", "shall"}
_GIVING = set(
    "give help aid assist double triple raise increase lift cut lower guarantee ensure provide send lend donate grant "
    "contribute deliver finance fund pay repay refund compensate reimburse train build rebuild repair restore return "
    "release free open reopen protect defend share offer match host welcome receive admit shelter feed supply support "
    "back assign deploy dispatch withdraw suspend postpone delay extend cancel forgive waive drop".split()
)
_HANDING = set(
    "give help aid assist provide send lend donate grant deliver pay repay refund compensate reimburse return support "
    "supply offer feed shelter host protect defend".split()
)
"""What one does for somebody else."""


def find_promises(doc: Doc, cast: Cast, statements: list[Statement], taken: set[int]) -> Iterator[Act]:
    """Yield the promises that speakers make in the first person, but at the tokens already taken."""
    for statement in statements:
        if not statement.speakers:
            continue
        for token in statement.verbs(doc):
            if token.i in taken:
                continue
            if statement.quote_type != "indirect" and _is_promised(token):
                yield _promise(cast, token)
            elif statement.quote_type != "direct" and (whom := _receiver(cast, statement, token)) is not None:
                yield _told(token, whom)
    for noun in tokens_of(doc, "exchange", "return"):
        verb = noun.head.head
        is_free = noun.head.lower_ == "in" and child(noun, "prep") is None and verb.i not in taken
        if is_free and cast.who(child(verb, "nsubj")) and auxiliaries(verb) & TO_COME and not is_negated(verb):
            yield _in_exchange(cast, noun, verb)


def _in_exchange(cast: Cast, noun: Token, verb: Token) -> Act:
    phrase = subtree(noun.head)
    words = tuple(t for t in predicate(verb) if t not in phrase)
    own = child(verb, "nsubj")
    return Act(
        act="OFFER",
        rule=IN_EXCHANGE,
        trigger=span_of(noun),
        token=verb,
        issuer=own,
        addressee=counterpart(cast, verb, own, Complement(IN_EXCHANGE, None, words, verb)),
        guessed=True,
        content=bounds(words),
        strength=2,
        realis="future",
    )


def _is_promised(verb: Token) -> bool:
    own = child(verb, "nsubj")
    if own is None or own.lower_ not in ("i", "we") or not auxiliaries(verb) & _WILL or is_negated(verb):
        return False
    if does_none(verb):
        return False
    thing = child(verb, "dobj", "ccomp", "dative", "xcomp")
    is_free = verb.dep_ not in ("advcl", "relcl", "acl", "pcomp") and not is_passive(verb)
    return is_free and verb.lemma_ in _GIVING and thing is not None


def _receiver(cast: Cast, statement: Statement, verb: Token) -> Token | None:
    """Return who else is to get something by "said it would pay Chad", or ``None``."""
    own = child(verb, "nsubj") if verb.pos_ == "VERB" and verb.lemma_ in _HANDING else None
    if own is None or is_negated(verb) or not auxiliaries(verb) & TO_COME or "have" in auxiliaries(verb):
        return None
    side = cast.with_states(statement.speakers)
    if not set(cast.who(own)) & side or verb.dep_ in ("advcl", "relcl", "acl"):
        return None
    given = [
        *children(verb, "dobj", "dative"),
        *(prepositional(one, p) for one in (verb, *children(verb, "dobj")) for p in ("to", "for")),
    ]
    given = [child(one, "pobj") if one is not None and one.pos_ == "ADP" else one for one in given]
    given = [one for one in given if one is not None]
    return next((one for one in given if set(cast.who(one)) - side or (not cast.who(one) and is_human(one))), None)


def _told(verb: Token, whom: Token) -> Act:
    words = predicate(verb)
    return Act(
        act="OFFER",
        rule=TOLD,
        trigger=span_of(verb),
        token=verb,
        issuer=child(verb, "nsubj"),
        addressee=whom,
        content=bounds(words),
        strength=3,
        realis="future",
    )


def _asked_first(cast: Cast, verb: Token) -> Token | None:
    """Return X in "If X comes to the talks, she said, “I will pay for the hall”"."""
    for token in sentence_of(verb):
        if token.dep_ == "nsubj" and cast.who(token) and token.lower_ not in ("i", "we"):
            mark = child(token.head, "mark")
            if mark is not None and mark.lower_ == "if":
                return token
    return None


def _promise(cast: Cast, verb: Token) -> Act:
    words = tuple(predicate(verb))
    addressee = counterpart(cast, verb, None, Complement(PROMISE, None, words, verb))
    if not is_named(cast, addressee):
        addressee = beneficiary(words) or addressee
    addressee = addressee or _asked_first(cast, verb)
    to_you = next((c for c in verb.children if c.dep_ in ("dobj", "dative") and c.lower_ == "you"), None)
    return Act(
        act="OFFER",
        rule=PROMISE,
        trigger=span_of(verb),
        token=verb,
        addressee=addressee,
        addressee_text="you" if to_you is not None else None,
        guessed=True,
        spoken=True,
        content=bounds(words),
        strength=3,
        realis="future",
    )
