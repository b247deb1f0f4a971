"""Batches: examples → padded tensors, sentences of like length together, in an order that the seed and epoch give."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

import torch
from tokenizers import Tokenizer
from torch import Tensor

from demandeur.attitude_input import Input, pair_input, target_input
from demandeur.attitude_model import MIRRORED
from demandeur.evaluation.attitude_gold import AttitudeSentence
from demandeur.training.network import CLASSES, TASKS

UNUSED = 0.5
"""Share of the pairs without an attitude, by far the most, that each epoch leaves out."""

POOL = 40
"""Batches whose examples are sorted by length together."""


Chances = tuple[float, ...]
"""How likely each label of a task is: all of it on one where people have said so."""

Chosen = tuple[str, Input, Chances]
"""An example's task, its numbers, how likely each label is."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """An example of a task as numbers; a directed one also the other way round."""

    task: str
    ways: tuple[tuple[Input, Chances], ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """Tensors of one batch: tokens and masks (batch × length), task's number (batch), chances (batch × most labels)."""

    tokens: Tensor
    first: Tensor
    second: Tensor
    task: Tensor
    labels: Tensor


def digest_of(examples: Sequence[Prepared]) -> str:
    """Return a digest of examples, which differs where they do, be it in their order."""
    found = sha256()
    for one in examples:
        found.update(repr(one).encode())
    return found.hexdigest()


def prepare(tokenizer: Tokenizer, examples: Sequence[AttitudeSentence]) -> list[Prepared]:
    """Return the examples as numbers."""
    found = []
    for one in examples:
        if one.task == "stances":
            way = pair_input(tokenizer, one.text, one.first, one.second), _certain("stances", one.label)
            found.append(Prepared("stances", (way,)))
        elif one.task == "directed":
            here = pair_input(tokenizer, one.text, one.first, one.second)
            back = pair_input(tokenizer, one.text, one.second, one.first)
            labels = _certain("directed", one.label), _certain("directed", MIRRORED[one.label])
            found.append(Prepared("directed", ((here, labels[0]), (back, labels[1]))))
        else:
            way = target_input(tokenizer, one.text, one.first), _certain("targets", one.label)
            found.append(Prepared("targets", (way,)))
    return found


def _certain(task: str, label: int) -> Chances:
    return tuple(float(number == label) for number in range(CLASSES[task]))


def shuffled_groups(examples: Sequence[Prepared], size: int, seed: str) -> list[list[Chosen]]:
    """Return the examples in groups of a size, in an order of chance, each directed one in one of its two ways."""
    chance = random.Random(seed)
    chosen = []
    for one in examples:
        if one.task == "directed" and _has_none(one) and chance.random() < UNUSED:
            continue
        chosen.append((one.task, *chance.choice(one.ways)))
    chance.shuffle(chosen)
    groups = []
    for start in range(0, len(chosen), size * POOL):
        pool = sorted(chosen[start : start + size * POOL], key=_length)
        groups += [pool[place : place + size] for place in range(0, len(pool), size)]
    chance.shuffle(groups)
    return groups


def _has_none(one: Prepared) -> bool:
    """True for a pair without an attitude, which is label 0, for sure or more likely than with any."""
    chances = one.ways[0][1]
    return chances[0] == max(chances)


def _length(item: Chosen) -> int:
    return len(item[1].tokens)


def collate(group: Sequence[Chosen]) -> Batch:
    """Return the tensors of some inputs, with their task and label; 0 pads."""
    longest = max(len(one.tokens) for _, one, _ in group)

    most = max(CLASSES.values())

    def padded(rows: Sequence[Sequence], kind: torch.dtype, length: int = longest) -> Tensor:
        return torch.tensor([[*row, *([0] * (length - len(row)))] for row in rows], dtype=kind)

    return Batch(
        tokens=padded([one.tokens for _, one, _ in group], torch.long),
        first=padded([one.first for _, one, _ in group], torch.bool),
        second=padded([one.second for _, one, _ in group], torch.bool),
        task=torch.tensor([TASKS.index(task) for task, _, _ in group]),
        labels=padded([chances for _, _, chances in group], torch.float32, most),
    )
