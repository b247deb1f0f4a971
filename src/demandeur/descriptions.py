"""Descriptions: actors that an article describes and does not name: "international leaders", "a rebel commander".

The same words mean the same actor again; what a headline calls somebody is who the text describes, or names, at length.
"""

from spacy.tokens import Token

from demandeur import lexicon
from demandeur.cast import Actor, Cast
from demandeur.grammar import all_tokens, child, children, is_in_headline, noun_phrase, sentence_of, subtree, tokens_of
from demandeur.later_names import NAMED_LATER, gender_of_noun
from demandeur.once import once_a_token
from demandeur.organisations import UNKNOWN, named_actor
from demandeur.principals import states_of
from demandeur.referents import is_definite
from demandeur.roles import is_addressed, office_of
from demandeur.rules import declare
from demandeur.speaking_nouns import is_one_person

DESCRIBED = declare(
    "mention.described",
    "a group or person that the article describes but does not name",
    catches=("International leaders urged calm.", "A rebel commander refused to talk."),
    spares=("The harbour was closed.",),
)

_WHERE, _LONG_ENOUGH = {"on", "in", "at", "near", "between", "with", "along"}, 3
"""By what a long name is cut: "residents of the Mirre camp on the border between Norway and Chad"."""
_MEASURES = {"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL"}
"""What the recogniser marks and is nobody: "strike from 9 December"."""
_ABSTRACT = ("ity", "ism", "ness", "tion", "sion", "ment", "ance", "ence", "comment", "remark")
"""How nouns end that are asked for nothing: "anonymity", "his comments"."""
_PERSONAL_FRAMES = {"act.given", "act.assured", "act.to-infinitive", "act.preposition-to", "act.ultimatum", "act.cleft"}


def actor_noun(token: Token) -> lexicon.GroupNoun | lexicon.Office | None:
    """Return the lexicon's entry of a noun for an office or a collective, or ``None``."""
    return lexicon.group_nouns().get(token.lower_) or office_of(token)


def described(cast: Cast, token: Token, rule: str) -> tuple[str, ...]:
    """Return a new actor for a noun that only the construction shows to be one: "engineers were told to …"."""
    if rule not in _PERSONAL_FRAMES or token.pos_ not in ("NOUN", "PROPN") or cast.at(token) is not None:
        return ()
    if token.pos_ == "NOUN" and actor_noun(token) is None and token.lemma_.lower().endswith(_ABSTRACT):
        return ()
    describe(cast, token)
    return cast.who(token)


def describe(cast: Cast, token: Token) -> None:
    """Add a new actor, and its mention, for a noun phrase that what it does shows to be one.

    A name that the recogniser missed here, as in a headline, and saw elsewhere is no new one; a date or number is none.
    """
    if is_addressed(token) or token.ent_type_ in _MEASURES:
        return
    add_described(cast, token, states_of(cast, token))


def add_described(cast: Cast, token: Token, states: list[str], rule: str = DESCRIBED, name: str | None = None) -> None:
    """Add the mention of a noun phrase: of whom the article has called so before, else of a new actor.

    Args:
        cast: the article's actors.
        token: the noun.
        states: the actor_ids of the states that the phrase names; the first is the new actor's own.
        rule: the rule that showed the noun to be an actor.
        name: the new actor's, where it isn't the phrase without its article.
    """
    known = named_actor(cast, token.text) if token.text[0].isupper() and child(token, "compound") is None else None
    if known is not None and (known.named or token.pos_ == "PROPN"):
        add_mention(cast, token, [known.actor_id], "name", UNKNOWN, 0.7)  # "Rovers", a club
        return
    noun = actor_noun(token)
    plural = token.tag_ in ("NNS", "NNPS") or (noun is not None and noun.plural)
    is_person = not plural and (token.lower_ in lexicon.offices() or (noun is None and is_one_person(token)))
    named = _named_in_the_text(cast, token) if is_in_headline(token) and is_person else None
    if named is not None:
        add_mention(cast, token, [named.actor_id], "role", NAMED_LATER, 0.6)
        return
    name = name or name_of_phrase(cast, token)
    actor = _called_so_before(cast, token, name, plural=plural)
    if actor is None:
        owner = cast.actors[states[0]] if states else None
        actor = cast.new_actor(
            name,
            "person" if is_person else "group",
            country=owner.country if owner else None,
            sector=noun.sector if noun else None,
            gender=gender_of_noun(token) if is_person else None,
            plural=plural,
            named=False,
            state=states[0] if states else None,
        )
    add_mention(cast, token, [actor.actor_id], "nominal", rule, 0.6)


