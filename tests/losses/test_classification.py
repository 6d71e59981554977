"""The classification losses against torch's, on torch's samples and on ours."""

import itertools
from typing import Any

import pytest
import torch
import torch.nn.functional as F
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from torch import nn

import optguide.losses as ours
from optguide.losses.classification import chunk_size
from tests.support.examples import LOCKED
from tests.support.here import here
from tests.support.loss_compare import (
    assert_both_refuse,
    assert_same,
    assert_same_module,
    both_refuse,
    both_refuse_samples,
    randn,
    same,
    same_module_on_samples,
    same_on_samples,
    stops_cuda,
)
from tests.support.loss_samples import module_samples, op_samples

FLOATS = [torch.float64, torch.float32, torch.float16, torch.bfloat16]
REDUCTIONS = ["none", "mean", "sum"]
NAN, INF = float("nan"), float("inf")

both = pytest.mark.parametrize("name", ["nll_loss", "cross_entropy"])
both_modules = pytest.mark.parametrize("name", ["NLLLoss", "CrossEntropyLoss"])
reductions = pytest.mark.parametrize("reduction", REDUCTIONS)
smoothings = pytest.mark.parametrize("label_smoothing", [0.0, 0.3])


def logits(*shape, dtype=torch.float64):
    return torch.randn(*shape, dtype=dtype, requires_grad=True)


def probabilities(*shape, dtype=torch.float64):
    dim = 0 if len(shape) == 1 else 1
    return torch.randn(*shape, dtype=dtype).softmax(dim).requires_grad_()


def weights(num_classes, dtype=torch.float64):
    return torch.rand(num_classes, dtype=dtype) + 0.5


def indices(*values, dtype=torch.int64):
    return torch.tensor(values, dtype=dtype)


@pytest.fixture(autouse=True)
def _seed():
    torch.manual_seed(0)


# --- torch's own samples


@both
@pytest.mark.parametrize("dtype", FLOATS)
def test_samples_of_the_function(name, dtype):
    samples = op_samples(name, dtype)
    assert len(samples) >= 20
    for args, kwargs in samples:
        same(name, *args, **kwargs)


@both_modules
@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
def test_samples_of_the_module(name, dtype):
    samples = module_samples(name, dtype)
    assert len(samples) >= 28
    for sample in samples:
        made, given_ = sample.constructor_input, sample.forward_input
        assert_same_module(
            getattr(ours, name), getattr(nn, name), *made.args, **made.kwargs
        )
        assert_same(
            getattr(ours, name)(*made.args, **made.kwargs),
            getattr(nn, name)(*made.args, **made.kwargs),
            *given_.args,
            **given_.kwargs,
        )


@both_modules
@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
def test_errors_of_the_module(name, dtype):
    errors = module_samples(name, dtype, errors=True)
    assert errors
    for error in errors:
        made = error.module_error_input.constructor_input
        args = error.module_error_input.forward_input.args
        with pytest.raises(error.error_type, match=error.error_regex):
            getattr(nn, name)(*made.args, **made.kwargs)(*args)
        with pytest.raises(error.error_type, match=error.error_regex):
            getattr(ours, name)(*made.args, **made.kwargs)(*args)


# --- every combination


@st.composite
def shapes(draw):
    """``(C,)`` or ``(N, C, d1, ...)``, at most three of ``d``, some of them empty."""
    num_classes = draw(st.integers(1, 5))
    if draw(st.integers(0, 5)) == 0:
        return (num_classes,)
    rest = draw(st.lists(st.integers(0, 3), max_size=3))
    return (draw(st.integers(0, 4)), num_classes, *rest)


options = {
    "shape": shapes(),
    "reduction": st.sampled_from(REDUCTIONS),
    "weighted": st.booleans(),
    "ignore_index": st.sampled_from([-100, -1, 0, 1, 2, 255]),
    "label_smoothing": st.sampled_from([0.0, 0.1, 0.5, 1.0]),
    "dtype": st.sampled_from([torch.float64, torch.float32]),
    "seed": st.integers(0, 2**31),
}


def random_indices(shape, ignore_index):
    """Some classes, some to be ignored; sometimes all of them, sometimes none."""
    num_classes = shape[0] if len(shape) == 1 else shape[1]
    size = () if len(shape) == 1 else (shape[0], *shape[2:])
    target = torch.randint(num_classes, size)
    ignored = torch.rand(size) < [0.0, 0.4, 1.0][torch.randint(3, ())]
    return target.masked_fill(ignored, ignore_index)


@settings(deadline=None, derandomize=True, max_examples=400)
@given(**options)
def test_any_combination_of_indices(
    shape, reduction, weighted, ignore_index, label_smoothing, dtype, seed
):
    torch.manual_seed(seed)
    x = logits(*shape, dtype=dtype)
    target = random_indices(shape, ignore_index)
    if torch.get_default_device().type != "cpu":  # see test_a_single_row_ignored
        assume(target.shape or reduction != "mean" or target != ignore_index)
    num_classes = shape[0] if len(shape) == 1 else shape[1]
    kwargs = {
        "weight": weights(num_classes, dtype) if weighted else None,
        "ignore_index": ignore_index,
        "reduction": reduction,
    }
    same("nll_loss", x, target, **kwargs)
    same("cross_entropy", x, target, label_smoothing=label_smoothing, **kwargs)


