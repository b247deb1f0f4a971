"""Nominals: what "the minister", "officials from the UK and France" or "the two sides" mean.

A noun that names an office or a collective (the lexicon has both) is the state it belongs to where it stands for a
government, a person the article has named where the office fits, and else an actor of its own under its own words.
"""

from spacy.tokens import Doc, Token

from demandeur import lexicon
from demandeur.cast import Actor, Cast, Mention
from demandeur.grammar import child, children, conjuncts, noun_phrase
from demandeur.participants import surface_subject
from demandeur.rules import declare

GOVERNMENT = declare(
    "mention.government",
    "a government, delegation or its officials, as the state or states they belong to",
    catches=("The Norwegian government agreed.", "Officials from Norway and Chad met.", "Norway's delegation left."),
    spares=("The officials met.",),
)
OFFICE = declare(
    "mention.office",
    "an office or occupation, as the person named before it",
    catches=("Foreign Minister Ana Reyl spoke. Later the minister left.",),
    spares=("A minister resigned.",),
)
BOTH = declare(
    "mention.both",
    "the two sides, men, countries: the two last named of that kind",
    catches=("Norway and Chad met. The two countries agreed on a truce.",),
    spares=("The two boats sank.",),
)
SHORT = declare(
    "mention.short-name",
    "the union, the council, the country: the one last named whose name or kind it is",
    catches=("The Harbour Workers' Union met. The union called a strike.",),
    spares=("A union is a fine thing.",),
)
DESCRIBED = declare(
    "mention.described",
    "a group or person that the article describes but does not name",
    catches=("International leaders urged calm.", "A rebel commander refused to talk."),
    spares=("The harbour was closed.",),
)

SPOKESMAN = declare(
    "mention.spokesman",
    "an unnamed spokesman, as the one he speaks for",
    catches=("A spokesman for Ana Reyl said the talks had failed.", "Ana Reyl left. Her spokeswoman said nothing."),
    spares=("A spokesman said the talks had failed.",),
)

