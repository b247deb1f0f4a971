"""Turning: what each word that one meets on the way from an issue up its sentence makes of the side taken on it."""

from spacy.tokens import Token

from demandeur.backing import Way
from demandeur.climbing import BESIDE, OBJECT, SUBJECT, is_means
from demandeur.grammar import auxiliaries, child, children, is_passive, prepositional
from demandeur.issue_mentions import IssueMention
from demandeur.lexicon.leanings import DEED, JUDGED, OUGHT, PERSON, SIDE, STRENGTH, harms
from demandeur.negation import is_negated
from demandeur.punishing import is_grounds
from demandeur.side_words import NAMING, ends_itself, is_idle, is_phrase, leaning_of, says_that, says_the_same
from demandeur.undone import does_who_knows_what, is_instead, is_no_will
from demandeur.verdicts import WARNING, judged_as, judged_beside, judgement, lacked

OBLIGED = {"must", "should", "ought"}
DOUBTING = {"question", "doubt", "challenge", "dispute"}
_CHOOSING = {"choose", "prefer", "prioritise", "prioritize"}
_BETTER = {"better", "rather", "preferable", "best", "other"}
_PROMISING = {"promise", "pledge", "vow", "guarantee", "assure", "swear"}
_DISBELIEVING = DOUBTING | {"deny", "reject", "dismiss", "refute", "scoff", "disagree", "disbelieve", "scepticism"}
_EVENTS = {"failure", "success", "victory", "defeat", "loss"}
_ANSWERS = {"answer", "response", "reply", "vote", "position", "verdict"}
_ANSWERING = {"react", "respond", "look", "reply"}
_UNDERGONE = set(
    "defeat demise death collapse closure rejection repeal cancellation abolition downfall scrapping removal "
    "destruction end abandonment suspension".split()
)
"""What befalls the thing whose it is."""
_SHOWN_BY = {"protest", "defiance", "solidarity", "sympathy", "anger"}
"""What one does things in: "blocked the road in protest at it"."""
_OF_A_PERSON = ("poss", "compound", "nmod", "amod")