@settings(deadline=None, derandomize=True, max_examples=200)
@given(**{k: v for k, v in options.items() if k != "ignore_index"})
def test_any_combination_of_probabilities(
    shape, reduction, weighted, label_smoothing, dtype, seed
):
    torch.manual_seed(seed)
    num_classes = shape[0] if len(shape) == 1 else shape[1]
    same(
        "cross_entropy",
        logits(*shape, dtype=dtype),
        probabilities(*shape, dtype=dtype),
        weight=weights(num_classes, dtype) if weighted else None,
        reduction=reduction,
        label_smoothing=label_smoothing,
    )


@both
@reductions
@pytest.mark.parametrize(
    ("shape", "size"),
    [
        ((0, 3), (0,)),
        ((0, 3, 2), (0, 2)),
        ((2, 3, 0), (2, 0)),
        ((2, 3, 0, 1), (2, 0, 1)),
    ],
)
def test_empty(name, reduction, shape, size):
    target = torch.zeros(size, dtype=torch.int64)
    same(name, logits(*shape), target, reduction=reduction)
    same(name, logits(*shape), target, reduction=reduction, weight=weights(3))


@both
@reductions
@pytest.mark.parametrize("weight", [None, weights(3)])
def test_one_row_may_have_its_target_as_one_element(name, reduction, weight):
    x, y = logits(3), indices(1)
    options = {"weight": here(weight), "reduction": reduction}
    actual = getattr(ours, name)(x, y, **options)
    expected = getattr(F, name)(x, y, **options)
    torch.testing.assert_close(actual, expected)
    assert actual.shape == ()

    # Of these torch has the value and not the gradient, which a target of shape () has.
    with pytest.raises(RuntimeError, match="size mismatch"):
        expected.backward()
    expected = getattr(F, name)(x, y[0], **options)
    torch.testing.assert_close(
        torch.autograd.grad(actual, x), torch.autograd.grad(expected, x)
    )


@pytest.mark.cpu_only(reason="torch on CUDA refuses it too, in other words")
@reductions
def test_torch_refuses_a_one_element_target_with_smoothing(reduction):
    """By accident: see the next test."""
    x, options = logits(3), {"label_smoothing": 0.1, "reduction": reduction}
    with pytest.raises(RuntimeError, match="output with shape"):
        F.cross_entropy(x, indices(1), **options)


@reductions
def test_one_element_target_with_smoothing(reduction):
    """It means the same as a target of shape ()."""
    x, options = logits(3), {"label_smoothing": 0.1, "reduction": reduction}
    actual = ours.cross_entropy(x, indices(1), **options)
    expected = F.cross_entropy(x, torch.tensor(1), **options)
    torch.testing.assert_close(actual, expected)


@both
def test_all_positional(name):
    same(name, logits(2, 3), indices(0, 2), weights(3), None, 2, None, "sum")


# --- ignored targets


@reductions
@smoothings
@pytest.mark.parametrize("dtype", [torch.float64, torch.float32])
def test_targets_of_weight_0(reduction, label_smoothing, dtype):
    """The sum of the weights is 0 and the mean nan, though smoothing spreads to class 0."""
    x = torch.tensor([[-1.35, 0.08], [0.3, 2.0]], dtype=dtype, requires_grad=True)
    options = {"reduction": reduction, "label_smoothing": label_smoothing}
    for weight in (torch.tensor([0.26, 0.0]), torch.zeros(2)):
        same("cross_entropy", x, indices(1, 1), weight=weight.to(dtype), **options)
        if reduction == "mean":
            loss = ours.cross_entropy(x, indices(1, 1), weight.to(dtype), **options)
            assert loss.isnan()


@both
@reductions
@pytest.mark.parametrize("weighted", [False, True])
def test_all_ignored(name, reduction, weighted):
    weight = weights(3) if weighted else None
    same(name, logits(2, 3), indices(1, 1), weight, None, 1, None, reduction)


@pytest.mark.cpu_only(reason="torch on CUDA calls this mean 0, and that of a batch nan")
@both
@reductions
@pytest.mark.parametrize("weighted", [False, True])
def test_a_single_row_ignored(name, reduction, weighted):
    weight = weights(3) if weighted else None
    same(name, logits(3), torch.tensor(1), weight, None, 1, None, reduction)


@smoothings
def test_the_mean_of_nothing_is_nan_and_its_gradient_zero(label_smoothing):
    x = logits(2, 3)
    loss = ours.cross_entropy(x, indices(-100, -100), label_smoothing=label_smoothing)
    loss.backward()
    assert loss.isnan()
    assert x.grad is not None
    assert x.grad.count_nonzero() == 0
    same("cross_entropy", x, indices(-100, -100), label_smoothing=label_smoothing)


@both
@reductions
def test_what_is_ignored_may_be_nan(name, reduction):
    x = torch.tensor([[NAN, 1.0, 2.0], [1.0, 2.0, 3.0]], requires_grad=True)
    same(name, x, indices(-100, 1), reduction=reduction)
    same(name, x, indices(-100, 1), reduction=reduction, weight=weights(3).float())


def test_what_is_ignored_may_be_nan_with_smoothing():
    x = torch.tensor([[NAN, 1.0, 2.0], [1.0, 2.0, 3.0]], requires_grad=True)
    for reduction, weight in itertools.product(REDUCTIONS, [None, weights(3).float()]):
        options = {"label_smoothing": 0.1, "reduction": reduction, "weight": weight}
        same("cross_entropy", x, indices(-100, 1), **options)


@both
def test_weight_of_an_ignored_class_is_not_looked_at(name):
    weight = torch.tensor([INF, 1.0, 2.0], dtype=torch.float64)
    same(name, logits(3, 3), indices(0, 1, 2), weight, None, 0)
    same(name, logits(3, 3), indices(-1, 1, 2), weight, None, -1)


# --- weights


