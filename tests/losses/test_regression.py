"""The regression losses against torch's, on torch's samples and on ours."""

import re
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
    assert_both_refuse,
    assert_same_module,
    both_refuse,
    both_refuse_module_samples,
    both_refuse_samples,
    randn,
    same,
    same_module_on_samples,
    same_on_samples,
)

FLOATS = [torch.float64, torch.float32, torch.float16, torch.bfloat16]
COMPLEX = [torch.complex128, torch.complex64]
REDUCTIONS = ["none", "mean", "sum"]

NAN, INF = float("nan"), float("inf")

both = pytest.mark.parametrize("name", ["l1_loss", "mse_loss"])
pieces = pytest.mark.parametrize("name", ["smooth_l1_loss", "huber_loss"])
reductions = pytest.mark.parametrize("reduction", REDUCTIONS)

# How many sample inputs torch has for each.
SAMPLES = {
    "l1_loss": 6,
    "mse_loss": 6,
    "smooth_l1_loss": 8,
    "huber_loss": 9,
    "poisson_nll_loss": 72,
    "gaussian_nll_loss": 324,
}
MODULE_SAMPLES = {
    "L1Loss": 5,
    "MSELoss": 8,
    "SmoothL1Loss": 8,
    "HuberLoss": 4,
    "PoissonNLLLoss": 7,
    "GaussianNLLLoss": 5,
}


@pytest.fixture(autouse=True)
def _seed():
    torch.manual_seed(0)


# --- torch's own samples


@pytest.mark.parametrize(
    ("name", "dtype"),
    [(name, dtype) for name in SAMPLES for dtype in FLOATS]
    + [("l1_loss", dtype) for dtype in COMPLEX],
)
def test_samples_of_the_function(name, dtype):
    same_on_samples(name, dtype, 8 if dtype in COMPLEX else SAMPLES[name])


@pytest.mark.parametrize(
    ("name", "count", "starts"),
    [
        ("l1_loss", 2, {}),
        ("huber_loss", 3, {}),
        ("poisson_nll_loss", 2, {}),
        ("gaussian_nll_loss", 3, {0: "abc is not a valid value for reduction"}),
    ],
)
def test_errors_of_the_function(name, count, starts):
    both_refuse_samples(name, count, starts)


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
@pytest.mark.parametrize("name", MODULE_SAMPLES)
def test_samples_of_the_module(name, dtype):
    same_module_on_samples(name, dtype, MODULE_SAMPLES[name])


def test_errors_of_the_module():
    both_refuse_module_samples("HuberLoss")


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
    x = torch.tensor([INF, 1.0, NAN, INF], requires_grad=True)
    y = torch.tensor([INF, -INF, 1.0, 0.0])
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


# --- smooth_l1_loss and huber_loss


def bend(name, value):
    """Where the two pieces meet, under the name of the argument."""
    return {{"smooth_l1_loss": "beta", "huber_loss": "delta"}[name]: value}


@settings(deadline=None, derandomize=True, max_examples=150)
@given(
    name=st.sampled_from(["smooth_l1_loss", "huber_loss"]),
    shape=st.lists(st.integers(0, 4), max_size=4),
    reduction=st.sampled_from(REDUCTIONS),
    dtype=st.sampled_from([torch.float64, torch.float32]),
    at=st.sampled_from([1e-3, 0.5, 1, 2.0, 100.0]),
    target_requires_grad=st.booleans(),
    seed=st.integers(0, 2**31),
)
def test_any_combination_of_the_pieces(
    name, shape, reduction, dtype, at, target_requires_grad, seed
):
    torch.manual_seed(seed)
    x = randn(*shape, dtype=dtype)
    y = randn(*shape, dtype=dtype, requires_grad=target_requires_grad)
    same(name, x, y, reduction=reduction, **bend(name, at))
    if name == "huber_loss":
        weight = randn(*shape, dtype=dtype)
        same(name, x, y, reduction=reduction, weight=weight, delta=at)
    else:
        same(name, x, y, reduction=reduction, beta=0)


