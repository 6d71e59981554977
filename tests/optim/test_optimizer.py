"""`Optimizer` against ``torch.optim.Optimizer``: groups, gradients, saving, hooks."""

import copy
import inspect
import io
import pickle
from contextlib import nullcontext
from typing import Any

import pytest
import torch
import torch.optim.optimizer as torch_optimizer
from torch import Tensor

import optguide.optim
from optguide.optim import SGD, Optimizer
from optguide.optim.checks import required
from optguide_site.project import minor, order
from tests.support.optim_compare import assert_same, assert_same_refusal, outcome

BASES: list[Any] = [Optimizer, torch.optim.Optimizer]
SGDS: list[Any] = [SGD, torch.optim.SGD]


def leaf(*shape: int) -> Tensor:
    return torch.zeros(shape, requires_grad=True)


def groups_of(optimizer):
    """Groups, with parameters as numbers."""
    return optimizer.state_dict()["param_groups"]


# Construction and add_param_group.

a, b, c = leaf(1), leaf(2), leaf(3)
graph = a * 2
retained = a * 2
retained.retain_grad()

PARAMS: dict[str, Any] = {
    "list": lambda: [a, b],
    "generator": lambda: (p for p in [a, b]),
    "tuple": lambda: (a, b),
    "tensor without requires_grad": lambda: [torch.zeros(1)],
    "integer tensor": lambda: [torch.zeros(1, dtype=torch.int64)],
    "retained": lambda: [retained],
    "names": lambda: [("a", a), ("b", b)],
    "module's names": lambda: torch.nn.Linear(2, 1).named_parameters(),
    "groups": lambda: [{"params": a}, {"params": [b], "lr": 5.0}],
    "group of a generator": lambda: [{"params": iter([a, b])}],
    "empty group": lambda: [{"params": []}],
    "empty group beside another": lambda: [{"params": []}, {"params": [a]}],
    "groups with names": lambda: [{"params": [("a", a)]}, {"params": [("b", b)]}],
    "own key": lambda: [{"params": a, "name": "backbone"}],
    "own param_names": lambda: [{"params": a, "param_names": ["x"]}],
}


@pytest.mark.parametrize("make", PARAMS.values(), ids=list(PARAMS))
def test_accepted_params(make):
    ours, theirs = (cls(make(), lr=0.5) for cls in SGDS)
    assert_same(groups_of(ours), groups_of(theirs))
    assert_same(ours.defaults, theirs.defaults)
    assert repr(ours) == repr(theirs)


def test_a_set_is_accepted():
    """In silence, as by torch before 2.15, which warns."""
    warns = order(minor(torch.__version__)) >= (2, 15)
    with pytest.warns(FutureWarning, match="sets") if warns else nullcontext():
        theirs = torch.optim.SGD({a}, lr=0.5)
    assert_same(groups_of(SGD({a}, lr=0.5)), groups_of(theirs))


REFUSED = {
    "tensor": lambda: a,
    "parameter": lambda: torch.nn.Parameter(torch.zeros(1)),
    "number": lambda: 5,
    "None": lambda: None,
    "empty list": list,
    "empty generator": lambda: iter([]),
    "string": lambda: "ab",
    "module's state dict": lambda: torch.nn.Linear(1, 1).state_dict(),
    "numbers": lambda: [1, 2],
    "module": lambda: [torch.nn.Linear(1, 1)],
    "non-leaf": lambda: [graph],
    "set in a group": lambda: [{"params": {a, b}}],
    "group without params": lambda: [{"lr": 1.0}],
    "group after a tensor": lambda: [a, {"params": b}],
    "tensor after a group": lambda: [{"params": b}, a],
    "in two groups": lambda: [{"params": [a, b]}, {"params": [b]}],
    "name missing": lambda: [("a", a), b],
    "names in the second group only": lambda: [{"params": a}, {"params": [("b", b)]}],
    "names in the first group only": lambda: [{"params": [("a", a)]}, {"params": b}],
    "name without tensor": lambda: [("a",)],
    "name of a number": lambda: [("a", 1)],
    "twice and in two groups": lambda: [{"params": a}, {"params": [a, a]}],
}


