"""Candidates: every construction by which a verb or noun could attribute words, thoughts or demands to somebody.

Whether it does is another question, which ``attribution`` answers by the word and the construction.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial

from spacy.tokens import Token

from demandeur.grammar import (
    all_children,
    child,
    children,
    has_to,
    is_passive,
    sentence_of,
    stands_apart,
    strays,
    subtree,
)
from demandeur.lexicon import speech
from demandeur.participants import agent, owner, speaking_subject, surface_subject

Words = tuple[Token, ...]
PREPOSITIONS = frozenset("for on about of to against with over in as at from into that behind upon".split())
_NAMING = ("oprd", "ccomp", "xcomp", "acomp", "attr")
_FEELING = set(
    "convince incense frustrate concern worry please surprise shock disappoint determine commit oppose anger outrage "
    "alarm bother disturb persuade amaze satisfy trouble horrify dismay thrill excite".split()
)
"""Verbs whose passive tells what its subject feels: "was convinced that"."""
_COORDINATORS = {"and", "but", "or", "yet", "so"}


@dataclass(frozen=True)
class Candidate:
    """One construction: the cue, its frame's name, the words attributed, and the token that names the source.

    The words are put together when they are asked for: most constructions are ruled out before.
    """

    cue: Token
    frame: str
    put_together: Callable[[], Words]
    source: Token | None

    @cached_property
    def words(self) -> Words:
        """Return the words attributed, in reading order."""
        return self.put_together()


def candidates(cue: Token) -> Iterator[Candidate]:
    """Yield the constructions in which a verb or noun has something that it might attribute."""
    if not all_children(cue):
        return
    if cue.pos_ in ("VERB", "AUX"):
        yield from _of_verb(cue)
    elif cue.pos_ == "NOUN":
        yield from _of_noun(cue)


def _of_verb(cue: Token) -> Iterator[Candidate]:
    source = speaking_subject(cue)
    if source is None and cue.lemma_ in _FEELING:
        source = surface_subject(cue)
    clause = child(cue, "ccomp")
    small = _small_clause(cue)
    if small:
        yield Candidate(cue, "naming", lambda: small, source)
    elif (inserter := _inserter(cue)) is not None:
        yield Candidate(cue, "inserted", partial(_around, cue, inserter), inserter)
    elif clause is not None and not has_to(clause):
        if clause.i < cue.i:
            yield Candidate(cue, "inserted", partial(_around, cue, source), source)
        else:
            frame = "that" if _has_that(clause) else "clause"
            yield Candidate(cue, frame, partial(_clause_words, cue, clause), source)
    infinitive = _infinitive(cue)
    if infinitive is not None:
        yield Candidate(cue, "to", partial(_infinitive_words, infinitive), source)
    yield from _objects(cue, source)


def _inserter(cue: Token) -> Token | None:
    """Return Sorn in "The treaty, Sorn said on Monday, is dead": the cue's clause stands between commas of another."""
    subjects = children(cue, "nsubj")
    if cue.tag_ not in ("VBD", "VBZ", "VBP") or not subjects or child(cue, "dobj") is not None:
        return None
    own, clause = subjects[-1], child(cue, "ccomp")
    left = own.left_edge.i
    if own.i > cue.i or left <= sentence_of(cue).start or cue.doc[left - 1].text != ",":
        return None
    if clause is None and _ends_with(cue):
        return own
    if clause is None:
        return own if cue.dep_ == "parataxis" and cue.i < cue.head.i else None
    split = len(subjects) == 2 and clause.i > cue.i
    return own if split and child(clause, "nsubj", "nsubjpass", "expl", "mark") is None else None


def _ends_with(cue: Token) -> bool:
    """True when nothing but a time follows a verb that can stand beside a quotation: "…, she said on Monday"."""
    verb = speech.reporting_verbs().get(cue.lemma_.lower())
    behind = [t for t in cue.doc[cue.i + 1 : sentence_of(cue).end] if not t.is_punct and not t.is_space]
    times = [t for t in behind if t.ent_type_ in ("DATE", "TIME") or t.lower_ in ("on", "at", "in", "last", "this")]
    return verb is not None and verb.quotes and len(behind) == len(times)


