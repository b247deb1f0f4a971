"""Climbing: from a word up its sentence to the one that it hangs on, past the parser's usual errors."""

from spacy.tokens import Token

from demandeur.grammar import SUBJECTS, auxiliaries, child, children, has_to, is_misread, subtree
from demandeur.issue_mentions import POINTING_NOUNS
from demandeur.lexicon.leanings import DEED, SIDE
from demandeur.participants import DOCUMENTS
from demandeur.side_words import is_phrase, leaning_of

_CIRCUMSTANCES = set(
    "during after before since under until till amid despite while when by near inside outside among throughout".split()
)
_GATHERINGS = set(
    "rally protest march demonstration vigil meeting conference summit hearing event ceremony forum dinner debate "
    "convention gathering".split()
)
_UTTERANCES = DOCUMENTS | {"speech", "interview", "tirade", "address", "remark", "broadcast", "appearance"}
_SEEKING = {"seek", "demand", "want", "win", "draw", "get", "receive", "request", "expect", "need"}
_AIMS = {"bid", "attempt", "effort", "move", "push", "hope", "drive"}
_HARMING = set(
    "sell betray ruin destroy harm hurt cripple punish burden starve poison damage wreck endanger undermine "
    "weaken".split()
)
"""What one does to others with something."""
_PUTTING = {"put", "place", "impose", "bring", "call", "slam", "hit", "apply", "make"}
_ADDING = set("say add argue claim insist note warn explain declare complain tell announce state write predict".split())
"""By what one goes on to speak."""
_TAKING_SIDES = {"side", "back", "support", "defend", "praise", "endorse"}
REASONS = {"reason", "need", "sense", "point", "excuse", "cause", "justification"}
"""What one may have for doing something."""
_PARTING = {"break", "split", "part", "fall", "clash"}
"""What one does with others over something, on either side of it."""
_CAUSING = {"have", "get", "want", "see", "need", "leave", "keep", "like"}
_WISHING = _CAUSING - {"see", "leave", "keep"}
_VIEWS = {"stance", "position", "view", "record", "opinion", "remark", "comment", "statement", "silence"}
"""What one has or says on something: who takes a side on these takes none on that."""
_CHARGES = {"allegation", "accusation", "charge", "claim", "suspicion", "rumor", "rumour"}
_DENYING = set("deny reject dismiss refute dispute face shrug rebut rebuff".split())
BESIDE, SUBJECT, OBJECT = "beside", "subject", "object"


