"""Actors: the persons, states, organisations and groups that an article names.

Coreference (who "he" or "the minister" is) comes after; here every name finds its actor.
"""

from spacy.tokens import Doc, Token

from demandeur import lexicon
from demandeur.cast import Actor, Cast, Mention
from demandeur.grammar import SUBJECTS, child
from demandeur.naming import NameSpan, find_names
from demandeur.places import Places
from demandeur.roles import Role, is_us_member, office_of, role_after, role_before
from demandeur.rules import declare

NAME = declare(
    "actor.name",
    "a person under the full name, later under a part of it",
    catches=("Ana Reyl left. Reyl had waited.", "President Oluf Brandt spoke."),
    spares=("The guns must fall silent.",),
)
LEXICON = declare(
    "actor.lexicon",
    "a state or standing organisation under a name, abbreviation or office that the lexicon has",
    catches=("The Kremlin rejected the plan.", "Norway offered help.", "The UN called for calm."),
    spares=("The harbour was closed.", "We told us nothing."),
)
UNKNOWN = declare(
    "actor.unlisted",
    "a state or organisation that no list knows, but that the article shows acting",
    catches=("Veltria's government rejected the plan.", "The Harbour Workers' Union called a strike."),
    spares=("She walked home.",),
)


def find_actors(doc: Doc) -> Cast:
    """Return the document's named actors with all the places that name them."""
    cast = Cast(doc)
    names = find_names(doc)
    places = Places(doc, names)
    for span in names:
        if _is_person(doc, span, places) and span.last > span.first:
            _add_person(cast, span)
    for span in sorted([*names, *places.spans()], key=_first_token):
        if cast.at(doc[span.last]) is not None:
            continue
        if span.kind == "known":
            _add_known(cast, span)
        elif places.has(doc[span.first : span.last + 1].text):
            _add_place(cast, span, places)
        elif _is_person(doc, span, places) or _known_person(cast, span) is not None:
            _add_person(cast, span)
        elif span.kind == "organisation":
            _add_organisation(cast, span)
    _add_surnames(cast)
    for index, actor_id in places.demonyms(cast).items():
        cast.mention([actor_id], index, index, form="demonym", rule=UNKNOWN, confidence=0.8)
    add_roles(cast)
    return cast


def _first_token(span: NameSpan) -> int:
    return span.first


# ---------------------------------------------------------------------------------------------------- persons
def _is_person(doc: Doc, span: NameSpan, places: Places) -> bool:
    if span.kind != "person" or (span.first == span.last and _only_modifies(doc[span.last])):
        return False
    return not places.has(doc[span.first : span.last + 1].text)


def _only_modifies(token: Token) -> bool:
    """True for the first word of "the Karsk power plant": a name of a thing, unless an office follows."""
    if token.dep_ not in ("compound", "nmod", "amod") or token.head.i <= token.i or token.head.ent_type_ == "PERSON":
        return False
    return token.head.pos_ == "NOUN" and office_of(token.head) is None


def _words(cast: Cast, span: NameSpan) -> list[str]:
    return [t.text for t in cast.doc[span.first : span.last + 1] if t.text not in (".", "-", "’s", "'s")]


def _known_person(cast: Cast, span: NameSpan) -> Actor | None:
    """Return the person, last mentioned first, in whose name all these words stand."""
    words = set(_words(cast, span))
    gender = _title_gender(cast.doc, span.first)
    for mention in reversed(cast.mentions):
        for actor_id in mention.actors:
            actor = cast.actors[actor_id]
            if actor.kind != "person" or not words <= set(actor.name.split()):
                continue
            if (
                len(words) == 1
                and actor.name.split()[0] in words
                and len(actor.name.split()) > 1
                and not _is_first_name_use(cast, span)
            ):
                continue
            if gender and actor.gender and gender != actor.gender:
                continue
            return actor
    return None


def _is_first_name_use(cast: Cast, span: NameSpan) -> bool:
    """A first name alone means the person when it is a given name ("Hillary") or nobody else's ("Ciro")."""
    word = cast.doc[span.first].text
    if lexicon.first_name_gender(word) is not None:
        return True
    return sum(a.kind == "person" and a.name.split()[0] == word for a in cast.actors.values()) == 1


