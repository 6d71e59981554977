"""What each scheduler does by itself: its formula, its refusals, and where it leaves torch's."""

import functools
import math
from types import SimpleNamespace
from typing import Any

import pytest
import torch
import torch.optim.lr_scheduler as torch_lr_scheduler

from optguide import lr_scheduler
from tests.support.here import here
from tests.support.lr_scheduler_compare import (
    OURS,
    TORCH,
    Halving,
    Spec,
    assert_close,
    build,
    lrs_of,
    make,
    name_of,
    seen,
    snapshot,
    start,
    walk,
    wave,
)
from tests.support.optim_compare import assert_same, assert_same_refusal, outcome

# The formulas, by other means than the code: tables worked out by hand.

TABLES: list[tuple[Spec, list[float]]] = [
    (("LambdaLR", {"lr_lambda": lambda t: 1 / (t + 1)}), [1, 1 / 2, 1 / 3, 1 / 4]),
    (("MultiplicativeLR", {"lr_lambda": lambda t: 1 / t}), [1, 1, 1 / 2, 1 / 6]),
    (("StepLR", {"step_size": 2, "gamma": 0.5}), [1, 1, 0.5, 0.5, 0.25]),
    (("MultiStepLR", {"milestones": [3, 1, 3]}), [1, 0.1, 0.1, 0.001, 0.001]),
    (("ConstantLR", {"factor": 0.25, "total_iters": 2}), [0.25, 0.25, 1, 1]),
    (("ConstantLR", {}), [1 / 3, 1 / 3, 1 / 3, 1 / 3, 1 / 3, 1, 1]),
    (
        ("LinearLR", {"start_factor": 0.5, "total_iters": 4}),
        [0.5, 0.625, 0.75, 0.875, 1, 1],
    ),
    (
        ("LinearLR", {"start_factor": 1, "end_factor": 0, "total_iters": 2}),
        [1, 0.5, 0, 0],
    ),
    (("ExponentialLR", {"gamma": 0.5}), [1, 0.5, 0.25, 0.125]),
    (
        ("PolynomialLR", {"total_iters": 4, "power": 2}),
        [1, 9 / 16, 1 / 4, 1 / 16, 0, 0],
    ),
    (("CosineAnnealingLR", {"T_max": 2, "eta_min": 0.2}), [1, 0.6, 0.2, 0.6, 1, 0.6]),
    (
        ("CosineAnnealingWarmRestarts", {"T_0": 2, "T_mult": 2}),
        [1, 0.5, 1, (1 + 0.5**0.5) / 2, 0.5, (1 - 0.5**0.5) / 2, 1],
    ),
    (
        (
            "CyclicLR",
            {"base_lr": 1, "max_lr": 3, "step_size_up": 2, "step_size_down": 1},
        ),
        [1, 2, 3, 1, 2, 3, 1],
    ),
    (
        (
            "CyclicLR",
            {"base_lr": 1, "max_lr": 3, "step_size_up": 1, "mode": "triangular2"},
        ),
        [1, 3, 1, 2, 1, 1.5, 1],
    ),
    (
        (
            "CyclicLR",
            {
                "base_lr": 1,
                "max_lr": 3,
                "step_size_up": 1,
                "mode": "exp_range",
                "gamma": 0.5,
            },
        ),
        [1, 2, 1, 1.25, 1, 1 + 2 / 2**5],
    ),
    (
        (
            "CyclicLR",
            {
                "base_lr": 0,
                "max_lr": 1,
                "step_size_up": 1,
                "scale_fn": lambda cycle: 10**cycle,
            },
        ),
        [0, 10, 0, 100, 0, 1000],
    ),
    (
        (
            "CyclicLR",
            {
                "base_lr": 0,
                "max_lr": 1,
                "step_size_up": 1,
                "scale_fn": lambda t: 10**t,
                "scale_mode": "iterations",
            },
        ),
        [0, 10, 0, 1000, 0, 100000],
    ),
    (
        (
            "OneCycleLR",
            {
                "max_lr": 1,
                "total_steps": 6,
                "pct_start": 0.5,
                "anneal_strategy": "linear",
                "div_factor": 5,
                "final_div_factor": 2,
            },
        ),
        [0.2, 0.6, 1, 0.7, 0.4, 0.1, -0.2],
    ),
    (
        (
            "OneCycleLR",
            {
                "max_lr": 1,
                "epochs": 2,
                "steps_per_epoch": 5,
                "pct_start": 0.3,
                "div_factor": 5,
                "final_div_factor": 2,
                "three_phase": True,
            },
        ),
        [0.2, 0.6, 1, 0.6, 0.2]
        + [0.1 + 0.05 * (1 + math.cos(math.pi * i / 5)) for i in (1, 2, 3, 4, 5)],
    ),
    (
        ("SWALR", {"swa_lr": 0.2, "anneal_epochs": 2, "anneal_strategy": "linear"}),
        [1, 0.6, 0.2, 0.2],
    ),
    (
        ("SWALR", {"swa_lr": 0.2, "anneal_epochs": 4}),
        [1, 0.2 + 0.4 * (1 + 0.5**0.5), 0.6, 0.2 + 0.4 * (1 - 0.5**0.5), 0.2, 0.2],
    ),
    (("SWALR", {"swa_lr": 0.2, "anneal_epochs": 0}), [0.2, 0.2, 0.2]),
]


