"""Blame: reproaches that no word of the lexicon makes, as the attitude model reads a speaker's own sentences.

In a quotation it is asked how the sentence treats each actor in it. A speech has more: sentence after sentence it tells
of the same wrongs, often without a word on whose they are. There the model is asked how the sentence treats what it
tells of, all of it, and the reproach goes to the state that the speech accuses elsewhere, if it accuses any.
"""

from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from demandeur.act import Act
from demandeur.attitude_model import AttitudeModel, load_attitudes
from demandeur.cast import Cast, Mention
from demandeur.grammar import bounds, sentence_of, span_of
from demandeur.grievances import accused_states, adversary_among, group_in, is_another, own_words
from demandeur.rules import declare
from demandeur.statement import Statement
from demandeur.statements import SPEECH

SAID_OF = declare(
    "act.said-of",
    "in somebody's own words: a sentence that the attitude model is sure treats somebody badly",
    catches=("“Chad has ruined our harvest and laughed at us,” Ana Reyl of Mali said.",),
    spares=("“Chad has saved our harvest and smiled at us,” Ana Reyl of Mali said.",),
)
_TELLS, _TELLS_OF_NOBODY = 0.56, 0.8
"""From which probability of a negative sentence on a speech reproaches somebody in it, or nobody that it names."""
_NAMES, _NAMES_IN_A_QUOTATION = 0.7, 0.85
"""The same for an actor's part in it; a quotation is shorter, and has less around it."""


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
    model = load_attitudes()
    if model is None:
        return
    accused = {sentence_of(act.token).start for act in acts if act.act == "ACCUSE"}
    taken = {sentence_of(act.token).start for act in acts}
    told: list[tuple[Statement, Span, Token | None]] = []
    for statement, sentence in own_words(doc, statements):
        if not any(c.isalnum() for c in sentence.text):
            continue
        start = sentence_of(sentence[0]).start
        if statement.rule == SPEECH and start not in accused and _badness(model, sentence) >= _TELLS:
            told.append((statement, sentence, _treated_worst(model, cast, statement, sentence, _NAMES)))
        elif statement.rule != SPEECH and start not in taken:
            worst = _treated_worst(model, cast, statement, sentence, _NAMES_IN_A_QUOTATION)
            if worst is not None:
                yield _act(statement, sentence, worst, ())
    states = accused_states(cast, statements, acts)
    for statement, sentence, worst in told:
        whom, others = _blamed(cast, sentence, worst, states[statement.speakers])
        if whom is not None or others or _badness(model, sentence) >= _TELLS_OF_NOBODY:
            yield _act(statement, sentence, whom, others)


def _badness(model: AttitudeModel, sentence: Span) -> float:
    """Return how surely the model, asked of the whole sentence and of its main verb, finds it negative."""
    first = sentence.root.idx - sentence.start_char
    spans = [(0, len(sentence.text)), (first, first + len(sentence.root))]
    with_words = [(start, end) for start, end in spans if any(c.isalnum() for c in sentence.text[start:end])]
    return model.target_sentiment(sentence.text, with_words)[0]


def _blamed(
    cast: Cast, sentence: Span, worst: Token | None, accused: Counter[str]
) -> tuple[Token | None, tuple[str, ...]]:
    """Return whom a speech's sentence blames: the token that names him, or the actors.

    The state that the speech accuses most is blamed, along with those the sentence names who belong to no state, unless
    the sentence treats another state badly that the speech accuses, too. What other states it names are its victims.
    """
    adversary, _ = adversary_among(cast, accused)
    if adversary is None:
        return worst, ()
    who = cast.all_of(worst)
    if adversary in cast.with_states(who) or any(accused[a] for a in who):
        return worst, ()
    others = [a for a in who if cast.actors[a].kind != "state" and cast.actors[a].state is None]
    return None, tuple(dict.fromkeys((*group_in(cast, sentence), *others, adversary)))


def _treated_worst(
    model: AttitudeModel, cast: Cast, statement: Statement, sentence: Span, least: float
) -> Token | None:
    """Return the token that names the actor whom the sentence treats worst, if at least so surely badly."""
    named: dict[str, list[Mention]] = {}
    for token in sentence:
        mention = cast.at(token)
        if mention is not None and mention.head == token.i and is_another(cast, statement, token):
            for actor_id in mention.actors:
                named.setdefault(actor_id, []).append(mention)
    text, worst = sentence.text, None
    for mentions in named.values():
        spans = [(m.start - sentence.start_char, m.end - sentence.start_char) for m in mentions]
        inside = [(start, end) for start, end in spans if 0 <= start < end <= len(text)]
        negative = model.target_sentiment(text, inside)[0] if inside else 0.0
        if negative >= least:
            worst, least = mentions[0], negative
    return cast.doc[worst.head] if worst is not None else None


def _act(statement: Statement, sentence: Span, addressee: Token | None, addressees: tuple[str, ...]) -> Act:
    return Act(
        act="ACCUSE",
        rule=SAID_OF,
        trigger=span_of(sentence.root),
        token=sentence.root,
        issuers=statement.speakers,
        addressee=addressee,
        addressees=addressees,
        spoken=True,
        content=bounds(sentence),
        strength=2,
    )
