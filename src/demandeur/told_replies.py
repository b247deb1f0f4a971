"""Told replies: what the article says that the one asked did about it: "Chad would hear nothing of it", "Chad left".

``lexicon/reply_turns.csv`` has the turns of phrase that answer whatever stood right before. Besides, who does what he
was asked to do has answered, and so has who does not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from spacy.tokens import Doc, Token

from demandeur.act import Act
from demandeur.cast import Cast
from demandeur.grammar import (
    SUBJECTS,
    all_tokens,
    auxiliaries,
    bounds,
    child,
    children,
    prepositional,
    sentence_numbers,
    sentence_of,
    sentence_text,
    span_of,
    subtree,
    text_of,
    tokens_of,
)
from demandeur.lexicon.reply_turns import answer_of, turns_with
from demandeur.likeness import alike
from demandeur.negation import is_negated
from demandeur.participants import surface_subject
from demandeur.realis import realis
from demandeur.replies import UNHEARD, is_not_to
from demandeur.rules import declare
from demandeur.statement import Span, Statement

TURN = declare(
    "act.told-reply",
    "a turn of phrase by which the article tells what the one asked said to it: would hear nothing of it, did so",
    catches=(
        "Norway urged Chad to leave. Chad would hear nothing of it.",
        "Norway urged Chad to leave, and Chad did.",
        "Norway asked Chad and Mali to open their borders. Chad accepted; Mali did not.",
        "Norway offered Chad a loan. Chad stood firm.",
        "The union filed a motion to unseal the records. The judge denied it.",
    ),
    spares=(
        "Chad would hear nothing of it.",
        "Norway urged Chad to leave. Mali stood firm.",
        "Norway urged Chad to leave. Chad did not vote.",
        "Norway urged Chad to leave. Chad would have done so, had it been able.",
    ),
)
DONE = declare(
    "act.done-as-asked",
    "the one asked does what was asked, in the sentences right behind, or does not",
    catches=(
        "Norway urged Chad to leave. Chad left the next day.",
        "Norway urged Chad to free the ship. Chad has begun to free it.",
        "Norway urged Chad to leave. Chad did not leave.",
    ),
    spares=(
        "Norway urged Chad to leave. Chad had left the league in May.",
        "Norway urged Chad to leave. Chad has not left yet.",
        "Norway urged Chad to free the ship. Chad freed two fishermen last year.",
        "Norway urged Chad to leave. If Chad leaves, Mali will stay.",
    ),
)
NOUN = declare(
    "act.told-answer",
    "the answer of the one asked, told by the noun: the answer was no, Chad's response: yes",
    catches=(
        "Norway urged Chad to leave. The answer from Chad was a flat no.",
        "Norway urged Chad to leave. Chad's response: no.",
        "Norway urged Chad to leave. The answer was yes.",
    ),
    spares=("The answer was no.", "Norway urged Chad to leave. The answer was no surprise."),
)
_NOUNS = ("answer", "response", "reply", "verdict")
_NAY = re.compile(
    r"(?:was|is|came|:)[ :“\"‘]*(?:an? )?(?:\w+ ){0,2}?(no|yes|refusal|rejection)(?=[.,;:!—–”’\"]|$)", re.I
)
_VAIN = re.compile(r"\b(?:to no avail|in vain|without success)\b")
_BARE = re.compile(r"(?:did|would|will|wo)\b(?! so)")
_REACH = 6
"""Sentences behind a request in which a turn of phrase still means it."""
_NEAR = 2
"""Those in which doing the same thing is an answer."""
_SAME = {"ACCEPT": ("ACCEPT", "CONCEDE", "OFFER"), "REJECT": ("REJECT",)}
"""Kinds of acts that a turn of phrase may be already."""
_RULING = {"deny", "grant", "dismiss", "refuse"}
_PLACES = ("ROOT", "conj", "ccomp", "parataxis", "advcl")
_BESIDE = {"while", "whereas", "although", "though"}
_BEFORE = ("aux", "auxpass", "neg", "advmod")
_BEGINNING = {"begin", "start", "agree", "proceed", "move"}
_EARLIER = {"last", "ago", "earlier", "previously", "already", "once", "before", "yet", "still"}
_LIGHT = set("be do have make get go take say tell give let help work stop keep continue".split())
_OBJECTS = {"it", "them", "this", "that", "so"}


@dataclass(frozen=True, slots=True)
class _Asked:
    act: Act
    sentence: int
    deed: Token | None


def find_told_replies(doc: Doc, cast: Cast, statements: list[Statement], acts: list[Act]) -> Iterator[Act]:
    """Yield the answers that the article tells, but for the verbs that are acts already.

    Args:
        doc: the parsed article.
        cast: its actors and mentions.
        statements: who said what; in quotations nothing is told.
        acts: the acts found so far, attributed.
    """
    numbers = sentence_numbers(doc)
    asked = [
        _Asked(act, numbers[act.token.i], _deed_of(doc, act))
        for act in acts
        if act.act in ("REQUEST", "OFFER") and not act.negated and act.issuers and not act.guessed
    ]
    asked = [one for one in asked if one.act.addressees or _is_filed(one.act)]
    if not asked:
        return
    for one in asked:
        if one.act.addressees:
            yield from _in_vain(one.act)
    for noun in tokens_of(doc, *_NOUNS):
        yield from _by_noun(cast, noun, [one for one in asked if 0 <= numbers[noun.i] - one.sentence <= _NEAR])
    taken = {act.token.i: act for act in acts}
    quoted = [span for s in statements if s.quote_type == "direct" for span in s.spans]
    deeds = {one.deed.lemma_ for one in asked if one.deed is not None}
    near = {one.sentence + step for one in asked for step in range(_REACH + 1)}
    for verb in _verbs_of(doc, numbers, near, deeds):
        if not _tells(verb):
            continue
        if any(start <= verb.idx < end for start, end in quoted):
            continue
        own = surface_subject(verb)
        who = cast.who(own) if own is not None else ()
        if not who or own.i > verb.i:
            continue
        here, before = numbers[verb.i], taken.get(verb.i)
        earlier = [one for one in asked if one.sentence <= here and _is_to(cast, one.act, who, verb)]
        act = _turned(verb, who, earlier, here)
        if act is None and before is None:
            act = _done(verb, who, earlier, here)
        if act is not None and before is not None and before.act in _SAME[act.act]:
            _link(before, act)
        elif act is not None:
            yield act


def _verbs_of(doc: Doc, numbers: list[int], near: set[int], deeds: set[str]) -> Iterator[Token]:
    """Yield the verbs near a request that do what was asked, and those at which a turn of phrase begins."""
    for token in all_tokens(doc):
        if numbers[token.i] not in near or token.pos_ not in ("VERB", "AUX"):
            continue
        lemma = token.lemma_
        is_turn = turns_with(lemma) and answer_of(lemma, _from_the_verb(token))[0] is not None
        if is_turn or lemma in deeds or lemma in _BEGINNING:
            yield token


def _in_vain(request: Act) -> Iterator[Act]:
    """Yield the refusal of "urged Chad to leave, but to no avail"."""
    match = _VAIN.search(sentence_text(request.token))
    if request.act != "REQUEST" or match is None:
        return
    start = sentence_of(request.token).start_char + match.start()
    token = request.token.doc.char_span(start, start + len(match.group()), alignment_mode="expand")[0]
    yield _answer("REJECT", UNHEARD, token, request.addressees, request, (start, start + len(match.group())))


def _by_noun(cast: Cast, noun: Token, asked: list[_Asked]) -> Iterator[Act]:
    """Yield the answer that its noun tells: "the answer from Chad was no"."""
    said = text_of(noun.doc)[noun.idx : sentence_of(noun).end_char].rstrip()
    match = _NAY.search(said)
    whose = child(noun, "poss") or prepositional(noun, "from", "of", "by")
    who = cast.who(whose) if whose is not None else ()
    earlier = [one for one in asked if one.act.token.i < noun.i and (not who or _is_to(cast, one.act, who, noun))]
    if match is None or not earlier or (whose is not None and not who):
        return
    kind = "ACCEPT" if match[1].lower() == "yes" else "REJECT"
    act = earlier[-1].act
    yield _answer(kind, NOUN, noun, who or act.addressees, act, (noun.idx, noun.idx + match.end()))


def _deed_of(doc: Doc, act: Act) -> Token | None:
    """Return the verb of what is asked: the leave of "urged Chad to leave"."""
    if act.act != "REQUEST" or act.content is None:
        return None
    words = doc.char_span(*act.content, alignment_mode="expand")
    if words is None or not len(words):
        return None
    verb = words.root
    return verb if verb.pos_ == "VERB" and verb.lemma_ not in _LIGHT and not is_negated(verb) else None


def _tells(verb: Token) -> bool:
    """True for the verb of a clause that tells something, not for one that supposes or asks."""
    if verb.dep_ not in _PLACES:
        return False
    mark = child(verb, "mark")
    if verb.dep_ == "advcl" and (mark is None or mark.lower_ not in _BESIDE):
        return False
    return mark is None or mark.lower_ in ("that", *_BESIDE)


def _is_filed(act: Act) -> bool:
    """True for a motion, a request: whoever denies it right behind is who it was made to."""
    return act.act == "REQUEST" and act.token.pos_ == "NOUN"


def _is_to(cast: Cast, act: Act, who: tuple[str, ...], verb: Token) -> bool:
    before = act.trigger[1] <= verb.idx and not (act.content and act.content[0] <= verb.idx < act.content[1])
    if not act.addressees:
        thing = child(verb, "dobj")
        is_ruling = verb.lemma_ in _RULING and thing is not None and thing.lower_ in ("it", "them")
        return before and is_ruling and not set(who) & cast.with_states(act.issuers)
    return before and not set(who) & set(act.issuers) and cast.on_one_side(who, act.addressees, against=act.issuers)


def _turned(verb: Token, who: tuple[str, ...], earlier: list[_Asked], here: int) -> Act | None:
    """Return the answer of a turn of phrase to what was asked or offered last."""
    near = [one for one in earlier if here - one.sentence <= _REACH]
    kind, end = answer_of(verb.lemma_, _from_the_verb(verb)) if near else (None, 0)
    if kind is None or _is_asked_whether(verb) or {"would", "have"} <= auxiliaries(verb):
        return None  # "would have done so by now"
    first = _first_word(verb).idx
    if is_not_to(near[-1].act) and _BARE.match(text_of(verb.doc)[first : first + end]):
        kind = "REJECT" if kind == "ACCEPT" else "ACCEPT"  # "urged Chad not to leave. Chad did not"
    return _answer(kind, TURN, verb, who, near[-1].act, (first, first + end))


def _link(act: Act, answer: Act) -> None:
    """Let an act that is there already answer what the turn of phrase answers: "promised to do so", "backed down"."""
    if act.replies_to is None:
        act.replies_to = answer.replies_to
        act.act = "ACCEPT" if act.act == "OFFER" else act.act


def _first_word(verb: Token) -> Token:
    """Return the first word of a predicate: the would of "would not budge"."""
    subjects = [c.i for c in children(verb, *SUBJECTS)]
    before = [c for c in children(verb, *_BEFORE) if c.i < verb.i and all(own < c.i for own in subjects)]
    return min([verb, *before], key=attrgetter("i"))


def _from_the_verb(verb: Token) -> str:
    """Return the text from a predicate's first word to the end of its sentence."""
    return text_of(verb.doc)[_first_word(verb).idx : sentence_of(verb).end_char].rstrip()