@pytest.mark.parametrize(("spec", "expected"), TABLES, ids=name_of)
def test_table(spec, expected):
    for pair in (TORCH, *OURS):
        assert_close(lrs_of(pair, spec, len(expected) - 1), expected)


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        (
            (
                "CyclicLR",
                {
                    "base_lr": 1,
                    "max_lr": 3,
                    "step_size_up": 2,
                    "mode": "triangular2",
                    "base_momentum": 0.4,
                    "max_momentum": 0.8,
                },
            ),
            [0.8, 0.6, 0.4, 0.6, 0.8, 0.7, 0.6, 0.7, 0.8],
        ),
        (
            (
                "OneCycleLR",
                {
                    "max_lr": 1,
                    "total_steps": 10,
                    "three_phase": True,
                    "anneal_strategy": "linear",
                    "base_momentum": 0.4,
                    "max_momentum": 0.8,
                },
            ),
            [0.8, 0.6, 0.4, 0.6, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8],
        ),
        (
            ("OneCycleLR", {"max_lr": 1, "total_steps": 6, "pct_start": 0.5}),
            [0.95, 0.9, 0.85, 0.875, 0.925, 0.95],
        ),
    ],
    ids=name_of,
)
def test_table_of_momentum(spec, expected):
    """Momentum of SGD, first beta of Adam; the second beta stays."""

    def adam(groups, lr, momentum):
        return torch.optim.Adam(groups, lr=lr, betas=(momentum, 0.99))

    for module, sgd in (TORCH, *OURS, (TORCH[0], adam), (OURS[0][0], adam)):
        optimizer = build(sgd, [1.0])
        scheduler = make(module, optimizer, spec)
        optimizer.step()
        (group,) = optimizer.param_groups
        momenta = []
        for _ in expected:
            if sgd is adam:
                assert group["betas"][1] == 0.99
                momenta.append(group["betas"][0])
            else:
                momenta.append(group["momentum"])
            scheduler.step()
        assert_close(momenta, expected)
        assert_same(
            {"max_momentum": group["max_momentum"], "base": group["base_momentum"]},
            {
                "max_momentum": spec[1].get("max_momentum", 0.95),
                "base": spec[1].get("base_momentum", 0.85),
            },
        )


def test_adam_with_both():
    def run(module):
        param = torch.ones(1, requires_grad=True)
        param.grad = torch.ones(1)
        optimizer = torch.optim.Adam([param], lr=0.1)
        scheduler = module.OneCycleLR(optimizer, 0.5, total_steps=30)
        history = []
        for _ in range(30):
            optimizer.step()
            scheduler.step()
            history.append((seen(optimizer, scheduler), param.item()))
        return history

    assert_same(run(OURS[0][0]), run(TORCH[0]))


# One value for each group.


