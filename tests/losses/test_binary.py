"""The binary losses against torch's, on torch's samples and on ours."""

import itertools
from typing import Any

import pytest
import torch
import torch.nn.functional as F
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import nn

import optguide.losses as ours
from tests.support.here import here
from tests.support.loss_compare import (
    assert_same,
    assert_same_module,
    both_refuse,
    randn,
    same,
    same_module_on_samples,
    same_on_samples,
    stops_cuda,
)

FLOATS = [torch.float64, torch.float32, torch.float16, torch.bfloat16]
REDUCTIONS = ["none", "mean", "sum"]
NAN, INF = float("nan"), float("inf")
BCE, LOGITS = "binary_cross_entropy", "binary_cross_entropy_with_logits"

both = pytest.mark.parametrize("name", [BCE, LOGITS])
reductions = pytest.mark.parametrize("reduction", REDUCTIONS)


def rand(*shape, dtype=torch.float64, requires_grad=True):
    return torch.rand(shape, dtype=dtype).requires_grad_(requires_grad)


@pytest.fixture(autouse=True)
def _seed():
    torch.manual_seed(0)


# --- torch's own samples


@pytest.mark.parametrize("dtype", FLOATS)
def test_samples_of_bce(dtype):
    same_on_samples(BCE, dtype, 11)


@pytest.mark.parametrize("dtype", FLOATS[:2])
def test_samples_of_bce_with_logits(dtype):
    same_on_samples(LOGITS, dtype, 26)


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
@pytest.mark.parametrize("name", ["BCELoss", "BCEWithLogitsLoss"])
def test_samples_of_the_module(name, dtype):
    same_module_on_samples(name, dtype, 6)


# --- every combination


@settings(deadline=None, derandomize=True, max_examples=200)
@given(
    shape=st.lists(st.integers(0, 4), max_size=3),
    reduction=st.sampled_from(REDUCTIONS),
    dtype=st.sampled_from([torch.float64, torch.float32]),
    weighted=st.sampled_from([None, "all", "last", "number"]),
    positive=st.sampled_from([None, "all", "last", "number"]),
    target_requires_grad=st.booleans(),
    seed=st.integers(0, 2**31),
)
def test_any_combination(
    shape, reduction, dtype, weighted, positive, target_requires_grad, seed
):
    torch.manual_seed(seed)
    sizes = {"all": shape, "last": shape[-1:], "number": ()}

    def weight(which):
        return None if which is None else torch.rand(sizes[which], dtype=dtype) + 0.5

    y = rand(*shape, dtype=dtype, requires_grad=target_requires_grad)
    w, p = weight(weighted), weight(positive)
    same(BCE, rand(*shape, dtype=dtype), y, weight=w, reduction=reduction)
    x = randn(*shape, dtype=dtype)
    same(LOGITS, x, y, weight=w, pos_weight=p, reduction=reduction)


@both
@reductions
@pytest.mark.parametrize("shape", [(), (0,), (2, 0), (0, 3)])
def test_zero_dimensions_and_empty(name, reduction, shape):
    same(name, rand(*shape), rand(*shape), reduction=reduction)


@both
@reductions
@pytest.mark.parametrize("dtype", FLOATS)
def test_every_dtype(name, reduction, dtype):
    for weight in (None, torch.tensor([0.5, 1, 2]).to(dtype)):
        x, y = rand(2, 3, dtype=dtype), torch.tensor([0, 1, 0.5]).to(dtype).expand(2, 3)
        same(name, x, y, weight, reduction=reduction)


@both
def test_all_positional(name):
    arguments = rand(2, 3), rand(2, 3), torch.rand(3).double(), None, None, "sum"
    same(name, *arguments)
    same(LOGITS, *arguments, torch.rand(3).double())


# --- corners of the arithmetic


def test_bce_at_certainty():
    """Loss 100 and slope 1e12 where the truth had probability 0."""
    for x, y in itertools.product(
        [0.0, 1e-45, 1e-30, 1 - 2**-24, 1.0], [0.0, 0.5, 1.0]
    ):
        same(BCE, torch.tensor([x], requires_grad=True), torch.tensor([y]))
    for x, y, loss in [(0.0, 1.0, 100), (1.0, 0.0, 100), (0.0, 0.0, 0), (1.0, 1.0, 0)]:
        input = torch.tensor([x], requires_grad=True)
        value = ours.binary_cross_entropy(input, torch.tensor([y]))
        value.backward()
        assert value.item() == loss
        torch.testing.assert_close(input.grad, torch.tensor([(x - y) * 1e12]))


