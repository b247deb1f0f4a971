"""Referents: which of the actors named before "the minister", "the union" or "both sides" mean."""

from collections.abc import Iterable

from spacy.tokens import Token

from demandeur import lexicon
from demandeur.cast import Actor, Cast, Mention
from demandeur.grammar import SUBJECTS, children, sentence_of, text_of
from demandeur.participants import surface_subject
from demandeur.roles import office_of

_PERSONS = {"man", "woman", "leader", "politician", "statesman"}
_DEPUTIES = {"assistant", "deputy", "under", "vice"}
_LEADERS = {"president", "minister", "premier", "chancellor", "leader"}
_SEATED_IN = {
    "congressman": {"representative"},
    "congresswoman": {"representative"},
    "lawmaker": {"representative", "senator", "deputy", "mp", "congressman", "congresswoman", "councillor"},
}
_NO_NAMES = {"the", "of", "and", "party", "for", "national", "presidential"}
_STATES = {"country", "nation", "state", "republic", "kingdom", "neighbour", "neighbor"}
_DEPARTMENTS = set("foreign prime defence defense chief press interior finance trade energy".split())
_FARTHEST_PAIR = 250  # tokens
BOTH_KINDS = {
    "side": ("state", "group", "organisation", "person"),
    "party": ("state", "group", "organisation"),
    "company": ("organisation",),
    "country": ("state",),
    "nation": ("state",),
    "state": ("state",),
    "government": ("state",),
    "neighbour": ("state",),
    "neighbor": ("state",),
    "capital": ("state",),
    "man": ("person",),
    "woman": ("person",),
    "leader": ("person",),
    "president": ("person",),
    "minister": ("person",),
    "delegation": ("state", "organisation", "group"),
    "team": ("state", "organisation", "group"),
    "ally": ("state",),
}
"""Nouns of which an article says "the two …", with the kinds of actors they can mean."""
_CALLED = {
    "union": ("LAB", "IGO"),
    "bloc": ("IGO",),
    "alliance": ("IGO",),
    "organisation": ("IGO", "NGO"),
    "organization": ("IGO", "NGO"),
    "company": ("BUS", None),
    "firm": ("BUS", None),
    "group": ("REB", "UAF", "NGO", "SOC", None),
    "party": ("PTY",),
    "federation": ("LAB", "SOC", "AGR"),
    "newspaper": ("MED",),
}


def is_definite(token: Token) -> bool:
    """True for a noun with "the", "this", "that" or an owner."""
    return any(c.lower_ in ("the", "this", "that") or c.dep_ == "poss" for c in token.children)


def is_both(token: Token) -> bool:
    """True for "the two sides", "both men", "neither country"."""
    if token.lemma_ not in BOTH_KINDS:
        return False
    words = {c.lower_ for c in token.children}
    if words & {"neither", "each", "either"}:
        return True
    return token.tag_ in ("NNS", "NNPS") and bool(words & {"two", "both"})


def last_two(cast: Cast, token: Token, spared: Iterable[str] = ()) -> list[str]:
    """Return the two actors of the noun's kind last named before it, in reading order; none when there are not two.

    Those who are spared are none of the two.
    """
    kinds = BOTH_KINDS.get(token.lemma_, ("state", "person", "organisation"))
    left_out = {*_performers(cast, token), *spared}
    found: list[str] = []
    if token.lower_ == "both" and (pair := _pair_before(cast, token)):
        return pair
    if token.lemma_ == "side":  # two that persons speak for, if the article has them
        found = _two_of(cast, token, tuple(kind for kind in kinds if kind != "person"), left_out)
    return found or _two_of(cast, token, kinds, left_out)


def _two_of(cast: Cast, token: Token, kinds: tuple[str, ...], left_out: set[str]) -> list[str]:
    """Return the two actors of these kinds last named before a noun, in reading order; none when there are not two."""
    found: list[str] = []
    for mention in cast.before(token.i):
        if token.i - mention.head > _FARTHEST_PAIR:
            break
        if len(mention.actors) == 2 and token.lower_ == "both":
            return list(mention.actors)
        for actor_id in mention.actors:
            actor = cast.actors[actor_id]
            if actor.kind == "person" and kinds != ("person",) and actor.state is not None:
                actor = cast.actors[actor.state]
            is_new = actor.kind in kinds and actor.named and actor.actor_id not in (*found, *left_out)
            if is_new and not any(_share_a_house(actor, cast.actors[other]) for other in found):
                found.append(actor.actor_id)
        if len(found) >= 2:
            return found[:2][::-1]
    return []


