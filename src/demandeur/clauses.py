"""Clauses: the "to …" and "that …" clauses behind a word, and which of their words say what is to be done."""

from collections.abc import Sequence

from spacy.tokens import Token

from demandeur.grammar import antecedent, child, children, has_to, prepositional, strays, subtree

_COMMENT_MARKS = set("if unless until while as because although though after when since before or".split())
_COMMENT_PREPOSITIONS = {"despite", "amid", "during", "without"}
ASKING = set("ask know see wonder decide determine tell say check consider doubt find learn discuss".split())
"""Verbs whose "if" clause is what is asked, no condition."""
_DAYS = set("monday tuesday wednesday thursday friday saturday sunday today tomorrow yesterday".split())
_PROPOSALS = set("proposal plan offer demand request call appeal bid invitation suggestion plea idea".split())
_PROPOSED = {"by", "from", "for"}
_BESIDE_NOUNS = {"to", "of", "in", "on", "between", "against", "over", "from"}


def infinitive(trigger: Token) -> Token | None:
    """Return the verb of the "to …" clause behind a trigger."""
    for candidate in trigger.children:
        is_clause = candidate.dep_ in ("xcomp", "ccomp", "acl", "relcl", "advcl")
        if is_clause and candidate.i > trigger.i and candidate.pos_ != "ADJ" and has_to(candidate):
            return candidate
    return _behind_parenthesis(trigger) or _right_behind(trigger)


def _right_behind(noun: Token) -> Token | None:
    """Return the clause of "rejected calls to Y", which the parser hangs on "rejected"."""
    if noun.pos_ != "NOUN" or noun.dep_ not in ("dobj", "pobj", "attr") or noun.i + 1 >= len(noun.doc):
        return None
    last = max(t.i for t in subtree(noun))  # "faces calls from X to Y"
    to = noun.doc[min(last + 1, len(noun.doc) - 1)]
    return to.head if to.lower_ == "to" and to.dep_ == "aux" and to.head.dep_ in ("advcl", "xcomp") else None


def _behind_parenthesis(trigger: Token) -> Token | None:
    """Return the clause of "ask the minister, as one neighbour asks another, to let …".

    The parser hangs it on "asks".
    """
    for inner in children(trigger, "advcl"):
        mark = child(inner, "mark")
        if mark is None or mark.lower_ != "as" or trigger.doc[mark.i - 1].text != ",":
            continue
        for candidate in inner.children:
            to = child(candidate, "aux")
            if candidate.dep_ == "xcomp" and to is not None and to.lower_ == "to" and trigger.doc[to.i - 1].text == ",":
                return candidate
    return None


def finite_clause(trigger: Token) -> Token | None:
    """Return the verb of the "that …" clause of a trigger, also where the parser hangs it on "in writing"."""
    found = _finite_below(trigger)
    if found is None and trigger.pos_ == "ADJ" and trigger.dep_ == "acomp":
        found = _finite_below(trigger.head)  # "is adamant that they leave"
    if found is not None:
        return found
    written = [c for prep in children(trigger, "prep") for c in children(prep, "pcomp") if c.lower_ == "writing"]
    return _finite_below(written[0]) if written else None


def _finite_below(trigger: Token) -> Token | None:
    for candidate in children(trigger, "ccomp", "acl"):
        has_subject = child(candidate, "nsubj", "nsubjpass", "expl", "csubj") is not None
        is_clause = has_subject and not has_to(candidate)
        if is_clause and not _is_relative(candidate) and not is_inverted(candidate):
            return candidate
    return None


def _is_relative(clause: Token) -> bool:
    """True for "cameras, which they say are covered", whose "say" the parser takes for what is proposed."""
    first = clause.left_edge
    return first.tag_ in ("WDT", "WP") and first.i > clause.head.i and first.nbor(-1).text == ","


def is_inverted(clause: Token) -> bool:
    """True for "should the duty come into force", "had they known": a condition without "if"."""
    first = clause.left_edge
    return first.lower_ in ("should", "had", "were") and first.head == clause and first.i > clause.head.i


