"""`SGD` against ``torch.optim.SGD(foreach=False)``, bit for bit."""

import inspect
import warnings
from typing import Any

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from optguide.optim import SGD
from tests.bench.sgd import memory
from tests.support import optim_samples
from tests.support.optim_compare import (
    assert_same,
    assert_same_refusal,
    assert_same_trajectory,
    outcome,
)

DTYPES = [torch.float32, torch.float64, torch.bfloat16]


@pytest.mark.parametrize("dtype", [*DTYPES, torch.complex64])
@pytest.mark.parametrize("options", optim_samples.OPTIONS, ids=str)
def test_torchs_own_samples(options, dtype):
    assert_same_trajectory(options, dtype=dtype, handover=3)


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("maximize", [False, True])
@pytest.mark.parametrize("nesterov", [False, True])
@pytest.mark.parametrize("weight_decay", [0, 0.1])
@pytest.mark.parametrize("dampening", [0, 0.5, 1])
@pytest.mark.parametrize("momentum", [0, 0.9])
def test_every_combination_of_options(
    momentum, dampening, weight_decay, nesterov, maximize, dtype
):
    options = {
        "lr": 0.1,
        "momentum": momentum,
        "dampening": dampening,
        "weight_decay": weight_decay,
        "nesterov": nesterov,
        "maximize": maximize,
    }
    if nesterov and (momentum == 0 or dampening != 0):
        params = [torch.zeros(1, requires_grad=True)]
        assert_same_refusal(lambda cls: cls(params, **options), SGD, torch.optim.SGD)
    else:
        assert_same_trajectory(options, dtype=dtype)


M: dict[str, Any] = {"lr": 0.1, "momentum": 0.9, "dampening": 0.5}
N: dict[str, Any] = {"lr": 0.1, "momentum": 0.9, "nesterov": True, "weight_decay": 0.1}
TENSOR_LR = {"lr": torch.tensor(0.1)}

CASES = {
    "nothing given": {},
    "one million elements": {"options": N, "shapes": [(1000, 1000)], "steps": 2},
    "empty parameter": {"options": N, "shapes": [(0, 3), (2,)]},
    "int lr": {"options": {"lr": 1}},
    "zero lr": {"options": {"lr": 0.0, "momentum": 0.9}},
    "lr tensor": {"options": {**M, **TENSOR_LR}},
    "lr tensor, one dimension": {"options": {**M, "lr": torch.tensor([0.1])}},
    "lr tensor, float64": {"options": {"lr": torch.tensor(0.1, dtype=torch.float64)}},
    "lr tensor in one group": {"options": M, "groups": [{}, TENSOR_LR]},
    "weight decay tensor": {"options": {"weight_decay": torch.tensor(0.1)}},
    "momentum above 1": {"options": {"lr": 0.1, "momentum": 1.5}},
    "negative dampening": {"options": {"lr": 0.1, "momentum": 0.9, "dampening": -1}},
    "two groups": {"options": M, "groups": [{}, {"lr": 0.5, "momentum": 0}]},
    "decay in one group": {"options": N, "groups": [{}, {"weight_decay": 0}]},
    "maximize in one group": {"options": N, "groups": [{}, {"maximize": True}]},
    "more groups than parameters": {"options": M, "groups": [{}, {}, {}, {"lr": 9}]},
    "missing gradient": {"options": M, "missing": {(2, 1)}},
    "late first gradient": {"options": M, "missing": {(0, 1), (1, 1), (2, 1)}},
    "never a gradient": {"options": M, "missing": {(t, 0) for t in range(9)}},
    "no gradient at all": {"options": M, "missing": {(0, 0), (0, 1), (0, 2)}},
    "lr changed": {"options": M, "changes": {3: {"lr": 0.01}}},
    "lr becomes a tensor": {"options": M, "changes": {3: TENSOR_LR}},
    "momentum from the third step": {"changes": {3: {"momentum": 0.9}}},
    "momentum ends": {"options": M, "changes": {3: {"momentum": 0}}},
    "momentum pauses": {
        "options": M,
        "changes": {2: {"momentum": 0}, 4: {"momentum": 0.9}},
    },
    "all options change": {"options": M, "changes": {2: {"dampening": 0}, 4: N}},
    "closure": {"options": N, "closure": True},
    "saved before the first step": {"options": M, "handover": 0},
    "saved": {"options": N, "handover": 3},
    "saved with two groups": {"options": N, "groups": [{}, {"lr": 1}], "handover": 3},
    "saved with a late gradient": {
        "options": M,
        "missing": {(0, 0), (1, 0), (2, 0), (3, 0)},
        "handover": 3,
    },
    "saved with a tensor lr": {"options": {**M, **TENSOR_LR}, "handover": 3},
    "saved in bfloat16": {"options": N, "dtype": torch.bfloat16, "handover": 3},
    "complex": {"options": N, "dtype": torch.complex128, "handover": 3},
}


@pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
def test_case(case):
    assert_same_trajectory(**case)


@st.composite
def runs(draw):
    def options(**choices):
        chosen = draw(st.fixed_dictionaries({}, optional=choices))
        if chosen.get("nesterov"):
            chosen |= {"momentum": chosen.get("momentum") or 0.9, "dampening": 0}
        return chosen

    number = st.floats(0, 2, allow_subnormal=False)
    lr = number | number.map(torch.tensor)
    choices = {
        "lr": lr,
        "momentum": st.just(0) | number,
        "dampening": st.just(0) | st.floats(-1, 2),
        "weight_decay": st.just(0) | number,
        "nesterov": st.booleans(),
        "maximize": st.booleans(),
    }
    steps, n_params = draw(st.integers(1, 6)), draw(st.integers(1, 4))
    step = st.integers(0, steps - 1)
    return {
        "options": options(**choices),
        "dtype": draw(st.sampled_from(DTYPES)),
        "shapes": [
            tuple(draw(st.lists(st.integers(0, 3), max_size=3)))
            for _ in range(n_params)
        ],
        "groups": [options(**choices) for _ in range(draw(st.integers(1, 3)))],
        "steps": steps,
        "missing": draw(st.sets(st.tuples(step, st.integers(0, n_params - 1)))),
        "changes": draw(
            st.dictionaries(step, st.fixed_dictionaries({"lr": lr}), max_size=2)
        ),
        "closure": draw(st.booleans()),
        "handover": draw(st.none() | step),
    }


@settings(max_examples=200, deadline=None)
@given(runs())
def test_any_run(run):
    assert_same_trajectory(**run)


def test_default_flags_still_give_the_same_numbers():
    """Without foreach=False torch takes this path on the CPU as well."""
    seen: list[Any] = []
    for cls in (SGD, torch.optim.SGD):
        param = torch.ones(3, requires_grad=True)
        optimizer = cls([param], **N)
        for _ in range(5):
            optimizer.zero_grad()
            (param**2).sum().backward()
            optimizer.step()
        seen.append((param.detach(), optimizer.state_dict(), optimizer.defaults))
    assert_same(*seen)


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"maximize": True},
        {"momentum": 0.9},
        {"momentum": 0.9, "dampening": 0.5},
        {"momentum": 0.9, "nesterov": True},
        {"weight_decay": 0.1},
    ],
    ids=str,
)
def test_sparse_gradients(options):
    """Those of an embedding; with weight decay torch and we refuse in the same words."""

    def train(cls):
        weight = torch.arange(12.0).reshape(6, 2).requires_grad_()
        optimizer = cls([weight], lr=0.1, foreach=False, **options)
        for words in ([0, 2, 2], [2, 5], [1]):
            optimizer.zero_grad()
            rows = torch.nn.functional.embedding(
                torch.tensor(words), weight, sparse=True
            )
            rows.square().sum().backward()
            assert weight.grad is not None
            assert weight.grad.is_sparse
            optimizer.step()
        return weight.detach(), optimizer.state_dict()

    ours, theirs = outcome(train, SGD), outcome(train, torch.optim.SGD)
    refused = isinstance(theirs[0][0], type)
    assert refused == ("weight_decay" in options)
    assert_same(ours, theirs)