@pytest.mark.parametrize("make", REFUSED.values(), ids=list(REFUSED))
def test_refused_params(make):
    assert_same_refusal(lambda cls: cls(make(), lr=0.1), *SGDS)


@pytest.mark.parametrize("group", [[a], a, None, {"params": {b}}, {"params": [a]}, {}])
def test_refused_later_groups(group):
    def add(cls):
        optimizer = cls([a], lr=0.1)
        try:
            optimizer.add_param_group(dict(group) if type(group) is dict else group)
        finally:
            assert len(optimizer.param_groups) == 1

    assert_same_refusal(add, *SGDS)


def test_duplicates_in_a_group_warn():
    (ours, warned), (theirs, expected) = (
        outcome(lambda cls: groups_of(cls([a, b, a], lr=0.1)), cls) for cls in SGDS
    )
    assert warned == expected
    assert len(warned) == 1
    assert_same(ours, theirs)
    assert ours[0]["params"] == [2, 1, 2]


@pytest.mark.filterwarnings("ignore:optimizer contains a parameter group with dup")
def test_a_duplicate_is_updated_twice():
    seen = []
    for cls in SGDS:
        p = leaf(2)
        p.grad = torch.ones(2)
        options = {"foreach": False} if cls is torch.optim.SGD else {}
        cls([p, p], lr=0.5, **options).step()
        seen.append(p.tolist())
    assert seen == [[-1, -1]] * 2


@pytest.mark.filterwarnings("ignore:optimizer contains a parameter group with dup")
def test_on_a_gpu_torch_loses_an_update_of_a_duplicate(pytestconfig):
    """It takes foreach there: one kernel makes both updates, from the same old value."""
    if pytestconfig.getoption("--device") != "cuda":
        pytest.skip("needs a GPU: on the CPU, torch does not take foreach by itself")
    p = leaf(2)
    p.grad = torch.ones(2)
    torch.optim.SGD([p, p], lr=0.5).step()
    assert p.tolist() == [-0.5, -0.5]


def test_the_dict_of_a_group_is_kept_and_filled():
    """So the second optimizer built from it finds the first one's lr. As in torch."""
    for cls in SGDS:
        group = {"params": [leaf(1)]}
        first = cls([group], lr=0.1)
        assert first.param_groups[0] is group
        assert cls([group], lr=0.2).param_groups[0]["lr"] == 0.1


def test_a_late_group_gets_the_defaults():
    for cls in SGDS:
        optimizer = cls([leaf(1)], lr=0.1, momentum=0.9)
        optimizer.param_groups[0]["lr"] = 0.01
        optimizer.add_param_group({"params": leaf(2), "momentum": 0.5})
        second = optimizer.param_groups[1]
        assert (second["lr"], second["momentum"]) == (0.1, 0.5)


def test_required_hyperparameters():
    theirs_required = torch_optimizer.required
    assert repr(required) == repr(theirs_required)

    def build(base, params):
        return base(
            params, {"lr": required if base is Optimizer else theirs_required, "x": 1}
        )

    def refused(base):
        build(base, [{"params": leaf(1), "x": 2}])

    assert_same_refusal(refused, *BASES)
    for base in BASES:
        optimizer = build(base, [{"params": leaf(1), "lr": 3}])
        assert (optimizer.param_groups[0]["lr"], optimizer.param_groups[0]["x"]) == (
            3,
            1,
        )


def test_step_is_for_the_subclass():
    for base in BASES:
        with pytest.raises(NotImplementedError):
            base([leaf(1)], {}).step()


def test_a_subclass_takes_no_keywords():
    for base in SGDS:
        with pytest.raises(TypeError, match="takes no keyword arguments"):
            type("Subclass", (base,), {}, unknown=1)


def test_representation():
    params: list[Any] = [
        {"params": leaf(1)},
        {"params": leaf(2), "zeta": 1, "alpha": "x"},
    ]
    ours, theirs = (cls([dict(g) for g in params], lr=0.1) for cls in SGDS)
    assert repr(ours) == repr(theirs)
    for optimizer in (ours, theirs):
        optimizer.param_groups.clear()
    assert repr(ours) == repr(theirs)


# zero_grad.


