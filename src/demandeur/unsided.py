"""Unsided: words by which a sentence speaks of an issue without a side, or takes one back."""

from spacy.tokens import Token

from demandeur.backing import Way
from demandeur.denials import denied
from demandeur.grammar import auxiliaries, child, children, has_to, is_passive, prepositional, words_of
from demandeur.issue_mentions import IssueMention
from demandeur.lexicon import speech
from demandeur.lexicon.leanings import DEED, JUDGED, PART, SIDE, SPEAKS
from demandeur.negation import is_negated
from demandeur.realis import TO_COME
from demandeur.side_words import PARTS_OF_SPEECH, is_beyond, leaning_of

_NEEDING = {"need", "want", "require", "expect", "sign", "like"}
_TALK = set(
    "opinion view speech statement lecture briefing comment remark question report presentation information update "
    "seminar interview testimony thought article book paper essay talk negotiation discussion consultation debate "
    "hearing conference round scorecard history figure memo memorandum estimate dossier audit poll survey summary "
    "study review analysis inquiry call letter email reply response submission brief observation".split()
)
"""What somebody can give on an issue without a side."""
_DECIDERS = {"committee", "vote", "panel", "referendum", "court", "board", "jury", "member", "voter", "commission"}
"""To whom one leaves a thing without a side on it."""
_FINDINGS = set(
    "analysis report study review assessment article book paper memo memorandum estimate audit poll survey summary "
    "remark comment statement speech figure interview testimony presentation".split()
)
"""What one may like or not whatever one thinks of what it is on."""
_BALLOTS = {"vote", "decision", "ruling", "verdict", "referendum", "ballot", "decide", "rule", "deliberate"}
"""What is held on an issue by those for it and those against it."""
_QUARRELS = {"argue", "quarrel", "clash", "bicker", "wrangle", "debate", "split", "divide"}
_LOOKS = set("study review analysis assessment examination discussion explanation copy account talk news".split())
"""What one has of an issue without a side."""
_HOLDING = set(
    "thank congratulate give hold make open begin start have attend host deliver read mention offer write publish "
    "resume chair join discuss".split()
)
"""What one does with a speech or a talk without a side."""
_PROPOSING = {"propose", "suggest", "recommend", "plan", "hope", "decide", "agree", "think", "say"}
_GUESSING = {"predict", "forecast", "speculate", "guess", "wonder"}
HEARING = set("hear consider review discuss study examine debate explore".split())
"""What one agrees to without being for the thing."""
SAYING = {"draw", "comment", "discuss", "say", "speculate", "answer", "confirm", "elaborate"}
"""What who declines to do it takes no side by."""
_LIKING = {"like", "want", "wish", "need"}
_LEARNING = {"inform", "know", "hear", "learn", "understand", "read"}
"""What one may wish to do with something without a side."""
_CLAIMING = {"claim", "pretend", "purport", "profess"}
"""What who says it of himself need not do."""
CLAIMS = {"claim", "allegation", "suggestion", "notion", "idea", "rumor", "rumour", "accusation", "assertion"}
_DISCLAIMING = ("deny", "denies", "denied", "denying", "false", "untrue", *CLAIMS)
"""What a text with something disclaimed has."""
_TRUE = {"true", "correct", "accurate", "right"}
_FALSE = {"false", "untrue"}
_UNTRUE = {*_FALSE, "baseless", "wrong", "absurd", "ridiculous", "nonsense", "lie", "fiction"}


def is_disclaimed(token: Token) -> bool:
    """True for what stands in "denied that …", "the claim that … is not true"."""
    if words_of(token.doc).keys().isdisjoint(_DISCLAIMING):
        return False
    if any(t.dep_ == "ccomp" and t.head.lemma_ == "deny" for t in (token, *token.ancestors)):
        return True
    above = [t.head for t in (token, *token.ancestors) if t.dep_ == "ccomp" and t.head.lemma_ == "be"]
    if any(said.lower_ in _FALSE and not is_negated(verb) for verb in above for said in children(verb, "acomp")):
        return True  # "it is false that …", not "it is wrong that …", which judges
    claim = next((t for t in token.ancestors if t.pos_ == "NOUN" and t.lemma_ in CLAIMS), None)
    return claim is not None and claim.dep_ == "nsubj" and _is_untrue(claim.head)