def test_what_a_step_that_raises_leaves_behind():
    """The parameter before the sparse one has moved; torch then forgets its new buffer."""
    for cls in (SGD, torch.optim.SGD):
        a, b = torch.ones(2, requires_grad=True), torch.ones(2, requires_grad=True)
        a.grad, b.grad = torch.ones(2), torch.ones(2).to_sparse()
        options: dict[str, Any] = {"momentum": 0.9, "weight_decay": 0.1}
        optimizer = cls([a, b], lr=0.1, foreach=False, **options)
        with pytest.raises(RuntimeError, match="sparse"):
            optimizer.step()
        torch.testing.assert_close(a.detach(), torch.full((2,), 0.89))
        assert ("momentum_buffer" in optimizer.state[a]) == (cls is SGD)


def test_the_gradient_is_left_as_it_was():
    param = torch.ones(3, requires_grad=True)
    param.grad = torch.full((3,), 2.0)
    optimizer = SGD([param], maximize=True, **{**N, "lr": 1.0})
    for _ in range(3):
        optimizer.step()
        assert param.grad.tolist() == [2, 2, 2]


def test_parameters_and_buffers_are_updated_in_place():
    param = torch.ones(3, requires_grad=True)
    param.grad = torch.ones(3)
    optimizer = SGD([param], **M)
    optimizer.step()
    buf = optimizer.state[param]["momentum_buffer"]
    places = (param.data_ptr(), buf.data_ptr())
    optimizer.step()
    assert optimizer.state[param]["momentum_buffer"] is buf
    assert (param.data_ptr(), buf.data_ptr()) == places


def test_the_first_two_steps_by_hand():
    param = torch.tensor([1.0], requires_grad=True)
    optimizer = SGD([param], lr=0.5, momentum=0.5, dampening=0.25)
    param.grad = torch.tensor([1.0])
    optimizer.step()  # b = 1, not 0.75
    assert param.item() == 1 - 0.5 * 1
    optimizer.step()  # b = 0.5 * 1 + 0.75 * 1
    assert param.item() == 0.5 - 0.5 * 1.25


def test_no_state_without_momentum():
    param = torch.ones(1, requires_grad=True)
    param.grad = torch.ones(1)
    optimizer = SGD([param], lr=0.1)
    optimizer.step()
    assert not optimizer.state


@pytest.mark.parametrize(
    "member", ["__init__", "step", "zero_grad", "state_dict", "load_state_dict"]
)
def test_signature(member):
    ours = inspect.signature(getattr(SGD, member)).parameters.values()
    theirs = inspect.signature(getattr(torch.optim.SGD, member)).parameters.values()
    assert [(p.name, p.kind, p.default) for p in ours] == [
        (p.name, p.kind, p.default) for p in theirs
    ]


def test_defaults():
    params = [torch.zeros(1, requires_grad=True)]
    for options in ({}, {"foreach": False}, {"fused": False}, N):
        assert_same(
            SGD(params, **options).defaults, torch.optim.SGD(params, **options).defaults
        )


@pytest.mark.parametrize(
    "options",
    [
        {"lr": -0.1},
        {"lr": torch.tensor(-0.1)},
        {"lr": torch.ones(2)},
        {"lr": torch.ones(0)},
        {"momentum": -0.5},
        {"weight_decay": -1},
        {"weight_decay": torch.tensor(-1.0)},
        {"nesterov": True},
        {"nesterov": True, "momentum": 0.9, "dampening": 0.1},
        {"lr": -1, "momentum": -1, "weight_decay": -1},
        {"momentum": -1, "weight_decay": -1, "nesterov": True},
        {"unknown": 1},
    ],
    ids=str,
)
def test_refused_hyperparameters(options):
    def build(cls):
        try:
            cls([torch.zeros(1, requires_grad=True)], **options)
        except TypeError as error:
            # Python names the class's constructor: the same once the module is off.
            raise TypeError(str(error).split("SGD.")[-1]) from None

    assert_same_refusal(build, SGD, torch.optim.SGD)


