"""Attribution: statements that the article reports in its own sentences ("She said that…", "urged him to…")."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from demandeur import lexicon
from demandeur.cast import Cast
from demandeur.clauses import noun_words
from demandeur.frames import complement
from demandeur.grammar import bounds, child, is_passive, prepositional, span_of, strays, subtree_without
from demandeur.lexicon import speech
from demandeur.noun_frames import TARGET
from demandeur.participants import patient, subject
from demandeur.quoting import speaker_span
from demandeur.rules import rule
from demandeur.statement import Statement

_THAT_CLASSES_LEFT_OUT = {"influence"}
_INFINITIVE_CLASSES = {"demand", "promise", "threaten", "claim", "reject", "accept", "believe", "influence", "say"}
_OBJECT_CLASSES = {"demand", "praise", "accuse", "reject", "support", "promise", "deny"}
_FOR_VERBS = {"call", "appeal", "plead", "press", "push", "ask", "lobby", "argue", "beg"}
_VAGUE_SUBJECTS = {"it", "this", "that", "which", "there", "what"}
_SOURCES = set("report source document statement poll study survey newspaper agency record account witness".split())


@rule(
    "statement.clause",
    catches=(
        "Ana Reyl said that the treaty was dead.",
        "The treaty is dead, Reyl said on Monday.",
        "Reyl told him the treaty was dead.",
    ),
    spares=("Ana Reyl signed the treaty.", "It means that the treaty is dead."),
)
def clauses(doc: Doc, cast: Cast) -> Iterator[Statement]:
    """A clause that depends on a reporting verb."""
    for cue in _reporting(doc):
        clause = child(cue, "ccomp")
        if clause is None or _is_infinitive(clause) or _class_of(cue) in _THAT_CLASSES_LEFT_OUT:
            continue
        words = subtree_without(clause, *_cue_side(clause, cue))
        yield from _made(cast, cue, [*words, *_behind_cue(clause, cue)], "statement.clause", 0.85)


@rule(
    "statement.infinitive",
    catches=(
        "Ana Reyl urged Norway to sign the treaty.",
        "Norway promised to sign.",
        "Norway was told to sign by Chad.",
    ),
    spares=("Ana Reyl began to sign.",),
)
def infinitives(doc: Doc, cast: Cast) -> Iterator[Statement]:
    """What somebody is urged, told or promises to do."""
    for cue in _reporting(doc):
        if _class_of(cue) not in _INFINITIVE_CLASSES:
            continue
        for clause in cue.children:
            to = child(clause, "aux")
            if clause.dep_ in ("xcomp", "ccomp", "advcl") and to is not None and to.lower_ == "to" and to.i > cue.i:
                own = child(clause, "nsubj")
                left_out = [*strays(clause), *([own] if own is not None else [])]
                yield from _made(cast, cue, subtree_without(clause, *left_out), "statement.infinitive", 0.75)
                break


@rule(
    "statement.object",
    catches=("Ana Reyl called for a truce.", "Norway praised the deal.", "Chad rejected the plan."),
    spares=("She called at noon.", "The demand for timber rose."),
)
def objects(doc: Doc, cast: Cast) -> Iterator[Statement]:
    """What somebody calls for, praises, condemns, rejects: a noun phrase behind the verb."""
    for cue in _reporting(doc):
        if child(cue, "ccomp", "xcomp") is not None:
            continue
        said = _matter(cue)
        if said is not None:
            yield from _made(cast, cue, list(said), "statement.object", 0.6)
            continue
        target = None
        if cue.lemma_ in _FOR_VERBS or _class_of(cue) == "demand":
            target = prepositional(cue, "for")
        if target is None and _class_of(cue) in _OBJECT_CLASSES:
            target = patient(cue)
        if target is None or is_passive(cue) or target.tag_ in ("PRP", "WP", "WDT"):
            continue
        yield from _made(cast, cue, list(noun_words(target, cue)), "statement.object", 0.6)


def _matter(cue: Token) -> tuple[Token, ...] | None:
    """Return what somebody is praised for or accused of: it is said more than the name is."""
    for entry in speech.act_words().get((cue.lemma_.lower(), "verb"), ()):
        if entry.act in ("ACCUSE", "SUPPORT"):
            found = complement(cue, entry.frames)
            if found is None or found.rule != TARGET or found.addressee is None:
                continue
            if found.addressee not in found.content:
                return found.content
    return None


@rule(
    "statement.according-to",
    catches=("The treaty is dead, according to Ana Reyl.", "According to the ministry, talks failed."),
    spares=("They were paid according to their rank.",),
)
def according_to(doc: Doc, cast: Cast) -> Iterator[Statement]:
    """What holds "according to" somebody: the rest of the sentence."""
    for cue in doc:
        if cue.lower_ != "according" or cue.i + 1 >= len(doc) or doc[cue.i + 1].lower_ != "to":
            continue
        name = next((t for t in cue.subtree if t.dep_ == "pobj" and t.head.lower_ == "to"), None)
        if name is None or not _may_be_a_source(cast, name):
            continue
        statement = Statement(
            [bounds(subtree_without(cue.sent.root, cue))],
            (cue.idx, cue.idx + len("according to")),
            cue,
            name,
            speaker_span(cast, name),
            "statement.according-to",
            0.85,
        )
        statement.speakers = tuple(cast.all_of(name))
        yield statement


def _may_be_a_source(cast: Cast, name: Token) -> bool:
    return cast.at(name) is not None or name.lower_ in lexicon.group_nouns() or name.lemma_ in _SOURCES


RULES = (clauses, according_to, infinitives, objects)


def find_reported(doc: Doc, cast: Cast, quoted: list[Statement]) -> list[Statement]:
    """Return the reported statements that no quotation has already taken, one a cue."""
    used = {s.cue_token.i for s in quoted if s.cue_token is not None}
    inner = [(start, end) for s in quoted for start, end in s.spans]
    found: list[Statement] = []
    for finder in RULES:
        for statement in finder(doc, cast):
            cue = statement.cue_token
            if cue.i in used or any(start <= cue.idx < end for start, end in inner):
                continue
            used.add(cue.i)
            found.append(statement)
    return found


def _reporting(doc: Doc) -> Iterator[Token]:
    verbs = speech.reporting_verbs()
    for token in doc:
        if token.pos_ in ("VERB", "AUX") and token.lemma_.lower() in verbs:
            yield token


def _is_infinitive(clause: Token) -> bool:
    auxiliary = child(clause, "aux")
    return clause.tag_ == "VB" and auxiliary is not None and auxiliary.lower_ == "to"


def _class_of(cue: Token) -> str:
    return speech.reporting_verbs()[cue.lemma_.lower()].kind


def _cue_side(clause: Token, cue: Token) -> list[Token]:
    """Return the children of a clause that are not said: "that", and "and describing …" which goes on with the cue."""
    marks = [t for t in clause.children if t.dep_ == "mark" and t.lower_ == "that"]
    goes_on = [t for t in clause.children if t.dep_ == "conj" and t.tag_ == cue.tag_ != clause.tag_ and t.i > cue.i]
    coordinators = [t for t in clause.children if t.dep_ == "cc" and goes_on]
    return [*marks, *goes_on, *coordinators]


def _behind_cue(clause: Token, cue: Token) -> list[Token]:
    """Return what goes on behind an inserted cue: "…, he added, provided that …"."""
    if clause.i > cue.i:
        return []
    found = []
    for part in cue.children:
        marked = child(part, "mark") is not None or part.lower_ in ("provided", "providing")
        is_clause = part.dep_ in ("advcl", "prep", "conj") and child(part, "mark", "pcomp") is not None
        if part.i > cue.i and marked and is_clause:
            found.extend(part.subtree)
    return found


def _spans(words: list[Token], cue: Token, name: Token | None) -> list[tuple[int, int]]:
    """Return the words' offsets, in two pieces where the cue stands in their midst."""
    before = bounds(t for t in words if t.i < cue.i)
    after = bounds(t for t in words if t.i > cue.i)
    if before[1] <= before[0] or after[1] <= after[0]:
        return [max(before, after, key=_size)]
    if name is not None and any(name.idx <= s < name.idx + len(name) for s, _ in (before, after)):
        return [before]
    return [before, after]


def _size(span: tuple[int, int]) -> int:
    return span[1] - span[0]


def _made(cast: Cast, cue: Token, words: list[Token], rule_id: str, confidence: float) -> Iterator[Statement]:
    name = subject(cue)
    if name is not None and name.lower_ in _VAGUE_SUBJECTS and not cast.who(name):
        return
    words = [t for t in words if t.i != cue.i]
    spans = [span for span in _spans(words, cue, name) if span[1] > span[0]]
    if not spans:
        return
    statement = Statement(spans, span_of(cue), cue, name, None, rule_id, confidence)
    if name is not None:
        statement.speaker_span = speaker_span(cast, name)
        statement.speakers = tuple(cast.all_of(name))
    addressed = patient(cue)
    if addressed is not None and addressed != name:
        statement.addressees = tuple(cast.all_of(addressed))
    yield statement
