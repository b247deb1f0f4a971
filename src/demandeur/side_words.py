"""Side words: which words turn an issue's side or judge it, by the lexicon and by their place."""

from dataclasses import replace

from spacy.tokens import Doc, Token

from demandeur.grammar import child, children, has_to, is_passive, subtree, words_of
from demandeur.lexicon.leanings import DEED, SIDE, Leaning, harms, leanings, particle_verbs, phrases
from demandeur.negation import is_negated
from demandeur.once import once_a_document, once_a_step
from demandeur.punishing import is_leaving

PARTS_OF_SPEECH = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective", "ADV": "adverb"}
_FOR_A_SIDE = set("be vote come stand speak argue campaign rally fight march lobby push press root".split())
_AIMING = set("sue fight protest attack campaign challenge suit lawsuit injunction action complaint petition".split())
_FIGHTING = {"fight", "battle", "compete", "struggle", "strike"}
ASSERTING = set(
    "insist argue believe expect stress emphasise emphasize underline underscore reiterate reaffirm affirm deny "
    "maintain claim contend acknowledge announce declare".split()
)
"""Verbs that with "that" only say how things are."""
NAMING = set(
    "call consider deem describe brand label find see view regard portray term think declare denounce slam".split()
)
"""Verbs that say what something is: "called it a mistake"."""
_ENDING = {"stop", "end", "cease", "go", "halt", "close", "fall", "shrink", "lapse", "expire"}
_ON = {"on", "ahead", "through", "forward"}
_CHOICES = {"vote", "decide", "respond"}
_MEANT_WELL = {("concern", "for"), ("concerns", "for"), ("critical", "to"), ("critical", "for")}
_TROUBLES = {"problem", "threat", "dispute", "debt", "shortage"}
_FACING = set(
    "respond act address investigate review examine probe confront mitigate deal resolve solve settle fix cure "
    "heal".split()
)
"""What one does about what is bad, to be rid of it."""
_TURNED_BY_ITS_OBJECT = {"appeal", "plead", "threaten", "challenge", "strike", "seek", "demand"}
_PRIZES = set("leadership presidency speakership nomination seat title post job throne influence control power".split())
_FUNDS = {"money", "fund", "sum", "land", "million", "billion", "cash", "time", "day", "seat", "budget"}
"""What one sets aside for a thing that one wants."""
_REDRESS = {"damage", "damages", "compensation", "redress", "injunction"}
"""What one seeks over what has been done to one."""
_STRUCK = {"deal", "agreement", "accord", "balance", "bargain", "pact", "compromise", "truce", "settlement"}
_MEASURES = set(
    "tariff sanction action war retaliation strike reprisal penalty fine suspension closure walkout shutdown veto "
    "resignation embargo levy duty measure response blockade lawsuit litigation boycott cut ban".split()
)
"""What one threatens others with."""


@once_a_step
def leaning_of(token: Token, below: Token | None = None) -> Leaning | None:
    """Return what the lexicon says of a word that may govern an issue; ``below`` is the word on the way from there."""
    if token.dep_ in ("prep", "agent") or token.pos_ == "ADP":
        return leanings().get((token.lower_, "preposition"))
    part = PARTS_OF_SPEECH.get(token.pos_)
    if part == "verb" and token.lemma_ == "aim" and child(token, "auxpass") is not None:
        return None  # "is aimed at us"
    if is_felt(token) and child(token, "agent") is None:
        return leanings()[(token.lower_, "adjective")]
    if part == "verb":
        if (found := _phrase_of(token, below)) is not None:
            return found
        is_office = is_leaving(token) and any(c.lower_ == "as" for c in children(token, "prep"))
        found = None if is_office else _with_particle(token)
        if is_office or (found is None and token.lemma_ == "call" and _only_names(token)):
            return None  # "stepped down as head of it", "called it a folly"
        if found is not None:
            return found
    found = leanings().get((token.lemma_.lower(), part)) if part else None
    if part == "noun" and found is not None and _is_in_phrase(token, found):
        return None  # the aim of "took aim at it", which the verb tells
    if found is not None and below is not None and (token.lower_, below.lower_) in _MEANT_WELL:
        return replace(found, side=1)  # "concern for the forest", "critical to our safety"
    if part == "verb" and token.lemma_ in _TURNED_BY_ITS_OBJECT and found is not None:
        return _with_object(token, below, found)
    if part == "verb" and fails_to_agree(token):
        return None
    if part == "verb" and below is not None and _faces_harm(token, below):
        return Leaning(token.lemma_, "verb", DEED, -1, "own")  # "respond to the attacks", "resolve the conflict"
    return found


