"""Issue mentions: the words of a text that speak of an issue, by its keywords, by most of their words, or by pointing.

A keyword is found as it stands. A longer keyword, or the issue's own name, is found as well where most of its words
stand close together ("release his tax returns", "the returns were released"). "The deal", "the plan", "it" mean the
issue that was spoken of last. Some words name the opposite of their issue: "annexation" where the issue is territorial
integrity.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from spacy.tokens import Doc, Span, Token

from demandeur.grammar import all_tokens, sentence_numbers, sentence_of, text_of
from demandeur.issue_words import head_stem, sign, stem, stems
from demandeur.issues import Issues
from demandeur.lexicon import leanings

_WINDOW = 9
"""Tokens among which most words of a keyword must stand to count as a mention."""
_MOST = 0.7
POINTING_NOUNS = set(
    "deal agreement plan proposal bill law measure move decision policy idea rule resolution pact accord initiative "
    "legislation step offer project treaty scheme approach action practice process effort "
    "efforts regulations rules".split()
)
"""What is decided on, and so may mean an issue: "the plan"."""
DEED_NOUNS = {"decision", "move", "step", "action", "measure"}
"""What means the deed done to an issue, not the issue itself."""
_TURNING_DOWN = {"reject", "refuse", "veto", "decline", "deny", "dismiss", "rebuff"}
"""By what a body decides against a thing: "the decision" behind it is that."""
_POINTING_CALLS = {"call", "appeal", "demand", "request"}
"""What points only with "that" or "this", or where it sums up: "that call", "…, a call echoed by Chad"."""
_POINTING_WORDS = {"it", "this"}
_PLURAL = ("NNS", "NNPS")
_POINTING_REACH = 3  # sentences back
_REPEATED = 6  # mentions back
_PLACES = {"nsubj", "nsubjpass", "dobj", "pobj"}
_BARE_BEFORE = {"vote", "be", "come", "speak", "argue", "remain", "stand"}
_BARE = {"dissent", "object", "balk", "demur"}
_ANSWERS, _IN_FAVOUR = {"against", "no", "yes"}, {"favor", "favour"}
_POINTERS = POINTING_NOUNS | _POINTING_CALLS | _POINTING_WORDS | _ANSWERS | _IN_FAVOUR | {"them"}
_COMPLEMENTS = {"dobj", "prep", "ccomp", "xcomp", "dative"}
EXACT, LOOSE, POINTING = "keyword", "words", "pointing"
SURENESS = {EXACT: 1.0, LOOSE: 0.7, POINTING: 0.5}
"""How much of its weight a position keeps by how its issue is mentioned."""


@dataclass(frozen=True, slots=True)
class IssueMention:
    """Words that speak of an issue; offsets are code points, ``root`` is the word that the others hang on.

    ``sign`` is −1 where the words name the issue's opposite; ``how`` is keyword, words or pointing.
    """

    issue: str
    start: int
    end: int
    root: Token
    sign: int
    how: str


def find_issue_mentions(doc: Doc, issues: Issues) -> list[IssueMention]:
    """Return what in the document speaks of an issue, in reading order.

    Example:
        >>> from demandeur.language import load_model, parse
        >>> doc = parse("The senate opposes the dam. Ministers voted against it.", load_model())
        >>> [(m.issue, m.root.text, m.how) for m in find_issue_mentions(doc, Issues({"the dam": ["dam"]}))]
        [('the dam', 'dam', 'keyword'), ('the dam', 'it', 'pointing')]
    """
    found = list(_by_keyword(doc, issues))
    taken = {(m.issue, sentence_of(m.root).start) for m in found}
    found.extend(m for m in _by_words(doc, issues) if (m.issue, sentence_of(m.root).start) not in taken)
    found.sort(key=_by_place)
    found.extend(_pointing(doc, found) if found else ())
    found.sort(key=_by_place)
    return found


def _by_place(mention: IssueMention) -> tuple[int, int, str]:
    return (mention.start, -mention.end, mention.issue)


def _by_keyword(doc: Doc, issues: Issues) -> Iterator[IssueMention]:
    starts = [token.idx for token in all_tokens(doc)]
    for issue, start, end in issues.find_all(text_of(doc)):
        first = max(bisect_right(starts, start) - 1, 0)
        words = doc[first : max(bisect_left(starts, end), first + 1)]
        words = _within_its_sentence(words)
        yield IssueMention(issue, start, end, _root(words), sign(issue, words.text), EXACT)


def _root(words: Span) -> Token:
    """Return the word that the others hang on; of "carbon offset scheme" the last, whatever the parser says.

    Of "access to the crash site" it is never the preposition.
    """
    root, last = words.root, words[-1]
    before = words.doc[root.i - 1] if root.i > words.start else root
    if root.pos_ == "ADP" and before.pos_ in ("NOUN", "PROPN"):
        return before
    is_compound = root.pos_ == "VERB" and root.i > words[0].i and last.pos_ in ("NOUN", "PROPN") and last != root
    plain = is_compound and all(t.pos_ in ("NOUN", "PROPN", "ADJ", "VERB") for t in words)
    return last if plain and last.head in words else root


def _within_its_sentence(words: Span) -> Span:
    sentence = sentence_of(words[0])
    return words if words.end <= sentence.end else words.doc[words.start : sentence.end]


def _by_words(doc: Doc, issues: Issues) -> Iterator[IssueMention]:
    """Yield the places where most words of a keyword, or of an issue's name, stand together."""
    said = [stem(token.lower_) for token in all_tokens(doc)]
    places: dict[str, list[int]] = {}
    for index, word in enumerate(said):
        places.setdefault(word, []).append(index)
    for issue in issues.names:
        for keyword in (issue, *issues.keywords[issue]):
            wanted = set(stems(keyword))
            if len(wanted) < 2:
                continue
            hits = sorted(i for word in wanted for i in places.get(word, ()))
            yield from _clusters(doc, issue, keyword, hits, said, max(2, ceil(_MOST * len(wanted))))