@pytest.mark.parametrize(
    "spec",
    [
        ("LambdaLR", {"lr_lambda": [wave, Halving(2)]}),
        ("LambdaLR", {"lr_lambda": (wave, Halving(2))}),
        ("MultiplicativeLR", {"lr_lambda": [Halving(3), wave]}),
        ("CyclicLR", {"base_lr": [0.1, 0.3], "max_lr": 1, "step_size_up": 4}),
        (
            "CyclicLR",
            {
                "base_lr": 0.1,
                "max_lr": [1, torch.tensor(2.0)],
                "step_size_up": 4,
                "base_momentum": [0.1, 0.2],
                "max_momentum": (0.3, 0.4),
            },
        ),
        ("OneCycleLR", {"max_lr": [1.0, torch.tensor(2.0)], "total_steps": 30}),
        (
            "OneCycleLR",
            {
                "max_lr": torch.tensor(1.0),
                "total_steps": 30,
                "base_momentum": [0.1, 0.2],
                "max_momentum": (0.3, 0.4),
            },
        ),
        ("SWALR", {"swa_lr": [0.1, torch.tensor(2.0)]}),
    ],
    ids=name_of,
)
def test_a_list_has_a_value_for_each_group(spec):
    def run(pair):
        lrs = [0.5, torch.tensor(0.7)]
        optimizer, scheduler = start(pair, here(spec), lrs)
        first = seen(optimizer, scheduler)
        return first, walk(optimizer, scheduler, 20), seen(optimizer, scheduler)

    expected = run(TORCH)
    for ours in OURS:
        assert_same(run(ours), expected)


@pytest.mark.parametrize("as_list", [False, True])
def test_a_tensor_given_is_not_kept(as_list):
    """Nor is it shared between groups: whoever changes it later changes nothing here."""
    given = torch.tensor(0.5)
    argument = [given, given] if as_list else given
    for module, sgd in OURS:
        optimizer = build(sgd, [torch.tensor(0.1), torch.tensor(0.2)])
        module.CyclicLR(optimizer, argument, argument, base_momentum=argument)
        module.OneCycleLR(optimizer, argument, total_steps=9)
        module.SWALR(optimizer, argument)
        for key in ("lr", "max_lr", "swa_lr"):
            first, second = (group[key] for group in optimizer.param_groups)
            assert given is not first is not second is not given


# Refusals: the same exceptions, with the same words.

CYCLIC: dict[str, Any] = {"base_lr": 0.1, "max_lr": 1}
ONE_CYCLE: dict[str, Any] = {"max_lr": 1, "total_steps": 10}


