"""Act positions: which side of an issue an act shows its issuers on, and the one whom it blames, praises or stops.

Who asks for, offers or accepts something wants it; but "called on them to end the strike" wants the opposite of a
strike. So the words of the content between the issue's mention and the act's trigger decide.
"""

import re
from collections.abc import Iterator

from demandeur.act import Act
from demandeur.act_contents import is_aside, is_what_is_refused, place_of, side_within
from demandeur.blame import SAID_OF
from demandeur.cast import Cast
from demandeur.condition_marks import LIFTING, condition_mark, is_tied
from demandeur.conditions import is_bound, is_unconditional
from demandeur.grammar import child, sentence_of, sentence_text, text_of
from demandeur.issue_mentions import POINTING, SURENESS, IssueMention
from demandeur.issue_words import ends, is_harm
from demandeur.issues import points_back
from demandeur.negation import is_negated
from demandeur.position import Position
from demandeur.punishing import is_leaving
from demandeur.rules import declare
from demandeur.side_words import is_asked, is_beyond, leaning_of
from demandeur.stance_weights import rule_weight, weights
from demandeur.statement import Span
from demandeur.undone import APOLOGIES, is_foretold, is_regretted
from demandeur.unsided import HEARING, SAYING, is_disclaimed, is_neither, is_not_said
from demandeur.viewpoints import agreeing, is_anothers_word, source

ACT = declare(
    "position.act",
    "whose act's content speaks of an issue, for it or for its end",
    catches=("Norway demanded a ceasefire.", "Norway rejected the sanctions."),
    spares=("Norway demanded an apology.", "Norway and Chad discussed the sanctions."),
)
BLAMED = declare(
    "position.blamed",
    "who is accused of doing something to an issue, praised for it, or told to stop it",
    catches=("Norway praised Chad for the ceasefire.", "Norway urged Chad to lift the sanctions."),
    spares=("Norway urged Chad to accept the ceasefire.", "Norway accused Chad of theft."),
)

TERMS = declare(
    "position.terms",
    "who offers, accepts or threatens something if, or unless, something is done: for it, or against it",
    catches=(
        "Norway will lift the ban if Chad agrees to a ceasefire.",
        "Norway threatened to leave unless Chad lifts the sanctions.",
    ),
    spares=("Norway will lift the ban if it rains.", "Norway will come after the ceasefire."),
)

_TYING = {"OFFER": 1, "ACCEPT": 1, "THREATEN": -1, "REJECT": -1}
"""Act → whether who ties it to something by "if" wants that (1) or not (−1)."""
_LIFTING = (*LIFTING, "before")
_IF = ("if ", "only if", "provided", "as long as", "so long as", "on condition", "once ", "in return", "in exchange")
_NEGATIVE = {"act.lack", "act.cannot"}
"""Rules whose "no sign of", "cannot" stands in the trigger, not in the content."""
_OTHERS_DOING = set(
    "block veto reject oppose overturn strike ban prohibit outlaw condemn denounce dismiss defeat resist prevent "
    "override annul overrule invalidate quash thwart stem counter combat tackle punish".split()
)
"""What one does to others' deeds: who is asked for it need not be behind them."""
_TAKING_BACK = set("revoke withdraw rescind retract pull drop abandon reverse renounce".split())
_PROCEEDINGS = {"charge", "investigation", "inquiry", "probe", "lawsuit", "suit", "complaint", "indictment"}
_EXPLAINING = {"explain", "clarify", "describe", "justify"}
"""What one asks others to do with a thing without a side on it."""
_NEITHER = re.compile(
    r"take (?:a |any )?(?:side|position|stand|stance)|be drawn|choose sides|weigh in|get involved"
    r"|rule (?:it |them )?out"
)
_REGARD = re.compile(r"\b(?:in (?:this|that) (?:regard|respect)|to (?:this|that) end|such efforts)\b", re.IGNORECASE)
_REACH = 400  # code points
_POINTED = 0.7
"""Sureness that "the proposal" means the issue spoken of before."""


