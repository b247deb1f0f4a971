"""Alternatives: what is to come if a request isn't met: "Leave, or we will attack", "Otherwise we will strike"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from demandeur.act import Act
from demandeur.cast import Cast
from demandeur.clauses import predicate
from demandeur.grammar import SUBJECTS, bounds, child, children, sentence_of, span_of, subtree, words_of
from demandeur.negation import is_negated
from demandeur.realis import FUTURE
from demandeur.rules import declare
from demandeur.statement import Span, Statement

ALTERNATIVE = declare(
    "act.alternative",
    "in the words of one who asks: or we will, otherwise we will, or there will be",
    catches=(
        "“Leave, or we will attack,” Norway told Chad.",
        "“Pay the arrears by Friday. Otherwise, we will stop the trains,” Ana Reyl told Norway.",
        "“Chad must pay, or there will be war,” Ana Reyl said.",
        "“Pay the fine or we will see you in court,” Ana Reyl told Norway.",
    ),
    spares=(
        "“Leave, and we will help you,” Norway told Chad.",
        "“Otherwise, we will be happy,” Ana Reyl said.",
        "“Chad must pay, or it must leave,” Ana Reyl said.",
    ),
)
_OURS = {"we", "i"}
_OUGHT = {"must", "should", "need", "have"}


def find_alternatives(doc: Doc, cast: Cast, statements: list[Statement], acts: list[Act]) -> Iterator[Act]:
    """Yield the threats that stand beside the requests of the same speaker, unless they are acts already.

    Args:
        doc: the parsed article.
        cast: its actors and mentions.
        statements: who said what.
        acts: the acts found so far, attributed.
    """
    taken = {act.token.i for act in acts if act.act in ("THREATEN", "OFFER", "REQUEST")}
    words = words_of(doc)
    for act in acts:
        if act.act != "REQUEST" or act.negated or act.statement is None or not act.issuers:
            continue
        otherwise = _after_otherwise(doc, act) if "otherwise" in words else ()
        for verb, condition in (*_after_or(act.token), *otherwise):
            if verb.i not in taken and act.statement.holds(verb.idx) and not is_negated(verb):
                taken.add(verb.i)
                yield _threat(act, verb, condition)


def _after_or(verb: Token) -> Iterator[tuple[Token, None]]:
    """Yield the attack of "leave, or we will attack"."""
    for other in children(verb, "conj"):
        is_or = any(c.lower_ == "or" and c.i < other.i for c in (*children(verb, "cc"), *children(other, "cc")))
        if is_or and _is_to_come(other):
            yield other, None


def _after_otherwise(doc: Doc, act: Act) -> Iterator[tuple[Token, Span]]:
    """Yield the verb of the next sentence, or of the same, behind "otherwise"."""
    sentence = sentence_of(act.token)
    behind = sentence_of(doc[sentence.end]) if sentence.end < len(doc) else sentence
    for word in doc[act.token.i : behind.end]:
        is_first = word.i in (behind.start, behind.start + 1) or doc[word.i - 1].text in (",", ";", "—", "–")
        if word.lower_ == "otherwise" and is_first and word.head.pos_ in ("VERB", "AUX") and _is_to_come(word.head):
            yield word.head, span_of(word)


def _is_to_come(verb: Token) -> bool:
    """True where the speakers, or nobody, will do it: "we will", "we strike", "there will be"."""
    own = child(verb, *SUBJECTS, "expl")
    helpers = {c.lower_ for c in children(verb, "aux")}
    if own is None or helpers & _OUGHT:
        return False
    will = bool(helpers & FUTURE)
    return will if own.dep_ == "expl" else own.lower_ in _OURS and (will or not helpers)


def _threat(request: Act, verb: Token, condition: Span | None) -> Act:
    thing = child(verb, "attr") if child(verb, "expl") is not None else None
    words = subtree(thing) if thing is not None else [t for t in predicate(verb) if t.lower_ != "otherwise"]
    return Act(
        act="THREATEN",
        rule=ALTERNATIVE,
        trigger=span_of(verb),
        token=verb,
        issuers=request.issuers,
        addressees=request.addressees,
        spoken=True,
        content=bounds(words),
        strength=4,
        realis="future",
        condition=condition,
    )
