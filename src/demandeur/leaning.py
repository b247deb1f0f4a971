"""Leaning: what the words around an issue make of it, followed from the issue's words up the sentence.

"Called on the cabinet to lift the ban": "lift" ends the ban, so whoever calls for it is against the ban. Each word that
governs the issue may turn the side ("block", "without", "not") or leave it; each may have somebody who holds that side:
its subject, its owner, at the top the speaker. The idea is that of effects on entities, good and bad for them (Deng,
Choi and Wiebe, ACL 2013), put together by the syntax (Moilanen and Pulman, RANLP 2007).
"""

from collections.abc import Iterator

from spacy.tokens import Token

from demandeur.backing import Hold, Way, beside, of_object, strong_among
from demandeur.grammar import SUBJECTS, auxiliaries, child, children, has_to, is_negated, is_passive, prepositional
from demandeur.holders import backers, holders, is_first_person, is_own_plan
from demandeur.issue_mentions import POINTING_NOUNS, IssueMention
from demandeur.lexicon import speech
from demandeur.lexicon.leanings import DEED, JUDGED, OUGHT, PERSON, SIDE, SPEAKS, STRENGTH, harms
from demandeur.participants import subject
from demandeur.side_words import (
    LACKED,
    LIFTING,
    NAMING,
    condition_mark,
    denied,
    ends_itself,
    is_asked,
    is_excluded,
    is_idle,
    is_phrase,
    judged_as,
    judged_beside,
    judgement,
    lacked,
    leaning_of,
    says_that,
    says_the_same,
)

_CIRCUMSTANCES = set(
    "during after before since under until till amid despite while when by near inside outside among".split()
)
_OUGHT = {"must", "should", "ought"}
_CHOOSING = {"choose", "prefer", "prioritise", "prioritize"}
_PUTTING = {"put", "place", "impose", "bring", "call", "slam", "hit", "apply", "make"}
_NEEDING = {"need", "want", "require", "expect", "sign"}
_BETTER = {"better", "rather", "preferable", "best", "other"}
_DOUBTING = {"question", "doubt", "challenge", "dispute"}
_CAUSING = {"have", "get", "want", "see", "need", "leave", "keep"}
_SIGNS = {"sign", "indication", "hint", "trace", "evidence", "proof"}
"""What a speaker misses with somebody: "no sign of …" tells of that one, not of the speaker."""
_TALK = set(
    "opinion view speech statement lecture briefing comment remark question report presentation information update "
    "seminar interview testimony thought article book paper essay talk negotiation discussion consultation debate "
    "hearing conference round".split()
)
"""What somebody can give on an issue without a side."""
_FELT = set(
    "interest appetite support backing enthusiasm desire opposition resistance objection anger concern worry fear "
    "consensus agreement willingness unease".split()
)
"""What there is among others: not the side of the one who says so."""
_CLAIMS = {"claim", "allegation", "suggestion", "notion", "idea", "rumor", "rumour", "accusation", "assertion"}
_TRUE = {"true", "correct", "accurate", "right"}
_UNTRUE = {"false", "untrue", "baseless", "wrong", "absurd", "ridiculous", "nonsense", "lie", "fiction"}
_EVENTS = {"failure", "success", "victory", "defeat", "loss"}
_ANSWERING = {"react", "respond", "look", "reply"}
_BESIDE, _SUBJECT, _OBJECT = "beside", "subject", "object"
_FARTHEST = 14
"""Steps up a sentence: longer ways are the parser's errors."""


