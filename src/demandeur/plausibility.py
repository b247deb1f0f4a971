"""Plausibility: where the words around a word of the act lexicon show that it makes no act."""

from spacy.tokens import Token

from demandeur import lexicon
from demandeur.cast import Cast
from demandeur.clause_frames import THAT_CLAUSE, TO_INFINITIVE
from demandeur.complement import Complement
from demandeur.frames import BARE, complement
from demandeur.grammar import (
    auxiliaries,
    child,
    children,
    has_to,
    is_passive,
    prepositional,
    sentence_of,
    subtree,
)
from demandeur.idle import is_idle
from demandeur.issuers import issuer_of
from demandeur.judging_frames import OPPOSED
from demandeur.lexicon.speech import ActWord, act_words
from demandeur.negation import is_negated, is_of_nothing
from demandeur.noun_frames import NOUN_TARGET, OBJECT, PREPOSITION
from demandeur.participants import agent, patient, subject
from demandeur.realis import TO_COME, realis
from demandeur.thing_kinds import is_human
from demandeur.will_frames import WARNED
from demandeur.wish_frames import WISH

_NEEDS_ADDRESSEE = {"ask", "expect", "want", "beg", "require"}
_GLAD = {"happy", "glad", "pleased", "delighted"}
NO_FAVOURS = {
    "say",
    "tell",
    "rule",
    "believe",
    "see",
    "hear",
    "die",
    "risk",
    "ignore",
    "overlook",
    "lose",
    "imagine",
    "doubt",
}
"""What one is ready to do without doing anybody a favour."""
_UTTERING = set("issue make repeat renew level carry voice reiterate direct escalate".split())
_GUESSING = {"seem", "appear", "look", "sound", "feel"}
"""What the writer says of a readiness that nobody has uttered."""
_COMPARED = {"less", "more", "better", "best", "well", "ill", "least", "most", "uniquely"}
_ANSWERING = set(
    "name describe explain comment respond rate choose pick identify elaborate clarify react grade rank say reply "
    "weigh compare reflect answer".split()
)
"""What one is asked to do in an interview."""
_DONE_BY_WARNERS = set(
    "consequence repercussion reaction retaliation reprisal response sanction measure step action strike walkout "
    "boycott war tariff penalty punishment force attack veto blockade embargo cut suspension expulsion prosecution "
    "lawsuit".split()
)
_IS = {"is", "are", "was", "were", "be", "been", "’s", "'s", "’re", "'re"}
_POLLS = {"poll", "survey", "percent", "%", "proportion", "pollster"}
_CONFERRING = set("hold host receive meet convene gather call travel fly arrive welcome invite summon see join".split())
_PROCEEDINGS = {"investigation", "inquiry", "probe"}
"""What is told of as often as made: "there were nine investigations"."""
_AWAY = {"off", "away", "down", "out"}


def _is_sought(noun: Token) -> bool:
    """True for the guarantee of "held out for a guarantee that …": others are to give it."""
    return noun.pos_ == "NOUN" and noun.dep_ == "pobj" and noun.head.lower_ == "for"


