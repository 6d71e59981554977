"""Schedulers against ``torch.optim.lr_scheduler``, on torch's optimizers and on ours."""

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

from .optim.compare import assert_same, assert_same_refusal, outcome

# (module of the scheduler, SGD): torch's scheduler takes torch's optimizer only.
TORCH = (torch_lr_scheduler, torch.optim.SGD)
OURS = [(lr_scheduler, torch.optim.SGD), (lr_scheduler, optim.SGD)]

# Name and arguments of every scheduler here; each case runs in every test below.
SCHEDULERS: list[tuple[str, dict[str, Any]]] = [
    ("StepLR", {"step_size": 1}),
    ("StepLR", {"step_size": 1, "gamma": 0.999}),
    ("StepLR", {"step_size": 7, "gamma": 0.9}),
    ("StepLR", {"step_size": 30, "gamma": 0.5}),
    ("StepLR", {"step_size": 10, "gamma": 1.5}),
    ("StepLR", {"step_size": 5, "gamma": 0}),
    ("StepLR", {"step_size": 2, "gamma": -0.5}),
]
each_scheduler = pytest.mark.parametrize(
    ("name", "kwargs"), SCHEDULERS, ids=lambda x: str(x)
)

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
        groups.append({"params": param, "lr": copy.deepcopy(lr)})
    return sgd(groups, lr=1e-3, momentum=0.9)


def seen(optimizer: Any, scheduler: Any) -> Any:
    return copy.deepcopy((optimizer.state_dict(), scheduler.state_dict()))


def walk(optimizer: Any, scheduler: Any, n_steps: int) -> list[Any]:
    """Learning rates, as the optimizer and as the scheduler tell, over ``n_steps``."""
    history = []
    for _ in range(n_steps):
        optimizer.step()
        scheduler.step()
        lrs = [group["lr"] for group in optimizer.param_groups]
        history.append(copy.deepcopy((scheduler.get_last_lr(), lrs)))
    return history


@each_scheduler
@each_lr
def test_equal_to_torch(name, kwargs, lrs):
    def run(module, sgd):
        optimizer = build(sgd, lrs)
        scheduler = getattr(module, name)(optimizer, **kwargs)
        first = seen(optimizer, scheduler)
        return first, walk(optimizer, scheduler, 100), seen(optimizer, scheduler)

    expected = run(*TORCH)
    for ours in OURS:
        assert_same(run(*ours), expected)


@each_scheduler
def test_equal_to_torch_over_thousands_of_steps(name, kwargs):
    def run(module, sgd):
        optimizer = build(sgd, [0.1, 0.003])
        scheduler = getattr(module, name)(optimizer, **kwargs)
        history = []
        optimizer.step()
        for _ in range(5000):
            scheduler.step()
            history.append(scheduler.get_last_lr())
        return history

    expected = run(*TORCH)
    for ours in OURS:
        assert_same(run(*ours), expected)


@each_scheduler
def test_closed_form(name, kwargs):
    """The recursion rounds at every step, so they agree to the last digits but one or two."""
    optimizer = build(optim.SGD, [0.1, 3.0])
    scheduler = getattr(lr_scheduler, name)(optimizer, **kwargs)
    theirs = getattr(torch_lr_scheduler, name)(build(TORCH[1], [0.1, 3.0]), **kwargs)
    optimizer.step()
    for epoch in range(1, 1000):
        scheduler.step()
        assert scheduler.last_epoch == theirs.last_epoch + 1 == epoch
        theirs.last_epoch = epoch
        closed = scheduler._get_closed_form_lr()
        assert closed == theirs._get_closed_form_lr()
        for lr, formula in zip(scheduler.get_last_lr(), closed, strict=True):
            assert math.isclose(lr, formula, rel_tol=1e-12, abs_tol=1e-300)


@each_scheduler
@pytest.mark.parametrize("stop", [0, 1, 7, 13, 30])
@pytest.mark.parametrize(
    ("writer", "reader"), list(itertools.product([TORCH, *OURS], repeat=2))
)
def test_stop_and_resume_either_way(name, kwargs, stop, writer, reader):
    """Build everything anew, then load both: the schedule goes on as if uninterrupted."""

    def start(pair, lrs):
        module, sgd = pair
        optimizer = build(sgd, lrs)
        return optimizer, getattr(module, name)(optimizer, **kwargs)

    lrs = [0.1, torch.tensor(0.5)]
    optimizer, scheduler = start(TORCH, lrs)
    walk(optimizer, scheduler, stop)
    expected = walk(optimizer, scheduler, 40), scheduler.state_dict()

    optimizer, scheduler = start(writer, lrs)
    walk(optimizer, scheduler, stop)
    file = io.BytesIO()
    torch.save((optimizer.state_dict(), scheduler.state_dict()), file)
    file.seek(0)
    saved_optimizer, saved_scheduler = torch.load(file, weights_only=True)
    optimizer, scheduler = start(reader, [7.0, torch.tensor(7.0)])
    optimizer.load_state_dict(saved_optimizer)
    scheduler.load_state_dict(saved_scheduler)
    assert_same(walk(optimizer, scheduler, 40), expected[0])
    assert_same(scheduler.state_dict(), expected[1])


