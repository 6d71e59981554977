"""``l1_loss`` and ``mse_loss`` against torch's, on torch's samples and on ours."""

import re
from typing import Any

import pytest
import torch
import torch.nn.functional as F
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import nn

import optguide.losses as ours

from .compare import assert_both_refuse, assert_same, assert_same_module
from .torch_samples import module_samples, op_errors, op_samples

FLOATS = [torch.float64, torch.float32, torch.float16, torch.bfloat16]
COMPLEX = [torch.complex128, torch.complex64]
REDUCTIONS = ["none", "mean", "sum"]

both = pytest.mark.parametrize("name", ["l1_loss", "mse_loss"])
reductions = pytest.mark.parametrize("reduction", REDUCTIONS)


def same(name, *args, **kwargs):
    assert_same(getattr(ours, name), getattr(F, name), *args, **kwargs)


def both_refuse(name, *args, start=None, **kwargs):
    assert_both_refuse(
        getattr(ours, name), getattr(F, name), *args, start=start, **kwargs
    )


def randn(*shape, dtype=torch.float64, requires_grad=True):
    return torch.randn(shape, dtype=dtype).requires_grad_(requires_grad)


@pytest.fixture(autouse=True)
def _seed():
    torch.manual_seed(0)


# --- torch's own samples


@pytest.mark.parametrize(
    ("name", "dtype"),
    [(name, dtype) for name in ["l1_loss", "mse_loss"] for dtype in FLOATS]
    + [("l1_loss", dtype) for dtype in COMPLEX],
)
def test_samples_of_the_function(name, dtype):
    samples = op_samples(name, dtype)
    assert len(samples) >= 6
    for args, kwargs in samples:
        same(name, *args, **kwargs)


def test_errors_of_the_function():
    errors = op_errors("l1_loss")
    assert len(errors) == 2
    for error in errors:
        sample = error.sample_input
        both_refuse("l1_loss", sample.input, *sample.args, **sample.kwargs)


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
@pytest.mark.parametrize("name", ["L1Loss", "MSELoss"])
def test_samples_of_the_module(name, dtype):
    samples = module_samples(name, dtype)
    assert len(samples) >= 5
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


# --- every combination


@settings(deadline=None, derandomize=True, max_examples=150)
@given(
    name=st.sampled_from(["l1_loss", "mse_loss"]),
    shape=st.lists(st.integers(0, 4), max_size=4),
    reduction=st.sampled_from(REDUCTIONS),
    dtype=st.sampled_from([torch.float64, torch.float32]),
    weighted=st.booleans(),
    target_requires_grad=st.booleans(),
    seed=st.integers(0, 2**31),
)
def test_any_combination(
    name, shape, reduction, dtype, weighted, target_requires_grad, seed
):
    torch.manual_seed(seed)
    same(
        name,
        randn(*shape, dtype=dtype),
        randn(*shape, dtype=dtype, requires_grad=target_requires_grad),
        reduction=reduction,
        weight=randn(*shape, dtype=dtype) if weighted else None,
    )


@both
@reductions
@pytest.mark.parametrize("shape", [(), (0,), (2, 0), (0, 3)])
def test_zero_dimensions_and_empty(name, reduction, shape):
    same(name, randn(*shape), randn(*shape), reduction=reduction)


@both
@reductions
@pytest.mark.parametrize("weighted", [False, True])
@pytest.mark.parametrize(
    ("x", "y"), [((3, 1), (3,)), ((3,), (3, 1)), ((2, 3), ()), ((), (2,)), ((0, 3), 3)]
)
def test_broadcasting_warns_and_goes_on(name, reduction, weighted, x, y):
    y = (y,) if isinstance(y, int) else y
    weight = randn(*x) if weighted else None
    same(name, randn(*x), randn(*y), reduction=reduction, weight=weight)


@both
def test_broadcasting_warning_names_the_line_of_the_caller(name):
    shapes = re.escape("target size (torch.Size([3])) that is different")
    with pytest.warns(UserWarning, match=shapes) as caught:
        getattr(ours, name)(randn(3, 1), randn(3))
    assert [w.filename for w in caught] == [__file__]


@both
@reductions
def test_all_positional(name, reduction):
    same(name, randn(3), randn(3), None, None, reduction, randn(3))


# --- dtypes

DTYPES = [*FLOATS, torch.int64, torch.int32, torch.uint8]


@both
@reductions
@pytest.mark.parametrize("other", DTYPES)
def test_mixed_dtypes(name, reduction, other):
    x = randn(3, dtype=torch.float32)
    y = torch.tensor([0, 1, 3]).to(other)
    same(name, x, y, reduction=reduction)
    same(name, y, x, reduction=reduction)
    # A tensor without dimensions decides about the dtype too: torch expands it first.
    with pytest.warns(UserWarning, match="different to the input size"):
        value = getattr(ours, name)(x, y[1], reduction=reduction)
    assert value.dtype == torch.promote_types(torch.float32, other).to_real()


