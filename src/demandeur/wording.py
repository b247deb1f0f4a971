"""Wording: numbers, names and answers as an English sentence says them."""

import re
from collections.abc import Sequence

from demandeur.analysis import Analysis

NOBODY = "nobody named"
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
STRENGTHS = {1: "appeal", 2: "request", 3: "pressure", 4: "demand", 5: "ultimatum"}

# act and realis → the verb for one who answers, for several, and for one who is denied to do so
ANSWERS = {
    ("ACCEPT", "done"): ("accepts", "accept", "does not accept"),
    ("ACCEPT", "future"): ("is ready to accept", "are ready to accept", "is not ready to accept"),
    ("ACCEPT", "hypothetical"): ("might accept", "might accept", "would not accept"),
    ("REJECT", "done"): ("rejects", "reject", "does not reject"),
    ("REJECT", "future"): ("is set to reject", "are set to reject", "is not set to reject"),
    ("REJECT", "hypothetical"): ("might reject", "might reject", "would not reject"),
    ("CONCEDE", "done"): ("concedes", "concede", "does not concede"),
}
_BEHIND_NOUN = re.compile(r" (?:of|from|at|in|on|with|who|for) ")
ANSWERS_SOMEHOW = ("answers", "answer", "does not answer")


def count(number: int, one: str, several: str = "") -> str:
    """Return a number and its noun: in words up to twelve.

    Example:
        >>> count(1, "demand"), count(8, "demand"), count(30, "reply", "replies")
        ('one demand', 'eight demands', '30 replies')
    """
    words = NUMBERS[number] if number < len(NUMBERS) else str(number)
    return f"{words} {one if number == 1 else several or one + 's'}"


def number_word(number: int) -> str:
    """Return the number in words up to twelve, none for nought.

    Example:
        >>> number_word(0), number_word(4), number_word(13)
        ('none', 'four', '13')
    """
    if number == 0:
        return "none"
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def listed(words: Sequence[str], most: int | None = None) -> str:
    """Return the words in a row, the rest of a long row as a number.

    Example:
        >>> listed(["Renn", "Brodt", "Ito"])
        'Renn, Brodt and Ito'
        >>> listed(["Renn", "Brodt", "Ito", "Sola", "Voss"], most=3)
        'Renn, Brodt, Ito and two more'
    """
    shown = list(words)
    if most and len(words) > most + 1:
        shown = [*words[:most], f"{number_word(len(words) - most)} more"]
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


def capitalised(sentence: str) -> str:
    """Return the sentence with a capital first letter and the rest as it is."""
    return sentence[:1].upper() + sentence[1:]


def possessive(name: str) -> str:
    """Return the name's possessive form.

    Example:
        >>> possessive("Brodt"), possessive("United States")
        ('Brodt’s', 'United States’')
    """
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def quoted(words: str) -> str:
    """Return words of the article in quotation marks; a quotation that they only begin is closed.

    Example:
        >>> quoted("agree to a ‘lasting truce")
        '“agree to a ‘lasting truce’”'
    """
    inner = words.replace("“", "‘").replace("”", "’")
    if "‘" in inner and "’" not in inner[inner.rindex("‘") :]:
        inner += "’"
    return f"“{inner}”"


def actor_names(analysis: Analysis, actor_ids: Sequence[str], words: str | None = None) -> str:
    """Return the actors' names in a row; without any, the article's own words, or that nobody is named."""
    return listed([str(analysis.name_of(actor_id)) for actor_id in actor_ids]) or words or NOBODY


def are_several(analysis: Analysis, actor_ids: Sequence[str]) -> bool:
    """True for several actors, and for a group that goes by the name of its members: "workers at the brewery"."""
    if len(actor_ids) != 1:
        return len(actor_ids) > 1
    (row,) = analysis.actors.loc[analysis.actors["actor_id"] == actor_ids[0]].to_dict("records") or [{}]
    noun = _BEHIND_NOUN.split(str(row.get("name", "")))[0]
    return row.get("kind") == "group" and noun.endswith("s") and not noun.endswith(("ss", "us", "is", "’s", "'s"))


def answer_phrase(act: dict, status: str = "", what: str = "", *, several: bool = False) -> str:
    """Return how an act (a row of ``acts``) answers a demand of that status: verb, what is answered, condition.

    ``several`` puts the verb into the plural, as more issuers than one do.

    Example:
        >>> answer_phrase({"act": "ACCEPT", "realis": "future", "issuers": ["velgia"]})
        'is ready to accept'
        >>> answer_phrase({"act": "REQUEST", "realis": "done", "issuers": ["brodt"]}, "conditional", "D2")
        'answers D2 on a condition'
    """
    verbs = ANSWERS.get((act["act"], act.get("realis") or "done"), ANSWERS_SOMEHOW)
    verb = verbs[2] if act.get("negated") else verbs[1] if several or len(act.get("issuers") or []) > 1 else verbs[0]
    conditional = act.get("condition") or (verbs is ANSWERS_SOMEHOW and status == "conditional")
    return " ".join(word for word in (verb, what, "on a condition" if conditional else "") if word)
