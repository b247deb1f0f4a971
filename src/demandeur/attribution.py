"""Attribution: statements that the article reports in its own sentences ("She said that…", "urged him to…").

Whether a construction attributes depends on its word and its form: "said that" always does, "made a" hardly ever. The
lexicon has, for every word and frame, how often it did in annotated news (``lexicon/attribution_words.csv``), and for
every frame how often it did whatever the word (``lexicon/attribution_frames.csv``); the first counts the more, the more
often it was seen. Who the source is, the verb's mood, the length of what is said count too, each with a weight that can
be read in ``lexicon/attribution_weights.csv`` (logistic regression; the sum gives the statement's confidence).
"""

from collections.abc import Iterator
from math import exp, log

from spacy.tokens import Doc, Token

from demandeur import lexicon
from demandeur.attribution_features import features, most_by_content, of_content, source_kind
from demandeur.candidates import Candidate, candidates
from demandeur.cast import Cast
from demandeur.grammar import (
    all_tokens,
    bounds_around,
    child,
    sentence_of,
    span_of,
    subtree,
    subtree_without,
    tokens_of,
)
from demandeur.lexicon import speech
from demandeur.participants import patient
from demandeur.rules import declare, rule
from demandeur.speakers import speaker_span, words_of_source
from demandeur.statement import Span, Statement

CLAUSE = declare(
    "statement.clause",
    "A clause that depends on a reporting verb, behind it or around it.",
    catches=(
        "Ana Reyl said that the treaty was dead.",
        "The treaty is dead, Reyl said on Monday.",
        "Reyl told him the treaty was dead.",
    ),
    spares=("Ana Reyl signed the treaty.", "It means that the treaty is dead."),
)
INFINITIVE = declare(
    "statement.infinitive",
    "What somebody is urged, told or promises to do.",
    catches=("Ana Reyl urged Norway to sign the treaty.", "Norway promised to sign."),
    spares=("Ana Reyl began to sign.",),
)
OBJECT = declare(
    "statement.object",
    "What somebody calls for, praises, condemns, rejects: a phrase behind the verb.",
    catches=("Ana Reyl called for a truce.", "Norway praised the deal.", "Chad rejected the plan."),
    spares=("She called at noon.", "The demand for timber rose."),
)
NAMING = declare(
    "statement.naming",
    "What somebody calls, labels or considers a thing to be.",
    catches=("Ana Reyl called the treaty a mistake.",),
    spares=("The vote made the treaty law.",),
)
NOUN = declare(
    "statement.noun",
    "What a noun of saying or thinking holds: her claim that, his pledge to.",
    catches=("Ana Reyl’s claim that the treaty was dead surprised Norway.",),
    spares=("The fact that the treaty was dead helped nobody.",),
)
_RULES = {"that": CLAUSE, "clause": CLAUSE, "inserted": CLAUSE, "to": INFINITIVE, "naming": NAMING}
_LEAST_RATE = 0.4
_LEAST_TOTAL = log(_LEAST_RATE / (1 - _LEAST_RATE))
_WEIGHT_OF_FRAME = 3.0
_LEAST_SHARE = 0.005
_ACTING = ("person", "state", "organisation", "group", "he", "they")


def find_reported(doc: Doc, cast: Cast, quoted: list[Statement]) -> list[Statement]:
    """Return the reported statements that no quotation has already taken, one a cue."""
    used = {s.cue_token.i for s in quoted if s.cue_token is not None}
    inner = [(start, end) for s in quoted for start, end in s.spans]
    found: list[Statement] = []
    nouns = speech.attributing_nouns()
    for token in all_tokens(doc):
        part = token.pos_
        may = part in ("VERB", "AUX") or (part == "NOUN" and token.lemma_.lower() in nouns)
        if not may or token.i in used:
            continue
        inside = any(start <= token.idx < end for start, end in inner)
        best = _best(cast, token, inside)
        if best is not None:
            found.extend(_made(cast, *best))
    reported = {s.cue_token.i for s in found}
    found.extend(s for s in according_to(doc, cast) if s.cue_token.i not in used | reported)
    return found