def _is_untrue(verb: Token) -> bool:
    """True for the be of "is false", "is not true"."""
    said = child(verb, "acomp", "attr") if verb.lemma_ == "be" else None
    if said is None:
        return False
    return said.lower_ in _UNTRUE or (said.lower_ in _TRUE and is_negated(verb))


def _is_ballot(word: Token) -> bool:
    """True for the vote of "will vote on it", "delayed a vote on it", not of "voted no on it", "blocked a vote"."""
    if word.lemma_ not in _BALLOTS or any(_is_a_side(c) for c in word.children):
        return False
    if word.pos_ == "NOUN":
        entry = leaning_of(word.head) if word.lemma_ in ("vote", "ballot") and word.dep_ == "dobj" else None
        return entry is None or entry.side == 0 or word.head.lemma_ in ("delay", "postpone", "put", "hold", "cast")
    decided = word.lemma_ == "decide" and (word.tag_ == "VBD" or auxiliaries(word) & {"have", "has", "had", "having"})
    return word.pos_ == "VERB" and not decided


def _is_a_side(word: Token) -> bool:
    """True for the no of "voted no on it", the in of "voted in favour on it"."""
    favour = word.lower_ == "in" and any(c.lower_ in ("favor", "favour") for c in word.children)
    return favour or word.lower_ in ("no", "yes", "against", "for")


def is_only_spoken_of(preposition: Token, way: Way) -> bool:
    """True for the on of "gave a speech on it", "mentioned her view on it"."""
    if preposition.lower_ == "to" and preposition.head.lemma_ in ("reference", "allusion"):
        return way.how == SPEAKS
    above = preposition.head
    if preposition.dep_ == "prep" and preposition.lower_ in ("over", "about") and above.lemma_ in _QUARRELS:
        return True
    about = preposition.lower_ in ("on", "about", "regarding", "concerning") and preposition.dep_ == "prep"
    if about and _is_ballot(above):
        return True
    if not about or way.how != SPEAKS:
        return False
    beside_it = child(above, "dobj") if above.pos_ == "VERB" else above  # "gave an opinion on it"
    is_talk = beside_it is not None and beside_it.pos_ == "NOUN" and beside_it.lemma_ in _TALK
    verb = beside_it.head if is_talk else None
    verb = verb.head if verb is not None and verb.pos_ == "ADP" else verb  # "thanked her for a briefing on it"
    if not is_talk:
        return False
    entry = leaning_of(verb)
    is_judged = entry is not None and entry.role == SIDE and beside_it.lemma_ in _FINDINGS
    return is_judged or verb.lemma_ in _HOLDING or verb == above or entry is None or entry.role in (DEED, PART)


def is_talked_of(preposition: Token) -> bool:
    """True for the on of "asked for an opinion on it", the of of "wants a study of it"."""
    if preposition.dep_ != "prep" or preposition.head.pos_ != "NOUN":
        return False
    noun, word = preposition.head.lemma_, preposition.lower_
    about = word in ("on", "about", "regarding", "concerning")
    return noun in _LOOKS if word == "of" else about and noun in _TALK | _LOOKS


