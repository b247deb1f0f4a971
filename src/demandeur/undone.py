"""Undone: what somebody is only asked to do, or is to do: no side of the one who is to do it."""

from spacy.tokens import Token

from demandeur.grammar import SUBJECTS, auxiliaries, child, children, has_to
from demandeur.issue_mentions import IssueMention
from demandeur.lexicon import speech
from demandeur.lexicon.leanings import DEED
from demandeur.negation import INTENDING, is_negated, is_unready
from demandeur.realis import POSSIBLE, TO_COME
from demandeur.side_words import leaning_of

_UNCHANGED = {"put", "cut", "set", "let", "shut", "quit"}
"""Verbs whose past is like their base."""
OBLIGING = {"must", "should", "ought", "could", "might", "may", "can", "shall"}
_AWAITING = {"when", "once", "if", "unless", "until", "till"}
_ACHIEVED = set(
    "clinch muster win secure gain obtain reach get persuade convince pass unite consolidate find achieve attract "
    "negotiate resolve broker rally raise revive rescue save overcome qualify".split()
)
"""What one may fail to do though one wants to."""
_TRIES = {"bid", "attempt", "effort", "fight", "battle", "campaign", "case", "appeal", "struggle", "quest"}
"""What one may lose or fail in, though one wants what it is for."""
_WILLING = INTENDING | {"want", "wish", "try", "seek", "attempt", "vow", "promise", "agree"}
"""What who does not do it does not do the deed behind it either."""
_REFRAINING = {"refrain", "abstain", "desist", "shrink", "shy"}
_ADVISING = {"advise", "warn", "caution", "counsel", "recommend", "decide", "argue", "urge", "vote", "guard", "rule"}
"""What one does against something that so isn't done."""
APOLOGIES = {"apologise", "apologize", "apology", "sorry"}
_FORETELLING = {"predict", "expect", "forecast", "speculate", "bet", "guess", "wonder", "assume", "hope"}


def is_only_asked(verb: Token, doer: Token) -> bool:
    """True for one who is to do it, or may: "must stop", "urged him to stop", "time for him to stop"."""
    if is_first_person(doer):
        return False
    if is_demanded(verb) or auxiliaries(verb) & OBLIGING or (verb.head.lemma_ == "time" and has_to(verb)):
        return True
    if is_called_for(verb):
        return True
    if _is_awaited(verb) or is_foretold(verb):
        return True
    governor = verb.head
    if verb.dep_ == "xcomp" and has_to(verb) and is_told(governor):
        return True
    controlled = verb.dep_ in ("xcomp", "ccomp", "advcl") and has_to(verb) and governor.pos_ == "VERB"
    return controlled and doer in children(governor, "dobj", "dative", "nsubjpass") + children(verb, "nsubj")


def is_called_for(verb: Token) -> bool:
    """True for the end of "rejected calls to end it"."""
    if verb.dep_ not in ("acl", "advcl") or not has_to(verb):
        return False
    noun = verb.head if verb.dep_ == "acl" else child(verb.head, "dobj")
    if noun is None or noun.i + 2 != verb.i:
        return False
    return _asks(noun, "noun")


def is_told(participle: Token) -> bool:
    """True for the asked of "asked to sign it, X laughed"."""
    if participle.tag_ != "VBN" or participle.dep_ not in ("advcl", "acl"):
        return False
    bare = child(participle, "aux", *SUBJECTS) is None and child(participle, "xcomp") is not None
    return bare and _asks(participle, "verb")


def is_foretold(verb: Token) -> bool:
    """True for the verb of "predict that X will endorse it"."""
    foretold = verb.dep_ == "ccomp" and verb.head.lemma_ in _FORETELLING
    return foretold and bool(auxiliaries(verb) & TO_COME)


def _is_awaited(verb: Token) -> bool:
    """True for the verb of "will leave when they build it", "if they built it, we would leave": not done yet."""
    marked = any(c.lower_ in _AWAITING for c in children(verb, "mark", "advmod"))
    return verb.dep_ == "advcl" and marked and bool(auxiliaries(verb.head) & POSSIBLE)


def is_demanded(verb: Token) -> bool:
    """True in "demanded that he leave", also where the parser takes that for the present: "that they leave"."""
    if verb.dep_ != "ccomp" or auxiliaries(verb):
        return False
    if verb.lower_ in _UNCHANGED and _asks(verb.head, "verb"):
        return True
    return verb.tag_ == "VB" or (verb.tag_ == "VBP" and _asks(verb.head, "verb"))


def _asks(word: Token, part: str) -> bool:
    """True for a verb, or a noun, of asking."""
    return any(entry.act == "REQUEST" for entry in speech.act_words().get((word.lemma_.lower(), part), ()))


