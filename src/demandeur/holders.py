"""Holders: whose side a word takes: its subject, its owner, the person it names, those who do the same with them."""

from collections.abc import Iterator

from spacy.tokens import Token

from demandeur.climbing import REASONS
from demandeur.denials import denied
from demandeur.expletives import is_expletive
from demandeur.grammar import SUBJECTS, auxiliaries, child, children, has_to, is_passive, prepositional, subtree
from demandeur.issue_mentions import IssueMention
from demandeur.lexicon import speech
from demandeur.lexicon.leanings import DEED, JUDGED, OUGHT, PART, PERSON, SIDE, SPEAKS, STRENGTH, Leaning, moved
from demandeur.members import is_few
from demandeur.negation import is_negated
from demandeur.owners import owner_of, strays
from demandeur.participants import subject
from demandeur.side_words import ASSERTING, NAMING, is_asked, is_felt, leaning_of
from demandeur.undone import OBLIGING, is_called_for, is_demanded, is_first_person, is_left_undone, is_only_asked
from demandeur.unsided import is_claimed

_OWN = set("delegation country government nation people administration party organisation organization".split())
_THEIRS = _OWN | set("union group camp council firm company campaign movement association".split())
_ASKING = {"ask", "question", "press", "quiz", "speak", "talk", "comment"}
_HARDLY = {"less", "hardly", "scarcely", "not", "never"}
_COPULAS = set("be remain stand come seem become feel".split())
_SIDING = {"side", "stand", "ally", "align", "rally", "throw", "march", "identify", "sympathise", "sympathize", "flock"}
"""What one does with others whose side one takes."""


def holders(node: Token, mention: IssueMention, how: str, below: str) -> Iterator[tuple[Token, str, int]]:
    """Yield the words for those who hold the side that a word takes, how they do, and −1 where they hold the other."""
    entry = leaning_of(node)
    role = entry.role if entry is not None else None
    inside = mention.start <= node.idx < mention.end
    if child(node, "expl") is not None:
        return  # "told reporters there was a need": nobody's
    if node.pos_ == "VERB" and node.lemma_.lower() in moved() and below in ("nsubj", "agent"):
        yield from _moved(node)
    elif below == "attr" and node.lemma_ == "be" and (wanted := _wanted(node)) is not None:
        yield wanted[0], SIDE, wanted[1]
    elif role == SIDE and (node.pos_ == "ADJ" or node.dep_ == "acomp"):  # "is convinced that"
        verb = node.head
        doer = subject(verb) if verb.pos_ in ("VERB", "AUX") else None
        if doer is not None and not _is_part_of(doer, mention):
            hardly = any(c.lower_ in _HARDLY for c in children(node, "advmod", "neg"))
            is_not = hardly or (is_negated(verb) and child(verb, "mark") is None)
            yield doer, SIDE, -1 if is_not else 1
    elif node.pos_ in ("VERB", "AUX"):
        takes_part = role == PART and not inside and not (node.lemma_ in _COPULAS and how in (SIDE, PERSON))
        says = below == "ccomp" and how in (SIDE, JUDGED, OUGHT) and node.lemma_.lower() in speech.reporting_verbs()
        doer, counted = (None, 1) if takes_part and not says else _counted_among(subject(node))
        if doer is None and role == SIDE and below in ("prep", "ccomp") and not takes_part and is_felt(node):
            doer = child(node, "nsubjpass")  # "is opposed to", "is concerned that"
        if doer is None and node.dep_ == "advcl" and has_to(node) and not takes_part:
            doer = subject(node.head)  # "went to court to have it quashed"
        if doer is None or _is_part_of(doer, mention) or is_only_asked(node, doer):
            return
        if node.dep_ in ("acl", "relcl") and has_to(node) and node.head.lemma_ in REASONS:
            return  # "has no reason to build it"
        if doer.lower_ == "it" and node.lemma_ == "be" and below in ("xcomp", "ccomp", "csubj", "advcl"):
            return  # "it is against the law to …": nobody's
        if doer.lower_ == "it" and node.lemma_ != "be" and is_expletive(doer):
            return  # "it makes no sense to …"
        if how == JUDGED and below in SUBJECTS and doer.is_ancestor(mention.root):
            return  # "the ban's effects are a disaster": the speaker says so, not the effects
        if below == "csubj" and subject(node) != child(node, "nsubj"):
            return  # "fears that selling it would leave us poor": selling does
        is_open = is_claimed(node) or is_asked(node) or (node.dep_ in ("xcomp", "pcomp") and is_asked(node.head))
        if (inside and has_to(node)) or is_open or is_left_undone(node):
            return
        names = node.lemma_ == "call" and below in ("dobj", "nsubj", "oprd", "ccomp")  # "called it a mistake"
        is_talk = inside and node.dep_ == "pcomp" and _is_about(node.head)  # "remarks about banning it"
        only_says = names or (below == "ccomp" and node.lemma_ in ASSERTING)  # "believes that it will end"
        own = (SPEAKS if is_talk else DEED) if inside else role if role in (SIDE, DEED) and not only_says else SPEAKS
        found = max(own, how, key=STRENGTH.__getitem__)
        yield doer, found, -counted if is_few(doer) else counted
        for one, turn in _companions(node):
            yield one, found, turn
    elif node.pos_ in ("NOUN", "PROPN"):
        yield from _holders_of_noun(node, mention, role, how)