@pytest.mark.parametrize("set_to_none", [True, False])
def test_zero_grad(set_to_none):
    for cls in SGDS:
        p, q = leaf(2), leaf(2)
        grad = torch.ones(2)
        p.grad = grad
        cls([{"params": p}, {"params": q}]).zero_grad(set_to_none)
        assert q.grad is None
        assert p.grad is (None if set_to_none else grad)
        assert grad.tolist() == ([1, 1] if set_to_none else [0, 0])


def test_zero_grad_sets_none_by_default():
    p = leaf(1)
    p.grad = torch.ones(1)
    SGD([p]).zero_grad()
    assert p.grad is None


@pytest.mark.parametrize("kind", ["with history", "requires grad", "sparse"])
def test_zero_grad_of_special_gradients(kind):
    for cls in SGDS:
        p = torch.ones(2, requires_grad=True)
        if kind == "with history":
            p.grad = (p**3 * 2) * 1
        elif kind == "requires grad":
            p.grad = torch.ones(2, requires_grad=True)
        else:
            p.grad = torch.ones(2).to_sparse()
        grad = p.grad
        cls([p]).zero_grad(set_to_none=False)
        assert p.grad is grad
        assert not grad.requires_grad
        assert grad.to_dense().tolist() == [0, 0]


# state_dict and load_state_dict.


def trained(cls, params, **options):
    """One step with gradients 1, 2, 3, ..."""
    optimizer = cls(params, **{"lr": 0.1, "momentum": 0.5, **options})
    fill = 1
    for group in optimizer.param_groups:
        for param in group["params"]:
            param.grad = torch.full_like(param, fill)
            fill += 1
    optimizer.step()
    return optimizer


def test_state_dict():
    def build(cls):
        params = [{"params": [leaf(1), leaf(2)]}, {"params": [leaf(3)], "lr": 1.0}]
        return trained(cls, params).state_dict()

    ours, theirs = map(build, SGDS)
    assert_same(ours, theirs)
    assert list(ours["state"]) == [0, 1, 2]
    assert [group["params"] for group in ours["param_groups"]] == [[0, 1], [2]]


def test_state_dict_holds_the_tensors_themselves():
    for cls in SGDS:
        p = leaf(2)
        optimizer = trained(cls, [p])
        saved = optimizer.state_dict()["state"][0]["momentum_buffer"]
        optimizer.step()
        assert saved.tolist() == [1.5, 1.5]
        # ... and loading in the same process shares them.
        other = cls([leaf(2)], lr=0.1)
        other.load_state_dict(optimizer.state_dict())
        (state,) = other.state.values()
        assert state["momentum_buffer"] is saved


def test_loading_copies_groups_and_leaves_the_argument_alone():
    for cls in SGDS:
        saved = trained(cls, [leaf(1)]).state_dict()
        saved["param_groups"][0]["own"] = [1]
        before = copy.deepcopy(saved)
        optimizer = cls([leaf(1)], lr=7)
        optimizer.load_state_dict(saved)
        optimizer.param_groups[0]["own"].append(2)
        optimizer.param_groups[0]["lr"] = 3
        assert_same(saved, before)


def test_parameters_match_by_position_even_when_named():
    for cls in SGDS:
        saved = trained(cls, [("a", leaf(2)), ("b", leaf(2))]).state_dict()
        a, b = leaf(2), leaf(2)
        optimizer = cls([("b", b), ("a", a)], lr=0.1)
        optimizer.load_state_dict(saved)
        assert optimizer.state[b]["momentum_buffer"].tolist() == [1, 1]  # that of a
        assert optimizer.param_groups[0]["param_names"] == ["a", "b"]


@pytest.mark.parametrize("saved_named", [False, True])
@pytest.mark.parametrize("named", [False, True])
def test_names_after_loading(named, saved_named):
    def load(cls):
        def params(prefix):
            return [(prefix + "x", leaf(1)), (prefix + "y", leaf(1))]

        saved = cls(params("saved_") if saved_named else [leaf(1), leaf(1)])
        optimizer = cls(params("own_") if named else [leaf(1), leaf(1)])
        optimizer.load_state_dict(saved.state_dict())
        return optimizer.param_groups[0].get("param_names")

    ours, theirs = map(load, SGDS)
    assert ours == theirs
    assert (ours is None) == (not named and not saved_named)


