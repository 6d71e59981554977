"""The embedding losses against torch's, on torch's samples and on ours."""

from typing import Any

import pytest
import torch
import torch.nn.functional as F
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import nn

import optguide.losses as ours
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
)

FLOATS = [torch.float64, torch.float32, torch.float16, torch.bfloat16]
REDUCTIONS = ["none", "mean", "sum"]
COSINE, TRIPLET = "cosine_embedding_loss", "triplet_margin_loss"
DISTANCE = "triplet_margin_with_distance_loss"

triplets = pytest.mark.parametrize("name", [TRIPLET, DISTANCE])
reductions = pytest.mark.parametrize("reduction", REDUCTIONS)


def signs(*shape, dtype=torch.float64):
    return (2 * torch.randint(2, shape) - 1).to(dtype)


@pytest.fixture(autouse=True)
def _seed():
    torch.manual_seed(0)


# --- torch's own samples


@pytest.mark.parametrize("dtype", FLOATS)
@pytest.mark.parametrize(("name", "count"), [(COSINE, 6), (TRIPLET, 7), (DISTANCE, 7)])
def test_samples_of_the_function(name, count, dtype):
    same_on_samples(name, dtype, count)


@triplets
def test_errors_of_the_function(name):
    both_refuse_samples(name, 8)


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
def test_samples_of_the_module(dtype):
    same_module_on_samples("CosineEmbeddingLoss", dtype, 5)


# --- cosine_embedding_loss


@settings(deadline=None, derandomize=True, max_examples=150)
@given(
    rows=st.sampled_from([None, 0, 1, 3]),
    width=st.integers(0, 4),
    reduction=st.sampled_from(REDUCTIONS),
    dtype=st.sampled_from([torch.float64, torch.float32]),
    margin=st.sampled_from([-1, -0.5, 0, 0.3, 1.0]),
    seed=st.integers(0, 2**31),
)
def test_any_combination_of_cosine(rows, width, reduction, dtype, margin, seed):
    torch.manual_seed(seed)
    size = () if rows is None else (rows,)
    x1, x2 = (randn(*size, width, dtype=dtype) for _ in range(2))
    y = signs(*size, dtype=dtype)
    same(COSINE, x1, x2, y, margin=margin, reduction=reduction)


def test_cosine_by_hand():
    x1 = torch.tensor([[1.0, 0.0], [1.0, 0.0], [2.0, 0.0], [1.0, 0.0]])
    x2 = torch.tensor([[0.0, 3.0], [5.0, 0.0], [-1.0, 0.0], [1.0, 1.0]])
    half = torch.tensor(0.5).sqrt().item()  # the cosine of 45 degrees
    alike = ours.cosine_embedding_loss(x1, x2, torch.ones(4), reduction="none")
    torch.testing.assert_close(alike, torch.tensor([1, 0, 2, 1 - half]))
    unlike = ours.cosine_embedding_loss(x1, x2, -torch.ones(4), 0.5, reduction="none")
    torch.testing.assert_close(unlike, torch.tensor([0, 0.5, 0, half - 0.5]))
    neither = ours.cosine_embedding_loss(x1, x2, torch.zeros(4), reduction="none")
    assert neither.tolist() == [0, 0, 0, 0]


@reductions
def test_cosine_of_zero_vectors(reduction):
    """Nothing points anywhere: the cosine is 0, and its derivative is finite."""
    x1 = torch.zeros(2, 3, dtype=torch.float64, requires_grad=True)
    for y in (torch.ones(2), -torch.ones(2)):
        same(COSINE, x1, randn(2, 3), y, reduction=reduction)
        same(COSINE, x1, torch.zeros(2, 3).double(), y, reduction=reduction)


@reductions
def test_cosine_of_tiny_and_huge_vectors(reduction):
    for scale in (1e-7, 1e-5, 1e10, 1e25):
        x1, x2 = (scale * torch.randn(2, 3) for _ in range(2))
        same(COSINE, x1.requires_grad_(), x2, signs(2), reduction=reduction)


def test_integers_and_broadcasting():
    same(COSINE, torch.tensor([1, 2]), torch.tensor([3, 1]), torch.tensor(-1))
    same(COSINE, randn(2, 3), randn(1, 3), signs(2))
    same(COSINE, randn(2, 3), randn(2, 3), signs(1))
    same(COSINE, randn(3), randn(3, dtype=torch.float32), torch.tensor(1))


