"""Random schedulers, alone and composed, saved and resumed in the middle: equal to torch's."""

import itertools
from typing import Any

import torch
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.support.lr_scheduler_compare import (
    OURS,
    TORCH,
    Halving,
    Spec,
    build,
    chain,
    decay_by_age,
    make,
    sequence,
    snapshot,
    walk,
    wave,
)
from tests.support.optim_compare import assert_same

factor = st.floats(0, 1.2)
positive = st.floats(1e-3, 1)
length = st.integers(1, 12)
lambdas = st.sampled_from([decay_by_age, wave, Halving(4)])
momenta = st.floats(0, 1)


def spec(name: str, required: dict[str, Any], optional: dict[str, Any] | None = None):
    """Strategy for a name with arguments; optional ones are sometimes left out."""
    kwargs = st.fixed_dictionaries(required, optional=optional or {})
    return st.tuples(st.just(name), kwargs)


MULTIPLYING = [
    spec("MultiplicativeLR", {"lr_lambda": lambdas}),
    spec("StepLR", {"step_size": length}, {"gamma": factor}),
    spec(
        "MultiStepLR",
        {"milestones": st.lists(st.integers(0, 30), max_size=5)},
        {"gamma": factor},
    ),
    spec("ConstantLR", {}, {"factor": positive, "total_iters": length}),
    spec(
        "LinearLR",
        {},
        {
            "start_factor": positive,
            "end_factor": st.floats(0, 1),
            "total_iters": length,
        },
    ),
    spec("ExponentialLR", {"gamma": factor}),
    spec("PolynomialLR", {}, {"total_iters": length, "power": st.floats(0, 3)}),
    spec("CosineAnnealingLR", {"T_max": length}, {"eta_min": positive}),
    spec(
        "SWALR",
        {"swa_lr": positive},
        {
            "anneal_epochs": st.integers(0, 12),
            "anneal_strategy": st.sampled_from(["cos", "linear"]),
        },
    ),
]
RESETTING = [
    spec("LambdaLR", {"lr_lambda": lambdas}),
    spec(
        "CosineAnnealingWarmRestarts",
        {"T_0": length},
        {"T_mult": st.integers(1, 3), "eta_min": positive},
    ),
    spec(
        "OneCycleLR",
        {"max_lr": positive, "total_steps": st.integers(1, 50)},
        {
            "pct_start": st.floats(0, 1),
            "anneal_strategy": st.sampled_from(["cos", "linear"]),
            "cycle_momentum": st.booleans(),
            "base_momentum": momenta,
            "max_momentum": momenta,
            "div_factor": st.floats(1, 100),
            "final_div_factor": st.floats(1, 1e5),
            "three_phase": st.booleans(),
        },
    ),
]
cyclic = spec(
    "CyclicLR",
    {"base_lr": positive, "max_lr": positive, "step_size_up": length},
    {
        "step_size_down": length,
        "mode": st.sampled_from(["triangular", "triangular2", "exp_range"]),
        "gamma": st.floats(0.5, 1.1),
        "scale_fn": st.none() | lambdas,
        "scale_mode": st.sampled_from(["cycle", "iterations"]),
        "cycle_momentum": st.booleans(),
        "base_momentum": momenta,
        "max_momentum": momenta,
    },
)
# CyclicLR alone: behind another one, torch's starts at the wrong lr (test_lr_scheduler_rules).
parts = st.lists(st.one_of(MULTIPLYING + RESETTING), min_size=1, max_size=4)


@st.composite
def sequences(draw) -> Spec:
    drawn = draw(parts)
    steps = draw(st.lists(st.integers(1, 12), min_size=len(drawn), max_size=len(drawn)))
    return sequence(*drawn, milestones=[*itertools.accumulate(steps)][:-1])


schedulers = st.one_of(
    *MULTIPLYING,
    *RESETTING,
    cyclic,
    parts.map(lambda drawn: chain(*drawn)),
    sequences(),
    # In a sequence, torch gets composites wrong (test_lr_scheduler_composite).
    st.tuples(sequences(), parts).map(lambda drawn: chain(drawn[0], *drawn[1])),
)
lr = st.floats(1e-4, 10)
lrs = st.lists(lr | lr.map(torch.tensor), min_size=1, max_size=3)


def begin(pair: Any, lrs: list[Any], scheduler: Spec) -> tuple[Any, Any] | None:
    """None for what can't be built, such as a phase of OneCycleLR without steps."""
    module, sgd = pair
    optimizer = build(sgd, lrs)
    try:
        return optimizer, make(module, optimizer, scheduler)
    except ZeroDivisionError:
        return None


@settings(max_examples=400, deadline=None)
@given(lrs=lrs, scheduler=schedulers, stop=st.integers(0, 40), pairs=st.integers(0, 8))
def test_equal_to_torch(lrs, scheduler, stop, pairs):
    writer, reader = [*itertools.product([TORCH, *OURS], repeat=2)][pairs]
    uninterrupted = begin(TORCH, lrs, scheduler)
    begun = begin(writer, lrs, scheduler)
    assert (uninterrupted is None) == (begun is None)
    assume(uninterrupted is not None and begun is not None)
    assert uninterrupted is not None
    assert begun is not None
    expected = walk(*uninterrupted, 60)

    history = walk(*begun, stop)
    saved = snapshot([part.state_dict() for part in begun])
    others = [lr * 0 + 3 for lr in lrs]
    resumed = begin(reader, others, scheduler)
    assert resumed is not None
    for part, state in zip(resumed, saved, strict=True):
        part.load_state_dict(state)
    history += walk(*resumed, 60 - stop)
    assert_same(history, expected)