def take_next(way: Way, role: str, node: Token, above: Token, mention: IssueMention, far: int) -> None:
    """Take the next word up the sentence into account."""
    if is_grounds(node, above):
        way.by(SIDE, above, -1, far)  # "jailed a doctor for prescribing it"
        return
    if above.lower_ == "without" and above.head.pos_ in ("VERB", "AUX"):
        value, word = lacked(above, mention)
        way.by(*((JUDGED, word, value) if value else (way.how, way.cue, 1)), far)
        return
    if node.lower_ == "without":
        return  # "would sign it without a pledge": the signing is none of the pledge
    if is_instead(node):  # what is chosen in its place, the verb tells
        way.side = -way.side
    if _is_told_by(above, mention):
        return
    entry = leaning_of(above, node)
    value, word = 0, above
    if node.lower_ == "than":
        compared = above.head if above.dep_ == "relcl" else above  # "better ways to spend it than the toll"
        is_worse = above.lower_ in _BETTER or any(c.lower_ in _BETTER for c in children(compared, "amod"))
        value, word = (-1 if is_worse else 0), above
    elif role == BESIDE:
        value = judged_beside(node, above, mention)
    elif node.dep_ == "ccomp" and above.lemma_ == "be" and any(c.lower_ == "it" for c in children(above, "nsubj")):
        value, word = judgement(above, node, mention)  # "it is regrettable that …"
    elif node.lower_ == "of" and above.pos_ == "NOUN" and above.lemma_ not in _EVENTS and not is_phrase(above.head):
        value = 0 if child(above, "poss") is not None else judged_as(above)  # "the folly of a war", not "his threat of"
    elif above.lemma_ in _ANSWERING and (said := _manner(above)) is not None:
        way.by(SIDE, said[1], said[0], far)
        return
    elif role == SUBJECT or above.lemma_ in NAMING:
        value, word = judgement(above, node, mention)
    if not value and role == SUBJECT and above.lemma_ == "leave" and _leaves_worse(above):
        value, word = -1, above
    if not value and role == SUBJECT and node.lemma_ in _ANSWERS:
        value, word = _yes_or_no(above)
    if value:
        way.by(JUDGED, word, value, far)
    elif role == BESIDE and entry is not None and entry.role == PERSON and node.dep_ in _OF_A_PERSON:
        way.by(PERSON, above, entry.side, far)  # "the toll's critics", "toll opponents"
    elif role == BESIDE and above.lemma_.lower() in _UNDERGONE and node.dep_ in ("poss", "compound"):
        way.by(DEED, above, -1, far)  # "the toll's defeat"
    elif role == SUBJECT:
        harmed = child(above, "dobj") if entry is not None and entry.role in (DEED, SIDE) and entry.side < 0 else None
        if harmed is not None and not is_passive(above):
            way.by(JUDGED, above, 1 if harmed.lemma_.lower() in harms() else -1, far)
        elif ends_itself(above) and auxiliaries(above) & OBLIGED:
            way.by(OUGHT, above, -1, far)
        elif ends_itself(above) and (_is_promised(above) or (above.dep_ == "ccomp" and above.head.lemma_ == "see")):
            way.by(way.how, way.cue, -1, way.far)  # "promised that it would not fall", "sorry to see it go"
    elif role == OBJECT and entry is not None and entry.side and not is_idle(node, above):
        beside_it = node.lower_ in ("in", "with") and way.how == SIDE and way.cue.head == node
        beside_it = beside_it or (way.cue.lemma_ in _SHOWN_BY and way.cue.head.lower_ == "in")
        if beside_it or says_that(node, above) or is_means(node) or is_no_will(node, above):
            return  # "broke the tie in favour of it"
        if way.cue.lower_ == "without" and node.dep_ == "xcomp" and is_negated(node):
            return  # "refused to sign without it": counted
        is_told = node.dep_ in ("ccomp", "acl") and way.how == JUDGED and entry.role == SIDE
        feared = is_told and above.lemma_.lower() not in _DISBELIEVING  # "fears that it will hurt"
        feared = feared or (node.dep_ == "ccomp" and way.cue.lower_ == "without" and above.lemma_ in WARNING)
        side = 1 if feared or says_the_same(node, above, entry) else entry.side
        side = -side if node.lower_ == "over" and above.lemma_ in _CHOOSING else side
        stronger = STRENGTH[entry.role] >= STRENGTH[way.how]
        if entry.role == DEED and does_who_knows_what(node, mention):
            return
        way.by(entry.role if stronger else way.how, above if stronger else way.cue, side, far if stronger else way.far)


def _is_told_by(verb: Token, mention: IssueMention) -> bool:
    """True for the bring of "bring to an end the violence" where the issue's words are "end the violence"."""
    if verb.pos_ != "VERB" or not mention.start > verb.idx:
        return False
    place = prepositional(verb, "to", "into")
    return place is not None and place != mention.root and mention.start <= place.idx < mention.end


def _yes_or_no(verb: Token) -> tuple[int, Token]:
    """Return the side of "my answer on it is a firm no", 0 for none, and the word."""
    said = child(verb, "attr", "acomp", "intj") if verb.lemma_ == "be" else None
    side = {"no": -1, "yes": 1}.get(said.lower_, 0) if said is not None else 0
    return side, said or verb


def _is_promised(verb: Token) -> bool:
    """True for the fall of "promised that it would not fall", also behind "promised in writing"."""
    above = verb.head.head.head if verb.head.lower_ == "writing" else verb.head
    return verb.dep_ == "ccomp" and above.lemma_ in _PROMISING


def _leaves_worse(verb: Token) -> bool:
    """True for "would leave the valley dry", not for "would leave it stronger"."""
    left = child(verb, "dobj")
    state = child(verb, "oprd", "acomp", "xcomp") or (child(left, "acl") if left is not None else None)
    return left is not None and state is not None and state.tag_ not in ("JJR", "RBR") and state.dep_ != "xcomp"


def _manner(verb: Token) -> tuple[int, Token] | None:
    """Return the side and the word of "reacted coolly", "responded with anger"."""
    for word in (*children(verb, "advmod"), prepositional(verb, "with", "in")):
        entry = leaning_of(word) if word is not None else None
        if entry is not None and entry.role == SIDE and entry.side:
            return (entry.side, word)
    return None