def _is_about(preposition: Token) -> bool:
    """True for the word before what is only spoken of: "remarks on", "asked about"."""
    of = preposition.head
    return of.pos_ == "NOUN" or (preposition.lower_ in ("about", "on", "of") and of.lemma_ in _ASKING)


def _wanted(verb: Token) -> tuple[Token, int] | None:
    """Return X and the side of "the aim of X is …", "what X wants is …", "all that X opposes is …"."""
    first = child(verb, "nsubj", "csubj")
    if first is None:
        return None
    for word in (first, *children(first, "relcl")):
        entry = leaning_of(word)
        if entry is not None and entry.role == SIDE and entry.side:
            whose = subject(word) if word.pos_ == "VERB" else child(word, "poss") or prepositional(word, "of")
            side = -entry.side if word.pos_ == "VERB" and is_negated(word) else entry.side  # "what X doesn't need is …"
            return (whose, side) if whose is not None else None
    return None


def _counted_among(doer: Token | None) -> tuple[Token | None, int]:
    """Return X for the "those" of "X was among those who", "X is one of several that"; any other noun itself.

    With it stands −1 where X is not among them.
    """
    is_what = doer is not None and doer.dep_ == "attr" and doer.head.lemma_ == "be" and not doer.ent_type_
    if is_what and not is_negated(doer.head):
        return subject(doer.head) or doer, 1  # "is the only member that blocks it"
    above = doer.head if doer is not None and doer.dep_ == "pobj" else None
    if above is None or above.lower_ not in ("among", "of") or doer.ent_type_:
        return doer, 1
    verb = above.head if above.head.pos_ == "AUX" else above.head.head
    is_counted = above.lower_ == "among" or above.head.lower_ in ("one", "some", "part")
    found = subject(verb) if is_counted and verb.lemma_ == "be" else None
    return (found, -1 if is_negated(verb) else 1) if found is not None else (doer, 1)


def _holders_of_noun(
    noun: Token, mention: IssueMention, role: str | None, how: str
) -> Iterator[tuple[Token, str, int]]:
    if role == PERSON and noun != mention.root:
        verb = noun.head
        if noun.dep_ == "attr" and verb.pos_ in ("VERB", "AUX"):
            doer = subject(verb)
            if doer is not None:
                yield doer, PERSON, 1
        elif noun.dep_ == "appos":
            yield verb, PERSON, 1
        elif (named := _called(noun)) is not None:
            yield named, PERSON, 1
        elif noun.dep_ == "pobj" and (counted := _counted_among(noun))[0] != noun:
            yield counted[0], PERSON, counted[1]  # "is among its critics"
        else:
            if (friend := _taking_their_side(noun)) is not None:
                yield friend, SIDE, 1
            yield noun, PERSON, 1
        return
    yield from _doers_beside(noun, mention, how)
    if child(noun.head, "expl") is not None:
        return  # "told reporters there was a need": nobody's
    copula = noun.head.head
    if noun.dep_ == "pobj" and copula.pos_ == "AUX" and is_negated(copula):
        return  # "is not in favour of it": the verb tells
    whose = owner_of(noun, role, mention)
    above = leaning_of(noun.head) if noun.dep_ in ("dobj", "nsubjpass") else None
    is_pronoun = whose is not None and whose.pos_ == "PRON"
    is_asked_for = is_demanded(noun.head) or is_called_for(noun.head)
    if above is not None and above.side < 0 and is_pronoun and not is_asked_for:
        return  # "withdrew his support"
    verb = noun.head
    obliged = verb.pos_ in ("VERB", "AUX") and auxiliaries(verb) & OBLIGING
    if obliged and whose is not None and whose.pos_ == "PRON" and not is_first_person(whose):
        return  # "they should focus their efforts": not yet done
    is_doer = whose is not None and verb.pos_ == "VERB" and whose == subject(verb)
    if is_doer and verb.lemma_ == "share" and is_negated(verb):
        return  # "does not seem to share that enthusiasm": the verb tells
    if is_doer and (is_only_asked(verb, whose) or (noun == mention.root and is_negated(verb))):
        return  # "urged them to pass the bill": theirs once they have; "did not pass it": the verb tells
    if whose is not None and not _is_part_of(whose, mention) and not whose.is_ancestor(mention.root):
        own = role if role in (SIDE, DEED) else SPEAKS
        for one in (whose, *strays(noun, whose)):
            yield one, max(own, how, key=STRENGTH.__getitem__), 1