def _clusters(
    doc: Doc, issue: str, keyword: str, hits: list[int], said: list[str], least: int
) -> Iterator[IssueMention]:
    behind, head = -1, head_stem(keyword)
    for place, first in enumerate(hits):
        if first <= behind:
            continue
        near, found = [], set()
        for index in hits[place : place + _WINDOW]:
            if index - first < _WINDOW and said[index] not in found:
                near.append(index)
                found.add(said[index])
        if len(found) >= least and head in found:
            words = doc[first : near[-1] + 1]
            behind = near[-1]
            if sentence_of(words[0]).start != sentence_of(words[-1]).start:
                continue
            start, end = words.start_char, words.end_char
            yield IssueMention(issue, start, end, words.root, sign(issue, keyword), LOOSE)


def _pointing(doc: Doc, named: list[IssueMention]) -> Iterator[IssueMention]:
    """Yield "it", "the plan" where one issue was spoken of last, in this sentence or a few before."""
    numbers = sentence_numbers(doc)
    roots = {m.root.i for m in named}
    ahead, recent = list(reversed(named)), []
    for token in all_tokens(doc):
        while ahead and ahead[-1].start < token.idx:
            recent.append(ahead.pop())
        if not recent or recent[-1].end > token.idx or token.i in roots:
            continue
        if token.lower_ not in _POINTERS and token.pos_ not in ("NOUN", "VERB"):
            continue
        bare = _bare_side(token)
        if bare:
            near = recent[-1]
            if numbers[token.i] - numbers[near.root.i] <= _POINTING_REACH and not _is_in_reach(near, token):
                yield IssueMention(near.issue, token.idx, token.idx + len(token), token, near.sign * bare, LOOSE)
            continue
        points = _may_point(token) or (_is_them(token) and recent[-1].root.tag_ in _PLURAL)
        if not (points or _is_named_again(token)):
            continue
        here = numbers[token.i]
        reach = here - (1 if token.lower_ in _POINTING_WORDS else _POINTING_REACH)
        near = [m for m in recent[: -_REPEATED - 1 : -1] if numbers[m.root.i] >= reach]
        last = next((m for m in near if m.root.lemma_ == token.lemma_), None)
        is_afresh = near and (numbers[near[0].root.i] < here or _is_elsewhere(near[0], token))
        if last is None and points and (is_afresh or _sums_up(token)):
            last = near[0] if near else None
        if last is not None:
            turned = last.sign * done_to(last) if token.lower_ in DEED_NOUNS else last.sign
            found = IssueMention(last.issue, token.idx, token.idx + len(token), token, turned, POINTING)
            recent.append(found)
            yield found