@pytest.mark.parametrize(
    "spec",
    [
        ("LambdaLR", {"lr_lambda": [wave]}),
        ("LambdaLR", {"lr_lambda": []}),
        ("LambdaLR", {"lr_lambda": 5}),
        ("MultiplicativeLR", {"lr_lambda": [wave, wave, wave]}),
        ("MultiplicativeLR", {"lr_lambda": 5}),
        ("MultiplicativeLR", {"lr_lambda": [wave, "wave"]}),
        ("StepLR", {"step_size": 1, "last_epoch": 3}),
        ("MultiStepLR", {"milestones": [1], "last_epoch": 3}),
        ("ConstantLR", {"factor": 1.01}),
        ("ConstantLR", {"factor": -0.01}),
        ("ConstantLR", {"last_epoch": 0}),
        ("LinearLR", {"start_factor": 0}),
        ("LinearLR", {"start_factor": 1.01}),
        ("LinearLR", {"end_factor": -0.01}),
        ("LinearLR", {"end_factor": 1.01}),
        ("ExponentialLR", {"gamma": 1, "last_epoch": 3}),
        ("PolynomialLR", {"last_epoch": 3}),
        ("CosineAnnealingLR", {"T_max": 3, "last_epoch": 3}),
        ("CosineAnnealingWarmRestarts", {"T_0": 0}),
        ("CosineAnnealingWarmRestarts", {"T_0": 1.5}),
        ("CosineAnnealingWarmRestarts", {"T_0": 1, "T_mult": 0}),
        ("CosineAnnealingWarmRestarts", {"T_0": 1, "T_mult": 1.5}),
        ("CosineAnnealingWarmRestarts", {"T_0": 1, "eta_min": "0"}),
        ("CosineAnnealingWarmRestarts", {"T_0": 1, "last_epoch": 3}),
        ("CyclicLR", {**CYCLIC, "base_lr": [0.1]}),
        ("CyclicLR", {**CYCLIC, "max_lr": [1, 1, 1]}),
        ("CyclicLR", {**CYCLIC, "mode": "square"}),
        ("CyclicLR", {**CYCLIC, "base_momentum": [0.1]}),
        ("CyclicLR", {**CYCLIC, "max_momentum": [0.1]}),
        ("CyclicLR", {**CYCLIC, "step_size_up": 0}),
        ("CyclicLR", {**CYCLIC, "last_epoch": 3}),
        ("OneCycleLR", {"max_lr": 1}),
        ("OneCycleLR", {"max_lr": 1, "epochs": 5}),
        ("OneCycleLR", {"max_lr": 1, "steps_per_epoch": 5}),
        ("OneCycleLR", {"max_lr": 1, "total_steps": 0}),
        ("OneCycleLR", {"max_lr": 1, "total_steps": 5.0}),
        ("OneCycleLR", {"max_lr": 1, "epochs": 0, "steps_per_epoch": 5}),
        ("OneCycleLR", {"max_lr": 1, "epochs": 1.5, "steps_per_epoch": 5}),
        ("OneCycleLR", {"max_lr": 1, "epochs": 5, "steps_per_epoch": -1}),
        ("OneCycleLR", {"max_lr": 1, "epochs": 5, "steps_per_epoch": 2.5}),
        ("OneCycleLR", {**ONE_CYCLE, "pct_start": -0.1}),
        ("OneCycleLR", {**ONE_CYCLE, "pct_start": 1.1}),
        ("OneCycleLR", {**ONE_CYCLE, "pct_start": 1}),
        ("OneCycleLR", {**ONE_CYCLE, "anneal_strategy": "square"}),
        ("OneCycleLR", {**ONE_CYCLE, "max_lr": [1]}),
        ("OneCycleLR", {**ONE_CYCLE, "base_momentum": [1]}),
        ("OneCycleLR", {**ONE_CYCLE, "max_momentum": [1, 1, 1]}),
        ("OneCycleLR", {**ONE_CYCLE, "last_epoch": 3}),
        ("OneCycleLR", {"max_lr": 1, "total_steps": 2, "pct_start": 0.5}),
        ("SWALR", {"swa_lr": [1]}),
        ("SWALR", {"swa_lr": 1, "anneal_strategy": "square"}),
        ("SWALR", {"swa_lr": 1, "anneal_epochs": -1}),
        ("SWALR", {"swa_lr": 1, "anneal_epochs": 1.5}),
        ("SWALR", {"swa_lr": 1, "last_epoch": 3}),
    ],
    ids=name_of,
)
def test_refused(spec):
    for ours in OURS:
        assert_same_refusal(lambda pair: start(pair, spec, [0.1, 0.2]), ours, TORCH)


@pytest.mark.parametrize("name", ["CyclicLR", "OneCycleLR"])
def test_a_momentum_that_is_not_there_is_refused(name):
    spec = (name, CYCLIC if name == "CyclicLR" else ONE_CYCLE)

    def without_momentum(module):
        optimizer = torch.optim.Adagrad([torch.ones(1, requires_grad=True)])
        make(module, optimizer, spec)

    assert_same_refusal(without_momentum, OURS[0][0], TORCH[0])


@pytest.mark.parametrize(
    "spec",
    [
        ("LambdaLR", {"lr_lambda": wave}),
        ("CyclicLR", CYCLIC),
        ("OneCycleLR", ONE_CYCLE),
        ("SWALR", {"swa_lr": 1}),
        ("PolynomialLR", {}),
    ],
    ids=name_of,
)
@pytest.mark.parametrize("thing", [None, [], {"lr": 0.1}], ids=repr)
def test_what_is_no_optimizer_is_refused(spec, thing):
    assert_same_refusal(lambda module: make(module, thing, spec), OURS[0][0], TORCH[0])


