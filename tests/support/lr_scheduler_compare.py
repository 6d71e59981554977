"""Every scheduler with arguments that reach its corners, and how ours is held beside torch's."""

import copy
import math
import re
from types import SimpleNamespace
from typing import Any

import pytest
import torch
import torch.optim.lr_scheduler as torch_lr_scheduler
import torch.optim.swa_utils as torch_swa_utils
from torch import Tensor

from optguide import lr_scheduler, optim, swa_utils
from tests.support.here import here
from tests.support.optim_compare import outcome

NAMES = sorted({*torch_lr_scheduler.__all__, "SWALR"})


def library(schedulers: Any, swa: Any) -> Any:
    return SimpleNamespace(
        **{name: getattr(schedulers, name) for name in NAMES if name != "SWALR"},
        SWALR=swa.SWALR,
    )


# (schedulers, SGD): torch's schedulers take torch's optimizers only.
TORCH = (library(torch_lr_scheduler, torch_swa_utils), torch.optim.SGD)
OURS = [
    (library(lr_scheduler, swa_utils), torch.optim.SGD),
    (library(lr_scheduler, swa_utils), optim.SGD),
]

# A scheduler: its name and arguments; parts of a composite are written the same way.
Spec = tuple[str, dict[str, Any]]


def decay_by_age(epoch: int) -> float:
    return 1 / (1 + epoch / 7)


def wave(x: float) -> float:
    return (1 + math.sin(x * math.pi / 2)) / 2