def _objects(cue: Token, source: Token | None) -> Iterator[Candidate]:
    thing = child(cue, "dobj")
    if thing is not None and thing.tag_ not in ("WP", "WDT"):
        yield Candidate(cue, "object", partial(_phrase, thing), source)
    if is_passive(cue) and (by := agent(cue)) is not None:
        own = child(cue, "nsubjpass")
        if own is not None and own.tag_ not in ("WP", "WDT"):
            yield Candidate(cue, "passive", partial(_phrase, own), by)
    for phrase in children(cue, "prep"):
        inner = child(phrase, "pobj", "pcomp")
        if inner is None or phrase.lower_ not in PREPOSITIONS or phrase.i < cue.i:
            continue
        yield Candidate(cue, phrase.lower_, partial(_phrase, inner), source)
        if thing is not None and thing.i < phrase.i:
            yield Candidate(cue, f"object {phrase.lower_}", partial(_from_to, thing, phrase), source)


def _of_noun(cue: Token) -> Iterator[Candidate]:
    source = owner(cue)
    for part in cue.children:
        if part.i < cue.i:
            continue
        if part.dep_ in ("acl", "ccomp", "relcl") and has_to(part):
            yield Candidate(cue, "noun to", partial(_infinitive_words, part), source)
        elif (
            part.dep_ in ("acl", "ccomp", "relcl")
            and _has_that(part)
            and child(part, "nsubj", "nsubjpass", "expl") is not None
        ):
            yield Candidate(cue, "noun that", partial(_clause_words, cue, part), source)
        elif (
            part.dep_ == "prep" and part.lower_ in PREPOSITIONS and (inner := child(part, "pobj", "pcomp")) is not None
        ):
            yield Candidate(cue, f"noun {part.lower_}", partial(_phrase, inner), source)


# ------------------------------------------------------------------------------------------------ whose words
def _clause_words(cue: Token, clause: Token) -> Words:
    """Return the words behind a cue that its clause says, also a subject that the parser took for the cue's object."""
    out = {t.i for stray in strays(clause) for t in subtree(stray)}
    for part in clause.children:
        if _is_the_writers(part, cue, clause):
            out.update(t.i for t in subtree(part))
    for part in subtree(clause):
        if part.dep_ == "advcl" and part.tag_ == "VBG" and part.i > clause.i and stands_apart(part.left_edge):
            out.update(t.i for t in subtree(part))
    words = [t for t in [*subtree(clause), *_coordinated(cue, clause)] if t.i > cue.i and t.i not in out]
    mark = child(clause, "mark")
    if mark is not None and mark.lower_ == "that":
        words = [t for t in words if t.i > mark.i]
    lost = child(cue, "dobj")
    if (
        lost is not None
        and words
        and lost.i < words[0].i
        and mark is None
        and child(clause, "nsubj", "nsubjpass", "expl") is None
    ):
        words = [*subtree(lost), *words]
    return _trimmed(words)


def _is_the_writers(part: Token, cue: Token, clause: Token) -> bool:
    """True for a coordinated verb that goes on with the cue, not with what is said: "says he won and calls it fair"."""
    if part.dep_ != "conj" or part.tag_ != cue.tag_:
        return False
    own = child(part, "nsubj", "nsubjpass", "expl")
    if own is None and clause.tag_ != cue.tag_:
        return True
    reports = part.lemma_.lower() in speech.reporting_verbs()
    if own is None:
        return reports
    mark = child(clause, "cc")
    return reports and own.pos_ == "PRON" and mark is not None and mark.lower_ == "but"


def _coordinated(cue: Token, clause: Token) -> list[Token]:
    """Return a clause that goes on with what is said: "says she hopes to win, but she knows …"."""
    for part in children(cue, "conj"):
        own = child(part, "nsubj")
        if own is None or own.pos_ != "PRON" or part.i < clause.i:
            continue
        first = child(clause, "nsubj", "nsubjpass")
        if first is not None and first.lower_ == own.lower_:
            return list(subtree(part))
    return []