def test_groups_are_replaced_by_the_saved_ones():
    def load(cls):
        saved = cls([{"params": leaf(1), "own": 1}], lr=0.1)
        optimizer = cls([{"params": leaf(1), "other": 1}], lr=0.2)
        groups = optimizer.param_groups
        optimizer.load_state_dict(saved.state_dict())
        assert groups[0]["lr"] == 0.2  # the old dict is not the group any more
        return groups_of(optimizer)

    ours, theirs = map(load, SGDS)
    assert_same(ours, theirs)
    assert (ours[0]["lr"], ours[0]["own"], "other" in ours[0]) == (0.1, 1, False)


SAVED_STATE = {
    "momentum_buffer": torch.ones(2, dtype=torch.float64),
    "step": torch.tensor(3.0, dtype=torch.float64),
    "count": torch.tensor(3),
    "nested": {"step": torch.tensor(1.0), "m": torch.ones(1), "text": 1},
    "list": [torch.ones(1), 2],
    "tuple": (torch.ones(1), None),
    "number": 5,
}


@pytest.mark.parametrize(
    "dtype",
    [torch.float32, torch.float64, torch.bfloat16, torch.complex64, torch.int64],
)
def test_state_is_cast_to_the_parameter(dtype):
    def load(cls):
        optimizer = cls([torch.zeros(2, dtype=dtype)], lr=0.1)
        saved = optimizer.state_dict()
        saved["state"] = {0: SAVED_STATE, "own": {"m": torch.ones(1)}, 9: "stray"}
        optimizer.load_state_dict(saved)
        return optimizer.state_dict()["state"]

    ours, theirs = map(load, SGDS)
    assert_same(ours, theirs)
    assert ours[0]["step"].dtype == torch.float64
    if dtype == torch.bfloat16:
        assert ours[0]["momentum_buffer"].dtype == dtype


def test_state_is_moved_to_the_parameters_device():
    for cls in SGDS:
        p = torch.zeros(2, device="meta", requires_grad=True)
        optimizer = cls([p], lr=0.1)
        saved = optimizer.state_dict()
        saved["state"] = {0: SAVED_STATE}
        optimizer.load_state_dict(saved)
        assert optimizer.state[p]["momentum_buffer"].is_meta
        assert optimizer.state[p]["count"].is_meta
        assert not optimizer.state[p]["step"].is_meta


@pytest.mark.parametrize(
    "change",
    [
        lambda saved: saved["param_groups"].pop(),
        lambda saved: saved["param_groups"].append({"params": []}),
        lambda saved: saved["param_groups"][0]["params"].append(9),
        lambda saved: saved["param_groups"][1]["params"].pop(),
        lambda saved: saved.pop("state"),
        lambda saved: saved.pop("param_groups"),
    ],
)
def test_refused_state_dicts(change):
    def load(cls):
        optimizer = cls([{"params": [leaf(1), leaf(2)]}, {"params": leaf(3)}], lr=0.1)
        saved = optimizer.state_dict()
        change(saved)
        optimizer.load_state_dict(saved)

    assert_same_refusal(load, *SGDS)


@pytest.mark.parametrize("writer", SGDS)
@pytest.mark.parametrize("reader", SGDS)
def test_through_a_file(writer, reader):
    file = io.BytesIO()
    saved = trained(writer, [leaf(2), leaf(3)], lr=torch.tensor(0.1))
    torch.save(saved.state_dict(), file)
    file.seek(0)
    optimizer = reader([leaf(2), leaf(3)], lr=7)
    optimizer.load_state_dict(torch.load(file, weights_only=True))
    assert_same(optimizer.state_dict(), saved.state_dict())


@pytest.mark.parametrize(
    "duplicate", [copy.deepcopy, lambda o: pickle.loads(pickle.dumps(o))]
)
def test_copies_go_their_own_way(duplicate):
    def run(cls):
        first = trained(cls, [leaf(2)])
        second = duplicate(first)
        (p,), (q,) = first.param_groups[0]["params"], second.param_groups[0]["params"]
        first.step()
        q.grad = torch.ones(2)
        second.step()
        second.add_param_group({"params": leaf(1)})
        second.register_step_post_hook(lambda *_: None)
        return p.detach(), q.detach(), second.state_dict(), repr(second)

    assert_same(run(SGD), run(torch.optim.SGD))


