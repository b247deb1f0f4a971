"""Triggers: acts made by the verbs and nouns of the act lexicon ("urged", "their calls for", "refused")."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from demandeur.act import Act
from demandeur.alongside import alongside
from demandeur.asked import asked
from demandeur.cast import Cast
from demandeur.clause_frames import THAT_CLAUSE
from demandeur.clauses import finite_clause, noun_words
from demandeur.complement import Complement
from demandeur.counterparts import (
    beneficiary,
    considering,
    counterpart,
    is_author,
    is_named,
    people_in,
    suffers,
    written_to,
)
from demandeur.deeds import beside, turned
from demandeur.frames import complement
from demandeur.giving_frames import ASSURED, GIVEN
from demandeur.grammar import (
    all_tokens,
    auxiliaries,
    bounds,
    child,
    children,
    has_to,
    is_passive,
    prepositional,
    sentence_of,
    span_of,
    subtree,
)
from demandeur.issuers import issuer_of
from demandeur.judging_frames import BRANDED, OFFERED
from demandeur.lexicon.speech import ActWord, act_words
from demandeur.negation import OMISSIONS, is_act_denied, is_negated
from demandeur.participants import patient
from demandeur.plausibility import is_plausible
from demandeur.polite_frames import BACK, GRATEFUL
from demandeur.prospects import is_holding_out, is_hostile_deed, is_refusal
from demandeur.questions import is_asked_about
from demandeur.realis import POSSIBLE, realis
from demandeur.side_words import fails_to_agree, is_phrase, leaning_of
from demandeur.undone import is_passed_up
from demandeur.will_frames import NO_WILL

_CONDITIONAL_MARKS = {"if", "unless", "until", "once", "whether", "when", "before"}
_PARTS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}
_ALLEGATIONS = {"allegation", "accusation", "claim", "suspicion"}
_SILENCE = set("comment speculate elaborate say tell confirm disclose specify reveal name identify quote".split())
_OUGHT = {"should", "must", "ought"}
"""By which somebody is told to do it: nothing is done yet."""
_HARM = set("attack war retaliation revenge vengeance reprisal bloodshed bloodbath punishment offensive strike".split())
_HARSH = set("strong swift harsh firm crushing robust severe tough forceful decisive fierce".split())
_WAGING = {"go", "use", "wage", "launch", "start", "resort", "declare", "mount", "order", "begin", "conduct"}
_TALKED_OVER = {"discuss", "describe", "elaborate", "explain", "talk"}
_NEAR = 6  # tokens
_GOING = {"press", "go", "push", "forge", "plough", "plow", "carry", "soldier", "fight", "move"}
_ABOUT_ACTORS = ("ACCUSE", "SUPPORT", "CONSULT")
_ABOUT_THINGS = ("ACCEPT", "OFFER", "CONCEDE", "REJECT")
_POLITE = {GRATEFUL, BACK}
"""Rules of words that ask now with a "would"."""
_BINDING = {"promise", "pledge", "undertake"}
_WITH_COUNTERPARTS = (*_ABOUT_THINGS, "THREATEN")


def find_triggered(doc: Doc, cast: Cast) -> Iterator[Act]:
    """Yield the acts that words of the act lexicon make, one for each trigger and act."""
    tokens, words = all_tokens(doc), {word for word, _ in act_words()}
    lemmas, strings = doc.to_array("LEMMA").tolist(), doc.vocab.strings
    telling = {lemma for lemma in set(lemmas) if strings[lemma].lower() in words}
    for token in [tokens[place] for place, lemma in enumerate(lemmas) if lemma in telling]:
        part = _PARTS.get(token.pos_)
        for entry in act_words().get((token.lemma_.lower(), part), ()) if part else ():
            act = _act(cast, token, entry)
            if act is not None:
                yield act
                yield from alongside(cast, act, token)
                break


def find_asked_about(cast: Cast, verb: Token) -> Act | None:
    """Return the act that a question asks about: the acceptance of "would you accept it?"."""
    entries = act_words().get((verb.lemma_.lower(), "verb"), ()) if is_asked_about(verb) else ()
    return next((act for entry in entries if (act := _act(cast, verb, entry, asked=True)) is not None), None)


def _act(cast: Cast, token: Token, entry: ActWord, *, asked: bool = False) -> Act | None:
    if entry.part == "noun" and not _is_speech_noun(token):
        return None
    if any(c.lower_ == "as" for c in children(token, "mark")) or is_passed_up(token):
        return None
    if any(c.lower_ == "whether" for c in children(token, "mark")) and not asked:
        return None  # "was asked whether he would support it"
    if (is_asked_about(token) and not asked) or (entry.act != "REQUEST" and auxiliaries(token) & _OUGHT):
        return None
    if entry.part == "verb" and (_is_refused(token) or (entry.act == "CONCEDE" and _is_pleaded(token))):
        return None
    if entry.part == "verb" and (fails_to_agree(token) or (entry.act != "REQUEST" and _is_weighed(token))):
        return None
    found = complement(token, entry.frames)
    if found is None or not is_plausible(cast, token, entry, found):
        return None
    kind = entry.act
    if kind == "REJECT" and found.clause is not None and _keeps_silent(found.clause):
        return None
    if kind in ("CONCEDE", "OFFER", "CONSULT", "ACCEPT") and _is_condition(token):
        return None
    if kind == "ACCEPT" and token.lemma_ == "agree" and auxiliaries(token) & {"can", "could"}:
        return None  # "can agree on one thing"
    if kind == "ACCEPT" and token.dep_ == "xcomp" and token.head.lemma_ == "have" and has_to(token):
        return None  # "we will have to accept it"
    if kind == "OFFER" and found.clause is not None and _goes_ahead(found.clause):
        return None
    if kind in ("OFFER", "ACCEPT") and found.clause is not None and token.lemma_ != "agree":
        kind = _by_content(kind, found.clause) if not _binds_not_to(token, found.clause) else kind
    if found.rule == BRANDED and found.addressee.lemma_.lower() in OFFERED:
        kind, found = "REJECT", replace(found, addressee=None, content=noun_words(found.addressee, token))
    if kind == "OFFER" and found.clause is None and (thing := patient(token)) is not None:
        kind = "THREATEN" if _names_harm(thing) else "CONCEDE" if thing.lemma_ == "apology" else kind
    issuer = issuer_of(cast, token, entry)
    addressee = _addressee(cast, token, entry, found)
    if addressee is None and kind == "REQUEST":
        own = set(cast.all_of(issuer))
        addressee = written_to(cast, token, own) or considering(cast, token, own)
    guessed = addressee is None and kind in _WITH_COUNTERPARTS
    if kind == "REJECT" and found.clause is not None and found.clause.lemma_ in _TALKED_OVER:
        guessed = False  # "declined to discuss the attacks on X": whom she refuses, nobody says
    if guessed and not (kind == "REJECT" and found.clause is not None and is_hostile_deed(found.clause)):
        addressee = counterpart(cast, token, issuer, _without_doer(kind, token, found))
        guessed = addressee is None or not is_author(addressee, found)
        if kind == "OFFER" and not is_named(cast, addressee):
            addressee = beneficiary(found.content) or addressee
    if addressee is None and kind == "CONCEDE":
        addressee = people_in([*found.content, *beside(token)])
    content = bounds(found.content) if found.content else None
    act = Act(
        act=kind,
        rule=found.rule,
        trigger=span_of(token),
        token=token,
        issuer=issuer,
        addressee=addressee,
        guessed=guessed,
        content=content if content and content[1] > content[0] else None,
        strength=entry.strength,
        negated=found.rule != NO_WILL and is_act_denied(token, kind),
        realis="done" if token.lemma_ == "live" or found.rule in _POLITE else realis(token),  # "could live with it"
    )
    return turned(act)


def _is_refused(verb: Token) -> bool:
    """True for the endorse of "their refusal to this point to endorse him", whatever the parser hung it on."""
    if verb.dep_ not in ("acl", "advcl") or not has_to(verb):
        return False
    return any(
        t.lemma_ == "refusal" or t.lemma_ in OMISSIONS
        for t in verb.doc[max(verb.i - _NEAR, sentence_of(verb).start) : verb.i]
    )


def _is_pleaded(verb: Token) -> bool:
    """True for "have mercy and forgive them": asked of another, not done."""
    return (
        verb.tag_ == "VB" and not auxiliaries(verb) and child(verb, "nsubj") is None and verb.dep_ in ("ROOT", "conj")
    )


def _is_weighed(verb: Token) -> bool:
    """True for "backing one side would hamper her", "seeming to back it would": nobody has done it."""
    nodes = [verb, *([verb.head] if verb.dep_ == "xcomp" else [])]
    return any(node.dep_ == "csubj" and node.tag_ == "VBG" and auxiliaries(node.head) & POSSIBLE for node in nodes)


def _goes_ahead(verb: Token) -> bool:
    """True for "press ahead with it", "carry on", "continue it": what one does anyway is no favour to others."""
    on = any(c.lower_ in ("ahead", "on", "forward") and c.dep_ in ("advmod", "prt") for c in verb.children)
    return verb.lemma_ == "continue" or (on and verb.lemma_ in _GOING)


def _keeps_silent(verb: Token) -> bool:
    """True for "declined to comment", "to speak on the record", not for "refused to say that it was theirs"."""
    if verb.lemma_ in ("speak", "talk"):
        heard = prepositional(verb, "on")
        return heard is not None and heard.lower_ == "record"
    if verb.lemma_ == "weigh":
        return any(c.lower_ == "in" for c in children(verb, "prt", "advmod"))
    told = finite_clause(verb)
    is_told = told is not None and any(c.lower_ == "that" for c in children(told, "mark"))
    return verb.lemma_ in _SILENCE and not is_told


def _names_harm(thing: Token) -> bool:
    """True for "promised more attacks", "a swift response": no favour."""
    return thing.lemma_ in _HARM or (thing.lemma_ == "response" and any(c.lower_ in _HARSH for c in thing.children))


def _makes_war(clause: Token) -> bool:
    """True for "go to war", "use force", "launch an attack"."""
    if clause.lemma_ not in _WAGING:
        return False
    things = [*children(clause, "dobj"), prepositional(clause, "to")]
    return any(thing is not None and thing.lemma_ in _HARM | {"force"} for thing in things)


def _without_doer(kind: str, token: Token, found: Complement) -> Complement:
    """Return the words of "promised that X would pay Y" without X, who is to do it, not to get it."""
    is_done = found.clause is not None and child(found.clause, "nsubj") is not None
    return Complement(found.rule, None, found.content, token) if kind == "OFFER" and is_done else found


def _binds_not_to(token: Token, clause: Token) -> bool:
    """True for "promised not to extend the fence": a promise, where "vowed not to negotiate" refuses."""
    return token.lemma_ in _BINDING and is_negated(clause)


def _by_content(kind: str, clause: Token) -> str:
    """Return THREATEN for "vowed to attack", "to stay until they pay", REJECT for "not to negotiate", else the kind."""
    if is_negated(clause):
        return "REJECT" if is_refusal(clause) else kind
    is_fought = is_phrase(clause) and (entry := leaning_of(clause)) is not None and entry.side < 0  # "take it to court"
    is_threat = is_hostile_deed(clause) or is_holding_out(clause) or is_fought or _makes_war(clause)
    return "THREATEN" if is_threat else kind


def _is_condition(token: Token) -> bool:
    """True for "if Norway releases them", "until Norway lifts the blockade": nothing has been conceded."""
    marks = {c.lower_ for c in children(token, "mark", "advmod")} & _CONDITIONAL_MARKS
    is_past = token.tag_ == "VBD" and not auxiliaries(token) and marks <= {"when", "before", "once"}
    return bool(marks) and not is_past  # "when Norway released them": it has


def _addressee(cast: Cast, token: Token, entry: ActWord, found: Complement) -> Token | None:
    addressee = found.addressee
    if entry.act == "REQUEST":
        if addressee is not None and addressee.dep_ == "nsubjpass" and not cast.who(addressee):
            addressee = asked(cast, token, entry, found) or addressee
        if addressee is None:
            addressee = asked(cast, token, entry, found)
        if addressee is None and token.lemma_ == "request":
            addressee = counterpart(cast, token, issuer_of(cast, token, entry), found)
            if addressee is not None and addressee.head.head == token and addressee.head.lower_ == "for":
                addressee = None  # "a request for a mission"
    if entry.act == "OFFER" and found.rule == THAT_CLAUSE and addressee is not None and addressee.dep_ == "nsubj":
        return None  # "pledged that X would pay": X gives
    if entry.act == "CONCEDE" and found.rule == THAT_CLAUSE:
        return None  # "conceded that she had been wrong"
    if addressee is None or cast.who(addressee):
        return addressee
    if entry.act in _ABOUT_ACTORS:
        by = prepositional(token, "by") if not is_passive(token) else None
        return by if by is not None and cast.who(by) else _owner_of(cast, addressee)
    return None if entry.act in _ABOUT_THINGS and found.rule not in (GIVEN, ASSURED) else addressee


def _is_speech_noun(token: Token) -> bool:
    """Leave out "demand for oil" as the market has it, and a noun inside a compound ("call centre")."""
    if token.dep_ in ("compound", "amod", "nmod", "ROOT"):
        return token.dep_ == "ROOT"
    if child(token, "poss", "det") is not None:
        return True
    if token.lemma_ == "demand" and token.tag_ == "NN":
        return token.head.lemma_ in ("repeat", "reject")
    return token.lemma_ != "order"


def _clause_behind(noun: Token) -> Token | None:
    """Return the "that" clause behind a noun that the parser hung on a verb above it."""
    for above in noun.ancestors:
        clause = finite_clause(above)
        if clause is not None and clause.i > noun.i:
            return clause
    return None


def _owner_of(cast: Cast, noun: Token) -> Token | None:
    """Return the actor whose deed or word is praised or blamed.

    X in "X's decision", "the attack by X", "an allegation by Y that X stole fish".
    """
    if noun.lemma_ in _ALLEGATIONS:
        clause = child(noun, "relcl", "acl", "ccomp") or _clause_behind(noun)
        accused = child(clause, "nsubj", "nsubjpass") if clause is not None else prepositional(noun, "against")
        return accused if accused is not None and cast.who(accused) else None
    by = prepositional(noun, "by")
    if by is not None and cast.who(by):
        return by
    for label in ("poss", "amod", "compound", "nmod"):
        for part in noun.children:
            if part.dep_ == label and cast.who(part) and not suffers(part):
                return part
    behind = [t for t in subtree(noun) if t.dep_ == "pobj" and t.head.lower_ in ("by", "of", "from") and cast.who(t)]
    behind = [t for t in behind if not suffers(t)]
    doers = [t for t in behind if t.head.lower_ == "by"]
    return next(iter(doers or behind), None)
