"""The margin losses against torch's, on torch's samples and on ours."""

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
    assert_same,
    assert_same_module,
    both_refuse,
    both_refuse_module_samples,
    both_refuse_samples,
    randn,
    same,
    same_module_on_samples,
    same_on_samples,
    stops_cuda,
)

FLOATS = [torch.float64, torch.float32, torch.float16, torch.bfloat16]
REDUCTIONS = ["none", "mean", "sum"]
NAN, INF = float("nan"), float("inf")

# How many sample inputs torch has for each.
SAMPLES = {
    "hinge_embedding_loss": 10,
    "soft_margin_loss": 6,
    "margin_ranking_loss": 24,
    "multilabel_soft_margin_loss": 4,
    "multi_margin_loss": 10,
    "multilabel_margin_loss": 6,
}
MODULE_SAMPLES = {
    "HingeEmbeddingLoss": 10,
    "SoftMarginLoss": 4,
    "MarginRankingLoss": 5,
    "MultiLabelSoftMarginLoss": 5,
    "MultiMarginLoss": 7,
    "MultiLabelMarginLoss": 8,
}
# Without a second derivative in torch, and without half precision on the CPU.
ROWS = ["multi_margin_loss", "multilabel_margin_loss"]
ROW_MODULES = ["MultiMarginLoss", "MultiLabelMarginLoss"]

LONG = "expected scalar type Long but found float32"

reductions = pytest.mark.parametrize("reduction", REDUCTIONS)


def signs(*shape, dtype=torch.float64):
    return (2 * torch.randint(2, shape) - 1).to(dtype)


@pytest.fixture(autouse=True)
def _seed():
    torch.manual_seed(0)


# --- torch's own samples


@pytest.mark.parametrize(
    ("name", "dtype"),
    [
        (name, dtype)
        for name in SAMPLES
        for dtype in (FLOATS[:2] if name in ROWS else FLOATS)
        if (name, dtype)
        != ("soft_margin_loss", torch.float16)  # torch overflows: below
    ],
)
def test_samples_of_the_function(name, dtype):
    same_on_samples(name, dtype, SAMPLES[name], second=name not in ROWS)


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
@pytest.mark.parametrize("name", MODULE_SAMPLES)
def test_samples_of_the_module(name, dtype):
    same_module_on_samples(
        name, dtype, MODULE_SAMPLES[name], second=name not in ROW_MODULES
    )


def test_errors_of_the_module():
    both_refuse_module_samples("MultiMarginLoss")


@pytest.mark.parametrize(
    ("name", "count", "starts"),
    [
        ("hinge_embedding_loss", 1, {}),
        ("soft_margin_loss", 2, {1: "The size of tensor a (5) must match"}),
        ("margin_ranking_loss", 2, {}),
        ("multi_margin_loss", 9, {4: LONG}),
        ("multilabel_margin_loss", 5, {}),
    ],
)
def test_errors_of_the_function(name, count, starts):
    # Those of an unknown reduction have targets of another dtype as well.
    both_refuse_samples(name, count, starts, but=[0] if name in ROWS else [])


# --- hinge_embedding_loss, soft_margin_loss, margin_ranking_loss: element by element


@settings(deadline=None, derandomize=True, max_examples=150)
@given(
    shape=st.lists(st.integers(0, 4), max_size=3),
    reduction=st.sampled_from(REDUCTIONS),
    dtype=st.sampled_from([torch.float64, torch.float32]),
    margin=st.sampled_from([-0.5, 0, 0.3, 1.0, 2]),
    seed=st.integers(0, 2**31),
)
def test_any_combination_of_pairs(shape, reduction, dtype, margin, seed):
    torch.manual_seed(seed)
    x, x2 = randn(*shape, dtype=dtype), randn(*shape, dtype=dtype)
    y, options = signs(*shape, dtype=dtype), {"reduction": reduction}
    same("hinge_embedding_loss", x, y, margin=margin, **options)
    same("soft_margin_loss", x, y, **options)
    same("margin_ranking_loss", x, x2, y, margin=margin, **options)


@reductions
def test_targets_other_than_signs(reduction):
    x, y = randn(4), torch.tensor([0.0, 2.0, 0.5, NAN]).double()
    same("hinge_embedding_loss", x, y, reduction=reduction)
    same("soft_margin_loss", x, y, reduction=reduction)
    same("margin_ranking_loss", x, randn(4), y, reduction=reduction)
    both = ours.hinge_embedding_loss(x, y, margin=3, reduction="none")
    torch.testing.assert_close(both, x + (3 - x))


