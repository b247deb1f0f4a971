"""Acts: by which words an actor tries to move another, or answers such a move.

An act has an issuer, an addressee, a content and a trigger; it may be negated, only planned or imagined, tied to a
condition, and stand in somebody's statement.
"""

from spacy.tokens import Doc, Token

from demandeur import lexicon
from demandeur.act import Act
from demandeur.affirmed import find_affirmed
from demandeur.alongside import AND_ANOTHER
from demandeur.alternatives import find_alternatives
from demandeur.blame import SAID_OF, find_blame
from demandeur.bylines import find_author_requests
from demandeur.cast import Cast
from demandeur.clause_frames import THAT_CLAUSE, TO_INFINITIVE
from demandeur.coding import code_of
from demandeur.commitments import OFFER as CONDITIONAL_OFFER
from demandeur.commitments import find_commitments
from demandeur.completing import complete, settle_conditions
from demandeur.counterparts import is_mutual
from demandeur.deeds import find_deeds
from demandeur.deontic import DEONTIC, find_deontic
from demandeur.descriptions import described
from demandeur.directing import directed
from demandeur.grammar import (
    SUBJECTS,
    antecedent,
    bounds,
    child,
    children,
    is_passive,
    sentence_of,
    sentence_text,
    subtree,
    text_of,
)
from demandeur.grievances import GRIEVANCE, find_grievances, find_told_wrongs
from demandeur.issuers import all_named, named_by_act
from demandeur.issues import Issues, is_generic
from demandeur.noun_frames import OBJECT
from demandeur.operative import find_operative
from demandeur.orders import IMPERATIVE
from demandeur.participants import is_taken
from demandeur.promises import find_promises
from demandeur.refusals import find_refusals
from demandeur.replies import find_replies
from demandeur.speaking_nouns import is_one_person
from demandeur.statement import Span, Statement
from demandeur.thing_kinds import is_human, is_town
from demandeur.told_replies import find_told_replies
from demandeur.triggers import find_triggered
from demandeur.viewpoints import is_laid_to_oneself

_CALLS = {"call", "appeal", "demand", "request", "plea"}
_PRESSED = {"pressure", "ultimatum"}
_WISHING = {"want", "like", "expect", "need", "prefer"}
"""What may be said of things too: "want the tax to stay"."""
_REMAINING = {"stand", "remain", "hold", "apply"}
"""What an offer or a demand does that still counts: it is the speaker's."""
_NEAR_ORDER = 300  # code points
STANDING = ("REQUEST", "OFFER", "THREATEN", "REJECT", "ACCEPT")


def find_acts(doc: Doc, cast: Cast, statements: list[Statement], issues: Issues) -> list[Act]:
    """Return the document's speech acts in reading order.

    Args:
        doc: the parsed article.
        cast: its actors and mentions, pronouns resolved.
        statements: who said what; an act inside a statement without an issuer of its own is the speaker's.
        issues: the issues to name contents by.
    """
    found = _without_nested(_without_doubles(_found_by_words(doc, cast, statements)))
    found.sort(key=_reading_order)
    for act in found:
        _clip(act, statements)
        _attribute(doc, cast, act, statements)
    found = [act for act in found if _is_someones(act) or _is_unsigned_answer(act)]
    found = [act for act in found if not is_laid_to_oneself(cast, act.issuer, act.token, act.issuers)]
    threats = {act.content for act in found if act.act == "THREATEN"}
    found = [act for act in found if act.rule != CONDITIONAL_OFFER or act.content not in threats]
    for find in (find_replies, find_told_replies, find_alternatives):
        replies = list(find(doc, cast, statements, found))
        for act in replies:
            asked = act.addressees
            _attribute(doc, cast, act, statements)
            act.addressees = act.addressees or asked
        found.extend(act for act in replies if act.issuers)
    found.sort(key=_reading_order)
    found = directed(found, cast, text_of(doc))
    for act in found:
        complete(act)
    settle_conditions(found)
    for number, act in enumerate(found, start=1):
        act.act_id = f"A{number}"
        _direct_order(act, found[: number - 1], cast)
        act.issue = _issue(doc, act, found[: number - 1], issues)
        act.code = code_of(act.act, act.issue, act.strength)
        act.evidence = _evidence(doc, cast, act)
    return found