class Halving:
    """A callable object, which has attributes to save."""

    def __init__(self, every: int) -> None:
        self.every = every

    def __call__(self, x: float) -> float:
        return float(0.5 ** (x // self.every))


def sequence(*parts: Spec, milestones: list[int]) -> Spec:
    return "SequentialLR", {"schedulers": [*parts], "milestones": milestones}


def chain(*parts: Spec) -> Spec:
    return "ChainedScheduler", {"schedulers": [*parts]}


SIMPLE: list[Spec] = [
    ("LambdaLR", {"lr_lambda": decay_by_age}),
    ("LambdaLR", {"lr_lambda": Halving(5)}),
    ("MultiplicativeLR", {"lr_lambda": decay_by_age}),
    ("MultiplicativeLR", {"lr_lambda": Halving(9)}),
    ("StepLR", {"step_size": 1}),
    ("StepLR", {"step_size": 1, "gamma": 0.999}),
    ("StepLR", {"step_size": 7, "gamma": 0.9}),
    ("StepLR", {"step_size": 10, "gamma": 1.5}),
    ("StepLR", {"step_size": 5, "gamma": 0}),
    ("StepLR", {"step_size": 2, "gamma": -0.5}),
    ("MultiStepLR", {"milestones": [30, 7, 7, 60]}),
    ("MultiStepLR", {"milestones": [0, 14], "gamma": 3}),
    ("MultiStepLR", {"milestones": []}),
    ("ConstantLR", {}),
    ("ConstantLR", {"factor": 0.1, "total_iters": 30}),
    ("ConstantLR", {"factor": 1, "total_iters": 1}),
    ("LinearLR", {}),
    ("LinearLR", {"start_factor": 1.0, "end_factor": 0.0, "total_iters": 30}),
    ("LinearLR", {"start_factor": 0.01, "end_factor": 0.7, "total_iters": 1}),
    ("ExponentialLR", {"gamma": 0.9}),
    ("ExponentialLR", {"gamma": 1.001}),
    ("PolynomialLR", {}),
    ("PolynomialLR", {"total_iters": 30, "power": 0.5}),
    ("PolynomialLR", {"total_iters": 200, "power": 3}),
    ("CosineAnnealingLR", {"T_max": 1}),
    ("CosineAnnealingLR", {"T_max": 7, "eta_min": 0.01}),
    ("CosineAnnealingLR", {"T_max": 1000, "eta_min": 1e-5}),
    ("CosineAnnealingWarmRestarts", {"T_0": 1}),
    ("CosineAnnealingWarmRestarts", {"T_0": 10, "eta_min": 0.01}),
    ("CosineAnnealingWarmRestarts", {"T_0": 3, "T_mult": 2}),
    ("CyclicLR", {"base_lr": 0.01, "max_lr": 0.1, "step_size_up": 20}),
    (
        "CyclicLR",
        {
            "base_lr": 0.01,
            "max_lr": 0.1,
            "step_size_up": 3,
            "step_size_down": 11,
            "mode": "triangular2",
        },
    ),
    (
        "CyclicLR",
        {
            "base_lr": 0.1,
            "max_lr": 0.5,
            "step_size_up": 5,
            "mode": "exp_range",
            "gamma": 0.98,
            "base_momentum": 0.2,
            "max_momentum": 0.7,
        },
    ),
    (
        "CyclicLR",
        {
            "base_lr": 0.1,
            "max_lr": 0.5,
            "step_size_up": 4,
            "scale_fn": Halving(3),
            "mode": "none",
            "cycle_momentum": False,
        },
    ),
    (
        "CyclicLR",
        {
            "base_lr": 0.1,
            "max_lr": 0.5,
            "step_size_up": 6,
            "scale_fn": wave,
            "scale_mode": "iterations",
        },
    ),
    ("OneCycleLR", {"max_lr": 0.5, "total_steps": 100}),
    (
        "OneCycleLR",
        {
            "max_lr": 0.5,
            "epochs": 11,
            "steps_per_epoch": 7,
            "anneal_strategy": "linear",
            "three_phase": True,
        },
    ),
    (
        "OneCycleLR",
        {
            "max_lr": 2.0,
            "total_steps": 40,
            "pct_start": 0.0,
            "cycle_momentum": False,
            "div_factor": 10,
            "final_div_factor": 50,
        },
    ),
    (
        "OneCycleLR",
        {
            "max_lr": 2.0,
            "total_steps": 6000,
            "pct_start": 0.45,
            "three_phase": True,
            "base_momentum": 0.1,
            "max_momentum": 0.99,
        },
    ),
    ("SWALR", {"swa_lr": 0.05}),
    ("SWALR", {"swa_lr": 0.5, "anneal_epochs": 33, "anneal_strategy": "linear"}),
    ("SWALR", {"swa_lr": 0.5, "anneal_epochs": 0}),
]

WARMUP: Spec = ("LinearLR", {"start_factor": 0.1, "total_iters": 5})
COMPOSITE: list[Spec] = [
    chain(("ConstantLR", {"factor": 0.1, "total_iters": 20}), SIMPLE[19]),
    chain(("StepLR", {"step_size": 3, "gamma": 0.5}), SIMPLE[25], WARMUP),
    chain(("LambdaLR", {"lr_lambda": decay_by_age}), SIMPLE[3]),
    sequence(SIMPLE[19], milestones=[]),
    sequence(WARMUP, SIMPLE[25], milestones=[5]),
    sequence(SIMPLE[10], SIMPLE[8], SIMPLE[19], milestones=[1, 13]),
    sequence(SIMPLE[10], SIMPLE[19], SIMPLE[16], milestones=[0, 4]),
    sequence(SIMPLE[19], SIMPLE[2], ("SWALR", {"swa_lr": 0.5}), milestones=[3, 9]),
    sequence(WARMUP, SIMPLE[35], milestones=[10]),
    sequence(SIMPLE[0], SIMPLE[29], milestones=[8]),
    chain(sequence(WARMUP, SIMPLE[19], milestones=[7]), SIMPLE[6]),
]


def name_of(spec: Any) -> str:
    """An id for pytest: short, and without addresses, which differ between processes."""
    return re.sub(r" at 0x\w+", "", str(spec))[:120]


each_simple = pytest.mark.parametrize("spec", SIMPLE, ids=name_of)
each_scheduler = pytest.mark.parametrize("spec", SIMPLE + COMPOSITE, ids=name_of)

LRS: dict[str, list[Any]] = {
    "float": [0.1],
    "int": [1],
    "tensor": [torch.tensor(0.1)],
    "tensor of one dimension": [torch.tensor([0.1])],
    "float64 tensor": [torch.tensor(0.1, dtype=torch.float64)],
    "groups": [0.1, 0.003],
    "float and tensor": [0.1, torch.tensor(0.5)],
}
each_lr = pytest.mark.parametrize("lrs", LRS.values(), ids=list(LRS))


def build(sgd: Any, lrs: list[Any]) -> Any:
    """One group for each learning rate; the parameter has a gradient."""
    groups = []
    for lr in lrs:
        param = torch.ones(2, requires_grad=True)
        param.grad = torch.ones(2)
        groups.append({"params": param, "lr": snapshot(here(lr))})
    return sgd(groups, lr=1e-3, momentum=0.9)


def make(module: Any, optimizer: Any, spec: Spec, **kwargs: Any) -> Any:
    name, arguments = spec
    arguments = {**arguments, **kwargs}
    if "schedulers" in arguments:
        parts = arguments["schedulers"]
        arguments["schedulers"] = [make(module, optimizer, part) for part in parts]
    return getattr(module, name)(optimizer=optimizer, **arguments)


def start(pair: Any, spec: Spec, lrs: list[Any]) -> Any:
    module, sgd = pair
    optimizer = build(sgd, lrs)
    return optimizer, make(module, optimizer, spec)


def snapshot(state: Any) -> Any:
    """A copy. Keys are sorted: which attribute was set first is nobody's business."""
    if type(state) is dict:
        return {key: snapshot(state[key]) for key in sorted(state, key=str)}
    if isinstance(state, list | tuple):
        return type(state)(snapshot(item) for item in state)
    return state.clone() if isinstance(state, Tensor) else copy.copy(state)


def seen(optimizer: Any, scheduler: Any) -> Any:
    return snapshot((optimizer.state_dict(), scheduler.state_dict()))


def walk(optimizer: Any, scheduler: Any, n_steps: int) -> list[Any]:
    """Over ``n_steps``: lrs as the scheduler and as the optimizer tell, momenta, complaints."""
    history = []
    optimizer.step()
    for _ in range(n_steps):
        complaints = outcome(scheduler.step)
        groups = [(group["lr"], group["momentum"]) for group in optimizer.param_groups]
        history.append(snapshot((scheduler.get_last_lr(), groups, complaints)))
    return history


def lrs_of(pair: Any, spec: Spec, n_epochs: int, lr: float = 1.0) -> list[float]:
    """The learning rates of epochs 0 to ``n_epochs``, of one group."""
    optimizer, scheduler = start(pair, spec, [lr])
    lrs = list(scheduler.get_last_lr())
    optimizer.step()
    for _ in range(n_epochs):
        scheduler.step()
        lrs += scheduler.get_last_lr()
    return lrs


def assert_close(lrs: list[float], expected: list[float]) -> None:
    assert len(lrs) == len(expected)
    for t, (lr, formula) in enumerate(zip(lrs, expected, strict=True)):
        assert math.isclose(lr, formula, rel_tol=1e-12, abs_tol=1e-15), t