def test_integer_targets():
    x, y = randn(4, dtype=torch.float32), torch.tensor([1, -1, -1, 1])
    same("hinge_embedding_loss", x, y)
    same("soft_margin_loss", x, y)
    same("margin_ranking_loss", x, randn(4, dtype=torch.float32), y)
    same("margin_ranking_loss", y, y.flip(0), y, margin=0.5)


@reductions
def test_derivatives_at_the_margin(reduction):
    """Where the hinge bends these have the slope of torch's clamp: 1 in 2.13, 0 in 2.14."""
    bend = torch.zeros(1, requires_grad=True)
    (slope,) = torch.autograd.grad(bend.clamp(min=0), bend)
    x = torch.tensor([1.0, 0.0, 2.0], dtype=torch.float64, requires_grad=True)
    options = {"reduction": reduction}
    same("hinge_embedding_loss", x, -torch.ones(3), margin=1.0, **options)
    same("margin_ranking_loss", x, torch.ones(3), torch.ones(3), margin=0, **options)
    ours.hinge_embedding_loss(x, -torch.ones(3), reduction="sum").backward()
    assert x.grad is not None
    assert x.grad.tolist() == [-slope, -1, 0]


def test_shapes_that_broadcast_in_silence():
    same("hinge_embedding_loss", randn(3), signs(2, 3))
    same("hinge_embedding_loss", randn(2, 3), signs(3))
    same("soft_margin_loss", randn(2, 3), signs(3))
    same("margin_ranking_loss", randn(2, 3), randn(1, 3), signs(2, 1))


def test_shapes_that_do_not():
    start = "output with shape [3] doesn't match the broadcast shape [2, 3]"
    both_refuse("soft_margin_loss", randn(3), signs(2, 3), start=start)
    # A sum of two wheres names them the other way round.
    both_refuse("hinge_embedding_loss", randn(3), signs(2), start="The size of tensor")
    both_refuse("margin_ranking_loss", randn(3), randn(2), signs(3))
    both_refuse("margin_ranking_loss", randn(3), randn(3), signs(1, 3))
    both_refuse("margin_ranking_loss", randn(3), randn(1, 3), signs(3))


def test_infinity_and_nan():
    x = torch.tensor([INF, -INF, NAN, INF, -INF], requires_grad=True)
    y = torch.tensor([1.0, 1.0, 1.0, -1.0, -1.0])
    same("hinge_embedding_loss", x, y, reduction="none")
    same("margin_ranking_loss", x, torch.zeros(5), y, reduction="none")


def test_soft_margin_does_not_overflow():
    """torch takes the exponential first, and has infinity and a gradient of nan."""
    x, y = torch.tensor([-100.0, 100.0], requires_grad=True), torch.ones(2)
    theirs = F.soft_margin_loss(x, y, reduction="none")
    (grad,) = torch.autograd.grad(theirs.sum(), x)
    assert theirs[0].item() == INF
    assert grad[0].isnan()
    actual = ours.soft_margin_loss(x, y, reduction="none")
    (grad,) = torch.autograd.grad(actual.sum(), x)
    assert actual[0].item() == 100
    assert grad[0].item() == -1
    torch.testing.assert_close(actual[1], theirs[1])
    double = x.detach().double().requires_grad_()
    same("soft_margin_loss", double, y.double())
    half = torch.tensor([-12.0], dtype=torch.float16)
    assert F.soft_margin_loss(half, torch.ones(1).half()).item() == INF
    assert ours.soft_margin_loss(half, torch.ones(1).half()).item() == 12


def test_soft_margin_is_bce_with_logits():
    x, y = randn(5), signs(5)
    expected = ours.binary_cross_entropy_with_logits(x, (y + 1) / 2)
    torch.testing.assert_close(ours.soft_margin_loss(x, y), expected)


def test_defaults_of_the_margin():
    x, x2, y = randn(4), randn(4), signs(4)
    loss = ours.hinge_embedding_loss(x, -torch.ones(4), reduction="none")
    torch.testing.assert_close(loss, (1 - x).clamp(min=0))
    loss = ours.margin_ranking_loss(x, x2, y, reduction="none")
    torch.testing.assert_close(loss, (y * (x2 - x)).clamp(min=0))


