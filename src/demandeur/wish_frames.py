"""Wish frames: the constructions by which one wants, lists, ties or counsels against something: "wants an end to Y"."""

from spacy.tokens import Token

from demandeur import lexicon
from demandeur.clause_frames import ULTIMATUM, to_clause_with_object
from demandeur.clauses import infinitive, noun_words, phrase_after, predicate
from demandeur.complement import Complement
from demandeur.grammar import child, children, has_to, prepositional, subtree
from demandeur.participants import patient
from demandeur.rules import declare

WISH = declare(
    "act.wish",
    "want Y, want to see Y, would like Y: where Y is something that others do",
    catches=(
        "Norway wants an end to the blockade.",
        "Ana Reyl wants to see monitors at the border.",
        "Norway would like the release of the crew.",
        "The tenants want the rent frozen.",
        "The tenants are campaigning for the council to freeze the rent.",
    ),
    spares=("Ana Reyl wants a car.", "Ana Reyl wants to see the film.", "Ana Reyl does not want a ceasefire."),
)
CONTINGENT = declare(
    "act.contingent",
    "make something contingent, conditional, dependent on Y: Y is what is asked for",
    catches=("Norway made the talks conditional on the release of the crew.",),
    spares=("Norway made the talks difficult on purpose.",),
)
LISTED = declare(
    "act.listed",
    "X's demands include Y, the main demand is Y, X named a price: Y",
    catches=("Norway's demands include the release of the crew.", "Norway's main demand is a truce."),
    spares=("Norway's demands include many words of law on page three, which is long.", "Norway's demands are absurd."),
)
STRESSED = declare(
    "act.stressed",
    "stress the need for Y, underline the importance of Y",
    catches=(
        "Ana Reyl stressed the need for a truce.",
        "Ana Reyl underlined the importance of returning the crew.",
        "Ana Reyl impressed upon Norway the need to return the crew.",
    ),
    spares=("Ana Reyl saw no need for a truce.", "Ana Reyl stressed the urgency of the case."),
)
AGAINST = declare(
    "act.against",
    "counsel X against Y, warn X against Y",
    catches=("Norway cautioned Chad against a hasty withdrawal.",),
    spares=("Norway won a match against Chad.",),
)

_STRESSING = set("stress underline underscore emphasise emphasize highlight reiterate reaffirm affirm repeat".split())
_TIED = {"contingent", "conditional", "dependent", "conditioned"}
_DEEDS = set(
    "end halt stop freeze ceasefire truce ban cap release return apology vote inquiry probe shutdown overhaul reform "
    "pause break moratorium limit curb check safeguard guarantee assurance pledge rise increase cut raise talk "
    "negotiation say seat role deadline timetable timeline date answer clarity transparency restraint peace "
    "treaty deal accord agreement referendum election trial investigation access corridor monitor observer "
    "withdrawal removal recall repeal renewal reversal dismissal approval arrest extradition handover lifting "
    "compensation reparation respect progress change action audit review inspection hearing assessment inquest ballot "
    "refund payout settlement tariff tax subsidy quota law budget bailout".split()
)
_DEED_ENDINGS = ("tion", "sion", "ment", "ance")
_NO_DEEDS = set(
    "position delegation nation location education television profession question direction vacation version edition "
    "pension mansion fashion passion million billion environment apartment moment department instrument document "
    "balance insurance distance station reputation generation population religion opinion occasion section "
    "region situation relation nation session ambition tradition competition exception tension".split()
)
_MORE = {"more", "less", "fewer", "greater", "better", "stronger", "tougher", "stricter", "faster", "an", "no"}
_SUMS = {"million", "billion", "trillion"}
_VAGUE_LIST = {"word", "thing", "point", "page", "following"}


def would_to(trigger: Token) -> Complement | None:
    """Would like X to Y."""
    return to_clause_with_object(trigger) if _is_wish(trigger) else None


