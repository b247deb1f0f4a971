"""Officers: which office a person holds, for whom, and of which state, as the words around the names tell."""

from operator import attrgetter

from spacy.tokens import Doc, Token

from demandeur import lexicon
from demandeur.cast import Actor, Cast, Mention
from demandeur.grammar import SUBJECTS, child, children, sentence_of, tokens_of
from demandeur.organisations import listed_actor
from demandeur.roles import Role, holders_of_office, is_us_member, last_of_office, office_of, role_after, role_before

_REACH = 8  # tokens
_OFFICIAL = {"GOV", "LEG", "MIL", "JUD", "COP"}


def add_roles(cast: Cast) -> None:
    """Give persons the role, gender and state that the words around their names tell; what is known stays."""
    for mention in sorted(cast.mentions, key=attrgetter("start")):
        _learn_from(cast, mention)
    _add_officers(cast)
    _add_heads_of_state(cast)
    _add_ministers(cast)


def add_role_behind(cast: Cast, pronoun: Mention) -> None:
    """Give the person right behind a pronoun the state of the one it means: whose "its envoy, Hollis Varga," is."""
    for mention in reversed(list(cast.before(pronoun.last + _REACH, _REACH - 1))):
        _learn_from(cast, mention)


def _learn_from(cast: Cast, mention: Mention) -> None:
    person = cast.actors[mention.actors[0]]
    if mention.form == "name" and person.kind == "person":
        _learn(cast, person, mention)


def _learn(cast: Cast, person: Actor, mention: Mention) -> None:
    """Learn a person's role and state from the words around one mention of the name."""
    doc = cast.doc
    roles = (role_before(doc, mention.first), role_after(doc, mention.last), _role_in_front(doc[mention.head]))
    for role in roles:
        if role is not None:
            _take_role(cast, person, role)
    title = _official_title(doc, mention.first)
    if title is not None:
        _take_role(cast, person, title)
        person.sector = person.sector or lexicon.titles()[doc[title.last].text].sector
    _take_state_behind(cast, person, mention)
    if is_us_member(doc, mention.last):
        person.country = person.country or "USA"
        person.sector = person.sector or "LEG"
        person.state = person.state or listed_actor(cast, "USA").actor_id


def _official_title(doc: Doc, first: int) -> Role | None:
    """Return "Texas Gov.", "Sen.", "Gen." right before a name, with the region before it."""
    title = lexicon.titles().get(doc[first - 1].text) if first else None
    if title is None or title.sector not in _OFFICIAL:
        return None
    start = first - 1
    while start > sentence_of(doc[first]).start and doc[start - 1].pos_ == "PROPN":
        start -= 1
    return Role(start, first - 1, None)


def _role_in_front(token: Token) -> Role | None:
    """Return the office whose apposition the name is: "Veltria's chief negotiator, Ana Reyl,"."""
    if token.dep_ == "appos" and token.head.dep_ == "pobj" and token.head.head.lower_ in ("for", "of"):
        holder = token.head.head.head
        office = office_of(holder)
        is_place = token.head.ent_type_ in ("GPE", "ORG", "NORP")
        if office is not None and not office.plural and (office.speaks_for or is_place):
            return Role(holder.left_edge.i, token.left_edge.i - 2, office)
    office = office_of(token.head) if token.dep_ == "appos" else None
    return Role(token.head.left_edge.i, token.head.i, office) if office is not None else None


def _take_role(cast: Cast, person: Actor, role: Role) -> None:
    doc = cast.doc
    if person.role is None:
        words = doc[role.first : last_of_office(doc, role.last) + 1]
        start = words.start + (1 if words[0].tag_ in ("DT", "PRP$") else 0)
        person.role = " ".join(doc[start : words.end].text.split()).strip(" ,")
    if person.gender is None and role.office is not None:
        person.gender = role.office.gender
    if person.sector is None and role.office is not None:
        person.sector = role.office.sector
    if person.state is None:
        owner = _owner_in(cast, role, person)
        if owner is not None:
            person.state = owner.state if owner.kind == "person" else owner.actor_id
            person.country = person.country or owner.country
        else:
            _take_region(cast, person, role)


def _take_region(cast: Cast, person: Actor, role: Role) -> None:
    """Give "Texas Governor Jo Marsh" and "Jo Marsh, mayor of Seattle," the state around the region or city."""
    words = [t.text for t in cast.doc[role.first : role.last + 1]]
    for length in (3, 2, 1):
        for start in range(len(words) - length + 1):
            code = _state_around(" ".join(words[start : start + length]))
            if code is not None:
                person.state = listed_actor(cast, code).actor_id
                person.country = lexicon.states()[code].country
                return


def _state_around(place: str) -> str | None:
    """Return the key of the state in which a region or city lies."""
    region = lexicon.regions().get(place)
    if region is not None and region.form == "name":
        return region.country
    entries = lexicon.names().get(place, ())
    return next((e.target for e in entries if e.form == "capital" and e.target in lexicon.states()), None)


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