def _taking_their_side(noun: Token) -> Token | None:
    """Return X of "X sided with the critics of it", "X joined its supporters"."""
    is_with = noun.dep_ == "pobj" and noun.head.lower_ in ("with", "behind", "to")
    verb = noun.head.head if is_with else noun.head
    if verb.pos_ == "NOUN" and verb.head.lemma_ == "throw":
        verb = verb.head  # "threw in her lot with"
    joins = verb.lemma_ in _SIDING if is_with else noun.dep_ == "dobj" and verb.lemma_ == "join"
    return subject(verb) if joins and not is_negated(verb) else None


def _called(noun: Token) -> Token | None:
    """Return X of "called X a champion of it", "described X as a critic of it"."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "as" else noun.head
    if verb.pos_ != "VERB" or verb.lemma_ not in NAMING | {"name"}:
        return None
    own = child(noun, "nsubj")
    return own or next((c for c in children(verb, "dobj", "oprd", "nsubjpass") if c != noun and c.i < noun.i), None)


def _doers_beside(noun: Token, mention: IssueMention, how: str) -> Iterator[tuple[Token, str, int]]:
    """Yield X in "the truce declared by X", "the plan that X rejected"."""
    inner = []
    root = mention.root
    if noun in (root, root.head) and mention.end > root.idx + len(root):  # the clause may hang on a later word
        inner = [t for t in subtree(root) if root.i < t.i and t.idx < mention.end and t.pos_ == "NOUN"]
    for verb in (v for one in (noun, *inner) for v in children(one, "acl", "relcl")):
        entry = leaning_of(verb)
        if verb.lemma_.lower() in moved():
            yield from _moved(verb)
            continue
        if (entry is None or not entry.side) and verb.dep_ == "relcl":
            entry = _stranded(verb) or entry  # "the ban that X argued for"
        if entry is None or not entry.side or has_to(verb) or verb.pos_ != "VERB":
            continue
        doer = subject(verb)
        if doer is not None and doer != noun and not _is_part_of(doer, mention):
            yield (
                doer,
                max(entry.role, how, key=STRENGTH.__getitem__),
                -entry.side if denied(verb, mention) else entry.side,
            )


def _stranded(verb: Token) -> Leaning | None:
    """Return what "for" or "against" says at the end of "that X had argued for"."""
    last = next((p for p in children(verb, "prep", "prt") if child(p, "pobj", "pcomp") is None and p.i > verb.i), None)
    return leaning_of(last) if last is not None and last.lower_ in ("for", "against") else None


def _moved(verb: Token) -> Iterator[tuple[Token, str, int]]:
    """Yield X in "a move that angered X", "X was angered by the move"."""
    whom = child(verb, "nsubjpass") if is_passive(verb) else child(verb, "dobj")
    if whom is not None:
        yield whom, SIDE, moved()[verb.lemma_.lower()]


def _companions(verb: Token) -> Iterator[tuple[Token, int]]:
    """Yield X and 1 in "like X, we call for", "together with X", "join X in calling for"; −1 in "unlike X"."""
    for phrase in children(verb, "prep", "advmod"):
        inner = phrase if phrase.lower_ in ("like", "unlike", "alongside") else None
        if phrase.lower_ in ("together", "along"):
            inner = child(phrase, "prep")
        if inner is not None and (companion := child(inner, "pobj")) is not None:
            yield companion, -1 if phrase.lower_ == "unlike" else 1
    joining = verb.head.head if verb.dep_ == "pcomp" else None
    if joining is not None and joining.lemma_ == "join" and (other := child(joining, "dobj")) is not None:
        yield other, 1


def is_ones_own(holder: Token) -> bool:
    """True for "my delegation", "our government": in somebody's own words it is the speaker."""
    whose = child(holder, "poss")
    return whose is not None and is_first_person(whose) and holder.lemma_.lower() in _OWN


def is_of_ones_own(holder: Token) -> bool:
    """True for "his party", "her government": where the owner speaks, it is his side as well."""
    whose = child(holder, "poss")
    return whose is not None and whose.tag_ == "PRP$" and holder.lemma_.lower() in _THEIRS


def _is_part_of(token: Token, mention: IssueMention) -> bool:
    return token == mention.root or (mention.start <= token.idx < mention.end and token.pos_ != "PROPN")


def is_own_plan(verb: Token) -> bool:
    """True for "plans to resign", not for "called for him to resign"."""
    governor = verb.head
    controlled = children(governor, "dobj", "dative", "nsubjpass")
    is_plan = verb.dep_ == "xcomp" and governor.pos_ in ("VERB", "AUX", "ADJ")
    return is_plan and has_to(verb) and child(verb, "nsubj") is None and not controlled