def test_the_weighted_mean_divides_by_picked_weights_or_by_the_number_of_rows():
    x, weight = logits(3, 4), weights(4)
    y = indices(1, 3, 1)
    one_hot = F.one_hot(y, 4).double()
    terms = -weight[y] * x.log_softmax(1)[torch.arange(3), y]
    by_index = ours.cross_entropy(x, y, weight=weight)
    by_probability = ours.cross_entropy(x, one_hot, weight=weight)
    torch.testing.assert_close(by_index, terms.sum() / weight[y].sum())
    torch.testing.assert_close(by_probability, terms.sum() / 3)


@both
def test_weights_of_zero_and_below(name):
    weight = torch.tensor([0.0, -1.0, 1.0], dtype=torch.float64)
    for target in [indices(0, 0), indices(1, 2), indices(1, 1), indices(2, 0)]:
        for reduction in REDUCTIONS:
            same(name, logits(2, 3), target, weight=weight, reduction=reduction)


@both
def test_a_weight_may_be_differentiated_here(name):
    """torch has no derivative by the weight of class indices, and says so."""
    x, y, weight = logits(3, 4), indices(1, 3, 1), weights(4).requires_grad_()
    with pytest.raises(RuntimeError, match="not differentiable with respect to"):
        getattr(F, name)(x, y, weight=weight)
    assert torch.autograd.gradcheck(
        lambda x, weight: getattr(ours, name)(x, y, weight=weight), (x, weight)
    )


@reductions
@smoothings
def test_derivative_by_the_weight_of_probabilities(reduction, label_smoothing):
    same(
        "cross_entropy",
        logits(2, 3, 2),
        probabilities(2, 3, 2),
        weight=weights(3).requires_grad_(),
        reduction=reduction,
        label_smoothing=label_smoothing,
    )


# --- dtypes


@both
@reductions
def test_byte_targets(name, reduction):
    target = indices(1, 0, dtype=torch.uint8)
    same(name, logits(2, 3), target, reduction=reduction)
    same(name, logits(2, 3), target, weights(3), None, 0, None, reduction)


@both
def test_byte_targets_where_torch_takes_them_only_in_two_dimensions(name):
    x, target = logits(2, 3, 2, 2), torch.ones(2, 2, 2, dtype=torch.uint8)
    with pytest.raises(RuntimeError, match="expected scalar type Long but found Byte"):
        getattr(F, name)(x, target)
    actual, expected = (
        getattr(ours, name)(x, target),
        getattr(F, name)(x, target.long()),
    )
    torch.testing.assert_close(actual, expected)


@both
@pytest.mark.parametrize(
    "dtype", [torch.int32, torch.int16, torch.int8, torch.bool, torch.float32]
)
@pytest.mark.parametrize(
    "dims",
    [
        pytest.param(
            (),
            marks=pytest.mark.cpu_only(reason="torch on CUDA has another exception"),
        ),
        (2,),
    ],
)
def test_other_targets_are_refused(name, dtype, dims):
    start = "expected target dtype to be Long or Byte, but got "
    target = torch.zeros(2, *dims, dtype=dtype)
    both_refuse(name, logits(2, 3, *dims), target, start=start + str(dtype)[6:])


@both
@pytest.mark.parametrize("dtype", [torch.int64, torch.complex64])
def test_input_that_is_not_floating_point(name, dtype):
    # cross_entropy is refused by log_softmax, in torch's words.
    start = '"nll_loss" not implemented for ' if name == "nll_loss" else None
    both_refuse(name, torch.zeros(2, 3, dtype=dtype), indices(0, 1), start=start)


@both
@smoothings
@pytest.mark.parametrize("dtype", [torch.float64, torch.int64])
def test_weight_of_another_dtype(name, dtype, label_smoothing):
    options = {"label_smoothing": label_smoothing} if name == "cross_entropy" else {}
    both_refuse(
        name,
        logits(2, 3, dtype=torch.float32),
        indices(0, 1),
        weight=torch.ones(3, dtype=dtype),
        start=f"expected scalar type float32 but found {str(dtype)[6:]}",
        **options,
    )


@reductions
@smoothings
@pytest.mark.parametrize("dtype", FLOATS)
def test_mixed_dtypes_of_probabilities(reduction, label_smoothing, dtype):
    x, options = logits(2, 3, dtype=torch.float32), {"reduction": reduction}
    options["label_smoothing"] = label_smoothing
    same("cross_entropy", x, probabilities(2, 3, dtype=dtype), **options)
    y, weight = probabilities(2, 3, dtype=torch.float32), torch.tensor([1, 2, 3])
    same("cross_entropy", x, y, weight=weight, **options)
    same("cross_entropy", x, y, weight=weight.to(dtype), **options)


# --- refusals


@stops_cuda
@both
@pytest.mark.parametrize("target", [3, -1, -101, 10**12])
@pytest.mark.parametrize("shape", [(2, 3), (2, 3, 1), (2, 3, 1, 1)])
def test_target_out_of_bounds(name, target, shape):
    y = indices(1, target).reshape(2, *shape[2:])
    for reduction, weight in itertools.product(REDUCTIONS, [None, weights(3)]):
        both_refuse(name, logits(*shape), y, weight=weight, reduction=reduction)
    both_refuse(name, logits(3), torch.tensor(target))


@stops_cuda
def test_target_out_of_bounds_with_smoothing():
    both_refuse("cross_entropy", logits(2, 3), indices(0, 3), label_smoothing=0.1)
    both_refuse("cross_entropy", logits(2, 3), indices(0, -1), label_smoothing=0.1)