def _found_by_words(doc: Doc, cast: Cast, statements: list[Statement]) -> list[Act]:
    """Return what every kind of construction finds; some leave alone what the ones before them took."""
    found = [*find_operative(doc, cast, statements), *find_triggered(doc, cast)]
    found += [*find_commitments(doc, cast, statements), *find_deontic(doc, cast, statements)]
    found += find_author_requests(doc, cast, statements)
    found += find_affirmed(doc, cast)
    found.extend(find_deeds(doc, cast, {act.token.i for act in found}))
    found.extend(find_refusals(doc, cast, statements, {act.token.i for act in found}))
    found.extend(find_promises(doc, cast, statements, {act.token.i for act in found}))
    found.extend(find_grievances(doc, cast, statements, found))
    found.extend(find_blame(doc, cast, statements, found))
    found.extend(find_told_wrongs(doc, cast, statements, found))
    return found


def _reading_order(act: Act) -> tuple[int, int]:
    return (act.trigger[0], act.content[0] if act.content else 0)


def _without_doubles(acts: list[Act]) -> list[Act]:
    """Keep one act of a kind for one trigger, and one request for one content."""
    kept: list[Act] = []
    for act in acts:
        of_its_kind = [o for o in kept if o.act == act.act]
        is_second = act.rule == AND_ANOTHER
        same = next(
            (
                o
                for o in of_its_kind
                if (o.trigger[0] == act.trigger[0] and not is_second) or (o.content and o.content == act.content)
            ),
            None,
        )
        if same is None:
            kept.append(act)
        elif act.condition is not None and same.condition is None:
            same.condition = act.condition
            same.addressee = same.addressee or act.addressee
    return kept


def _without_nested(acts: list[Act]) -> list[Act]:
    """Drop what is only the content of another act: the "agree" in "urged him to agree"."""
    kept = []
    for act in acts:
        holders = [o for o in acts if _may_hold(o, act) and _holds(o, act) and not _holds(act, o)]
        is_answered = _is_move(act) and any(o.act == "REJECT" or _grants(o, act) for o in holders)
        if not holders or is_answered or act.rule in ("act.deontic", GRIEVANCE, SAID_OF):
            kept.append(act)
    return kept


def _is_move(act: Act) -> bool:
    """True for what can be answered inside the answer: a request, and "X's offer to …"."""
    is_offer = act.act == "OFFER" and act.rule == TO_INFINITIVE and act.token.pos_ == "NOUN"
    return act.act == "REQUEST" or (is_offer and act.issuer is not None)


def _grants(holder: Act, act: Act) -> bool:
    """True for "accepted a request by X to": the one asked speaks of the other's demand by its noun."""
    return holder.act == "ACCEPT" and act.token.pos_ == "NOUN" and act.issuer is not None


def _may_hold(holder: Act, act: Act) -> bool:
    return holder.act in STANDING or holder.act == act.act == "CONSULT"


def _holds(holder: Act, act: Act) -> bool:
    """True when an act's content has another's trigger in it."""
    return holder is not act and holder.content is not None and holder.content[0] <= act.trigger[0] < holder.content[1]


def _clip(act: Act, statements: list[Statement]) -> None:
    """Cut the content at the end of the words that are said: what follows the quotation is the writer's."""
    if act.content is None:
        return
    for statement in statements:
        for start, end in statement.spans:
            if start <= act.trigger[0] < end and act.content[0] >= start:
                said = text_of(act.token.doc)[act.content[0] : min(act.content[1], end)]
                last = act.content[0] + len(said.rstrip(" ,;"))
                act.content = (act.content[0], last) if last > act.content[0] else None
                if act.content is None:
                    return


