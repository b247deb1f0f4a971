"""Announcements: a clause without a verb of speech that leads up to a quotation.

"Reyl was blunt: “…”", "Here is Reyl in December: “…”", "Reyl's words: “…”", "As Reyl put it, “…”".
"""

from spacy.tokens import Token

from demandeur.cast import Cast
from demandeur.grammar import antecedent, child, conjuncts
from demandeur.lexicon import speech
from demandeur.participants import owner, subject
from demandeur.rules import declare
from demandeur.windows import Place, in_words, puts_it

ANNOUNCED = declare(
    "statement.announced",
    "a quotation behind a clause that has no verb of speech, but a colon or the speaker's “words”",
    catches=(
        "Ana Reyl was blunt: “We will not sign this treaty.”",
        "Here is Ana Reyl in December: “We will not sign this treaty.”",
        "Ana Reyl’s words: “We will not sign this treaty.”",
        "As Ana Reyl put it, “we will not sign this treaty.”",
        "In the words of Ana Reyl, “we will not sign this treaty.”",
        "Ana Reyl issued a statement:\n\n“We will not sign this treaty. It is dead.”",
    ),
    spares=(
        "The sign on the wall was blunt: “No dogs in the hall.”",
        "One thing is clear: “no treaty” means war.",
        "Ana Reyl has two dogs: “Salt” and “Pepper”.",
    ),
)
_SPEAKING_PRONOUNS = set("i he she they we who".split())
_ENDS = (".", "!", "?", "…", ",", "—")


def announcer(cast: Cast, place: Place) -> tuple[Token | None, Token] | None:
    """Return the cue, if there is one, and the speaker of a quotation that is led up to, or ``None``."""
    window = place.before or place.above
    found = _put(window) or _put(place.after)
    if found is None and window and window[-1].text in (",", ":"):
        found = _in_whose_words(window)
    if found is not None:
        return found if found[1].pos_ == "PROPN" or _can_speak(cast, found[1]) else None
    if window and window[-1].text == ":" and _is_sentence(place):
        found = _before_the_colon(cast, window)
    return found if found is not None and _can_speak(cast, found[1]) else None


def _put(window: list[Token]) -> tuple[Token, Token] | None:
    """Return "put" and R in "As R put it", "R put it this way"."""
    cue = next((t for t in window if puts_it(t)), None)
    name = subject(cue) if cue is not None else None
    return (cue, name) if name is not None and name in window else None


def _in_whose_words(window: list[Token]) -> tuple[Token, Token] | None:
    """Return "words" and R in "In the words of R", "in R's words"."""
    for cue in window:
        if not in_words(cue):
            continue
        of = next((c for c in cue.children if c.lower_ == "of"), None)
        name = child(cue, "poss") or (child(of, "pobj") if of is not None else None)
        if name is not None:
            return cue, name
    return None


def _before_the_colon(cast: Cast, window: list[Token]) -> tuple[Token | None, Token] | None:
    """Return the verb and its subject, or the noun and the one whose it is, of the clause that ends in a colon."""
    inside = {t.i for t in window}
    root = next((t for t in window if t.head == t or t.head.i not in inside), window[0])
    own = child(root, "nsubj")
    if own is not None and own.i in inside:
        own = antecedent(own)
        if _can_speak(cast, own):
            verbs = [t for t in conjuncts(root) if t.pos_ in ("VERB", "AUX") and t.i in inside]
            return (verbs[-1] if verbs else root), own
        name = owner(own) if own.lemma_ in speech.attributing_nouns() else None
        return (own, name) if name is not None else None
    if _can_speak(cast, root) and not any(t.pos_ in ("VERB", "AUX") for t in window):
        return None, root
    name = child(root, "poss") or child(root, "attr")
    return (root, name) if name is not None and name.i in inside else None


def _can_speak(cast: Cast, name: Token) -> bool:
    return name.lower_ in _SPEAKING_PRONOUNS or name.tag_ == "PRP$" or bool(cast.who(name))


def _is_sentence(place: Place) -> bool:
    """True when the quotation is closed like a sentence, or has a finite verb: no mere title or list of words."""
    if place.inner.rstrip().endswith(_ENDS):
        return True
    doc = place.before[0].doc if place.before else place.above[0].doc
    first = place.chain.parts[0]
    span = doc.char_span(first.inner_start, first.inner_end, alignment_mode="contract")
    return span is not None and any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in span)
