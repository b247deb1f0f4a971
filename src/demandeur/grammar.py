"""Grammar: questions to a dependency tree that several stops ask: whose verb, which clause, from where to where.

The trees are spaCy's for English (ClearNLP labels).
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

SUBJECTS = {"nsubj", "nsubjpass", "csubj"}
RELATIVES = {"who", "which", "that", "whom", "whose"}
_EDGE_PUNCTUATION = set(" \t\n\r,;:.!?–—-…\"'“”‘’„«»()[]``''")


def child(token: Token, *labels: str) -> Token | None:
    """Return the first child whose dependency label is one of these."""
    for candidate in token.children:
        if candidate.dep_ in labels:
            return candidate
    return None


def children(token: Token, *labels: str) -> list[Token]:
    """Return the children with one of these dependency labels, in reading order."""
    return [candidate for candidate in token.children if candidate.dep_ in labels]


def prepositional(token: Token, *prepositions: str) -> Token | None:
    """Return the object of the token's first phrase with one of these prepositions: Y in "calls on Y"."""
    for phrase in prepositional_phrases(token, *prepositions):
        if (found := child(phrase, "pobj", "pcomp")) is not None:
            return found
    return None


def prepositional_phrases(token: Token, *prepositions: str) -> Iterator[Token]:
    """Yield the prepositions themselves that hang on the token ("on" in "calls on Y"), particles included."""
    for candidate in token.children:
        if candidate.dep_ in ("prep", "agent", "dative", "prt") and candidate.lower_ in prepositions:
            yield candidate
            continue
        if (
            candidate.dep_ == "prep"
            and (inner := child(candidate, "prep")) is not None
            and inner.lower_ in prepositions
        ):
            yield inner


def conjuncts(token: Token) -> list[Token]:
    """Return the token and what is coordinated with it on its right, in reading order."""
    found = [token]
    for candidate in children(token, "conj"):
        found.extend(conjuncts(candidate))
    return found


def antecedent(pronoun: Token) -> Token:
    """Return the noun that a relative pronoun stands for, or the token itself."""
    if pronoun.tag_ not in ("WP", "WDT", "WP$"):
        return pronoun
    for ancestor in pronoun.ancestors:
        if ancestor.dep_ == "relcl":
            return ancestor.head
        if ancestor.dep_ in ("ccomp", "advcl", "ROOT"):
            break
    return pronoun


def is_passive(verb: Token) -> bool:
    """True for "was told", "urged by", "being asked"."""
    if child(verb, "nsubjpass", "auxpass") is not None:
        return True
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl", "relcl") and child(verb, "aux") is None


def agent(verb: Token) -> Token | None:
    """Return Y in "was told by Y"."""
    by = child(verb, "agent") or next(prepositional_phrases(verb, "by"), None)
    return child(by, "pobj") if by is not None else None


def patient(verb: Token) -> Token | None:
    """Return the one whom the verb is done to: its object, or its subject in the passive."""
    if is_passive(verb):
        own = child(verb, "nsubjpass")
        if own is not None:
            return antecedent(own)
        if verb.dep_ == "acl":
            return verb.head
        return subject(verb, _as_active=True)
    return child(verb, "dobj", "dative") or relative_object(verb)


def relative_object(verb: Token) -> Token | None:
    """Return the noun before "which X is ready to accept": the object that the relative pronoun takes away."""
    top = verb
    while top.dep_ in ("xcomp", "acl", "ccomp", "pcomp", "attr", "dobj", "acomp", "prep") and top.head != top:
        top = top.head
    if top.dep_ != "relcl":
        return None
    for pronoun in children(top, "dobj", "pobj"):
        if pronoun.tag_ == "WDT":
            return top.head
    contact = top is not verb and child(top, "nsubj") is not None and child(top, "dobj") is None
    return top.head if contact and child(top, "nsubj").tag_ not in ("WDT", "WP") else None


