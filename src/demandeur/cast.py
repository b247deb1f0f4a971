"""The cast of an article: its actors, and which words mean which of them."""

import re
import unicodedata
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from demandeur.grammar import all_tokens, antecedent, children, conjuncts, sentence_of, text_of

_SLUG = re.compile(r"[^a-z0-9]+")
_REACH = 6
_ARGUMENTS = {"nsubj", "nsubjpass", "dobj", "dative", "pobj"}
_JOINED = re.compile(
    r"[\s,]*(?:,|\band\b|\bor\b|&|\bas well as\b|\balong with\b|\btogether with\b)[\s,]*(?:the |an? )?\s*"
)
_AFTER = {",", "and", "or", "&", "as", "along", "together"}
_BEFORE = {",", "and", "or", "&", "as", "with", "the", "a", "an"}
"""Words with which what joins two mentions begins and ends."""

_HEADS = {
    body: set(heads.split())
    for bodies, heads in (
        ("government administration cabinet", "minister premier"),
        ("council city town village municipality county", "mayor mayoress official"),
        ("school", "principal headteacher headmaster headmistress head"),
        ("university college", "rector chancellor vice-chancellor dean president provost"),
        ("museum theatre gallery orchestra hospital library agency zoo", "director head"),
        (
            "company firm operator airline bank brewery mine hotel shop factory",
            "executive chairman chairwoman ceo owner",
        ),
        ("club team", "coach manager chairman chairwoman owner"),
        ("union federation association", "leader president secretary chairman chairwoman"),
        ("party", "leader chairman chairwoman"),
        ("ministry", "minister official"),
        ("police", "chief commissioner"),
        ("parish diocese church", "bishop priest vicar"),
        ("board committee", "chairman chairwoman chair"),
        ("court", "judge"),
    )
    for body in bodies.split()
}
"""Who answers for a body that the article only calls so."""