def test_a_copys_hooks_stay_behind(capsys):
    optimizer = trained(SGD, [leaf(1)])
    optimizer.register_step_pre_hook(lambda *_: print("hook"))
    copy.deepcopy(optimizer).step()
    assert capsys.readouterr().out == ""
    optimizer.step()
    assert capsys.readouterr().out == "hook\n"


# Hooks. A hook writes down that it was called; the lists of ours and torch's are equal.

WITHOUT_PREPEND = ["step_pre", "step_post"]
WITH_PREPEND = [
    "state_dict_pre",
    "state_dict_post",
    "load_state_dict_pre",
    "load_state_dict_post",
]


def register(optimizer, kind, hook, **kwargs):
    return getattr(optimizer, f"register_{kind}_hook")(hook, **kwargs)


def use(optimizer):
    optimizer.step()
    optimizer.load_state_dict(optimizer.state_dict())


@pytest.mark.parametrize("kind", WITHOUT_PREPEND + WITH_PREPEND)
def test_hook_signatures(kind):
    ours, theirs = (
        inspect.signature(getattr(base, f"register_{kind}_hook")).parameters.values()
        for base in BASES
    )
    assert [(p.name, p.kind, p.default) for p in ours] == [
        (p.name, p.kind, p.default) for p in theirs
    ]


@pytest.mark.parametrize("prepend", [False, True])
def test_when_hooks_are_called_and_with_what(prepend):
    def run(cls):
        calls = []

        def note(kind):
            def hook(optimizer, *rest):
                # In the hooks of step, args[0] is the optimizer as well.
                calls.append((kind, hide(optimizer, rest)))

            return hook

        def hide(optimizer, seen):
            if isinstance(seen, tuple):
                return tuple(hide(optimizer, x) for x in seen)
            return "self" if seen is optimizer else copy.deepcopy(seen)

        optimizer = trained(cls, [leaf(1), leaf(2)])
        handles = []
        for kind in WITHOUT_PREPEND + WITH_PREPEND:
            handles.append(register(optimizer, kind, note(kind)))
            more = {"prepend": prepend} if kind in WITH_PREPEND else {}
            handles.append(register(optimizer, kind, note(f"{kind} 2"), **more))
        use(optimizer)
        n_calls = len(calls)
        assert n_calls == 12
        for handle in handles[::2]:
            handle.remove()
        use(optimizer)
        assert len(calls) == n_calls + 6
        for handle in handles[1::2]:
            handle.remove()
        use(optimizer)
        assert len(calls) == n_calls + 6
        return calls

    assert_same(run(SGD), run(torch.optim.SGD))


def test_a_step_pre_hook_replaces_the_arguments():
    for cls in SGDS:
        optimizer = cls([leaf(1)], lr=0.1)
        optimizer.register_step_pre_hook(lambda o, *_: ((o, lambda: 5), {}))
        assert optimizer.step() == 5
        assert optimizer.step(closure=lambda: 6) == 5


def test_a_step_pre_hook_returns_a_pair_or_none():
    messages = []
    for cls in SGDS:
        optimizer = cls([leaf(1)], lr=0.1)
        optimizer.register_step_pre_hook(lambda *_: (1, 2, 3))
        with pytest.raises(RuntimeError) as caught:
            optimizer.step()
        # Before it stands what is at fault: the hook. torch names the step function.
        messages.append(str(caught.value).split(" must ")[1])
    assert messages[0] == messages[1]


def test_state_dict_hooks_change_in_place_or_replace():
    def run(cls):
        optimizer = trained(cls, [leaf(1)])
        optimizer.register_state_dict_post_hook(lambda _, d: d.update(own=1))
        optimizer.register_state_dict_post_hook(
            lambda _, d: {**d, "more": d["own"] + 1}
        )
        saved = optimizer.state_dict()

        other = cls([leaf(1)], lr=7)
        other.register_load_state_dict_pre_hook(lambda _, d: d.pop("state") and None)
        other.register_load_state_dict_pre_hook(lambda _, d: {**d, "state": {}})
        other.load_state_dict(saved)
        assert "state" in saved  # the hook had a copy
        return saved, other.state_dict()

    ours, theirs = map(run, SGDS)
    assert_same(ours, theirs)
    assert (ours[0]["own"], ours[0]["more"], ours[1]["state"]) == (1, 2, {})