def subject(verb: Token, *, _as_active: bool = False) -> Token | None:
    """Return the noun that performs the verb, also over conjunction, control, participle and relative clause.

    For a passive it is the agent, or ``None`` when the text names none.
    """
    if is_passive(verb) and not _as_active:
        return agent(verb)
    own = child(verb, "nsubj", "nsubjpass") or _stray_subject(verb)
    if own is not None and own.dep_ == "nsubjpass" and not _as_active:
        own = None
    if own is not None:
        return antecedent(own)
    governor = verb.head
    if governor == verb:
        return None
    if verb.dep_ == "conj" and governor.pos_ in ("VERB", "AUX"):
        return surface_subject(goes_on_with(verb))
    if verb.dep_ in ("xcomp", "ccomp") and governor.pos_ in ("VERB", "AUX"):
        return patient(governor) or surface_subject(governor)
    if verb.dep_ == "xcomp" and governor.pos_ == "ADJ":
        return surface_subject(governor.head) if governor.head.pos_ in ("VERB", "AUX") else None
    if verb.dep_ == "advcl" and governor.pos_ in ("VERB", "AUX"):
        return surface_subject(governor)
    if verb.dep_ in ("acl", "relcl"):
        return _subject_of_noun_clause(verb, governor)
    if verb.dep_ == "pcomp" and governor.dep_ in ("prep", "agent"):
        return _subject_over_preposition(governor.head)
    return None


def _stray_subject(verb: Token) -> Token | None:
    """Return the noun right before a finite verb that the parser took for a conjunct of the verb before it."""
    first = min([verb, *children(verb, "aux", "neg")], key=_index)
    if (verb.tag_ not in ("VBD", "VBZ", "VBP") and not children(verb, "aux")) or first.i == 0:
        return None
    before = verb.doc[first.i - 1]
    if (
        before.pos_ in ("NOUN", "PROPN")
        and before.dep_ in ("conj", "npadvmod", "dep")
        and before.head.pos_ in ("VERB", "AUX")
    ):
        return before if before.head.is_ancestor(verb) or verb.is_ancestor(before) else None
    return None


def surface_subject(verb: Token) -> Token | None:
    """Return the verb's grammatical subject: of a passive, the one it is done to."""
    return subject(verb, _as_active=True)


def _subject_of_noun_clause(verb: Token, noun: Token) -> Token | None:
    if verb.tag_ == "VBG":
        return noun
    owner = child(noun, "poss")
    if owner is not None:
        return owner
    governor = noun.head
    if noun.dep_ in ("dobj", "attr", "pobj", "oprd") and governor.pos_ in ("VERB", "AUX"):
        return surface_subject(governor)
    if noun.dep_ == "pobj" and governor.dep_ == "prep":
        return _subject_over_preposition(governor.head)
    return noun if noun.dep_ in SUBJECTS and verb.tag_ != "VB" else None


def _subject_over_preposition(governor: Token) -> Token | None:
    if governor.pos_ in ("VERB", "AUX"):
        return surface_subject(governor)
    return owner(governor)


TAKING = {"reject", "receive", "face", "hear", "ignore", "rebuff", "dismiss", "accept", "refuse", "resist", "heed", "meet", "get", "defy",
          "spurn", "answer", "follow", "obey", "oppose", "decline", "draw", "echo", "support", "back", "welcome", "join"}  # fmt: skip
"""Verbs whose subject takes a demand or call made by somebody else."""


def owner(noun: Token) -> Token | None:
    """Return whose a noun is: "its" in "its demand", X in "the demand of X", else who has it ("X made a demand")."""
    if (possessor := child(noun, "poss")) is not None:
        return possessor
    if (by := prepositional(noun, "by", "from")) is not None:
        return by
    governor = noun.head
    if noun.dep_ in ("dobj", "attr", "oprd", "nsubjpass") and governor.lemma_ in TAKING:
        return None
    if noun.dep_ in ("dobj", "attr", "oprd") and governor.pos_ in ("VERB", "AUX"):
        return subject(governor)
    if noun.dep_ == "nsubjpass" and governor.pos_ == "VERB":
        return agent(governor)
    if (
        noun.dep_ == "pobj"
        and governor.head.pos_ in ("VERB", "AUX")
        and governor.lower_ in ("in", "with", "on", "for", "to")
    ):
        return subject(governor.head)
    if noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN"):
        return owner(noun.head)
    return prepositional(noun, "of") if noun.lemma_ in ("demand", "insistence", "urging", "request", "plea") else None