def is_left_open(verb: Token, mention: IssueMention, way: Way) -> bool:
    """True for "has not ruled it out", "has yet to decide on it", "declined to discuss it", "has not heard of it"."""
    said = child(verb, "ccomp") if verb.lemma_ in _GUESSING else None
    if said is not None and way.how != JUDGED and (said == mention.root or said.is_ancestor(mention.root)):
        return True
    if is_polite(verb) or is_not_said(verb):
        return True
    own = leaning_of(verb) if is_beyond(verb) else None
    if own is not None and own.role == DEED:
        return True  # "unable to end it"
    if verb.lemma_ in ("put", "take") and _is_said_so(verb):
        return True
    if verb.lemma_ == "vote" and any(c.lower_ == "present" for c in verb.children):
        return True
    inner = child(verb, "xcomp") if verb.lemma_ == "decline" else None
    if inner is not None and inner.lemma_ in SAYING:
        return True
    claimed = child(verb, "xcomp")
    heard = child(verb, "xcomp", "advcl") if verb.lemma_ in ("agree", "vote", "decide") else None
    if heard is not None and heard.lemma_ in HEARING and has_to(heard) and heard.is_ancestor(mention.root):
        return True  # "agreed to discuss it"
    if claimed is not None and is_claimed(claimed) and (claimed == mention.root or claimed.is_ancestor(mention.root)):
        return True
    learns = claimed is not None and verb.lemma_ in _LIKING and claimed.lemma_ in _LEARNING and has_to(claimed)
    if learns and claimed.is_ancestor(mention.root):
        return True  # "would like to be informed of it"
    if verb.lemma_ == "hear" and not auxiliaries(verb) & TO_COME:
        return True
    if verb.lemma_ in _PROPOSING and is_passive(verb) and child(verb, "agent") is None:
        is_it = any(c.lower_ == "it" for c in children(verb, "nsubjpass"))
        return is_it and child(verb, "xcomp", "ccomp") is not None  # "it is proposed to end it": nobody's
    to = prepositional(verb, "to") if verb.lemma_ in ("put", "refer", "send", "submit") else None
    if to is not None and to.lemma_.lower() in _DECIDERS:
        return True  # "put the question of it to a committee"
    if verb.lemma_ == "rule" and verb.dep_ == "xcomp" and verb.head.lemma_ in ("refuse", "decline"):
        return True  # "refused to rule it out"
    may_be = verb.lemma_ in ("rule", "exclude", "decide", "rush") and verb.pos_ == "VERB"
    return may_be and denied(verb, mention) and leaning_of(verb) is not None


def is_not_said(verb: Token) -> bool:
    """True for the refuse of "it's not that I refuse", "I wouldn't say I refuse"."""
    above = verb.head
    if verb.dep_ != "ccomp" or not is_negated(above):
        return False
    bare = above.lemma_ == "be" and child(above, "acomp", "attr") is None
    is_that = bare and any(c.lower_ == "it" for c in children(above, "nsubj"))
    return is_that or (above.lemma_ == "say" and bool(auxiliaries(above) & {"would", "'d", "’d"}))


def is_claimed(verb: Token) -> bool:
    """True for the lifting of "claims to be lifting it", not for the object of "claims to object to it"."""
    if verb.dep_ != "xcomp" or verb.head.lemma_ not in _CLAIMING or not has_to(verb):
        return False
    entry = leaning_of(verb)
    return entry is None or entry.role != SIDE


def is_polite(verb: Token) -> bool:
    """True for "allow me a word"."""
    bare = verb.tag_ == "VB" and child(verb, "nsubj", "aux") is None
    return bare and verb.lemma_ in ("allow", "permit") and any(c.lower_ in ("me", "us") for c in verb.children)


def _is_said_so(verb: Token) -> bool:
    """True for "as she puts it", "puts it bluntly", and for the take of "take the ban: it has failed"."""
    if verb.lemma_ == "take":
        behind = child(verb, "dobj")
        rest = verb.doc[behind.right_edge.i + 1 :] if behind is not None else ()
        return verb.tag_ == "VB" and child(verb, "nsubj", "aux") is None and len(rest) > 0 and rest[0].text == ":"
    thing = child(verb, "dobj")
    said = any(c.lower_ == "as" or (thing is not None and c.i == thing.i + 1) for c in children(verb, "mark", "advmod"))
    alone = child(verb, "prep", "prt") is None
    return thing is not None and thing.lower_ == "it" and said and alone


def is_neither(word: Token) -> bool:
    """True in "neither for nor against", "neither welcome nor decline"."""
    if "neither" not in words_of(word.doc):
        return False
    first = word.head if word.dep_ == "conj" else word
    if not any(c.lower_ == "neither" for c in first.children):
        return False
    sides = [entry.side for one in (first, *children(first, "conj")) if (entry := leaning_of(one)) is not None]
    return first.lower_ in ("for", "against") or {1, -1} <= set(sides)


def is_not_asked_for(word: Token, mention: IssueMention) -> bool:
    """True for "has not called for it", "made no call for it": who asks for nothing takes no side by that."""
    part = PARTS_OF_SPEECH.get(word.pos_)
    if part not in ("verb", "noun") or word.lemma_ in _NEEDING:
        return False
    asks = any(entry.act == "REQUEST" for entry in speech.act_words().get((word.lemma_.lower(), part), ()))
    return asks and (part == "noun" or is_negated(word)) and denied(word, mention)