@both
@pytest.mark.parametrize("target", [3, -1])
def test_target_out_of_bounds_on_every_device(name, target):
    with pytest.raises(IndexError, match=f"Target {target} is out of bounds"):
        getattr(ours, name)(logits(2, 3), indices(1, target))


def zeros(*shape):
    return torch.zeros(shape, dtype=torch.int64)


EXPECTED = "Expected target size "


@both
@pytest.mark.parametrize(
    ("shape", "target", "start"),
    [
        ((3,), (2,), None),
        ((3,), (1, 1), "0D or 1D target tensor expected, multi-target not supported"),
        ((2, 3), (3,), None),
        ((2, 3), (), None),
        ((2, 3), (2, 1), "0D or 1D target tensor expected, multi-target not supported"),
        ((2, 3), (2, 4), "0D or 1D target tensor expected, multi-target not supported"),
        ((2, 3, 4), (2, 5), None),
        ((2, 3, 4), (2,), None),
        ((2, 3, 4), (1, 4), None),
        ((2, 3, 4, 4), (2, 4, 5), EXPECTED + "[2, 4, 4], got [2, 4, 5]"),
        ((2, 3, 4, 4), (2, 4), EXPECTED + "[2, 4, 4], got [2, 4]"),
        ((2, 3, 4, 4), (1, 4, 4), None),
        ((2, 3, 4, 4, 2), (2, 4, 5, 2), None),
    ],
)
def test_target_of_another_shape(name, shape, target, start):
    both_refuse(name, logits(*shape), zeros(*target), start=start)


def test_input_without_dimensions():
    both_refuse("nll_loss", torch.tensor(1.0), torch.tensor(0))
    for target in (torch.tensor(0), torch.tensor(1.0), indices(0)):
        with pytest.raises(
            ValueError, match=r"Expected 1 or more dimensions \(got 0\)"
        ):
            ours.cross_entropy(torch.tensor(1.0), target)


@pytest.mark.parametrize("shape", [(0,), (0, 0), (2, 0), (2, 0, 3)])
@pytest.mark.parametrize("label_smoothing", [0.0, 0.1])
def test_input_without_classes(shape, label_smoothing):
    """A difference on purpose: torch returns nan, -0 or IndexError, as it happens."""
    match = r"Expected one or more classes, got input \["
    size = () if len(shape) == 1 else (shape[0], *shape[2:])
    with pytest.raises(ValueError, match=match):
        ours.nll_loss(logits(*shape), torch.full(size, -100))
    for target in (torch.full(size, -100), torch.zeros(shape)):
        with pytest.raises(ValueError, match=match):
            ours.cross_entropy(logits(*shape), target, label_smoothing=label_smoothing)


@both
@pytest.mark.parametrize("shape", [(3,), (2, 3), (2, 3, 2), (2, 3, 2, 2)])
@pytest.mark.parametrize("weight", [(4,), (1, 3), (), (1,)])
def test_weight_of_another_shape(name, shape, weight):
    w = torch.ones(weight, dtype=torch.float64)
    start = "weight tensor should be defined either for all 3 classes or no classes but"
    size = () if len(shape) == 1 else (2, *shape[2:])
    if weight == (1, 3) and len(shape) > 2:
        # Beyond two dimensions torch counts the weights without looking at their shape.
        getattr(F, name)(logits(*shape), zeros(*size), weight=w)
        with pytest.raises(RuntimeError, match=start):
            getattr(ours, name)(logits(*shape), zeros(*size), weight=w)
    else:
        both_refuse(name, logits(*shape), zeros(*size), weight=w, start=start)
    if name == "cross_entropy":
        y = probabilities(*shape)
        both_refuse(name, logits(*shape), y, weight=w, start=start)


def test_refusals_beside_probabilities():
    x, y = logits(2, 3), probabilities(2, 3)
    both_refuse("cross_entropy", x, y, ignore_index=1)
    both_refuse("cross_entropy", x, y, ignore_index=0)
    same("cross_entropy", x, y, ignore_index=-1)
    both_refuse("cross_entropy", x, y, label_smoothing=1.5)
    start = "Expected floating point type for target with class probabilities, got "
    for dtype in (torch.int64, torch.int32, torch.bool, torch.complex64):
        y = torch.zeros(2, 3, dtype=dtype)
        both_refuse("cross_entropy", x, y, start=start + str(dtype)[6:])


def test_label_smoothing_out_of_range():
    x, y = logits(2, 3), indices(0, 2)
    both_refuse("cross_entropy", x, y, label_smoothing=1.5)
    # Below 0, and nan, torch takes for no smoothing, whatever its message says.
    for label_smoothing in (-0.5, NAN):
        same("cross_entropy", x, y, label_smoothing=label_smoothing)
        same("cross_entropy", x, probabilities(2, 3), label_smoothing=label_smoothing)


# --- corners of the arithmetic


@pytest.mark.parametrize(
    "row", [[1000.0, 0.0, -1000.0], [-INF, 0.0, 1.0], [INF, 0.0, 1.0], [NAN, 0.0, 1.0]]
)
@pytest.mark.parametrize("label_smoothing", [0.0, 0.1])
def test_extreme_logits(row, label_smoothing):
    x = torch.tensor([row], dtype=torch.float64, requires_grad=True)
    for c in range(3):
        one_hot = F.one_hot(indices(c), 3).double()
        for target in (indices(c), one_hot):
            for weight in (None, weights(3)):
                options = {"weight": weight, "label_smoothing": label_smoothing}
                value = ours.cross_entropy(x, target, **options)
                expected = F.cross_entropy(x, target, **options)
                torch.testing.assert_close(value, expected, equal_nan=True)


