"""Labels: words behind a speaker's name and a colon, and quotations with the name behind a dash."""

import re

from spacy.tokens import Doc

from demandeur.cast import Cast
from demandeur.grammar import text_of
from demandeur.rules import declare
from demandeur.statement import Statement
from demandeur.turns import find_turns
from demandeur.windows import Place, is_cue, paragraph_end

LABELLED = declare(
    "statement.label",
    "words behind a speaker's name and a colon, as in an interview or a headline",
    catches=("Reyl: We will not sign the treaty.\n\nAna Reyl left.",),
    spares=("One thing is clear: the treaty is dead.",),
)
DASHED = declare(
    "statement.dash",
    "a quotation with its speaker's name behind a dash",
    catches=("“We will not sign the treaty.” — Ana Reyl",),
    spares=("“We will not sign the treaty.” — and so on",),
)
_LABEL = re.compile(r"^[“\"]?(?P<label>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4}):\s+(?=\S)", re.MULTILINE)
_DASHES = ("—", "–", "―", "-", "--")
_LONGEST = 6  # tokens of a name behind a dash


def find_labelled(doc: Doc, cast: Cast) -> list[Statement]:
    """Return the paragraphs and headlines that begin with a speaker's name and a colon; a transcript has turns."""
    found = []
    if find_turns(text_of(doc)):
        return found
    for match in _LABEL.finditer(text_of(doc)):
        label = doc.char_span(*match.span("label"), alignment_mode="contract")
        mention = next((m for t in reversed(label or []) if (m := cast.at(t)) is not None), None)
        said = text_of(doc)[match.end() : paragraph_end(text_of(doc), match.end())].rstrip()
        if (mention is None and not match.group("label").isupper()) or not said or label is None or is_cue(label[0]):
            continue
        span = (match.end(), match.end() + len(said))
        name = doc[mention.head] if mention is not None else label.root
        actors = mention.actors if mention is not None else ()
        found.append(Statement([span], None, None, name, match.span("label"), LABELLED, 0.8, actors))
    return found


def dashed(cast: Cast, place: Place) -> Statement | None:
    """Return the statement of “…” — Ana Reyl."""
    words = [t for t in place.after if t.text not in (".", ",")]
    if len(words) < 2 or words[0].text not in _DASHES or len(words) > _LONGEST or place.before:
        return None
    mention = next((m for t in words[1:] if (m := cast.at(t)) is not None), None)
    is_name = all(t.pos_ == "PROPN" or t.text in (".", "-") for t in words[1:])
    if mention is None and not is_name:
        return None
    name = cast.doc[mention.head] if mention is not None else words[-1]
    span = (words[1].idx, words[-1].idx + len(words[-1]))
    actors = mention.actors if mention is not None else ()
    return Statement(place.chain.spans, None, None, name, span, DASHED, 0.8, actors)