def _trimmed(words: list[Token]) -> Words:
    """Return the words without a coordinator or a time before what is said ("told us Monday he …")."""
    words = sorted(words, key=_index)
    while words and (
        words[0].lower_ in _COORDINATORS or (words[0].ent_type_ in ("DATE", "TIME") and words[0].dep_ == "npadvmod")
    ):
        words.pop(0)
    while words and words[-1].lower_ in _COORDINATORS:
        words.pop()
    return tuple(words)


def _index(token: Token) -> int:
    return token.i


def _around(cue: Token, source: Token | None) -> Words:
    """Return the sentence around an inserted or final cue: "…, he said, …" and "…, the source added"."""
    sentence = sentence_of(cue)
    first = min([cue.i, *(t.i for t in _cue_phrase(cue, source))])
    last = max([cue.i, *(t.i for t in _cue_phrase(cue, source))])
    before = list(cue.doc[sentence.start : first])
    after = list(cue.doc[last + 1 : sentence.end])
    if not _goes_on_behind(after):
        after = []
    return tuple(before + after)


def _cue_phrase(cue: Token, source: Token | None) -> list[Token]:
    """Return the words of "the source added on Monday": the cue, its subject, and when and where it was said."""
    found = [cue]
    for part in cue.children:
        if (
            part == source
            or (part.dep_ == "nsubj" and (part.i > cue.i or part == children(cue, "nsubj")[-1]))
            or part.dep_ in ("aux", "neg", "advmod", "npadvmod", "dative", "dobj", "prt")
            or (part.dep_ in ("prep", "agent") and part.i > cue.i and child(part, "pcomp") is None)
            or (part.dep_ == "advcl" and part.i > cue.i and part.tag_ in ("VBG", "VBN") and child(part, "mark") is None)
        ):
            found.extend(subtree(part))
    return [t for t in found if abs(t.i - cue.i) < 40]


def _goes_on_behind(after: list[Token]) -> bool:
    """True when the sentence goes on behind an inserted cue: a comma and a clause or phrase of its own."""
    words = [t for t in after if not t.is_space]
    if len(words) < 3 or words[0].text not in (",", "—", "–", "-"):
        return False
    return not (
        words[1].tag_ in ("VBG", "VBN", "WP", "WDT", "WRB")
        or words[1].lower_ in ("as", "after", "when", "while", "though", "although")
    )


def _infinitive(cue: Token) -> Token | None:
    return next((part for part in children(cue, "xcomp", "ccomp", "advcl") if part.i > cue.i and has_to(part)), None)


def _infinitive_words(clause: Token) -> Words:
    out = {t.i for stray in strays(clause) for t in subtree(stray)}
    own = child(clause, "nsubj")
    if own is not None:
        out.update(t.i for t in subtree(own))
    return tuple(t for t in subtree(clause) if t.i not in out)


def _small_clause(cue: Token) -> Words:
    """Return "the charges unsubstantiated" in "called the charges unsubstantiated"."""
    for part in children(cue, *_NAMING):
        if (
            part.i < cue.i
            or has_to(part)
            or child(part, "mark", "aux") is not None
            or part.tag_ in ("VBD", "VBZ", "VBP")
        ):
            continue
        thing = child(part, "nsubj") or child(cue, "dobj")
        if thing is not None and cue.i < thing.i < part.i:
            return tuple(cue.doc[thing.left_edge.i : part.right_edge.i + 1])
    return ()


def _phrase(noun: Token) -> Words:
    return tuple(subtree(noun))


def _from_to(first: Token, last: Token) -> Words:
    """Return all words from where one phrase begins to where another ends."""
    return tuple(first.doc[first.left_edge.i : last.right_edge.i + 1])


def _has_that(clause: Token) -> bool:
    return any(c.lower_ == "that" for c in children(clause, "mark"))
