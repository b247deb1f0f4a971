"""Acts: by which words an actor tries to move another, or answers such a move.

An act has an issuer, an addressee, a content and a trigger; it may be negated, only planned or imagined, tied to a
condition, and stand in somebody's statement.
"""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from demandeur.cast import Cast
from demandeur.coding import Code, code_of
from demandeur.conditions import condition_in, deadline_in
from demandeur.grammar import antecedent, bounds
from demandeur.issues import Issues, is_generic
from demandeur.statements import Span, Statement

STANDING = ("REQUEST", "OFFER", "THREATEN", "REJECT", "ACCEPT")


@dataclass(slots=True)
class Act:
    """One speech act; spans count code points of the article's text."""

    act: str
    rule: str
    trigger: Span
    token: Token
    issuer: Token | None
    addressee: Token | None
    content: Span | None
    strength: int
    negated: bool
    realis: str
    confidence: float
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


def find_acts(doc: Doc, cast: Cast, statements: list[Statement], issues: Issues) -> list[Act]:
    """Return the document's speech acts in reading order.

    Args:
        doc: the parsed article.
        cast: its actors and mentions, pronouns resolved.
        statements: who said what; an act inside a statement without an issuer of its own is the speaker's.
        issues: the issues to name contents by.
    """
    from demandeur.deontic import find_deontic
    from demandeur.triggers import find_triggered

    found = [*find_triggered(doc, cast), *find_deontic(doc, cast, statements)]
    found = _without_nested(_without_doubles(found))
    found.sort(key=_reading_order)
    for act in found:
        _attribute(doc, cast, act, statements)
    found = [act for act in found if _is_someones(act)]
    for number, act in enumerate(found, start=1):
        act.act_id = f"A{number}"
        act.condition = condition_in(act.token, act.content)
        act.deadline = deadline_in(act.token, act.content)
        act.issue = _issue(doc, act, found[: number - 1], issues)
        act.code = code_of(act.act, act.issue, act.strength)
        act.evidence = _evidence(doc, cast, act)
    return found


def _reading_order(act: Act) -> tuple[int, int]:
    return (act.trigger[0], act.content[0] if act.content else 0)


def _without_doubles(acts: list[Act]) -> list[Act]:
    """Keep one act of a kind for one trigger, and one request for one content."""
    kept: list[Act] = []
    for act in acts:
        if any(o.act == act.act and (o.trigger == act.trigger or (o.content and o.content == act.content)) for o in kept):
            continue
        kept.append(act)
    return kept


def _without_nested(acts: list[Act]) -> list[Act]:
    """Drop what is only the content of another act: the "agree" in "urged him to agree"."""
    kept = []
    for act in acts:
        holders = [o for o in acts if o is not act and o.act in STANDING and o.content and o.content[0] <= act.trigger[0] < o.content[1]]
        holders = [o for o in holders if not (act.content and act.content[0] <= o.trigger[0] < act.content[1])]
        if holders and act.rule not in ("act.deontic",) and not any(o.act == "REJECT" and act.act == "REQUEST" for o in holders):
            continue
        kept.append(act)
    return kept


def _attribute(doc: Doc, cast: Cast, act: Act, statements: list[Statement]) -> None:
    """Give the act its issuers and addressees, from the words beside it or from the statement it stands in."""
    own = [s for s in statements if s.cue_token is not None and s.cue_token.i == act.token.i]
    holders = [s for s in statements if s.holds(act.token.idx)]
    holder = min(holders, key=_length) if holders else None
    act.statement = own[0] if own else holder
    if act.issuer is not None:
        act.issuers = tuple(cast.all_of(act.issuer))
        act.issuer_text = _words(doc, cast, act.issuer)
    if not act.issuers and act.issuer is None and holder is not None:
        act.issuers = holder.speakers
        if holder.speaker_span is not None:
            act.issuer_text = doc.text[slice(*holder.speaker_span)]
    if act.addressee is not None:
        act.addressees = tuple(cast.all_of(act.addressee))
        act.addressee_text = _words(doc, cast, act.addressee)
    act.addressees = tuple(a for a in act.addressees if a not in act.issuers) or act.addressees
    if holder is not None and holder.speakers and holder.speakers[0] not in act.issuers:
        act.reported_by = holder.speakers[0]


def _length(statement: Statement) -> int:
    return statement.spans[-1][1] - statement.spans[0][0]


def _words(doc: Doc, cast: Cast, token: Token) -> str:
    token = antecedent(token)
    mentions = cast.group(token)
    if mentions:
        return doc.text[doc[mentions[0].left].idx : mentions[-1].end]
    start, end = bounds(t for t in token.subtree if t.dep_ not in ("relcl",))
    return doc.text[start:end]


def _is_someones(act: Act) -> bool:
    """Leave out an act without any issuer, and one whose addressee is its own issuer."""
    if not act.issuers:
        return False
    return not (act.act != "CONSULT" and act.addressees and set(act.addressees) == set(act.issuers))


def _issue(doc: Doc, act: Act, earlier: list[Act], issues: Issues) -> str | None:
    """Return what the act is about: its content, else for "the proposal" or "any deal" what was spoken of before."""
    content = doc.text[slice(*act.content)] if act.content else ""
    found = issues.find(content)
    if found is not None:
        return found
    if is_generic(content) or not content:
        sentence = issues.find(act.token.sent.text)
        if sentence is not None:
            return sentence
        for other in reversed(earlier):
            if other.issue is not None:
                return other.issue
    return issues.find(act.token.sent.text) if act.act != "REQUEST" else None


def _evidence(doc: Doc, cast: Cast, act: Act) -> Span:
    """Return the shortest stretch of the sentence that holds the trigger, the content and the actors' words."""
    sentence = act.token.sent
    first, last = sentence.start_char, sentence.end_char
    starts, ends = [act.trigger[0]], [act.trigger[1]]
    for span in (act.content, act.condition, act.deadline):
        if span is not None and first <= span[0] and span[1] <= last:
            starts.append(span[0])
            ends.append(span[1])
    for token in (act.issuer, act.addressee):
        if token is None:
            continue
        for mention in cast.group(antecedent(token)):
            if first <= mention.start and mention.end <= last:
                starts.append(doc[mention.left].idx)
                ends.append(mention.end)
    return (min(starts), max(ends))