def predicate_without_not(verb: Token) -> tuple[Token, ...]:
    """Return "lift the ban" of "will not lift the ban", "would no longer lift the ban"."""
    longer = [c for c in children(verb, "advmod") if c.lower_ == "longer" and c.i < verb.i]
    gone = {t.i for c in [*children(verb, "neg"), *longer] for t in subtree(c)}
    gone |= {c.i for c in children(verb, "advmod") if c.lower_ == "never"}
    return tuple(t for t in predicate(verb) if t.i not in gone)


def predicate(clause: Token) -> tuple[Token, ...]:
    """Return a clause's words without its subject, its "to" or "that", its comments and conditions."""
    own = child(clause, "nsubj", "nsubjpass")
    dropped = {t.i for t in subtree(own)} if own is not None else set()
    for part in clause.children:
        if part.dep_ in ("mark", "aux") and part.i < clause.i:
            dropped.add(part.i)
        if part.dep_ == "punct" or is_comment(part):
            dropped.update(t.i for t in subtree(part))
    for part in [*strays(clause), *_of_others(clause)]:
        dropped.update(t.i for t in subtree(part))
    for part in subtree(clause):
        if part.i > clause.i and is_aside(part):
            dropped.update(t.i for t in subtree(part))
    modifiers = children(clause, "advmod", "neg", "auxpass", "amod")
    if (
        own is not None and own.i < clause.i
    ):  # "finally, Norway must go": what stands before the subject is said beside it
        modifiers = [m for m in modifiers if m.i > own.i]
    first = min((m.left_edge.i for m in modifiers if m.i < clause.i and m.i not in dropped), default=clause.i)
    return tuple(t for t in subtree(clause) if t.i >= first and t.i not in dropped)


def _of_others(clause: Token) -> list[Token]:
    """Return the coordinated clauses with a subject of their own, and their "and".

    Also those in another tense: "had no plans to renegotiate and expected its money".
    """
    joined = children(clause, "conj")
    found = [c for c in joined if child(c, "nsubj", "nsubjpass", "expl") is not None]
    found += [c for c in joined if c not in found and clause.tag_ == "VB" and c.tag_ in ("VBD", "VBZ", "VBP")]
    return [*found, *children(clause, "cc")] if found else []


def is_comment(part: Token) -> bool:
    """True for what hangs on a clause but is said beside it: ", saying …", "if …", "as …"."""
    if part.dep_ == "advcl":
        mark = child(part, "mark", "advmod")
        if part.tag_ == "VBG" and part.doc[part.left_edge.i - 1].text == ",":
            return True
        return mark is not None and mark.lower_ in _COMMENT_MARKS
    if part.dep_ == "ccomp" and part.head.lemma_ not in ASKING:
        mark = child(part, "mark")
        return mark is not None and mark.lower_ in ("if", "unless")
    if part.dep_ == "prep":
        return part.lower_ in _COMMENT_PREPOSITIONS and part.doc[part.i - 1].text == ","
    return part.dep_ in ("parataxis", "intj")


def is_aside(part: Token) -> bool:
    """True for a relative clause or apposition behind a comma: ", which …", ", a step that …"."""
    if part.dep_ != "relcl" and (part.dep_ not in ("appos", "npadvmod") or child(part, "relcl") is None):
        return False
    before = part.doc[part.left_edge.i - 1] if part.left_edge.i else part
    return before.text in (",", "—", "–")


def idiom_at_end(words: Sequence[Token]) -> int:
    """Return how many words at the end of a phrase tell of its verb: "rejected the plan out of hand"."""
    return 3 if [t.lower_ for t in words[-3:]] == ["out", "of", "hand"] else 0


