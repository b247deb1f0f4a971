"""Provenance: from what, with what and by which rules an analysis was made. No path and no date of the run."""

import hashlib
import platform
from collections import Counter
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from markupsafe import Markup

from demandeur.analysis import Analysis
from demandeur.shown import Shown, join

LIBRARIES = ("demandeur", "spacy", "textblob", "pandas", "matplotlib")
TABLES_WITH_RULES = ("mentions", "statements", "acts", "positions")


def provenance(analysis: Analysis) -> Shown:
    """Return the article's digest, the parameters, the versions and the rules that made the tables' rows."""
    facts = {
        "Article": _article(analysis),
        "Text": f"{len(analysis.article.text):,} characters",
        "SHA-256 of the text": analysis.article.sha256,
        "Parameters": _parameters(analysis),
        "Versions": ", ".join(f"{name} {number}" for name, number in versions().items()),
    }
    for table in TABLES_WITH_RULES:
        facts[f"Rules behind {table}"] = _rules(analysis, table)
    rows = join(Markup("<dt>{}</dt><dd>{}</dd>").format(name, value) for name, value in facts.items())
    text = "\n".join(f"{name}: {value}" for name, value in facts.items())
    return Shown(Markup('<dl class="provenance">{}</dl>').format(rows), text)


def versions() -> dict[str, str]:
    """Return the versions of Python and of the libraries that a result rests on."""
    return {"Python": platform.python_version()} | {name: version(name) for name in LIBRARIES}


def recipe(notebooks: Sequence[Path]) -> str:
    """Return one digest of the versions, the package's own files and the notebooks: equal digests, equal reports."""
    digest = hashlib.sha256(repr(sorted(versions().items())).encode("utf-8"))
    package = Path(__file__).parent
    own = [path for path in package.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    for path in [*sorted(own), *notebooks]:
        digest.update(path.name.encode("utf-8") + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _article(analysis: Analysis) -> str:
    """Return title, date and source; of a source that is a file, the name alone, so that no machine shows through."""
    article = analysis.article
    source = article.source or ""
    if source and "://" not in source:
        source = Path(source).name
    return " · ".join(part for part in (article.title, article.date, source or str(article.id)) if part)


def _parameters(analysis: Analysis) -> str:
    article = analysis.article
    issues = f"the reader’s own ({', '.join(article.issues)})" if article.issues else "the lexicon’s"
    speaker = article.speaker or "none: the article reports"
    return (
        f"level: {analysis.level}; speaker: {speaker}; issues: {issues}; model: {Path(analysis.model).name or 'none'}"
    )


def _rules(analysis: Analysis, table: str) -> str:
    used = Counter(rule for rule in getattr(analysis, table)["rule"] if isinstance(rule, str))
    return ", ".join(f"{rule} ({used[rule]})" for rule in sorted(used)) or "none"