@reductions
@pytest.mark.parametrize("dtype", FLOATS[:2])
def test_bce_at_certainty_by_the_target(reduction, dtype):
    """Infinite, as in torch: only the logarithms in the loss stop at -100."""
    x = torch.tensor([0.0, 1.0, 1e-44, 0.3], dtype=dtype)
    y = torch.full((4,), 0.3, dtype=dtype).requires_grad_()
    same(BCE, x, y, reduction=reduction)
    (gradient,) = torch.autograd.grad(ours.binary_cross_entropy(x, y), y)
    assert gradient[:2].tolist() == [INF, -INF]


def test_logits_keep_what_probabilities_lose():
    """In float32 the sigmoid of 20 is 1, and of a wrong certainty only 100 is left."""
    x = torch.tensor([20.0, 200.0], requires_grad=True)
    y = torch.zeros(2)
    assert x.sigmoid().tolist() == [1, 1]
    assert ours.binary_cross_entropy(x.sigmoid(), y, reduction="none").tolist() == [
        100,
        100,
    ]
    from_logits = ours.binary_cross_entropy_with_logits(x, y, reduction="none")
    assert from_logits.tolist() == [20, 200]
    same(LOGITS, x, y, reduction="none")


def test_what_is_left_of_a_right_certainty():
    """torch's value subtracts two large numbers, so it is 0; the gradients agree."""
    x = torch.tensor([-50.0], requires_grad=True)
    y = torch.zeros(1)
    assert F.binary_cross_entropy_with_logits(x, y).item() == 0
    value = ours.binary_cross_entropy_with_logits(x, y)
    truth = torch.tensor(-50.0).exp()
    torch.testing.assert_close(value, truth, rtol=1e-6, atol=0)
    (expected,) = torch.autograd.grad(F.binary_cross_entropy_with_logits(x, y), x)
    (actual,) = torch.autograd.grad(value, x)
    torch.testing.assert_close(actual, expected, rtol=1e-6, atol=0)
    torch.testing.assert_close(actual, truth.reshape(1), rtol=1e-6, atol=0)


def test_small_probabilities_are_not_lost():
    """1 - x is 1 in float32, and log(1 - x) is still -x."""
    x, y = torch.tensor([1e-20]), torch.zeros(1)
    actual = ours.binary_cross_entropy(x, y)
    assert actual.item() == pytest.approx(1e-20, rel=1e-6, abs=0)
    assert F.binary_cross_entropy(x, y).item() == pytest.approx(1e-20, rel=1e-6, abs=0)


@reductions
@pytest.mark.parametrize("pos_weight", [None, torch.tensor(3.0)])
def test_infinite_logits(reduction, pos_weight):
    x = torch.tensor([1000.0, -1000.0, INF, NAN, INF, -INF])
    y = torch.tensor([1.0, 1.0, 0.0, 0.0, 1.0, 0.0])
    same(LOGITS, x, y, pos_weight=here(pos_weight), reduction=reduction)
    # A wrong certainty of "no" is infinite; torch, which counts x (1 - y), has nan.
    x = torch.tensor([-INF], requires_grad=True)
    for y in (torch.tensor([1.0]), torch.tensor([0.3])):
        options = {"pos_weight": here(pos_weight), "reduction": reduction}
        theirs = F.binary_cross_entropy_with_logits(x, y, **options)
        value = ours.binary_cross_entropy_with_logits(x, y, **options)
        assert theirs.isnan()
        assert value.item() == INF
        gradients = (torch.autograd.grad(v.sum(), x)[0] for v in (value, theirs))
        torch.testing.assert_close(*gradients)


def test_targets_of_logits_need_not_be_probabilities():
    same(LOGITS, randn(3), torch.tensor([-1.0, 2.0, 7.0]).double())


@pytest.mark.parametrize("weighted", [False, True])
def test_logits_are_the_same_loss_and_softmax_of_two_classes(weighted):
    x, y = randn(5), torch.tensor([0, 1, 1, 0, 1])
    w = torch.rand(5).double() if weighted else None
    by_logits = ours.binary_cross_entropy_with_logits(
        x, y.double(), w, reduction="none"
    )
    by_probability = ours.binary_cross_entropy(
        x.sigmoid(), y.double(), w, reduction="none"
    )
    torch.testing.assert_close(by_logits, by_probability)
    two = torch.stack([torch.zeros_like(x), x], dim=1)
    by_softmax = ours.cross_entropy(two, y, reduction="none")
    torch.testing.assert_close(by_logits, by_softmax * (1 if w is None else w))