def find_act_positions(cast: Cast, acts: list[Act], mentions: list[IssueMention]) -> Iterator[Position]:
    """Yield the positions that acts show."""
    for act in acts:
        is_unasked = act.act in ("REQUEST", "REJECT") and act.negated  # "asks for nothing", "did not rule it out"
        if is_unasked or is_asked(act.token) or is_foretold(act.token) or _says_nothing(act):
            continue
        if is_regretted(act.token) or act.rule == SAID_OF:
            continue  # no word makes it: whether it is on the issue or on what the issue suffers, nobody can tell
        if act.statement is not None and is_anothers_word(cast, act.token, act.issuers, act.statement):
            continue
        for issue, side, sureness in _about(act, mentions):
            side = -side if act.rule in _NEGATIVE or _yields(act) or _is_taken_back(act) else side
            side = -side if is_disclaimed(act.token) or _is_sorry(act) or _is_kept_from(act) else side
            score = side * abs(weight_of(act)) if _is_named(act, mentions, issue) else side * weight_of(act)
            score *= sureness
            for actor_id in _issuers(cast, act) if score else ():
                yield _position(act, actor_id, issue, score, ACT)
            is_stopped = act.act == "REQUEST" and (side < 0 or _ends_harm(act)) and not _is_about_anothers(act)
            if act.negated or not (act.act in ("ACCUSE", "SUPPORT") or is_stopped):
                continue
            for actor_id in act.addressees:
                score = (-side if is_stopped else side) * rule_weight(BLAMED) * sureness
                yield _position(act, actor_id, issue, score, BLAMED)
        yield from _terms(cast, act, mentions)


def _terms(cast: Cast, act: Act, mentions: list[IssueMention]) -> Iterator[Position]:
    """Yield the side on what an act is tied to: who offers something if it is done wants it done."""
    if act.condition is None or act.act not in _TYING or _is_unless(act) is None:
        return
    wants = _TYING[act.act] * (-1 if _is_unless(act) else 1) * (-1 if act.negated else 1)
    words = _words(act, act.condition).lower()
    if act.act in ("OFFER", "ACCEPT") and words.startswith(("until", "till")):
        return  # "promised to help until it was over"
    behind = (act.condition[0] + len("without"), act.condition[1]) if words.startswith("without") else act.condition
    for mention in mentions:
        if act.condition[0] <= mention.start < act.condition[1]:
            side = wants * side_within(mention, behind, act)
            for actor_id in _issuers(cast, act):
                yield _position(act, actor_id, mention.issue, side * rule_weight(TERMS) * SURENESS[mention.how], TERMS)


def _is_unless(act: Act) -> bool | None:
    """Return whether a condition is one of "unless", "until", "without"; ``None`` for what sets no terms."""
    words = _words(act, act.condition).lower()
    if words.startswith(_LIFTING):
        return True
    return False if words.startswith(_IF) else None


def _ends_harm(act: Act) -> bool:
    """True for what ends something that is bad in itself, and that the one who is asked for it does: their violence."""
    if act.content is None:
        return False
    words = _words(act, act.content)
    return ends(words) and is_harm(words)


def _is_about_anothers(act: Act) -> bool:
    """True where somebody is asked to stop what others do: "asked a judge to block the rules"."""
    if act.content is None:
        return False
    words = act.token.doc.char_span(*act.content, alignment_mode="expand")
    if any(t.dep_ == "ccomp" and t.head in words for t in words):
        return True  # "must hear from us that it can't go on"
    return any(t.lemma_.lower() in _OTHERS_DOING for t in words if t.pos_ == "VERB")


def _yields(act: Act) -> bool:
    """True for "will not sign unless …": would, if."""
    if act.act != "REJECT":
        return False
    bound = _words(act, act.condition).lower() if act.condition is not None else ""
    return bound.startswith(_LIFTING) or condition_mark(act.token) in LIFTING


def _is_taken_back(act: Act) -> bool:
    """True for the endorsement of "revoked its endorsement"."""
    verb = act.token.head
    is_object = act.token.pos_ == "NOUN" and act.token.dep_ == "dobj"
    return is_object and verb.lemma_ in _TAKING_BACK and not is_negated(verb)


def _is_sorry(act: Act) -> bool:
    """True for "apologised for it"."""
    return act.act == "CONCEDE" and act.rule == "act.for-phrase" and act.token.lemma_ in APOLOGIES


def _is_kept_from(act: Act) -> bool:
    """True for "barred them from opening it"."""
    return act.act == "REQUEST" and act.content is not None and _words(act, act.content).startswith("from ")


def _says_nothing(act: Act) -> bool:
    """True for "refused to say", "would not comment"."""
    first = _words(act, act.content).split(maxsplit=1)[:1] if act.content is not None else []
    if act.act == "ACCEPT" and first and first[0].lower() in HEARING:
        return True  # "agreed to hear the case"
    if act.act == "REQUEST" and first and first[0].lower() in _EXPLAINING:
        return True  # "asked them to explain it"
    if act.token.dep_ == "csubj" or is_beyond(act.token) or is_not_said(act.token) or is_neither(act.token):
        return True
    if is_leaving(act.token) or (act.token.lemma_ == "reverse" and first == ["course"]):
        return True  # what one leaves one need not be against
    if act.act != "REJECT" or not first:
        return False
    return first[0].lower() in SAYING or _NEITHER.match(_words(act, act.content).lower()) is not None