@pytest.mark.parametrize(
    ("x1", "x2", "y"),
    [
        ((3,), (3,), (1,)),
        ((2, 3), (2, 3), ()),
        ((3,), (2, 3), ()),
        ((2, 3), (3,), (2,)),
        ((2, 3), (2, 3), (2, 1)),
        ((), (), ()),
        ((2, 3, 4), (2, 3, 4), (2,)),
    ],
)
def test_cosine_refuses_other_shapes(x1, x2, y):
    both_refuse(COSINE, randn(*x1), randn(*x2), signs(*y))


def test_cosine_refuses_shapes_that_do_not_broadcast():
    start = "The size of tensor a"
    both_refuse(COSINE, randn(2, 3), randn(2, 4), signs(2), start=start)
    both_refuse(COSINE, randn(2, 3), randn(2, 3), signs(3), start=start)


def test_cosine_all_positional():
    same(COSINE, randn(2, 3), randn(2, 3), signs(2), 0.2, None, None, "sum")


# --- triplet_margin_loss and triplet_margin_with_distance_loss


@settings(deadline=None, derandomize=True, max_examples=120)
@given(
    shape=st.lists(st.integers(1, 4), max_size=3),
    p=st.sampled_from([0, 0.5, 1, 1.5, 2, 2.0, 3, float("inf")]),
    eps=st.sampled_from([1e-6, 0.1]),
    margin=st.sampled_from([0.1, 1.0, 5]),
    swap=st.booleans(),
    reduction=st.sampled_from(REDUCTIONS),
    dtype=st.sampled_from([torch.float64, torch.float32]),
    seed=st.integers(0, 2**31),
)
def test_any_combination_of_triplets(
    shape, p, eps, margin, swap, reduction, dtype, seed
):
    torch.manual_seed(seed)
    triplet = [randn(*shape, dtype=dtype) for _ in range(3)]
    options = {"margin": margin, "swap": swap, "reduction": reduction}
    same(TRIPLET, *triplet, p=p, eps=eps, **options)
    same(DISTANCE, *triplet, **options)
    for d in (
        nn.PairwiseDistance(p, eps),
        lambda x, y: 1 - F.cosine_similarity(x, y, -1),
    ):
        same(DISTANCE, *triplet, distance_function=d, **options)


@triplets
@reductions
@pytest.mark.parametrize("shape", [(), (3,), (0, 3), (2, 0), (2, 3, 4)])
def test_shapes(name, reduction, shape):
    same(name, *(randn(*shape) for _ in range(3)), reduction=reduction)


@triplets
@pytest.mark.parametrize("swap", [False, True])
def test_equal_vectors_have_a_gradient(name, swap):
    x = torch.zeros(2, 3, dtype=torch.float64, requires_grad=True)
    same(name, x, torch.zeros(2, 3).double(), randn(2, 3), swap=swap)
    same(
        name,
        *(torch.zeros(2, 3).double().requires_grad_() for _ in range(3)),
        swap=swap,
    )


@triplets
def test_by_hand(name):
    anchor = torch.tensor([[0.0, 0.0]])
    positive, negative = torch.tensor([[3.0, 4.0]]), torch.tensor([[0.0, 5.5]])
    loss = getattr(ours, name)
    # 5 and 5.5 from the anchor; 3.35 from the positive to the negative.
    torch.testing.assert_close(
        loss(anchor, positive, negative), torch.tensor(0.5), atol=1e-5, rtol=0
    )
    assert loss(anchor, positive, negative, margin=0.25).item() == 0
    torch.testing.assert_close(
        loss(anchor, positive, negative, swap=True),
        torch.tensor(6 - 11.25**0.5),
        atol=1e-5,
        rtol=0,
    )


@triplets
def test_derivative_at_the_margin(name):
    """As far ahead as asked, exactly: the slope is that of the paying side."""
    triplet = [torch.zeros(1, 1), torch.zeros(1, 1), torch.ones(1, 1)]
    triplet[0].requires_grad_()
    if name == TRIPLET:
        same(name, *triplet, eps=0, p=1)
    else:
        same(name, *triplet, distance_function=lambda x, y: (x - y).abs().sum(-1))


