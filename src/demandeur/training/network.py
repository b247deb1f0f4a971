"""Network: an encoder with a head for each of the three tasks, in the size that is shipped and in its teacher's.

The encoder is BERT's (Devlin et al. 2019), in MiniLM's size (Wang et al. 2020) and in MPNet's (Song et al. 2020), whose
attention also looks at how far apart two tokens are. It is written out here, in plain steps, because ONNX Runtime runs
what is exported from it twice as fast as what is exported from a general library.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from demandeur.attitude_input import FIRST, SECOND, TARGET

PARTS, VOCABULARY, POSITIONS = 12, 30522, 512
CLASSES = {"targets": 3, "directed": 5, "stances": 3}
TASKS = tuple(CLASSES)
DROPOUT = 0.1
MARKS = (*TARGET, *FIRST, *SECOND)
FAR_BELOW = -10000.0
"""What is added to the attention to padding."""
FARTHEST = 128
"""Tokens that are farther apart than this are all as far."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Size of an encoder.

    Attributes:
        width: numbers a token.
        layers: how many there are.
        epsilon: what keeps a normalisation from dividing by 0.
        distances: how many distances between two tokens attention tells apart; 0 where it looks at none.
    """

    width: int
    layers: int
    epsilon: float
    distances: int


MINILM = Shape(384, 6, 1e-12, 0)
MPNET = Shape(768, 12, 1e-5, 32)


class Layer(nn.Module):
    """A layer of the encoder: attention, then two linear steps, each added to what came in, and normalised."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        width = shape.width
        self.query_key_value = nn.Linear(width, 3 * width)
        self.mixed = nn.Linear(width, width)
        self.mixed_norm = nn.LayerNorm(width, eps=shape.epsilon)
        self.wider = nn.Linear(width, 4 * width)
        self.narrower = nn.Linear(4 * width, width)
        self.norm = nn.LayerNorm(width, eps=shape.epsilon)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, words: Tensor, added: Tensor) -> Tensor:
        """Return the words' vectors after this layer (batch × length × width); something is added to the attention."""
        batch, length, width = words.shape
        parts = self.query_key_value(words).view(batch, length, 3, PARTS, width // PARTS).permute(2, 0, 3, 1, 4)
        query, key, value = parts.unbind(0)
        scores = query @ key.transpose(-1, -2) / (width // PARTS) ** 0.5 + added
        attended = (scores.softmax(-1).to(value.dtype) @ value).transpose(1, 2).reshape(batch, length, width)
        words = self.mixed_norm(words + self.dropout(self.mixed(attended)))
        return self.norm(words + self.dropout(self.narrower(nn.functional.gelu(self.wider(words)))))


class Attitudes(nn.Module):
    """The encoder with its heads: of one target, of a pair of entities, of an actor and the words for an issue."""

    def __init__(self, shape: Shape = MINILM) -> None:
        super().__init__()
        self.shape = shape
        width = shape.width
        # The words' vectors stay as they are, which saves a sixth of the time; the marks learn theirs beside them.
        self.words = nn.Embedding(VOCABULARY, width, padding_idx=0).requires_grad_(False)
        self.marks = nn.Embedding(1 + len(MARKS), width, padding_idx=0)
        nn.init.zeros_(self.marks.weight)
        self.positions = nn.Embedding(POSITIONS, width)
        self.norm = nn.LayerNorm(width, eps=shape.epsilon)
        self.dropout = nn.Dropout(DROPOUT)
        if shape.distances:
            self.distances = nn.Embedding(shape.distances, PARTS)
        self.layers = nn.ModuleList([Layer(shape) for _ in range(shape.layers)])
        self.targets = _head(3 * width, width, CLASSES["targets"])
        self.directed = _head(4 * width, width, CLASSES["directed"])
        self.stances = _head(4 * width, width, CLASSES["stances"])

    def forward(self, tokens: Tensor, first: Tensor, second: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return the logits of the heads, in the order of ``TASKS`` (batch × classes).

        Args:
            tokens: numbers of tokens (batch × length); 0 pads.
            first: which tokens lie in the target, or the first entity.
            second: which tokens lie in the second entity, or in the issue's words; none where there is one target.
        """
        present = tokens.ne(0)
        added = (~present).to(torch.float32)[:, None, None, :] * FAR_BELOW
        if self.shape.distances:
            added = added + self.distances(distance_numbers(tokens.shape[1], self.shape.distances)).permute(2, 0, 1)
        words = self.embed(tokens)
        for layer in self.layers:
            words = layer(words, added)
        pooled = [words[:, 0], _mean(words, present), _mean(words, first), _mean(words, second)]
        both = torch.cat(pooled, 1)
        return self.targets(torch.cat(pooled[:3], 1)), self.directed(both), self.stances(both)

    def embed(self, tokens: Tensor) -> Tensor:
        """Return the vectors of tokens that the first layer gets (batch × length × width)."""
        vectors = self.words(tokens) + self.positions.weight[: tokens.shape[1]]
        if self.training or not self.is_folded:
            is_mark = (tokens >= MARKS[0]) & (tokens <= MARKS[-1])
            vectors = vectors + self.marks(torch.where(is_mark, tokens - MARKS[0] + 1, 0))
        return self.dropout(self.norm(vectors))

    is_folded = False

    @torch.no_grad()
    def fold(self) -> None:
        """Put the marks' vectors among the words', for use alone."""
        self.words.weight[MARKS[0] : MARKS[-1] + 1] += self.marks.weight[1:]
        self.is_folded = True


def _head(given: int, width: int, classes: int) -> nn.Module:
    return nn.Sequential(
        nn.Dropout(DROPOUT), nn.Linear(given, width), nn.GELU(), nn.Dropout(DROPOUT), nn.Linear(width, classes)
    )


def _mean(words: Tensor, mask: Tensor) -> Tensor:
    weight = mask.to(words.dtype).unsqueeze(-1)
    return (words * weight).sum(1) / weight.sum(1).clamp(min=1.0)


def distance_numbers(length: int, count: int) -> Tensor:
    """Return the number of the distance from each token to each other (length × length).

    Half of the numbers are for tokens that follow; near ones have a number each, farther ones share theirs, up to
    ``FARTHEST`` (Raffel et al., T5, JMLR 2020, section 2.1).
    """
    places = torch.arange(length)
    steps = places[None, :] - places[:, None]
    half = count // 2
    near = half // 2
    far = steps.abs().clamp(min=1).float()
    shared = near + (torch.log(far / near) / math.log(FARTHEST / near) * (half - near)).long()
    return (steps > 0) * half + torch.where(steps.abs() < near, steps.abs(), shared.clamp(max=half - 1))


def from_bert(weights: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Return the weights of a BERT encoder under the names that they have here."""
    embeddings = {
        "words.weight": weights["embeddings.word_embeddings.weight"],
        # Every token is of the first type, whose vector can as well be part of the positions'.
        "positions.weight": weights["embeddings.position_embeddings.weight"]
        + weights["embeddings.token_type_embeddings.weight"][0],
    }
    return embeddings | _renamed(weights, _OF_BERT, ("query", "key", "value"))


def from_mpnet(weights: Mapping[str, Tensor], words: Sequence[int]) -> dict[str, Tensor]:
    """Return the weights of an MPNet encoder under the names that they have here.

    Args:
        weights: by MPNet's names.
        words: of each of BERT's tokens, in order, its number in MPNet's vocabulary, which has the same words.
    """
    embeddings = {
        "words.weight": weights["embeddings.word_embeddings.weight"][list(words)],
        "positions.weight": weights["embeddings.position_embeddings.weight"][2:],  # the first two are for padding
        "distances.weight": weights["encoder.relative_attention_bias.weight"],
    }
    return embeddings | _renamed(weights, _OF_MPNET, ("q", "k", "v"))


_OF_BERT = {
    "query_key_value": "attention.self",
    "mixed": "attention.output.dense",
    "mixed_norm": "attention.output.LayerNorm",
    "wider": "intermediate.dense",
    "narrower": "output.dense",
    "norm": "output.LayerNorm",
}
_OF_MPNET = _OF_BERT | {
    "query_key_value": "attention.attn",
    "mixed": "attention.attn.o",
    "mixed_norm": "attention.LayerNorm",
}


def _renamed(weights: Mapping[str, Tensor], names: Mapping[str, str], parts: Sequence[str]) -> dict[str, Tensor]:
    """Return the weights of the layers, and of what is before them, under the names that they have here."""
    found = {}
    layers = {int(name.split(".")[2]) for name in weights if name.startswith("encoder.layer.")}
    for kind in ("weight", "bias"):
        found[f"norm.{kind}"] = weights[f"embeddings.LayerNorm.{kind}"]
        for number in layers:
            for name, other in names.items():
                theirs, ours = f"encoder.layer.{number}.{other}", f"layers.{number}.{name}.{kind}"
                if name == "query_key_value":
                    found[ours] = torch.cat([weights[f"{theirs}.{part}.{kind}"] for part in parts])
                else:
                    found[ours] = weights[f"{theirs}.{kind}"]
    return found
