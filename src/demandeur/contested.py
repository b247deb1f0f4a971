"""Contested things: what an article's actors take sides on, the issues of an article whose reader names none.

Most of the lexicon's issues are fields: they tell what an act is about, but nobody is for or against "energy". What
people are for or against, the article names itself: the strike, the assault weapons ban, the plan to close the school.
It is a noun that a word for a side governs, or an act's content; one that comes back is an issue, the more so the more
actors take sides on it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Doc, Token

from demandeur import lexicon
from demandeur.act import Act
from demandeur.act_positions import ACT, TERMS, find_act_positions
from demandeur.cast import Cast
from demandeur.grammar import all_tokens, child, children, sentence_numbers, sentence_of, text_of
from demandeur.issue_mentions import EXACT, POINTING_NOUNS, IssueMention
from demandeur.issue_words import is_harm, stem, stems
from demandeur.issuers import all_named
from demandeur.issues import Issues
from demandeur.leaning import holds
from demandeur.lexicon import speech
from demandeur.lexicon.leanings import OUGHT, PERSON, SIDE
from demandeur.once import once_a_document
from demandeur.side_words import leaning_of
from demandeur.statement import Statement
from demandeur.thing_kinds import is_human
from demandeur.thing_names import DONE_TO_PEOPLE, keywords_of, name_of, phrase_of, with_complement

MOST = 6
"""Issues of an article at most: one that names more is rarely about them."""
_FEW, _SHORT = 3, 6
"""Issues below which those count too that are named but once, by several; sentences below which by anybody."""
_MOSTLY = 0.8
"""Share of the nouns of one lemma from which the bare noun means the thing that most of them name."""
_OFTEN = 3
"""Sentences that must name a thing on which but one actor takes a side."""
_FULL, _STOPS = 6, tuple(".!?”’\"'")
"""Tokens and ends of a full sentence."""
_NEAR = 3
"""Steps up the sentence within which the word for a side stands."""
_NO_THINGS = set("PERSON GPE NORP FAC LOC DATE TIME MONEY PERCENT QUANTITY CARDINAL ORDINAL".split())
_INSTRUMENTS = set(
    "act bill amendment treaty accord agreement pact convention resolution protocol deal plan programme program "
    "proposition measure initiative pipeline project dam bridge tax levy fund code charter ban".split()
)
"""What has a name of its own and yet is something that one is for or against: "the Corwin Amendment"."""
_OF_DEEDS = tuple("tion sion ment ance ence ing al ure sis ship cy age ty ism ry".split())
"""Endings of nouns for deeds, rules and states of affairs."""
_SENDING = set("send move deliver fly carry drive ship dispatch transfer invite escort pump".split())
_WHERE = set(
    "at in near around inside outside by behind before after following during amid since despite under through via as "
    "like".split()
)
_ON_A_MATTER = set(
    "vote agree insist decide rule act sign campaign press call push compromise negotiate settle impose put place "
    "levy slap sell count rely depend spend cut crack".split()
)
"""Verbs of which "on" tells what they are about, not where: "voted on the ban", not "attacked him on television"."""
_WHITHER = {"to", "into", "from"}


@dataclass
class _Thing:
    """What several nouns name: they have one lemma, and no other noun before them tells them apart."""

    told_apart: set[str] = field(default_factory=set)
    nouns: list[Token] = field(default_factory=list)
    takers: set[str] = field(default_factory=set)

    @property
    def lemma(self) -> str:
        return self.nouns[0].lemma_.lower()


def contested_issues(doc: Doc, cast: Cast, statements: list[Statement], acts: list[Act]) -> Issues:
    """Return what the article's actors take sides on, under its own names, in reading order; there may be nothing.

    One that the lexicon knows as an issue, a truce, has the lexicon's name and keywords: so articles can be compared.

    Args:
        doc: the parsed article.
        cast: its actors.
        statements: who said what: a side in somebody's words is his.
        acts: who asks for something, offers or refuses it.
    """
    nouns = [t for t in all_tokens(doc) if _may_be_contested(cast, t) and not is_beside_the_point(_mention(t))]
    things = _things(nouns)
    sides = _Sides(cast, statements, acts, nouns)
    often = sides.ranked([thing for thing in things if _times(thing) > 1])
    chosen = [t for t in often if len(t.takers) > 1 or (_times(t) >= _OFTEN and _is_a_matter(t))][:MOST]
    if len(chosen) < _FEW:
        is_short = not chosen and len(set(sentence_numbers(doc))) <= _SHORT
        others = sides.ranked([thing for thing in things if thing not in chosen])
        others = [t for t in others if len(t.takers) > 1 or is_short or (sides.is_plain(t) and _is_a_matter(t))]
        chosen += others[: _FEW - len(chosen)]
    keywords: dict[str, list[str]] = {}
    for thing in sorted(chosen, key=_by_place):
        known = _known_issue(thing)
        name = known.name if known is not None else name_of(thing.nouns)
        words = keywords.setdefault(name, list(known.keywords) if known is not None else [])
        alike = sum(len(other.nouns) for other in things if other.lemma == thing.lemma)
        is_alone = len(thing.nouns) >= _MOSTLY * alike
        words.extend(word for word in keywords_of(thing.nouns, is_alone=is_alone) if word not in words)
    return Issues(keywords, are_the_readers=False)


def _is_a_matter(thing: _Thing) -> bool:
    """True for a deed, rule or state of affairs, on which one actor's side is enough: a ban, an occupation.

    Judged blind, what one actor was said to want of a loan, a clock or a seat was mostly no issue.
    """
    return thing.lemma in lexicon.contested_nouns() or thing.lemma.endswith(_OF_DEEDS) or thing.nouns[0].pos_ == "VERB"


def _may_be_contested(cast: Cast, noun: Token) -> bool:
    """True for a noun that names a thing, not an actor, a place, an amount or a word like "way"."""
    part = noun.pos_
    if part == "VERB":
        whom = child(noun, "dobj") if noun.lemma_.lower() in DONE_TO_PEOPLE else None
        return whom is not None and whom.pos_ == "NOUN" and (is_human(whom) or bool(cast.all_of(whom)))
    if part not in ("NOUN", "PROPN") or noun.dep_ in ("compound", "nmod", "npadvmod", "amod", "poss"):
        return False
    lemma = noun.lemma_.lower()
    if (
        lemma in lexicon.uncontested_nouns()
        or not noun.text.isalpha()
        or len(lemma) < 3
        or noun.ent_type_ in _NO_THINGS
    ):
        return False
    is_any = lemma in POINTING_NOUNS and noun.tag_ == "NNS"  # "policies", whichever
    if is_any and phrase_of(noun) == noun.text and with_complement(noun) is None:
        return False
    entry = leaning_of(noun)
    if is_harm(lemma) or (entry is not None and entry.role == SIDE and entry.side and lemma not in POINTING_NOUNS):
        return False  # who speaks of a massacre is against it; the defence of something is a side itself
    is_anothers_name = noun.dep_ == "appos" and bool(cast.all_of(noun.head))  # "Lumo, the largest phone maker"
    is_thing = noun.pos_ == "NOUN" or lemma in _INSTRUMENTS
    return is_thing and not is_anothers_name and not is_human(noun) and not cast.all_of(noun)


class _Sides:
    """Who takes sides on the nouns of an article, looked up when it is asked for."""

    def __init__(self, cast: Cast, statements: list[Statement], acts: list[Act], nouns: list[Token]) -> None:
        places = {noun.i for noun in nouns}
        self._cast, self._statements = cast, statements
        self._nouns = {noun.i: noun for noun in nouns if not is_within_another(noun, places)}
        self._by_act = list(self._by_acts(acts))
        self._by_word: dict[int, tuple[str, ...]] = {}
        self._plain: set[int] = set()

    def ranked(self, things: list[_Thing]) -> list[_Thing]:
        """Return the things on which somebody takes a side, those first on which most do."""
        for thing in things:
            places = {noun.i for noun in thing.nouns}
            comes_back = len({sentence_of(noun).start for noun in thing.nouns}) > 1
            kinds = (ACT, TERMS) if comes_back else (ACT,)  # "… if the ships return": in passing
            thing.takers = {who for place, who, rule in self._by_act if place in places and rule in kinds}
            thing.takers.update(actor_id for place in places & set(self._nouns) for actor_id in self._told_by(place))
        return sorted((thing for thing in things if thing.takers), key=_by_rank)

    def is_plain(self, thing: _Thing) -> bool:
        """True for a thing that a word for a side has as its object: "opposes a boycott", "their support for it"."""
        return any(noun.i in self._plain for noun in thing.nouns)

    def _told_by(self, place: int) -> tuple[str, ...]:
        """Return who takes a side on a noun by a word near it, looked up once."""
        if place not in self._by_word:
            self._by_word[place] = tuple(self._by_words(place))
        return self._by_word[place]

    def _by_words(self, place: int) -> Iterator[str]:
        """Yield who takes a side on a noun by a word near it."""
        noun = self._nouns[place]
        for hold in holds(_mention(noun), _NEAR):
            if hold.how not in (SIDE, OUGHT, PERSON) or hold.steps > _NEAR or _is_in_its_subject(noun, hold.cue):
                continue
            said = [s for s in self._statements if s.speakers and s.holds(noun.idx)] if hold.holder is None else []
            speakers = min(said, key=_length).speakers if said else ()
            actors = all_named(self._cast, hold.holder) if hold.holder is not None else speakers
            is_governed = noun.dep_ in ("dobj", "pobj", "nsubjpass")
            if actors and is_governed and hold.cue in (noun.head, noun.head.head if noun.dep_ == "pobj" else noun.head):
                self._plain.add(place)
            yield from actors

    def _by_acts(self, acts: list[Act]) -> Iterator[tuple[int, str, str]]:
        """Yield the places of the nouns that acts are on or tied to, whose acts they are, and the rule."""
        mentions = [_mention(noun) for noun in self._nouns.values()]
        places = {mention.issue: mention.root.i for mention in mentions}
        for position in find_act_positions(self._cast, acts, mentions):
            if position.rule in (ACT, TERMS) and position.issue in places:
                yield places[position.issue], position.actor_id, position.rule


def is_within_another(noun: Token, places: set[int]) -> bool:
    """True for the fish of "the ban on fish": sides are taken on the ban."""
    return noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.head.i in places


def is_beside_the_point(mention: IssueMention) -> bool:
    """True where words name a thing only to tell of another: "the dam's sluices", "sent a team to the dam"."""
    noun, above = mention.root, mention.root.head
    if noun.dep_ == "poss":
        return True
    if noun.dep_ != "pobj" or above.dep_ != "prep":
        return False
    verb, entry = above.head, leaning_of(above.head)
    is_of_a_deed = verb.pos_ in ("VERB", "AUX", "ADJ") and verb.lemma_ not in _ON_A_MATTER
    if above.lower_ == "on" and is_of_a_deed:
        return True
    if entry is not None and entry.role == SIDE and not (verb.pos_ == "VERB" and child(verb, "dobj") is not None):
        return False
    moved = child(verb, "dobj") if above.lower_ in _WHITHER and verb.lemma_ in _SENDING else None
    return above.lower_ in _WHERE or (moved is not None and moved.right_edge.i + 1 == above.i)


def _mention(noun: Token) -> IssueMention:
    return IssueMention(str(noun.i), noun.idx, noun.idx + len(noun), noun, 1, EXACT)


def _is_in_its_subject(noun: Token, cue: Token) -> bool:
    """True for the port of "dockers in the port voted to strike"."""
    return any(c == noun or c.is_ancestor(noun) for c in children(cue, "nsubj"))


def _things(nouns: list[Token]) -> list[_Thing]:
    """Return what the nouns name: "the ban" is that which was named last, "peace deal" and "gas deal" are two."""
    by_lemma: dict[str, list[_Thing]] = {}
    for noun in nouns:
        lemma = noun.lemma_.lower()
        known = by_lemma.setdefault(DONE_TO_PEOPLE.get(lemma, lemma), [])
        said = {stem(c.lower_) for c in children(noun, "compound", "nmod") if c.is_alpha}
        if lemma in POINTING_NOUNS and (longer := with_complement(noun)) is not None:
            said.update(stems(longer.partition(" ")[2]))
        thing = next((t for t in reversed(known) if said <= t.told_apart or t.told_apart <= said), None)
        if thing is None:
            known.append(thing := _Thing())
        thing.told_apart |= said
        thing.nouns.append(noun)
    return [thing for known in by_lemma.values() for thing in known]


def _times(thing: _Thing) -> int:
    """Return how many sentences name a thing; the lead tells what an article is about, and makes it two more."""
    first = thing.nouns[0]
    starts = {sentence_of(noun).start for noun in thing.nouns}
    return len(starts) + 2 * (first.i <= _end_of_lead(first.doc))


@once_a_document
def _end_of_lead(doc: Doc) -> int:
    """Return the last token of the first full sentence: behind a title, a byline, a dateline."""
    full = (s for s in doc.sents if len(s) >= _FULL and s.text.rstrip()[-1:] in _STOPS)
    return next((sentence.end - 1 for sentence in full), 0)


def _known_issue(thing: _Thing) -> speech.Issue | None:
    """Return the issue of the lexicon that a thing is, of those that one can be for or against."""
    names = _names_of_known_issues()
    found = (names.find(with_complement(noun) or phrase_of(noun)) for noun in thing.nouns)
    name = next((name for name in found if name is not None), None)
    known = speech.issues()[name] if name is not None else None
    if known is None or not known.beside:
        return known
    return known if Issues({known.name: known.beside}).find(text_of(thing.nouns[0].doc)) is not None else None


@cache
def _names_of_known_issues() -> Issues:
    return Issues({name: issue.keywords for name, issue in speech.issues().items() if issue.has_stances})


def _by_rank(thing: _Thing) -> tuple[int, int, int]:
    return (-len(thing.takers), -_times(thing), _by_place(thing))


def _by_place(thing: _Thing) -> int:
    return thing.nouns[0].i


def _length(statement: Statement) -> int:
    return statement.spans[-1][1] - statement.spans[0][0]