def fails_to_agree(verb: Token) -> bool:
    """True for "could not agree on quotas", "were unable to agree about them": nobody refuses anything."""
    on = any(c.lower_ in ("on", "about") for c in children(verb, "prep"))
    return verb.lemma_ == "agree" and on and (is_negated(verb) or is_beyond(verb))


def _faces_harm(verb: Token, below: Token) -> bool:
    """True for the verb of "respond to the attacks", "act on climate change", not of "act on the climate bill"."""
    thing = child(below, "pobj") if below.dep_ == "prep" else below
    if verb.lemma_ not in _FACING or thing is None or below.dep_ not in ("prep", "dobj", "nsubjpass"):
        return False
    if below.lower_ in ("in", "during"):
        return False
    words = (thing, *children(thing, "compound")) if thing.lemma_ == "change" else (thing,)
    return any(word.lemma_.lower() in harms() | _TROUBLES for word in words)


def _with_particle(verb: Token) -> Leaning | None:
    """Return what "back off", "step back" say, also where the parser hangs the "back" on the next preposition."""
    lemma = verb.lemma_.lower()
    if lemma not in particle_verbs():
        return None
    behind = verb.nbor(1) if verb.i + 1 < len(verb.doc) else verb
    near = (behind,) if behind.head.head == verb and behind.dep_ in ("advmod", "prt") else ()
    for particle in (*verb.rights, *near):
        if (found := leanings().get((f"{lemma} {particle.lower_}", "verb"))) is not None:
            is_kept = found.word == "set aside" and any(
                c.pos_ == "NUM" or c.lemma_ in _FUNDS for c in children(verb, "dobj")
            )
            return replace(found, side=1) if is_kept else found  # "set aside 6 million for it"
    return None


def _is_in_phrase(noun: Token, entry: Leaning) -> bool:
    """True for a noun that takes another side with its verb than alone: the aim of "took aim at it"."""
    own = (noun.lemma_.lower(),)
    rest = phrases().get(noun.head.lemma_.lower(), ()) if noun.dep_ == "dobj" else ()
    return any(words == own and whole.side == -entry.side for words, whole in rest)


def _with_object(verb: Token, below: Token | None, entry: Leaning) -> Leaning | None:
    """Return what "appeal", "plead", "threaten", "challenge", "strike", "seek" say of what they have beside them."""
    if verb.lemma_ == "appeal":
        fights = child(verb, "dobj") is not None or (below is not None and below.lower_ in ("over", "against"))
        return replace(entry, side=-1) if fights and (below is None or below.lower_ != "against") else entry
    if verb.lemma_ == "plead":
        guilt = next((t for t in subtree(verb) if t.lower_ == "guilty"), None)
        if guilt is None:
            return entry
        is_not = is_negated(verb) or guilt.nbor(-1).lower_ == "not"
        return replace(entry, side=-1) if is_not else None
    if verb.lemma_ in ("seek", "demand"):  # "seeks damages over the ban"
        return replace(entry, side=-1) if any(c.lemma_ in _REDRESS for c in children(verb, "dobj")) else entry
    if verb.lemma_ == "challenge":  # "challenged her for the leadership"
        prize = child(below, "pobj") if below is not None and below.lower_ == "for" else None
        is_prize = prize is not None and prize.lemma_ in _PRIZES and child(verb, "dobj") is not None
        return replace(entry, side=1) if is_prize else entry
    thing = below if below is not None and below.dep_ == "dobj" else None
    if verb.lemma_ == "strike":
        return replace(entry, side=1) if thing is not None and thing.lemma_ in _STRUCK else entry
    if thing is None or any(c.lower_ not in ("a", "an") for c in children(thing, "det", "poss")):
        return entry  # "threatens the ban"
    own = leaning_of(thing)
    has_reason = any(c.lower_ in ("over", "against", "at", "after") for c in children(thing, "prep"))
    is_measure = own.side < 0 if own is not None and own.side else thing.lemma_.lower() in _MEASURES and not has_reason
    return replace(entry, side=1) if is_measure else entry  # "threatened a ban"


def is_felt(verb: Token) -> bool:
    """True for the participle of "is concerned that", "is opposed to", not for that of "was criticised for"."""
    return verb.pos_ == "VERB" and is_passive(verb) and (verb.lower_, "adjective") in leanings()