def _direct_order(act: Act, earlier: list[Act], cast: Cast) -> None:
    """Direct an order that names nobody at the one of whom its speaker has asked something just before."""
    if act.rule != IMPERATIVE or act.addressees:
        return
    own = cast.with_states(act.issuers)
    for other in reversed(earlier[-3:]):
        near = act.trigger[0] - other.trigger[0] < _NEAR_ORDER
        if near and other.act == "REQUEST" and other.addressees and own & cast.with_states(other.issuers):
            act.addressees = other.addressees
            return


def _attribute(doc: Doc, cast: Cast, act: Act, statements: list[Statement]) -> None:
    """Give the act its issuers and addressees, from the words beside it or from the statement it stands in."""
    own = [s for s in statements if s.cue_token is not None and s.cue_token.i == act.token.i]
    holders = [s for s in statements if s.holds(act.token.idx)]
    holder = min([s for s in holders if s.speakers] or holders, key=_length) if holders else None
    if holder is not None and holder.cue_token == act.token.head and is_taken(act.token):
        holder = None  # "calls for talks were rejected by X" are not X's
    if holder is not None and act.issuer is None and _is_spoken_of(act.token):
        holder = None
    act.statement = own[0] if own else holder
    if own and act.act == "REQUEST" and act.content is None:
        act.content = own[0].spans[0]  # "“Come on,” she urged them"
    if act.issuer is not None:
        act.issuers = tuple(all_named(cast, act.issuer)) or named_by_act(cast, act.issuer)
        act.issuer_text = _words(doc, cast, act.issuer)
    if act.issuer is not None and not act.issuers and holder is not None and _is_speaker_or_no_one(act, holder):
        act.issuer = None
    if act.issuer is None and holder is not None and (act.issuers or act.spoken or not is_passive(act.token)):
        act.issuers = act.issuers or holder.speakers
        if holder.speaker_span is not None:
            act.issuer_text = text_of(doc)[slice(*holder.speaker_span)]
    if act.addressee is not None:
        act.addressees = tuple(cast.all_of(act.addressee))
        is_somebody = is_human(act.addressee) or is_town(act.addressee) or act.addressee.lower_ == "others"
        if not act.addressees and (act.token.lemma_ not in _WISHING or is_somebody):
            act.addressees = described(cast, act.addressee, act.rule)
        is_thing = act.rule == THAT_CLAUSE and act.addressee.pos_ == "NOUN" and not is_somebody
        if not act.addressees and act.content is not None and (act.token.lemma_ in _WISHING or is_thing):
            act.content = (min(act.content[0], act.addressee.left_edge.idx), act.content[1])
            act.addressee = None
    elif ((act.addressee_text or "").lower() == "you" or act.rule == IMPERATIVE) and holder is not None:
        act.addressees = tuple(a for a in holder.addressees if a not in act.issuers)
    if act.addressee is not None:
        act.addressee_text = _words(doc, cast, act.addressee)
    others = tuple(a for a in act.addressees if a not in act.issuers)
    act.addressees = others if others or act.guessed else act.addressees
    if is_mutual(cast, act):
        act.addressees, act.addressee_text, act.guessed = act.issuers, act.issuer_text, True
    if holder is not None and holder.speakers and holder.speakers[0] not in act.issuers:
        act.reported_by = holder.speakers[0]


def _is_spoken_of(noun: Token) -> bool:
    """True for the rejection of "said that the rejection of it was a mistake": whose it is, nobody says."""
    is_told = noun.dep_ in SUBJECTS and any(c.lower_ in ("the", "that", "this", "any") for c in children(noun, "det"))
    return noun.pos_ == "NOUN" and is_told and child(noun, "poss") is None and noun.head.lemma_ not in _REMAINING


