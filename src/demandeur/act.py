"""Act: one speech act, as the stops that find and judge acts hand it on."""

from dataclasses import dataclass

from spacy.tokens import Token

from demandeur.coding import Code
from demandeur.statement import Span, Statement


@dataclass(slots=True, kw_only=True)
class Act:
    """One speech act; spans count code points of the article's text.

    ``guessed`` is true where the addressee is only whom the content concerns; what the act answers may tell better.
    ``spoken`` is true of an act that a speaker makes by the words themselves ("we must"): the speaker is the issuer.
    ``occasion`` is the request or offer that told to whom an act without addressee is directed.
    ``affirmed`` is the "Yes" or "No" by which the next speaker makes a question's act his own.
    ``confidence`` comes last, from the lexicon's counts.
    """

    act: str
    rule: str
    trigger: Span
    token: Token
    strength: int
    confidence: float = 0.0
    issuer: Token | None = None
    addressee: Token | None = None
    content: Span | None = None
    negated: bool = False
    realis: str = "done"
    issuers: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    issuer_text: str | None = None
    addressee_text: str | None = None
    statement: Statement | None = None
    reported_by: str | None = None
    condition: Span | None = None
    deadline: Span | None = None
    issue: str | None = None
    code: Code | None = None
    evidence: Span = (0, 0)
    act_id: str = ""
    replies_to: "Act | None" = None
    occasion: "Act | None" = None
    spoken: bool = False
    guessed: bool = False
    affirmed: Span | None = None