def test_a_load_hook_can_match_by_name():
    """What position matching gets wrong, a pre-hook puts right."""

    def by_name(optimizer, state_dict):
        groups = state_dict["param_groups"]
        position = {
            name: i
            for group in groups
            for name, i in zip(group["param_names"], group["params"], strict=True)
        }
        own = [dict(g) for g in groups]
        for group, mine in zip(own, optimizer.param_groups, strict=True):
            group["param_names"] = mine["param_names"]
            group["params"] = [position[name] for name in mine["param_names"]]
        return {**state_dict, "param_groups": own}

    for cls in SGDS:
        saved = trained(cls, [("a", leaf(2)), ("b", leaf(2))]).state_dict()
        a, b = leaf(2), leaf(2)
        optimizer = cls([("b", b), ("a", a)], lr=0.1)
        optimizer.register_load_state_dict_pre_hook(by_name)
        optimizer.load_state_dict(saved)
        assert optimizer.state[a]["momentum_buffer"].tolist() == [1, 1]
        assert optimizer.state[b]["momentum_buffer"].tolist() == [2, 2]


def test_global_hooks_and_their_order():
    def run(cls, module):
        calls: list[str] = []
        optimizer = cls([leaf(1)], lr=0.1)
        optimizer.register_step_pre_hook(lambda *_: calls.append("pre"))
        optimizer.register_step_post_hook(lambda *_: calls.append("post"))
        handles = [
            module.register_optimizer_step_pre_hook(lambda *_: calls.append("all pre")),
            module.register_optimizer_step_post_hook(
                lambda *_: calls.append("all post")
            ),
        ]
        optimizer.step(lambda: calls.append("step"))
        for handle in handles:
            handle.remove()
        optimizer.step()
        return calls

    ours = run(SGD, optguide.optim)
    assert ours == run(torch.optim.SGD, torch_optimizer)
    assert ours == ["all pre", "pre", "step", "post", "all post", "pre", "post"]


def test_a_step_on_top_of_another_is_one_step():
    class Counting(SGD):
        def step(self, closure=None):
            return super().step(closure)

    calls = []
    for cls in (SGD, Counting):
        optimizer = cls([leaf(1)], lr=0.1)
        optimizer.register_step_post_hook(lambda *_: calls.append(1))
        optimizer.step()
    assert len(calls) == 2


# An optimizer of one's own, on either base class.


def sign_descent(base: Any) -> Any:
    class SignDescent(base):  # type: ignore[misc]
        def __init__(self, params, lr=0.1):
            super().__init__(params, {"lr": lr})

        @torch.no_grad()
        def step(self, closure=None):
            for group in self.param_groups:
                for param in group["params"]:
                    state = self.state[param]
                    state["step"] = state.get("step", torch.tensor(0.0)) + 1
                    param -= group["lr"] * param.grad.sign()

    return SignDescent


def test_an_optimizer_of_ones_own():
    def run(base):
        cls = sign_descent(base)
        p = torch.tensor([1.0, -1.0], requires_grad=True)
        optimizer, calls = cls([p]), []
        optimizer.register_step_post_hook(lambda *_: calls.append(1))
        for _ in range(3):
            optimizer.zero_grad()
            (p**2).sum().backward()
            optimizer.step()
        other = cls([leaf(2)])
        other.load_state_dict(optimizer.state_dict())
        return p.detach(), other.state_dict(), repr(other), len(calls)

    assert_same(*map(run, BASES))


def test_the_public_surface_is_that_of_torch():
    """What torch.optim.Optimizer has and this one has not, by name."""
    missing = {
        name
        for name in dir(torch.optim.Optimizer)
        if not name.startswith("_") and not hasattr(Optimizer, name)
    }
    assert missing == {"OptimizerPreHook", "OptimizerPostHook", "profile_hook_step"}
    for name in ("add_param_group", "zero_grad", "step", "state_dict"):
        assert list(inspect.signature(getattr(Optimizer, name)).parameters) == list(
            inspect.signature(getattr(torch.optim.Optimizer, name)).parameters
        )
