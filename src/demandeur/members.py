"""Members: who belongs to a group that takes a side, by lists, kinds and shares: "critics such as X"."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from demandeur.grammar import child, children, prepositional, sentence_of
from demandeur.lexicon.leanings import SIDE
from demandeur.participants import agent, subject
from demandeur.side_words import leaning_of

_FEW = {"few", "none", "nobody", "neither", "minority"}
_FEW_OF_100 = 25
_PARTS = {"quarter", "third", "fifth", "tenth", "handful", "fraction", "minority"}
_LISTS = {"list", "roster", "number", "group", "host", "range", "coalition", "crop", "wave"}
_NUMBER = re.compile(r"\d{1,3}(?:\.\d+)?")
_NAMED = {"NORP", "GPE", "ORG", "PERSON"}


def kind_of(noun: Token) -> Token | None:
    """Return whose kind a noun is: "Norwegian" in "stiff Norwegian opposition"."""
    return next((c for c in children(noun, "amod", "compound", "nmod") if c.ent_type_ in _NAMED), None)


def backers(noun: Token, verb: Token) -> Iterator[tuple[Token, int]]:
    """Yield X and 1 or −1 of "the backing of X", "criticism from X and Y"."""
    entry = leaning_of(noun) if noun.pos_ == "NOUN" else None
    if entry is None or entry.role != SIDE:
        return
    for phrase in (*children(noun, "prep"), *children(verb, "prep")):
        near = phrase.lower_ in ("from", "among", "in") or (phrase.lower_ in ("of", "by") and phrase.head == noun)
        if near and (whose := child(phrase, "pobj")) is not None:
            yield whose, entry.side
    for clause in (*children(noun, "acl"), *children(verb, "advcl", "prep")):  # "support ranging from X to Y"
        ends = (prepositional(clause, "from"), prepositional(clause, "to")) if clause.lemma_ == "range" else ()
        yield from ((whose, entry.side) for whose in ends if whose is not None)


def examples(holder: Token) -> Iterator[Token]:
    """Yield X and Y of "critics such as X", "supporters including Y", "its backers include Y"."""
    verb = holder.head
    if holder.dep_ == "nsubj" and verb.lemma_ == "include" and (one := child(verb, "dobj")) is not None:
        yield one
    things = [one for one in children(verb, "dobj") if one.tag_ == "NN"]  # "announced support …, including X"
    above = [verb, *things] if holder.dep_ == "nsubj" and len(things) == len(children(verb, "dobj")) else []
    for phrase in (*children(holder, "prep"), *(p for one in above for p in children(one, "prep"))):
        named = phrase.lower_ == "including" or (
            phrase.lower_ == "as" and phrase.i > 0 and phrase.nbor(-1).lower_ == "such"
        )
        named = named or (phrase.lower_ == "like" and phrase.head == holder and holder.tag_ in ("NNS", "NNPS"))
        if named and (one := child(phrase, "pobj") or _and_more(phrase)) is not None:
            yield one
    if (whole := _list_of(holder)) is not None:  # "the list of banks that left goes on, including X"
        yield from examples(whole)
    for clause in children(holder, "relcl"):  # "nations that include X and Y"
        if clause.lemma_ == "include" and (one := child(clause, "dobj")) is not None:
            yield one
    for phrase in children(verb, "prep") if holder.dep_ == "nsubj" else ():
        names = children(phrase, "pobj") if phrase.lower_ == "among" else []  # "nations, among them X and Y, left"
        if len(names) > 1 and names[0].lower_ == "them":
            yield names[1]
    if holder.tag_ == "NNS" and (one := _behind_colon(holder)) is not None:
        yield one
    group = subject(verb.head) if holder.lower_ == "they" and verb.dep_ == "ccomp" else None
    if group is not None and group.tag_ in ("NNS", "NNPS"):  # "critics like X say they oppose it"
        yield from examples(group)
    for clause in children(holder, "acl"):
        if clause.lemma_ == "range":  # "critics ranging from X to Y"
            yield from (one for one in (prepositional(clause, "from"), prepositional(clause, "to")) if one is not None)
        if clause.lemma_ in ("lead", "head") and (by := agent(clause)) is not None:  # "opponents led by X"
            yield by
    ends = prepositional(holder, "from"), prepositional(holder, "to")
    if holder.tag_ == "NNS" and None not in ends and ends[0].pos_ == ends[1].pos_ == "PROPN":  # "nations, from X to Y"
        yield from ends


def _and_more(including: Token) -> Token | None:
    """Return X of "including but not limited to X"."""
    limited = child(including, "conj")
    return prepositional(limited, "to") if limited is not None and limited.lemma_ == "limit" else None


def _list_of(member: Token) -> Token | None:
    """Return the list of "the list of banks … goes on"."""
    whole = member.head.head if member.dep_ == "pobj" and member.head.lower_ == "of" else None
    return whole if whole is not None and whole.dep_ == "nsubj" and whole.lemma_ in _LISTS else None


def _behind_colon(group: Token) -> Token | None:
    """Return the first X of "four senators oppose it: X, Y and Z", where names and nothing else follow."""
    sentence = sentence_of(group)
    colon = next((t for t in sentence if t.text == ":" and t.i > group.i), None)
    if colon is not None and any(t.tag_ == "NNS" for t in group.doc[group.i + 1 : colon.i]):
        return None  # "opposed it in two countries: X and Y"
    behind = [t for t in sentence if colon is not None and t.i > colon.i]
    if not behind or any(t.pos_ in ("VERB", "AUX", "PRON") for t in behind):
        return None
    names = [t for t in behind if t.ent_type_ in _NAMED and t.dep_ != "compound"]
    return names[0] if len(names) > 1 else None


def is_few(doer: Token) -> bool:
    """True for "few ministers", "only a quarter of them", "15 percent of them": the rest is on the other side."""
    share = _share(doer)
    if share is not None:
        return share < _FEW_OF_100
    counts = doer.pos_ != "PROPN" and (doer.tag_ == "NNS" or child(doer, "nummod") is not None or _is_part(doer))
    small = _FEW | ({"no", "only"} if counts else {"no"})  # "only Chad voted for it" is no few
    return doer.lower_ in _FEW or any(c.lower_ in small for c in doer.children)


def _is_part(doer: Token) -> bool:
    """True for the quarter of "a quarter of them"."""
    return doer.lower_ in _PARTS and prepositional(doer, "of") is not None


def _share(doer: Token) -> float | None:
    """Return the number of "15 percent of them", "15% of them"; ``None`` where there is none."""
    if doer.lower_ not in ("percent", "%"):
        return None
    number = child(doer, "nummod")
    return float(number.text) if number is not None and _NUMBER.fullmatch(number.text) else None