def _title_gender(doc: Doc, first: int) -> str | None:
    if first == 0:
        return None
    title = lexicon.titles().get(doc[first - 1].text)
    return title.gender if title else None


def _add_person(cast: Cast, span: NameSpan) -> None:
    text = " ".join(_words(cast, span))
    actor = _known_person(cast, span) or _with_nickname(cast, span)
    if actor is None:
        gender = _title_gender(cast.doc, span.first) or lexicon.first_name_gender(text.split()[0])
        longer = _longer_name_ahead(cast, span)
        actor = longer or cast.new_actor(text, "person", gender=gender)
    actor.also(text)
    role = role_before(cast.doc, span.first)
    left = role.first if role else span.first
    cast.mention([actor.actor_id], span.first, span.last, left=left, form="name", rule=NAME, confidence=0.9)


def _add_surnames(cast: Cast) -> None:
    """Find the surnames of known persons that no name list saw."""
    surnames = {a.name.split()[-1] for a in cast.actors.values() if a.kind == "person" and " " in a.name}
    words = {token.text for token in cast.doc if token.text.islower()}
    for token in cast.doc:
        if token.text in surnames and token.lower_ not in words and not token.is_stop and cast.at(token) is None:
            _add_person(cast, NameSpan(token.i, token.i, "person"))


def _longer_name_ahead(cast: Cast, span: NameSpan) -> Actor | None:
    words = _words(cast, span)
    for actor in cast.actors.values():
        if actor.kind == "person" and len(words) == 1 and actor.name.split()[-1] == words[0]:
            return actor
    return None


def _with_nickname(cast: Cast, span: NameSpan) -> Actor | None:
    words = _words(cast, span)
    if len(words) < 2:
        return None
    formal = lexicon.nicknames().get(words[0], ())
    for actor in cast.actors.values():
        own = actor.name.split()
        if (
            actor.kind == "person"
            and own[-1] == words[-1]
            and (own[0] in formal or words[0] in lexicon.nicknames().get(own[0], ()))
        ):
            return actor
    return None


# ------------------------------------------------------------------------------------ states and organisations
def _add_known(cast: Cast, span: NameSpan) -> None:
    entry = span.entries[0]
    doc = cast.doc
    if entry.form == "capital" and not acts_as_government(doc[span.last]):
        return
    actor = listed_actor(cast, entry.target)
    text = doc[span.first : span.last + 1].text
    form = {"people": "demonym", "demonym": "demonym", "capital": "metonym", "metonym": "metonym"}.get(
        entry.form, "name"
    )
    if form != "demonym":
        actor.also(text)
    first = span.first - 1 if span.first and doc[span.first - 1].lower_ == "the" else span.first
    cast.mention([actor.actor_id], span.first, span.last, left=first, form=form, rule=LEXICON, confidence=0.95)


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


def _add_place(cast: Cast, span: NameSpan, places: Places) -> None:
    doc = cast.doc
    text = doc[span.first : span.last + 1].text
    state = places.state_of(text)
    if state is None:
        return
    is_seat = state != text
    if is_seat and not acts_as_government(doc[span.last]):
        return
    actor = named_actor(cast, state) or cast.new_actor(state, "state", country=state, sector="GOV")
    actor.also(text)
    form = "metonym" if is_seat else "name"
    cast.mention([actor.actor_id], span.first, span.last, form=form, rule=UNKNOWN, confidence=0.8)


def _add_organisation(cast: Cast, span: NameSpan) -> None:
    doc = cast.doc
    text = doc[span.first : span.last + 1].text
    actor = named_actor(cast, text) or _acronym_of(cast, text)
    if actor is None:
        owner = next(
            (cast.actors[m.actors[0]] for i in range(span.first, span.last + 1) if (m := cast.at(doc[i])) is not None),
            None,
        )
        owner = owner or next((a for a in cast.actors.values() if a.kind == "state" and a.name in text.split()), None)
        actor = cast.new_actor(text, "organisation", sector=_sector(doc, span))
        if owner is not None:
            actor.country, actor.state = owner.country, owner.actor_id
    actor.also(text)
    left = span.first - 1 if span.first and doc[span.first - 1].lower_ == "the" else span.first
    cast.mention([actor.actor_id], span.first, span.last, left=left, form="name", rule=UNKNOWN, confidence=0.7)


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