def test_three_steps_overflow_and_cross_entropy_does_not():
    x, y = torch.tensor([[0.0, 1000.0]]), indices(0)
    assert ours.nll_loss(x.softmax(1).log(), y).item() == INF
    assert ours.cross_entropy(x, y).item() == 1000.0


def test_gradient_is_softmax_minus_one_hot():
    x, y = logits(4, 3), indices(0, 2, 1, 2)
    ours.cross_entropy(x, y, reduction="sum").backward()
    torch.testing.assert_close(x.grad, x.detach().softmax(1) - F.one_hot(y, 3))


@smoothings
def test_an_index_is_a_one_hot_distribution(label_smoothing):
    x, y = logits(4, 3), indices(0, 2, 1, 2)
    by_index = ours.cross_entropy(x, y, label_smoothing=label_smoothing)
    one_hot = F.one_hot(y, 3).double()
    by_probability = ours.cross_entropy(x, one_hot, label_smoothing=label_smoothing)
    torch.testing.assert_close(by_index, by_probability)


@smoothings
@reductions
def test_derivatives_by_differences(reduction, label_smoothing):
    x, y, weight = logits(3, 4), indices(1, -100, 2), weights(4)

    def loss(x):
        options = {"reduction": reduction, "label_smoothing": label_smoothing}
        return ours.cross_entropy(x, y, weight=weight, **options)

    assert torch.autograd.gradcheck(loss, (x,))
    assert torch.autograd.gradgradcheck(loss, (x,))


@both
def test_inputs_are_left_alone(name):
    x, y, weight = torch.randn(2, 3), indices(1, -100), weights(3).float()
    before = [t.clone() for t in (x, y, weight)]
    getattr(ours, name)(x, y, weight=weight)
    assert all(torch.equal(a, b) for a, b in zip((x, y, weight), before, strict=True))


@pytest.mark.parametrize(
    "dtype",
    [
        pytest.param(
            torch.float16,
            marks=pytest.mark.cpu_only(reason="torch on CUDA adds up in float32"),
        ),
        torch.bfloat16,
    ],
)
@both
def test_many_rows_in_half_precision(name, dtype):
    """Above 65,504 rows their number is infinite in float16."""
    x = torch.randn(70_000, 3).log_softmax(1).to(dtype).requires_grad_()
    y = torch.randint(3, (70_000,))
    same(name, x, y)


# --- modules


@both_modules
@pytest.mark.parametrize(
    "kwargs",
    [
        {},
        {"weight": torch.tensor([1.0, 2.0, 3.0])},
        {"ignore_index": 1, "reduction": "sum"},
        {"weight": torch.ones(3), "ignore_index": 0, "reduction": "none"},
    ],
)
def test_module(name, kwargs):
    kwargs = here(kwargs)
    assert_same_module(getattr(ours, name), getattr(nn, name), **kwargs)
    module, expected = getattr(ours, name)(**kwargs), getattr(nn, name)(**kwargs)
    assert_same(module, expected, logits(2, 3, dtype=torch.float32), indices(0, 2))


@smoothings
def test_module_remembers_smoothing(label_smoothing):
    options = {"label_smoothing": label_smoothing}
    module, expected = ours.CrossEntropyLoss(**options), nn.CrossEntropyLoss(**options)
    assert_same(module, expected, logits(2, 3), indices(0, 2))
    assert_same(module, expected, logits(2, 3), probabilities(2, 3))


@both_modules
def test_the_weight_is_a_buffer(name):
    module = getattr(ours, name)(torch.tensor([1.0, 2.0, 3.0]))
    assert [key for key, _ in module.named_buffers()] == ["weight"]
    assert module.double().weight.dtype == torch.float64
    assert module.to("meta").weight.device.type == "meta"

    source = getattr(nn, name)(torch.tensor([4.0, 5.0, 6.0]))
    loaded = getattr(ours, name)(torch.ones(3))
    loaded.load_state_dict(source.state_dict())
    assert loaded.weight.tolist() == [4.0, 5.0, 6.0]


def test_nll_loss_2d_is_nll_loss_with_a_warning():
    weight, x, y = weights(3), logits(2, 3, 2, 2), torch.randint(3, (2, 2, 2))

    def through(kind):
        return lambda x: kind(weight, ignore_index=1, reduction="sum")(x, y)

    assert_same(through(ours.NLLLoss2d), through(nn.modules.loss.NLLLoss2d), x)
    with pytest.warns(FutureWarning, match="`NLLLoss2d` has been deprecated") as caught:
        module = ours.NLLLoss2d()
    assert [w.filename for w in caught] == [__file__]
    assert repr(module) == "NLLLoss2d()"
    assert isinstance(module, ours.NLLLoss)


# --- kl_div


LOG_TARGET = pytest.mark.parametrize("log_target", [False, True])


@pytest.mark.parametrize("dtype", FLOATS)
def test_samples_of_kl_div(dtype):
    same_on_samples("kl_div", dtype, 16)


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
def test_samples_of_the_module_of_kl_div(dtype):
    same_module_on_samples("KLDivLoss", dtype, 10)


@settings(deadline=None, derandomize=True, max_examples=150)
@given(
    shape=st.lists(st.integers(0, 4), max_size=3),
    reduction=st.sampled_from([*REDUCTIONS, "batchmean"]),
    log_target=st.booleans(),
    dtype=st.sampled_from([torch.float64, torch.float32]),
    target_requires_grad=st.booleans(),
    seed=st.integers(0, 2**31),
)
def test_any_combination_of_kl_div(
    shape, reduction, log_target, dtype, target_requires_grad, seed
):
    torch.manual_seed(seed)
    target = torch.randn(shape, dtype=dtype)
    if not log_target:
        target = target.exp()
    target.requires_grad_(target_requires_grad)
    x = randn(*shape, dtype=dtype)
    same("kl_div", x, target, reduction=reduction, log_target=log_target)