_WANTING = {"want", "like", "love", "need", "prefer"}


def wish(trigger: Token) -> Complement | None:
    """Want Y, want to see Y, would like Y, suggest Y."""
    if child(trigger, "neg") is not None or (trigger.lemma_ in ("like", "love") and not _is_wish(trigger)):
        return None
    clause = child(trigger, "ccomp")
    is_wanted = clause is not None and (clause.tag_ in ("VBN", "VBD") or _is_a_participle(clause))
    is_wanted = is_wanted and clause.i > trigger.i
    if is_wanted and trigger.lemma_ in _WANTING:  # not "suggested that he had left"
        return _done(clause)
    seeing = child(trigger, "xcomp")
    if seeing is not None and seeing.lemma_ == "see" and seeing.i - trigger.i == 2:
        return _seen(seeing)
    wanted = child(trigger, "dobj")
    if seeing is not None or wanted is None or wanted.i < trigger.i or not _is_deed(wanted):
        return None
    return Complement(WISH, None, noun_words(wanted, trigger))


def _is_a_participle(word: Token) -> bool:
    """True for the frozen of "wants the rent frozen", which the parser may take for an adjective."""
    return word.tag_ == "JJ" and word.lower_.endswith(("en", "ed")) and child(word, "nsubj") is not None


def _done(clause: Token) -> Complement | None:
    """Return what "wants the crew freed", "wants the treaty to be signed" asks: the whole clause."""
    own = child(clause, "nsubj", "nsubjpass")
    if own is None or any(c.tag_ == "MD" for c in children(clause, "aux")):
        return None
    return Complement(WISH, None, (*subtree(own), *predicate(clause)), clause)


def we_need(trigger: Token) -> Complement | None:
    """Need Y, need X to Y: as a speaker's own words."""
    own = child(trigger, "nsubj")
    if own is None or own.lower_ not in ("we", "i") or child(trigger, "aux", "neg") is not None:
        return None
    if (clause := child(trigger, "ccomp", "xcomp")) is not None and clause.tag_ == "VB":
        return to_clause_with_object(trigger)
    return wish(trigger)


def stressed(trigger: Token) -> Complement | None:
    """Stress the need for Y, the importance of Ying."""
    verb = trigger.head
    whom = prepositional(verb, "upon", "on") if verb.lemma_ == "impress" else None
    if trigger.dep_ != "dobj" or (verb.lemma_ not in _STRESSING and whom is None):
        return None
    if (clause := infinitive(trigger)) is not None:
        return Complement(STRESSED, child(clause, "nsubj") or whom, predicate(clause), clause)
    wanted = phrase_after(trigger, "for", "of")
    if wanted is None:
        return None
    if wanted.dep_ == "pobj" and wanted.head.lower_ == "of" and not _is_deed(wanted):
        return None  # "the urgency of the situation"
    words = predicate(wanted) if wanted.dep_ == "pcomp" else noun_words(wanted, trigger)
    return Complement(STRESSED, None, words, wanted if wanted.dep_ == "pcomp" else None)


def deadline(trigger: Token) -> Complement | None:
    """Set a deadline for X to Y."""
    clause = infinitive(trigger) or infinitive(trigger.head)
    if trigger.dep_ != "dobj" or trigger.head.lemma_ not in ("set", "impose", "give", "issue", "lay") or clause is None:
        return None
    whom = child(clause, "nsubj") or phrase_after(trigger, "for") or child(trigger.head, "dative")
    return Complement(ULTIMATUM, whom, predicate(clause), clause) if whom is not None else None


def campaign(trigger: Token) -> Complement | None:
    """Campaign for Y, where Y is a deed: nobody's election."""
    for clause in children(trigger, "advcl", "ccomp"):
        mark, whom = child(clause, "mark"), child(clause, "nsubj")
        if mark is not None and mark.lower_ == "for" and whom is not None and has_to(clause):
            return Complement(WISH, whom, predicate(clause), clause)
    wanted = phrase_after(trigger, "for")
    if wanted is None or wanted.dep_ == "pcomp" or not _is_deed(wanted):
        return None
    return Complement(WISH, None, noun_words(wanted, trigger))


