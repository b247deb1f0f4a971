"""Some of a people: "many Norwegians", "Senate Republicans", and "the Republican from Mirre".

They act for themselves: what some Republicans want is not what their party wants, and "the Norwegian" is not Norway.
"""

from spacy.tokens import Token

from demandeur.cast import Cast
from demandeur.descriptions import add_described, add_mention, name_of_phrase
from demandeur.grammar import child, children
from demandeur.lexicon import Name
from demandeur.organisations import listed_actor
from demandeur.referents import told_of_before
from demandeur.rules import declare

SOME = declare(
    "mention.some-of-a-people",
    "some of a party's or a state's people, or one of them: a group, or a person, of its own",
    catches=(
        "Some Republicans rejected the plan.",
        "Many Norwegians rejected the plan.",
        "Ana Reyl spoke for an hour. The Republican rejected the plan.",
    ),
    spares=("The Republicans rejected the plan.", "Norwegians rejected the plan.", "The Republican leader spoke."),
)

_LIMITING = ("amod", "compound", "nmod", "nummod")
_SOME = {"some", "any"}
_NEARLY_ALL = {"few", "most", "all", "both", "only"}
"""By which the rest, or all of them, are told of as well: few means most are not."""
_ARTICLES = {"the", "a", "an", "one", "this"}


def add_some(cast: Cast, token: Token, entry: Name) -> bool:
    """Add the mention of a part of a people by the people's name: true where the name means no more than a part.

    Args:
        cast: the article's actors.
        token: the name's last word.
        entry: what the lexicon has of the name.
    """
    if entry.form not in ("people", "demonym") or token.pos_ not in ("NOUN", "PROPN"):
        return False
    if token.tag_ in ("NNS", "NNPS"):
        if not _is_limited(token):
            return False
        owner = listed_actor(cast, entry.target).actor_id
        add_described(cast, token, [owner], SOME, _name_of_some(cast, token))
        return True
    if not _is_one(token):
        return False
    known = told_of_before(cast, token)
    if known is not None:
        add_mention(cast, token, [known.actor_id], "role", SOME, 0.55)
        return True
    owner = listed_actor(cast, entry.target)
    actor = cast.new_actor(
        name_of_phrase(cast, token), "person", country=owner.country, named=False, state=owner.actor_id
    )
    add_mention(cast, token, [actor.actor_id], "nominal", SOME, 0.6)
    return True


def _is_limited(noun: Token) -> bool:
    """True for "some Republicans", "House Republicans"; not for "the Republicans", "few Republicans"."""
    limits = [c for c in children(noun, "det", *_LIMITING) if c.i < noun.i]
    return any(c.lower_ in _SOME if c.dep_ == "det" else c.lower_ not in _NEARLY_ALL for c in limits)


def _name_of_some(cast: Cast, noun: Token) -> str:
    """Return "some Republicans", which without its "some" would be their party's name."""
    name = name_of_phrase(cast, noun)
    is_bare = any(c.lower_ in _SOME for c in children(noun, "det")) and name == noun.text
    return f"some {name}" if is_bare else name


def _is_one(noun: Token) -> bool:
    """True for "the Republican"; not for the Norwegian of "the Norwegian minister", nor for a language."""
    is_free = noun.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "dative", "agent")
    article = child(noun, "det")
    return is_free and article is not None and article.lower_ in _ARTICLES