def test_batchmean_is_the_divergence():
    p, q = (torch.randn(5, 3).double().softmax(1) for _ in range(2))
    truth = torch.distributions.kl_divergence(
        torch.distributions.Categorical(p), torch.distributions.Categorical(q)
    )
    options: dict[str, Any] = {"reduction": "batchmean"}
    torch.testing.assert_close(ours.kl_div(q.log(), p, **options), truth.mean())
    by_log = ours.kl_div(q.log(), p.log(), log_target=True, **options)
    torch.testing.assert_close(by_log, truth.mean())
    with pytest.warns(UserWarning, match="'batchmean' divides only by the batch size"):
        mean = ours.kl_div(q.log(), p)
    torch.testing.assert_close(mean, truth.mean() / 3)


def test_the_warning_of_the_mean_names_the_line_of_the_caller():
    with pytest.warns(UserWarning, match="reduction: 'mean' divides") as caught:
        ours.kl_div(torch.zeros(2), torch.ones(2))
    assert [w.filename for w in caught] == [__file__]
    # Asked for by one of the deprecated arguments, the mean is not warned of, as in torch.
    same("kl_div", torch.zeros(2), torch.ones(2), size_average=True)


def test_targets_of_zero_below_and_above():
    x = torch.tensor([-1.0, -2.0, -INF, -INF, 0.5], dtype=torch.float64)
    y = torch.tensor([0.0, -1.0, 0.0, 0.5, 3.0], dtype=torch.float64)
    for target in (y, y.clone().requires_grad_()):
        same("kl_div", x, target, reduction="none")
        same("kl_div", x, target, reduction="sum", log_target=True)
    assert ours.kl_div(x[0], y[0], reduction="sum").item() == 0


def test_kl_div_broadcasts_in_silence():
    for reduction in (*REDUCTIONS, "batchmean"):
        same("kl_div", randn(2, 3), torch.rand(3).double(), reduction=reduction)
        same("kl_div", randn(3), torch.rand(2, 3).double(), reduction=reduction)
        same("kl_div", randn(2, 3), torch.tensor(0.5), reduction=reduction)


@LOG_TARGET
def test_dtypes_of_kl_div(log_target):
    x, options = randn(3, dtype=torch.float32), {"log_target": log_target}
    options["reduction"] = "sum"
    for dtype in FLOATS:
        same("kl_div", x, torch.rand(3).to(dtype), **options)
    for dtype in (torch.int64, torch.bool, torch.complex64):
        y = torch.ones(3, dtype=dtype)
        both_refuse("kl_div", x, y, **options)
        both_refuse("kl_div", y, x, **options)
        both_refuse("kl_div", y, y, **options)


@LOG_TARGET
def test_derivatives_of_kl_div_by_differences(log_target):
    def loss(x, y):
        return ours.kl_div(x, y, reduction="batchmean", log_target=log_target)

    inputs = randn(3, 2), (torch.rand(3, 2).double() + 0.1).requires_grad_()
    assert torch.autograd.gradcheck(loss, inputs)
    assert torch.autograd.gradgradcheck(loss, inputs)


# --- linear_cross_entropy


def in_chunks(size=None, method="auto", **kwargs):
    return nn.LinearCrossEntropyOptions(
        batch_chunk_size=size, chunking_method=method, **kwargs
    )


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
def test_samples_of_linear_cross_entropy(dtype):
    """Those with ``options`` have no second derivative in torch."""
    samples = op_samples("linear_cross_entropy", dtype)
    assert len(samples) == 329 or not LOCKED
    for args, kwargs in samples:
        plain = kwargs.get("options") is None
        same("linear_cross_entropy", *args, **kwargs, second=plain)


def test_errors_of_linear_cross_entropy():
    both_refuse_samples("linear_cross_entropy", 18)


def same_linear_module(args, kwargs, inputs, second=True):
    """Compare the two modules with the same layer, its gradients too."""
    modules = []
    for library in (ours, nn):
        torch.manual_seed(0)
        modules.append(library.LinearCrossEntropyLoss(*args, **kwargs))
    module, expected = modules
    assert repr(module) == repr(expected)
    torch.testing.assert_close(module.state_dict(), expected.state_dict())
    layer = [parameter.detach() for parameter in module.parameters()]
    names = [name for name, _ in module.named_parameters()]

    def through(module):
        def loss(*tensors):
            parameters = dict(zip(names, tensors[: len(names)], strict=True))
            return torch.func.functional_call(module, parameters, tensors[len(names) :])

        return loss

    leaves = [parameter.requires_grad_() for parameter in layer]
    assert_same(through(module), through(expected), *leaves, *inputs, second=second)


def test_samples_of_the_module_of_linear_cross_entropy():
    """Each seventh of torch's 857 samples: all of them took a minute, and were equal."""
    samples = module_samples("LinearCrossEntropyLoss", torch.float64)
    assert len(samples) == 857 or not LOCKED
    for sample in samples[::7]:
        made, given_ = sample.constructor_input, sample.forward_input
        plain = made.kwargs.get("options") is None
        same_linear_module(made.args, made.kwargs, given_.args, second=plain)


