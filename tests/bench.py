"""make bench: optguide against torch, as ratios of times measured in one run, one thread.

A ratio below 1 means that optguide is the faster one. Both are timed in turns, in seconds
of the processor, and the median of the turns' ratios is printed, so that a busy machine
slows both alike.
`python -m tests.bench losses` measures one subject.
"""

import sys
from collections.abc import Callable, Iterator
from statistics import median
from time import process_time
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor
from torch.utils.benchmark import Timer
from tqdm import tqdm

import optguide.losses
import optguide.lr_scheduler
import optguide.optim
import optguide.swa_utils

TURNS = 7
Step = Callable[[], Any]
#: A name, ours, torch's, and the ratio that ours should stay below, if there is a goal.
Case = tuple[str, Step, Step, float | None]


def ratio(ours: Step, theirs: Step) -> float:
    """How much longer ``ours`` takes than ``theirs``."""

    def seconds(step: Step) -> float:
        return (
            Timer("step()", globals={"step": step}, timer=process_time)
            .blocked_autorange(min_run_time=0.03)
            .median
        )

    return median(seconds(ours) / seconds(theirs) for _ in range(TURNS))


# --- SGD


def sgd_step(kind: Any, count: int, options: dict[str, Any]) -> Step:
    """One step of SGD over ``count`` tensors of 8 numbers."""
    params = [torch.ones(8, requires_grad=True) for _ in range(count)]
    for param in params:
        param.grad = torch.full((8,), 1e-3)
    step: Step = kind(params, lr=1e-3, **options).step
    return step


def sgd_cases() -> Iterator[Case]:
    """SGD over few and many tensors, without and with every option."""
    every_option = {
        "momentum": 0.9,
        "weight_decay": 1e-4,
        "nesterov": True,
        "maximize": True,
    }
    for count in (100, 10_000):
        for name, options in (("plain", {}), ("every option", every_option)):
            ours = sgd_step(optguide.optim.SGD, count, options)
            theirs = sgd_step(torch.optim.SGD, count, {"foreach": False, **options})
            yield f"SGD.step, {count:6,} tensors, {name}", ours, theirs, None


# --- losses


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
    ours = loss_step(getattr(optguide.losses, name), *args, **options)
    theirs = loss_step(getattr(F, name), *args, **options)
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


def loss_cases() -> Iterator[Case]:
    """Every loss at a small, a middle and a large size."""
    yield from elementwise_cases()
    yield from classification_cases()
    yield from embedding_cases()
    yield from sequence_cases()


# --- schedulers

# Arguments that keep a schedule going for as many steps as the clock needs.
SCHEDULERS: dict[str, dict[str, Any]] = {
    "LambdaLR": {"lr_lambda": lambda t: 1 / (1 + t)},
    "MultiplicativeLR": {"lr_lambda": lambda _: 1.0},
    "StepLR": {"step_size": 30, "gamma": 1.0},
    "MultiStepLR": {"milestones": [30, 60, 90]},
    "ConstantLR": {},
    "LinearLR": {"total_iters": 10**9},
    "ExponentialLR": {"gamma": 1.0},
    "PolynomialLR": {"total_iters": 10**9},
    "CosineAnnealingLR": {"T_max": 1000},
    "CosineAnnealingWarmRestarts": {"T_0": 1000},
    "CyclicLR": {"base_lr": 0.1, "max_lr": 0.5, "step_size_up": 1000},
    "OneCycleLR": {"max_lr": 0.5, "total_steps": 10**9},
    "SequentialLR": {"milestones": [3]},
    "ChainedScheduler": {},
    "ReduceLROnPlateau": {},
    "SWALR": {"swa_lr": 0.05},
}


def scheduler_step(schedulers: Any, name: str) -> Step:
    """One step of a scheduler of two groups, on torch's SGD in both libraries."""
    groups = [{"params": [torch.ones(1)], "lr": lr} for lr in (0.1, 0.01)]
    optimizer = torch.optim.SGD(groups, momentum=0.9)
    options = dict(SCHEDULERS[name])
    if name in ("SequentialLR", "ChainedScheduler"):
        options["schedulers"] = [
            schedulers.LinearLR(optimizer),
            schedulers.ExponentialLR(optimizer, gamma=1.0),
        ]
    module = schedulers
    if name == "SWALR":
        ours = schedulers is optguide.lr_scheduler
        module = optguide.swa_utils if ours else torch.optim.swa_utils
    scheduler = getattr(module, name)(optimizer=optimizer, **options)
    optimizer.step()  # or the first step of the scheduler warns
    if name == "ReduceLROnPlateau":
        return lambda: scheduler.step(1.0)
    step: Step = scheduler.step
    return step


def scheduler_cases() -> Iterator[Case]:
    """`step()` of every scheduler."""
    for name in SCHEDULERS:
        yield (
            f"{name}.step, 2 groups",
            scheduler_step(optguide.lr_scheduler, name),
            scheduler_step(torch.optim.lr_scheduler, name),
            1.0,
        )


SUBJECTS = {"sgd": sgd_cases, "losses": loss_cases, "lr_scheduler": scheduler_cases}


def main(subjects: list[str]) -> None:
    """Print one line for each case as it is measured."""
    torch.set_num_threads(1)
    torch.manual_seed(0)
    print(
        f"time of optguide / time of torch {torch.__version__}, one thread, foreach=False"
    )
    cases = [case for subject in subjects for case in SUBJECTS[subject]()]
    over = 0
    for name, ours, theirs, goal in tqdm(cases, unit="case", leave=False):
        value = ratio(ours, theirs)
        missed = goal is not None and value > goal
        over += missed
        tqdm.write(f"{name:50} {value:6.2f}" + (f"  goal {goal:g}" if missed else ""))
    print(f"{len(cases)} cases, {over} over their goal")


if __name__ == "__main__":
    main(sys.argv[1:] or list(SUBJECTS))