def _pair_before(cast: Cast, token: Token) -> list[str]:
    """Return the two whom the sentence before names together, the last: "invited X and Y. Both came"."""
    start = sentence_of(token).start
    for mention in cast.before(token.i):
        head = cast.doc[mention.head]
        if mention.head >= start or not any(cast.who(other) for other in children(head, "conj")):
            continue
        pair = cast.all_of(head)
        return pair if len(pair) == 2 and sentence_of(head).end == start else []
    return []


def _share_a_house(one: Actor, other: Actor) -> bool:
    """True for "the council's leader" and "a council spokeswoman"."""
    if one.kind != "person" or other.kind != "person" or not (one.role and other.role):
        return False
    return bool(_words_in(one.role) & _words_in(other.role) & lexicon.group_nouns().keys())


def _words_in(role: str) -> set[str]:
    return {word.partition("’")[0].partition("'")[0].lower() for word in role.split()}


def _performers(cast: Cast, token: Token) -> set[str]:
    """Return who does something to "both sides", with the state they act for: neither is one of the two."""
    for verb in token.ancestors:
        if verb.pos_ in ("VERB", "AUX"):
            name = surface_subject(verb)
            if name is None or name.i == token.i:
                continue
            who = [cast.actors[w] for w in cast.who(name)]
            found = {actor.actor_id for actor in who} | {actor.state for actor in who if actor.state}
            return found | {body.actor_id for body in cast.actors.values() for actor in who if _heads(actor, body)}
    return set()


def _heads(person: Actor, body: Actor) -> bool:
    """True for a Transport Minister and the Ministry of Transport."""
    if body.kind != "organisation" or not person.role:
        return False
    office = {word for word in person.role.split() if word[0].isupper() and word.lower() not in lexicon.offices()}
    return bool(office) and office <= set(body.name.split())


def person_in_office(cast: Cast, token: Token, states: list[str]) -> Actor | None:
    """Return the person last mentioned whose role has this word, of these states where any are named."""
    office = lexicon.offices().get(token.lower_)
    if (office is None and token.lemma_ not in _PERSONS) or token.tag_ in ("NNS", "NNPS") or not is_definite(token):
        return None
    wanted = _role_words(token)
    for mention in cast.before(token.i):
        actor = cast.actors[mention.actors[0]]
        if actor.kind != "person" or not actor.named or len(mention.actors) > 1:
            continue
        role = _words_of_role(actor)
        if states and actor.state not in states and not _is_of_the_party(cast, role, states):
            continue
        if role & _DEPUTIES - wanted:
            continue
        if wanted <= role or _means(token, role):
            return actor
    ahead = [a for a in cast.actors.values() if a.kind == "person" and a.named and a.state in states]
    fitting = [a for a in ahead if wanted <= _words_of_role(a)]
    return fitting[0] if len(fitting) == 1 else None


def _is_of_the_party(cast: Cast, role: set[str], owners: list[str]) -> bool:
    """True for "the GOP nominee" of a "Republican presidential nominee"."""
    named = (cast.actors[owner] for owner in owners)
    return any(set(actor.name.lower().split()) & role - _NO_NAMES for actor in named if actor.kind == "organisation")


def _means(token: Token, role: set[str]) -> bool:
    """True for "the leader" of a president, "the premier" of a prime minister, "the congresswoman" of a Rep."""
    if token.lower_ in _SEATED_IN:
        return bool(role & _SEATED_IN[token.lower_])
    if token.lemma_ == "premier":
        return {"prime", "minister"} <= role
    return token.lemma_ == "leader" and bool(role & _LEADERS)


def spoken_of(cast: Cast, token: Token) -> Actor | None:
    """Return the named person, of no known office, who is the subject of the sentence before "the senator …"."""
    office = office_of(token)
    actor = told_of_before(cast, token) if office is not None and not office.plural else None
    return actor if actor is not None and office.gender in (None, actor.gender) else None


def told_of_before(cast: Cast, token: Token) -> Actor | None:
    """Return the named person, of no known office, whom the sentence before a definite subject is about."""
    start = sentence_of(token).start
    definite = any(c.lower_ in ("the", "this") for c in token.children)
    if not definite or token.dep_ not in SUBJECTS or start == 0:
        return None
    before = sentence_of(cast.doc[start - 1])
    subjects = [m for m in cast.before(start, start - before.start) if _is_main_subject(cast.doc[m.head])]
    if len(subjects) != 1 or len(subjects[0].actors) > 1:
        return None
    actor = cast.actors[subjects[0].actors[0]]
    fits = actor.kind == "person" and actor.named and actor.role is None
    return actor if fits else None


def _is_main_subject(name: Token) -> bool:
    return name.dep_ in SUBJECTS and name.head.dep_ == "ROOT"


