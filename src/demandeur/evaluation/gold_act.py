"""Gold act: one act of an article as a careful reader has it, whatever form of ledger it was read from."""

from dataclasses import dataclass

from demandeur.article import Article, InputError
from demandeur.evaluation.gold import Row, Span
from demandeur.files import shown

ANSWERS = ("unanswered", "accepted", "conditional", "rejected")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldAct:
    """One act; spans count code points of the article's text.

    Attributes:
        act: REQUEST, OFFER, ACCEPT, REJECT …
        issuers: names by which the article knows those who act; any of them will do.
        addressees: the same for those it is directed at; none where the text leaves it open.
        may_be_open: whether it is right as well to leave the addressee open.
        optional: whether a careful colleague might leave the act out; then it neither helps nor hurts.
        evidence: the stretch that shows the act.
        contents: what is asked, offered, refused …, and after it other cuts of it that do as well.
        answer: one of ``ANSWERS``, for a request whose answer was judged.
    """

    act: str
    issuers: tuple[str, ...]
    addressees: tuple[str, ...]
    may_be_open: bool
    optional: bool
    evidence: Span
    contents: tuple[Span, ...]
    answer: str | None


@dataclass(frozen=True, slots=True)
class ActLedger:
    """An article with the acts that a careful reader found in it."""

    article: Article
    acts: tuple[GoldAct, ...]


def flag(row: Row, name: str, where: str) -> bool:
    """Return the truth that a row has under a name; a missing one is false.

    Raises:
        InputError: when it is something else.
    """
    value = row.get(name, False)
    if not isinstance(value, bool):
        raise InputError(f"{where}: {name} is neither true nor false; write one of them or leave it out.")
    return value


def answer_of(value: object, name: str, where: str) -> str | None:
    """Return an answer as one of ``ANSWERS``, ``none`` being unanswered; ``None`` where it was not judged.

    Raises:
        InputError: when it is something else; ``name`` is the field's.
    """
    answer = "unanswered" if value == "none" else value
    if answer is not None and answer not in ANSWERS:
        raise InputError(f"{where}: {name} is {shown(value)}, expected one of: {', '.join(ANSWERS)}.")
    return answer
