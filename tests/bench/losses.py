"""Forward and backward of every loss against torch's."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor

import optguide.losses
from tests.bench.measure import Case, Step


def loss_step(
    loss: Callable[..., Tensor], input: Tensor, *args: Any, **options: Any
) -> Step:
    """Forward and backward of a loss."""
    input = input.clone().requires_grad_()

    def step() -> None:
        input.grad = None
        loss(input, *args, **options).backward()

    return step


def loss_case(
    name: str, size: str, *args: Any, goal: float | None = None, **options: Any
) -> Case:
    """The function ``name`` of optguide and of torch, on the same arguments."""
    ours = partial(loss_step, getattr(optguide.losses, name), *args, **options)
    theirs = partial(loss_step, getattr(F, name), *args, **options)
    return f"{name}, {size}", ours, theirs, goal


def elementwise_cases() -> Iterator[Case]:
    """Losses that compare number by number."""
    for size in (100, 100_000, 2_000_000):
        x, y = torch.randn(2, size)
        p, q = x.sigmoid(), y.sigmoid()
        sign = torch.where(y > 0, 1.0, -1.0)
        numbers = f"{size:9,} numbers"
        for name, args, options in (
            ("l1_loss", (x, y), {}),
            ("mse_loss", (x, y), {}),
            ("smooth_l1_loss", (x, y), {}),
            ("huber_loss", (x, y), {}),
            ("poisson_nll_loss", (x, q), {}),
            ("gaussian_nll_loss", (x, y, p), {}),
            ("binary_cross_entropy", (p, q), {}),
            ("binary_cross_entropy_with_logits", (x, q), {}),
            ("kl_div", (x, q), {"reduction": "sum"}),
            ("soft_margin_loss", (x, sign), {}),
            ("hinge_embedding_loss", (x, sign), {}),
            ("margin_ranking_loss", (x, y, sign), {}),
        ):
            yield loss_case(name, numbers, *args, goal=3.0, **options)


def classification_cases() -> Iterator[Case]:
    """Losses that read a row of scores."""
    for rows, classes in ((32, 10), (256, 1000), (4096, 1000)):
        x = torch.randn(rows, classes)
        index = torch.randint(classes, (rows,))
        size = f"{rows:4} x {classes}"
        large = 1.3 if rows >= 256 else None
        yield loss_case("cross_entropy", size, x, index, goal=large)
        yield loss_case(
            "cross_entropy",
            f"{size}, smoothing",
            x,
            index,
            goal=large,
            label_smoothing=0.1,
        )
        yield loss_case("nll_loss", size, x.log_softmax(1), index)
        yield loss_case("multi_margin_loss", size, x, index)
        labels = torch.rand(rows, classes).argsort(1)
        labels[:, 3:] = -1
        yield loss_case("multilabel_margin_loss", size, x, labels)
        yes_no = torch.randint(2, (rows, classes)).float()
        yield loss_case("multilabel_soft_margin_loss", size, x, yes_no)
        features, weight = torch.randn(rows, 64), torch.randn(classes, 64)
        yield loss_case("linear_cross_entropy", size, features, weight, index)

    x, index = torch.randn(64, 32_000), torch.randint(32_000, (64,))
    for name, options in (("", {}), (", smoothing", {"label_smoothing": 0.1})):
        yield loss_case(
            "cross_entropy", f"64 x 32000{name}", x, index, goal=1.3, **options
        )
    x, index = torch.randn(4, 21, 64, 64), torch.randint(21, (4, 64, 64))
    yield loss_case("cross_entropy", "4 images, 21 classes", x, index, goal=1.3)


def embedding_cases() -> Iterator[Case]:
    """Losses that compare vectors."""
    for rows, width in ((10, 10), (1000, 100), (10_000, 400)):
        x, y, z = torch.randn(3, rows, width)
        sign = torch.where(torch.rand(rows) > 0.5, 1.0, -1.0)
        size = f"{rows:6,} x {width}"
        yield loss_case("cosine_embedding_loss", size, x, y, sign)
        yield loss_case("triplet_margin_loss", size, x, y, z)
        yield loss_case("triplet_margin_with_distance_loss", size, x, y, z)


def sequence_cases() -> Iterator[Case]:
    """CTC, whose frames are a loop in Python here."""
    for T, N, C, S in ((10, 4, 10, 3), (50, 16, 20, 10), (200, 32, 50, 30)):
        log_probs = torch.randn(T, N, C).log_softmax(2)
        targets = torch.randint(1, C, (N, S))
        lengths = torch.full((N,), T), torch.full((N,), S)
        yield loss_case("ctc_loss", f"{T} x {N} x {C}", log_probs, targets, *lengths)


def cases() -> Iterator[Case]:
    """Every loss at a small, a middle and a large size."""
    yield from elementwise_cases()
    yield from classification_cases()
    yield from embedding_cases()
    yield from sequence_cases()
