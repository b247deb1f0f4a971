"""Topics: who judges, or takes a side, without naming on what: on what the text spoke of last, or he was asked of."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from demandeur.cast import Cast
from demandeur.condition_marks import SUPPOSING
from demandeur.grammar import auxiliaries, child, children, prepositional, sentence_of, span_of, stands_apart
from demandeur.issue_mentions import DEED_NOUNS, POINTING, IssueMention, done_to
from demandeur.members import examples
from demandeur.negation import is_negated
from demandeur.position import Position
from demandeur.questions import is_question
from demandeur.realis import POSSIBLE
from demandeur.rules import declare
from demandeur.side_words import leaning_of
from demandeur.stance_weights import rule_weight
from demandeur.statement import Statement
from demandeur.verdicts import judged

TOPIC = declare(
    "position.topic",
    "a speaker's judgement that names no issue, on the one the text spoke of last",
    catches=("Norway announced sanctions. “What a disgrace,” Ana Reyl said.",),
    spares=("Norway announced sanctions. “What a day,” Ana Reyl said.",),
)
BARE = declare(
    "position.bare",
    "a side without a word for what it is on: the issue of the sentence before",
    catches=(
        "Norway proposed sanctions. Chad gave its backing.",
        "Norway proposed sanctions. Chad is opposed.",
        "Norway proposed sanctions. Opposition came from Chad.",
    ),
    spares=(
        "Norway proposed sanctions. Chad is opposed to tourism.",
        "Norway proposed sanctions. Support costs money.",
        "Norway proposed sanctions. Chad gave no support.",
        "Norway proposed sanctions. Is Chad opposed?",
        "Norway broke the truce. Chad was furious.",
    ),
)
_SIDES = set("opposed supportive support backing opposition objection approval endorsement disapproval".split())
"""Words for a side, and for no feeling: who is furious may be so over what became of the thing."""
_EVENTS = {"day", "night", "news", "moment", "result", "outcome", "victory", "defeat", "win", "loss", "vote", "ruling"}
"""What one calls a thing that has just been done: "a great day"."""
_GIVING = set("announce give express voice offer pledge declare signal register state promise lend".split())


def find_bare_sides(
    doc: Doc, cast: Cast, mentions: list[IssueMention], known: set[tuple[str, str]]
) -> Iterator[Position]:
    """Yield the side of one who takes it without naming on what, in the sentence behind one that names an issue."""
    named = [m for m in mentions if m.how != POINTING]
    spoken_of = {sentence_of(m.root).start for m in named}
    for about in named:
        behind = sentence_of(about.root).end
        if behind >= len(doc) or behind in spoken_of:
            continue
        sentence = sentence_of(doc[behind])
        for word in sentence:
            doer, side = _bare_side(word)
            actors = {a for one in (doer, *examples(doer)) for a in cast.all_of(one)} if doer is not None else ()
            for actor_id in sorted(actors):
                if (actor_id, about.issue) not in known:
                    score = round(side * about.sign * rule_weight(BARE), 3)
                    place = (sentence.start_char, sentence.start_char + len(sentence.text.rstrip()))
                    yield Position(actor_id, about.issue, score, False, BARE, span_of(word), place)


def _bare_side(word: Token) -> tuple[Token | None, int]:
    """Return who takes the side of a word that has nothing to take it on, and the side; ``None`` where nobody does."""
    entry = leaning_of(word) if word.lower_ in _SIDES or word.lemma_ in _SIDES else None
    if entry is None or not entry.side or any(_is_complement(c) for c in word.children):
        return None, 0
    verb = word.head if word.pos_ in ("NOUN", "ADJ") else word
    if is_question(word) or auxiliaries(verb) & POSSIBLE or any(_is_open(c) for t in (word, verb) for c in t.children):
        return None, 0
    side = -entry.side if is_negated(verb) else entry.side
    if word.pos_ == "NOUN" and word.dep_ == "nsubj" and verb.lemma_ == "come":
        return prepositional(verb, "from"), side
    gives = word.pos_ == "NOUN" and word.dep_ == "dobj" and verb.lemma_ in _GIVING
    is_so = word.dep_ == "acomp" and verb.lemma_ in ("be", "remain", "stay")
    if not (gives or is_so or word == verb) or (gives and any(map(_is_complement, children(verb, "prep", "dative")))):
        return None, 0
    return child(verb, "nsubj", "nsubjpass"), side


def _is_open(word: Token) -> bool:
    """True for the "no", "neither", "if" or "whether" of a side that isn't taken."""
    return word.lower_ in ("no", "neither", "nor", *SUPPOSING) or any(c.lower_ == "neither" for c in word.children)


def _is_complement(word: Token) -> bool:
    """True for what a side is on: "to it", "that it ends", not for "on Thursday"."""
    if word.dep_ in ("ccomp", "xcomp", "acl", "relcl", "pcomp", "agent", "compound", "dative"):
        return True
    inner = child(word, "pobj", "pcomp") if word.dep_ == "prep" else None
    return inner is not None and inner.ent_type_ not in ("DATE", "TIME") and word.lower_ not in ("including", "among")


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
        side *= done_to(about) if asked is None and any(t.lower_ in DEED_NOUNS | _EVENTS for t in words) else 1
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
