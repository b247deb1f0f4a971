"""Batches: examples → padded tensors, sentences of like length together, in an order that the seed and epoch give."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import Tensor

from demandeur.attitude_input import Input, pair_input, target_input
from demandeur.attitude_model import MIRRORED
from demandeur.evaluation.attitude_gold import AttitudeSentence

UNUSED = 0.5
"""Share of the pairs without an attitude, by far the most, that each epoch leaves out."""

POOL = 40
"""Batches whose examples are sorted by length together."""


Chosen = tuple[bool, Input, int]
"""Is it a directed example, its numbers, its label."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """An example as numbers; a directed one also the other way round."""

    directed: bool
    ways: tuple[tuple[Input, int], ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """Tensors of one batch: tokens and masks (batch × length), task and label (batch)."""

    tokens: Tensor
    first: Tensor
    second: Tensor
    directed: Tensor
    labels: Tensor


def prepare(tokenizer: Tokenizer, examples: Sequence[AttitudeSentence]) -> list[Prepared]:
    """Return the examples as numbers."""
    found = []
    for one in examples:
        if one.second:
            here = pair_input(tokenizer, one.text, one.first, one.second)
            back = pair_input(tokenizer, one.text, one.second, one.first)
            found.append(Prepared(True, ((here, one.label), (back, MIRRORED[one.label]))))
        else:
            found.append(Prepared(False, ((target_input(tokenizer, one.text, one.first), one.label),)))
    return found


def shuffled_groups(examples: Sequence[Prepared], size: int, seed: str) -> list[list[Chosen]]:
    """Return the examples in groups of a size, in an order of chance, each directed one in one of its two ways."""
    chance = random.Random(seed)
    chosen = []
    for one in examples:
        if one.directed and one.ways[0][1] == 0 and chance.random() < UNUSED:
            continue
        chosen.append((one.directed, *chance.choice(one.ways)))
    chance.shuffle(chosen)
    groups = []
    for start in range(0, len(chosen), size * POOL):
        pool = sorted(chosen[start : start + size * POOL], key=_length)
        groups += [pool[place : place + size] for place in range(0, len(pool), size)]
    chance.shuffle(groups)
    return groups


def _length(item: Chosen) -> int:
    return len(item[1].tokens)


def collate(group: Sequence[Chosen]) -> Batch:
    """Return the tensors of some inputs, with their task and label; 0 pads."""
    longest = max(len(one.tokens) for _, one, _ in group)

    def padded(rows: list[list[int]], kind: torch.dtype) -> Tensor:
        return torch.tensor([[*row, *([0] * (longest - len(row)))] for row in rows], dtype=kind)

    return Batch(
        tokens=padded([one.tokens for _, one, _ in group], torch.long),
        first=padded([one.first for _, one, _ in group], torch.bool),
        second=padded([one.second for _, one, _ in group], torch.bool),
        directed=torch.tensor([directed for directed, _, _ in group]),
        labels=torch.tensor([label for _, _, label in group]),
    )