# --- multilabel_soft_margin_loss


@settings(deadline=None, derandomize=True, max_examples=100)
@given(
    shape=st.lists(st.integers(0, 4), min_size=1, max_size=3),
    reduction=st.sampled_from(REDUCTIONS),
    dtype=st.sampled_from([torch.float64, torch.float32]),
    weighted=st.booleans(),
    target_requires_grad=st.booleans(),
    seed=st.integers(0, 2**31),
)
def test_any_combination_of_multilabel_soft_margin(
    shape, reduction, dtype, weighted, target_requires_grad, seed
):
    torch.manual_seed(seed)
    same(
        "multilabel_soft_margin_loss",
        randn(*shape, dtype=dtype),
        torch.rand(shape, dtype=dtype).requires_grad_(target_requires_grad),
        weight=torch.rand(shape[-1:], dtype=dtype) if weighted else None,
        reduction=reduction,
    )


def test_multilabel_soft_margin_is_bce_over_the_last_dimension():
    x, y, w = randn(2, 3, 4), torch.rand(2, 3, 4).double(), torch.rand(4).double()
    actual = ours.multilabel_soft_margin_loss(x, y, w, reduction="none")
    loss = ours.binary_cross_entropy_with_logits(x, y, w, reduction="none")
    torch.testing.assert_close(actual, loss.mean(-1))


def test_multilabel_soft_margin_of_no_dimensions():
    both_refuse("multilabel_soft_margin_loss", torch.tensor(1.0), torch.tensor(1.0))


# --- multi_margin_loss


@settings(deadline=None, derandomize=True, max_examples=200)
@given(
    rows=st.sampled_from([None, 1, 3]),
    num_classes=st.integers(1, 5),
    p=st.sampled_from([1, 2, 2.0]),
    margin=st.sampled_from([-0.5, 0, 0.3, 1.0, 2]),
    weighted=st.booleans(),
    reduction=st.sampled_from(REDUCTIONS),
    dtype=st.sampled_from([torch.float64, torch.float32]),
    seed=st.integers(0, 2**31),
)
def test_any_combination_of_multi_margin(
    rows, num_classes, p, margin, weighted, reduction, dtype, seed
):
    torch.manual_seed(seed)
    size = () if rows is None else (rows,)
    same(
        "multi_margin_loss",
        randn(*size, num_classes, dtype=dtype),
        torch.randint(num_classes, size),
        p=p,
        margin=margin,
        weight=torch.rand(num_classes, dtype=dtype) if weighted else None,
        reduction=reduction,
        second=False,
    )


@pytest.mark.parametrize("name", ROWS)
def test_no_rows(name):
    """Of torch, mean and sum are whatever the memory held: nothing to compare with."""
    index = torch.zeros((0, 3) if name == "multilabel_margin_loss" else 0).long()
    same(name, randn(0, 3), index, reduction="none", second=False)
    assert getattr(ours, name)(torch.zeros(0, 3), index).isnan()
    assert getattr(ours, name)(torch.zeros(0, 3), index, reduction="sum").item() == 0


@reductions
@pytest.mark.parametrize("name", ROWS)
def test_shapes_of_one_row(name, reduction):
    index, second = torch.tensor(0), {"second": False}
    same(name, randn(), index, reduction=reduction, **second)
    same(name, randn(1), index, reduction=reduction, **second)
    same(name, randn(1), index.reshape(1), reduction=reduction, **second)
    if name == "multi_margin_loss":
        # torch has no gradient where the target has a dimension more or less.
        for x, y in [(torch.rand(3), index.reshape(1)), (torch.rand(1, 3), index)]:
            same(name, x, y, reduction=reduction)
            value = getattr(ours, name)(x, y, reduction="none")
            assert value.shape == y.shape


@pytest.mark.parametrize("p", [1, 2])
def test_multi_margin_at_the_margin(p):
    """At the margin itself the slope is 0; the margins of the pairs bend the other way."""
    x = torch.tensor([[2.0, 1.0, 0.0]], dtype=torch.float64, requires_grad=True)
    same("multi_margin_loss", x, torch.tensor([0]), p=p, second=False)
    ours.multi_margin_loss(x, torch.tensor([0]), p=p).backward()
    assert x.grad is not None
    assert x.grad.count_nonzero() == 0


