"""Names of things: what an article calls a thing that it comes back to, and the words by which it names it."""

from collections import Counter

from spacy.tokens import Doc, Span, Token

from demandeur.clauses import idiom_at_end
from demandeur.grammar import all_tokens, child, children, is_in_headline, text_of
from demandeur.once import once_a_document

DONE_TO_PEOPLE = {verb: verb for verb in ("release", "return", "exchange", "swap", "arrest", "transfer", "rescue")}
DONE_TO_PEOPLE |= {"free": "release", "detain": "detention", "deport": "deportation", "expel": "expulsion"}
"""What is done to people, verb and noun: "release the crew" is the release of the crew."""
_LONGEST = 10
"""Words of a name at most."""
_NAMED = {"PERSON", "ORG", "GPE", "NORP", "LAW", "EVENT"}
_OTHERS = set("own new other such real last next first second same more further many several".split())
"""Adjectives that tell a thing from others of its kind, not what it is."""
_BOUND_BY = {"of", "on", "to", "for", "against", "with", "between", "about", "over"}


def name_of(nouns: list[Token]) -> str:
    """Return what the nouns name: with the noun that tells of what kind, else with what follows, else as it is most."""
    counts = Counter(_as_within(noun) for noun in nouns)
    told = [_as_within(noun) for noun in nouns if any(c.is_alpha for c in children(noun, "compound", "nmod"))]
    if told:
        return max(told, key=lambda name: (counts[name], -told.index(name)))
    longer = next((name for noun in nouns if (name := with_complement(noun)) is not None), None)
    if longer is not None:
        return longer
    most = max(counts.values())
    return max((name for name, count in counts.items() if 2 * count >= most), key=len)


def keywords_of(nouns: list[Token], *, is_alone: bool) -> list[str]:
    """Return the keywords of what the nouns name: their phrases, and the bare noun where it is no verb as well.

    ``is_alone``: the article names no other thing by that noun; where it does, the bare noun is left out.
    """
    others = _verbs(nouns[0].doc) | ({noun.lower_ for noun in nouns} if not is_alone else set())
    words = [form.lower() for noun in nouns for form in (phrase_of(noun), noun.text)]
    return [word for word in dict.fromkeys(words) if word not in others] or [phrase_of(nouns[0]).lower()]


def phrase_of(noun: Token) -> str:
    """Return a noun with the adjectives and nouns before it, no article and nobody's; a verb with its object."""
    return " ".join(_phrase(noun).text.split())


def _phrase(noun: Token) -> Span:
    first = noun.i
    if noun.pos_ == "VERB":
        return noun.doc[noun.i : child(noun, "dobj").i + 1]
    for word in reversed(list(noun.lefts)):
        if word.dep_ not in ("amod", "compound", "nmod") or word.right_edge.i + 1 != first or word.lower_ in _OTHERS:
            break
        first = word.left_edge.i
    while first > 1 and noun.doc[first - 1].text == "-" and not noun.doc[first - 1].whitespace_:
        first -= 2  # "40-mile fence"
    return noun.doc[first : noun.i + 1]


def with_complement(noun: Token) -> str | None:
    """Return a noun with what says which it is: "plan to close the school", "exchange of prisoners"."""
    after = next((c for c in noun.rights if c.i == c.left_edge.i or c.left_edge.i == noun.i + 1), None)
    if after is None or after.left_edge.i != noun.i + 1:
        return None
    is_infinitive = after.dep_ in ("acl", "relcl") and after.left_edge.lower_ == "to"
    if not (is_infinitive or (after.dep_ == "prep" and after.lower_ in _BOUND_BY)):
        return None
    words = noun.doc[noun.i : _last_of(after).i + 1]
    is_plain = len(words) <= _LONGEST and not any(t.is_punct or t.dep_ == "relcl" for t in words)
    behind = text_of(noun.doc)[noun.idx + len(noun) : words.end_char]
    return " ".join((_as_within(noun) + behind).split()) if is_plain else None


def _last_of(phrase: Token) -> Token:
    """Return the last word of a phrase, of "of four men and an apology" of the first of the two."""
    thing = child(phrase, "pobj")
    idiom = idiom_at_end(phrase.doc[phrase.i : phrase.right_edge.i + 1])
    if idiom:
        return phrase.doc[phrase.right_edge.i - idiom]
    joined = child(thing, "cc") if thing is not None and phrase.lower_ != "between" else None
    return joined.nbor(-1) if joined is not None and child(thing, "conj") is not None else phrase.right_edge


def _as_within(noun: Token) -> str:
    """Return its phrase as it stands within a sentence, not in a headline's capitals."""
    if noun.pos_ == "VERB":
        whom = child(noun, "dobj")
        return f"{DONE_TO_PEOPLE[noun.lemma_.lower()]} of {_in_lower_case(noun.doc[whom.left_edge.i : whom.i + 1])}"
    return _in_lower_case(_phrase(noun))


def _in_lower_case(words: Span) -> str:
    kept = "PROPN" if not is_in_headline(words[0]) else ""
    written = ((t.text if t.pos_ == kept or t.ent_type_ in _NAMED else t.lower_) + t.whitespace_ for t in words)
    return " ".join("".join(written).split())


@once_a_document
def _verbs(doc: Doc) -> set[str]:
    return {token.lower_ for token in all_tokens(doc) if token.pos_ == "VERB"}
