"""Leaning: what the words around an issue make of it, followed from the issue's words up the sentence.

"Called on the cabinet to lift the ban": "lift" ends the ban, so whoever calls for it is against the ban. Each word that
governs the issue may turn the side ("block", "without", "not") or leave it; each may have somebody who holds that side:
its subject, its owner, at the top the speaker. The idea is that of effects on entities, good and bad for them (Deng,
Choi and Wiebe, ACL 2013), put together by the syntax (Moilanen and Pulman, RANLP 2007).
"""

from collections.abc import Iterator

from spacy.tokens import Token

from demandeur.backing import Hold, Way, beside, of_object, strong_among
from demandeur.climbing import SUBJECT, step_from
from demandeur.condition_marks import LIFTING, condition_mark
from demandeur.denials import denied, is_excluded, is_put_last
from demandeur.descriptions import actor_noun
from demandeur.grammar import (
    auxiliaries,
    child,
    children,
    is_in_headline,
    is_passive,
    prepositional,
    sentence_of,
    words_of,
)
from demandeur.holders import holders, is_own_plan
from demandeur.issue_mentions import POINTING_NOUNS, IssueMention
from demandeur.lexicon.leanings import DEED, JUDGED, OUGHT, PERSON, SIDE, SPEAKS
from demandeur.members import backers
from demandeur.negation import shares_its_not
from demandeur.owners import is_anothers
from demandeur.participants import subject
from demandeur.questions import is_put_in_question
from demandeur.side_words import is_asked, is_phrase, leaning_of
from demandeur.speaking_nouns import is_somebody
from demandeur.turning import DOUBTING, OBLIGED, take_next
from demandeur.undone import (
    does_who_knows_what,
    is_fallen_short_of,
    is_first_person,
    is_taken_back,
    is_told,
)
from demandeur.unsided import (
    is_disclaimed,
    is_left_open,
    is_neither,
    is_not_asked_for,
    is_only_spoken_of,
)
from demandeur.verdicts import LACKED, ONLY_ONE

_SIGNS = {"sign", "indication", "hint", "trace", "evidence", "proof"}
"""What a speaker misses with somebody: "no sign of …" tells of that one, not of the speaker."""
_FELT = set(
    "interest appetite support backing enthusiasm desire opposition resistance objection anger concern worry fear "
    "consensus agreement willingness unease".split()
)
"""What there is among others: not the side of the one who says so."""
_ON_OR_FROM = {"about", "from", "over", "under", "regarding", "concerning"}
_FARTHEST = 14
"""Steps up a sentence: longer ways are the parser's errors."""


def holds(mention: IssueMention, within: int = _FARTHEST) -> Iterator[Hold]:
    """Yield who takes which side on what the words mention, from the issue's words up the sentence.

    Args:
        mention: the issue's words.
        within: how many steps up a word that takes sides may stand; where none does, the sentence's rest isn't read.
    """
    node, last = mention.root, None
    way = Way(-mention.sign if is_disclaimed(node) else mention.sign, SPEAKS, node)
    if is_put_in_question(node) or _is_a_heading(node):
        return
    camp = _camp(node, mention)
    if camp is not None:
        yield camp
        return
    for steps in range(_FARTHEST):
        below = last.dep_ if last is not None else ""
        if steps > within and (way.how == SPEAKS or way.far > within):
            return
        if is_neither(node) or is_fallen_short_of(node) or _is_either_way(node):
            return
        if is_not_asked_for(node, mention) or (node.lemma_ in _SIGNS and denied(node, mention)):
            return
        if steps == 0 and node.dep_ == "pcomp" and is_only_spoken_of(node.head, way):
            return  # "will rule on breaking it up"
        if is_only_spoken_of(node, way) or is_left_open(node, mention, way) or is_told(node):
            return
        mark = condition_mark(node) if node.pos_ in ("VERB", "AUX") else ""
        if not mark and below == "xcomp" and _refuses(node):
            mark = condition_mark(last)  # "refused to sign until they paid"
        is_term = mark == "without" and way.cue.lower_ == "without"  # what is asked for, not what waits for it
        way.conditional = way.conditional or (bool(mark) and not is_term)
        is_denied = denied(node, mention) and not _is_another_form(last, node)
        is_refused = not is_denied and way.cue == node and way.far == steps and steps > 0 and _refuses(node)
        is_turned = (way.is_none or is_refused) if mark in LIFTING else is_denied
        way.side = -way.side if is_turned else way.side  # "can't support it unless", "none until": would, if
        if is_denied and node.lower_ in LACKED | ONLY_ONE and way.how in (SPEAKS, DEED):
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
        if is_verb and auxiliaries(node) & OBLIGED and way.how in (SPEAKS, DEED):
            way.by(OUGHT, node, 1, steps)
        if is_verb and node in (way.cue.head, way.cue.head.head) and _is_anothers(way, node):
            way.how = SPEAKS  # "answered the offer of talks", "counted breaches of it"
        missed = -1 if is_verb and (_is_missed(node, mention) or is_taken_back(node)) else 1
        is_open = last is not None and does_who_knows_what(last, mention)
        for holder, found, turn in holders(node, mention, way.how, below):
            turn *= missed
            found = SPEAKS if is_open and found == DEED else found
            way.conditional = way.conditional or _is_bound_above(node)
            cue, far = (node, steps) if found != way.how else (way.cue, way.far)
            yield Hold(holder, way.side * turn, found, cue, way.conditional, far)
            if found == PERSON and holder != node and node.dep_ in ("oprd", "pobj"):
                return  # "called X a champion of it"
            if not is_first_person(holder):
                way.how = SPEAKS
        if way.cue == node and way.how == SIDE and _is_done_by_somebody(node):
            way.how = SPEAKS
        if way.cue == node and way.how == SIDE and node.lemma_ in _FELT and child(node.head, "expl") is not None:
            yield from (Hold(one, way.side, SIDE, node, steps=steps) for one, _ in backers(node, node.head))
            return  # "there is no interest in it": not the speaker's
        if _is_price(node):
            verb = node.head.head
            yield Hold(subject(verb), way.side, DEED, verb, steps=steps)
            return
        if is_asked(node):
            if node.head.lemma_ in DOUBTING and (doer := subject(node.head)) is not None:
                yield Hold(doer, -way.side, SIDE, node.head, way.conditional, steps + 1)
            return
        step = step_from(node)
        is_others = node.dep_ == "acl" and below == "agent"  # "a vote shaped by it": of the vote
        if step is None or is_others or (is_verb and is_put_last(node)):
            break
        role, above = step
        if _is_of_something_else(node, above, mention):
            break
        if role == SUBJECT:
            yield from of_object(way, above, steps)
            yield from strong_among(way, node, above, steps)
        before = way.side
        take_next(way, role, node, above, mention, steps + 1)
        if way.how == JUDGED and way.far == steps + 1 and way.cue.pos_ == "ADJ":
            whose = prepositional(way.cue, "to")  # "is unacceptable to X"
            if whose is not None:
                yield Hold(whose, way.side, JUDGED, way.cue, way.conditional, steps + 1)
        if above.pos_ == "VERB":
            yield from beside(way, before, above, steps + 1, is_subject=role == SUBJECT)
        node, last = above, node
    is_plan = way.cue.pos_ == "NOUN" and way.cue.lower_ in POINTING_NOUNS  # a plan: not whose
    no_side = way.how == SIDE and is_plan
    yield Hold(None, way.side, SPEAKS if no_side else way.how, way.cue, way.conditional, way.far)


