"""Showing: rules and scores as a notebook shows them."""

import hashlib
from collections.abc import Sequence

from markupsafe import Markup

from demandeur.evaluation.codings import ALL
from demandeur.evaluation.estimates import Agreement, Estimate, Share
from demandeur.evaluation.measuring import Measured
from demandeur.evaluation.rulebook import RuleCheck
from demandeur.evaluation.scores import LABELS, Scores, method
from demandeur.provenance import versions
from demandeur.shown import Shown, html_table, join, sentence
from demandeur.wording import capitalised, count, listed, number_word

NOT_MEASURED = "No gold was named for this, so nothing was measured."


def findings(checks: Sequence[RuleCheck], ledgers: Measured | None) -> Shown:
    """Return whether the rules hold and how much of the gold was found, in two sentences."""
    if ledgers is None:
        found = NOT_MEASURED
    else:
        found = _coding_sentence(ledgers) if ledgers.kind == "coding" else _demands_sentence(ledgers)
    text = f"{_rules_sentence(checks)} {found}"
    return Shown(Markup('<p class="finding">{}</p>').format(text), text)


def _rules_sentence(checks: Sequence[RuleCheck]) -> str:
    catches = sum(len(check.rule.catches) for check in checks)
    spares = sum(len(check.rule.spares) for check in checks)
    missed = sum(len(check.missed) for check in checks)
    caught = sum(len(check.caught) for check in checks)
    return (
        f"{capitalised(count(len(checks), 'rule'))}: {_out_of(catches - missed, catches)} sentences that they must "
        f"catch are caught, {_out_of(spares - caught, spares)} near-misses are left alone."
    )


def _demands_sentence(ledgers: Measured) -> str:
    found, right = ledgers.scores["found"], ledgers.scores["all four"]
    extra = found.predicted - found.hits
    return (
        f"Careful readers saw {count(found.gold, 'demand')} in {count(len(ledgers.articles), 'article')}: "
        f"{_out_of(found.hits, found.gold)} are found, {_out_of(right.hits, right.of)} with the right issuer, "
        f"addressee, content and status, and {number_word(extra)} {'was' if extra == 1 else 'were'} found that they "
        "did not see."
    )


def _coding_sentence(coding: Measured) -> str:
    found, right = coding.scores["statements"], coding.scores[ALL]
    extra = found.predicted - found.hits
    return (
        f"People coded {count(found.gold, 'statement')} in {count(len(coding.articles), 'document')}: "
        f"{_out_of(found.hits, found.gold)} are found, {_out_of(right.hits, right.of)} with the right actor, concept "
        f"and agreement, and {number_word(extra)} {'was' if extra == 1 else 'were'} found that they did not code."
    )


def _out_of(part: int, whole: int) -> str:
    return f"all {whole}" if part == whole else f"{part} of {whole}"


def rules_table(checks: Sequence[RuleCheck]) -> Shown:
    """Return every rule with what it finds, what it catches, what it leaves alone, and whether it does."""
    rows, lines = [], []
    for check in checks:
        rule, verdict = check.rule, "holds" if check.holds else "fails"
        catches, spares = (join(map(_as_item, texts)) for texts in (rule.catches, rule.spares))
        rows.append([rule.id, rule.about, catches, spares, verdict])
        lines.append(f"{rule.id} ({verdict}): {rule.about}")
    heads = ["Rule", "Finds", "Catches", "Leaves alone", "Tried"]
    return Shown(html_table(heads, rows, caption="All rules, each with its sentences"), "\n".join(lines))


def _as_item(text: str) -> Markup:
    return Markup("<p>{}</p>").format(text)


def scores_table(measured: Measured | None) -> Shown:
    """Return the scores with their intervals; without any, a sentence that says so."""
    if measured is None:
        return sentence(NOT_MEASURED)
    caption = f"{capitalised(measured.kind)} in {measured.size} of {measured.gold}, in percent"
    heads = ["Score", "Precision", "Recall", "F1", "Counted"]
    return Shown(html_table(heads, _score_rows(measured.scores), caption=caption), measured.as_text())


def _score_rows(scores: Scores, before: str = "") -> list[list[str]]:
    rows = []
    for name, score in scores.items():
        label = f"{before}{LABELS.get(name, name)}"
        if isinstance(score, Share):
            rows.append([label, "", _percent(score.share), "", f"{score.hits} of {score.of}"])
        elif isinstance(score, Agreement):
            shares = [_percent(estimate) for estimate in (score.precision, score.recall, score.f1)]
            rows.append([label, *shares, f"{score.hits} of {score.predicted} found, {score.gold} in the gold"])
        elif isinstance(score, Estimate):
            rows.append([label, "", "", _percent(score), ""])
        else:
            rows += _score_rows(score, f"{label}: ")
    return rows


def _percent(estimate: Estimate) -> str:
    return f"{100 * estimate.value:.1f} ({100 * estimate.low:.1f}–{100 * estimate.high:.1f})"


def disagreements_table(measured: Measured | None) -> Shown:
    """Return every demand or statement that is read otherwise than in the gold; without any, a sentence saying so."""
    if measured is None:
        return sentence(NOT_MEASURED)
    noun = "statement" if measured.kind == "coding" else "demand"
    if not measured.disagreements:
        return sentence(f"Every {noun} was read as the gold has it, and none was found that the gold does not have.")
    rows, lines = [], []
    for article, finding in measured.disagreements:
        rows.append([article, finding.row if finding.row != "extra" else "–", finding.kind, finding.message])
        lines.append(" · ".join(rows[-1]))
    heads = ["Article", noun.capitalize(), "What", "In words"]
    return Shown(html_table(heads, rows, caption="Where the program differs from its gold"), "\n".join(lines))


def provenance(*measured: Measured | None) -> Shown:
    """Return gold, articles by their digests, model, versions, and how the intervals came about."""
    facts, failures, units = {}, [], []
    for one in measured:
        if one is not None:
            digests = "".join(article.sha256 for article in one.articles)
            facts[f"Gold for {one.kind}"] = f"{one.gold}, {one.size}"
            facts[f"SHA-256 of the texts for {one.kind}"] = hashlib.sha256(digests.encode("ascii")).hexdigest()
            facts["Model"] = one.model
            failures += [failure for failure in one.failures if failure not in failures]
            units += [one.unit] if one.unit not in units else []
    facts["Failed"] = "; ".join(failures) or "no article"
    how = method(listed(units))
    facts["Intervals"] = f"{how['level']:.0%}, {how['method']}, {how['resamples']} resamples, seed {how['seed']}"
    facts["Versions"] = ", ".join(f"{name} {number}" for name, number in versions().items())
    rows = join(Markup("<dt>{}</dt><dd>{}</dd>").format(name, value) for name, value in facts.items())
    text = "\n".join(f"{name}: {value}" for name, value in facts.items())
    return Shown(Markup('<dl class="provenance">{}</dl>').format(rows), text)