def _sector(doc: Doc, span: NameSpan) -> str | None:
    words = list(doc[span.first : span.last + 1])
    before_of = next((number for number, token in enumerate(words) if token.lower_ == "of"), len(words))
    for token in reversed(words[:before_of]):
        noun = lexicon.group_nouns().get(token.lower_)
        if noun is not None:
            return noun.sector
    return None


def acts_as_government(token: Token) -> bool:
    """True where a city's name is used for the government that sits there ("Moscow rejected…", "talks with Kyiv")."""
    while token.dep_ == "conj":
        token = token.head
    head = token.head
    if token.dep_ in SUBJECTS:
        return head.lemma_ not in ("be", "have", "lie", "remain", "host", "see") or any(
            c.dep_ == "xcomp" for c in head.children
        )
    if token.dep_ == "poss":
        return head.lower_ not in lexicon.physical_nouns()
    if token.dep_ in ("dobj", "dative"):
        return any(c.dep_ in ("xcomp", "ccomp") or c.lower_ in ("of", "for", "to", "over") for c in head.children)
    if token.dep_ == "pobj":
        if head.dep_ == "agent" or head.lower_ in ("on", "upon", "with", "between", "against", "toward", "towards"):
            return head.head.lemma_ not in ("march", "descend", "attack", "advance", "base", "fly")
        return head.lower_ in ("from", "to", "of") and head.head.lemma_ in _SPEECH_NOUNS
    if token.dep_ in ("compound", "amod"):
        return head.lower_ in lexicon.group_nouns() or head.lower_ in lexicon.offices()
    return False


_SPEECH_NOUNS = {
    "demand",
    "call",
    "appeal",
    "message",
    "offer",
    "warning",
    "request",
    "letter",
    "proposal",
    "ultimatum",
    "pressure",
    "signal",
    "support",
    "threat",
    "response",
    "answer",
    "ally",
    "say",
    "speak",
}


# ------------------------------------------------------------------------------------------------------- roles
def add_roles(cast: Cast, *, beside: Mention | None = None) -> None:
    """Give persons the role, gender and state that the words around their names tell.

    It may run again when more is known, then only for the name right behind a pronoun: whose "its envoy" is, say. What is
    known stays.
    """
    mentions = cast.mentions
    if beside is not None:
        mentions = [m for m in mentions if beside.last < m.first < beside.last + 8]
    for mention in sorted(mentions, key=_reading_order):
        if mention.form != "name" or cast.actors[mention.actors[0]].kind != "person":
            continue
        person = cast.actors[mention.actors[0]]
        for role in (
            role_before(cast.doc, mention.first),
            role_after(cast.doc, mention.last),
            _role_in_front(cast, mention.head),
        ):
            if role is not None:
                _take_role(cast, person, role)
        _take_state_behind(cast, person, mention)
        if is_us_member(cast.doc, mention.last):
            person.country = person.country or "USA"
            person.sector = person.sector or "LEG"
            person.state = person.state or listed_actor(cast, "USA").actor_id
    _add_officers(cast)
    _add_heads_of_state(cast)


def _take_state_behind(cast: Cast, person: Actor, mention) -> None:
    """Take the state from "President Ilsa Marrant of Veltria" and the organisation from "Greta Lunn, who chairs the league"."""
    doc = cast.doc
    if person.state is not None:
        return
    owner = None
    if mention.last + 2 < len(doc) and doc[mention.last + 1].lower_ == "of" and person.role is not None:
        owner = _actor_at(cast, doc[mention.last + 2])
    for clause in doc[mention.head].children:
        if owner is None and clause.dep_ == "relcl" and clause.lemma_ in ("chair", "lead", "head", "run", "represent"):
            thing = child(clause, "dobj")
            owner = _actor_at(cast, thing) if thing is not None else None
    if owner is not None and owner.kind != "person":
        person.state, person.country = owner.actor_id, owner.country


def _actor_at(cast: Cast, token: Token) -> Actor | None:
    mention = cast.at(token)
    return cast.actors[mention.actors[0]] if mention is not None else None