def _only_names(call: Token) -> bool:
    """True for "called it a bribe", "calls it what it is": not for "called a strike", "called for one"."""
    thing = child(call, "dobj", "nsubjpass")
    if child(call, "prt") is not None:
        return False
    said = child(call, "oprd", "ccomp", "xcomp", "attr")
    if said is not None and thing is not None and said.i > thing.i:
        return True
    behind = thing.right_edge.i + 1 if thing is not None and thing.i > call.i else len(call.doc)
    if behind >= len(call.doc):
        return False
    opens = call.doc[behind].is_quote and call.doc[behind].whitespace_ == "" and call.doc[behind - 1].whitespace_ != ""
    return opens or call.doc[behind].lower_ == "what"


def is_phrase(verb: Token) -> bool:
    """True for a verb that takes a side together with other words: "missed the deadline"."""
    return verb.pos_ == "VERB" and _phrase_of(verb, None) is not None


@once_a_document
def _phrases_in(doc: Doc) -> dict[str, list[tuple[tuple[str, ...], Leaning]]]:
    """Return the phrases all of whose words a document has, by their verb."""
    strings = doc.vocab.strings
    said = words_of(doc).keys() | {strings[lemma].lower() for lemma in set(doc.to_array("LEMMA").tolist())}
    found = {}
    for verb, ways in phrases().items():
        possible = [(words, entry) for words, entry in ways if said.issuperset(words)] if verb in said else []
        if possible:
            found[verb] = possible
    return found


def _phrase_of(verb: Token, below: Token | None) -> Leaning | None:
    """Return what "pull the plug", "put on hold", "has no time" say: with "no" the opposite."""
    for words, entry in _phrases_in(verb.doc).get(verb.lemma_.lower(), ()):
        last: Token | None = verb
        for word in words:
            last = next((c for c in last.children if c.i > verb.i and word in (c.lower_, c.lemma_.lower())), None)
            if last is None:
                break
        own = leaning_of(last) if last is not None and last == below else None  # it has turned the side already
        if last is not None and not (own is not None and own.side):
            is_none = last != below and any(c.lower_ in ("no", "little") for c in last.children)
            return replace(entry, side=-entry.side) if is_none else entry
    return None


def is_beyond(verb: Token) -> bool:
    """True for the verb of "unable to end it": of a deed that says nothing of their will."""
    return verb.dep_ == "xcomp" and verb.head.lower_ == "unable"


def says_the_same(node: Token, above: Token, entry: Leaning) -> bool:
    """True for two words of one resistance: "a suit challenging", "protests against", and for "fight for"."""
    if node.lower_ == "for":
        return entry.side < 0 and above.lemma_ in _FIGHTING
    if above.lemma_ in ("threat", "threaten") and node.pos_ == "VERB" and has_to(node):
        return True
    if above.lemma_ == "threat" and node.lower_ == "of":
        return True  # "his threat of a strike", but "a threat to the dam"
    if node.lower_ == "against" and entry.side < 0:
        return True  # "fought back against it"
    if entry.side > 0 or entry.role != SIDE:
        return False
    if above.lemma_.lower() in _AIMING and node.pos_ == "VERB" and has_to(node):
        return True
    own = leaning_of(node)
    return node.dep_ == "acl" and own is not None and own.role == SIDE and own.side < 0


def says_that(node: Token, above: Token) -> bool:
    """True where a verb only says that it is so ("insisted that it was old"), or gives a name ("called it a law")."""
    if above.lemma_ == "call" and node.dep_ in ("dobj", "nsubj", "oprd"):
        return not is_phrase(above) and _with_particle(above) is None
    return node.dep_ == "ccomp" and above.lemma_.lower() in ASSERTING


def is_idle(node: Token, above: Token) -> bool:
    """True for a "for" that takes no side: "fired for …", "famous for …"."""
    return above.lower_ == "for" and above.dep_ == "prep" and above.head.lemma_.lower() not in _FOR_A_SIDE


def is_asked(verb: Token) -> bool:
    """True in "whether they want it", "how they will vote"."""
    if verb.lemma_ in _CHOICES and any(c.lower_ == "how" for c in verb.children):
        return True
    return any(c.lower_ in ("whether", "if") for c in children(verb, "mark"))


def ends_itself(verb: Token) -> bool:
    """True for a verb by which its subject comes to an end: "the raids must stop"."""
    goes_on = any(c.lower_ in _ON and c.dep_ in ("prt", "advmod", "prep") for c in verb.rights)
    return verb.lemma_ in _ENDING and not goes_on and child(verb, "dobj", "xcomp", "nsubjpass") is None