@pieces
@reductions
@pytest.mark.parametrize("at", [0.25, 1.0, 3.0])
def test_where_the_pieces_meet(name, reduction, at):
    """Value and both derivatives at 0, at the bend, and beside it."""
    e = torch.tensor([0.0, at, -at, 0.999 * at, 1.001 * at, -5 * at, 1e6 * at])
    x = e.double().requires_grad_()
    same(name, x, torch.zeros_like(x), reduction=reduction, **bend(name, at))


@pieces
def test_the_bend_is_smooth_and_the_loss_is_linear_beyond(name):
    x = torch.tensor([0.0, 1.0, 2.0, 4.0, -4.0], requires_grad=True)
    loss = getattr(ours, name)(x, torch.zeros(5), reduction="none", **bend(name, 2.0))
    loss.sum().backward()
    assert x.grad is not None
    factor = {"smooth_l1_loss": 1, "huber_loss": 2}[name]
    assert loss.tolist() == [0, factor / 4, factor, 3 * factor, 3 * factor]
    assert x.grad.tolist() == [0, factor / 2, factor, factor, -factor]


@reductions
@pytest.mark.parametrize("at", [0.5, 1.0, 2.0])
def test_huber_is_delta_times_smooth_l1(reduction, at):
    x, y = randn(5), randn(5)
    smooth = ours.smooth_l1_loss(x, y, reduction=reduction, beta=at)
    torch.testing.assert_close(ours.huber_loss(x, y, reduction, at), at * smooth)


@reductions
def test_limits_of_beta_and_delta(reduction):
    x, y = randn(5), randn(5)
    options = {"reduction": reduction}
    half = 0.5 * ours.mse_loss(x, y, **options)
    torch.testing.assert_close(ours.huber_loss(x, y, delta=INF, **options), half)
    same("huber_loss", x, y, delta=INF, **options)
    same("smooth_l1_loss", x, y, beta=INF, **options)
    absolute = ours.l1_loss(x, y, **options)
    assert torch.equal(ours.smooth_l1_loss(x, y, beta=0, **options), absolute)
    tiny = ours.smooth_l1_loss(x, y, beta=1e-12, **options)
    torch.testing.assert_close(tiny, absolute)


@pieces
def test_of_the_pieces_infinity_and_nan(name):
    x = torch.tensor([INF, 1.0, NAN, INF], requires_grad=True)
    y = torch.tensor([-INF, INF, 1.0, 0.0])
    for reduction in REDUCTIONS:
        same(name, x, y, reduction=reduction)


@pieces
@reductions
@pytest.mark.parametrize("at", [1e-8, 1e-7, 1e-3, 1e5, 1e40])
@pytest.mark.parametrize("dtype", FLOATS)
def test_limits_that_the_dtype_does_not_have(name, reduction, at, dtype):
    """float16 ends at 65,504 and has nothing between 0 and 6e-8."""
    x = torch.tensor([1.5, 0.0, -2.0, 300.0], dtype=dtype, requires_grad=True)
    y = torch.zeros(4, dtype=dtype)
    if name == "smooth_l1_loss" and at > torch.finfo(dtype).max:
        # Torch's loss is 0 there, as if beta were infinite; its gradient is right.
        theirs = F.smooth_l1_loss(x, y, beta=at, reduction=reduction)
        assert theirs.count_nonzero() == 0
        value = ours.smooth_l1_loss(x, y, beta=at, reduction=reduction)
        truth = F.smooth_l1_loss(x.double(), y.double(), beta=at, reduction=reduction)
        torch.testing.assert_close(value.double(), truth, rtol=4e-3, atol=1e-5)
        return
    same(name, x, y, reduction=reduction, **bend(name, at))


@pieces
def test_large_errors_in_half_precision(name):
    """No square of them is taken: that of 300 is infinite in float16."""
    x = torch.tensor([300.0, -6e4], dtype=torch.float16, requires_grad=True)
    same(name, x, torch.zeros_like(x), reduction="none")


@pieces
@reductions
@pytest.mark.parametrize(("x", "y"), [((3, 1), (3,)), ((2, 3), ()), ((), (2,))])
def test_of_the_pieces_broadcasting_warns(name, reduction, x, y):
    same(name, randn(*x), randn(*y), reduction=reduction)
    with pytest.warns(UserWarning, match="different to the input size") as caught:
        getattr(ours, name)(randn(*x), randn(*y), reduction=reduction)
    assert [w.filename for w in caught] == [__file__]


