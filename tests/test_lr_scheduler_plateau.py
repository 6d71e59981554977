"""ReduceLROnPlateau against torch's."""

import copy
import io
import itertools
import math
import pickle
from typing import Any

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.here import here
from tests.support.lr_scheduler_compare import OURS, TORCH, build, snapshot
from tests.support.optim_compare import assert_same, assert_same_refusal, outcome

Plateau = dict[str, Any]


def plateau(pair: Any, lrs: list[Any], kwargs: Plateau) -> tuple[Any, Any]:
    module, sgd = pair
    optimizer = build(sgd, lrs)
    return optimizer, module.ReduceLROnPlateau(optimizer, **kwargs)


def follow(optimizer: Any, scheduler: Any, metrics: list[Any]) -> list[Any]:
    history = []
    for metric in metrics:
        scheduler.step(metric)
        lrs = [group["lr"] for group in optimizer.param_groups]
        history.append(snapshot((scheduler.state_dict(), lrs, scheduler.in_cooldown)))
    return history


numbers = st.floats(-3, 3) | st.sampled_from([0.0, 1.0, math.nan, math.inf, -math.inf])
options = st.fixed_dictionaries(
    {},
    optional={
        "mode": st.sampled_from(["min", "max"]),
        "factor": st.floats(0, 0.99),
        "patience": st.integers(0, 3),
        "threshold": st.sampled_from([0, 1e-4, 0.1, 0.5]),
        "threshold_mode": st.sampled_from(["rel", "abs"]),
        "cooldown": st.integers(0, 3),
        "min_lr": st.sampled_from([0, 0.01, 0.2]),
        "eps": st.sampled_from([0, 1e-8, 0.01]),
    },
)


@settings(max_examples=300, deadline=None)
@given(
    kwargs=options,
    coarse=st.booleans(),
    metrics=st.lists(numbers, max_size=30),
    lrs=st.lists(st.floats(1e-4, 2), min_size=1, max_size=3),
    as_tensor=st.booleans(),
    min_lrs=st.booleans(),
    stop=st.integers(0, 30),
)
def test_equal_to_torch(kwargs, coarse, metrics, lrs, as_tensor, min_lrs, stop):
    """In the middle it is saved, and goes on in another one, of torch or ours."""
    metrics = [round(m) if coarse and math.isfinite(m) else m for m in metrics]
    lrs = [torch.tensor(lr) if as_tensor else lr for lr in lrs]
    if min_lrs:
        kwargs = {**kwargs, "min_lr": [0.1 * i for i, _ in enumerate(lrs)]}

    def run(writer, reader):
        optimizer, scheduler = plateau(writer, lrs, kwargs)
        history = follow(optimizer, scheduler, metrics[:stop])
        saved = snapshot((optimizer.state_dict(), scheduler.state_dict()))
        optimizer, scheduler = plateau(reader, lrs, {"patience": 77})
        optimizer.load_state_dict(saved[0])
        scheduler.load_state_dict(saved[1])
        return history + follow(optimizer, scheduler, metrics[stop:])

    expected = run(TORCH, TORCH)
    for writer, reader in itertools.product([TORCH, *OURS], repeat=2):
        assert_same(run(writer, reader), expected)


def test_equal_to_torch_over_thousands_of_steps():
    metrics = [math.sin(i / 40) + 1000 / (i + 1) for i in range(5000)]
    kwargs = {"factor": 0.99, "patience": 3, "cooldown": 2, "min_lr": 1e-3}
    expected = follow(*plateau(TORCH, [0.1], kwargs), metrics)
    assert expected[-1][1] == [1e-3]
    for ours in OURS:
        assert_same(follow(*plateau(ours, [0.1], kwargs), metrics), expected)


