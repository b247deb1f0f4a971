"""Issue mentions: the words of a text that speak of an issue, by its keywords, by most of their words, or by pointing.

A keyword is found as it stands. A longer keyword, or the issue's own name, is found as well where most of its words
stand close together ("release his tax returns", "the returns were released"). "The deal", "the plan", "it" mean the
issue that was spoken of last. Some words name the opposite of their issue: "annexation" where the issue is territorial
integrity.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from spacy.tokens import Doc, Span, Token

from demandeur.grammar import all_tokens, sentence_numbers, sentence_of, text_of
from demandeur.issues import Issues
from demandeur.lexicon import leanings

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_ENDINGS = tuple("ations ation ments ment ions ion ings ing ers er ors or ed es s al e".split())
_LEAST_STEM = 3
_WINDOW = 9
"""Tokens among which most words of a keyword must stand to count as a mention."""
_MOST = 0.7
_STOP = set(
    "the a an of and or to in on for with by from at as s its his her their our this that these those it he she they "
    "we i be is are was were not no more most all any up out into over under than u us mr ms own such".split()
)
_NEGATIONS = {"no", "not", "never", "without", "cannot"}
_PREPOSITIONS = set("of on for to in with from at by into over against through as that".split())
_POINTING_NOUNS = set(
    "deal agreement plan proposal bill law measure move decision policy idea rule resolution pact accord initiative "
    "legislation step offer project treaty scheme approach action practice process effort "
    "efforts regulations rules".split()
)
DEED_NOUNS = {"decision", "move", "step", "action", "measure"}
"""What means the deed done to an issue, not the issue itself."""
_POINTING_WORDS = {"it", "this"}
_PLURAL = ("NNS", "NNPS")
_POINTING_REACH = 3  # sentences back
_REPEATED = 6  # mentions back
_PLACES = {"nsubj", "nsubjpass", "dobj", "pobj"}
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
    """Return what in the document speaks of an issue, in reading order; of the lexicon's issues keywords only.

    Example:
        >>> from demandeur.language import load_model, parse
        >>> doc = parse("The senate opposes the dam. Ministers voted against it.", load_model())
        >>> [(m.issue, m.root.text, m.how) for m in find_issue_mentions(doc, Issues({"the dam": ["dam"]}))]
        [('the dam', 'dam', 'keyword'), ('the dam', 'it', 'pointing')]
    """
    found = list(_by_keyword(doc, issues))
    if issues.are_the_readers:
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
        yield IssueMention(issue, start, end, words.root, _sign(issue, words.text), EXACT)


def _within_its_sentence(words: Span) -> Span:
    sentence = sentence_of(words[0])
    return words if words.end <= sentence.end else words.doc[words.start : sentence.end]


def _by_words(doc: Doc, issues: Issues) -> Iterator[IssueMention]:
    """Yield the places where most words of a keyword, or of an issue's name, stand together."""
    stems = [stem(token.lower_) for token in all_tokens(doc)]
    places: dict[str, list[int]] = {}
    for index, word in enumerate(stems):
        places.setdefault(word, []).append(index)
    for issue in issues.names:
        for keyword in (issue, *issues.keywords[issue]):
            wanted = set(_stems(keyword))
            if len(wanted) < 2:
                continue
            hits = sorted(i for word in wanted for i in places.get(word, ()))
            yield from _clusters(doc, issue, keyword, hits, stems, max(2, ceil(_MOST * len(wanted))))


def _clusters(
    doc: Doc, issue: str, keyword: str, hits: list[int], stems: list[str], least: int
) -> Iterator[IssueMention]:
    behind, head = -1, _head_stem(keyword)
    for place, first in enumerate(hits):
        if first <= behind:
            continue
        near, said = [], set()
        for index in hits[place : place + _WINDOW]:
            if index - first < _WINDOW and stems[index] not in said:
                near.append(index)
                said.add(stems[index])
        if len(said) >= least and head in said:
            words = doc[first : near[-1] + 1]
            behind = near[-1]
            if sentence_of(words[0]).start != sentence_of(words[-1]).start:
                continue
            start, end = words.start_char, words.end_char
            yield IssueMention(issue, start, end, words.root, _sign(issue, keyword), LOOSE)


def _stems(text: str) -> list[str]:
    words = [match.group().lower() for match in _WORD.finditer(text)]
    return [stem(word) for word in words if word not in _STOP]


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the beginning that a word shares with its other forms; it need not be a word.

    Example:
        >>> stem("banning"), stem("banned"), stem("bans"), stem("enlargement"), stem("enlarge")
        ('ban', 'ban', 'ban', 'enlarg', 'enlarg')
    """
    word = word.lower().removesuffix("'s").removesuffix("’s")
    for _ in range(2):  # "repealing", "repeal"
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
                word = word[: -len(ending)]
                break
    word = word[:-1] if len(word) > _LEAST_STEM and word[-1] == "e" else word
    return word[:-1] if len(word) > _LEAST_STEM and word[-1] == word[-2] else word


@lru_cache(maxsize=4096)
def _sign(issue: str, words: str) -> int:
    """Return −1 where the words name the opposite of the issue: one of the two ends or prevents, the other doesn't."""
    named, said = _ends(issue), _ends(words)
    if named == said:
        return 1
    if named:  # "sanctions" where the issue is "ending the sanctions"; "violence" where it is a truce
        return -1 if set(_stems(words)) <= set(_stems(issue)) or _is_harm(words) else 1
    return -1 if not _is_harm(words) else 1


