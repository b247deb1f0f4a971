"""Network: the encoder of all-MiniLM-L6-v2 with a head for each of the two tasks.

The encoder is BERT's (Devlin et al. 2019) as MiniLM cuts it (Wang et al. 2020): 6 layers of 384 numbers a token. It is
written out here, in plain steps, because ONNX Runtime runs what is exported from it twice as fast as what is exported
from a general library.
"""

from collections.abc import Mapping

import torch
from torch import Tensor, nn

from demandeur.attitude_input import FIRST, SECOND, TARGET

WIDTH, LAYERS, PARTS, VOCABULARY, POSITIONS = 384, 6, 12, 30522, 512
CLASSES = {"targets": 3, "directed": 5}
DROPOUT = 0.1
MARKS = (*TARGET, *FIRST, *SECOND)
FAR_BELOW = -10000.0
"""What is added to the attention to padding."""


class Layer(nn.Module):
    """A layer of the encoder: attention, then two linear steps, each added to what came in, and normalised."""

    def __init__(self) -> None:
        super().__init__()
        self.query_key_value = nn.Linear(WIDTH, 3 * WIDTH)
        self.mixed = nn.Linear(WIDTH, WIDTH)
        self.mixed_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.wider = nn.Linear(WIDTH, 4 * WIDTH)
        self.narrower = nn.Linear(4 * WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, words: Tensor, padding: Tensor) -> Tensor:
        """Return the words' vectors after this layer (batch × length × width)."""
        batch, length, _ = words.shape
        parts = self.query_key_value(words).view(batch, length, 3, PARTS, WIDTH // PARTS).permute(2, 0, 3, 1, 4)
        query, key, value = parts.unbind(0)
        scores = query @ key.transpose(-1, -2) / (WIDTH // PARTS) ** 0.5 + padding
        attended = (scores.softmax(-1).to(value.dtype) @ value).transpose(1, 2).reshape(batch, length, WIDTH)
        words = self.mixed_norm(words + self.dropout(self.mixed(attended)))
        return self.norm(words + self.dropout(self.narrower(nn.functional.gelu(self.wider(words)))))


class Attitudes(nn.Module):
    """The encoder with its heads: three classes for one target, five for a pair of entities."""

    def __init__(self) -> None:
        super().__init__()
        # The words' vectors stay as they are, which saves a sixth of the time; the marks learn theirs beside them.
        self.words = nn.Embedding(VOCABULARY, WIDTH, padding_idx=0).requires_grad_(False)
        self.marks = nn.Embedding(1 + len(MARKS), WIDTH, padding_idx=0)
        nn.init.zeros_(self.marks.weight)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(DROPOUT)
        self.layers = nn.ModuleList([Layer() for _ in range(LAYERS)])
        self.targets = _head(3 * WIDTH, CLASSES["targets"])
        self.directed = _head(4 * WIDTH, CLASSES["directed"])

    def forward(self, tokens: Tensor, first: Tensor, second: Tensor) -> tuple[Tensor, Tensor]:
        """Return the logits of both heads (batch × classes).

        Args:
            tokens: numbers of tokens (batch × length); 0 pads.
            first: which tokens lie in the target, or the first entity.
            second: which tokens lie in the second entity; none where there is one target.
        """
        present = tokens.ne(0)
        padding = (~present).to(torch.float32)[:, None, None, :] * FAR_BELOW
        words = self.embed(tokens)
        for layer in self.layers:
            words = layer(words, padding)
        pooled = [words[:, 0], _mean(words, present), _mean(words, first), _mean(words, second)]
        return self.targets(torch.cat(pooled[:3], 1)), self.directed(torch.cat(pooled, 1))

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


def _head(width: int, classes: int) -> nn.Module:
    return nn.Sequential(
        nn.Dropout(DROPOUT), nn.Linear(width, WIDTH), nn.GELU(), nn.Dropout(DROPOUT), nn.Linear(WIDTH, classes)
    )


def _mean(words: Tensor, mask: Tensor) -> Tensor:
    weight = mask.to(words.dtype).unsqueeze(-1)
    return (words * weight).sum(1) / weight.sum(1).clamp(min=1.0)


def from_bert(weights: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Return the weights of a BERT encoder under the names that they have here."""
    found = {
        "words.weight": weights["embeddings.word_embeddings.weight"],
        # Every token is of the first type, whose vector can as well be part of the positions'.
        "positions.weight": weights["embeddings.position_embeddings.weight"]
        + weights["embeddings.token_type_embeddings.weight"][0],
    }
    for kind in ("weight", "bias"):
        found[f"norm.{kind}"] = weights[f"embeddings.LayerNorm.{kind}"]
        for number in range(LAYERS):
            theirs, ours = f"encoder.layer.{number}.", f"layers.{number}."
            found[f"{ours}query_key_value.{kind}"] = torch.cat(
                [weights[f"{theirs}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            )
            for name, other in _NAMES.items():
                found[f"{ours}{name}.{kind}"] = weights[f"{theirs}{other}.{kind}"]
    return found


_NAMES = {
    "mixed": "attention.output.dense",
    "mixed_norm": "attention.output.LayerNorm",
    "wider": "intermediate.dense",
    "narrower": "output.dense",
    "norm": "output.LayerNorm",
}