@pytest.mark.parametrize(
    ("kwargs", "metrics", "expected"),
    [
        # The first is the best up to now; two bad ones are put up with.
        ({"patience": 2}, [5, 5, 5, 5, 5, 5, 5], [1, 1, 1, 0.1, 0.1, 0.1, 0.01]),
        ({"patience": 0}, [5, 4, 5, 4, 3], [1, 1, 0.1, 0.01, 0.01]),
        ({"patience": 0, "mode": "max"}, [5, 6, 5, 7], [1, 1, 0.1, 0.1]),
        ({"patience": 0, "threshold": 0.1}, [10, 9.1, 8.9], [1, 0.1, 0.1]),
        (
            {"patience": 0, "threshold": 0.1, "mode": "max"},
            [10, 10.9, 11.1],
            [1, 0.1, 0.1],
        ),
        (
            {"patience": 0, "threshold": 1, "threshold_mode": "abs"},
            [10, 9.1, 8.9],
            [1, 0.1, 0.1],
        ),
        (
            {"patience": 0, "threshold": 1, "threshold_mode": "abs", "mode": "max"},
            [10, 10.9, 11.1],
            [1, 0.1, 0.1],
        ),
        ({"patience": 0, "cooldown": 2}, [5] * 6, [1, 0.1, 0.1, 0.1, 0.01, 0.01]),
        ({"patience": 0, "min_lr": 0.05}, [5] * 4, [1, 0.1, 0.05, 0.05]),
        ({"patience": 0, "min_lr": 3}, [5] * 3, [1, 1, 1]),
        ({"patience": 0, "eps": 0.09}, [5] * 4, [1, 0.1, 0.1, 0.1]),
        ({"patience": 0}, [5, math.nan, 4], [1, 0.1, 0.1]),
    ],
    ids=str,
)
def test_table(kwargs, metrics, expected):
    for pair in (TORCH, *OURS):
        history = follow(*plateau(pair, [1.0], kwargs), metrics)
        for (_, (lr,), _), right in zip(history, expected, strict=True):
            assert math.isclose(lr, right, rel_tol=1e-12)


def test_a_negative_metric_in_relative_mode():
    """#47513: -0.95 beats the best of -1 by the formula of the documentation, and is the new best."""
    for pair in (TORCH, *OURS):
        optimizer, scheduler = plateau(pair, [1.0], {"threshold": 0.1, "patience": 0})
        follow(optimizer, scheduler, [-1.0, -0.95])
        assert scheduler.best == -0.95
        assert optimizer.param_groups[0]["lr"] == 1.0


@pytest.mark.parametrize(
    "metric",
    [3, 3.5, torch.tensor(3.5), torch.tensor([2]), "3.5", "x", None, torch.ones(2)],
)
def test_metrics(metric):
    def run(pair):
        _, scheduler = plateau(pair, [1.0], {})
        result = outcome(scheduler.step, here(metric))
        return result, scheduler.best, scheduler.last_epoch

    expected = run(TORCH)
    for ours in OURS:
        assert_same(run(ours), expected)


def test_step_takes_no_epoch():
    """Deprecated in torch, and left out."""
    _, scheduler = plateau(OURS[1], [1.0], {})
    with pytest.raises(TypeError, match="takes 2 positional arguments"):
        scheduler.step(1.0, 3)


def test_there_is_no_get_lr():
    for pair in (TORCH, *OURS):
        _, scheduler = plateau(pair, [1.0], {})
        assert scheduler.get_last_lr() == [1.0]
        with pytest.raises(NotImplementedError):
            scheduler.get_lr()


@pytest.mark.parametrize(
    "kwargs",
    [
        {"factor": 1.0},
        {"factor": 2},
        {"mode": "up"},
        {"threshold_mode": "ratio"},
        {"min_lr": [0.1]},
        {"min_lr": (0.1, 0.1, 0.1)},
    ],
    ids=str,
)
def test_refused(kwargs):
    for ours in OURS:
        assert_same_refusal(lambda pair: plateau(pair, [0.1, 0.2], kwargs), ours, TORCH)


@pytest.mark.parametrize("thing", [None, [], "sgd"], ids=repr)
def test_what_is_no_optimizer_is_refused(thing):
    assert_same_refusal(lambda pair: pair[0].ReduceLROnPlateau(thing), OURS[0], TORCH)


@pytest.mark.parametrize("min_lr", [0.5, [0.5]])
def test_a_group_added_later(min_lr):
    """It has the common ``min_lr``; a list has nothing for it."""

    def run(pair):
        optimizer, scheduler = plateau(pair, [1.0], {"patience": 0, "min_lr": min_lr})
        optimizer.add_param_group(
            {"params": torch.ones(1, requires_grad=True), "lr": 2.0}
        )
        return follow(optimizer, scheduler, [5, 4, 5, 5, 5])

    for ours in OURS:
        if isinstance(min_lr, list):
            assert_same_refusal(run, ours, TORCH)
        else:
            assert_same(run(ours), run(TORCH))


def test_copies_and_files():
    for pair in OURS:
        optimizer, scheduler = plateau(pair, [1.0], {"patience": 1})
        follow(optimizer, scheduler, [5, 4, 5])
        copies = [copy.deepcopy(scheduler), pickle.loads(pickle.dumps(scheduler))]
        file = io.BytesIO()
        torch.save(scheduler.state_dict(), file)
        file.seek(0)
        assert torch.load(file, weights_only=True) == scheduler.state_dict()
        expected = follow(optimizer, scheduler, [5, 5, 5])
        for other in copies:
            assert_same(follow(other.optimizer, other, [5, 5, 5]), expected)