def _is_a_heading(word: Token) -> bool:
    """True for the merger of the headline "Hospital merger: nurses vote to strike"."""
    behind = word.i + 1
    if behind >= len(word.doc) or word.doc[behind].text != ":" or word.pos_ not in ("NOUN", "PROPN"):
        return False
    return sentence_of(word).start >= word.i - 3 and is_in_headline(word)


def _is_either_way(preposition: Token) -> bool:
    """True for the without of "with or without a quota"."""
    if preposition.lower_ != "without" or preposition.i < 2:
        return False
    return preposition.nbor(-1).lower_ == "or" and preposition.nbor(-2).lower_ == "with"


def _camp(word: Token, mention: IssueMention) -> Hold | None:
    """Return the side of the protesters of "anti-toll protesters", the camp of "the pro-toll camp"."""
    if word.dep_ not in ("amod", "compound", "nmod") or word.left_edge.i < 2:
        return None
    before = word.doc[word.left_edge.i - 2 : word.left_edge.i]
    if before[1].text != "-":
        return None
    side = {"anti": -1, "pro": 1}.get(before[0].lower_)
    if side is None or (word.head.pos_ == "NOUN" and not is_somebody(word.head) and actor_noun(word.head) is None):
        return None  # "an anti-toll march"
    return Hold(word.head, side * mention.sign, PERSON, before[0])


def _is_done_by_somebody(verb: Token) -> bool:
    """True in "was criticised for it", "had been refused": by others than the one who says so."""
    past = auxiliaries(verb) & {"was", "were", "been", "got"} if verb.pos_ == "VERB" else ()
    return bool(past) and is_passive(verb) and not auxiliaries(verb) & OBLIGED and child(verb, "agent") is None


def _is_anothers(way: Way, verb: Token) -> bool:
    """True where a verb only handles the thing that takes a side: not for "reversed a decision to close it"."""
    entry = leaning_of(verb)
    return is_anothers(way.cue, way.how) and not (entry is not None and entry.side < 0)


def _is_another_form(verb: Token | None, above: Token) -> bool:
    """True for the asked of "he can't bless it and asked …", which the not before the other doesn't reach."""
    if verb is None or verb.dep_ != "conj":
        return False
    if shares_its_not(verb):
        return True  # it has been counted
    return verb.pos_ == "VERB" and above.pos_ in ("VERB", "AUX") and verb.tag_ != above.tag_


def _is_bound_above(node: Token) -> bool:
    """True for the support of "if they leave, we will be the first to support it"."""
    if "if" not in words_of(node.doc):
        return False
    for verb in node.ancestors:
        if verb.pos_ not in ("VERB", "AUX"):
            continue
        if verb.dep_ in ("advcl", "relcl", "conj") or condition_mark(verb):
            return verb.dep_ != "relcl" and condition_mark(verb) == "if"
    return False


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


def _is_of_something_else(node: Token, verb: Token, mention: IssueMention) -> bool:
    """True for the about of "sent 40 pages about it", the toll of "put the toll from it at 40": no deed on it."""
    entry = leaning_of(verb, node) if verb.pos_ == "VERB" else None
    if entry is None or entry.role != DEED or entry.side < 0 or is_phrase(verb):
        return False
    if node.dep_ == "prep":
        return node.lower_ in _ON_OR_FROM and child(verb, "dobj") is not None
    if node.pos_ != "NOUN" or node.dep_ != "dobj" or node == mention.root or leaning_of(node) is not None:
        return False
    return any(c.lower_ in _ON_OR_FROM and c.is_ancestor(mention.root) for c in children(node, "prep"))