def is_plausible(cast: Cast, token: Token, entry: ActWord, found: Complement) -> bool:
    """True where what stands around a word of the act lexicon lets it make its act."""
    if entry.part == "verb" and is_idle(token):
        return False
    if entry.act == "REQUEST" and (_is_the_presss(token) or not _asks(cast, token, entry, found)):
        return False
    if entry.act == "REJECT" and found.clause is None and entry.part == "verb" and _is_the_presss(patient(token)):
        return False
    if entry.act == "THREATEN" and entry.part == "noun" and found.rule != TO_INFINITIVE:
        return token.lemma_ != "threat" or token.head.lemma_ in _UTTERING
    if token.lemma_ == "boycott" and realis(token) == "done":
        return False
    if entry.act == "CONCEDE" and not _is_owned_up_to(cast, issuer_of(cast, token, entry), found):
        return False
    if entry.part == "adjective" and not _is_a_readiness(token, found):
        return False
    if entry.act == "ACCEPT" and found.rule == BARE and _is_supposed(token):
        return False
    if token.lemma_ in _GLAD and not auxiliaries(token.head) & TO_COME:
        return False  # "was glad to hear"
    if entry.act == "THREATEN" and found.rule == PREPOSITION and token.lemma_ == "warn" and not _is_of_harm(found):
        return False
    if found.rule == WARNED and not _is_by_the_warner(cast, token, found):
        return False
    if entry.act == "OFFER" and (is_passive(token) or _is_sought(token) or is_of_nothing(token)):
        return False
    if entry.act == "CONSULT":
        return _is_a_meeting(cast, token, entry, found)
    if entry.part == "noun" and _is_no_ones(cast, token, entry):
        return False
    if entry.act in ("ACCUSE", "SUPPORT") and is_passive(token) and subject(token) is None:
        return False
    if token.lemma_ in ("hammer", "knock", "blast") and child(token, "prt") is not None:
        return False  # "hammered out a deal"
    if token.lemma_ == "back" and any(c.lower_ in _AWAY for c in children(token, "prt")):
        return False  # "backed off some of the cuts"
    return not (token.lemma_ == "offer" and _object_is_speech(token))


def _is_a_readiness(adjective: Token, found: Complement) -> bool:
    """True for "ready to sign": not where the writer guesses, nor where it does nobody a favour."""
    if not _is_ready_to_act(found) or _is_open(adjective) or _is_able(adjective):
        return False
    is_preparing = adjective.lemma_ == "ready" and adjective.head.lemma_ == "get"  # "was getting ready to run"
    if is_preparing or adjective.head.lemma_ in _GUESSING:
        return False
    return found.clause is None or found.clause.lemma_ not in NO_FAVOURS


def _is_a_meeting(cast: Cast, token: Token, entry: ActWord, found: Complement) -> bool:
    """True where somebody is told of who meets, and "negotiate with" has people behind it."""
    if found.addressee is None:
        return _may_confer(cast, token, entry)
    if token.lemma_ != "negotiate" or found.addressee.dep_ != "pobj":  # not "with a gun on the table"
        return True
    return bool(cast.who(found.addressee)) or is_human(found.addressee)


def _is_no_ones(cast: Cast, noun: Token, entry: ActWord) -> bool:
    """True for inquiries that there are, whoever makes them."""
    is_told_of = noun.lemma_ in _PROCEEDINGS
    return is_told_of and (issuer_of(cast, noun, entry) is None or child(noun.head, "expl") is not None)


def _is_the_presss(noun: Token | None) -> bool:
    """True for the requests of "requests for comment", and for what it wants: "declined an interview"."""
    if noun is None or noun.lemma_ not in ("request", "call", "message", "interview"):
        return False
    about = prepositional(noun, "for")
    words = {noun.lemma_, *(c.lemma_ for c in children(noun, "compound")), about.lemma_ if about is not None else ""}
    return bool(words & {"interview", "comment"})


