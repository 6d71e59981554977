"""FUNCTION, which torch does not have, against its formula and finite differences."""

import inspect

import pytest
import torch

from optguide.losses import FUNCTION, MODULE
from tests.support.loss_compare import randn

reductions = pytest.mark.parametrize("reduction", ["none", "mean", "sum"])


def formula(x: float, y: float) -> float:
    """TODO: the formula of this loss, with the module math, for one number."""
    return (x - y) ** 2


@pytest.fixture(autouse=True)
def _seed():
    torch.manual_seed(0)


@reductions
@pytest.mark.parametrize("shape", [(), (5,), (2, 3), (0, 3)])
@pytest.mark.parametrize("scale", [1e-6, 1.0, 10.0])
def test_value_is_that_of_the_formula(reduction, shape, scale):
    x, y = scale * randn(*shape), scale * randn(*shape)
    pairs = zip(x.flatten().tolist(), y.flatten().tolist(), strict=True)
    each = torch.tensor([formula(*pair) for pair in pairs], dtype=torch.float64)
    plain = {"none": each.view(shape), "mean": each.mean(), "sum": each.sum()}
    value = FUNCTION(x, y, reduction=reduction)
    torch.testing.assert_close(
        value, plain[reduction], rtol=1e-12, atol=1e-12, equal_nan=True
    )


@reductions
def test_derivatives_by_differences(reduction):
    def loss(x, y):
        return FUNCTION(x, y, reduction=reduction)

    arguments = randn(4), randn(4)
    assert torch.autograd.gradcheck(loss, arguments)
    assert torch.autograd.gradgradcheck(loss, arguments)


@pytest.mark.parametrize("dtype", [torch.float32, torch.float16, torch.bfloat16])
def test_dtype_is_kept(dtype):
    x, y = randn(4, dtype=dtype), randn(4, dtype=dtype)
    value = FUNCTION(x, y, reduction="none")
    assert value.dtype == dtype
    truth = FUNCTION(x.double(), y.double(), reduction="none").to(dtype)
    close = 8 * torch.finfo(dtype).eps
    torch.testing.assert_close(value, truth, rtol=close, atol=close)


@reductions
def test_module_is_the_function(reduction):
    x, y = randn(4), randn(4)
    assert torch.equal(MODULE(reduction)(x, y), FUNCTION(x, y, reduction=reduction))


def test_the_default_is_the_mean():
    x, y = randn(4), randn(4)
    mean = FUNCTION(x, y, reduction="mean")
    assert torch.equal(FUNCTION(x, y), mean)
    assert torch.equal(MODULE()(x, y), mean)


def test_unknown_reduction_is_refused():
    with pytest.raises(ValueError, match="avg is not a valid value for reduction"):
        FUNCTION(randn(2), randn(2), reduction="avg")


def test_arguments_are_left_alone():
    arguments = randn(4), randn(4)
    before = [tensor.detach().clone() for tensor in arguments]
    FUNCTION(*arguments)
    assert all(torch.equal(a, b) for a, b in zip(arguments, before, strict=True))


def test_function_and_module_have_the_same_options():
    function, module = (inspect.signature(each).parameters for each in (FUNCTION, MODULE))
    given = inspect.signature(MODULE.forward).parameters
    assert [n for n in function if n not in given] == list(module)