@dataclass(slots=True)
class Actor:
    """One who acts: a person, state, organisation or group. ``gender`` is m, f or ``None``; ``plural`` is for groups.

    ``named`` is false for one that the article only describes ("international leaders"); ``state`` is the actor_id of
    the state or organisation it belongs to.
    """

    actor_id: str
    name: str
    kind: str
    country: str | None = None
    sector: str | None = None
    role: str | None = None
    aliases: list[str] = field(default_factory=list)
    wikidata: str | None = None
    gender: str | None = None
    plural: bool = False
    named: bool = True
    state: str | None = None

    def also(self, name: str) -> None:
        """Note another name by which the article calls the actor."""
        if name != self.name and name not in self.aliases:
            self.aliases.append(name)


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that mean one or several actors; token numbers are inclusive, offsets those of the text.

    ``left`` is the first token of the whole phrase, the office and country before a name included.
    """

    actors: tuple[str, ...]
    first: int
    last: int
    head: int
    left: int
    start: int
    end: int
    form: str
    confidence: float
    rule: str


class Cast:
    """The actors of a document and the mentions that mean them."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.actors: dict[str, Actor] = {}
        self.short_names: set[str] = set()
        self.listed: dict[str, Actor] = {}
        self.mentions: list[Mention] = []
        self._at: dict[int, Mention] = {}
        self._from: dict[int, Mention] = {}
        self._first: dict[str, Mention] = {}
        self._office: dict[int, Mention] = {}
        self._heads: list[int] = []  # of all mentions, in reading order
        self._groups: dict[int, tuple[Mention, ...]] = {}  # by the token's place, until there is a new mention

    def new_actor(self, name: str, kind: str, **more) -> Actor:
        """Return a new actor under a readable key of its own."""
        plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
        stem = _SLUG.sub("-", plain).strip("-") or kind
        key, number = stem, 2
        while key in self.actors:
            key, number = f"{stem}-{number}", number + 1
        actor = Actor(key, name, kind, **more)
        self.actors[key] = actor
        if kind in ("organisation", "group"):
            self.short_names.add(name.lower().split()[-1])
        return actor

    def mention(
        self,
        actors: Iterable[str],
        first: int,
        last: int,
        *,
        form: str,
        rule: str,
        confidence: float,
        head: int | None = None,
        left: int | None = None,
    ) -> Mention:
        """Note that the tokens from first to last mean these actors; a later call for the same head wins."""
        doc = self.doc
        self._groups.clear()
        if head is None:
            head = first if first == last else doc[first : last + 1].root.i
        start, end = doc[first].idx, doc[last].idx + len(doc[last])
        left = first if left is None else left
        who = tuple(dict.fromkeys(actors))
        mention = Mention(who, first, last, head, left, start, end, form, confidence, rule)
        if form == "name":
            self._office.update(dict.fromkeys(range(mention.left, first), mention))
        old = self._at.get(head)
        if old is not None and old.head == head:
            self.mentions.remove(old)
        else:
            insort(self._heads, head)
        self.mentions.append(mention)
        self._from[mention.left] = mention
        for actor_id in mention.actors:
            known = self._first.get(actor_id)
            if known is None or start < known.start:
                self._first[actor_id] = mention
        for token in range(first, last + 1):
            holder = self._at.get(token)
            if token == head or holder is None or holder is old or holder.head != token:
                self._at[token] = mention
        return mention

    def before(self, index: int, reach: int | None = None) -> Iterator[Mention]:
        """Yield the mentions whose head stands before a token, the nearest first, up to ``reach`` tokens back."""
        first = 0 if reach is None else bisect_left(self._heads, index - reach)
        for head in reversed(self._heads[first : bisect_left(self._heads, index)]):
            yield self._at[head]

    def first_of(self, actor_id: str) -> Mention | None:
        """Return the first mention of an actor in reading order."""
        return self._first.get(actor_id)

    def at(self, token: Token) -> Mention | None:
        """Return the mention that the token is part of."""
        return self._at.get(token.i)

    def kind_at(self, token: Token) -> str | None:
        """Return the kind of the actor that the token is part of a mention of."""
        mention = self._at.get(token.i)
        return self.actors[mention.actors[0]].kind if mention is not None else None

    def who(self, token: Token | None) -> tuple[str, ...]:
        """Return the actors that the noun phrase headed by the token means, without what is coordinated with it."""
        if token is None:
            return ()
        token = antecedent(token)
        mention = self._at.get(token.i)
        if mention is not None:
            return mention.actors
        for other in children(token, "appos", "nmod"):
            mention = self._at.get(other.i)
            if mention is not None and mention.form == "name":
                return mention.actors
        office = self._office.get(token.i)
        return office.actors if office is not None and token.dep_ in _ARGUMENTS else ()

    def group(self, token: Token | None) -> tuple[Mention, ...]:
        """Return the mentions coordinated with the one at the token ("A, B and C"), in reading order."""
        if token is None:
            return ()
        if (known := self._groups.get(token.i)) is None:
            known = self._groups[token.i] = tuple(self._joined(antecedent(token)))
        return known

    def _joined(self, token: Token) -> list[Mention]:
        own = self._at.get(token.i)
        found = {m.head: m for other in conjuncts(token) if (m := self._at.get(other.i)) is not None}
        if own is None:
            return sorted(found.values(), key=_by_start)
        found[own.head] = own
        for step in (-1, 1):
            current = own
            while (current := self._neighbour(current, step)) is not None:
                found[current.head] = current
        if len(found) == 1:
            return [own]
        kept = sorted(found.values(), key=_by_start)
        if len(kept) == 2 and self._is_named_by(*kept):
            return [own]
        return [m for m in kept if not self._inside_another(m, kept)]

    def _is_named_by(self, left: Mention, right: Mention) -> bool:
        """True for "the family of a worker, Jonas Pell," which is no list, whatever the parser makes of it."""
        between = text_of(self.doc)[left.end : self._from_offset(right)]
        is_noun = all_tokens(self.doc)[right.left].lower_ in ("a", "an")  # "the rebels, a coalition of four groups,"
        if between.strip() in (", a", ", an"):
            return True  # "Governor Ana Reyl, a Democrat,"
        if between.strip() == "," and left.form == "name" and self._is_of_a_seat(right):
            return True  # "Senator Ana Reyl, Republican of Velm,"
        return between.strip() == "," and (is_noun or (left.form == "nominal" and right.form == "name"))

    def _is_of_a_seat(self, mention: Mention) -> bool:
        """True for one member of a party, told with the seat: "Republican of Velm"."""
        tokens, behind = all_tokens(self.doc), mention.last + 1
        is_one = tokens[mention.head].tag_ not in ("NNS", "NNPS") and mention.left == mention.last
        return is_one and behind < len(tokens) and tokens[behind].lower_ in ("of", "from")

    def _from_offset(self, mention: Mention) -> int:
        return all_tokens(self.doc)[mention.left].idx

    def all_of(self, token: Token | None) -> list[str]:
        """Return the actors that the token's phrase and what is coordinated with it mean."""
        found: dict[str, None] = {}
        for mention in self.group(token):
            found.update(dict.fromkeys(mention.actors))
        found.update(dict.fromkeys(self.who(token)))
        return list(found)

    def with_states(self, actors: Iterable[str]) -> set[str]:
        """Return these actors and the states or organisations they belong to."""
        found = set(actors)
        for actor_id in tuple(found):
            state = self.actors[actor_id].state
            if state is not None:
                found.add(state)
        return found

    def on_one_side(self, some: Iterable[str], others: Iterable[str], *, against: Iterable[str] = ()) -> bool:
        """True where some of these actors are among the others, or belong to the same state or organisation as they.

        What all belong to, those against them too, makes no side: two senators of one state may well disagree. "A
        farmers' federation" speaks for "farmers".
        """
        some, others = set(some), set(others)
        shared = self.with_states(some) & self.with_states(others)
        if shared - (self.with_states(against) - some - others):
            return True
        if any(_serves(one, other) for one in map(self.actors.get, some) for other in map(self.actors.get, others)):
            return True
        groups = [a.name.lower() for a in map(self.actors.get, others) if not a.named and a.plural]
        return any(group in self.actors[actor_id].name.lower() for group in groups for actor_id in some)

    def _neighbour(self, mention: Mention, step: int) -> Mention | None:
        """Return the mention that follows (1) or precedes (-1) with nothing but "and" or a comma between."""
        tokens = all_tokens(self.doc)
        if step > 0:
            reach = range(mention.last + 1, min(mention.last + _REACH, len(tokens)))
            beside, first = self._from, _AFTER
        else:
            reach = range(mention.left - 1, max(mention.left - _REACH, -1), -1)
            beside, first = self._at, _BEFORE
        if not reach or not (tokens[reach[0]].lower_ in first or tokens[reach[0]].is_space):
            return None  # most have no neighbour, and this tells it soonest
        other = None
        for place in reach:
            if (other := beside.get(place)) is not None:
                break
        if other is None:
            return None
        near, far = (mention, other) if step > 0 else (other, mention)
        if near.last >= far.left or not _JOINED.fullmatch(text_of(self.doc), near.end, tokens[far.left].idx):
            return None
        return other if self._one_phrase(tokens[near.head], tokens[far.head]) else None

    def _one_phrase(self, left: Token, right: Token) -> bool:
        """True unless the right one begins a clause of its own ("X praised Y and Z left"), or an apposition.

        "Lumo, the region's largest bank" are not two.
        """
        if right.dep_ == "poss" and right.head.dep_ == "appos" and right.head.head == left:
            return False
        if right.lower_ in ("i", "we") and right.dep_ == "nsubj" and right.nbor(-1).text == ",":
            return False  # "Ms Reyl, I ask you to come"
        if sentence_of(left).start != sentence_of(right).start:
            return False
        if left.head == right.head:
            return left.dep_ == right.dep_ or left.dep_ in ("nmod", "compound", "npadvmod", "dep")
        return left.is_ancestor(right) or right.is_ancestor(left)

    def _inside_another(self, mention: Mention, others: list[Mention]) -> bool:
        return any(o is not mention and o.left <= mention.first and mention.last <= o.last for o in others)


def _serves(person: Actor, body: Actor) -> bool:
    """True for a minister and the government that the article only calls so, for the mayor and "the town council"."""
    if person.kind != "person" or body.named or body.kind == "person":
        return False
    heads = _HEADS.get(body.name.lower().split()[-1])
    is_anothers = person.state is not None and body.state is not None and person.state != body.state
    return heads is not None and not is_anothers and not heads.isdisjoint(_offices_of(person))


def _offices_of(person: Actor) -> set[str]:
    """Return the words of what a person is: the role, or for one without a name what the article calls it."""
    return set((person.role or ("" if person.named else person.name)).lower().split())


def _by_start(mention: Mention) -> int:
    return mention.start
