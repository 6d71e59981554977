"""Every scheduler against torch's, on torch's optimizers and on ours; and the base class."""

import copy
import inspect
import io
import itertools
import math
import pickle
from types import SimpleNamespace
from typing import Any

import pytest
import torch
import torch.optim.lr_scheduler as torch_lr_scheduler
from hypothesis import given, settings
from hypothesis import strategies as st

from optguide import lr_scheduler, optim
from tests.support.lr_scheduler_compare import (
    COMPOSITE,
    NAMES,
    OURS,
    SIMPLE,
    TORCH,
    build,
    each_lr,
    each_scheduler,
    each_simple,
    make,
    name_of,
    seen,
    snapshot,
    start,
    walk,
)
from tests.support.optim_compare import assert_same, assert_same_refusal, outcome


def test_none_is_forgotten():
    tested = {name for name, _ in SIMPLE + COMPOSITE}
    assert tested == {*NAMES} - {"LRScheduler", "ReduceLROnPlateau"}
    assert {*lr_scheduler.__all__} == {*torch_lr_scheduler.__all__}


@each_scheduler
@each_lr
def test_equal_to_torch(spec, lrs):
    def run(pair):
        optimizer, scheduler = start(pair, spec, lrs)
        first = seen(optimizer, scheduler)
        return first, walk(optimizer, scheduler, 50), seen(optimizer, scheduler)

    expected = run(TORCH)
    for ours in OURS:
        assert_same(run(ours), expected)


@each_scheduler
def test_equal_to_torch_over_thousands_of_steps(spec):
    def run(pair):
        optimizer, scheduler = start(pair, spec, [0.1, 0.003])
        history: list[Any] = []
        optimizer.step()
        for _ in range(3000):
            try:
                scheduler.step()
            except ValueError as error:  # OneCycleLR is over
                return history, str(error)
            history.append(scheduler.get_last_lr())
        return history

    expected = run(TORCH)
    for ours in OURS:
        assert_same(run(ours), expected)


@pytest.mark.parametrize("pair", [TORCH, *OURS])
def test_the_optimizer_steps_with_the_lr_of_the_scheduler(pair):
    """The gradient is 1 and momentum 0: the parameter goes down by the sum of the lrs."""
    module, sgd = pair
    param = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    param.grad = torch.ones(1, dtype=torch.float64)
    for lr in (0.1, torch.tensor(0.1, dtype=torch.float64)):
        optimizer = sgd([param], lr=lr)
        scheduler = module.ExponentialLR(optimizer, 0.5)
        before = param.item()
        for _ in range(10):
            optimizer.step()
            scheduler.step()
        assert math.isclose(before - param.item(), 0.1 * (2 - 0.5**9), rel_tol=1e-12)


closed_forms = [
    spec
    for spec in SIMPLE
    if hasattr(getattr(lr_scheduler, spec[0], None), "_get_closed_form_lr")
]


@pytest.mark.parametrize("spec", closed_forms, ids=name_of)
def test_closed_form(spec):
    """The recursion rounds at every step: they agree to 12 digits of the largest lr."""
    optimizer, scheduler = start(OURS[1], spec, [0.1, 3.0])
    _, theirs = start(TORCH, spec, [0.1, 3.0])
    optimizer.step()
    for epoch in range(1, 1000):
        scheduler.step()
        assert scheduler.last_epoch == theirs.last_epoch + 1 == epoch
        theirs.last_epoch = epoch
        closed = scheduler._get_closed_form_lr()
        for lr, formula, same, base in zip(
            scheduler.get_last_lr(),
            closed,
            theirs._get_closed_form_lr(),
            scheduler.base_lrs,
            strict=True,
        ):
            assert math.isclose(formula, same, rel_tol=1e-15, abs_tol=1e-16 * base)
            assert math.isclose(lr, formula, rel_tol=1e-12, abs_tol=1e-12 * base)


def test_closed_forms_are_where_torch_has_them():
    for name in NAMES:
        ours, theirs = (getattr(module, name) for module in (OURS[0][0], TORCH[0]))
        assert hasattr(ours, "_get_closed_form_lr") == hasattr(
            theirs, "_get_closed_form_lr"
        )


