"""Later names: the person whom the lead only describes, and whom the article names right after.

"…, the republic's transport minister warned. “We have been patient,” Hedda Sorn told lawmakers.": news gives a new
name an office, unless it has just told the office.
"""

from spacy.tokens import Token

from demandeur import lexicon
from demandeur.cast import Actor, Cast, Mention
from demandeur.grammar import SUBJECTS, children, sentence_of
from demandeur.roles import office_of
from demandeur.rules import declare

NAMED_LATER = declare(
    "mention.named-later",
    "an office in the lead, as the person whom the next sentences name without one",
    catches=("Norway's transport minister refused on Monday. “It is too late,” Hedda Sorn told lawmakers.",),
    spares=(
        "Norway's transport minister refused on Monday. “It is too late,” the trader Hedda Sorn told lawmakers.",
        "Norway's transport minister refused on Monday.",
        "The council refused on Monday. “It is too late,” Hedda Sorn told lawmakers.",
    ),
)

_LEAD = 3  # sentences, a headline included
_AHEAD = 3  # sentences
_SHORTEST = 4  # tokens of a sentence; a dateline has less
_GENDERS = {
    **dict.fromkeys(("woman", "girl", "mother", "wife", "daughter", "sister", "widow"), "f"),
    **dict.fromkeys(("man", "boy", "father", "husband", "son", "brother", "widower"), "m"),
}


def named_later(cast: Cast, token: Token) -> Actor | None:
    """Return the person whom a description in the lead turns out to be, or ``None``."""
    if (holder := _only_holder(cast, token)) is not None:
        return holder
    if token.tag_ not in ("NN", "NNP") or token.dep_ not in SUBJECTS or token.i >= _end(cast, 0, _LEAD):
        return None
    if token.lower_ in lexicon.group_nouns() and office_of(token) is None:
        return None
    mention = _next_new_person(cast, token)
    if mention is None:
        return None
    actor = cast.actors[mention.actors[0]]
    return actor if gender_of_noun(token) in (None, actor.gender) or actor.gender is None else None


def _only_holder(cast: Cast, noun: Token) -> Actor | None:
    """Return the one of "asked the judge to wait. Judge Ana Reyl agreed", where nobody else is a judge."""
    if noun.tag_ != "NN" or not any(c.lower_ == "the" for c in noun.children) or children(noun, "prep", "amod", "poss"):
        return None
    office = office_of(noun)
    holders = [a for a in cast.actors.values() if a.kind == "person" and _holds_office(a, noun)]
    first = cast.first_of(holders[0].actor_id) if len(holders) == 1 and office is not None else None
    is_next = first is not None and sentence_of(noun).end <= first.head < _end(cast, sentence_of(noun).end, _AHEAD)
    is_alone = is_next and (holders[0].role or "").lower() == noun.lower_
    return holders[0] if is_alone else None


def gender_of_noun(token: Token) -> str | None:
    """Return m or f for a noun that tells it: "woman", "spokesman"."""
    office = office_of(token)
    return _GENDERS.get(token.lemma_.lower()) or (office.gender if office is not None else None)


def _next_new_person(cast: Cast, token: Token) -> Mention | None:
    """Return the first name of a person in the next sentences, when it is a new full name that fits the description."""
    doc = cast.doc
    start = sentence_of(token).end
    for index in range(start, _end(cast, start, _AHEAD)):
        mention = cast.at(doc[index])
        if mention is None or mention.form != "name" or mention.head != index:
            continue
        actor = cast.actors[mention.actors[0]]
        if actor.kind != "person":
            continue
        is_new = cast.first_of(actor.actor_id) is mention and " " in actor.name and doc[index].dep_ in SUBJECTS
        fits = _is_bare(mention, doc[index], actor) or _is_called(doc[index], token) or _holds_office(actor, token)
        return mention if is_new and fits else None
    return None


def _is_bare(mention: Mention, name: Token, actor: Actor) -> bool:
    """True for a name with nothing around it that tells who it is."""
    before = name.doc[mention.left - 1]
    if actor.role is not None or before.pos_ in ("NOUN", "PROPN", "ADJ", "DET"):
        return False
    return not children(name, "appos", "relcl", "acl")


def _holds_office(actor: Actor, noun: Token) -> bool:
    """True for "Mayor Ana Reyl" behind "the mayor of Oslo said"."""
    return office_of(noun) is not None and noun.lemma_.lower() in (actor.role or "").lower().split()


def _is_called(name: Token, noun: Token) -> bool:
    """True for "Ana Reyl, a Veltrian woman," behind "Woman says …": the apposition has the description's noun."""
    return any(noun.lemma_ == part.lemma_ for part in children(name, "appos", "compound", "nmod"))


def _end(cast: Cast, start: int, sentences: int) -> int:
    """Return the token behind so many whole sentences from a token on; datelines don't count."""
    end, whole = start, 0
    while whole < sentences and end < len(cast.doc):
        sentence = sentence_of(cast.doc[end])
        end = sentence.end
        whole += len(sentence) >= _SHORTEST
    return end
