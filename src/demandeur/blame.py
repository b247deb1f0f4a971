"""Blame: reproaches that no word of the lexicon makes, as the attitude model reads a speaker's own sentences.

In a quotation it is asked how the sentence treats each actor in it. A speech has more: sentence after sentence it tells
of the same wrongs, often without a word on whose they are. There the model is asked how the sentence treats what it
tells of, all of it, and the reproach goes to the state that the speech accuses elsewhere, if it accuses any.
"""

from collections import Counter
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
    "in somebody's own words: a sentence that the attitude model is sure treats somebody badly",
    catches=("“Chad has ruined our harvest and laughed at us,” Ana Reyl of Mali said.",),
    spares=("“Chad has saved our harvest and smiled at us,” Ana Reyl of Mali said.",),
)
_TELLS = 0.65
"""From which probability of a negative sentence on a speech reproaches somebody in it."""
_NAMES, _NAMES_IN_A_QUOTATION = 0.7, 0.85
"""The same for an actor's part in it; a quotation is shorter, and has less around it."""
_SETTLED = 2  # accusations of one state from which on it is the speech's adversary

Accused = dict[tuple[str, ...], Counter[str]]
"""Speakers → states → how often the speakers accuse them."""


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
    if load_attitudes() is None:
        return
    accused = {act.token.sent.start for act in acts if act.act == "ACCUSE"}
    taken = {act.token.sent.start for act in acts}
    states = _accused_states(cast, statements, acts)
    for statement, sentence in own_words(doc, statements):
        in_speech = statement.rule == SPEECH
        if not sentence.text.strip() or sentence.sent.start in (accused if in_speech else taken):
            continue
        if in_speech and _tells_a_wrong(sentence):
            worst = _treated_worst(cast, statement, sentence, _NAMES)
            yield _act(statement, sentence, *_blamed(cast, sentence, worst, states[statement.speakers]))
        elif not in_speech:
            worst = _treated_worst(cast, statement, sentence, _NAMES_IN_A_QUOTATION)
            if worst is not None:
                yield _act(statement, sentence, worst, ())


def _accused_states(cast: Cast, statements: list[Statement], acts: list[Act]) -> Accused:
    """Return how often each speaker accuses another state, or somebody of it."""
    found: Accused = {statement.speakers: Counter() for statement in statements}
    for statement in statements:
        own = cast.with_states(statement.speakers)
        for act in acts:
            if act.act == "ACCUSE" and statement.start <= act.trigger[0] < statement.spans[-1][1]:
                whom = cast.with_states(act.addressees or cast.all_of(act.addressee)) - own
                found[statement.speakers].update(a for a in whom if cast.actors[a].kind == "state")
    return found


def _tells_a_wrong(sentence: Span) -> bool:
    """True where the model, asked of the whole sentence and of its main verb, finds it negative."""
    root = sentence.root
    first = root.idx - sentence.start_char
    spans = [(0, len(sentence.text)), (first, first + len(root))]
    if not any(c.isalnum() for c in root.text):
        spans = spans[:1]
    model = load_attitudes()
    has_word = any(c.isalnum() for c in sentence.text)
    return model is not None and has_word and model.target_sentiment(sentence.text, spans)[0] >= _TELLS


def _blamed(
    cast: Cast, sentence: Span, worst: Token | None, accused: Counter[str]
) -> tuple[Token | None, tuple[str, ...]]:
    """Return whom a speech's sentence blames: the token that names him, or the actors.

    The state that the speech accuses most is blamed unless the sentence treats another one badly that the speech
    accuses, too. What it names else are that state's people, or its victims.
    """
    adversary, n = next(iter(accused.most_common(1)), (None, 0))
    if adversary is None or n < _SETTLED:
        return worst, ()
    who = cast.all_of(worst)
    if adversary in cast.with_states(who) or any(accused[a] for a in who):
        return worst, ()
    others = [a for a in who if cast.actors[a].kind != "state" and cast.actors[a].state is None]
    return None, (*others, adversary)


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