def _bare_side(token: Token) -> int:
    """Return the side of a word that takes one on what was spoken of before: "voted no", "was against", "objected"."""
    word, verb = token.lower_, token.head
    if word in _ANSWERS and verb.lemma_ in _BARE_BEFORE and verb.pos_ in ("VERB", "AUX"):
        alone = not any(c.dep_ in ("pobj", "pcomp") for c in token.children)
        is_answer = word == "against" or verb.lemma_ == "vote"
        side = -1 if word == "against" else 1  # "vote no" is in the lexicon
        return side if alone and is_answer else 0
    if word in _IN_FAVOUR and verb.lower_ == "in" and verb.head.lemma_ in _BARE_BEFORE:
        return 0 if any(c.dep_ == "prep" for c in token.children) else 1
    if token.pos_ == "VERB" and token.lemma_ in _BARE and token.dep_ not in ("amod", "acl"):
        is_alone = not any(c.dep_ in _COMPLEMENTS or c.dep_ in ("nsubjpass", "mark") for c in token.children)
        return -1 if is_alone and any(c.dep_ == "nsubj" for c in token.children) else 0
    return 0


def _is_in_reach(mention: IssueMention, token: Token) -> bool:
    """True for "voted against" with its object in front: "the dam that they voted against"."""
    return mention.root.is_ancestor(token)


def _is_them(token: Token) -> bool:
    return token.lower_ == "them" and token.dep_ in ("dobj", "pobj", "nsubj")


def _is_elsewhere(mention: IssueMention, token: Token) -> bool:
    """True for the it of "asked about the dam, she said: “It …”", "praised it once but now condemns it"."""
    verb, said = token.head, mention.root.head
    own = _clause_of(token)
    if token.dep_ in ("nsubj", "nsubjpass") and said.dep_ == "advcl" and said.head == own and mention.root.i < token.i:
        return mention.root.dep_ in ("nsubj", "nsubjpass")  # "although the dam is dear, it is needed"
    apart = token.dep_ in ("dobj", "pobj") and own != _clause_of(mention.root)
    if apart and own is not None and not any(c.dep_ == "nsubj" and c == mention.root for c in own.children):
        return True  # "the Greens want to keep it" behind what others want
    if verb.dep_ == "conj" and verb.head == said and mention.root.dep_ == "dobj" and token.dep_ == "dobj":
        return True
    return any(t.is_quote or t.text == ";" for t in token.doc[mention.root.i + 1 : token.i])


def _clause_of(token: Token) -> Token | None:
    """Return the verb of the finite clause around a word: the nearest with a subject of its own."""
    verbs = (t for t in (token, *token.ancestors) if t.pos_ in ("VERB", "AUX"))
    return next((v for v in verbs if any(c.dep_ in ("nsubj", "nsubjpass") for c in v.children)), None)


def done_to(mention: IssueMention) -> int:
    """Return −1 where a verb ends or harms what is mentioned, so that "the decision" after it means that; else 1."""
    verb = mention.root.head
    if mention.root.dep_ == "xcomp" and verb.lemma_ in ("refuse", "decline"):  # "refused to release it"
        return -1
    if mention.root.dep_ not in ("dobj", "nsubjpass") or verb.pos_ != "VERB":
        return 1
    if verb.lemma_ in _TURNING_DOWN or (
        verb.lemma_ in ("vote", "turn") and any(c.lower_ == "down" for c in verb.children)
    ):
        return -1
    entry = leanings.leanings().get((verb.lemma_.lower(), "verb"))
    return -1 if entry is not None and entry.role == leanings.DEED and entry.side < 0 else 1


def _sums_up(token: Token) -> bool:
    """True for the move of "…, a move that Chad condemned": it means what its own sentence has just said."""
    is_second = token.dep_ == "dobj" and any(c.dep_ == "dobj" and c.i < token.i for c in token.head.children)
    is_beside = token.dep_ in ("appos", "npadvmod", "conj") or is_second
    return is_beside and any(c.dep_ in ("relcl", "acl") for c in token.children)


def _is_named_again(token: Token) -> bool:
    """True for a definite noun, which may be the main word of an issue spoken of before: "the sanctions"."""
    if token.pos_ != "NOUN" or token.dep_ not in _PLACES:
        return False
    return any(
        c.lower_ in ("the", "this", "that", "such", "these", "those") or c.dep_ == "poss" for c in token.children
    )


def _may_point(token: Token) -> bool:
    word = token.lower_
    if word in _POINTING_WORDS:
        return token.pos_ == "PRON" and token.dep_ in _PLACES
    if word not in POINTING_NOUNS and word not in _POINTING_CALLS:
        return False
    if token.dep_ not in _PLACES:
        return _sums_up(token)
    if word in _POINTING_CALLS:
        return any(c.lower_ in ("this", "that") for c in token.children) or _sums_up(token)
    return any(c.lower_ in ("the", "this", "that", "such") for c in token.children)