def _words_of_role(person: Actor) -> set[str]:
    """Return the words of somebody's role, what is cut short in full: "Gov." is a governor."""
    titles = lexicon.titles()
    words = [(titles[word].office or word) if word in titles else word for word in (person.role or "").split()]
    return set(" ".join(words).lower().replace("-", " ").split())


def _role_words(token: Token) -> set[str]:
    """Return the words that a role must have to be this office: "foreign" and "minister", say."""
    departments = [c.lower_ for c in children(token, "compound", "amod") if c.lower_ in _DEPARTMENTS]
    return {*token.lower_.replace("-", " ").split()[-1:], *departments}


def short_name(cast: Cast, token: Token) -> Actor | None:
    """Return the state or organisation last mentioned that a definite short name can mean."""
    if not is_definite(token) or token.tag_ in ("NNS", "NNPS"):
        return None
    own = {c.text for c in children(token, "amod", "compound") if c.text[0].isupper() and not c.is_sent_start}
    if token.lemma_ in _STATES:
        is_persons = token.lemma_ == "state" and any(c.lower_ in ("his", "her", "my") for c in token.children)
        return _salient_state(cast, token) if not is_persons else None  # a governor's
    is_the = any(c.lower_ == "the" for c in token.children)
    described = next((a for a in cast.actors.values() if is_the and not a.named and a.name == token.lower_), None)
    for mention in cast.before(token.i):
        actor = cast.actors[mention.actors[0]]
        if len(mention.actors) > 1 or mention.form == "demonym":
            continue
        if token.lemma_ in ("government", "administration") and actor.kind == "state" and _acts(cast, mention):
            return described or _at_home(cast, mention, token) or actor
        is_body = actor.kind in ("organisation", "group") and own <= set(actor.name.split())
        if is_body and _may_be_called(actor, token.lower_):  # "the Conservative group" is not the Parents' Group
            return actor
        if actor.kind == "state" and mention.form == "nominal" and cast.doc[mention.head].lower_ == token.lower_:
            return actor  # "the ministry" after "the Norwegian defence ministry"
    return _only_by_adjective(cast, token) if is_the and token.lemma_ == "government" else None


def _only_by_adjective(cast: Cast, token: Token) -> Actor | None:
    """Return the state of which only the adjective stands before "the government", where that is one state alone."""
    states = {m.actors[0] for m in cast.before(token.i) if m.form == "demonym"}
    return cast.actors[states.pop()] if len(states) == 1 else None


def _at_home(cast: Cast, last: Mention, noun: Token) -> Actor | None:
    """Return the state that the article speaks of most, where the last one named stands in another paragraph."""
    is_the = noun.lemma_ == "government" and any(c.lower_ == "the" for c in noun.children)  # not "that government"
    if not is_the or "\n" not in text_of(cast.doc)[last.end : noun.idx]:
        return None
    counts: dict[str, int] = {}
    for mention in sorted(cast.mentions, key=_by_place):
        for actor_id in mention.actors:
            if cast.actors[actor_id].kind == "state":
                counts[actor_id] = counts.get(actor_id, 0) + 1
    most = max(counts, key=counts.__getitem__, default=None)
    return cast.actors[most] if most is not None and counts[most] > counts.get(last.actors[0], 0) else None


def _by_place(mention: Mention) -> int:
    return mention.start


def _salient_state(cast: Cast, noun: Token) -> Actor | None:
    """Return the state that "the country" means: of the last sentence with one, the subject nearest the main verb."""
    best, rank = None, None
    for mention in cast.before(noun.i):
        actor = cast.actors[mention.actors[0]]
        if len(mention.actors) > 1 or mention.form == "demonym" or actor.kind != "state":
            continue
        name = cast.doc[mention.head]
        if best is not None and sentence_of(name).start != sentence_of(cast.doc[best.head]).start:
            break
        own = (name.dep_ not in SUBJECTS, len(list(name.ancestors)) if name.dep_ in SUBJECTS else 0)
        if rank is None or own < rank:
            best, rank = mention, own
    return cast.actors[best.actors[0]] if best is not None else None


def _may_be_called(actor: Actor, noun: str) -> bool:
    """True when the noun is part of the organisation's name, or names its kind; not the court of "the tenants of …"."""
    words = actor.name.lower().split(" of ")[0].split() if not actor.named else actor.name.lower().split()
    return noun in words or (actor.named and actor.sector in _CALLED.get(noun, ()))


def _acts(cast: Cast, mention: Mention) -> bool:
    return cast.doc[mention.head].dep_ in ("nsubj", "agent", "poss", "dobj", "nsubjpass", "pobj")