def test_multi_margin_by_hand():
    x, y = torch.tensor([[0.1, 0.2, 0.4, 0.8]]), torch.tensor([3])
    terms = torch.tensor([1 - (0.8 - 0.1), 1 - (0.8 - 0.2), 1 - (0.8 - 0.4)])
    torch.testing.assert_close(ours.multi_margin_loss(x, y), terms.sum() / 4)
    squares = ours.multi_margin_loss(x, y, p=2, weight=torch.tensor([1.0, 1, 1, 3]))
    torch.testing.assert_close(squares, 3 * (terms**2).sum() / 4)


def test_multi_margin_all_positional():
    x, y, weight = randn(2, 3), torch.tensor([0, 2]), torch.rand(3).double()
    same("multi_margin_loss", x, y, 2, 0.5, weight, None, None, "sum", second=False)


@stops_cuda
@pytest.mark.parametrize("target", [3, -1, 10**12])
def test_multi_margin_of_what_is_not_a_class(target):
    both_refuse("multi_margin_loss", randn(3), torch.tensor(target))
    both_refuse("multi_margin_loss", randn(2, 3), torch.tensor([0, target]))


def test_refusals_of_multi_margin():
    name, y = "multi_margin_loss", torch.tensor([0, 1])
    for p in (0, 3, 1.5, INF):
        both_refuse(name, randn(2, 3), y, p=p)
        assert_both_refuse(ours.MultiMarginLoss, nn.MultiMarginLoss, p=p)
    for shape in [(2, 3, 4), (0,), (2, 0), (0, 0)]:
        rows = 1 if len(shape) == 1 else shape[0]
        both_refuse(name, randn(*shape), torch.zeros(rows, dtype=torch.int64))
    for target in [(), (3,), (1, 2), (2, 1)]:
        both_refuse(name, randn(2, 3), torch.zeros(target, dtype=torch.int64))
    for size in [(2,), (4,), (), (1, 3)]:
        both_refuse(name, randn(2, 3), y, weight=torch.ones(size).double())
    start = "expected scalar type float64 but found float32"
    both_refuse(name, randn(2, 3), y, weight=torch.ones(3), start=start)
    weight = torch.ones(1, 3)
    assert_both_refuse(ours.MultiMarginLoss, nn.MultiMarginLoss, weight=weight)


@pytest.mark.parametrize("name", ROWS)
def test_dtypes_of_rows(name):
    index = torch.zeros((2, 3) if name == "multilabel_margin_loss" else 2).long()
    for dtype in (torch.int64, torch.complex64):
        x = torch.zeros(2, 3, dtype=dtype)
        both_refuse(name, x, index, start=f'"{name}" not implemented for ')
    for dtype in (torch.int32, torch.uint8, torch.float32):
        start = f"expected scalar type Long but found {str(dtype)[6:]}"
        both_refuse(name, randn(2, 3), index.to(dtype), start=start)
    # torch has no half precision here; ours is the value of float32, rounded.
    x = torch.randn(2, 3).half()
    expected = getattr(F, name)(x.float(), index).half()
    torch.testing.assert_close(getattr(ours, name)(x, index), expected)


@pytest.mark.parametrize("name", ROWS)
def test_nan_is_not_passed_over(name):
    """A comparison with nan is false, so torch adds nothing for it."""
    x = torch.tensor([[NAN, 0.0, 0.0]])
    index = torch.tensor([[1, -1, 0]] if name == "multilabel_margin_loss" else [1])
    assert getattr(F, name)(x, index).item() == pytest.approx(1 / 3)
    assert getattr(ours, name)(x, index).isnan()


# --- multilabel_margin_loss


@settings(deadline=None, derandomize=True, max_examples=200)
@given(
    rows=st.sampled_from([None, 1, 3]),
    num_classes=st.integers(1, 6),
    reduction=st.sampled_from(REDUCTIONS),
    dtype=st.sampled_from([torch.float64, torch.float32]),
    seed=st.integers(0, 2**31),
)
def test_any_combination_of_multilabel_margin(
    rows, num_classes, reduction, dtype, seed
):
    """Classes, -1 and repetitions anywhere."""
    torch.manual_seed(seed)
    shape = (num_classes,) if rows is None else (rows, num_classes)
    same(
        "multilabel_margin_loss",
        randn(*shape, dtype=dtype),
        torch.randint(-1, num_classes, shape),
        reduction=reduction,
        second=False,
    )


