"""Numerals: "the six", "the two", as those of whom the text said before how many they are."""

from spacy.tokens import Token

from demandeur.cast import Cast
from demandeur.grammar import all_tokens, child, children
from demandeur.rules import declare

NUMBER = declare(
    "mention.number",
    "the six, the two: those of whom the text said before that they are so many",
    catches=(
        "Six clubs met on Monday. The six demanded more money.",
        "Two ministers, Ana Reyl and Ivo Marrow, met on Monday. The two urged calm.",
    ),
    spares=("Six clubs met on Monday. The seven demanded more money.", "Six clubs met. Ana Reyl left in the sixties."),
)
_PLACES = ("nsubj", "nsubjpass", "dobj", "pobj", "dative", "agent")
_FARTHEST = 400  # tokens
_COUNTS = set("two three four five six seven eight nine ten eleven twelve".split())


def is_counted(token: Token) -> bool:
    """True for the six of "the six demanded", not for that of "the six clubs", "the six of them", "the 1990s"."""
    is_number = token.lower_ in _COUNTS or (token.text.isdigit() and len(token.text) <= 3)
    if not is_number or token.dep_ not in _PLACES or token.ent_type_ not in ("CARDINAL", ""):
        return False
    return child(token, "det") is not None and child(token, "prep", "nummod", "npadvmod") is None


def resolve_number(cast: Cast, token: Token) -> None:
    """Add the mention of a number to the cast, where the text counted so many actors before."""
    for word in reversed(all_tokens(cast.doc)[max(token.i - _FARTHEST, 0) : token.i]):
        if word.dep_ != "nummod" or word.lower_ != token.lower_:
            continue
        named = [actor_id for name in children(word.head, "appos") for actor_id in cast.all_of(name)]
        actors = named or cast.all_of(word.head)
        if actors:
            first = token.left_edge.i
            cast.mention(actors, first, token.i, head=token.i, form="nominal", rule=NUMBER, confidence=0.65)
            return
