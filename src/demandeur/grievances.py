"""Grievances: reproaches without a verb of blame: "Norway has shelled our towns", "Norwegian saboteurs".

In a speech, and in quoted words, naming a wrong and whose it is accuses. Who the speaker's adversary is, the speech
itself tells: the state of which it most often names wrongs; wrongs of armed groups are then told against it, too.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span, Token

from demandeur.act import Act
from demandeur.cast import Actor, Cast
from demandeur.grammar import antecedent, bounds, sentence_of, span_of, subtree
from demandeur.lexicon import speech
from demandeur.negation import is_negated
from demandeur.participants import subject
from demandeur.rules import declare
from demandeur.statement import Statement

GRIEVANCE = declare(
    "act.grievance",
    "in somebody's own words: a wrong, and whose it is",
    catches=(
        "“Norwegian lies have poisoned the talks,” Ana Reyl of Chad said.",
        "“These provocations by Norway continue,” Ana Reyl of Chad said.",
        "“Norway has driven them to shell our towns,” Ana Reyl of Chad said.",
    ),
    spares=(
        "“Norway has kept the truce,” Ana Reyl of Chad said.",
        "“Chad has never violated the truce,” Ana Reyl of Chad said.",
        "Norwegian lies have poisoned the talks.",
    ),
)
_DOING = ("poss", "amod", "compound", "nmod", "agent")
_WRONGED = set("against of to on for from toward towards over with fight combat stop".split())
"""Words before a wrong that make its other party the wronged one, or its enemy: "fight against terrorism"."""
_CARRYING_OUT = set(
    "commit carry continue launch spread stage use wage pursue conduct perpetrate escalate intensify unleash direct "
    "lead fund finance support sponsor back order plan prepare organise organize orchestrate incite start begin make "
    "choose show display engage resort be face lie".split()
)
"""Verbs whose subject does the wrong that they have for object."""
_MAKING = set(
    "make force push drive compel pressure press order instruct direct encourage incite induce lead prompt provoke "
    "urge goad allow permit enable help let cause tempt pay train arm".split()
)
"""Verbs whose subject makes another do, or lets him do, what their complement tells."""
_SETTLED = 2
"""Accusations of one state from which on a wrong beside its name, or beside an armed group's, is told against it."""
_THROUGHOUT = 6
"""Accusations of one state from which on every wrong that the speech names is told against it."""
_OF_THE_LAW = set("code law court case justice procedure tribunal investigation proceeding".split())
_PARTS = {"VERB": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective", "ADV": "adverb"}


def find_grievances(doc: Doc, cast: Cast, statements: list[Statement], acts: list[Act]) -> Iterator[Act]:
    """Yield one accusation a sentence of a speaker's own words, but in sentences that hold one already.

    Args:
        doc: the parsed article.
        cast: its actors.
        statements: who said what.
        acts: the acts found already.
    """
    accused = {sentence_of(act.token).start for act in acts if act.act == "ACCUSE"}
    for statement, sentence in own_words(doc, statements):
        if sentence_of(sentence[0]).start in accused:
            continue
        found = _reproached(cast, statement, sentence)
        if found is not None and _states(cast, found[1]):
            yield _act(statement, *found)


def find_told_wrongs(doc: Doc, cast: Cast, statements: list[Statement], acts: list[Act]) -> Iterator[Act]:
    """Yield one accusation of the speaker's adversary a sentence that tells of a wrong, though not whose it is.

    Args:
        doc: the parsed article.
        cast: its actors.
        statements: who said what.
        acts: the acts found already, those of ``find_grievances`` among them.
    """
    accused = {sentence_of(act.token).start for act in acts if act.act == "ACCUSE"}
    states = accused_states(cast, statements, acts)
    adversaries = {speakers: adversary_among(cast, accused) for speakers, accused in states.items()}
    for statement, sentence in own_words(doc, statements):
        adversary, n = adversaries[statement.speakers]
        if sentence_of(sentence[0]).start in accused or n < _SETTLED:
            continue
        wrong = _wrong_of(cast, statement, sentence, None if n >= _THROUGHOUT else adversary)
        if wrong is not None:
            yield _act(statement, wrong, None, tuple(dict.fromkeys((*group_in(cast, sentence), adversary))))


def accused_states(cast: Cast, statements: list[Statement], acts: list[Act]) -> dict[tuple[str, ...], Counter[str]]:
    """Return how often speakers accuse a state of others, or somebody of it: speakers → states → times."""
    found: dict[tuple[str, ...], Counter[str]] = {statement.speakers: Counter() for statement in statements}
    for statement in statements:
        for act in acts:
            if act.act == "ACCUSE" and statement.start <= act.trigger[0] < statement.spans[-1][1]:
                whom = act.addressees or cast.all_of(act.addressee)
                found[statement.speakers].update(accused_of(cast, statement, whom))
    return found


def adversary_among(cast: Cast, accused: Counter[str]) -> tuple[str | None, int]:
    """Return the state that is accused most often, among equals the one spoken of most, and how often it is accused."""
    spoken_of = Counter(actor_id for mention in cast.mentions for actor_id in mention.actors)
    ranked = sorted((-accused[state], -spoken_of[state], state) for state in accused)
    return (ranked[0][2], -ranked[0][0]) if ranked else (None, 0)


def accused_of(cast: Cast, statement: Statement, whom: Iterable[str]) -> set[str]:
    """Return the states of accused actors, without the speakers' own."""
    others = cast.with_states(whom) - cast.with_states(statement.speakers)
    return {a for a in others if cast.actors[a].kind == "state"}


def _states(cast: Cast, whose: Token) -> set[str]:
    """Return the states among the actors that a word names, and those they belong to."""
    return {a for a in cast.with_states(cast.all_of(whose)) if cast.actors[a].kind == "state"}


def _wrong_of(cast: Cast, statement: Statement, sentence: Span, adversary: str | None) -> Token | None:
    """Return the word of a sentence that tells a wrong of the speech's adversary, though not that it is its.

    With an adversary the sentence must name it, or a group that does wrong.
    """
    villain = next((t for t in sentence if _is_in(t, "villain")), None)
    wrong = next((t for t in sentence if _is_grievance(t) and not _is_ours(cast, statement, t)), None)
    if wrong is None:
        return villain
    names_it = adversary is None or any(adversary in cast.with_states(cast.who(t)) for t in sentence)
    return wrong if names_it or villain is not None or any(_is_in(t, "group") for t in sentence) else None


def _is_ours(cast: Cast, statement: Statement, wrong: Token) -> bool:
    """True for a wrong that the speaker's side, by these words, did or did not do."""
    doer = subject(wrong) if wrong.pos_ == "VERB" else None
    own = cast.with_states(statement.speakers)
    return doer is not None and bool(set(cast.all_of(antecedent(doer))) & own)


def group_in(cast: Cast, sentence: Span) -> tuple[str, ...]:
    """Return the armed group or wrongdoers that a sentence names first."""
    return next((cast.who(t) for t in sentence if _is_in(t, "villain") or _is_in(t, "group")), ())


def _is_fought(wrong: Token) -> bool:
    """True for "the fight against terrorism", "counter-terrorist"."""
    before = [t.lower_ for t in wrong.doc[max(wrong.i - 2, 0) : wrong.i]]
    return before[-1:] in (["against"], ["combat"], ["combating"]) or before[:1] in (["anti"], ["counter"], ["de"])


def own_words(doc: Doc, statements: list[Statement]) -> Iterator[tuple[Statement, Span]]:
    """Yield the sentences of quoted words and of speeches, each with the statement it stands in."""
    for statement in statements:
        if not statement.speakers or statement.quote_type != "direct":
            continue
        for start, end in statement.spans:
            span = doc.char_span(start, end, alignment_mode="contract")
            for sentence in span.sents if span is not None else ():
                yield statement, doc[max(sentence.start, span.start) : min(sentence.end, span.end)]


def _reproached(cast: Cast, statement: Statement, sentence: Span) -> tuple[Token, Token] | None:
    """Return a word of grievance and the token that names whose it is."""
    for token in sentence:
        if _is_grievance(token):
            whose = _whose(cast, statement, token)
            if whose is not None:
                return token, whose
    return None


def _is_grievance(token: Token) -> bool:
    part = _PARTS.get(token.pos_)
    if part is None or token.lemma_.lower() not in speech.grievances()[part] or is_negated(token) or _is_fought(token):
        return False
    return not (token.pos_ == "ADJ" and token.head.lemma_.lower() in _OF_THE_LAW)


def _is_in(token: Token, part: str) -> bool:
    return token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() in speech.grievances()[part]


def _whose(cast: Cast, statement: Statement, token: Token) -> Token | None:
    """Return the token of the one who does the wrong: the verb's subject, the noun's owner, the doer of its verb."""
    if token.pos_ == "ADV":
        candidates = [subject(token.head)]
    elif token.pos_ == "VERB" and token.dep_ != "amod":
        candidates = [_instigator(token), subject(token)]
    else:
        noun = token.head if token.pos_ == "ADJ" or token.dep_ == "amod" else token
        candidates = [t for t in subtree(noun) if _is_doer(t, noun)]
        verb = noun.head
        if noun.dep_ == "pobj" and noun.head.lower_ not in _WRONGED:
            verb = noun.head.head
        if verb.pos_ in ("VERB", "AUX") and (verb.lemma_ in _CARRYING_OUT or noun.dep_ in ("pobj", "attr")):
            candidates.append(subject(verb))
        elif verb.pos_ in ("NOUN", "PROPN") and noun.dep_ in ("compound", "amod"):
            candidates += [t for t in verb.children if t.dep_ in _DOING]
    return next((c for c in candidates if c is not None and is_another(cast, statement, antecedent(c))), None)


def _instigator(verb: Token) -> Token | None:
    """Return who makes another do a wrong: "Norway has driven them to lie"."""
    maker = verb.head
    is_made = verb.dep_ in ("xcomp", "ccomp") and maker.pos_ == "VERB" and maker.lemma_ in _MAKING
    return subject(maker) if is_made and not is_negated(maker) else None


def _is_doer(token: Token, noun: Token) -> bool:
    if token.dep_ in _DOING:
        return token.head == noun or token.head.lower_ in ("backed", "sponsored", "led", "controlled", "supported")
    return token.dep_ == "pobj" and token.head.lower_ == "by"


def is_another(cast: Cast, statement: Statement, token: Token) -> bool:
    """True for an actor that is not on the speaker's side."""
    who = cast.all_of(token)
    own = cast.with_states(statement.speakers)
    return bool(who) and not cast.with_states(who) & own and not any(_is_neutral(cast.actors[a]) for a in who)


def _is_neutral(actor: Actor) -> bool:
    """True for the bodies in which one speaks, and for described people that no state stands behind."""
    return actor.sector == "IGO" or (not actor.named and actor.state is None)


def _act(statement: Statement, token: Token, whose: Token | None, addressees: tuple[str, ...] = ()) -> Act:
    verb = next((t for t in (token, *token.ancestors) if t.pos_ in ("VERB", "AUX")), token)
    return Act(
        act="ACCUSE",
        rule=GRIEVANCE,
        trigger=span_of(token),
        token=token,
        issuers=statement.speakers,
        addressee=whose,
        addressees=addressees,
        spoken=True,
        content=bounds(subtree(verb)),
        strength=2,
    )