def _add_officers(cast: Cast) -> None:
    """Give "Prime Minister Tobin Achterberg" the state of "Halmere's prime minister", when only he can be meant."""
    for token in cast.doc:
        office = office_of(token)
        if office is None or office.plural or (not office.head and token.lower_ != "minister"):
            continue
        owner = next(
            (
                _actor_at(cast, c)
                for c in token.children
                if c.dep_ in ("poss", "amod", "compound") and cast.at(c) is not None
            ),
            None,
        )
        if owner is None or owner.kind != "state":
            continue
        words = {
            token.lower_,
            *(c.lower_ for c in token.children if c.dep_ in ("compound", "amod") and cast.at(c) is None),
        }
        fitting = [a for a in cast.actors.values() if a.kind == "person" and words <= _own_office(a)]
        homeless = [a for a in fitting if a.state is None]
        if len(homeless) == 1 and not any(a.state == owner.actor_id for a in fitting):
            homeless[0].state, homeless[0].country = owner.actor_id, owner.country


def _own_office(person: Actor) -> set[str]:
    """Return the words of a person's own office: of "spokeswoman for the prime minister" only "spokeswoman"."""
    words = (person.role or "").lower().replace(" of ", " for ").split(" for ")[0].split()
    return set(words)


def _add_heads_of_state(cast: Cast) -> None:
    """Give a bare "President X" the one state whose seat ("the White House") the article names without another head."""
    seats = {m.actors[0] for m in cast.mentions if m.form == "metonym"}
    heads = {a.state for a in cast.actors.values() if a.kind == "person" and a.state and _is_head(a)}
    free = [s for s in seats - heads if cast.actors[s].kind == "state"]
    homeless = [a for a in cast.actors.values() if a.kind == "person" and a.state is None and _is_head(a)]
    if len(free) == 1 and len(homeless) == 1:
        homeless[0].state = free[0]
        homeless[0].country = cast.actors[free[0]].country


def _is_head(actor: Actor) -> bool:
    words = (actor.role or "").lower().split()
    return any(word in ("president", "premier", "chancellor") for word in words) or words[-2:] == ["prime", "minister"]


def _reading_order(mention) -> int:
    return mention.start


def _role_in_front(cast: Cast, head: int) -> Role | None:
    """Return the office whose apposition the name is: "Veltria's chief negotiator, Ana Reyl,"."""
    token = cast.doc[head]
    if token.dep_ == "appos" and token.head.dep_ == "pobj" and token.head.head.lower_ in ("for", "of"):
        spokesman = token.head.head.head
        office = office_of(spokesman)
        if office is not None and office.speaks_for:
            return Role(spokesman.left_edge.i, token.i - 2, office)
    if token.dep_ != "appos" or office_of(token.head) is None:
        return None
    first = token.head.left_edge.i
    return Role(first, token.head.i, office_of(token.head))


def _take_role(cast: Cast, person: Actor, role: Role) -> None:
    doc = cast.doc
    if person.role is None:
        words = doc[role.first : role.last + 1]
        start = words.start + (1 if words[0].tag_ == "DT" else 0)
        person.role = doc[start : words.end].text.strip(" ,")
    if person.gender is None and role.office is not None:
        person.gender = role.office.gender
    if person.sector is None and role.office is not None:
        person.sector = role.office.sector
    if person.state is None:
        owner = _owner_in(cast, role, person)
        if owner is not None:
            person.state = owner.state if owner.kind == "person" else owner.actor_id
            person.country = owner.country


def _owner_in(cast: Cast, role: Role, person: Actor) -> Actor | None:
    for index in range(role.first, role.last + 1):
        mention = cast.at(cast.doc[index])
        if mention is None or mention.actors[0] == person.actor_id:
            continue
        owner = cast.actors[mention.actors[0]]
        if owner.kind == "person" and owner.state is None:
            continue
        if owner.country or owner.kind in ("state", "organisation"):
            return owner
    return None


def speaker_actor(cast: Cast, name: str) -> str:
    """Return the actor_id of the one whose own words the whole text is: a state, or a person, by name."""
    entries = lexicon.names().get(name)
    if entries:
        return listed_actor(cast, entries[0].target).actor_id
    actor = named_actor(cast, name) or cast.new_actor(name, "person")
    return actor.actor_id