def test_multilabel_margin_by_hand():
    x, y = torch.tensor([[0.1, 0.2, 0.4, 0.8]]), torch.tensor([[3, 0, -1, 1]])
    pairs = [1 - (0.8 - 0.2), 1 - (0.8 - 0.4), 1 - (0.1 - 0.2), 1 - (0.1 - 0.4)]
    actual = ours.multilabel_margin_loss(x, y)
    torch.testing.assert_close(actual, torch.tensor(sum(pairs) / 4))


def test_multilabel_margin_at_the_margin_and_without_labels():
    x = torch.tensor([[2.0, 1.0, 0.0]], dtype=torch.float64, requires_grad=True)
    for target in ([0, -1, -1], [-1, 0, 1], [2, 1, 0]):
        y = torch.tensor([target])
        same("multilabel_margin_loss", x, y, second=False)
        (grad,) = torch.autograd.grad(ours.multilabel_margin_loss(x, y), x)
        assert grad.count_nonzero() == 0


@stops_cuda
@pytest.mark.parametrize("target", [[0, -2, 1], [0, 3, 1], [0, -1, 7]])
def test_multilabel_margin_of_what_are_not_classes(target):
    both_refuse("multilabel_margin_loss", randn(3), torch.tensor(target))


@pytest.mark.parametrize("name", ROWS)
def test_what_is_not_a_class_on_every_device(name):
    y = torch.tensor([0, 3, 1] if name == "multilabel_margin_loss" else 3)
    with pytest.raises(RuntimeError, match="target"):
        getattr(ours, name)(randn(3), y)


def test_refusals_of_multilabel_margin():
    name = "multilabel_margin_loss"
    for x, y in [((3,), (1, 3)), ((1, 3), (3,)), ((2, 3), (2, 4)), ((3,), (2,))]:
        both_refuse(name, randn(*x), torch.zeros(y).long())
    for shape in [(2, 3, 1), (0,), (2, 0)]:
        both_refuse(name, randn(*shape), torch.zeros(shape).long())


# --- what holds for all of them


def arguments_of(name):
    x, y = randn(4, 3), signs(4, 3)
    return {
        "margin_ranking_loss": (x, randn(4, 3), y),
        "multilabel_soft_margin_loss": (x, torch.rand(4, 3).double()),
        "multi_margin_loss": (x, torch.tensor([0, 2, 1, 0])),
        "multilabel_margin_loss": (x, torch.tensor([[2, 0, -1]] * 4)),
    }.get(name, (x, y))


@pytest.mark.parametrize("name", SAMPLES)
def test_inputs_are_left_alone(name):
    arguments = arguments_of(name)
    before = [t.clone() for t in arguments]
    getattr(ours, name)(*arguments)
    assert all(torch.equal(a, b) for a, b in zip(arguments, before, strict=True))


@pytest.mark.parametrize("name", SAMPLES)
def test_derivatives_by_differences(name):
    x, *rest = arguments_of(name)

    def loss(x):
        return getattr(ours, name)(x, *rest)

    assert torch.autograd.gradcheck(loss, (x,))
    assert torch.autograd.gradgradcheck(loss, (x,))


@pytest.mark.parametrize(
    ("name", "kwargs"),
    [
        ("HingeEmbeddingLoss", {"margin": 0.3, "reduction": "sum"}),
        ("SoftMarginLoss", {"reduction": "none"}),
        ("MarginRankingLoss", {"margin": 0.3, "reduction": "none"}),
        ("MultiLabelSoftMarginLoss", {"weight": torch.tensor([1.0, 2, 3])}),
        ("MultiMarginLoss", {"p": 2, "margin": 0.3}),
        ("MultiMarginLoss", {"weight": torch.tensor([1.0, 2, 3]).double()}),
        ("MultiLabelMarginLoss", {"reduction": "sum"}),
    ],
)
def test_module(name, kwargs):
    kwargs = here(kwargs)
    assert_same_module(getattr(ours, name), getattr(nn, name), **kwargs)
    module, expected = getattr(ours, name)(**kwargs), getattr(nn, name)(**kwargs)
    function = dict(zip(MODULE_SAMPLES, SAMPLES, strict=True))[name]
    second = name not in ROW_MODULES
    assert_same(module, expected, *arguments_of(function), second=second)
