"""Topics: whom a word of judgement puts on a side of what the text spoke of last, or of what he was asked about."""

from collections.abc import Iterator

from spacy.tokens import Doc

from demandeur.grammar import span_of, stands_apart
from demandeur.issue_mentions import DEED_NOUNS, POINTING, IssueMention, done_to
from demandeur.position import Position
from demandeur.rules import declare
from demandeur.stance_weights import rule_weight
from demandeur.statement import Statement
from demandeur.verdicts import judged

TOPIC = declare(
    "position.topic",
    "a speaker's judgement that names no issue, on the one the text spoke of last",
    catches=("Norway announced sanctions. “What a disgrace,” Ana Reyl said.",),
    spares=("Norway announced sanctions. “What a day,” Ana Reyl said.",),
)


def find_topic_positions(
    doc: Doc, statements: list[Statement], mentions: list[IssueMention], known: set[tuple[str, str]]
) -> Iterator[Position]:
    """Yield the side of one who judges without naming what: what he was asked about, or the text spoke of last."""
    for statement in statements:
        words = list(statement.words(doc))
        if not words or any(statement.holds(m.start) for m in mentions if m.how != POINTING):
            continue
        asked = _asked_about(statement, mentions)
        before = [m for m in mentions if m.start < statement.start and m.how != POINTING]
        if asked is None and (statement.quote_type == "indirect" or not before):
            continue
        about = asked if asked is not None else before[-1]
        side, cue = judged(words, words[0], as_thought=True)
        side *= done_to(about) if asked is None and any(t.lower_ in DEED_NOUNS for t in words) else 1
        is_judged = side and cue.lower_ != "only"  # "the only road we have": of something else
        for actor_id in statement.speakers if is_judged else ():
            if (actor_id, about.issue) not in known:
                score = round(side * about.sign * rule_weight(TOPIC) * (1 if asked is None else 2), 3)
                place = statement.spans[0]
                yield Position(actor_id, about.issue, score, False, TOPIC, span_of(cue), place, statement=statement)


def _asked_about(statement: Statement, mentions: list[IssueMention]) -> IssueMention | None:
    """Return what "she said of the dam", "asked about the dam, she said" says that a statement is on."""
    cue = statement.cue_token
    if cue is None:
        return None
    for mention in mentions:
        phrase = mention.root.head
        said_by = phrase.head if phrase.lower_ in ("of", "about") and phrase.head.head == cue else None
        if said_by is not None and said_by.dep_ == "nsubj" and said_by.ent_type_ == "PERSON" and stands_apart(phrase):
            return mention  # "said X, of the dam"
        asks = phrase.head.lemma_ in ("ask", "question", "press", "quiz") and phrase.head.head == cue
        if phrase.lower_ in ("of", "about", "on", "over") and (phrase.head == cue or asks):
            return mention
    return None