def name_of_phrase(cast: Cast, noun: Token) -> str:
    """Return the phrase without its article, or "your own"; "Ana Reyl's team" of "her team" and "Reyl's team"."""
    phrase = phrase_of_noun(noun)
    whose = child(noun, "poss")
    owners = cast.who(whose) if whose is not None else ()
    owner = cast.actors[owners[0]] if len(owners) == 1 else None
    is_name = owner is not None and (whose.tag_ == "PRP$" or (owner.named and whose.pos_ == "PROPN"))
    if is_name and phrase[0].i <= whose.i:
        rest = [t for t in phrase if t.i > whose.right_edge.i and not (t.is_quote or t.lower_ == "own")]
        mark = "'" if owner.name.endswith("s") and not owner.named else "'s"
        return f"{owner.name}{mark} {noun.doc[rest[0].i : rest[-1].i + 1].text}"
    words = [t for t in phrase if not (t == phrase[0] and t.tag_ in ("DT", "PRP$"))]
    words = words[1:] if words[0].lower_ in ("own", "dear") and len(words) > 1 else words  # "your own opposition"
    return noun.doc[words[0].i : words[-1].i + 1].text


def _called_so_before(cast: Cast, noun: Token, name: str, *, plural: bool) -> Actor | None:
    """Return the actor whom the article, or its headline, has described by these words or by a part of them."""
    is_bare = noun.tag_ == "NN" and not any(c.dep_ in ("det", "poss", "nummod") for c in noun.children)  # "parliament"
    if is_definite(noun) or plural or is_bare:
        same = (a for a in cast.actors.values() if not a.named and a.name.lower() == name.lower())
        if (actor := next(same, None)) is not None:
            return actor
    phrase = phrase_of_noun(noun)
    if len(phrase) == 2 and phrase[0].lower_ == "the" and (actor := _described_before(cast, noun)) is not None:
        return actor
    return None if is_in_headline(noun) else _in_the_headline(cast, noun)


def _named_in_the_text(cast: Cast, noun: Token) -> Actor | None:
    """Return the one whom "owner" in a headline means: the text has "its owner, Mattias Quell"."""
    found = set()
    for token in tokens_of(cast.doc, noun.lower_):
        beside = [*children(token, "appos"), *([token.head] if token.dep_ == "appos" else ())]
        for name in beside if not is_in_headline(token) else ():
            mention = cast.at(name)
            if mention is not None and mention.form == "name" and cast.actors[mention.actors[0]].kind == "person":
                found.add(mention.actors[0])
    return cast.actors[found.pop()] if len(found) == 1 else None


def _in_the_headline(cast: Cast, noun: Token) -> Actor | None:
    """Return whom the headline calls so: "Brewery workers", where the text has "workers at the Orsk brewery"."""
    first = all_tokens(cast.doc)[0]
    if not is_in_headline(first):
        return None
    words = {t.lower_ for t in subtree(noun)}
    found = set()
    for mention in cast.before(sentence_of(first).end):
        head, actor = cast.doc[mention.head], cast.actors[mention.actors[0]]
        if actor.named or len(mention.actors) > 1 or head.lower_ != noun.lower_:
            continue
        if {word.lower() for word in actor.name.split()} <= words:
            found.add(actor.actor_id)
    return cast.actors[found.pop()] if len(found) == 1 else None


def _described_before(cast: Cast, noun: Token) -> Actor | None:
    """Return whom "the residents" means behind "residents of the camp", "the secretary" behind "health secretary".

    None where several such are described before it.
    """
    found: dict[str, Actor] = {}
    for mention in cast.before(noun.i):
        actor = cast.actors[mention.actors[0]]
        head = cast.doc[mention.head]
        is_it = head.lower_ == noun.lower_ and mention.form == "nominal"
        is_it = is_it and not is_in_headline(head)
        if is_it and len(mention.actors) == 1 and not actor.named:
            found[actor.actor_id] = actor
    return next(iter(found.values())) if len(found) == 1 else None


def add_mention(cast: Cast, token: Token, actors: list[str], form: str, rule: str, confidence: float) -> None:
    """Add a mention by a noun: its whole phrase, from the article to the "of" behind."""
    phrase = phrase_of_noun(token)
    cast.mention(actors, phrase[0].i, phrase[-1].i, head=token.i, form=form, rule=rule, confidence=confidence)


@once_a_token
def phrase_of_noun(token: Token) -> list[Token]:
    """Return the tokens from the phrase's left edge to the noun, and its "of" and "from" phrases."""
    inner = noun_phrase(token)
    last = token.i
    for phrase in children(token, "prep"):
        if phrase.lower_ in ("of", "from", "for") and phrase.i == last + 1 and child(phrase, "pcomp") is None:
            inner_words = subtree(phrase)
            commas = [t.i for t in inner_words[:-1] if t.text == "," and t.nbor().pos_ == "PROPN"]
            commas += [t.i for t in inner_words if t.lower_ in _WHERE and t.i > phrase.i + _LONG_ENOUGH]
            comma = min(commas, default=len(token.doc))  # "two lawmakers from X, A and B"
            last = max(t.i for t in inner_words if t.i < comma and t.dep_ != "relcl" and t.tag_ != "CC")
    kept = [t for t in inner if t.i <= token.i and not t.is_space]
    while len(kept) > 1 and (kept[0].is_punct or kept[0].tag_ in ("CC", "IN", "RB", "WP", "WDT")):
        kept.pop(0)
    return all_tokens(token.doc)[kept[0].i : last + 1]
