"""Complement: what stands behind a trigger, as the frames find it and hand it on."""

from dataclasses import dataclass

from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Complement:
    """The frame's rule, the addressee's token, the content's tokens, and the verb of the clause where there is one."""

    rule: str
    addressee: Token | None
    content: tuple[Token, ...]
    clause: Token | None = None