@pytest.mark.parametrize(
    "sample", optim_samples.ERRORS, ids=lambda e: e.optimizer_error_input.desc
)
def test_torchs_own_error_samples(sample):
    def build(cls):
        given = sample.optimizer_error_input
        params = given.params
        if params is None:
            params = [torch.zeros(1, requires_grad=True)]
        elif isinstance(params, list) and isinstance(params[0], dict):
            params = [dict(group) for group in params]  # add_param_group keeps the dict
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            cls(params, **given.kwargs)

    theirs_alone = isinstance(sample.optimizer_error_input.params, set)  # from 2.15 on
    if theirs_alone:
        build(SGD)
    else:
        assert_same_refusal(build, SGD, torch.optim.SGD)
    with pytest.raises(sample.error_type, match=sample.error_regex):
        build(torch.optim.SGD if theirs_alone else SGD)


@pytest.mark.parametrize("flag", ["foreach", "differentiable", "fused"])
def test_what_is_left_out_is_refused(flag):
    with pytest.raises(NotImplementedError, match="foreach, differentiable and fused"):
        SGD([torch.zeros(1, requires_grad=True)], **{flag: True})


@pytest.mark.parametrize("flag", ["foreach", "fused"])
def test_a_state_dict_of_torchs_fast_paths_loads(flag):
    """The flag is kept; the numbers are those of the one path there is here."""
    params = [torch.ones(3, requires_grad=True) for _ in range(2)]
    for param in params:
        param.grad = torch.full((3,), 0.5)
    theirs = torch.optim.SGD(params[:1], **M, **{flag: True})
    theirs.step()
    with torch.no_grad():
        params[1].copy_(params[0])
    ours = SGD(params[1:])
    ours.load_state_dict(theirs.state_dict())
    assert ours.param_groups[0][flag] is True
    ours.state[params[1]]["momentum_buffer"] = theirs.state[params[0]][
        "momentum_buffer"
    ].clone()
    for _ in range(5):
        theirs.step()
        ours.step()
    torch.testing.assert_close(params[1], params[0])


def test_a_state_dict_of_an_old_torch_loads():
    """Before 1.12 there was no ``maximize``, and ``momentum_buffer`` could be None."""
    seen: list[Any] = []
    for cls in (SGD, torch.optim.SGD):
        param = torch.ones(2, requires_grad=True)
        optimizer = cls([param], lr=7)
        optimizer.load_state_dict(
            {
                "state": {0: {"momentum_buffer": None}},
                "param_groups": [
                    {
                        "lr": 0.1,
                        "momentum": 0.9,
                        "dampening": 0,
                        "weight_decay": 0,
                        "params": [0],
                    }
                ],
            }
        )
        param.grad = torch.ones(2)
        optimizer.step()
        optimizer.step()
        seen.append((param.detach(), optimizer.state_dict()))
    assert_same(*seen)


def test_grad_scaler_drives_it():
    param = torch.ones(2, requires_grad=True)
    optimizer: Any = SGD([param], lr=0.5)
    scaler = torch.amp.GradScaler("cpu", init_scale=4.0)
    scaler.scale((param * 3).sum()).backward()
    scaler.step(optimizer)
    scaler.update()
    assert param.tolist() == [1 - 0.5 * 3] * 2
    optimizer.zero_grad()
    scaler.scale((param * float("inf")).sum()).backward()
    scaler.step(optimizer)  # skipped: a gradient is infinite
    assert param.tolist() == [1 - 0.5 * 3] * 2


def test_peak_memory_is_that_of_torch():
    for name, (ours, loop, _, fused) in memory():
        assert ours <= loop, name
        assert fused <= loop, name
