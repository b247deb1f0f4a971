"""English: is a text in the language that the rules are written for?"""

import re
from functools import cache
from string import ascii_letters

from py3langid.langid import MODEL_FILE, LanguageIdentifier

LOOKED_AT = 5000  # code points from the start
ENGLISH = frozenset({"en", "pcm"})  # py3langid takes some headlines for Nigerian Pidgin
SURE = 0.8  # the least probability of another language
FEWEST_LETTERS = 0.25  # the least share of ASCII letters among the letters of a text that may be English

# Words that begin with a small letter: names are left out, because they come from any language. Of them, 43 to 55 in
# a hundred are function words in English news, 3 to 25 in other languages' news, by the same list.
FEWEST_WORDS = 12  # different ones, because a list of names can be full of "van der" and "de la"
LEAST_SHARE = 0.3

_WORD = re.compile(r"[^\W\d_]+")


def other_language(text: str) -> str | None:
    """Return the ISO 639 code of the language that the text is in when that is surely not English, else None.

    That takes that py3langid names another language and either hardly a letter is in ASCII, or py3langid is sure and
    few of the uncapitalised words are English function words. So a single English sentence full of foreign names
    always passes, and so does what is too short to tell.

    Example:
        >>> other_language("Przemysław Wójcikiewicz met Zoë Müller in Szczebrzeszyn.") is None
        True
    """
    start = text[:LOOKED_AT]
    in_ascii = _is_in_ascii(start)
    if in_ascii and _may_be_english(start):
        return None  # whatever py3langid says, which takes several times as long to tell
    language, probability = _identifier().classify(start)
    if language in ENGLISH or (in_ascii and probability < SURE):
        return None
    return language


def _is_in_ascii(text: str) -> bool:
    """True for a text with enough ASCII letters among its letters."""
    in_ascii = sum(map(text.count, ascii_letters))
    return in_ascii >= FEWEST_LETTERS * sum(map(str.isalpha, text))


def _may_be_english(text: str) -> bool:
    """True for a text with enough English function words among its uncapitalised ones, or too few words to tell."""
    words = [word for word in _WORD.findall(text) if not word[0].isupper()]
    return len(set(words)) < FEWEST_WORDS or function_words(words) / len(words) >= LEAST_SHARE


def function_words(words: list[str]) -> int:
    """Return how many of the words are in spaCy's list of English function words."""
    from spacy.lang.en.stop_words import STOP_WORDS  # spaCy takes seconds to import

    return sum(word in STOP_WORDS for word in words)


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
