"""Sentiment: the tone of what an actor says, as TextBlob's lexicon has it.

TextBlob is a weak instrument on news: most words of diplomacy (condemn, veto, ceasefire) are not in its lexicon, and
where it knows none it says 0. So every row tells on how many of its entries it rests. Tone is no stance.
"""

import re
from dataclasses import dataclass

from textblob import en

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Tone:
    """Polarity −1 to 1, subjectivity 0 to 1, number of words, number of lexicon entries they rest on."""

    polarity: float
    subjectivity: float
    n_words: int
    n_known: int


def tone(text: str) -> Tone:
    """Return the tone of a text.

    Example:
        >>> tone("A wonderful day.").polarity
        1.0
        >>> tone("They condemned the attack.").n_known
        0
    """
    found = en.sentiment(text)  # what TextBlob(text).sentiment_assessments computes, once instead of twice
    polarity, subjectivity = found
    return Tone(round(polarity, 4), round(subjectivity, 4), len(_WORD.findall(text)), len(found.assessments))
