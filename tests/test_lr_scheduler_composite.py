"""SequentialLR and ChainedScheduler: parts, refusals, and where torch is wrong."""

import itertools
import math
from typing import Any

import pytest
import torch
import torch.optim.lr_scheduler as torch_lr_scheduler

from optguide import lr_scheduler
from optguide_site.project import minor, order
from tests.support.lr_scheduler_compare import (
    OURS,
    SIMPLE,
    TORCH,
    Spec,
    assert_close,
    build,
    chain,
    lrs_of,
    make,
    name_of,
    sequence,
    snapshot,
    start,
    walk,
    wave,
)
from tests.support.optim_compare import assert_same, assert_same_refusal, outcome

CONSTANT: Spec = ("ConstantLR", {"factor": 0.1, "total_iters": 20})
HALVE: Spec = ("ExponentialLR", {"gamma": 0.5})
WARMUP: Spec = ("LinearLR", {"start_factor": 0.25, "total_iters": 3})
COSINE: Spec = ("CosineAnnealingLR", {"T_max": 4})
FALL: Spec = ("MultiplicativeLR", {"lr_lambda": lambda _: 0.5})
PLATEAU: Spec = ("ReduceLROnPlateau", {})


# Tables worked out by hand.


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        (sequence(WARMUP, COSINE, milestones=[3]), [0.25, 0.5, 0.75, 1, (2 + 2**0.5) / 4, 0.5]),
        (sequence(CONSTANT, HALVE, milestones=[2]), [0.1, 0.1, 1, 0.5, 0.25]),
        (sequence(HALVE, HALVE, HALVE, milestones=[2, 3]), [1, 0.5, 1, 1, 0.5, 0.25]),
        (sequence(CONSTANT, HALVE, milestones=[0]), [1, 0.5, 0.25]),
        (sequence(HALVE, milestones=[]), [1, 0.5, 0.25]),
        # No closed form: on from the lr in use, and epoch 0 multiplies.
        (sequence(HALVE, FALL, milestones=[2]), [1, 0.5, 0.25, 0.125]),
        (
            sequence(HALVE, ("SWALR", {"swa_lr": 1.5, "anneal_epochs": 0}), milestones=[2]),
            [1, 0.5, 1.5, 1.5],
        ),
        (
            sequence(
                HALVE,
                ("SWALR", {"swa_lr": 1.5, "anneal_epochs": 2, "anneal_strategy": "linear"}),
                milestones=[2],
            ),
            [1, 0.5, 0.5, 1, 1.5, 1.5],
        ),
        (chain(("ConstantLR", {"factor": 0.1, "total_iters": 2}), HALVE), [0.1, 0.05, 0.25]),
        (chain(FALL, HALVE), [1, 0.25, 0.0625]),
        (chain(HALVE, ("LambdaLR", {"lr_lambda": lambda t: t})), [0, 1, 2, 3]),
        (chain(HALVE), [1, 0.5, 0.25]),
    ],
    ids=name_of,
)  # fmt: skip
def test_table(spec, expected):
    for pair in (TORCH, *OURS):
        assert_close(lrs_of(pair, spec, len(expected) - 1), expected)


def test_the_example_of_torchs_documentation():
    """#186468: wrong in 2.13 at each epoch that it names, mended in 2.14."""
    assert torch_lr_scheduler.ChainedScheduler.__doc__ is not None
    said = {
        int(line.split("epoch ==")[1]): float(line.split("=")[1].split()[0])
        for line in torch_lr_scheduler.ChainedScheduler.__doc__.splitlines()
        if "epoch ==" in line
    }
    table = {0: 0.05, 1: 0.045, 2: 0.0405, 19: 0.00675, 20: 0.06078, 21: 0.0547}
    is_mended = order(minor(torch.__version__)) >= (2, 14)
    assert (said == table) is not is_mended
    spec = chain(CONSTANT, ("ExponentialLR", {"gamma": 0.9}))
    for pair in (TORCH, *OURS):
        lrs = lrs_of(pair, spec, 21, lr=0.05)
        assert_close(lrs[:3], [0.005, 0.0045, 0.00405])
        assert_close(lrs[19:], [0.005 * 0.9**19, 0.05 * 0.9**20, 0.05 * 0.9**21])
        rounded = {t: float(f"{lrs[t]:.4g}") for t in said}
        assert rounded == {
            0: 0.005,
            1: 0.0045,
            2: 0.00405,
            19: 0.0006754,
            20: 0.006079,
            21: 0.005471,
        }
        wrong = [t for t in said if abs(said[t] - lrs[t]) > 1e-3 * lrs[t]]
        assert wrong == ([] if is_mended else [0, 1, 2, 19, 20, 21])