@triplets
def test_integers_and_other_dtypes(name):
    x = torch.tensor([[1, 2], [3, 4]])
    same(name, x, x.flip(0), x + 1)
    same(name, randn(2, 3), randn(2, 3, dtype=torch.float32), randn(2, 3))
    same(name, randn(2, 3), randn(1, 3), randn(2, 3))


@triplets
@pytest.mark.parametrize("margin", [0, -1.0])
def test_margin_that_is_not_positive(name, margin):
    both_refuse(name, randn(3), randn(3), randn(3), margin=margin)


@pytest.mark.parametrize(
    "module", ["TripletMarginLoss", "TripletMarginWithDistanceLoss"]
)
@pytest.mark.parametrize("margin", [0, -1.0])
def test_margin_of_the_module_that_is_not_positive(module, margin):
    assert_both_refuse(getattr(ours, module), getattr(nn, module), margin=margin)


def test_triplet_all_positional():
    triplet = randn(2, 3), randn(2, 3), randn(2, 3)
    same(TRIPLET, *triplet, 0.5, 3, 0.1, True, None, None, "sum")


def test_a_distance_of_another_shape():
    """What the distance returns is what "none" returns."""

    def distance(x, y):
        return (x - y).abs()

    same(
        DISTANCE,
        randn(2, 3),
        randn(2, 3),
        randn(2, 3),
        distance_function=distance,
        reduction="none",
    )


# --- what holds for all of them


CASES: list[tuple[str, dict[str, Any]]] = [
    ("CosineEmbeddingLoss", {"margin": 0.3, "reduction": "none"}),
    ("TripletMarginLoss", {}),
    ("TripletMarginLoss", {"margin": 2, "p": 1, "eps": 0.1, "swap": True}),
    ("TripletMarginWithDistanceLoss", {}),
    ("TripletMarginWithDistanceLoss", {"margin": 2, "swap": True, "reduction": "sum"}),
    (
        "TripletMarginWithDistanceLoss",
        {"distance_function": nn.PairwiseDistance(p=1, eps=0.1)},
    ),
]


@pytest.mark.parametrize(("name", "kwargs"), CASES)
def test_module(name, kwargs):
    assert_same_module(getattr(ours, name), getattr(nn, name), **kwargs)
    module, expected = getattr(ours, name)(**kwargs), getattr(nn, name)(**kwargs)
    last = signs(4) if name == "CosineEmbeddingLoss" else randn(4, 3)
    assert_same(module, expected, randn(4, 3), randn(4, 3), last)


def test_a_distance_that_learns_is_among_the_parameters():
    class Learned(nn.Sequential):  # empty it would be false, and yet be used
        def forward(self, x, y):  # type: ignore[override]
            return (x - y).square().sum(-1)

    for library in (ours, nn):
        module = library.TripletMarginWithDistanceLoss(distance_function=Learned())
        assert isinstance(module.distance_function, Learned)
        learned = Learned(nn.Linear(2, 2))
        module = library.TripletMarginWithDistanceLoss(distance_function=learned)
        assert [key for key, _ in module.named_parameters()] == [
            "distance_function.0.weight",
            "distance_function.0.bias",
        ]


@pytest.mark.parametrize("name", [COSINE, TRIPLET, DISTANCE])
def test_inputs_are_left_alone(name):
    last = torch.ones(2) if name == COSINE else torch.rand(2, 3)
    arguments = [torch.rand(2, 3), torch.rand(2, 3), last]
    before = [t.clone() for t in arguments]
    getattr(ours, name)(*arguments)
    assert all(torch.equal(a, b) for a, b in zip(arguments, before, strict=True))


@pytest.mark.parametrize("name", [COSINE, TRIPLET, DISTANCE])
def test_derivatives_by_differences(name):
    arguments = [randn(4, 3), randn(4, 3)]
    if name == COSINE:
        y = signs(4)

        def loss(x1, x2):
            return ours.cosine_embedding_loss(x1, x2, y, margin=0.1)
    else:
        arguments.append(randn(4, 3))
        loss = getattr(ours, name)

    assert torch.autograd.gradcheck(loss, arguments)
    assert torch.autograd.gradgradcheck(loss, arguments)
