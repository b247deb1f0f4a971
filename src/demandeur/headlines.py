"""Headlines: written anew as the parser has learnt to read: in sentence case, with the verb in the past.

The small model takes "rejects" in "Union rejects pay offer" for a noun, but reads "Union rejected pay offer" well; the
parse is then laid over the headline's own words.
"""

import re
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from demandeur.lexicon import speech

_PARSE = ["TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE"]
_NOUNS = {"NN", "NNS", "NNP", "NNPS"}
_NO_VERB_BEHIND = set(
    "a an the this that these those his her its their our my your of for to in on at by with from over after before "
    "amid against about despite under no more new all some any and or as between into".split()
)
_IRREGULAR = dict(
    pair.split(":")
    for pair in (
        "say:said tell:told seek:sought give:gave take:took make:made hold:held keep:kept leave:left lead:led meet:met "
        "get:got send:sent find:found think:thought win:won lose:lost fight:fought break:broke speak:spoke rise:rose "
        "fall:fell see:saw go:went come:came begin:began drive:drove draw:drew throw:threw withdraw:withdrew "
        "swear:swore forbid:forbade strike:struck stand:stood pay:paid bring:brought put:put let:let cut:cut bid:bid "
        "set:set quit:quit shut:shut hit:hit choose:chose plead:pleaded overthrow:overthrew undertake:undertook"
    ).split()
)
_SHORT = re.compile(r"[^aeiou]*[aeiou][bdgmnprt]")  # one syllable: the last letter is doubled
_PLURAL = re.compile(r"[^\W\d_]{3,}[^s’']s")


def with_past_verbs(doc: Doc, nlp: Language) -> dict[int, str]:
    """Return the words of a headline that are verbs taken for nouns, by their place, each as the past it stands for.

    Args:
        doc: the headline's tokens alone.
        nlp: the pipeline that will read them.
    """
    found: dict[int, str] = {}
    words = [token.text for token in doc]
    candidates = {i: past for i in range(len(words)) if (past := _past_at(words, i)) is not None}
    if not candidates:
        return found
    tags = [token.tag_ for token in _tagged(doc, nlp)]
    done = False
    for i, word in enumerate(words):
        if word in (",", ";", ":", "—", "–", "-"):
            done = False
        elif i in candidates and not done:
            done = True
            if tags[i] in _NOUNS:
                found[i] = candidates[i]
        elif tags[i] in ("VBZ", "VBP", "VBD", "MD"):
            done = True
    return found


def _tagged(doc: Doc, nlp: Language) -> Doc:
    """Return the document as the pipeline's tagger leaves it; what comes behind the tagger is not asked for."""
    for name, pipe in nlp.pipeline:
        doc = pipe(doc)
        if name == "tagger":
            break
    return doc


def _past_at(words: list[str], i: int) -> str | None:
    """Return the past of a word that may be the headline's verb where it stands, else ``None``."""
    word, before = words[i], words[i - 1] if i else ""
    begins = before in (",", ";")
    if not word.islower() or before.lower() in _NO_VERB_BEHIND or before.lower() in ("’s", "'s", "’", "'") or not i:
        return None
    if word in _verbs() and (_PLURAL.fullmatch(before) or begins):
        return _past(word)
    for base in (word[:-1], word[:-2], word[:-3] + "y" if word.endswith("ies") else ""):
        if word.endswith("s") and base in _verbs() and (begins or before[-1:].isalnum()):
            return _past(base)
    return None


@cache
def _verbs() -> frozenset[str]:
    """Return the verbs by which one speaks or acts, which are those that make news."""
    acting = {word for word, part in speech.act_words() if part == "verb"}
    return frozenset(acting | set(speech.deeds()) | set(speech.reporting_verbs()) | set(speech.hostile_verbs()))


def _past(verb: str) -> str:
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + (verb[-1] if _SHORT.fullmatch(verb) else "") + "ed"


def laid_over(read: Doc, shown: Doc, pasts: dict[int, str]) -> Doc:
    """Return the parse of one wording over another of as many tokens.

    Args:
        read: the parsed document.
        shown: the tokens of the text as it is shown, as many as those of ``read``.
        pasts: the places of the verbs that were put in the past; they are in the present again.
    """
    laid = shown.from_array(_PARSE, read.to_array(_PARSE))
    for i in pasts:
        if laid[i].tag_ == "VBD":
            laid[i].tag_ = "VBZ"
    return laid