def test_errors_of_the_module_of_linear_cross_entropy():
    errors = module_samples("LinearCrossEntropyLoss", torch.float64, errors=True)
    assert len(errors) == 5
    for error in errors:
        made = error.module_error_input.constructor_input
        args = error.module_error_input.forward_input.args

        def through(kind, made=made, args=args):
            return lambda: kind(*made.args, **made.kwargs)(*args)

        start = None
        if (
            issubclass(error.error_type, RuntimeError)
            and "floating" in error.error_regex
        ):
            start = "Expected floating point type for target with class probabilities"
        assert_both_refuse(
            through(ours.LinearCrossEntropyLoss),
            through(nn.LinearCrossEntropyLoss),
            start=start,
        )


@settings(deadline=None, derandomize=True, max_examples=120)
@given(
    rows=st.sampled_from([None, 0, 1, 5]),
    num_classes=st.integers(1, 4),
    extra=st.lists(st.integers(1, 2), max_size=2),
    probable=st.booleans(),
    biased=st.booleans(),
    weighted=st.booleans(),
    ignore_index=st.sampled_from([None, -100, 0, 1]),
    label_smoothing=st.sampled_from([0.0, 0.3]),
    chunks=st.sampled_from(
        [None, 1, 2, 3, 7, "auto", "aspect_ratio", "aspect_ratio:3"]
    ),
    reduction=st.sampled_from(REDUCTIONS),
    seed=st.integers(0, 2**31),
)
def test_any_combination_of_linear_cross_entropy(
    rows,
    num_classes,
    extra,
    probable,
    biased,
    weighted,
    ignore_index,
    label_smoothing,
    chunks,
    reduction,
    seed,
):
    torch.manual_seed(seed)
    size = () if rows is None else (rows,)
    extra = extra if size else []
    options = None
    if chunks is not None and rows != 0:  # torch fails on chunks of nothing
        options = (
            in_chunks(chunks) if isinstance(chunks, int) else in_chunks(None, chunks)
        )
    if probable:
        target, ignore_index = torch.rand(*size, num_classes, *extra).double(), None
    else:
        target = torch.randint(num_classes, (*size, *extra))
    same(
        "linear_cross_entropy",
        randn(*size, 3),
        randn(num_classes, *extra, 3),
        target,
        linear_bias=randn(num_classes, *extra) if biased else None,
        weight=weights(num_classes) if weighted else None,
        reduction=reduction,
        ignore_index=ignore_index,
        label_smoothing=label_smoothing,
        options=options,
        second=options is None,
    )


def test_it_is_a_linear_layer_and_cross_entropy():
    x, a, b, y = randn(4, 3), randn(5, 3), randn(5), indices(0, 4, -100, 2)
    expected = ours.cross_entropy(F.linear(x, a, b), y, label_smoothing=0.1)
    actual = ours.linear_cross_entropy(x, a, y, linear_bias=b, label_smoothing=0.1)
    torch.testing.assert_close(actual, expected)


@reductions
@pytest.mark.parametrize("weight", [None, weights(50)])
@pytest.mark.parametrize("size", [1, 3, 8, 9])
def test_chunks_change_no_derivative(reduction, weight, size):
    """Nor the second one, which torch has not."""
    x, a, y = randn(8, 2), randn(50, 2), torch.randint(50, (8,))
    y[3] = -100
    options: dict[str, Any] = {"weight": here(weight), "reduction": reduction}

    def whole(x, a):
        return ours.linear_cross_entropy(x, a, y, **options)

    def chunked(x, a):
        return ours.linear_cross_entropy(x, a, y, options=in_chunks(size), **options)

    assert_same(chunked, whole, x, a)


class Largest(torch.utils._python_dispatch.TorchDispatchMode):
    """How many numbers the largest tensor has that is made on the way."""

    def __init__(self):
        super().__init__()
        self.numel = 0

    def __torch_dispatch__(self, func, types, args=(), kwargs=None):
        made = func(*args, **(kwargs or {}))
        for tensor in made if isinstance(made, (tuple, list)) else [made]:
            if isinstance(tensor, torch.Tensor):
                self.numel = max(self.numel, tensor.numel())
        return made


def test_the_logits_of_one_chunk_are_the_largest_tensor():
    x, a, y = randn(64, 2), randn(50, 2), torch.randint(50, (64,))
    for options, rows in [(None, 64), (in_chunks(8), 8), (in_chunks(5), 5)]:
        with Largest() as largest:
            ours.linear_cross_entropy(x, a, y, options=options).backward()
        assert largest.numel == rows * 50


def test_the_logits_of_chunks_are_not_kept_for_backward():
    x, a, y = randn(64, 2), randn(50, 2), torch.randint(50, (64,))
    for options, largest in [(None, 64 * 50), (in_chunks(8), 50 * 2)]:
        kept: list[int] = []

        def keep(tensor, kept=kept):
            kept.append(tensor.numel())
            return tensor

        with torch.autograd.graph.saved_tensors_hooks(keep, lambda tensor: tensor):
            ours.linear_cross_entropy(x, a, y, options=options)
        # Without chunks the logits, with chunks the layer.
        assert max(kept, default=0) <= largest
        assert (64 * 50 in kept) == (options is None)


@pytest.mark.parametrize("rows", [0, 1, 5, 64, 1000])
@pytest.mark.parametrize("num_classes", [1, 7, 50, 1000])
@pytest.mark.skipif(not LOCKED, reason="each torch has its own sizes of chunks")
@pytest.mark.parametrize(
    "options",
    [
        in_chunks(),
        in_chunks(3),
        in_chunks(2000),
        in_chunks(None, None),
        in_chunks(None, "aspect_ratio"),
        in_chunks(None, "aspect_ratio:2"),
        in_chunks(None, "aspect_ratio:16"),
        in_chunks(3, None),
    ],
    ids=str,
)
def test_chunk_size(rows, num_classes, options):
    """That of torch, but for halves, for which "auto" is another one by device."""
    x = torch.zeros(rows, 8)
    adjusted = options._adjust(rows, 8, num_classes, torch.float32, x.device)
    actual = min(chunk_size(x, num_classes, options), max(1, rows))
    assert actual == adjusted.batch_chunk_size