def noun_words(noun: Token, trigger: Token) -> tuple[Token, ...]:
    """Return a noun phrase's words.

    A phrase that the parser hung on the trigger but that goes on with the noun is among them.
    """
    noun = antecedent(noun)
    dropped: set[int] = set()
    for part in subtree(noun):
        if is_aside(part) or is_comment(part):
            dropped.update(t.i for t in subtree(part))
    words = [t for t in subtree(noun) if t.i not in dropped]
    words = words[: len(words) - idiom_at_end(words)]
    while words and (_is_separator(words[-1]) or words[-1].is_space):
        words.pop()
    last = max((t.i for t in words), default=noun.i)
    for phrase in children(trigger, "prep", "dative"):
        is_next = phrase.i in (last + 1, last + 2)
        if is_next and noun.lemma_ in _PROPOSALS and phrase.lower_ in _PROPOSED and not _names_time(phrase):
            words.extend(t for t in subtree(phrase) if not t.is_punct)
            last = max(t.i for t in words)
            continue
        if is_next and phrase.lower_ in _BESIDE_NOUNS and not _names_time_or_actor(phrase):
            words.extend(t for t in subtree(phrase) if not t.is_punct)
            last = max(t.i for t in words)
    for other in children(trigger, "conj"):  # "want a bus, money and the release of X": the last, hung on the verb
        is_listed = other.pos_ in ("NOUN", "PROPN") and child(other, "nsubj") is None and other.left_edge.i == last + 2
        if is_listed and noun.dep_ == "dobj" and noun.head == trigger:
            words.extend(trigger.doc[last + 1 : other.right_edge.i + 1])
            last = words[-1].i
    return tuple(words)


def _is_separator(token: Token) -> bool:
    return token.is_punct and token.text not in (")", "”", "’", '"', "'", "%")


def _names_time(phrase: Token) -> bool:
    return any(is_time(t) for t in children(phrase, "pobj"))


def _names_time_or_actor(phrase: Token) -> bool:
    return any(t.ent_type_ in ("DATE", "TIME", "GPE", "PERSON", "ORG") for t in subtree(phrase))


def party_after(trigger: Token, *prepositions: str) -> Token | None:
    """Return the object of a preposition behind a trigger where it can be a party: no day, nothing before the word."""
    for phrase in trigger.children:
        if phrase.dep_ not in ("prep", "dative", "prt") or phrase.lower_ not in prepositions or phrase.i < trigger.i:
            continue
        whom = child(phrase, "pobj")
        if whom is None and phrase.dep_ == "prt":
            whom = next((c for c in children(trigger, "dobj") if c.left_edge.i == phrase.i + 1), None)
        if whom is not None and not is_time(whom):
            return whom
    whom = phrase_after(trigger, *prepositions)
    return whom if whom is not None and whom.i > trigger.i and not is_time(whom) else None


def is_time(noun: Token) -> bool:
    """True for a day, a date, an hour."""
    return noun.ent_type_ in ("DATE", "TIME") or noun.lower_ in _DAYS


def gerund_beside(noun: Token, prepositions: Sequence[str]) -> Token | None:
    """Return the blocking of "accused X of blocking it", which the parser hung on X."""
    inner = [child(phrase, "pcomp") for phrase in children(noun, "prep") if phrase.lower_ in prepositions]
    return next((verb for verb in inner if verb is not None), None)


def phrase_after(trigger: Token, *prepositions: str) -> Token | None:
    """Return the object of a preposition behind a trigger, also where the parser hung it on the word above."""
    found = prepositional(trigger, *prepositions)
    if found is not None:
        return found
    for phrase in children(trigger, "prep"):
        bare = phrase.lower_ in prepositions and child(phrase, "pobj", "pcomp") is None
        if bare and (lost := child(trigger, "dobj")) is not None and lost.left_edge.i == phrase.i + 1:
            return lost
    for index in (trigger.i + 1, trigger.i + 2):
        if index >= len(trigger.doc):
            break
        word = trigger.doc[index]
        if word.lower_ in prepositions and word.dep_ in ("prep", "mark", "agent", "dative"):
            return child(word, "pobj", "pcomp")
    return None