@pytest.mark.parametrize(
    ("spec", "n_good_steps"),
    [
        (("ConstantLR", {"factor": 0, "total_iters": 4}), 3),  # 1 / 0 to undo it
        (("StepLR", {"step_size": 0}), 0),
        (("CosineAnnealingLR", {"T_max": 0}), 0),
        (("OneCycleLR", ONE_CYCLE), 10),  # the 10th is allowed: a loop ends with it
        (("LambdaLR", {"lr_lambda": lambda t: 1 / (3 - t)}), 2),
    ],
    ids=name_of,
)
def test_a_step_that_fails(spec, n_good_steps):
    def run(pair):
        optimizer, scheduler = start(pair, spec, [0.1])
        optimizer.step()
        for _ in range(n_good_steps):
            scheduler.step()
        return outcome(scheduler.step)

    expected = run(TORCH)
    assert expected[0][0] in (ZeroDivisionError, ValueError)
    for ours in OURS:
        assert run(ours) == expected


def test_one_function_for_each_group_even_later():
    """LambdaLR counts its functions; StepLR takes a group that is added later."""

    def add_a_group(pair):
        optimizer, scheduler = start(pair, ("LambdaLR", {"lr_lambda": wave}), [0.1])
        optimizer.add_param_group({"params": torch.ones(1, requires_grad=True)})
        optimizer.step()
        scheduler.step()

    for ours in OURS:
        assert_same_refusal(add_a_group, ours, TORCH)


# State dicts.


@pytest.mark.parametrize(
    "spec",
    [
        ("LambdaLR", {"lr_lambda": Halving(3)}),
        ("MultiplicativeLR", {"lr_lambda": Halving(3)}),
        ("CyclicLR", {**CYCLIC, "step_size_up": 3, "scale_fn": Halving(3)}),
    ],
    ids=lambda spec: spec[0],
)
def test_attributes_of_a_callable_object_are_saved(spec):
    """The reader was built with another object of the class."""
    name, kwargs = spec
    key = "scale_fn" if name == "CyclicLR" else "lr_lambda"
    for writer in (TORCH, *OURS):
        _, scheduler = start(writer, spec, [0.1])
        state = scheduler.state_dict()
        saved = (
            state["_scale_fn_custom"] if key == "scale_fn" else state["lr_lambdas"][0]
        )
        assert saved == {"every": 3}
        saved["every"] = 3000  # a copy: this changes nothing
        assert kwargs[key].every == 3
        saved["every"] = 7
        for reader in (TORCH, *OURS):
            other = Halving(11)
            _, scheduler = start(reader, (name, {**kwargs, key: other}), [0.1])
            scheduler.load_state_dict({**state})
            assert other.every == 7
            assert scheduler.last_epoch == state["last_epoch"]


def test_functions_are_not_saved():
    for pair in (TORCH, *OURS):
        for fn in (wave, lambda x: x):
            _, scheduler = start(pair, ("LambdaLR", {"lr_lambda": fn}), [0.1, 0.2])
            assert scheduler.state_dict()["lr_lambdas"] == [None, None]
            _, scheduler = start(pair, ("CyclicLR", {**CYCLIC, "scale_fn": fn}), [0.1])
            assert scheduler.state_dict()["_scale_fn_custom"] is None


@pytest.mark.parametrize(
    "fn", [functools.partial(pow, 0.9), Halving(2).__call__], ids=["partial", "method"]
)
def test_other_callables_are_saved_as_in_torch(fn):
    spec = ("LambdaLR", {"lr_lambda": fn})
    expected = start(TORCH, spec, [0.1])[1].state_dict()
    for ours in OURS:
        assert_same(
            snapshot(start(ours, spec, [0.1])[1].state_dict()), snapshot(expected)
        )


def test_a_loaded_mode_is_the_mode():
    """#52911: once, the scale function stayed that of the constructor."""
    spec = (
        "CyclicLR",
        {**CYCLIC, "step_size_up": 2, "mode": "exp_range", "gamma": 0.5},
    )
    expected = lrs_of(TORCH, spec, 9)
    for writer in (TORCH, *OURS):
        saved = start(writer, spec, [1.0])[1].state_dict()
        for reader in (TORCH, *OURS):
            optimizer, scheduler = start(reader, ("CyclicLR", CYCLIC), [1.0])
            scheduler.load_state_dict(dict(saved))
            lrs = [lr for (lr,), *_ in walk(optimizer, scheduler, 9)]
            assert lrs == expected[1:]