@each_scheduler
@pytest.mark.parametrize("stop", [0, 1, 13])
def test_stop_and_resume_either_way(spec, stop):
    """Build everything anew, then load both: the schedule goes on as if uninterrupted."""
    lrs = [0.1, torch.tensor(0.5)]
    optimizer, scheduler = start(TORCH, spec, lrs)
    walk(optimizer, scheduler, stop)
    expected = walk(optimizer, scheduler, 30), snapshot(scheduler.state_dict())

    for writer, reader in itertools.product([TORCH, *OURS], repeat=2):
        optimizer, scheduler = start(writer, spec, lrs)
        walk(optimizer, scheduler, stop)
        file = io.BytesIO()
        torch.save((optimizer.state_dict(), scheduler.state_dict()), file)
        file.seek(0)
        saved_optimizer, saved_scheduler = torch.load(file, weights_only=True)
        optimizer, scheduler = start(reader, spec, [7.0, torch.tensor(7.0)])
        optimizer.load_state_dict(saved_optimizer)
        before = snapshot(saved_scheduler)
        scheduler.load_state_dict(saved_scheduler)
        if reader is not TORCH:  # whose CyclicLR takes an entry out
            assert_same(snapshot(saved_scheduler), before)
        assert_same(walk(optimizer, scheduler, 30), expected[0])
        assert_same(snapshot(scheduler.state_dict()), expected[1])


@each_simple
@pytest.mark.parametrize("last_epoch", [0, 4, 5, 6, 29])
def test_resume_with_last_epoch(spec, last_epoch):
    """The other way to resume: the groups say ``initial_lr``, the argument says when."""
    if spec[0] == "CosineAnnealingWarmRestarts" and "T_mult" in spec[1]:
        # Later, torch is wrong: see test_lr_scheduler_rules.
        last_epoch = min(last_epoch, 2 * spec[1]["T_0"] - 2)

    def run(pair):
        module, sgd = pair
        optimizer = build(sgd, [0.3, torch.tensor(0.3)])
        for group in optimizer.param_groups:
            # CyclicLR: base_lr, which is what an optimizer that is resumed has there.
            group["initial_lr"] = spec[1].get("base_lr", 0.25)
            group |= {"max_lr": 0.5, "min_lr": 0.1}
            group |= {"max_momentum": 0.8, "base_momentum": 0.6}
        scheduler = make(module, optimizer, spec, last_epoch=last_epoch)
        first = seen(optimizer, scheduler)
        return first, walk(optimizer, scheduler, 40)

    expected = run(TORCH)
    for ours in OURS:
        assert_same(run(ours), expected)


# What the constructor of a scheduler resumed with last_epoch=t leaves of the lr at t: these take
# it one epoch on, the others leave it. (That is torch's; a state dict resumes all alike.)
TAKES_A_STEP = {
    "LambdaLR",
    "StepLR",
    "MultiStepLR",
    "ConstantLR",
    "CosineAnnealingWarmRestarts",
    "CyclicLR",
    "OneCycleLR",
}
LEAVES_THE_LR = {
    "MultiplicativeLR",
    "LinearLR",
    "ExponentialLR",
    "PolynomialLR",
    "CosineAnnealingLR",
}


@pytest.mark.parametrize("spec", SIMPLE[:-3], ids=name_of)  # SWALR resumes nothing
@pytest.mark.parametrize("pair", [TORCH, *OURS])
def test_whether_resuming_with_last_epoch_takes_a_step(spec, pair):
    assert (spec[0] in TAKES_A_STEP) != (spec[0] in LEAVES_THE_LR)
    t = 4
    module, sgd = pair
    optimizer, scheduler = start(pair, spec, [0.1])
    lrs = [scheduler.get_last_lr()]
    lrs += [lr for lr, *_ in walk(optimizer, scheduler, t + 1)]
    resumed = build(sgd, lrs[t])
    for key, value in optimizer.param_groups[0].items():
        resumed.param_groups[0].setdefault(key, value)
    scheduler = make(module, resumed, spec, last_epoch=t)
    assert scheduler.last_epoch == t + 1
    assert scheduler.get_last_lr() == lrs[t + (spec[0] in TAKES_A_STEP)]


