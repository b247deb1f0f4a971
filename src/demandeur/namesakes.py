"""Namesakes: one surname for several persons, and surnames written a little differently.

"Bill and Hillary Marrow" are both Marrows, "the Marrows" are the two; "Maurer" is also "Mauer" where nobody else is.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from demandeur import lexicon
from demandeur.cast import Actor, Cast
from demandeur.namespan import places_of_words
from demandeur.rules import declare

FAMILY = declare(
    "actor.family",
    "a surname in the plural, as the persons who bear it",
    catches=("Otto Marrow and Hilde Marrow came. The Marrows said no.",),
    spares=("Otto Marrow came. The marrows were ripe.",),
)
MISSPELT = declare(
    "actor.misspelt",
    "a surname with a letter too many or too few, as the person whose it nearly is",
    catches=("Karl Maurer came. “No,” Mauer said.",),
    spares=("Karl Maurer and Jo Mauer came. “No,” Mauer said.", "Karl Maurer came. “No,” Maurer said."),
)

_SHORTEST = 5  # letters


def add_families(cast: Cast) -> None:
    """Add the mentions of plural surnames: "the Brandts", with all persons of that name."""
    bearers: dict[str, list[str]] = {}
    for actor in cast.actors.values():
        if actor.kind == "person" and actor.named and " " in actor.name:
            bearers.setdefault(actor.name.split()[-1], []).append(actor.actor_id)
    for word, numbers in places_of_words(cast.doc).items():
        persons = bearers.get(_singular(word), ()) if word not in bearers else ()
        for index in numbers:
            if persons and index > 0 and cast.doc[index - 1].lower_ == "the":
                cast.mention(persons, index, index, left=index - 1, form="name", rule=FAMILY, confidence=0.8)


def _singular(word: str) -> str:
    if word.endswith("es") and word[:-2].endswith(("s", "x", "z", "ch", "sh")):
        return word[:-2]
    return word[:-1] if word.endswith("s") else ""


def first_name_of_a_couple(doc: Doc, token: Token) -> str | None:
    """Return the surname of "Ada" in "Ada and Oluf Brandt", or ``None``."""
    if lexicon.first_name_gender(token.text) is None or token.i + 3 >= len(doc):
        return None
    joint, first, surname = doc[token.i + 1 : token.i + 4]
    both_first = lexicon.first_name_gender(first.text) is not None
    return surname.text if joint.lower_ in ("and", "&") and both_first and surname.pos_ == "PROPN" else None


def misspelt(cast: Cast, word: str) -> Actor | None:
    """Return the one person whose surname has one letter more or less than this word."""
    if len(word) < _SHORTEST or not word[0].isupper():
        return None
    found = [
        a for a in cast.actors.values() if a.kind == "person" and " " in a.name and _nearly(word, a.name.split()[-1])
    ]
    return found[0] if len(found) == 1 else None


def _nearly(word: str, surname: str) -> bool:
    """True when one word is the other with one inner or last letter left out.

    Example:
        >>> _nearly("Mauer", "Maurer"), _nearly("Water", "Waters"), _nearly("Maurer", "Maurer")
        (True, True, False)
    """
    short, long = sorted((word, surname), key=len)
    return len(long) == len(short) + 1 and short in _shortened(long)


def _shortened(word: str) -> Iterator[str]:
    for position in range(1, len(word)):
        yield word[:position] + word[position + 1 :]