def _is_named(act: Act, mentions: list[IssueMention], issue: str) -> bool:
    """True where the issue's own words hold the act's trigger: "refuse to define" for an issue with those keywords.

    Not where only the trigger says it: "would not resign" is against an issue "resign".
    """
    if act.act == "ACCUSE":
        named = act.token.pos_ == "NOUN" and act.token.lemma_ in _PROCEEDINGS
        return named and any(m.start <= act.trigger[0] < m.end for m in mentions if m.issue == issue)
    if act.act == "REJECT" and is_what_is_refused(act):
        return False
    held = [m for m in mentions if m.issue == issue and m.start <= act.trigger[0] < m.end]
    return any(act.act != "REJECT" or ends(_words(act, act.trigger)) for m in held)


def weight_of(act: Act) -> float:
    """Return what an act says of its content: its kind's weight, less for the weak, the imagined, the conditional."""
    share = 0.6 + 0.1 * min(act.strength, 4)
    score = weights()[act.act].content * share * (0.5 if act.realis == "hypothetical" else 1.0)
    if _is_bound(act):
        score *= 0.5
    return -score if act.negated else score


def _position(act: Act, actor_id: str, issue: str, score: float, rule: str) -> Position:
    return Position(
        actor_id,
        issue,
        round(score, 3),
        conditional=rule == ACT and score > 0 and _sets_terms(act),
        rule=rule,
        cue=act.trigger,
        evidence=act.evidence,
        act=act,
        statement=act.statement,
    )


def _sets_terms(act: Act) -> bool:
    """True for an act that its condition, or its sentence, ties to something."""
    tied = _is_bound(act) or _yields(act) or is_tied(act.token)
    return tied or is_bound(sentence_text(act.token)) or _after_if(act)


def _is_bound(act: Act) -> bool:
    """True for an act under a condition that is one."""
    bound = act.condition is not None and not is_unconditional(_words(act, act.condition))
    return bound or act.rule == "act.conditions"


def _after_if(act: Act) -> bool:
    """True for what is said in a sentence that begins with "if", which a parser may not see as its condition."""
    first = next((t for t in sentence_of(act.token) if t.is_alpha), act.token)
    return first.lower_ == "if" and first.head != act.token and act.act in ("REQUEST", "OFFER", "ACCEPT", "SUPPORT")


def _words(act: Act, span: Span) -> str:
    return text_of(act.token.doc)[slice(*span)]


def _issuers(cast: Cast, act: Act) -> tuple[str, ...]:
    """Return whose act it is: in a speech, of "according to X, they must go" X's, of "as X said, …" also X's."""
    if act.statement is None or act.statement.cue is not None:
        return act.issuers
    sentence = sentence_of(act.token)
    return (*(source(cast, sentence) or act.issuers), *agreeing(cast, sentence))


def _about(act: Act, mentions: list[IssueMention]) -> Iterator[tuple[str, int, float]]:
    """Yield the issues that an act's content speaks of, the side of each that it is on, and how sure that is."""
    best: dict[str, tuple[int, float]] = {}
    for mention in mentions if act.content is not None else ():
        if act.content[0] <= place_of(mention, act) < act.content[1] and not is_aside(mention, act):
            sureness = SURENESS[mention.how]
            if mention.issue not in best or sureness > best[mention.issue][1]:
                side = side_within(mention, act.content, act)
                best[mention.issue] = (-side if _is_brought(mention, act) else side, sureness)
    for issue, (side, sureness) in best.items():
        yield issue, side, sureness
    if not best and act.issue is None and (spoken_of := _in_that_regard(act, mentions)) is not None:
        yield spoken_of.issue, spoken_of.sign, SURENESS[POINTING]
    points = act.content is None or act.rule == "act.conditions" or points_back(_words(act, act.content))
    if not best and act.issue is not None and points:
        yield act.issue, (-1 if act.act == "THREATEN" else 1) * _side_of_verb(act), _POINTED


def _side_of_verb(act: Act) -> int:
    """Return −1 for the reverse of "will not reverse this", which ends what it points to."""
    words = act.token.doc.char_span(*act.content, alignment_mode="expand") if act.content is not None else ()
    verb = next((t for t in words if t.pos_ == "VERB"), None)
    entry = leaning_of(verb) if verb is not None and child(verb, "dobj") is not None else None
    return -1 if entry is not None and entry.side < 0 else 1


def _is_brought(mention: IssueMention, act: Act) -> bool:
    """True for the charges of "brought charges against them": who accuses by them is for them."""
    return act.act == "ACCUSE" and act.rule == "act.deed" and mention.root.head == act.token


def _in_that_regard(act: Act, mentions: list[IssueMention]) -> IssueMention | None:
    """Return what the text spoke of last before "commended them in that regard", "work to that end"."""
    if _REGARD.search(sentence_text(act.token)) is None:
        return None
    start = sentence_of(act.token).start_char
    before = [m for m in mentions if start - _REACH < m.start < start]
    return before[-1] if before else None