@pytest.mark.parametrize("name", NAMES)
def test_signature(name):
    for member in (
        "__init__",
        "get_lr",
        "get_last_lr",
        "state_dict",
        "load_state_dict",
    ):
        ours, theirs = (
            inspect.signature(getattr(getattr(module, name), member)).parameters
            for module in (OURS[0][0], TORCH[0])
        )
        assert [(p.name, p.kind, p.default) for p in ours.values()] == [
            (p.name, p.kind, p.default) for p in theirs.values()
        ]


@each_scheduler
def test_step_takes_no_epoch(spec):
    """Deprecated in torch, and left out, but where fractions of an epoch are meant."""
    _, scheduler = start(OURS[1], spec, [0.1])
    if spec[0] == "CosineAnnealingWarmRestarts":
        assert scheduler.step(0.5) is None
        return
    with pytest.raises(TypeError, match="takes 1 positional argument"):
        scheduler.step(3)


@each_simple
def test_get_lr_is_not_for_users(spec):
    def ask(pair):
        _, scheduler = start(pair, spec, [0.1])
        return outcome(scheduler.get_lr)

    expected = ask(TORCH)
    assert [category for category, _ in expected[1]] == [UserWarning]
    for ours in OURS:
        assert ask(ours) == expected


@each_scheduler
def test_copies_go_their_own_way(spec):
    optimizer, scheduler = start(OURS[1], spec, [0.1])
    optimizer.step()
    scheduler.step()
    for duplicate in (copy.deepcopy, lambda s: pickle.loads(pickle.dumps(s))):
        other = duplicate(scheduler)
        expected = walk(other.optimizer, other, 20)
        before = scheduler.get_last_lr()
        assert optimizer.param_groups[0]["lr"] == before[0]
        another = duplicate(scheduler)
        assert_same(walk(another.optimizer, another, 20), expected)


# Lr changed from outside, several schedulers, late groups.


@settings(max_examples=100, deadline=None)
@given(
    lrs=st.lists(st.floats(0, 10), min_size=1, max_size=3),
    cases=st.lists(
        st.tuples(st.integers(1, 9), st.floats(-2, 2)), min_size=1, max_size=3
    ),
    order=st.lists(st.integers(0, 3), max_size=40),
    as_tensor=st.booleans(),
)
def test_several_schedulers_on_one_optimizer(lrs, cases, order, as_tensor):
    """Stepped in any order, with the lr changed by hand in between (3)."""

    def run(pair):
        module, sgd = pair
        optimizer = build(sgd, [torch.tensor(lr) if as_tensor else lr for lr in lrs])
        schedulers = [module.StepLR(optimizer, *case) for case in cases]
        optimizer.step()
        history = []
        for i in order:
            if i < len(schedulers):
                schedulers[i].step()
            else:
                for group in optimizer.param_groups:
                    group["lr"] *= 0.5
            history.append(seen(optimizer, schedulers[0]))
        return history, [scheduler.state_dict() for scheduler in schedulers]

    expected = run(TORCH)
    for ours in OURS:
        assert_same(run(ours), expected)


def test_inside_torchs_chained_scheduler():
    def run(pair):
        module, sgd = pair
        optimizer = build(sgd, [0.1])
        parts = [module.StepLR(optimizer, 3, 0.5), module.StepLR(optimizer, 4, 0.9)]
        chained = torch_lr_scheduler.ChainedScheduler(parts, optimizer)
        return walk(optimizer, chained, 50)

    expected = run(TORCH)
    for ours in OURS:
        assert_same(run(ours), expected)


