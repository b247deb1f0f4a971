"""Organisations: the actors that are states or organisations, listed or not, and which names are theirs."""

from spacy.tokens import Doc, Token

from demandeur import lexicon
from demandeur.cast import Actor, Cast
from demandeur.namespan import PARTY_WORDS, NameSpan, text_of_name
from demandeur.places import Places
from demandeur.rules import declare
from demandeur.seats import acts_as_government
from demandeur.unlisted_states import MISSING, is_a_realm

LEXICON = declare(
    "actor.lexicon",
    "a state or standing organisation under a name, abbreviation or office that the lexicon has",
    catches=("The Kremlin rejected the plan.", "Norway offered help.", "The UN called for calm."),
    spares=("The harbour was closed.", "We told us nothing."),
)
UNKNOWN = declare(
    "actor.unlisted",
    "a state or organisation that no list knows, but that the article shows acting",
    catches=("Veltria's government rejected the plan.", "The Harbour Workers' Union rejected the plan."),
    spares=("She walked home.",),
)

_FORMS = {"people": "demonym", "demonym": "demonym", "capital": "metonym", "metonym": "metonym"}


def add_known(cast: Cast, span: NameSpan) -> None:
    """Add the mention of an actor that the lexicon has; a capital only where it acts as a government."""
    entry = span.entries[0]
    doc = cast.doc
    if entry.form == "capital" and not acts_as_government(doc[span.last]):
        return
    if entry.form == "demonym" and _is_language(doc[span.last]):
        return
    actor = listed_actor(cast, entry.target)
    text = text_of_name(doc, span)
    form = _FORMS.get(entry.form, "name")
    is_members = entry.form == "people" and entry.target not in lexicon.states() and text.endswith("s")
    if form != "demonym" or is_members:
        actor.also(text)
    left = _with_article(doc, span)
    cast.mention([actor.actor_id], span.first, span.last, left=left, form=form, rule=LEXICON, confidence=0.95)


def _is_language(token: Token) -> bool:
    """True for "English" in "a teacher of English": an adjective as a noun, without "the"."""
    return token.dep_ in ("pobj", "dobj") and not any(True for _ in token.lefts)


def _with_article(doc: Doc, span: NameSpan) -> int:
    """Return the name's first token, or that of "the" before it."""
    return span.first - 1 if span.first and doc[span.first - 1].lower_ == "the" else span.first


def listed_actor(cast: Cast, target: str) -> Actor:
    """Return the cast's actor for a key of the lexicon (an ISO code or an organisation's), made when it is new."""
    if target in cast.listed:
        return cast.listed[target]
    state = lexicon.states().get(target)
    if state is not None:
        actor = cast.new_actor(state.name, "state", country=state.country, sector=state.sector, wikidata=state.wikidata)
    else:
        entry = lexicon.organisations()[target]
        actor = cast.new_actor(entry.name, entry.kind, country=entry.code, sector=entry.sector, wikidata=entry.wikidata)
    cast.listed[target] = actor
    return actor


def add_place(cast: Cast, span: NameSpan, places: Places) -> None:
    """Add the mention of an unlisted state, by its own name or by that of its seat where it acts as a government."""
    doc = cast.doc
    text = text_of_name(doc, span)
    state = places.state_of(text)
    if state is None:
        return
    is_seat = state != text
    if is_seat and not acts_as_government(doc[span.last]):
        return
    short = state.partition(" of ")[2] if is_a_realm(state) else state
    actor = named_actor(cast, short)
    if actor is None and short in lexicon.world_regions():
        actor = cast.new_actor(short, "group")
    actor = actor or cast.new_actor(short, "state", country=short, sector="GOV")
    actor.also(text)
    form = "metonym" if is_seat else "name"
    rule = MISSING if text in places.missing else UNKNOWN
    cast.mention([actor.actor_id], span.first, span.last, form=form, rule=rule, confidence=0.8)


def add_organisation(cast: Cast, span: NameSpan) -> None:
    """Add the mention of an unlisted organisation, with the state that its name tells."""
    doc = cast.doc
    text = text_of_name(doc, span)
    actor = named_actor(cast, text) or _acronym_of(cast, text) or _shortened(cast, text)
    if actor is None and text in PARTY_WORDS:
        actor = named_actor(cast, f"{text}s")  # "a Liberal negotiator", of the Liberals
    if actor is None:
        owner = _owner_in_name(cast, span)
        actor = cast.new_actor(text, "organisation", sector=_sector(doc, span))
        if owner is not None:
            actor.country, actor.state = owner.country, owner.actor_id
    actor.also(text)
    left = _with_article(doc, span)
    cast.mention(
        [actor.actor_id], span.first, span.last, left=left, form="name", rule=span.rule or UNKNOWN, confidence=0.7
    )


def _owner_in_name(cast: Cast, span: NameSpan) -> Actor | None:
    """Return the state that is a part of an organisation's name ("the Bank of Veltria")."""
    words = cast.doc[span.first : span.last + 1]
    for token in words:
        mention = cast.at(token)
        if mention is not None:
            return cast.actors[mention.actors[0]]
    return next((a for a in cast.actors.values() if a.kind == "state" and a.name in words.text.split()), None)


def named_actor(cast: Cast, name: str) -> Actor | None:
    """Return the actor that has exactly this name or alias."""
    for actor in cast.actors.values():
        if actor.name == name or name in actor.aliases:
            return actor
    return None


def _acronym_of(cast: Cast, text: str) -> Actor | None:
    """Return the organisation whose initials these are ("HWU" for the Harbour Workers' Union)."""
    if not text.isupper() or len(text) < 2:
        return None
    for actor in cast.actors.values():
        initials = "".join(word[0] for word in actor.name.split() if word[0].isupper())
        if actor.kind == "organisation" and initials == text:
            return actor
    return None


def _shortened(cast: Cast, text: str) -> Actor | None:
    """Return the organisation that has one word of a name: "Ostrand" for "Ostrand Group", "Varra" for "Athletic Varra".

    Or the reverse: the longer name may come later.
    """
    for actor in cast.actors.values():
        if actor.kind == "organisation" and actor.state is None and not actor.country:
            shorter, longer = sorted((actor.name, text), key=len)
            words = longer.split()
            is_part = words[0] == shorter or (len(words) == 2 and words[1] == shorter)
            is_wing = shorter.isupper() and words[-1] == shorter  # "Young SVP" is not the SVP
            if " " not in shorter and is_part and not is_wing and shorter not in lexicon.names():
                return actor
    return None


def _sector(doc: Doc, span: NameSpan) -> str | None:
    words = list(doc[span.first : span.last + 1])
    if PARTY_WORDS.issuperset(token.text for token in words):
        return "PTY"
    before_of = next((number for number, token in enumerate(words) if token.lower_ == "of"), len(words))
    for token in reversed(words[:before_of]):
        noun = lexicon.group_nouns().get(token.lower_)
        if noun is not None:
            return noun.sector
    return None