# Parts of torch in ours and of ours in torch's.


@pytest.mark.parametrize("origins", [*itertools.product([TORCH, OURS[0]], repeat=3)])
def test_parts_of_either_library(origins):
    """A composite of three: torch's or ours, with parts of torch or ours."""

    def run(outer, first, second):
        optimizer = build(torch.optim.SGD, [0.1, torch.tensor(0.5)])
        parts = [make(first, optimizer, WARMUP), make(second, optimizer, COSINE)]
        in_order = outer.SequentialLR(optimizer, parts, milestones=[4])
        history = walk(optimizer, in_order, 20)
        optimizer = build(torch.optim.SGD, [0.1, torch.tensor(0.5)])
        parts = [make(first, optimizer, WARMUP), make(second, optimizer, COSINE)]
        return history, walk(optimizer, outer.ChainedScheduler(parts), 20)

    assert_same(run(*(module for module, _ in origins)), run(*[TORCH[0]] * 3))


@pytest.mark.parametrize("origins", [*itertools.product([TORCH, OURS[0]], repeat=2)])
def test_plateau_is_refused_whosoever(origins):
    for name in ("SequentialLR", "ChainedScheduler"):

        def make_both(outer, inner, name=name):
            optimizer = build(torch.optim.SGD, [0.1])
            parts = [make(inner, optimizer, WARMUP), inner.ReduceLROnPlateau(optimizer)]
            kwargs = {"milestones": [3]} if name == "SequentialLR" else {}
            getattr(outer, name)(optimizer=optimizer, schedulers=parts, **kwargs)

        (outer, _), (inner, _) = origins
        if outer is TORCH[0] and inner is not TORCH[0]:
            continue  # torch can't know ours
        assert_same_refusal(
            lambda modules, call=make_both: call(*modules),
            (outer, inner),
            (TORCH[0], TORCH[0]),
        )


@pytest.mark.parametrize(
    "spec",
    [
        sequence(milestones=[]),
        chain(),
        sequence(WARMUP, milestones=[3]),
        sequence(WARMUP, COSINE, milestones=[]),
        sequence(WARMUP, COSINE, milestones=[3, 5]),
    ],
    ids=name_of,
)
def test_refused(spec):
    for ours in OURS:
        assert_same_refusal(lambda pair: start(pair, spec, [0.1]), ours, TORCH)


def test_chain_of_nothing_without_optimizer_is_refused():
    assert_same_refusal(lambda pair: pair[0].ChainedScheduler([]), OURS[0], TORCH)


@pytest.mark.parametrize("position", [0, 1])
@pytest.mark.parametrize("name", ["SequentialLR", "ChainedScheduler"])
@pytest.mark.parametrize("what", ["no scheduler", "another optimizer"])
def test_a_part_that_does_not_belong_is_refused(position, name, what):
    def build_it(module):
        optimizer, other = (build(torch.optim.SGD, [0.1]) for _ in range(2))
        parts: list[Any] = [make(module, optimizer, WARMUP) for _ in range(2)]
        parts[position] = (
            wave if what == "no scheduler" else make(module, other, COSINE)
        )
        if name == "SequentialLR":
            module.SequentialLR(optimizer, parts, [3])
        else:
            module.ChainedScheduler(parts, optimizer)

    assert_same_refusal(build_it, OURS[0][0], TORCH[0])


def test_the_order_of_steps_of_a_composite():
    """As of any other scheduler; but torch warns inside the constructor if composites nest."""
    for spec in (sequence(WARMUP, COSINE, milestones=[3]), chain(WARMUP, COSINE)):
        for pair in (TORCH, *OURS):
            optimizer, scheduler = start(pair, spec, [0.1])
            warned = [message for _, message in outcome(scheduler.step)[1]]
            assert len(warned) == (1 if spec[0] == "SequentialLR" else 2)  # a part each
            assert all("before `optimizer.step()`" in message for message in warned)
            optimizer, scheduler = start(pair, spec, [0.1])
            optimizer.step()
            assert outcome(scheduler.step) == (None, [])


def test_a_group_added_later():
    def run(pair):
        optimizer, scheduler = start(
            pair, sequence(HALVE, ("StepLR", {"step_size": 2}), milestones=[9]), [0.1]
        )
        walk(optimizer, scheduler, 2)
        optimizer.add_param_group(
            {"params": torch.ones(1, requires_grad=True), "lr": 8.0}
        )
        return walk(optimizer, scheduler, 5)

    expected = run(TORCH)
    for ours in OURS:
        assert_same(run(ours), expected)