@pieces
@pytest.mark.parametrize("at", [-1.0, -1e-9, NAN])
def test_bend_that_is_negative(name, at):
    both_refuse(name, randn(2), randn(2), **bend(name, at))
    both_refuse("huber_loss", randn(2), randn(2), delta=0)
    both_refuse("huber_loss", randn(2), randn(2), delta=at, weight=randn(2))


@pieces
def test_dtypes_of_the_pieces(name):
    x = randn(3, dtype=torch.float32)
    if name == "huber_loss":  # of which torch has the value here, and not the gradient
        x = x.detach()
    for other in (torch.float16, torch.int64, torch.uint8, torch.bool):
        same(name, x, torch.tensor([0, 1, 3]).to(other))
    for other in (torch.int64, torch.bool, torch.complex64):
        y = torch.tensor([0, 1, 3]).to(other)
        both_refuse(name, y, y, start=f'"{name}" not implemented for {other}')


def test_smooth_l1_with_beta_0_takes_what_l1_takes():
    for dtype in (torch.int64, torch.complex64):
        x, y = torch.tensor([1, 5]).to(dtype), torch.tensor([4, 3]).to(dtype)
        same("smooth_l1_loss", x, y, beta=0, reduction="sum")


def test_huber_of_mixed_dtypes_is_promoted():
    """torch's Huber has the dtype of ``input`` instead, alone among these losses."""
    x, y = randn(3, dtype=torch.float32), randn(3, dtype=torch.float64)
    assert F.huber_loss(x, y).dtype == torch.float32
    assert F.smooth_l1_loss(x, y).dtype == torch.float64
    assert ours.huber_loss(x, y).dtype == torch.float64
    torch.testing.assert_close(ours.huber_loss(x, y), F.huber_loss(x.double(), y))


def test_weighted_mean_of_huber_divides_by_the_number_of_elements():
    x, y, weight = torch.tensor([0.5, 3.0]), torch.zeros(2), torch.tensor([8.0, 2.0])
    assert ours.huber_loss(x, y, weight=weight).item() == (8 * 0.125 + 2 * 2.5) / 2
    for shape in [(2,), (3, 1), (), (1, 3)]:
        both_refuse("huber_loss", randn(3), randn(3), weight=randn(*shape))
    same("huber_loss", randn(3), randn(3), "sum", 0.5, randn(3))
    same("huber_loss", randn(3), randn(3), weight=torch.tensor([1, 0, 2]))


@pytest.mark.parametrize("delta", ["1", 1j, None, torch.tensor(1.0)])
def test_delta_of_the_module_is_a_number(delta):
    assert_both_refuse(ours.HuberLoss, nn.HuberLoss, delta=here(delta))


def test_modules_remember_the_bend():
    x, y = randn(5), randn(5)
    for at in (0.5, 2):
        smooth, huber = ours.SmoothL1Loss(beta=at), ours.HuberLoss("sum", at)
        torch.testing.assert_close(smooth(x, y), F.smooth_l1_loss(x, y, beta=at))
        torch.testing.assert_close(huber(x, y), F.huber_loss(x, y, "sum", at))
    assert_same_module(ours.SmoothL1Loss, nn.SmoothL1Loss, beta=0.5)
    assert_same_module(ours.HuberLoss, nn.HuberLoss, delta=-1)  # refused when called


# --- poisson_nll_loss


@settings(deadline=None, derandomize=True, max_examples=150)
@given(
    shape=st.lists(st.integers(0, 4), max_size=3),
    reduction=st.sampled_from(REDUCTIONS),
    dtype=st.sampled_from([torch.float64, torch.float32]),
    log_input=st.booleans(),
    full=st.booleans(),
    eps=st.sampled_from([1e-8, 0.1]),
    seed=st.integers(0, 2**31),
)
def test_any_combination_of_poisson(
    shape, reduction, dtype, log_input, full, eps, seed
):
    torch.manual_seed(seed)
    x = randn(*shape, dtype=dtype, requires_grad=False)
    y = torch.randint(6, tuple(shape)).to(dtype)
    same(
        "poisson_nll_loss",
        (x if log_input else x.abs()).requires_grad_(),
        y,
        log_input=log_input,
        full=full,
        eps=eps,
        reduction=reduction,
    )


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("log_input", [False, True])
def test_gradient_by_the_counts(log_input, full):
    """Off 0, where the logarithm of ``full`` has none, in torch either."""
    y = torch.tensor([0.5, 1.0, 1.5, 7.0], dtype=torch.float64, requires_grad=True)
    x = torch.rand(4, dtype=torch.float64, requires_grad=True)
    same("poisson_nll_loss", x, y, log_input=log_input, full=full)