@each_scheduler
@pytest.mark.parametrize("last_epoch", [0, 1, 5, 6, 29])
@each_lr
def test_resume_with_last_epoch(name, kwargs, last_epoch, lrs):
    """The other way to resume: the groups say ``initial_lr``, the argument says when."""

    def run(module, sgd):
        optimizer = build(sgd, lrs)
        for group in optimizer.param_groups:
            group["initial_lr"] = 0.25
        scheduler = getattr(module, name)(optimizer, **kwargs, last_epoch=last_epoch)
        first = seen(optimizer, scheduler)
        return first, walk(optimizer, scheduler, 40)

    expected = run(*TORCH)
    for ours in OURS:
        assert_same(run(*ours), expected)


@pytest.mark.parametrize("name", sorted({name for name, _ in SCHEDULERS}))
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
            for module in (lr_scheduler, torch_lr_scheduler)
        )
        assert [(p.name, p.kind, p.default) for p in ours.values()] == [
            (p.name, p.kind, p.default) for p in theirs.values()
        ]


@each_scheduler
def test_step_takes_no_epoch(name, kwargs):
    """Deprecated in torch, and left out."""
    scheduler = getattr(lr_scheduler, name)(build(optim.SGD, [0.1]), **kwargs)
    with pytest.raises(TypeError, match="takes 1 positional argument"):
        scheduler.step(3)


@each_scheduler
def test_get_lr_is_not_for_users(name, kwargs):
    def ask(module, sgd):
        scheduler = getattr(module, name)(build(sgd, [0.1]), **kwargs)
        return outcome(scheduler.get_lr)

    expected = ask(*TORCH)
    assert [category for category, _ in expected[1]] == [UserWarning]
    for ours in OURS:
        assert ask(*ours) == expected


@each_scheduler
def test_copies_go_their_own_way(name, kwargs):
    optimizer = build(optim.SGD, [0.1])
    scheduler = getattr(lr_scheduler, name)(optimizer, **kwargs)
    optimizer.step()
    scheduler.step()
    for duplicate in (copy.deepcopy, lambda s: pickle.loads(pickle.dumps(s))):
        other = duplicate(scheduler)
        expected = walk(other.optimizer, other, 20)
        before = scheduler.get_last_lr()
        assert optimizer.param_groups[0]["lr"] == before[0]
        assert_same(
            walk(*(lambda s: (s.optimizer, s))(duplicate(scheduler)), 20), expected
        )


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

    def run(module, sgd):
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

    expected = run(*TORCH)
    for ours in OURS:
        assert_same(run(*ours), expected)


def test_inside_torchs_chained_scheduler():
    def run(module, sgd):
        optimizer = build(sgd, [0.1])
        parts = [module.StepLR(optimizer, 3, 0.5), module.StepLR(optimizer, 4, 0.9)]
        chained = torch_lr_scheduler.ChainedScheduler(parts, optimizer)
        return walk(optimizer, chained, 50)

    expected = run(*TORCH)
    for ours in OURS:
        assert_same(run(*ours), expected)


def test_a_group_added_later_is_scheduled_from_its_own_lr():
    def run(module, sgd):
        optimizer = build(sgd, [0.1])
        scheduler = module.StepLR(optimizer, 2, 0.5)
        walk(optimizer, scheduler, 3)
        param = torch.ones(1, requires_grad=True)
        optimizer.add_param_group({"params": param, "lr": 8.0})
        return walk(optimizer, scheduler, 5), scheduler.base_lrs

    expected = run(*TORCH)
    assert expected[0][-1][0][1] == 8.0 * 0.5**3  # at epochs 4, 6 and 8
    for ours in OURS:
        assert_same(run(*ours), expected)


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
    def run(module, sgd):
        class Halve(module.LRScheduler):  # type: ignore[misc, name-defined]
            def get_lr(self):
                assert self._get_lr_called_within_step
                if self._is_initial:
                    return [group["lr"] for group in self.optimizer.param_groups]
                return [group["lr"] / 2 for group in self.optimizer.param_groups]

        optimizer = build(sgd, [0.1, 3.0])
        scheduler = Halve(optimizer)
        return walk(optimizer, scheduler, 10), seen(optimizer, scheduler)

    expected = run(*TORCH)
    for ours in OURS:
        assert_same(run(*ours), expected)


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
    def run(module, sgd):
        optimizer = build(sgd, [0.1])
        optimizer.param_groups[0]["initial_lr"] = 5.0
        return seen(optimizer, module.StepLR(optimizer, 1))

    expected = run(*TORCH)
    assert expected[1]["base_lrs"] == [5.0]
    for ours in OURS:
        assert_same(run(*ours), expected)


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