def test_initial_lr_of_one_cycle_is_the_lr_that_all_start_from():
    """As in torch: groups have one ``initial_lr``, and OneCycleLR overwrites it."""
    spec = sequence(
        HALVE, ("OneCycleLR", {"max_lr": 0.5, "total_steps": 9}), milestones=[2]
    )
    for pair in (TORCH, *OURS):
        assert_close(lrs_of(pair, spec, 2), [0.02, 0.01, 0.02])


# Where torch is wrong. Each test fails when torch mends it: then simplify the docstring.

PARTS = [WARMUP, COSINE, HALVE, CONSTANT, SIMPLE[29], SIMPLE[31], FALL]


@pytest.mark.parametrize("pair", OURS)
@pytest.mark.parametrize("first", range(len(PARTS)))
@pytest.mark.parametrize("second", range(len(PARTS)))
def test_nested_sequences_are_flat_ones(pair, first, second):
    """Parentheses change nothing."""
    a, b, c = PARTS[first], PARTS[second], ("StepLR", {"step_size": 2, "gamma": 0.7})
    flat = lrs_of(pair, sequence(a, b, c, milestones=[3, 7]), 15)
    left = sequence(sequence(a, b, milestones=[3]), c, milestones=[7])
    right = sequence(a, sequence(b, c, milestones=[4]), milestones=[3])
    alone = sequence(sequence(a, b, c, milestones=[3, 7]), milestones=[])
    twice = sequence(alone, milestones=[])
    chained = chain(sequence(chain(a), chain(b), c, milestones=[3, 7]))
    deep = sequence(a, sequence(chain(b), c, milestones=[4]), milestones=[3])
    for nested in (left, right, alone, twice, chained, deep):
        assert lrs_of(pair, nested, 15) == flat


@pytest.mark.parametrize("pair", OURS)
def test_a_chain_in_a_sequence_starts_as_it_does_alone(pair):
    chained = chain(CONSTANT, HALVE, ("StepLR", {"step_size": 2, "gamma": 0.7}))
    alone = lrs_of(pair, chained, 30)
    first = lrs_of(pair, sequence(chained, COSINE, milestones=[25]), 24)
    assert first == alone[:25]
    late = lrs_of(pair, sequence(WARMUP, chained, milestones=[5]), 35)
    assert_close(late[5:], alone)
    inner = sequence(
        COSINE, chained, milestones=[2]
    )  # whose parts are taken back twice
    late = lrs_of(pair, sequence(WARMUP, inner, milestones=[5]), 37)
    assert_close(late[7:], alone)
    deep = chain(HALVE, sequence(chain(CONSTANT, HALVE), milestones=[]), CONSTANT)
    late = lrs_of(pair, sequence(WARMUP, deep, milestones=[5]), 35)
    # The sequence in it wiped out the first HALVE at epoch 0; from there on all multiply.
    tenths = [0.01] * 20 + [1.0] * 11
    assert_close(late[5:], [c * 0.25**t for t, c in enumerate(tenths)])


@pytest.mark.parametrize("pair", OURS)
def test_a_later_sequence_that_skips_its_first_part(pair):
    inner = sequence(CONSTANT, HALVE, WARMUP, milestones=[0, 3])
    flat = lrs_of(pair, sequence(COSINE, HALVE, WARMUP, milestones=[2, 5]), 10)
    assert lrs_of(pair, sequence(COSINE, inner, milestones=[2]), 10) == flat


@pytest.mark.parametrize("pair", OURS)
def test_a_later_part_starts_at_0_wherever_it_was(pair):
    inner = sequence(HALVE, chain(COSINE, FALL, HALVE), WARMUP, milestones=[2, 6])
    expected = lrs_of(pair, sequence(COSINE, inner, milestones=[3]), 15)
    inner[1]["last_epoch"] = 3
    assert lrs_of(pair, sequence(COSINE, inner, milestones=[3]), 15) == expected


def test_torch_skips_a_step_of_a_first_composite_part():
    """#196243: and warns of a scheduler's step that the user never made."""
    two = sequence(
        ("ConstantLR", {"factor": 0.5, "total_iters": 9}),
        ("ConstantLR", {"factor": 0.25, "total_iters": 9}),
        milestones=[2],
    )
    halving = chain(HALVE)
    for spec, right, wrong in [
        (two, [0.5, 0.5, 0.25, 0.25], [0.5, 0.25, 0.25, 0.25]),
        (halving, [1, 0.5, 0.25, 0.125], [0.5, 0.25, 0.125, 0.0625]),
    ]:
        nested = sequence(spec, milestones=[])
        for pair in (TORCH, *OURS):
            (optimizer, scheduler), warned = outcome(
                lambda p, s=nested: start(p, s, [1.0]), pair
            )
            assert len(warned) == (1 if pair is TORCH else 0)
            lrs = scheduler.get_last_lr()
            optimizer.step()
            for _ in range(3):
                scheduler.step()
                lrs = lrs + scheduler.get_last_lr()
            assert lrs == (wrong if pair is TORCH else right)


