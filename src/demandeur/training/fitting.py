"""Fitting: examples → a trained network, saved whole after each epoch so that a broken run goes on where it was."""

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy
from torch.optim import AdamW
from torch.optim.lr_scheduler import LambdaLR
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn
from tqdm import tqdm

from demandeur.article import InputError
from demandeur.files import shown, whole_file
from demandeur.training.batches import Batch, Chosen, Prepared, collate, digest_of, shuffled_groups
from demandeur.training.network import TASKS, Attitudes


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train: the numbers that were found to do well.

    Attributes:
        epochs: how often each example is seen, but for half of the pairs without an attitude, left out each time.
        batch: examples in a step.
        rate: learning rate of the last layer; it rises over the first steps (``warm_up``), then falls to 0.
        head_rate: learning rate of the heads, which begin from nothing.
        layer_decay: what each layer's rate is of the one above it.
        smoothing: share of the label that is spread over all labels.
        averaging: what a step leaves of the running average of all weights, which is what is used in the end.
        seed: of every draw.
    """

    epochs: int = 3
    batch: int = 32
    rate: float = 8e-5
    head_rate: float = 3e-4
    layer_decay: float = 0.95
    weight_decay: float = 0.01
    warm_up: float = 0.06
    smoothing: float = 0.1
    averaging: float = 0.998
    seed: int = 1


class Training:
    """A training run in a folder.

    Raises:
        InputError: when the folder holds a run by another plan, or with other examples.
    """

    def __init__(self, network: Attitudes, examples: Sequence[Prepared], plan: Plan, folder: Path) -> None:
        self.network = network
        self._examples = examples
        self._plan = plan
        self._file = folder / "checkpoint.pt"
        self._epoch = 0
        self._steps = [len(self._groups(epoch)) for epoch in range(plan.epochs)]
        self._optimizer = AdamW(rates(network, plan), fused=True)
        self._schedule = LambdaLR(self._optimizer, self._rate)
        self.average = AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(plan.averaging))
        self._parts: dict[str, Any] = {
            "network": network,
            "optimizer": self._optimizer,
            "schedule": self._schedule,
            "average": self.average,
        }
        folder.mkdir(parents=True, exist_ok=True)
        self._load()

    def run(self) -> Attitudes:
        """Train for all epochs that are not done yet, and return the average of the network's states."""
        torch.set_flush_denormal(True)
        while self._epoch < self._plan.epochs:
            torch.manual_seed(self._plan.seed * 1000 + self._epoch)
            self.network.train()
            bar = tqdm(self._groups(self._epoch), desc=f"epoch {self._epoch + 1} of {self._plan.epochs}", unit=" steps")
            for group in bar:
                bar.set_postfix(loss=f"{self._step(collate(group)):.2f}", refresh=False)
            self._epoch += 1
            self._save()
        return self.average.module.eval()

    def _groups(self, epoch: int) -> list[list[Chosen]]:
        return shuffled_groups(self._examples, self._plan.batch, f"{self._plan.seed}-{epoch}")

    def _rate(self, step: int) -> float:
        steps = sum(self._steps)
        warm = max(1, math.floor(self._plan.warm_up * steps))
        return min((step + 1) / warm, max(0.0, (steps - step) / max(1, steps - warm)))

    def _step(self, batch: Batch) -> float:
        with torch.autocast("cpu", dtype=torch.bfloat16):
            loss = loss_of(self.network, batch, self._plan.smoothing)
        loss.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self._optimizer.step()
        self._schedule.step()
        self._optimizer.zero_grad()
        self.average.update_parameters(self.network)
        return loss.item()

    def _identity(self) -> dict[str, Any]:
        return asdict(self._plan) | {"examples": digest_of(self._examples)}

    def _save(self) -> None:
        state = {"epoch": self._epoch, "identity": self._identity()}
        with whole_file(self._file) as temporary:
            torch.save(state | {name: part.state_dict() for name, part in self._parts.items()}, temporary)

    def _load(self) -> None:
        if not self._file.exists():
            return
        state = torch.load(self._file)
        if state["identity"] != self._identity():
            raise InputError(f"{shown(self._file)}: from a run by another plan or with other data; remove it.")
        self._epoch = state["epoch"]
        for name, part in self._parts.items():
            part.load_state_dict(state[name])


def rates(network: Attitudes, plan: Plan) -> list[dict[str, Any]]:
    """Return the parameters in groups, with lower learning rates for the layers nearer to the words."""
    groups: dict[tuple[float, float], list[Tensor]] = {}
    layers = network.shape.layers
    for name, parameter in network.named_parameters():
        part, number, *_ = name.split(".")
        if part in TASKS:
            rate = plan.head_rate
        else:
            rate = plan.rate * plan.layer_decay ** (layers - 1 - int(number) if part == "layers" else layers)
        if parameter.requires_grad:
            groups.setdefault((rate, plan.weight_decay if parameter.ndim > 1 else 0.0), []).append(parameter)
    return [{"params": found, "lr": rate, "weight_decay": decay} for (rate, decay), found in groups.items()]


def loss_of(network: Attitudes, batch: Batch, smoothing: float) -> Tensor:
    """Return the mean loss of a batch, each example's from the head of its task."""
    losses = []
    for number, logits in enumerate(network(batch.tokens, batch.first, batch.second)):
        mine = batch.task == number
        if mine.any():
            labels = batch.labels[mine, : logits.shape[1]]
            losses.append(cross_entropy(logits[mine].float(), labels, label_smoothing=smoothing, reduction="sum"))
    return sum(losses) / len(batch.labels)