def test_a_group_added_later_is_scheduled_from_its_own_lr():
    def run(pair):
        module, sgd = pair
        optimizer = build(sgd, [0.1])
        scheduler = module.StepLR(optimizer, 2, 0.5)
        walk(optimizer, scheduler, 3)
        param = torch.ones(1, requires_grad=True)
        optimizer.add_param_group({"params": param, "lr": 8.0})
        return walk(optimizer, scheduler, 5), scheduler.base_lrs

    expected = run(TORCH)
    assert expected[0][-1][0][1] == 8.0 * 0.5**3  # at epochs 4, 6 and 8
    for ours in OURS:
        assert_same(run(ours), expected)


def test_a_tensor_lr_is_changed_in_place_and_never_handed_out():
    for sgd in (torch.optim.SGD, optim.SGD):
        lr = torch.tensor(0.5)
        param = torch.ones(1, requires_grad=True)
        optimizer: Any = sgd([param], lr=lr)
        scheduler = lr_scheduler.StepLR(optimizer, 1, 0.5)
        optimizer.step()
        scheduler.step()
        assert optimizer.param_groups[0]["lr"] is lr
        assert lr.item() == 0.25
        for copied in (
            scheduler.get_last_lr()[0],
            scheduler.base_lrs[0],
        ):
            assert isinstance(copied, torch.Tensor)
            copied.fill_(9)
        assert lr.item() == 0.25
        assert optimizer.param_groups[0]["initial_lr"].item() == 0.5


def test_any_object_with_groups_will_do():
    """To look at a schedule, no parameter is needed, and nothing warns."""
    optimizer = SimpleNamespace(param_groups=[{"lr": 1.0}])
    scheduler = lr_scheduler.StepLR(optimizer, step_size=2, gamma=0.5)
    lrs = []
    for _ in range(6):
        lrs += scheduler.get_last_lr()
        scheduler.step()
    assert lrs == [1, 1, 0.5, 0.5, 0.25, 0.25]


# The base class.


def test_a_scheduler_of_ones_own():
    def run(pair):
        module, sgd = pair

        class Halve(module.LRScheduler):  # type: ignore[misc, name-defined]
            def get_lr(self):
                assert self._get_lr_called_within_step
                if self._is_initial:
                    return [group["lr"] for group in self.optimizer.param_groups]
                return [group["lr"] / 2 for group in self.optimizer.param_groups]

        optimizer = build(sgd, [0.1, 3.0])
        scheduler = Halve(optimizer)
        return walk(optimizer, scheduler, 10), seen(optimizer, scheduler)

    expected = run(TORCH)
    for ours in OURS:
        assert_same(run(ours), expected)


@pytest.mark.parametrize("n_lrs", [0, 1, 3])
def test_one_lr_for_each_group(n_lrs):
    def run(pair):
        module, sgd = pair

        class Wrong(module.LRScheduler):  # type: ignore[misc, name-defined]
            def get_lr(self):
                return [0.5] * n_lrs

        Wrong(build(sgd, [0.1, 0.2]))

    for ours in OURS:
        assert_same_refusal(run, ours, TORCH)


def test_after_an_error_in_get_lr_it_still_warns():
    class Fails(lr_scheduler.StepLR):
        def get_lr(self):
            if self.last_epoch == 1:
                raise ZeroDivisionError
            return super().get_lr()

    optimizer = build(optim.SGD, [0.1])
    scheduler = Fails(optimizer, 5)
    optimizer.step()
    with pytest.raises(ZeroDivisionError):
        scheduler.step()
    scheduler.last_epoch = 0
    with pytest.warns(UserWarning, match="get_last_lr"):
        scheduler.get_lr()


def test_get_lr_is_for_the_subclass():
    for module, sgd in [TORCH, *OURS]:
        with pytest.raises(NotImplementedError):
            module.LRScheduler(build(sgd, [0.1]))


@pytest.mark.parametrize("thing", [None, 5, "sgd", [], {"lr": 0.1}], ids=repr)
def test_what_is_no_optimizer_is_refused(thing):
    assert_same_refusal(
        lambda module: module.StepLR(thing, 1), lr_scheduler, torch_lr_scheduler
    )