def is_left_undone(verb: Token) -> bool:
    """True for the verb of "their failure to agree", "slow to agree", "stop fighting it": the word above tells."""
    if is_missed(verb):
        return False
    over = verb.dep_ == "acl" or (verb.dep_ == "xcomp" and verb.head.pos_ in ("ADJ", "VERB"))
    is_object = verb.dep_ == "xcomp" or (verb.dep_ == "advcl" and verb.i > 0 and verb.nbor(-1).dep_ == "prt")
    ended = is_object and verb.tag_ == "VBG" and verb.head.pos_ == "VERB"  # "ruled out backing it"
    entry = leaning_of(verb.head) if (over and has_to(verb)) or ended else None
    if _is_refrained_from(verb):
        return True
    if verb.dep_ == "xcomp" and verb.head.lemma_ in _WILLING and is_negated(verb.head):
        return True  # "does not intend to back it"
    if over and verb.head.pos_ == "ADJ" and is_unready(verb.head):
        return True
    return entry is not None and entry.side < 0


def is_missed(verb: Token) -> bool:
    """True for the stop of "failed to stop it", the win of "failed to win it": they wanted to."""
    if verb.dep_ != "xcomp" or verb.head.lemma_ != "fail":
        return False
    entry = leaning_of(verb)
    return verb.lemma_ in _ACHIEVED or (entry is not None and entry.role == DEED and entry.side < 0)


def is_no_will(noun: Token, verb: Token) -> bool:
    """True for the bid of "lost her bid for it", the win of "failed to win it": she still wants it."""
    if is_missed(noun):
        return True
    of = noun.head if noun.dep_ == "pobj" else noun
    return verb.lemma_ in ("lose", "fail") and of.dep_ in ("dobj", "prep") and noun.lemma_ in _TRIES


def is_first_person(token: Token) -> bool:
    """True for the speaker, alone or among others."""
    return token.lower_ in ("we", "i", "our", "my", "us")


def _is_refrained_from(word: Token) -> bool:
    """True for the endorsing of "refrained from endorsing it", the criticism of "refrained from criticism"."""
    behind = word.dep_ in ("pcomp", "pobj") and word.head.lower_ == "from"
    return behind and word.head.head.lemma_ in _REFRAINING


def _is_behind(verb: Token, preposition: str, words: set[str]) -> bool:
    """True for a gerund that stands behind a preposition of one of some words."""
    return verb.dep_ == "pcomp" and verb.head.lower_ == preposition and verb.head.head.lemma_ in words


def is_passed_up(verb: Token) -> bool:
    """True for what isn't done: "instead of opposing it", "refrained from", "has yet to oppose it"."""
    if verb.dep_ == "xcomp" and verb.head.lemma_ in ("have", "be") and has_to(verb):
        return any(c.lower_ == "yet" for c in verb.head.children)
    return is_passed_over(verb) or is_advised_against(verb) or _is_refrained_from(verb) or is_fallen_short_of(verb)


def is_advised_against(verb: Token) -> bool:
    """True for the rejecting of "advised against rejecting it"."""
    return _is_behind(verb, "against", _ADVISING)


def is_taken_back(verb: Token) -> bool:
    """True for what who isn't doing it, or is sorry for it, shows the other side by."""
    return is_passed_over(verb) or is_advised_against(verb) or is_regretted(verb) or _is_of_old(verb)


def _is_of_old(verb: Token) -> bool:
    """True for the support of "used to support it", not for that of "used the money to support it"."""
    past = verb.head
    is_bare = past.lower_ == "used" and verb.i > past.i and verb.doc[past.i + 1].lower_ == "to"
    return verb.dep_ == "xcomp" and is_bare and child(past, "auxpass", "dobj") is None


def is_regretted(verb: Token) -> bool:
    """True for the opposing of "apologised for opposing it", "regretted opposing it"."""
    if verb.dep_ == "xcomp":
        return verb.tag_ == "VBG" and verb.head.lemma_ == "regret"
    return _is_behind(verb, "for", APOLOGIES)


def is_fallen_short_of(verb: Token) -> bool:
    """True for the verb of "stopped short of endorsing it"."""
    return _is_behind(verb, "of", {"short"})


def is_passed_over(verb: Token) -> bool:
    """True for the attending of "instead of attending it"."""
    return verb.dep_ == "pcomp" and is_instead(verb.head)


def does_who_knows_what(word: Token, mention: IssueMention) -> bool:
    """True for a verb that no lexicon knows: what "tried to reel it in" does to it, the "tried" can't tell."""
    verb = child(word, "pcomp") if word.dep_ == "prep" else word
    if verb is None or verb.pos_ != "VERB" or mention.start <= verb.idx < mention.end:
        return False
    return verb.dep_ in ("xcomp", "pcomp") and leaning_of(verb) is None


def is_instead(word: Token) -> bool:
    """True for the of of "instead of", the than of "a bridge rather than the dam"."""
    if word.i == 0:
        return False
    before = word.nbor(-1).lower_
    if word.lower_ == "of":
        return before == "instead"
    is_noun = word.lower_ == "than" and child(word, "pobj") is not None and word.head.lower_ != "rather"
    return is_noun and before == "rather"