def holds(mention: IssueMention, within: int = _FARTHEST) -> Iterator[Hold]:
    """Yield who takes which side on what the words mention, from the issue's words up the sentence.

    Args:
        mention: the issue's words.
        within: how many steps up a word that takes sides may stand; where none does, the sentence's rest isn't read.
    """
    node, below = mention.root, ""
    way = Way(-mention.sign if _is_disclaimed(node) else mention.sign, SPEAKS, node)
    for steps in range(_FARTHEST):
        if steps > within and (way.how == SPEAKS or way.far > within):
            return
        if _is_neither(node) or _is_fallen_short_of(node):
            return
        if _is_not_asked_for(node, mention) or (node.lemma_ in _SIGNS and denied(node, mention)):
            return
        if _is_only_spoken_of(node, way) or _is_left_open(node, mention):
            return
        mark = condition_mark(node) if node.pos_ in ("VERB", "AUX") else ""
        way.conditional = way.conditional or bool(mark)
        is_denied = denied(node, mention)
        is_refused = not is_denied and way.cue == node and way.far == steps and steps > 0 and _refuses(node)
        if (
            way.is_none or is_refused if mark in LIFTING else is_denied
        ):  # "can't support it unless", "none until": would, if
            way.side = -way.side
        if is_denied and node.lower_ in LACKED and way.how in (SPEAKS, DEED):
            way.by(JUDGED, node, 1, steps)
        way.is_none = is_denied
        is_verb = node.pos_ in ("VERB", "AUX")
        if steps == 0 and is_excluded(node):
            way.by(JUDGED, node, -1, steps)
        way.is_said = way.is_said or node.dep_ == "ccomp"
        if steps == 0 and node.pos_ == "VERB":
            yield from beside(way, way.side, node, steps, is_subject=False)
        if steps == 0 and is_verb and is_own_plan(node):
            way.by(DEED, node, 1, steps)  # "failed to show up": the verb above tells whether
        if is_verb and auxiliaries(node) & _OUGHT and way.how in (SPEAKS, DEED):
            way.by(OUGHT, node, 1, steps)
        missed = -1 if is_verb and _is_missed(node, mention) else 1
        way.conditional = way.conditional or _is_bound_above(node)
        for holder, found, turn in holders(node, mention, way.how, below):
            turn *= missed
            cue, far = (node, steps) if found != way.how else (way.cue, way.far)
            yield Hold(holder, way.side * turn, found, cue, way.conditional, far)
            if found == PERSON:
                return  # "called X a champion of it"
            if not is_first_person(holder):
                way.how = SPEAKS
        if way.cue == node and way.how == SIDE and node.lemma_ in _FELT and child(node.head, "expl") is not None:
            yield from (Hold(one, way.side, SIDE, node, steps=steps) for one, _ in backers(node, node.head))
            return  # "there is no interest in it": not the speaker's
        if _is_price(node):
            verb = node.head.head
            yield Hold(subject(verb), way.side, DEED, verb, steps=steps)
            return
        if is_asked(node):
            if node.head.lemma_ in _DOUBTING and (doer := subject(node.head)) is not None:
                yield Hold(doer, -way.side, SIDE, node.head, way.conditional, steps + 1)
            return
        step = _step(node)
        if step is None:
            break
        role, above = step
        if role == _SUBJECT:
            yield from of_object(way, above, steps)
            yield from strong_among(way, node, above, steps)
        before = way.side
        _turn(way, role, node, above, mention, steps + 1)
        if way.how == JUDGED and way.far == steps + 1 and way.cue.pos_ == "ADJ":
            whose = prepositional(way.cue, "to")  # "is unacceptable to X"
            if whose is not None:
                yield Hold(whose, way.side, JUDGED, way.cue, way.conditional, steps + 1)
        if above.pos_ == "VERB":
            yield from beside(way, before, above, steps + 1, is_subject=role == _SUBJECT)
        node, below = above, node.dep_
    no_side = way.how == SIDE and way.cue.pos_ == "NOUN" and way.cue.lower_ in POINTING_NOUNS  # a plan: not whose
    yield Hold(None, way.side, SPEAKS if no_side else way.how, way.cue, way.conditional, way.far)


def _is_bound_above(node: Token) -> bool:
    """True for the support of "if they leave, we will be the first to support it"."""
    for verb in node.ancestors:
        if verb.pos_ not in ("VERB", "AUX"):
            continue
        if verb.dep_ in ("advcl", "relcl", "conj") or condition_mark(verb):
            return verb.dep_ not in ("relcl",) and condition_mark(verb) == "if"
    return False


def _is_fallen_short_of(verb: Token) -> bool:
    """True for the verb of "stopped short of endorsing it"."""
    return verb.dep_ == "pcomp" and verb.head.lower_ == "of" and verb.head.head.lower_ == "short"


def _is_disclaimed(token: Token) -> bool:
    """True for what stands in "denied that …", "the claim that … is not true"."""
    if any(t.dep_ == "ccomp" and t.head.lemma_ == "deny" for t in (token, *token.ancestors)):
        return True
    claim = next((t for t in token.ancestors if t.pos_ == "NOUN" and t.lemma_ in _CLAIMS), None)
    verb = claim.head if claim is not None and claim.dep_ == "nsubj" else None
    said = child(verb, "acomp", "attr") if verb is not None and verb.lemma_ == "be" else None
    if said is None:
        return False
    return said.lower_ in _UNTRUE or (said.lower_ in _TRUE and is_negated(verb))


def _is_only_spoken_of(preposition: Token, way: Way) -> bool:
    """True for the on of "gave a speech on it", "mentioned her view on it"."""
    if preposition.lower_ == "to" and preposition.head.lemma_ in ("reference", "allusion"):
        return way.how == SPEAKS
    about = preposition.lower_ in ("on", "about", "regarding", "concerning") and preposition.dep_ == "prep"
    if not about or way.how != SPEAKS:
        return False
    above = preposition.head
    beside_it = child(above, "dobj") if above.pos_ == "VERB" else above  # "gave an opinion on it"
    return beside_it is not None and beside_it.pos_ == "NOUN" and beside_it.lemma_ in _TALK