# Where torch is wrong. Each test fails when torch mends it: then simplify the docstring.


@pytest.mark.parametrize(
    ("spec", "theirs", "ours"),
    [
        # PR #192655: nothing to multiply, yet multiplied for good; its closed form knows better.
        (("ConstantLR", {"factor": 0.1, "total_iters": 0}), 0.1, 1.0),
        (("ConstantLR", {"factor": 0.1, "total_iters": -1}), 0.1, 1.0),
        # #193682: at the end from the beginning, yet at the start for good.
        (("LinearLR", {"start_factor": 0.1, "total_iters": 0}), 0.1, 1.0),
        (("LinearLR", {"end_factor": 0.5, "total_iters": 0}), 1 / 3, 0.5),
        (("LinearLR", {"end_factor": 0.5, "total_iters": -1}), 1 / 3, 0.5),
    ],
    ids=name_of,
)
def test_no_epochs_of_warmup(spec, theirs, ours):
    assert lrs_of(TORCH, spec, 5) == [theirs] * 6
    for pair in OURS:
        assert lrs_of(pair, spec, 5) == [ours] * 6
        _, scheduler = start(pair, spec, [1.0])
        assert scheduler._get_closed_form_lr() == [ours]


def test_no_epochs_of_polynomial_decay():
    """Torch's, kept: the lr stays. Its closed form divides by zero."""
    for pair in (TORCH, *OURS):
        assert lrs_of(pair, ("PolynomialLR", {"total_iters": 0}), 3) == [1.0] * 4


def test_a_builtin_function_has_nothing_to_save():
    for name in ("LambdaLR", "MultiplicativeLR"):
        _, scheduler = start(TORCH, (name, {"lr_lambda": math.cos}), [1.0])
        with pytest.raises(AttributeError, match="no attribute '__dict__'"):
            scheduler.state_dict()
        for ours in OURS:
            _, scheduler = start(ours, (name, {"lr_lambda": math.cos}), [1.0])
            state = scheduler.state_dict()
            assert state["lr_lambdas"] == [None]
            scheduler.load_state_dict(state)


def test_cyclic_lr_loads_a_state_dict_twice():
    """Torch's takes an entry out of what it is given, as LambdaLR did until #32848."""
    spec: Spec = ("CyclicLR", CYCLIC)
    for pair in (TORCH, *OURS):
        _, scheduler = start(pair, spec, [1.0])
        state = scheduler.state_dict()
        scheduler.load_state_dict(state)
        if pair is TORCH:
            with pytest.raises(KeyError):
                scheduler.load_state_dict(state)
        else:
            scheduler.load_state_dict(state)


def test_cyclic_lr_starts_at_base_lr():
    """Torch's at what a scheduler before it left as ``initial_lr``, for one step."""
    for pair in (TORCH, *OURS):
        module, sgd = pair
        optimizer = build(sgd, [0.7])
        module.ExponentialLR(optimizer, 1.0)
        scheduler = module.CyclicLR(optimizer, 0.1, 0.3, step_size_up=2)
        assert scheduler.get_last_lr() == [0.7 if pair is TORCH else 0.1]
        assert optimizer.param_groups[0]["lr"] == scheduler.get_last_lr()[0]
        lrs = [lr for (lr,), *_ in walk(optimizer, scheduler, 4)]
        assert_close(lrs, [0.2, 0.3, 0.2, 0.1])