def _is_wish(trigger: Token) -> bool:
    """True for "would like": "likes" asks for nothing."""
    return any(c.lower_ in ("would", "’d", "'d") for c in children(trigger, "aux"))


def _seen(seeing: Token) -> Complement | None:
    """Return what "to see" is to be seen: a deed, somebody doing something, monitors at the border."""
    clause = child(seeing, "ccomp", "xcomp")
    if clause is not None and clause.i > seeing.i and child(clause, "aux") is None:
        own = child(clause, "nsubj", "nsubjpass")
        if own is None:
            return None
        if clause.tag_ == "VB":
            return Complement(WISH, own, predicate(clause), clause)
        return Complement(WISH, None, tuple(subtree(clause)), clause)
    thing = child(seeing, "dobj")
    if thing is None or thing.pos_ != "NOUN":
        return None
    bare = thing.tag_ == "NNS" and child(thing, "det", "poss") is None
    if not bare and not _is_deed(thing):
        return None
    return Complement(WISH, None, tuple(t for t in predicate(seeing) if t.i > seeing.i))


def _is_deed(noun: Token) -> bool:
    """True for a noun of something that is done, for more or less of anything, and for a sum."""
    if noun.ent_type_ == "MONEY" or noun.lower_ in _SUMS:
        return True
    if noun.pos_ == "NOUN" and any(c.lower_ == "own" for c in noun.children) and child(noun, "prep") is not None:
        return True  # "wants its own inspectors on the boats"
    if noun.pos_ != "NOUN" or child(noun, "poss") is not None:
        return False
    word = noun.lemma_.lower()
    if noun.lower_ in lexicon.group_nouns():
        return False
    if word in _DEEDS or (word.endswith(_DEED_ENDINGS) and word not in _NO_DEEDS):
        return True
    return any(c.lower_ in _MORE - {"an", "no"} for c in noun.children)


def contingent(trigger: Token) -> Complement | None:
    """Make something contingent on Y."""
    word = next((t for t in subtree(trigger) if t.lower_ in _TIED and t.i > trigger.i), None)
    if word is None:
        return None
    wanted = phrase_after(word, "on", "upon") or phrase_after(trigger, "on", "upon")
    if wanted is None or wanted.i < word.i:
        return None
    words = predicate(wanted) if wanted.dep_ == "pcomp" else noun_words(wanted, trigger)
    return Complement(CONTINGENT, None, words, wanted if wanted.dep_ == "pcomp" else None)


def listed(trigger: Token) -> Complement | None:
    """Their demands include Y; her price: Y."""
    beside = child(trigger, "appos")
    if beside is not None and beside.doc[beside.left_edge.i - 1].text == ":" and trigger.dep_ == "dobj":
        return Complement(LISTED, None, noun_words(beside, trigger))
    verb = trigger.head
    if trigger.dep_ != "nsubj" or verb.lemma_ not in ("include", "be") or child(verb, "neg") is not None:
        return None
    thing = child(verb, "dobj", "attr")
    if thing is None or thing.pos_ not in ("NOUN", "PROPN") or thing.lemma_ in _VAGUE_LIST:
        return None
    if verb.lemma_ == "be" and not _is_deed(thing):
        return None
    return Complement(LISTED, None, noun_words(thing, verb))


def against(trigger: Token) -> Complement | None:
    """Counsel X against Y."""
    whom, thing = patient(trigger), phrase_after(trigger, "against")
    if whom is None or thing is None or thing.dep_ == "pcomp":
        return None
    return Complement(AGAINST, whom, (thing.head, *noun_words(thing, trigger)))