def test_poisson_is_the_likelihood_of_the_distribution():
    x, y = randn(50, requires_grad=False), torch.arange(50.0, dtype=torch.float64)
    truth = -torch.distributions.Poisson(x.exp()).log_prob(y)
    actual = ours.poisson_nll_loss(x, y, full=True, reduction="none")
    # Stirling is short of log y! by 1 / 12y, and by 0 where it is not used.
    assert torch.equal(actual[:2], (x.exp() - y * x)[:2])
    assert ((truth - actual)[2:] > 0).all()
    assert ((truth - actual)[2:] < 1 / (12 * y[2:])).all()


def test_poisson_of_a_rate_of_zero_is_finite():
    x = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    options: dict[str, Any] = {"log_input": False, "reduction": "none"}
    same("poisson_nll_loss", x, torch.ones(1), **options)
    same("poisson_nll_loss", x, torch.ones(1), eps=1e-3, **options)
    assert ours.poisson_nll_loss(x, torch.ones(1), **options).isfinite().all()


@pytest.mark.parametrize("y", [(2, 3), (3,), ()])
def test_poisson_broadcasts_in_silence(y):
    same("poisson_nll_loss", randn(2, 3), torch.ones(y, dtype=torch.float64))
    same("poisson_nll_loss", randn(3), torch.ones(2, 3, dtype=torch.float64))


@pytest.mark.parametrize("dtype", [torch.int64, torch.uint8, torch.float16])
def test_counts_of_another_dtype(dtype):
    x, y = randn(3, dtype=torch.float32), torch.tensor([0, 1, 5]).to(dtype)
    for full in (False, True):
        same("poisson_nll_loss", x, y, full=full)


def test_poisson_all_positional():
    x, y = randn(3), torch.tensor([0.0, 2.0, 5.0])
    same("poisson_nll_loss", x.exp().detach(), y, False, True, None, 0.5, None, "sum")


# --- gaussian_nll_loss


@settings(deadline=None, derandomize=True, max_examples=200)
@given(
    shape=st.lists(st.integers(1, 4), max_size=3),
    drop=st.sampled_from(["nothing", "last", "one", "number"]),
    reduction=st.sampled_from(REDUCTIONS),
    dtype=st.sampled_from([torch.float64, torch.float32]),
    full=st.booleans(),
    eps=st.sampled_from([1e-6, 0.5]),
    seed=st.integers(0, 2**31),
)
def test_any_combination_of_gaussian(shape, drop, reduction, dtype, full, eps, seed):
    torch.manual_seed(seed)
    size = list(shape)
    if drop == "last":
        size = size[:-1]
    elif drop == "one" and size:
        size[seed % len(size)] = 1
    var = torch.rand(size, dtype=dtype).requires_grad_()
    same(
        "gaussian_nll_loss",
        randn(*shape, dtype=dtype),
        randn(*shape, dtype=dtype),
        1.5 if drop == "number" else var,
        full=full,
        eps=eps,
        reduction=reduction,
    )


@pytest.mark.parametrize("shape", [(), (0,), (2, 0), (0, 3)])
@reductions
def test_gaussian_of_nothing(shape, reduction):
    var = torch.ones(shape, dtype=torch.float64)
    same("gaussian_nll_loss", randn(*shape), randn(*shape), var, reduction=reduction)