@pytest.mark.parametrize("last_epoch", [0, 3])
def test_cyclic_lr_resumes_at_its_formula(last_epoch):
    """Torch's puts ``initial_lr`` in place of ``base_lr``, for one step."""
    cycle = {"step_size_up": 5, "mode": "exp_range", "gamma": 0.9}
    expected = [
        min(t, 10 - t) / 5 * 0.9**t for t in range(last_epoch + 1, last_epoch + 5)
    ]
    for pair in (TORCH, *OURS):
        module, sgd = pair
        optimizer = build(sgd, [0.7])
        optimizer.param_groups[0]["initial_lr"] = 0.1
        scheduler = module.CyclicLR(optimizer, 0.0, 1.0, last_epoch=last_epoch, **cycle)
        lrs = scheduler.get_last_lr()
        lrs += [lr for (lr,), *_ in walk(optimizer, scheduler, 3)]
        assert_close(lrs[1:], expected[1:])
        off = 0.1 * (1 - expected[0])
        assert math.isclose(lrs[0], expected[0] + (off if pair is TORCH else 0))


def test_one_cycle_after_a_group_was_added():
    """The new group has no ``initial_lr``; those before it have moved."""

    def run(pair):
        module, sgd = pair
        optimizer = build(sgd, [0.1])
        scheduler = module.OneCycleLR(optimizer, 1.0, total_steps=10)
        optimizer.add_param_group({"params": [torch.zeros(1)]})
        optimizer.step()
        with pytest.raises(KeyError) as error:
            scheduler.step()
        groups = [(group["lr"], group["momentum"]) for group in optimizer.param_groups]
        return error.value.args, groups

    theirs = run(TORCH)
    assert theirs[0] == ("initial_lr",)
    for pair in OURS:
        assert run(pair) == theirs


def test_get_lr_of_a_cosine_that_resumes():
    """Torch's answers with the closed form, by a branch that no step takes."""
    for pair in (TORCH, *OURS):
        module, sgd = pair
        optimizer = build(sgd, [0.5])
        optimizer.param_groups[0]["initial_lr"] = 0.7
        scheduler = module.CosineAnnealingLR(optimizer, 3, 0.01, last_epoch=0)
        with pytest.warns(UserWarning, match="get_last_lr"):
            (lr,) = scheduler.get_lr()
        assert math.isclose(lr, 0.5275 if pair is TORCH else 0.3775)
        lrs = [lr for (lr,), *_ in walk(optimizer, scheduler, 2)]
        assert_close(lrs, [0.01 + 0.49 / 3, 0.01])


RESTARTS = [(1, 2), (1, 3), (2, 3), (10, 2), (3, 5), (7, 1), (1, 10)]


@pytest.mark.parametrize(("T_0", "T_mult"), RESTARTS)
def test_warm_restarts_at_a_given_epoch(T_0, T_mult):
    """At every epoch, and between: as reached step by step, unlike torch where it rounds."""
    spec = ("CosineAnnealingWarmRestarts", {"T_0": T_0, "T_mult": T_mult})
    _, there = start(OURS[1], spec, [1.0])
    _, stepwise = start(TORCH, spec, [1.0])
    _, theirs = start(TORCH, spec, [1.0])
    torch_is_wrong = set()
    for epoch in range(1200):
        there.step(epoch)
        assert (there.T_cur, there.T_i) == (stepwise.T_cur, stepwise.T_i)
        assert there.get_last_lr() == stepwise.get_last_lr()
        theirs.step(epoch)
        if theirs.get_last_lr() != there.get_last_lr():
            torch_is_wrong.add(epoch)
            assert (
                theirs.T_cur == theirs.T_i
            )  # the foot of the last fall, not the next start
            assert theirs.get_last_lr() == [0.0]
        for fraction in (0.25, 0.5, 0.9):
            there.step(epoch + fraction)
            theirs.step(epoch + fraction)
            assert there.get_last_lr() == theirs.get_last_lr()
            assert (there.last_epoch, there.T_i) == (theirs.last_epoch, theirs.T_i)
        stepwise.step()
    assert torch_is_wrong == {(1, 3): {121}, (2, 3): {242}, (1, 10): {111}}.get(
        (T_0, T_mult), set()
    )


def test_warm_restarts_between_epochs_and_by_steps():
    """A plain step after a fraction adds 1 to ``T_cur``, and the lr follows."""

    def run(pair):
        module, sgd = pair
        optimizer = build(sgd, [0.1])
        scheduler = module.CosineAnnealingWarmRestarts(optimizer, 3, 2)
        history = []
        for epoch in (0.5, None, None, 4.25, None, 2, None, 0, 20.5, None, None, 0.0):
            scheduler.step(epoch) if epoch is not None else scheduler.step()
            history.append((scheduler.get_last_lr(), scheduler.last_epoch))
            history.append((float(scheduler.T_cur), float(scheduler.T_i)))
        return history

    expected = run(TORCH)
    for ours in OURS:
        assert run(ours) == expected