def step_from(node: Token) -> tuple[str, Token] | None:
    """Return how a word hangs on the one above it, and that one; ``None`` where its sentence, or clause, ends."""
    above = node.head
    if above == node and (verb := _torn_off(node)) is not None:
        return (OBJECT, verb)
    if node.dep_ == "relcl" and node.lemma_ == "do" and above.lower_ == "nothing":
        return (OBJECT, above.head)  # "wants nothing to do with it"
    if node.dep_ == "relcl" and has_to(node) and above.lemma_ in REASONS and child(node, *SUBJECTS) is None:
        return (OBJECT, above)  # "no reason to build it"
    if above == node or node.dep_ in ("relcl", "parataxis", "intj"):
        return None
    if node.dep_ == "ccomp" and any(c.text == ";" and c.i > node.i for c in above.children):
        return None  # "X opposes it; Y backs it"
    if node.dep_ == "dobj" and (done := outcome(above, node)) is not None:
        return (OBJECT, done)
    if is_misread(node):
        return None  # "the minister, Ana Reyl, offered to delay it, but the party refused"
    if node.dep_ == "acl" and (wanting := _wanting(node)) is not None:
        return (OBJECT, wanting)
    if node.dep_ == "advcl" and node.lemma_ in _ADDING and child(node, "ccomp") is not None:
        return None  # "rejected it, saying that the offer was an insult"
    if node.dep_ == "advcl":
        mark = child(node, "mark", "advmod")
        if has_to(node) and (noun := noun_before(node)) is not None:
            return (OBJECT, noun)
        if has_to(node) and not is_phrase(above):  # "blocked the road to save the wood": not the wood
            return (BESIDE, above)
        is_ahead = node.tag_ == "VBG" and node.i < above.i  # "entering the debate, X faced attacks"
        return (OBJECT, above) if node.tag_ in ("VBG", "VBN") and mark is None and not is_ahead else None
    own = child(above, "nsubj") if node.dep_ == "prep" and node.lower_ == "in" and above.pos_ == "VERB" else None
    if own is not None and node.i < own.i:
        return None  # "in a counter to it, X stressed …"
    if node.dep_ == "prep" and node.lower_ in ("about", "on") and above.lower_ in ("wrong", "right", "mistaken"):
        return None  # "said that he was wrong about it"
    if node.dep_ == "prep" and (above.ent_type_ == "PERSON" or is_quarrel(node) or is_denied_charge(node)):
        return None  # "said X, of the plan"
    if node.dep_ == "pcomp" and node.head.lower_ == "with" and child(node, "nsubj") is not None:
        return None  # "approved it, with X casting the only vote against it"
    if node.dep_ == "conj" and node.pos_ == "VERB" and child(node, "nsubj") is not None and above.pos_ == "VERB":
        return None  # "Norway abstained and Chad opposed it"
    if node.dep_ == "conj" and node.lemma_ in _ADDING and child(node, "ccomp") is not None and above.pos_ == "VERB":
        return None  # "demanded an apology and said the siege would go on"
    if node.dep_ == "advmod" and above.pos_ == "VERB" and child(node, "prep") is not None:
        return (OBJECT, above)  # "backed away from it"
    if node.dep_ in ("conj", "appos", "compound", "amod", "nmod", "poss", "nummod", "advmod", "npadvmod"):
        return (BESIDE, above)
    if node.dep_ in ("nsubj", "csubj"):
        return (OBJECT if _is_done_to(above) else SUBJECT, above)
    if node.dep_ == "prep" and (node.lower_ in _CIRCUMSTANCES or _is_where(node) or is_whence(node)):
        return None
    if is_aim(node) and above.pos_ == "VERB":
        return (BESIDE, above)  # "struck in a bid to storm it"
    if node.dep_ == "prep" and node.lower_ == "on" and above.dep_ == "dobj" and above.head.lemma_ == "blame":
        return (OBJECT, above.head)  # "blamed the delay on it"
    if node.dep_ == "prep" and above.pos_ == "VERB" and (noun := noun_before(node)) is not None:
        return (OBJECT, noun)
    if node.dep_ in ("xcomp", "advcl") and has_to(node) and (noun := _bill_before(node)) is not None:
        return (OBJECT, noun)
    return (OBJECT, above)


def is_quarrel(preposition: Token) -> bool:
    """True for the over of "sided with Chad over the dam", the on of "slammed Chad on the dam": no side on it."""
    if preposition.lower_ not in ("over", "on") or preposition.dep_ != "prep":
        return False
    if preposition.lower_ == "on":
        head, thing = preposition.head, child(preposition, "pobj")
        if head.lemma_ in _VIEWS:
            return True
        is_ones_own = thing is not None and child(thing, "poss") is not None  # "rapped Chad on its dam"
        return not is_ones_own and _is_against_somebody(head if head.pos_ == "VERB" else head.head)
    verb = preposition.head if preposition.head.pos_ == "VERB" else next(preposition.head.ancestors, preposition.head)
    verb = verb.head if verb.pos_ == "ADP" else verb
    parts = verb.lemma_ in _PARTING and any(c.lower_ == "with" for c in children(verb, "prep"))
    return parts or verb.lemma_ in _TAKING_SIDES


def is_denied_charge(preposition: Token) -> bool:
    """True for the of of "denied allegations of fraud", "defended Chad against charges of fraud": no side on fraud."""
    charge = preposition.head
    if preposition.lower_ != "of" or charge.lemma_ not in _CHARGES:
        return False
    return charge.head.lemma_ in _DENYING or (charge.dep_ == "pobj" and charge.head.lower_ in ("against", "amid"))


def _is_against_somebody(verb: Token) -> bool:
    entry, whom = leaning_of(verb), child(verb, "dobj")
    if entry is None or entry.role != SIDE or entry.side > 0 or whom is None:
        return False
    return whom.pos_ == "PROPN" or (whom.pos_ == "PRON" and whom.lower_ not in ("it", "this", "that"))