def _is_left_open(verb: Token, mention: IssueMention) -> bool:
    """True for "has not ruled it out", "has yet to decide on it"."""
    may_be = verb.lemma_ in ("rule", "exclude", "decide", "rush") and verb.pos_ == "VERB"
    return may_be and denied(verb, mention) and leaning_of(verb) is not None


def _is_neither(preposition: Token) -> bool:
    """True in "neither for nor against"."""
    first = preposition.head if preposition.dep_ == "conj" else preposition
    return first.lower_ in ("for", "against") and any(c.lower_ == "neither" for c in first.children)


def _is_price(noun: Token) -> bool:
    """True for the return of "opened the gates in return for it": who does that wants it."""
    preposition = noun.head
    is_price = noun.lower_ in ("exchange", "return") and preposition.lower_ == "in" and preposition.dep_ == "prep"
    return is_price and preposition.head.pos_ == "VERB" and prepositional(noun, "for") is not None


def _is_missed(verb: Token, mention: IssueMention) -> bool:
    """True for the verb of "no sign that they want it"."""
    return verb.dep_ in ("acl", "relcl", "ccomp") and verb.head.lemma_ in _SIGNS and denied(verb.head, mention)


def _refuses(verb: Token) -> bool:
    """True for "withhold", "oppose", which "until" makes a condition: "opposed it until it was changed"."""
    entry = leaning_of(verb)
    return entry is not None and entry.side < 0 and entry.role in (SIDE, DEED)


def _is_not_asked_for(verb: Token, mention: IssueMention) -> bool:
    """True for "has not called for it": who asks for nothing takes no side by that."""
    if verb.pos_ != "VERB" or verb.lemma_ in _NEEDING:
        return False
    asks = any(word.act == "REQUEST" for word in speech.act_words().get((verb.lemma_.lower(), "verb"), ()))
    return asks and is_negated(verb) and denied(verb, mention)


def _turn(way: Way, role: str, node: Token, above: Token, mention: IssueMention, far: int) -> None:
    """Take the next word up the sentence into account."""
    if above.lower_ == "without" and above.head.pos_ in ("VERB", "AUX"):
        value, word = lacked(above, mention)
        way.by(*((JUDGED, word, value) if value else (way.how, way.cue, 1)), far)
        return
    if _is_instead(node):  # what is chosen in its place, the verb tells
        way.side = -way.side
    entry = leaning_of(above, node)
    value, word = 0, above
    left = child(above, "dobj") if above.lemma_ == "leave" and role == _SUBJECT else None
    if left is not None and (child(left, "acl") is not None or child(above, "oprd", "acomp", "xcomp") is not None):
        value = -1  # "would leave the valley dry"
    elif node.lower_ == "than":
        value, word = (-1 if above.lower_ in _BETTER else 0), above
    elif role == _BESIDE:
        value = judged_beside(node, above, mention)
    elif node.dep_ == "ccomp" and above.lemma_ == "be" and _is_it(child(above, "nsubj")):
        value, word = judgement(above, node, mention)  # "it is regrettable that …"
    elif node.lower_ == "of" and above.pos_ == "NOUN" and above.lemma_ not in _EVENTS and not is_phrase(above.head):
        value = judged_as(above)  # "the folly of a war"
    elif above.lemma_ in _ANSWERING and (said := _manner(above)) is not None:
        way.by(SIDE, said[1], said[0], far)
        return
    elif role == _SUBJECT or above.lemma_ in NAMING:
        value, word = judgement(above, node, mention)
    if value:
        way.by(JUDGED, word, value, far)
    elif role == _SUBJECT:
        harmed = child(above, "dobj") if entry is not None and entry.role in (DEED, SIDE) and entry.side < 0 else None
        if harmed is not None and not is_passive(above):
            way.by(JUDGED, above, 1 if harmed.lemma_.lower() in harms() else -1, far)
        elif ends_itself(above) and auxiliaries(above) & _OUGHT:
            way.by(OUGHT, above, -1, far)
    elif role == _OBJECT and entry is not None and entry.side and not is_idle(node, above):
        if says_that(node, above) or (node.lower_ in ("in", "with") and way.how == SIDE and way.cue.head == node):
            return  # "broke the tie in favour of it"
        feared = node.dep_ in ("ccomp", "acl") and way.how == JUDGED and entry.role == SIDE  # "fears that it will hurt"
        side = 1 if feared or says_the_same(node, above, entry) else entry.side
        side = -side if node.lower_ == "over" and above.lemma_ in _CHOOSING else side
        stronger = STRENGTH[entry.role] >= STRENGTH[way.how]
        way.by(entry.role if stronger else way.how, above if stronger else way.cue, side, far if stronger else way.far)