def _asks(cast: Cast, token: Token, entry: ActWord, found: Complement) -> bool:
    """Leave out the verbs of asking where they forecast, look for something, or name a thing and nobody's deed."""
    if entry.part == "verb" and found.rule == TO_INFINITIVE:
        if token.lemma_ == "ask" and found.clause is not None and _is_interviewed(token, found.clause):
            return False
        if found.addressee is None:
            return token.lemma_ not in _NEEDS_ADDRESSEE and token.lemma_ in ("demand", "propose", "request")
        is_other = found.addressee.lower_ in ("other", "others")
        if not cast.who(found.addressee) and found.addressee.pos_ not in ("NOUN", "PROPN", "PRON") and not is_other:
            return False
    if token.lemma_ == "expect" and is_passive(token) and subject(token) is None:
        return False  # a forecast
    if token.lemma_ == "expect" and found.addressee is not None and found.rule == TO_INFINITIVE:
        is_pronoun = found.addressee.lower_ in ("you", "them", "him", "her", "others", "us")
        return is_pronoun or bool(cast.who(found.addressee)) or is_human(found.addressee)  # not "growth to go on"
    if token.lemma_ in ("ask", "tell", "seek", "want", "expect") and found.rule == OBJECT:
        is_verb_next = token.i + 1 < len(token.doc) and token.nbor().lower_ == "to"  # "sought to calm tempers"
        return token.lemma_ == "seek" and bool(cast.who(subject(token))) and not is_verb_next
    if token.lemma_ == "require" and is_passive(token) and agent(token) is None and not auxiliaries(token) - _IS:
        return False  # "applicants are required to wait": how things are
    if token.lemma_ == "require" and found.addressee is not None and found.rule == TO_INFINITIVE:
        word = found.addressee.lemma_.lower()
        is_body = found.addressee.lower_ in lexicon.group_nouns() or word in lexicon.acting_places()
        return bool(cast.who(found.addressee)) or is_human(found.addressee) or is_body  # not "require money to work"
    if token.lemma_ in ("encourage", "discourage") and found.rule == OBJECT and not _is_encouraged(cast, token, found):
        return False
    if token.lemma_ in ("look", "count", "rely", "lean") and not cast.who(found.addressee):
        return False
    if token.lemma_ in ("count", "rely") and (own := subject(token)) is not None and own.lower_ not in ("we", "i"):
        return False
    if found.rule == WISH and (not cast.who(subject(token)) or _is_in_an_if(token) or _is_polled(token)):
        return False
    if token.lemma_ == "want" and (auxiliaries(token) & TO_COME or _is_for_them_to_know(found)):
        return False  # "she'll likely want them to stay"
    return not (entry.part == "verb" and found.clause is None and _asks_by_noun(token))


def _is_polled(token: Token) -> bool:
    """True for what "4 in 10 voters want", by a poll: they have asked nobody for it."""
    words = {t.lemma_.lower() for t in sentence_of(token)}
    return bool(words & _POLLS) or ("in" in words and any(t.text.isdigit() for t in subtree(subject(token))))


def _is_in_an_if(token: Token) -> bool:
    """True for the wanted of "would wait for years if it wanted a deal"."""
    return any(c.lower_ in ("if", "unless") for c in children(token, "mark"))


def _is_interviewed(token: Token, clause: Token) -> bool:
    """True for "was asked to name a mistake", by nobody in particular: a question."""
    return is_passive(token) and agent(token) is None and clause.lemma_ in _ANSWERING


def _is_for_them_to_know(found: Complement) -> bool:
    """True for "I want you to know", by which one only tells something."""
    return found.clause is not None and found.clause.lemma_ in ("know", "understand", "feel", "believe", "remember")


def _is_encouraged(cast: Cast, token: Token, found: Complement) -> bool:
    """True for "we encourage dialogue", "encouraged Norway's withdrawal"; not for "encouraging signs", "bred war"."""
    own = subject(token)
    if token.dep_ == "amod" or own is None or not found.content or token.i > found.content[0].i:
        return False
    return own.lower_ in ("we", "i") or any(cast.who(t) for t in found.content)


def _is_ready_to_act(found: Complement) -> bool:
    """True for "ready to sign": not where the verb behind makes an act of its own ("ready to accept")."""
    if found.rule in (OPPOSED, NOUN_TARGET):
        return True
    if found.clause is None:
        return False
    words = act_words().get((found.clause.lemma_, "verb"), ())
    return not any(complement(found.clause, word.frames) is not None for word in words)