_STATE_SECTORS = {"GOV", "MIL", "SPY", "COP"}
_PERSONS = {"man", "woman", "leader", "politician", "statesman"}
_BOTH_KINDS = {
    "side": ("state", "group", "organisation", "person"),
    "party": ("state", "group", "organisation"),
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


def is_nominal(cast: Cast, token: Token) -> bool:
    """True for a noun that names an office or a collective, and for a bare "both", unless a name covers it."""
    alone = token.lower_ in ("both", "neither") and token.dep_ in ("nsubj", "dobj", "pobj", "nsubjpass")
    if not alone and (token.pos_ not in ("NOUN", "PROPN", "ADJ") or token.dep_ in ("compound", "amod", "nmod")):
        return False
    own = cast.at(token)
    if own is not None and (own.form == "name" or own.head == token.i):
        return False
    if alone or actor_noun(token) is not None or (token.lemma_ in _BOTH_KINDS and _is_both(token)):
        return True
    return token.lower_ in cast.short_names and _is_definite(token) and _short_name(cast, token) is not None


def actor_noun(token: Token):
    """Return the lexicon's entry of a noun for an office or a collective, or ``None``."""
    word = token.lower_
    return (
        lexicon.group_nouns().get(word) or lexicon.offices().get(word) or lexicon.offices().get(word.rpartition("-")[2])
    )


def resolve_nominal(cast: Cast, token: Token) -> None:
    """Add the mention of a nominal to the cast; what it means depends on what stands before it."""
    if _named_beside(cast, token) is not None:
        return
    if _is_both(token):
        pair = _last_two(cast, token)
        if pair:
            _add(cast, token, pair, "nominal", BOTH, 0.6)
            return
    if token.lower_ in ("both", "neither"):
        pair = _last_two(cast, token)
        if pair:
            _add(cast, token, pair, "pronoun", BOTH, 0.6)
        return
    principal = _principal(cast, token)
    if principal:
        _add(cast, token, principal, "role", SPOKESMAN, 0.75)
        return
    owners = [c for c in token.children if c.dep_ == "poss" and cast.who(c)]
    if token.lemma_ == "member" and owners:
        _add(cast, token, list(cast.who(owners[0])), "nominal", SHORT, 0.6)
        return
    states = _states_of(cast, token)
    if states and _stands_for_state(token):
        _add(cast, token, states, "nominal", GOVERNMENT, 0.85)
        return
    found = _person_in_office(cast, token, states)
    if found is not None:
        _add(cast, token, [found.actor_id], "role", OFFICE, 0.7)
        return
    found = None if states else _short_name(cast, token)
    if found is not None:
        _add(cast, token, [found.actor_id], "nominal", SHORT, 0.65)
        return
    _add_described(cast, token, states)


def _add(cast: Cast, token: Token, actors: list[str], form: str, rule: str, confidence: float) -> None:
    phrase = _phrase(token)
    cast.mention(actors, phrase[0].i, phrase[-1].i, head=token.i, form=form, rule=rule, confidence=confidence)


def _phrase(token: Token) -> list[Token]:
    """Return the tokens from the phrase's left edge to the noun, and its "of" and "from" phrases."""
    inner = noun_phrase(token)
    last = token.i
    for phrase in children(token, "prep"):
        if phrase.lower_ in ("of", "from", "for") and phrase.i == last + 1:
            last = max(t.i for t in phrase.subtree if not t.is_punct and t.dep_ not in ("relcl",))
    kept = [t for t in inner if t.i <= token.i and not t.is_space]
    while len(kept) > 1 and (kept[0].is_punct or kept[0].tag_ in ("CC", "IN", "RB")):
        kept.pop(0)
    return list(token.doc[kept[0].i : last + 1])


def _named_beside(cast: Cast, token: Token) -> Mention | None:
    """Return the name that stands in apposition: "the minister, Ana Reyl"."""
    for other in children(token, "appos"):
        mention = cast.at(other)
        if mention is not None and mention.form == "name":
            cast.mention(
                mention.actors, token.i, token.i, left=token.left_edge.i, form="role", rule=OFFICE, confidence=0.85
            )
            return mention
    if token.dep_ == "appos":
        mention = cast.at(token.head)
        if mention is not None and mention.form == "name":
            return mention
    return None


# ------------------------------------------------------------------------------------------- whose it is
def _states_of(cast: Cast, token: Token) -> list[str]:
    """Return the states and organisations that the noun's modifiers and "from"/"of" phrases name."""
    found: dict[str, None] = {}
    for other in token.children:
        if other.dep_ in ("amod", "compound", "poss", "nmod") and other.i < token.i:
            for part in [other, *conjuncts(other)[1:], *children(other, "amod", "compound", "poss")]:
                found.update(dict.fromkeys(_owners(cast, part)))
        if other.dep_ == "prep" and other.lower_ in ("from", "of", "for"):
            target = child(other, "pobj")
            if target is None:
                continue
            for part in conjuncts(target):
                found.update(dict.fromkeys(_owners(cast, part)))
            for stray in children(token, "conj"):
                if stray.ent_type_ == "GPE" and token.doc.text[target.idx : stray.idx].count(",") < 2:
                    found.update(dict.fromkeys(_owners(cast, stray)))
    return list(found)


def _owners(cast: Cast, token: Token) -> list[str]:
    mention = cast.at(token)
    if mention is None:
        return []
    kinds = {"state", "organisation", "group"}
    return [
        a
        for a in mention.actors
        if cast.actors[a].kind in kinds
        and (cast.actors[a].country or cast.actors[a].kind == "state" or mention.form == "name")
    ]


def _stands_for_state(token: Token) -> bool:
    noun = lexicon.group_nouns().get(token.lower_)
    if noun is not None:
        return noun.sector in _STATE_SECTORS or token.lemma_ in ("delegation", "side", "team", "negotiator", "mediator")
    office = lexicon.offices().get(token.lower_)
    return office is not None and token.tag_ in ("NNS", "NNPS") and office.sector in ("GOV", "MIL")


def _principal(cast: Cast, token: Token) -> list[str]:
    """Return whom an unnamed spokesman speaks for."""
    office = lexicon.offices().get(token.lower_)
    if (
        office is None
        or not office.speaks_for
        or token.lower_ in ("ambassador", "envoy", "ambassadors", "envoys", "mediator", "representative")
    ):
        return []
    for part in token.children:
        if part.dep_ == "prep" and part.lower_ in ("for", "of") and (whom := child(part, "pobj")) is not None:
            named = [c for c in children(whom, "appos") if (m := cast.at(c)) is not None and m.form == "name"]
            persons = [c for c in named if cast.actors[cast.who(c)[0]].kind == "person"]
            return list(cast.who(persons[0])) if persons else _spokesman_of(cast, cast.all_of(whom))
        if part.dep_ in ("poss", "compound", "amod") and cast.who(part):
            return _spokesman_of(cast, list(cast.who(part)))
    return []


def _spokesman_of(cast: Cast, principals: list[str]) -> list[str]:
    """Return the spokesman whom the article names for these, else themselves."""
    for actor in cast.actors.values():
        role = (actor.role or "").lower()
        if actor.kind == "person" and ("spokes" in role or "press secretary" in role):
            names = {cast.actors[p].name.split()[-1] for p in principals}
            if any(name in (actor.role or "") for name in names):
                return [actor.actor_id]
    return principals


# ------------------------------------------------------------------------------------------- who it is
def _is_both(token: Token) -> bool:
    if token.lemma_ not in _BOTH_KINDS:
        return False
    words = {c.lower_ for c in token.children}
    return "neither" in words or (token.tag_ in ("NNS", "NNPS") and bool(words & {"two", "both"}))


def _last_two(cast: Cast, token: Token) -> list[str]:
    kinds = _BOTH_KINDS.get(token.lemma_, ("state", "person", "organisation"))
    left_out = _performers(cast, token)
    found: list[str] = []
    for mention in sorted((m for m in cast.mentions if m.head < token.i), key=_end, reverse=True):
        if token.i - mention.head > 250:
            break
        if len(mention.actors) == 2 and token.lower_ == "both":
            return list(mention.actors)
        for actor_id in mention.actors:
            actor = cast.actors[actor_id]
            if actor.kind == "person" and kinds != ("person",) and actor.state is not None:
                actor = cast.actors[actor.state]
            if actor.kind in kinds and actor.named and actor.actor_id not in [*found, *left_out]:
                found.append(actor.actor_id)
        if len(found) >= 2:
            return found[:2][::-1]
    return []


def _performers(cast: Cast, token: Token) -> set[str]:
    """Return who does something to "both sides", with the state they act for: neither is one of the two."""
    for verb in token.ancestors:
        if verb.pos_ in ("VERB", "AUX"):
            name = surface_subject(verb)
            if name is None or name.i == token.i:
                return set()
            who = cast.who(name)
            return set(who) | {cast.actors[w].state for w in who if cast.actors[w].state}
    return set()


def _end(mention: Mention) -> int:
    return mention.end


def _is_definite(token: Token) -> bool:
    return any(c.lower_ in ("the", "this", "that") or c.dep_ == "poss" for c in token.children)


def _person_in_office(cast: Cast, token: Token, states: list[str]) -> Actor | None:
    """Return the person last mentioned whose role has this word, of these states where any are named."""
    office = lexicon.offices().get(token.lower_)
    if (office is None and token.lemma_ not in _PERSONS) or token.tag_ in ("NNS", "NNPS") or not _is_definite(token):
        return None
    wanted = _role_words(token)
    for mention in sorted((m for m in cast.mentions if m.head < token.i), key=_end, reverse=True):
        actor = cast.actors[mention.actors[0]]
        if actor.kind != "person" or not actor.named or len(mention.actors) > 1:
            continue
        if states and actor.state not in states:
            continue
        role = set((actor.role or "").lower().replace("-", " ").split())
        if wanted <= role or (
            token.lemma_ in ("leader",) and role & {"president", "minister", "premier", "chancellor", "leader"}
        ):
            return actor
    if not states:
        return None
    ahead = [a for a in cast.actors.values() if a.kind == "person" and a.named and a.state in states]
    fitting = [a for a in ahead if wanted <= set((a.role or "").lower().replace("-", " ").split())]
    return fitting[0] if len(fitting) == 1 else None


def _role_words(token: Token) -> set[str]:
    words = set(token.lower_.replace("-", " ").split()[-1:])
    for other in children(token, "compound", "amod"):
        if other.lower_ in (
            "foreign",
            "prime",
            "defence",
            "defense",
            "chief",
            "press",
            "interior",
            "finance",
            "trade",
            "energy",
        ):
            words.add(other.lower_)
    return words


def _short_name(cast: Cast, token: Token) -> Actor | None:
    """Return the state or organisation last mentioned that a definite short name can mean."""
    if not _is_definite(token) or token.tag_ in ("NNS", "NNPS"):
        return None
    for mention in sorted((m for m in cast.mentions if m.head < token.i), key=_end, reverse=True):
        actor = cast.actors[mention.actors[0]]
        if len(mention.actors) > 1 or mention.form == "demonym":
            continue
        if token.lemma_ in ("country", "nation", "state", "republic") and actor.kind == "state":
            return actor
        if token.lemma_ in ("government", "administration") and actor.kind == "state" and _acts(cast, mention):
            return actor
        if actor.kind in ("organisation", "group") and _may_be_called(actor, token.lower_):
            return actor
    return None


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


def _may_be_called(actor: Actor, noun: str) -> bool:
    """True when the noun is part of the organisation's name, or names its kind."""
    return noun in actor.name.lower().split() or (actor.named and actor.sector in _CALLED.get(noun, ()))


def _acts(cast: Cast, mention: Mention) -> bool:
    return cast.doc[mention.head].dep_ in ("nsubj", "agent", "poss", "dobj", "nsubjpass", "pobj")


def _add_described(cast: Cast, token: Token, states: list[str]) -> None:
    noun = actor_noun(token)
    phrase = _phrase(token)
    words = [t for t in phrase if not (t == phrase[0] and t.tag_ in ("DT", "PRP$"))]
    name = cast.doc[words[0].i : words[-1].i + 1].text
    plural = token.tag_ in ("NNS", "NNPS")
    is_person = token.lower_ in lexicon.offices() and not plural
    actor = None
    if _is_definite(token) or plural:
        actor = next((a for a in cast.actors.values() if not a.named and a.name.lower() == name.lower()), None)
    if actor is None:
        owner = cast.actors[states[0]] if states else None
        actor = cast.new_actor(
            name,
            "person" if is_person else "group",
            country=owner.country if owner else None,
            sector=noun.sector if noun else None,
            gender=getattr(noun, "gender", None),
            plural=plural,
            named=False,
            state=states[0] if states else None,
        )
    _add(cast, token, [actor.actor_id], "nominal", DESCRIBED, 0.6)


_PERSONAL_FRAMES = {"act.to-infinitive", "act.preposition-to", "act.ultimatum", "act.cleft"}


def described(cast: Cast, token: Token, rule: str) -> tuple[str, ...]:
    """Return a new actor for a noun that only the construction shows to be one: "engineers were told to …"."""
    if rule not in _PERSONAL_FRAMES or token.pos_ not in ("NOUN", "PROPN") or cast.at(token) is not None:
        return ()
    _add_described(cast, token, _states_of(cast, token))
    return cast.who(token)


def phrase_text(doc: Doc, mention: Mention) -> str:
    """Return the mention's words with the office before it."""
    return doc[mention.left : mention.last + 1].text