def _is_it(token: Token | None) -> bool:
    return token is not None and token.lower_ == "it"


def _manner(verb: Token) -> tuple[int, Token] | None:
    """Return the side and the word of "reacted coolly", "responded with anger"."""
    for word in (*children(verb, "advmod"), prepositional(verb, "with", "in")):
        entry = leaning_of(word) if word is not None else None
        if entry is not None and entry.role == SIDE and entry.side:
            return (entry.side, word)
    return None


def _is_instead(of: Token) -> bool:
    """True for the of of "instead of"."""
    return of.lower_ == "of" and of.i > 0 and of.nbor(-1).lower_ == "instead"


def _step(node: Token) -> tuple[str, Token] | None:
    """Return how a word hangs on the one above it, and that one; ``None`` where its sentence, or clause, ends."""
    above = node.head
    if above == node and (verb := _torn_off(node)) is not None:
        return (_OBJECT, verb)
    if above == node or node.dep_ in ("relcl", "parataxis", "intj"):
        return None
    if node.dep_ == "advcl":
        mark = child(node, "mark", "advmod")
        if has_to(node) and (noun := _noun_before(node)) is not None:
            return (_OBJECT, noun)
        if has_to(node) and not is_phrase(above):  # "blocked the road to save the wood": not the wood
            return (_BESIDE, above)
        return (_OBJECT, above) if node.tag_ in ("VBG", "VBN") and mark is None else None
    own = child(above, "nsubj") if node.dep_ == "prep" and node.lower_ == "in" and above.pos_ == "VERB" else None
    if own is not None and node.i < own.i:
        return None  # "in a counter to it, X stressed …"
    if node.dep_ == "prep" and above.ent_type_ == "PERSON":
        return None  # "said X, of the plan"
    if node.dep_ == "pcomp" and node.head.lower_ == "with" and child(node, "nsubj") is not None:
        return None  # "approved it, with X casting the only vote against it"
    if node.dep_ == "conj" and node.pos_ == "VERB" and child(node, "nsubj") is not None and above.pos_ == "VERB":
        return None  # "Norway abstained and Chad opposed it"
    if node.dep_ in ("conj", "appos", "compound", "amod", "nmod", "poss", "nummod", "advmod", "npadvmod"):
        return (_BESIDE, above)
    if node.dep_ in ("nsubj", "csubj"):
        return (_OBJECT if _is_done_to(above) else _SUBJECT, above)
    if node.dep_ == "prep" and node.lower_ in _CIRCUMSTANCES:
        return None
    if node.dep_ == "prep" and above.pos_ == "VERB" and (noun := _noun_before(node)) is not None:
        return (_OBJECT, noun)
    if node.dep_ in ("xcomp", "advcl") and has_to(node) and (noun := _bill_before(node)) is not None:
        return (_OBJECT, noun)
    return (_OBJECT, above)


def _is_done_to(participle: Token) -> bool:
    """True for the last word of "wants it gone", "had it struck down", "to see it stopped": it is done to it."""
    verb = participle.head
    is_bare = participle.tag_ == "VBN" and not auxiliaries(participle)
    return is_bare and participle.dep_ == "ccomp" and verb.lemma_ in _CAUSING


def _torn_off(noun: Token) -> Token | None:
    """Return the verb of "calls to …, where …, were rejected", which the parser takes for a conjunct of "calls"."""
    for verb in children(noun, "conj"):
        if verb.pos_ == "VERB" and child(verb, "auxpass") is not None and child(verb, *SUBJECTS) is None:
            return verb
    return None


def _bill_before(infinitive: Token) -> Token | None:
    """Return the bill of "voted against a bill to ban it", whose "to ban" the parser hangs on the verb."""
    noun = infinitive.doc[infinitive.left_edge.i - 1] if infinitive.left_edge.i else infinitive
    beside = noun.dep_ == "pobj" and noun.head.lower_ in ("for", "against") and noun.head.head == infinitive.head
    return noun if beside and noun.lower_ in POINTING_NOUNS else None


def _noun_before(part: Token) -> Token | None:
    """Return the noun of "expressed readiness to sign", "withdrew his support for it", which the parser passes over."""
    if part.left_edge.i == 0:
        return None
    word = part.doc[part.left_edge.i - 1]
    for noun in (word, *word.ancestors):
        if noun == part.head:
            return None
        entry = leaning_of(noun) if noun.pos_ == "NOUN" else None
        if entry is not None and (entry.role == SIDE or (entry.role == DEED and part.head.lemma_ in _PUTTING)):
            return noun
    return None