def _take_state_behind(cast: Cast, person: Actor, mention: Mention) -> None:
    """Take the state from "President Ilsa Marrant of Veltria", the league from "Greta Lunn, who chairs the league"."""
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
    """Give "Prime Minister Tobin Achterberg" the state of "Halmere's prime minister", when only he can be meant.

    "Farm Minister Ivo Marrow" likewise gets that of "Halmere's farm ministry".
    """
    for token in (*holders_of_office(cast.doc), *tokens_of(cast.doc, "ministry")):
        office = office_of(token)
        is_ministry = token.lower_ == "ministry"
        if not is_ministry and (office is None or office.plural or (not office.head and token.lower_ != "minister")):
            continue
        owner = _owner_before(cast, token)
        modifiers = [c.lower_ for c in children(token, "compound", "amod") if cast.at(c) is None]
        if owner is None or owner.kind != "state" or (is_ministry and not modifiers):
            continue
        words = {"minister" if is_ministry else token.lower_, *modifiers}
        fitting = [a for a in cast.actors.values() if a.kind == "person" and words <= _own_office(a)]
        homeless = [a for a in fitting if a.state is None]
        if len(homeless) == 1 and not any(a.state == owner.actor_id for a in fitting):
            homeless[0].state, homeless[0].country = owner.actor_id, owner.country


def _owner_before(cast: Cast, noun: Token) -> Actor | None:
    """Return whose an office is: "Halmere's prime minister", "the Halmerian minister"."""
    for part in children(noun, "poss", "amod", "compound"):
        owner = _actor_at(cast, part)
        if owner is not None:
            return owner
    return None


def _own_office(person: Actor) -> set[str]:
    """Return the words of a person's own office: of "spokeswoman for the prime minister" only "spokeswoman"."""
    words = (person.role or "").lower().replace(" of ", " for ").split(" for ")[0].split()
    return set(words)


def _add_heads_of_state(cast: Cast) -> None:
    """Give a bare "President X" the state without another head that acts just before or whose seat is named."""
    seats = {m.actors[0] for m in cast.mentions if m.form == "metonym" and cast.actors[m.actors[0]].kind == "state"}
    for person in [a for a in cast.actors.values() if a.kind == "person" and a.state is None and _is_head(a)]:
        heads = {a.state for a in cast.actors.values() if a.kind == "person" and a.state and _is_head(a)}
        free = [state for state in seats if state not in heads]
        state = free[0] if len(free) == 1 else _acting_before(cast, person)
        if state is not None and state not in heads:
            person.state, person.country = state, cast.actors[state].country


def _add_ministers(cast: Cast) -> None:
    """Give a "Foreign Minister X" without a state the subject of what he says, or of the sentence before.

    "Norway will not sign, Foreign Minister X said."
    """
    for person in [a for a in cast.actors.values() if a.kind == "person" and a.state is None]:
        mention = cast.first_of(person.actor_id)
        if mention is None or "minister" not in _own_office(person):
            continue
        name = cast.doc[mention.head]
        own = sentence_of(name)
        before = sentence_of(cast.doc[own.start - 1]) if own.start else ()
        said = [t for t in own if t.dep_ == "nsubj" and t.head.dep_ == "ccomp" and t.head.head == name.head]
        subjects = [t for t in before if t.dep_ == "nsubj" and t.head.dep_ == "ROOT"]
        state = _only_state(cast, said) or _only_state(cast, subjects)
        if state is not None:
            person.state, person.country = state.actor_id, state.country


def _only_state(cast: Cast, subjects: list[Token]) -> Actor | None:
    """Return the state that the one of these words names, if it is one and names one."""
    mentions = [mention for t in subjects if (mention := cast.at(t)) is not None and mention.form == "name"]
    if len(subjects) != 1 or len(mentions) != 1:
        return None
    actor = cast.actors[mentions[0].actors[0]]
    return actor if actor.kind == "state" else None


def _acting_before(cast: Cast, person: Actor) -> str | None:
    """Return the one state whose government does something in the sentence before the person's first mention."""
    mention = cast.first_of(person.actor_id)
    if mention is None:
        return None
    own = sentence_of(cast.doc[mention.head]).start
    if own == 0 or "\n" in cast.doc[own - 1].text:
        return None
    before = sentence_of(cast.doc[own - 1])
    for other in cast.before(own, own - before.start):
        actor = cast.actors[other.actors[0]]
        name = cast.doc[other.head]
        government = name.head if name.dep_ == "poss" else name
        stands = government != name or other.form in ("metonym", "nominal")
        if actor.kind == "state" and government.dep_ in SUBJECTS and stands:
            return actor.actor_id
    return None


def _is_head(actor: Actor) -> bool:
    words = (actor.role or "").lower().split(" for ")[0].split()
    return any(word in ("president", "premier", "chancellor") for word in words) or words[-2:] == ["prime", "minister"]