def _is_asked_whether(verb: Token) -> bool:
    return sentence_text(verb).rstrip(" ”’\"'\n").endswith("?")


def _done(verb: Token, who: tuple[str, ...], earlier: list[_Asked], here: int) -> Act | None:
    """Return the answer of who does what he was asked to do, or begins to, or does not."""
    deed = child(verb, "xcomp") if verb.lemma_ in _BEGINNING else verb
    words = subtree(verb)
    if deed is None or "had" in auxiliaries(verb) or any(t.lower_ in _EARLIER for t in words):
        return None
    if realis(verb) == "hypothetical" or (is_negated(verb) and not auxiliaries(verb) & {"did", "do", "does"}):
        return None
    for one in reversed(earlier):
        same = one.deed is not None and one.deed.lemma_ == deed.lemma_ and one.deed != deed
        if same and here - one.sentence <= _NEAR and _is_the_same(one.deed, deed):
            kind = "REJECT" if is_negated(verb) else "ACCEPT"
            return _answer(kind, DONE, verb, who, one.act, span_of(verb), bounds(words))
    return None


def _is_the_same(asked: Token, deed: Token) -> bool:
    """True where both deeds have no object, or one that shares a word with the other's or points back."""
    wanted, found = child(asked, "dobj"), child(deed, "dobj")
    if wanted is None or found is None:
        return wanted is None and found is None
    if found.lower_ in _OBJECTS:
        return True
    said = " ".join(t.text for t in subtree(found))
    return alike(" ".join(t.text for t in subtree(wanted)), said)


def _answer(
    kind: str, rule: str, verb: Token, who: tuple[str, ...], asked: Act, trigger: Span, content: Span | None = None
) -> Act:
    return Act(
        act=kind,
        rule=rule,
        trigger=trigger,
        token=verb,
        issuer=surface_subject(verb) if verb.pos_ in ("VERB", "AUX") else None,
        issuers=who,
        addressees=asked.issuers,
        content=content,
        strength=3,
        realis="done",
        replies_to=asked if asked.act == "REQUEST" else None,
    )
