"""Words: how the pictures say numbers, lists and names."""

from collections.abc import Sequence

from demandeur.analysis import Analysis
from demandeur.pictures.typeset import clean

NOBODY = "nobody named"
"""Stands for the issuer or addressee that the article leaves open."""

_NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()


def number(count: int) -> str:
    """Return the count in words up to twelve, in digits above.

    Example:
        >>> number(3), number(0), number(30)
        ('three', 'no', '30')
    """
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def counted(count: int, noun: str) -> str:
    """Return the count with its noun, in the plural where there is more or less than one.

    Example:
        >>> counted(1, "demand"), counted(8, "demand"), counted(2, "reply")
        ('one demand', 'eight demands', 'two replies')
    """
    if count == 1:
        return f"one {noun}"
    plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{number(count)} {plural}"


def listed(items: Sequence[str]) -> str:
    """Return the items as prose.

    Example:
        >>> listed(["Ania", "Bo", "Cy"])
        'Ania, Bo and Cy'
    """
    if len(items) < 2:
        return "".join(items)
    return ", ".join(items[:-1]) + " and " + items[-1]


def signed(score: float) -> str:
    """Return a score with its sign and two places.

    Example:
        >>> signed(-0.5), signed(0.25), signed(0)
        ('−0.50', '+0.25', '0.00')
    """
    text = f"{abs(score):.2f}"
    if text == "0.00":
        return text
    return ("−" if score < 0 else "+") + text


def names_of(analysis: Analysis) -> dict[str, str]:
    """Return each actor's name, fit to be drawn, by actor_id."""
    actors = analysis.actors
    names = {}
    for actor_id, name in zip(actors["actor_id"], actors["name"], strict=True):
        names[actor_id] = clean(name or "") or clean(actor_id)
    return names


def leaders(counts: dict[str, int]) -> tuple[list[str], int]:
    """Return the keys with the highest count and that count; nothing and 0 for no counts.

    Example:
        >>> leaders({"A": 2, "B": 1, "C": 2})
        (['A', 'C'], 2)
    """
    most = max(counts.values(), default=0)
    return [key for key, count in counts.items() if count == most], most