@pytest.mark.parametrize("weighted", [False, True])
def test_chunks_in_which_all_is_ignored(weighted):
    """A difference on purpose: in chunks, and only there, torch's gradient is nan."""
    options = nn.LinearCrossEntropyOptions(batch_chunk_size=2)
    weight = weights(5) if weighted else None
    target = torch.full((4,), -100)
    for chunks in (None, options):
        gradients = []
        for function in (ours.linear_cross_entropy, F.linear_cross_entropy):
            x, A = logits(4, 3), logits(5, 3)
            loss = function(x, A, target, weight=weight, options=chunks)
            assert loss.isnan()
            gradients += [torch.autograd.grad(loss, (x, A))]
        assert all(g.count_nonzero() == 0 for g in gradients[0])
        for g in gradients[1]:
            assert g.isnan().all() if chunks else g.count_nonzero() == 0


@pytest.mark.parametrize(
    "change",
    [
        {"label_smoothing": 0.1},
        {"target": torch.rand(4, 5)},
        {"target": torch.tensor([0, 1, 2, 3], dtype=torch.uint8)},
        {"linear_weight": torch.rand(5, 2, 3), "target": torch.ones(4, 2).long()},
    ],
)
def test_options_that_are_ignored(change):
    arguments: dict[str, Any] = {
        "input": torch.rand(4, 3),
        "linear_weight": torch.rand(5, 3),
        "target": indices(0, 1, 4, 2),
        "options": in_chunks(2),
    }
    arguments |= here(change)
    same("linear_cross_entropy", **arguments)
    with pytest.warns(UserWarning, match="``options`` ignored") as caught:
        ours.linear_cross_entropy(**arguments)
    assert [w.filename for w in caught] == [__file__]
    both_refuse("linear_cross_entropy", **arguments, reduction="avg")


def test_a_graph_of_chunks_may_be_retained():
    x, a, y = randn(4, 3), randn(5, 3), indices(0, 1, 4, 2)
    loss = ours.linear_cross_entropy(x, a, y, options=in_chunks(2))
    first = torch.autograd.grad(loss, (x, a), retain_graph=True)
    torch.testing.assert_close(torch.autograd.grad(loss, (x, a)), first)


@pytest.mark.parametrize("options", [None, in_chunks(2)])
@pytest.mark.parametrize(
    "change",
    [
        {"linear_weight": torch.rand(5, 4)},
        {"linear_weight": torch.rand(5)},
        {"linear_bias": torch.rand(4)},
        {"linear_bias": torch.rand(5, 1)},
        {"input": torch.rand(())},
        {"input": torch.rand(3), "linear_weight": torch.rand(5, 2, 3)},
        {"target": torch.rand(4, 5), "ignore_index": -100},
    ],
)
def test_refusals_of_linear_cross_entropy(options, change):
    arguments: dict[str, Any] = {
        "input": torch.rand(4, 3),
        "linear_weight": torch.rand(5, 3),
        "target": indices(0, 1, 4, 2),
    }
    both_refuse("linear_cross_entropy", **(arguments | here(change)), options=options)


@stops_cuda
def test_target_out_of_bounds_of_chunks():
    """As without chunks; of torch it is a RuntimeError that names an index."""
    arguments = torch.rand(4, 3), torch.rand(5, 3), indices(0, 1, 5, 2)
    both_refuse("linear_cross_entropy", *arguments)
    with pytest.raises(RuntimeError, match="index 5 is out of bounds"):
        F.linear_cross_entropy(*arguments, options=in_chunks(2))
    with pytest.raises(IndexError, match="Target 5 is out of bounds"):
        ours.linear_cross_entropy(*arguments, options=in_chunks(2))


def test_inputs_of_linear_cross_entropy_are_left_alone():
    arguments = torch.rand(4, 3), torch.rand(5, 3), indices(0, 1, -100, 2)
    before = [t.clone() for t in arguments]
    for options in (None, in_chunks(2)):
        ours.linear_cross_entropy(*arguments, options=options)
        for a, b in zip(arguments, before, strict=True):
            assert torch.equal(a, b)


@pytest.mark.parametrize(
    "kwargs",
    [
        {},
        {"bias": True, "dtype": torch.float64, "reduction": "sum"},
        {"out_features": (2, 3), "bias": True, "label_smoothing": 0.1},
        {"weight": torch.tensor([1.0, 2.0, 3.0, 4.0]), "ignore_index": 1},
        {"options": in_chunks(2), "reduction": "none"},
    ],
)
def test_module_of_linear_cross_entropy(kwargs):
    kwargs = here(kwargs)
    x = randn(5, 3, dtype=kwargs.get("dtype", torch.float32))
    y = torch.randint(4, (5, *kwargs.get("out_features", ())))
    same_linear_module((3, 4), kwargs, (x, y), second="options" not in kwargs)


def test_module_of_linear_cross_entropy_on_another_device():
    module = ours.LinearCrossEntropyLoss(3, 4, device="meta")
    assert module.linear.weight.device.type == "meta"
    for weight, smoothing in [(torch.ones(3), 0.0), (None, -0.1), (None, 1.1)]:
        assert_both_refuse(
            ours.LinearCrossEntropyLoss,
            nn.LinearCrossEntropyLoss,
            3,
            4,
            weight=weight,
            label_smoothing=smoothing,
        )