def _best(cast: Cast, cue: Token, inside: bool) -> tuple[Candidate, float] | None:
    """Return the construction of a word that most likely attributes, with how likely it is, when likely enough."""
    rated = [(candidate, _rate(cast, candidate, inside)) for candidate in candidates(cue)]
    rated = [pair for pair in rated if pair[1] >= _LEAST_RATE]
    return max(rated, key=_by_rate) if rated else None


def _by_rate(pair: tuple[Candidate, float]) -> float:
    return pair[1]


def _rate(cast: Cast, candidate: Candidate, inside: bool) -> float:
    """Return how likely the construction attributes, 0 to 1, or 0 where that is surely less than enough."""
    weights = speech.attribution_weights()
    source = source_kind(cast, candidate.source)
    total = weights["always"] + weights["word"] * _word(candidate, source, inside)
    known = sum(weights.get(name, 0.0) for name in features(candidate, source, inside))
    if total + known + most_by_content() < _LEAST_TOTAL:
        return 0.0  # no need to look at the words, which most constructions are spared
    total += sum((weights.get(name, 0.0) for name in of_content(candidate)), start=known)
    return 1 / (1 + exp(-total))


def _word(candidate: Candidate, source: str, inside: bool) -> float:
    """Return how often this word attributes in this frame, drawn towards the frame's own share, as log odds."""
    cue = candidate.cue
    part = "noun" if cue.pos_ == "NOUN" else "verb"
    whole = speech.attribution_frames().get((candidate.frame, source in _ACTING, inside), 0.0)
    n, right = speech.attribution_words().get((cue.lemma_.lower(), part, candidate.frame, inside), (0, 0))
    share = (right + _WEIGHT_OF_FRAME * whole) / (n + _WEIGHT_OF_FRAME)
    share = min(max(share, _LEAST_SHARE), 1 - _LEAST_SHARE)
    return log(share / (1 - share))


def _made(cast: Cast, candidate: Candidate, rate: float) -> Iterator[Statement]:
    cue, name = candidate.cue, candidate.source
    spans = bounds_around(candidate.words, cue)
    if not spans:
        return
    kind = NOUN if candidate.frame.startswith("noun") else _RULES.get(candidate.frame, OBJECT)
    statement = Statement(spans, span_of(cue), cue, name, None, kind, round(rate, 2))
    if name is not None:
        statement.speaker_span = words_of_source(cast, cue, name)
        statement.speakers = tuple(cast.all_of(name))
    addressed = patient(cue) if cue.pos_ != "NOUN" else None
    if addressed is not None and addressed != name:
        statement.addressees = tuple(cast.all_of(addressed))
    yield statement


@rule(
    "statement.according-to",
    catches=("The treaty is dead, according to Ana Reyl.", "According to the ministry, talks failed."),
    spares=("They were paid according to their rank.",),
)
def according_to(doc: Doc, cast: Cast) -> Iterator[Statement]:
    """What holds "according to" somebody: the rest of the sentence."""
    for cue in tokens_of(doc, "according"):
        if cue.i + 1 >= len(doc) or doc[cue.i + 1].lower_ != "to":
            continue
        name = next((t for t in subtree(cue) if t.dep_ == "pobj" and t.head.lower_ == "to"), None)
        if name is None or not _may_be_a_source(cast, cue, name):
            continue
        spans = bounds_around(subtree_without(sentence_of(cue).root, cue), cue)
        longest = max(spans, key=_size, default=None)
        if longest is None:
            continue
        yield Statement(
            [longest],
            (cue.idx, cue.idx + len("according to")),
            cue,
            name,
            speaker_span(cast, name),
            "statement.according-to",
            0.85,
            tuple(cast.all_of(name) or cast.all_of(child(name, "poss"))),
        )


def _size(span: Span) -> int:
    return span[1] - span[0]


def _may_be_a_source(cast: Cast, cue: Token, name: Token) -> bool:
    if cast.at(name) is not None or name.lower_ in lexicon.group_nouns() or name.pos_ == "PROPN":
        return True
    apart = cue.i == sentence_of(cue).start or cue.nbor(-1).text == ","
    return apart or (name.tag_ == "NNS" and name.lower_ not in ("needs", "rules", "plans", "ranks"))