def _ends(words: str) -> bool:
    """True for words whose first or main one is an end to something, a refusal of it, a "non-" or "anti-"."""
    content = [match.group().lower() for match in _WORD.finditer(words) if match.group().lower() not in _STOP]
    if not content:
        return False
    if any(match.group().lower() in _NEGATIONS for match in _WORD.finditer(words)):
        return True
    if any(word.startswith(("anti-", "non-")) and not _is_harm(word[4:]) for word in content):
        return True
    endings = leanings.stems_of("end", stem)
    return stem(content[0]) in endings or _head_stem(words) in endings


def _is_harm(words: str) -> bool:
    """True for words that speak of something whose end is good: violence, war, tension."""
    harms = leanings.stems_of("harm", stem)
    return any(stem(match.group()) in harms for match in _WORD.finditer(words))


def _head_stem(keyword: str) -> str:
    """Return the stem of a keyword's main word: the first where that is a deed ("releasing …"), else the noun's."""
    words = [match.group().lower() for match in _WORD.finditer(keyword)]
    if words[0].endswith("ing"):
        return stem(words[0])
    before = []
    for word in words:
        if word in _PREPOSITIONS and before:
            break
        before.append(word)
    kept = [word for word in before if word not in _STOP] or words
    return stem(kept[-1])


def _pointing(doc: Doc, named: list[IssueMention]) -> Iterator[IssueMention]:
    """Yield "it", "the plan" where one issue was spoken of last, in this sentence or a few before."""
    numbers = sentence_numbers(doc)
    roots = {m.root.i for m in named}
    ahead, recent = list(reversed(named)), []
    for token in all_tokens(doc):
        while ahead and ahead[-1].start < token.idx:
            recent.append(ahead.pop())
        points = _may_point(token) or (_is_them(token) and bool(recent) and recent[-1].root.tag_ in _PLURAL)
        if not recent or recent[-1].end > token.idx or token.i in roots or not (points or _is_named_again(token)):
            continue
        here = numbers[token.i]
        reach = here - (1 if token.lower_ in _POINTING_WORDS else _POINTING_REACH)
        near = [m for m in recent[: -_REPEATED - 1 : -1] if numbers[m.root.i] >= reach]
        last = next((m for m in near if m.root.lemma_ == token.lemma_), None)
        is_afresh = near and (numbers[near[0].root.i] < here or _is_elsewhere(near[0], token))
        if last is None and points and (is_afresh or _sums_up(token)):
            last = near[0] if near else None
        if last is not None:
            sign = last.sign * done_to(last) if token.lower_ in DEED_NOUNS else last.sign
            found = IssueMention(last.issue, token.idx, token.idx + len(token), token, sign, POINTING)
            recent.append(found)
            yield found


def _is_them(token: Token) -> bool:
    return token.lower_ == "them" and token.dep_ in ("dobj", "pobj", "nsubj")


def _is_elsewhere(mention: IssueMention, token: Token) -> bool:
    """True for the it of "asked about the dam, she said: “It …”", "praised it once but now condemns it"."""
    verb, said = token.head, mention.root.head
    if verb.dep_ == "conj" and verb.head == said and mention.root.dep_ == "dobj" and token.dep_ == "dobj":
        return True
    return any(t.is_quote for t in token.doc[mention.root.i + 1 : token.i])


def done_to(mention: IssueMention) -> int:
    """Return −1 where a verb ends or harms what is mentioned, so that "the decision" after it means that; else 1."""
    verb = mention.root.head
    if mention.root.dep_ not in ("dobj", "nsubjpass") or verb.pos_ != "VERB":
        return 1
    entry = leanings.leanings().get((verb.lemma_.lower(), "verb"))
    return -1 if entry is not None and entry.role == leanings.DEED and entry.side < 0 else 1


def _sums_up(token: Token) -> bool:
    """True for the move of "…, a move that Chad condemned": it means what its own sentence has just said."""
    return token.dep_ in ("appos", "npadvmod") and any(c.dep_ == "relcl" for c in token.children)


def _is_named_again(token: Token) -> bool:
    """True for a definite noun, which may be the main word of an issue spoken of before: "the sanctions"."""
    if token.pos_ != "NOUN" or token.dep_ not in _PLACES:
        return False
    return any(
        c.lower_ in ("the", "this", "that", "such", "these", "those") or c.dep_ == "poss" for c in token.children
    )


def _may_point(token: Token) -> bool:
    if token.lower_ in _POINTING_WORDS:
        return token.pos_ == "PRON" and token.dep_ in _PLACES
    if token.lower_ not in _POINTING_NOUNS or token.dep_ not in _PLACES:
        return token.lower_ in _POINTING_NOUNS and _sums_up(token)
    return any(c.lower_ in ("the", "this", "that", "such") for c in token.children)