def is_aim(preposition: Token) -> bool:
    """True for the in of "rejected it in a bid to keep the peace"."""
    if preposition.dep_ != "prep" or preposition.lower_ != "in":
        return False
    aim = child(preposition, "pobj")
    return aim is not None and aim.lemma_ in _AIMS and child(aim, "acl") is not None


def is_whence(preposition: Token) -> bool:
    """True for the in of "attacked it in a speech", the from of "sought damages from the board"."""
    verb, place = preposition.head, child(preposition, "pobj")
    if verb.pos_ != "VERB" or place is None or child(verb, "dobj", "nsubjpass") is None:
        return False
    if preposition.lower_ == "from":
        return verb.lemma_ in _SEEKING
    return preposition.lower_ in ("in", "at", "on") and place.lemma_.lower() in _UTTERANCES


def _is_where(preposition: Token) -> bool:
    """True for the at of "arrested people at a rally for it", not for that of "cheered at a rally for it"."""
    place = child(preposition, "pobj")
    others = preposition.head.pos_ == "VERB" and child(preposition.head, "dobj") is not None
    return preposition.lower_ == "at" and others and place is not None and place.lemma_ in _GATHERINGS


def _is_done_to(participle: Token) -> bool:
    """True for the last word of "wants it gone", "had it struck down", "to see it stopped": it is done to it."""
    verb = participle.head
    as_tagged = participle.tag_ == "VBN" or (participle.tag_ == "VBD" and verb.lemma_ in _WISHING)
    is_bare = as_tagged and child(participle, "mark", "dobj") is None and not auxiliaries(participle)
    return is_bare and participle.dep_ == "ccomp" and verb.lemma_ in _CAUSING


def outcome(verb: Token, thing: Token) -> Token | None:
    """Return the withdrawn of "would like the measure withdrawn": what is to be done with the thing."""
    if verb.lemma_ not in _CAUSING:
        return None
    return next((t for t in subtree(thing) if t.i > thing.i and _wanting(t) == verb), None)


def _wanting(participle: Token) -> Token | None:
    """Return the like of "would like the measure withdrawn"."""
    if participle.dep_ != "acl" or participle.tag_ != "VBN" or child(participle, "agent", "npadvmod") is not None:
        return None
    if any(c.lower_ == "since" for c in participle.children):
        return None  # "needs the aid blocked since May"
    entry = leaning_of(participle)
    verb = next((t for t in participle.ancestors if t.pos_ == "VERB"), None)
    wants = verb is not None and verb.lemma_ in _CAUSING and verb.i < participle.i
    return verb if wants and entry is not None and entry.side else None


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


def noun_before(part: Token) -> Token | None:
    """Return the noun of "expressed readiness to sign", "withdrew his support for it", which the parser passes over."""
    if part.left_edge.i == 0:
        return None
    word = part.doc[part.left_edge.i - 1]
    for noun in (word, *word.ancestors):
        if noun == part.head:
            return None
        entry = leaning_of(noun) if noun.pos_ == "NOUN" else None
        is_harm = entry is not None and entry.role == DEED and entry.side < 0 and part.lower_ == "to" and noun == word
        is_put = entry is not None and entry.role == DEED and part.head.lemma_ in _PUTTING
        if entry is not None and (entry.role == SIDE or is_put or is_harm):
            return noun  # "condemned his threat to it"
    return None


def is_means(preposition: Token) -> bool:
    """True for the by of "ended the war by signing the treaty", the with of "ruined us with it": it is not ended."""
    if preposition.lower_ == "with" and preposition.dep_ == "prep" and preposition.head.pos_ == "VERB":
        return preposition.head.lemma_ in _HARMING and child(preposition.head, "dobj") is not None
    if preposition.lower_ == "with" and preposition.head.tag_ == "VBG" and preposition.head.dep_ == "pcomp":
        return preposition.head.head.head.lemma_ in ("accuse", "blame")  # "accused them of riding roughshod with it"
    return preposition.lower_ in ("by", "through") and child(preposition, "pcomp") is not None
