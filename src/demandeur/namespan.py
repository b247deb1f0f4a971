"""NameSpan: a stretch of a document that is a name, as the stops that find and read names hand it on."""

from dataclasses import dataclass

from demandeur import lexicon


@dataclass(frozen=True, slots=True)
class NameSpan:
    """Tokens first to last (inclusive) that are a name.

    ``entries`` are the lexicon's readings, if it has any; ``rule`` is the rule that told the kind, when it was a rule.
    """

    first: int
    last: int
    kind: str
    entries: tuple[lexicon.Name, ...] = ()
    rule: str | None = None