def test_torch_refuses_our_optimizer_and_we_take_both():
    with pytest.raises(TypeError, match="SGD is not an Optimizer"):
        torch_lr_scheduler.StepLR(build(optim.SGD, [0.1]), 1)
    for _, sgd in OURS:
        lr_scheduler.StepLR(build(sgd, [0.1]), 1)


@pytest.mark.parametrize("last_epoch", [0, 5, -2])
@pytest.mark.parametrize("with_initial_lr", [[], [0], [1]])
def test_resuming_what_never_started_is_refused(last_epoch, with_initial_lr):
    def resume(pair):
        module, sgd = pair
        optimizer = build(sgd, [0.1, 0.2])
        for i in with_initial_lr:
            optimizer.param_groups[i]["initial_lr"] = 0.1
        module.StepLR(optimizer, 1, last_epoch=last_epoch)

    for ours in OURS:
        assert_same_refusal(resume, ours, TORCH)


def test_an_initial_lr_that_is_there_is_kept():
    def run(pair):
        module, sgd = pair
        optimizer = build(sgd, [0.1])
        optimizer.param_groups[0]["initial_lr"] = 5.0
        return seen(optimizer, module.StepLR(optimizer, 1))

    expected = run(TORCH)
    assert expected[1]["base_lrs"] == [5.0]
    for ours in OURS:
        assert_same(run(ours), expected)


# The order of optimizer.step and scheduler.step.


def train(module, sgd, plan: str) -> list[tuple[int, str]]:
    """Warnings by position, for a plan of o(ptimizer step) and s(cheduler step).

    n is a new scheduler on the same optimizer; c goes on with copies of both.
    """
    optimizer = build(sgd, [0.1])
    scheduler = module.StepLR(optimizer, 1)
    warned = []
    for i, what in enumerate(plan):
        if what == "n":
            scheduler = module.StepLR(optimizer, 1)
            continue
        if what == "c":
            scheduler = copy.deepcopy(scheduler)
            optimizer = scheduler.optimizer
            continue
        _, caught = outcome(optimizer.step if what == "o" else scheduler.step)
        warned += [(i, message) for _, message in caught]
    return warned


@pytest.mark.parametrize(
    "plan",
    [
        "os",
        "so",
        "ss",
        "sss",
        "sosos",
        "osos",
        "oss",
        "ons",
        "sns",
        "nss",
        "nos",
        "sons",
    ],
)
def test_the_order_of_steps(plan):
    expected = train(*TORCH, plan)
    for ours in OURS:
        assert train(*ours, plan) == expected


def test_the_order_of_steps_warns_once():
    for ours in OURS:
        assert [i for i, _ in train(*ours, "sss")] == [0]
        assert train(*ours, "oss") == []


def test_the_order_of_steps_of_copies_is_not_watched():
    """Copies lose hooks. torch warns here that ``step`` was overridden, which it was not."""
    assert "overridden" in train(*TORCH, "cos")[0][1]
    for ours in OURS:
        assert train(*ours, "cos") == []


@pytest.mark.parametrize("first", [TORCH, OURS[0]])
def test_torchs_and_our_schedulers_on_one_optimizer(first):
    """Each sees the optimizer step that the other also watches."""
    second = OURS[0] if first is TORCH else TORCH
    optimizer = build(torch.optim.SGD, [0.1])
    schedulers = [module.StepLR(optimizer, 1, 0.5) for module, _ in (first, second)]
    optimizer.step()
    for scheduler in schedulers:
        assert outcome(scheduler.step) == (None, [])
    assert optimizer.param_groups[0]["lr"] == 0.1 * 0.5 * 0.5


def test_the_warnings_point_at_the_users_line():
    optimizer = build(optim.SGD, [0.1])
    scheduler = lr_scheduler.StepLR(optimizer, 1)
    with pytest.warns(UserWarning, match="before `optimizer.step") as caught:
        scheduler.step()
    assert caught[0].filename == __file__
    with pytest.warns(UserWarning, match="get_last_lr") as caught:
        scheduler.get_lr()
    assert caught[0].filename == __file__