def _is_owned_up_to(cast: Cast, issuer: Token | None, found: Complement) -> bool:
    """True for "concedes that he was wrong"; not for "concedes that her friends love the mayor"."""
    who = set(cast.all_of(issuer))
    own = child(found.clause, "nsubj", "nsubjpass") if found.rule == THAT_CLAUSE else None
    if own is None or not who:
        return bool(who)
    whose = child(own, "poss")
    side = cast.with_states(who)
    is_ours = own.lower_ in ("i", "we", "it", "there") or bool(side & set(cast.who(own)))
    is_granted = any(c.lower_ == "right" for c in children(found.clause, "acomp"))  # "that Chad was right"
    return is_ours or is_granted or (whose is not None and bool(side & set(cast.who(whose))))


def _is_supposed(token: Token) -> bool:
    """True for "the founders would agree"; not for what somebody said he would do."""
    own = child(token, "nsubj")
    is_ours = own is not None and own.lower_ in ("we", "i")
    first = token.left_edge
    is_quoted = first.i > 0 and first.nbor(-1).is_quote
    return "would" in auxiliaries(token) and (token.dep_ != "ccomp" or is_quoted) and not is_ours


def _may_confer(cast: Cast, token: Token, entry: ActWord) -> bool:
    """True where somebody is told of who confers; of a person alone who "discussed the wall" with whom is not."""
    who = cast.all_of(issuer_of(cast, token, entry))
    is_alone = len(who) == 1 and cast.actors[who[0]].kind == "person"
    is_kept_secret = token.lemma_ == "discuss" and (is_negated(token) or bool(auxiliaries(token) & {"can", "could"}))
    is_for_talks = has_to(token) and token.head.lemma_ in _CONFERRING  # "held talks with X to discuss it"
    is_told = is_alone and token.lemma_ == "discuss" and not is_for_talks
    return bool(who) and not is_kept_secret and not is_told


def _is_of_harm(found: Complement) -> bool:
    """True for "warned of sanctions", what the warner may do; not for "warned of famine"."""
    return any(t.lemma_ in _DONE_BY_WARNERS for t in found.content)


def _is_able(adjective: Token) -> bool:
    """True for "better prepared to govern", "has never been less prepared to": who can, not who is ready to."""
    return adjective.lemma_ == "prepared" and any(c.lower_ in _COMPARED for c in children(adjective, "advmod"))


def _is_open(adjective: Token) -> bool:
    """True for the willing of "the question is how far he is willing to go", "if there are people willing to go"."""
    above = adjective.head
    asked = any(c.lower_ in ("how", "whether") for t in (adjective, above) for c in subtree(t) if c.i < adjective.i)
    supposed = above.pos_ == "NOUN" and any(c.lower_ == "if" for c in children(above.head, "mark"))
    return asked or supposed


def _is_by_the_warner(cast: Cast, token: Token, found: Complement) -> bool:
    """True where the one who warns, or whose side he is on, will do what he warns of."""
    own, warner = child(found.clause, "nsubj"), subject(token)
    if warner is None:
        return False
    side = cast.with_states(cast.all_of(warner))
    return bool(side & cast.with_states(cast.all_of(own))) or (own.lower_ in ("it", "they") and not cast.who(own))


def _asks_by_noun(token: Token) -> bool:
    """True for "insisted on its demand that …": the noun says more."""
    noun = prepositional(token, "on", "for") or patient(token)
    words = act_words().get((noun.lemma_.lower(), "noun"), ()) if noun is not None else ()
    return any(word.act == "REQUEST" and complement(noun, word.frames) is not None for word in words)


def _object_is_speech(token: Token) -> bool:
    """True for "offered support": the noun makes the act, not the light verb."""
    thing = patient(token)
    if thing is not None and any(c.lower_ == "guilty" for c in thing.children):
        return False  # "offered a guilty plea"
    words = act_words().get((thing.lemma_.lower(), "noun"), ()) if thing is not None else ()
    return any(word.act != "CONSULT" for word in words)