@both
@reductions
@pytest.mark.parametrize("weight", [torch.int64, torch.float64, torch.float16])
def test_dtype_of_the_weight(name, reduction, weight):
    w = torch.tensor([1, 2, 4]).to(weight)
    same(name, randn(3, dtype=torch.float32), randn(3), reduction=reduction, weight=w)


@reductions
def test_l1_of_complex_is_real(reduction):
    x, y = randn(3, dtype=torch.complex64), randn(3, dtype=torch.complex64)
    same("l1_loss", x, y, reduction=reduction)
    assert ours.l1_loss(x, y).dtype == torch.float32


@reductions
def test_l1_of_integers_has_a_sum_and_no_mean(reduction):
    x, y = torch.tensor([1, 5]), torch.tensor([4, 3])
    if reduction == "mean":
        both_refuse("l1_loss", x, y, reduction=reduction)
    else:
        same("l1_loss", x, y, reduction=reduction)


@reductions
def test_mse_of_a_mask(reduction):
    x, mask = randn(3), torch.tensor([True, False, True])
    same("mse_loss", x, mask, reduction=reduction)
    same("mse_loss", mask, x, reduction=reduction)
    both_refuse("l1_loss", x, mask, reduction=reduction)


@reductions
@pytest.mark.parametrize(
    "dtype", [torch.int64, torch.uint8, torch.bool, torch.complex64]
)
def test_mse_refuses_what_has_no_least_square(reduction, dtype):
    x = torch.tensor([0, 1]).to(dtype)
    both_refuse("mse_loss", x, x, reduction=reduction, start='"mse_loss" not impl')
    with pytest.raises(NotImplementedError, match=str(dtype)):
        ours.mse_loss(x, x, reduction=reduction)


def test_mse_refuses_complex_where_torch_lets_a_weight_through():
    """A difference on purpose: torch returns a complex "loss", of no use to minimise."""
    x, y = torch.tensor([1 + 2j]), torch.tensor([0j])
    weight = torch.ones(1)
    torch_mse_loss: Any = F.mse_loss  # the stub of 2.13 knows no weight
    assert torch_mse_loss(x, y, weight=weight).item() == -3 + 4j
    with pytest.raises(NotImplementedError, match="complex64"):
        ours.mse_loss(x, y, weight=weight)


# --- refusals


@both
@pytest.mark.parametrize("weight", [(2,), (3, 1), (), (1, 3)])
def test_weight_of_another_shape(name, weight):
    both_refuse(name, randn(3), randn(3), weight=randn(*weight))


@both
def test_shapes_that_do_not_broadcast(name):
    both_refuse(name, randn(5, 4), randn(5))


# --- corners


@both
def test_gradient_where_the_error_is_zero(name):
    x = torch.tensor([1.0, 2.0], requires_grad=True)
    same(name, x, torch.tensor([1.0, 3.0]), reduction="sum")
    getattr(ours, name)(x, torch.tensor([1.0, 3.0]), reduction="sum").backward()
    assert x.grad is not None
    assert x.grad.tolist() == [0.0, {"l1_loss": -1.0, "mse_loss": -2.0}[name]]


@both
def test_infinity_and_nan(name):
    inf, nan = float("inf"), float("nan")
    x = torch.tensor([inf, 1.0, nan, inf], requires_grad=True)
    y = torch.tensor([inf, -inf, 1.0, 0.0])
    for reduction in REDUCTIONS:
        same(name, x, y, reduction=reduction)


@both
def test_weights_that_sum_to_zero(name):
    same(name, randn(2), randn(2), weight=torch.tensor([1.0, -1.0]))


@both
def test_weighted_mean_divides_by_the_weights(name):
    x, y, weight = torch.tensor([2.0, 5.0]), torch.zeros(2), torch.tensor([3.0, 1.0])
    expected = {"l1_loss": (6 + 5) / 4, "mse_loss": (12 + 25) / 4}[name]
    assert getattr(ours, name)(x, y, weight=weight).item() == expected


@both
def test_inputs_are_left_alone(name):
    x, y, weight = (randn(3, requires_grad=False) for _ in range(3))
    before = [t.clone() for t in (x, y, weight)]
    getattr(ours, name)(x, y, weight=weight)
    assert all(torch.equal(a, b) for a, b in zip((x, y, weight), before, strict=True))


@both
def test_second_derivative_by_differences(name):
    x, y = randn(4), randn(4)
    weight = randn(4)

    def loss(x, y, weight):
        return getattr(ours, name)(x, y, weight=weight)

    assert torch.autograd.gradcheck(loss, (x, y, weight))
    assert torch.autograd.gradgradcheck(loss, (x, y, weight))