def test_pos_weight_counts_what_is_and_the_mean_divides_by_the_number():
    x, y = torch.zeros(4), torch.tensor([1.0, 0.0, 0.0, 0.0])
    log2 = torch.tensor(2.0).log()
    actual = ours.binary_cross_entropy_with_logits(x, y, pos_weight=torch.tensor(3.0))
    torch.testing.assert_close(actual, (3 + 3) * log2 / 4)
    weight = torch.tensor([3.0, 0, 0, 0])
    actual = ours.binary_cross_entropy_with_logits(x, y, weight)
    torch.testing.assert_close(actual, 3 * log2 / 4)
    torch.testing.assert_close(ours.binary_cross_entropy(x + 0.5, y, weight), actual)


# --- refusals


@both
@pytest.mark.parametrize("target", [(2,), (1, 3), (3, 1), ()])
def test_target_of_another_shape(name, target):
    both_refuse(name, rand(3), rand(*target))


@both
def test_weight_that_does_not_broadcast(name):
    # BCE of torch asks in words that name no tensor.
    start = "The size of tensor a"
    both_refuse(name, rand(3), rand(3), weight=torch.ones(2), start=start)
    both_refuse(name, rand(3), rand(3), weight=torch.ones(4, 2), start=start)


def test_weight_that_is_larger():
    """BCE of torch takes it and returns the shape of the weight, or what memory held."""
    start = r"output with shape [3] doesn't match the broadcast shape [2, 3]"
    wide = torch.ones(2, 3)
    both_refuse(LOGITS, rand(3), rand(3), weight=wide, start=start)
    both_refuse(LOGITS, rand(3), rand(3), pos_weight=wide, start=start)
    with pytest.raises(RuntimeError, match="output with shape"):
        ours.binary_cross_entropy(rand(3), rand(3), weight=wide)


@pytest.mark.parametrize("value", [-0.1, 1.1, NAN, INF])
def test_what_is_not_a_probability_on_every_device(value):
    half = torch.tensor([0.5])
    for arguments in [(torch.tensor([value]), half), (half, torch.tensor([value]))]:
        with pytest.raises(RuntimeError, match="should be between 0 and 1"):
            ours.binary_cross_entropy(*arguments)


@stops_cuda
def test_what_is_not_a_probability():
    half = torch.tensor([0.5])
    for value in (-0.1, 1.1, NAN, INF):
        both_refuse(BCE, torch.tensor([value]), half)
        both_refuse(BCE, half, torch.tensor([value]))


def test_dtypes_that_are_refused():
    half = torch.tensor([0.5])
    for dtype in (torch.float64, torch.int64, torch.bool):
        start = f"Found dtype {str(dtype)[6:]} but expected float32"
        both_refuse(BCE, half, half.to(dtype), start=start)
    for dtype in (torch.int64, torch.complex64):
        y = torch.zeros(1, dtype=dtype)
        both_refuse(BCE, y, y, start='"binary_cross_entropy" not implemented for ')
        # Refused by logsigmoid, in torch's words.
        both_refuse(LOGITS, y, half)
    start = "result type float32 can't be cast to the desired output type int64"
    both_refuse(LOGITS, half, torch.ones(1, dtype=torch.int64), start=start)
    with pytest.raises(RuntimeError, match="can't be cast"):
        ours.binary_cross_entropy_with_logits(half, torch.tensor([True]))


@both
def test_inputs_are_left_alone(name):
    arguments = [torch.rand(3) for _ in range(3)]
    before = [t.clone() for t in arguments]
    getattr(ours, name)(*arguments)
    assert all(torch.equal(a, b) for a, b in zip(arguments, before, strict=True))


@both
def test_derivatives_by_differences(name):
    x, y, w, p = (
        (0.1 + 0.8 * torch.rand(4, dtype=torch.float64)).requires_grad_()
        for _ in range(4)
    )

    def loss(x, y, w, p):
        options = {"pos_weight": p} if name == LOGITS else {}
        return getattr(ours, name)(x, y, w, **options)

    inputs = (x, y, w, p) if name == LOGITS else (x, y, w)
    call = loss if name == LOGITS else (lambda x, y, w: loss(x, y, w, None))
    assert torch.autograd.gradcheck(call, inputs)
    assert torch.autograd.gradgradcheck(call, inputs)


# --- modules


def test_weights_are_buffers():
    weights: dict[str, Any] = {
        "weight": torch.tensor([1.0, 2.0, 3.0]),
        "pos_weight": torch.tensor([2.0, 1.0, 0.5]),
    }
    assert_same_module(ours.BCEWithLogitsLoss, nn.BCEWithLogitsLoss, **weights)
    assert_same_module(ours.BCELoss, nn.BCELoss, weights["weight"], reduction="sum")
    module = ours.BCEWithLogitsLoss(**weights)
    assert [key for key, _ in module.named_buffers()] == ["weight", "pos_weight"]
    x, y = randn(2, 3, dtype=torch.float32), rand(2, 3, dtype=torch.float32)
    assert_same(module, nn.BCEWithLogitsLoss(**weights), x, y)