def _is_speaker_or_no_one(act: Act, holder: Statement) -> bool:
    """True where a thing asks in somebody's own words: "today's topic calls for"; and for "it" in "said it would"."""
    own = act.issuer
    if own.lower_ in ("it", "he", "she", "they") and act.act in STANDING[1:]:
        return holder.quote_type != "direct"  # "“She offered to wait,” he said": not he
    people = own.pos_ != "NOUN" or own.lower_ in lexicon.group_nouns() or own.lower_ in lexicon.offices()
    return act.act == "REQUEST" and holder.quote_type == "direct" and not people and not is_one_person(own)


def _length(statement: Statement) -> int:
    return statement.spans[-1][1] - statement.spans[0][0]


def _words(doc: Doc, cast: Cast, token: Token) -> str:
    token = antecedent(token)
    mentions = cast.group(token)
    if mentions:
        return text_of(doc)[doc[mentions[0].left].idx : mentions[-1].end]
    start, end = bounds(t for t in subtree(token) if t.dep_ != "relcl")
    return text_of(doc)[start:end]


def _is_someones(act: Act) -> bool:
    """Leave out an act without any issuer (but "they were told to …"), and one whose addressee is its own issuer."""
    if _is_about_anybody(act) or (act.rule == OBJECT and act.content is None):
        return False  # "has urged him for years": to do what, nobody says
    if not act.issuers:
        if act.act != "REQUEST" or act.issuer is not None or not act.content:
            return False
        called_for = act.token.tag_ == "NNS" and act.token.lemma_ in _CALLS
        called_for = called_for or (bool(act.addressees) and act.token.pos_ == "NOUN" and act.token.lemma_ in _PRESSED)
        return called_for or (bool(act.addressees) and is_passive(act.token))
    return act.guessed or act.act == "CONSULT" or not act.addressees or set(act.addressees) != set(act.issuers)


def _is_about_anybody(act: Act) -> bool:
    """True for "you have to work hard", "people need friends": how things are, not what somebody is to do."""
    whom = (act.addressee_text or "").lower()
    is_anybody = whom == "people" or (whom == "you" and not act.addressees)
    if act.rule != DEONTIC or not is_anybody:
        return False
    return text_of(act.token.doc)[slice(*act.trigger)].lower() in ("have", "need", "'ve", "’ve")


def _is_unsigned_answer(act: Act) -> bool:
    """True for "the offer was refused": by whom, the offer may tell."""
    unsigned = act.issuer is None and not act.issuers
    return unsigned and act.act in ("REJECT", "ACCEPT") and act.content is not None and is_passive(act.token)


def _issue(doc: Doc, act: Act, earlier: list[Act], issues: Issues) -> str | None:
    """Return what the act is about: its content, else for "the proposal" or "any deal" what was spoken of before."""
    content = text_of(doc)[slice(*act.content)] if act.content else ""
    found = issues.find(content)
    if found is not None:
        return found
    if (is_generic(content) or not content) and act.act not in ("ACCUSE", "SUPPORT", "CONSULT"):
        sentence = issues.find(sentence_text(act.token))
        if sentence is not None:
            return sentence
        for other in reversed(earlier):
            if other.issue is not None:
                return other.issue
    return act.replies_to.issue if act.replies_to is not None else None


def _evidence(doc: Doc, cast: Cast, act: Act) -> Span:
    """Return the shortest stretch of the sentence that holds the trigger, the content and the actors' words."""
    sentence = sentence_of(act.token)
    first, last = sentence.start_char, sentence.end_char
    starts, ends = [act.trigger[0]], [act.trigger[1]]
    for span in (act.content, act.condition, act.deadline):
        if span is not None and first <= span[0] and span[1] <= last:
            starts.append(span[0])
            ends.append(span[1])
    if act.affirmed is not None:
        return (min(starts), act.affirmed[1])
    for token in (act.issuer, act.addressee):
        if token is None:
            continue
        for mention in cast.group(antecedent(token)):
            if first <= mention.start and mention.end <= last:
                starts.append(doc[mention.left].idx)
                ends.append(mention.end)
    return (min(starts), max(ends))
