"""Blame: reproaches that no word of the lexicon makes, as the attitude model reads a speaker's own sentences."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from demandeur.act import Act
from demandeur.attitude_model import load_attitudes
from demandeur.cast import Cast, Mention
from demandeur.grammar import bounds, span_of
from demandeur.grievances import is_another, own_words
from demandeur.rules import declare
from demandeur.statement import Statement
from demandeur.statements import SPEECH

SAID_OF = declare(
    "act.said-of",
    "in somebody's own words: a sentence that the attitude model is sure treats another actor badly",
    catches=("“Chad has ruined our harvest and laughed at us,” Ana Reyl of Mali said.",),
    spares=("“Chad has saved our harvest and smiled at us,” Ana Reyl of Mali said.",),
)
IN_A_SPEECH, IN_A_QUOTATION = 0.7, 0.85
"""From which probability of a negative sentence on it is a reproach; a quotation is shorter, and has less around it."""


def find_blame(doc: Doc, cast: Cast, statements: list[Statement], acts: list[Act]) -> Iterator[Act]:
    """Yield one accusation a sentence of a speaker's own words, where the model is sure of it.

    Sentences with an accusation are left alone, in a quotation also those with any other act. Without the model there
    are none.

    Args:
        doc: the parsed article.
        cast: its actors.
        statements: who said what.
        acts: the acts found by words.
    """
    accused = {act.token.sent.start for act in acts if act.act == "ACCUSE"}
    taken = {act.token.sent.start for act in acts}
    for statement, sentence in own_words(doc, statements):
        in_speech = statement.rule == SPEECH
        if sentence.sent.start in (accused if in_speech else taken) or not len(sentence):
            continue
        blamed = _treated_worst(cast, statement, sentence, IN_A_SPEECH if in_speech else IN_A_QUOTATION)
        if blamed is not None:
            yield Act(
                act="ACCUSE",
                rule=SAID_OF,
                trigger=span_of(sentence.root),
                token=sentence.root,
                issuers=statement.speakers,
                addressee=blamed,
                spoken=True,
                content=bounds(sentence),
                strength=2,
            )


def _treated_worst(cast: Cast, statement: Statement, sentence: Span, least: float) -> Token | None:
    """Return the token that names the actor whom the sentence treats worst, if at least so surely badly."""
    named: dict[str, list[Mention]] = {}
    for token in sentence:
        mention = cast.at(token)
        if mention is not None and mention.head == token.i and is_another(cast, statement, token):
            for actor_id in mention.actors:
                named.setdefault(actor_id, []).append(mention)
    model = load_attitudes() if named else None
    text, worst = sentence.text, None
    for mentions in named.values() if model is not None else ():
        spans = [(m.start - sentence.start_char, m.end - sentence.start_char) for m in mentions]
        inside = [(start, end) for start, end in spans if 0 <= start < end <= len(text)]
        negative = model.target_sentiment(text, inside)[0] if inside else 0.0
        if negative >= least:
            worst, least = mentions[0], negative
    return cast.doc[worst.head] if worst is not None else None
