"""Exporting: a trained network → one small file for ONNX Runtime, with eight-bit weights.

Vectors of words are kept as whole numbers with a scale each. Weights are whole numbers with a scale for each output,
and what they are multiplied by is rounded as it comes, with one scale for all of it. So a few large channels would cost
the small ones their precision: such channels are made smaller, and their weights larger, before (Xiao et al.,
SmoothQuant, ICML 2023, equation 4). Weights keep seven of the eight bits, because processors without VNNI cut off what
is larger in a sum of two products: the same numbers come out on all.
"""

import logging
import warnings
from collections.abc import Sequence
from copy import deepcopy
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from demandeur.attitude_input import MOST_TOKENS
from demandeur.files import whole_file
from demandeur.training.batches import Batch
from demandeur.training.network import TASKS, Attitudes

OPSET = 21
STRENGTH = {"query_key_value": 0.65, "mixed": 0.65, "wider": 0.65, "narrower": 0.8}
"""Linear step → how much of the difficulty goes from what is multiplied to the weights; 0 none, 1 all.

The numbers that kept the exported network nearest to the trained one; 0.5 for all, the paper's, is three times as far.
"""


class Smoothed(nn.Module):
    """A linear step whose input channels are scaled first, which its weights make up for."""

    def __init__(self, linear: nn.Linear, largest: Tensor, strength: float) -> None:
        super().__init__()
        weight = linear.weight.detach()
        scale = largest.clamp(min=1e-5) ** strength / weight.abs().amax(0).clamp(min=1e-5) ** (1 - strength)
        self.factor = nn.Parameter(1 / scale)
        self.weight = nn.Parameter((weight * scale).t().contiguous())
        self.bias = linear.bias

    def forward(self, values: Tensor) -> Tensor:
        """Return what the linear step gave."""
        return (values * self.factor) @ self.weight + self.bias


@torch.no_grad()
def smoothed(network: Attitudes, batches: Sequence[Batch]) -> Attitudes:
    """Return a copy of the network for export: marks folded in, channels scaled by what the batches bring."""
    network = deepcopy(network).eval().requires_grad_(False)
    network.fold()
    network.positions = nn.Embedding.from_pretrained(network.positions.weight[:MOST_TOKENS].clone())
    largest: dict[nn.Module, Tensor] = {}

    def watch(module: nn.Module, given: tuple[Tensor, ...]) -> None:
        seen = given[0].abs().flatten(0, -2).amax(0)
        largest[module] = torch.maximum(largest[module], seen) if module in largest else seen

    places = [(layer, name) for layer in network.layers for name in STRENGTH]
    hooks = [getattr(layer, name).register_forward_pre_hook(watch) for layer, name in places]
    for batch in batches:
        network(batch.tokens, batch.first, batch.second)
    for hook in hooks:
        hook.remove()
    for layer, name in places:
        linear = getattr(layer, name)
        setattr(layer, name, Smoothed(linear, largest[linear], STRENGTH[name]))
    return network


def export(network: Attitudes, path: Path, batches: Sequence[Batch]) -> None:
    """Write the network to a file for ONNX Runtime, whole or not at all.

    Args:
        network: the trained network.
        path: the file to write.
        batches: some inputs, which show how large the channels are.
    """
    logging.disable(logging.WARNING)  # both exporters warn of what isn't used here
    with TemporaryDirectory() as folder:
        whole, lean, small = (Path(folder) / name for name in ("whole.onnx", "lean.onnx", "small.onnx"))
        write_onnx(smoothed(network, batches), whole)
        model = onnx.load(whole)
        shrink_vectors(model.graph, "words.weight")
        onnx.save(model, lean)
        quantize_dynamic(lean, small, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
        model = onnx.load(small)
        strip(model)
        with whole_file(path) as temporary:
            temporary.write_bytes(model.SerializeToString())
    logging.disable(logging.NOTSET)


def strip(model: onnx.ModelProto) -> None:
    """Take out what only tells how the network was exported: it counts for nothing and takes 200 kilobytes."""
    graph = model.graph
    for part in (model, graph, *graph.node, *graph.initializer, *graph.input, *graph.output):
        del part.metadata_props[:]
    for node in graph.node:
        node.name = ""
    del graph.value_info[:]
    outside = {one.name for one in (*graph.input, *graph.output)} | {""}
    names = {name for node in graph.node for name in (*node.input, *node.output)} - outside
    short = {name: f"v{number}" for number, name in enumerate(sorted(names))}
    for node in graph.node:
        node.input[:] = [short.get(name, name) for name in node.input]
        node.output[:] = [short.get(name, name) for name in node.output]
    for one in graph.initializer:
        one.name = short.get(one.name, one.name)


def write_onnx(network: Attitudes, path: Path) -> None:
    """Write the network as it is, with any number of inputs of any length."""
    tokens = torch.full((2, 9), 1000)
    mask = torch.zeros(2, 9, dtype=torch.bool)
    shape = {0: torch.export.Dim("batch"), 1: torch.export.Dim("length", max=MOST_TOKENS)}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        program = torch.onnx.export(
            network.eval(),
            (tokens, mask, mask.clone()),
            dynamo=True,
            dynamic_shapes=(shape, shape, shape),
            input_names=["tokens", "first", "second"],
            output_names=list(TASKS),
            opset_version=OPSET,
            verbose=False,
        )
    program.save(path)


def shrink_vectors(graph: onnx.GraphProto, name: str) -> None:
    """Replace the table of vectors of that name by whole numbers of eight bits and a scale for each row."""
    table = next(one for one in graph.initializer if one.name == name)
    vectors = numpy_helper.to_array(table)
    scale = np.maximum(np.abs(vectors).max(axis=1, keepdims=True) / 127, 1e-9).astype(np.float32)
    graph.initializer.remove(table)
    rounded = numpy_helper.from_array(np.round(vectors / scale).astype(np.int8), f"{name}.rounded")
    graph.initializer.extend([rounded, numpy_helper.from_array(scale, f"{name}.scale")])
    place, gather = next((i, node) for i, node in enumerate(graph.node) if name in node.input)
    tokens, result = gather.input[1], gather.output[0]
    graph.node.remove(gather)
    steps = [
        helper.make_node("Gather", [f"{name}.rounded", tokens], ["words.whole"]),
        helper.make_node("Gather", [f"{name}.scale", tokens], ["words.scale"]),
        helper.make_node("Cast", ["words.whole"], ["words.real"], to=TensorProto.FLOAT),
        helper.make_node("Mul", ["words.real", "words.scale"], [result]),
    ]
    for number, node in enumerate(steps):
        graph.node.insert(place + number, node)