def goes_on_with(verb: Token) -> Token:
    """Return the verb that a coordinated one really goes on with.

    The parser likes the nearest: in "asked them to send help and has told us", "told" goes on with "asked", not with
    "send"; in "denied that any were hurt and insisted", "insisted" goes on with "denied". Finiteness tells.
    """
    governor = verb.head
    finite = verb.tag_ in ("VBD", "VBZ") or bool({c.lower_ for c in children(verb, "aux")} & _FINITE)
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in governor.children)
    above = governor.head
    if finite and infinitive and governor.dep_ in ("xcomp", "ccomp", "advcl", "acl") and above.pos_ in ("VERB", "AUX"):
        return above
    if governor.dep_ == "ccomp" and above.tag_ == verb.tag_ != governor.tag_ and verb.tag_ in ("VBD", "VBZ", "VBG"):
        return above
    return governor


def strays(clause: Token) -> list[Token]:
    """Return the coordinated verbs, with their "and", that the parser hung on a clause but that go on with a verb above."""
    found = [c for c in children(clause, "conj") if c.pos_ in ("VERB", "AUX") and goes_on_with(c) != clause]
    return [*found, *children(clause, "cc")] if found else []


_FINITE = {"has", "have", "had", "is", "are", "was", "were", "will", "would", "’s", "'s"}


def is_negated(verb: Token) -> bool:
    """True for "did not", "never", "no longer", "failed to", "without …ing" around the verb."""
    for candidate in verb.children:
        if candidate.dep_ == "neg" or candidate.lower_ in ("never", "hardly", "neither", "nor"):
            return True
    if verb.dep_ == "pcomp" and verb.head.lower_ == "without":
        return True
    return verb.dep_ == "xcomp" and verb.head.lemma_ in ("fail", "refuse", "decline") and verb.head.pos_ == "VERB"


def auxiliaries(verb: Token) -> set[str]:
    """Return the lower-case words of the verb's auxiliaries, the ones of a verb it is coordinated with included."""
    found = {candidate.lower_ for candidate in children(verb, "aux", "auxpass")}
    if not found and verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX") and verb.tag_ == verb.head.tag_:
        return auxiliaries(verb.head)
    return found


def bounds(tokens: Iterable[Token]) -> tuple[int, int]:
    """Return the offsets from the first to the last of these tokens, outer punctuation and white space trimmed."""
    kept = sorted(tokens, key=_index)
    while kept and _is_edge(kept[0]):
        kept.pop(0)
    while kept and _is_edge(kept[-1]):
        kept.pop()
    if not kept:
        return (0, 0)
    return (kept[0].idx, kept[-1].idx + len(kept[-1]))


def _index(token: Token) -> int:
    return token.i


def _is_edge(token: Token) -> bool:
    return token.is_space or all(character in _EDGE_PUNCTUATION for character in token.text)


def subtree_without(token: Token, *dropped: Token) -> list[Token]:
    """Return the token's subtree without the subtrees of some of its descendants."""
    out: set[int] = set()
    for gone in dropped:
        out.update(inner.i for inner in gone.subtree)
    return [inner for inner in token.subtree if inner.i not in out]


def noun_phrase(head: Token) -> list[Token]:
    """Return the tokens of a noun with its modifiers, without what is coordinated and without relative clauses."""
    dropped = [c for c in head.children if c.dep_ in ("conj", "cc", "relcl", "appos", "punct") and c.i > head.i]
    return subtree_without(head, *dropped)