def test_warm_restarts_refuse_a_negative_epoch():
    for ours in OURS:
        assert_same_refusal(
            lambda pair: start(
                pair, ("CosineAnnealingWarmRestarts", {"T_0": 1}), [1.0]
            )[1].step(-0.5),
            ours,
            TORCH,
        )


@pytest.mark.parametrize(("T_0", "T_mult"), RESTARTS)
def test_warm_restarts_resumed(T_0, T_mult):
    """Torch goes on in the wrong fall, from 2 T_0 on (not #88791, which is closed)."""
    spec = ("CosineAnnealingWarmRestarts", {"T_0": T_0, "T_mult": T_mult})
    expected = lrs_of(TORCH, spec, 200)
    for epoch in (0, 1, T_0, 2 * T_0 - 1, 2 * T_0, 5 * T_0 + 1, 70):

        def resumed(pair, epoch=epoch):
            module, sgd = pair
            optimizer = build(sgd, [0.5])
            optimizer.param_groups[0]["initial_lr"] = 1.0
            scheduler = make(module, optimizer, spec, last_epoch=epoch - 1)
            first = scheduler.get_last_lr()
            return first + [lr for (lr,), *_ in walk(optimizer, scheduler, 50)]

        if epoch > 0:  # -1 starts a schedule
            right = resumed(TORCH) == expected[epoch : epoch + 51]
            assert right == (T_mult == 1 or epoch < 2 * T_0)
            for ours in OURS:
                assert resumed(ours) == expected[epoch : epoch + 51]


def test_warm_restarts_do_not_watch_the_order_of_steps():
    for pair in (TORCH, *OURS):
        _, scheduler = start(pair, ("CosineAnnealingWarmRestarts", {"T_0": 5}), [0.1])
        assert outcome(scheduler.step) == (None, [])


# What a reader should know.


def test_cosine_annealing_rises_again():
    lrs = lrs_of(OURS[1], ("CosineAnnealingLR", {"T_max": 10}), 40)
    assert lrs[10] == 0
    assert lrs[10:20] == sorted(lrs[10:20])
    assert_close([lrs[20], lrs[30], lrs[40]], [1, 0, 1])


def test_cosine_annealing_parts_from_its_closed_form_when_the_lr_is_changed():
    optimizer, scheduler = start(OURS[1], ("CosineAnnealingLR", {"T_max": 10}), [1.0])
    walk(optimizer, scheduler, 4)
    optimizer.param_groups[0]["lr"] /= 10
    for _ in range(5):
        scheduler.step()
        (closed,) = scheduler._get_closed_form_lr()
        assert math.isclose(scheduler.get_last_lr()[0], closed / 10, rel_tol=1e-12)


def test_the_lr_of_one_cycle_after_its_end_is_negative():
    """Step ``total_steps`` is the one that ends a training loop: nothing follows it."""
    spec = ("OneCycleLR", {**ONE_CYCLE, "anneal_strategy": "linear"})
    for pair in (TORCH, *OURS):
        lrs = lrs_of(pair, spec, 10)
        assert math.isclose(lrs[9], 1 / 25 / 1e4)
        assert lrs[10] < 0


def test_a_schedule_needs_no_optimizer():
    """Momentum included: any object with groups."""
    optimizer = SimpleNamespace(param_groups=[{"lr": 1.0, "momentum": 0.9}])
    scheduler = lr_scheduler.OneCycleLR(optimizer, 1.0, total_steps=10)
    for _ in range(9):
        scheduler.step()
    assert math.isclose(scheduler.get_last_lr()[0], 4e-6)
    with pytest.raises(TypeError, match="SimpleNamespace is not an Optimizer"):
        torch_lr_scheduler.OneCycleLR(optimizer, 1.0, total_steps=10)  # type: ignore[arg-type]