def test_torch_can_not_go_on_with_a_composite_part():
    for part in (chain(HALVE), sequence(HALVE, milestones=[])):
        spec = sequence(CONSTANT, part, milestones=[3])
        with pytest.raises(NotImplementedError):
            lrs_of(TORCH, spec, 5)
        for pair in OURS:
            assert_close(lrs_of(pair, spec, 5), [0.1, 0.1, 0.1, 1, 0.5, 0.25])


def test_a_nested_state_dict_comes_back():
    spec = sequence(
        chain(CONSTANT, HALVE), sequence(COSINE, HALVE, milestones=[4]), milestones=[5]
    )
    for stop in (0, 3, 5, 6, 9, 12):
        optimizer, scheduler = start(OURS[1], spec, [0.1])
        walk(optimizer, scheduler, stop)
        saved = snapshot((optimizer.state_dict(), scheduler.state_dict()))
        expected = walk(optimizer, scheduler, 20)
        optimizer, scheduler = start(OURS[1], spec, [7.0])
        optimizer.load_state_dict(saved[0])
        scheduler.load_state_dict(saved[1])
        assert_same(walk(optimizer, scheduler, 20), expected)


def epochs(state: dict[str, Any]) -> Any:
    """Where it is, and its parts are; the lr is the same for all, but for parts yet to start."""
    parts = [epochs(part) for part in state.get("_schedulers", [])]
    return state.get("last_epoch"), state.get("T_cur"), parts


@pytest.mark.parametrize(
    "spec",
    [
        sequence(CONSTANT, ("ExponentialLR", {"gamma": 0.9}), milestones=[3]),
        sequence(WARMUP, COSINE, HALVE, milestones=[3, 9]),
        sequence(WARMUP, SIMPLE[31], milestones=[3]),
        sequence(WARMUP, FALL, ("SWALR", {"swa_lr": 0.5}), milestones=[3, 5]),
        sequence(WARMUP, sequence(HALVE, COSINE, milestones=[2]), milestones=[3]),
        sequence(chain(WARMUP, HALVE), chain(HALVE, COSINE), milestones=[3]),
    ],
    ids=name_of,
)
@pytest.mark.parametrize("last_epoch", [0, 1, 2, 3, 4, 10])
def test_a_sequence_resumed_with_last_epoch(spec, last_epoch):
    """#162591: in torch the parts start over at 0, while the sequence counts on."""
    for pair in OURS:
        module, sgd = pair
        optimizer, scheduler = start(pair, spec, [1.0])
        walk(optimizer, scheduler, last_epoch + 1)
        saved = snapshot((optimizer.state_dict(), scheduler.state_dict()))
        expected = walk(optimizer, scheduler, 20)

        resumed = build(sgd, [saved[0]["param_groups"][0]["lr"]])
        resumed.param_groups[0]["initial_lr"] = 1.0
        scheduler, warned = outcome(
            lambda module=module, resumed=resumed: make(
                module, resumed, spec, last_epoch=last_epoch
            )
        )
        assert warned == []
        assert_same(epochs(scheduler.state_dict()), epochs(saved[1]))
        assert_same(walk(resumed, scheduler, 20), expected)


def test_torch_starts_a_resumed_sequence_over():
    spec = sequence(CONSTANT, ("ExponentialLR", {"gamma": 0.9}), milestones=[3])
    module, sgd = TORCH
    optimizer = build(sgd, [0.9])
    optimizer.param_groups[0]["initial_lr"] = 1.0
    scheduler = make(module, optimizer, spec, last_epoch=4)
    assert scheduler.last_epoch == 5
    assert [part.last_epoch for part in scheduler._schedulers] == [0, -1]
    lrs = scheduler.get_last_lr()
    lrs += [lr for (lr,), *_ in walk(optimizer, scheduler, 2)]
    assert_close(lrs, [0.1, 0.09, 0.081])  # 1.0 was lost, and so it stays
    assert math.isclose(lrs_of(TORCH, spec, 5)[5], 0.81)


def test_warnings_of_a_part_are_not_lost_after_resuming():
    optimizer = build(torch.optim.SGD, [1.0])
    parts = [make(OURS[0][0], optimizer, spec) for spec in (WARMUP, COSINE)]
    scheduler = lr_scheduler.SequentialLR(optimizer, parts, [3], last_epoch=1)
    with pytest.warns(UserWarning, match="get_last_lr"):
        parts[0].get_lr()
    assert scheduler.last_epoch == 2