def test_below_eps_the_variance_still_has_a_gradient():
    var = torch.tensor([0.0, 1e-9, 2.0], dtype=torch.float64, requires_grad=True)
    x, y = torch.ones(3, dtype=torch.float64), torch.zeros(3, dtype=torch.float64)
    same("gaussian_nll_loss", x, y, var)
    same("gaussian_nll_loss", x, y, var, eps=1e-3)
    ours.gaussian_nll_loss(x, y, var, eps=1e-3, reduction="sum").backward()
    assert var.grad is not None
    at_eps = 0.5 * (1 / 1e-3 - 1 / 1e-3**2)
    expected = torch.tensor([at_eps, at_eps, 0.5 * (1 / 2 - 1 / 2**2)])
    torch.testing.assert_close(var.grad, expected.double())
    assert var.tolist() == [0.0, 1e-9, 2.0]  # clamped in a copy


def test_gaussian_is_the_likelihood_of_the_distribution():
    x, y, var = randn(5), randn(5), torch.rand(5, dtype=torch.float64) + 0.1
    truth = -torch.distributions.Normal(x, var.sqrt()).log_prob(y)
    actual = ours.gaussian_nll_loss(x, y, var, full=True, reduction="none")
    torch.testing.assert_close(actual, truth)


@pytest.mark.parametrize(
    ("shape", "var"),
    [((3,), (2,)), ((3,), (1, 3)), ((2, 3), (3,)), ((2, 3), (1, 1)), ((), (1,))],
)
def test_variance_of_another_shape(shape, var):
    both_refuse("gaussian_nll_loss", randn(*shape), randn(*shape), torch.ones(var))


def test_variance_of_another_shape_that_torch_lets_through():
    """It asks whether the sizes that differ add up to 1, and 1 + 0 does."""
    x, var = torch.ones(5, 1), torch.ones(1, 0)
    assert F.gaussian_nll_loss(x, x, var, reduction="none").shape == (5, 0)
    with pytest.raises(ValueError, match="var is of incorrect size"):
        ours.gaussian_nll_loss(x, x, var, reduction="none")


@pytest.mark.parametrize("var", [-1.0, torch.tensor([1.0, -1e-9, 1.0])])
def test_negative_variance(var):
    both_refuse("gaussian_nll_loss", randn(3), randn(3), here(var))
    if isinstance(var, float):  # no element has it, and yet it is wrong
        both_refuse("gaussian_nll_loss", randn(0), randn(0), var)


def test_dtypes_of_gaussian():
    x = randn(3, dtype=torch.float32)
    same("gaussian_nll_loss", x, torch.tensor([1, 2, 3]), torch.rand(3).double())
    same("gaussian_nll_loss", x.half().detach(), x.half().detach(), torch.rand(3))
    both_refuse("gaussian_nll_loss", x, x, torch.tensor([1, 2, 3]), start="result type")


def test_gaussian_all_positional():
    same("gaussian_nll_loss", randn(3), randn(3), torch.rand(3), True, 0.1, "sum")


# --- what holds for all of them


NEW = ["smooth_l1_loss", "huber_loss", "poisson_nll_loss", "gaussian_nll_loss"]


@pytest.mark.parametrize("name", NEW)
def test_arguments_are_left_alone(name):
    arguments = [torch.rand(3) for _ in range(3 if name == "gaussian_nll_loss" else 2)]
    before = [t.clone() for t in arguments]
    getattr(ours, name)(*arguments)
    assert all(torch.equal(a, b) for a, b in zip(arguments, before, strict=True))


@pytest.mark.parametrize("name", NEW)
@pytest.mark.parametrize("option", [False, True])
def test_derivatives_by_differences(name, option):
    every: dict[str, dict[str, Any]] = {
        "smooth_l1_loss": {"beta": 0.5},
        "huber_loss": {"delta": 0.5, "weight": torch.rand(4, dtype=torch.float64)},
        "poisson_nll_loss": {"log_input": False, "full": True},
        "gaussian_nll_loss": {"full": True},
    }
    options = every[name] if option else {}
    count = 3 if name == "gaussian_nll_loss" else 2
    arguments = [
        (3 * torch.rand(4, dtype=torch.float64) + 0.1).requires_grad_()
        for _ in range(count)
    ]

    def loss(*arguments):
        return getattr(ours, name)(*arguments, **options)

    assert torch.autograd.gradcheck(loss, arguments)
    assert torch.autograd.gradgradcheck(loss, arguments)
