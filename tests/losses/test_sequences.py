"""``ctc_loss`` against torch's, against a count of all paths, and on torch's samples.

torch returns for ``log_probs`` the gradient by the logits of a softmax, not by
``log_probs``. Behind a log_softmax both are the same, so all gradients are compared there.
"""

import itertools
import math

import pytest
import torch
import torch.nn.functional as F
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import nn

import optguide.losses as ours
from tests.support.here import here
from tests.support.loss_compare import (
    assert_both_refuse,
    assert_same,
    assert_same_module,
    both_refuse,
    randn,
)
from tests.support.loss_samples import module_samples, op_samples

REDUCTIONS = ["none", "mean", "sum"]
INF = float("inf")

reductions = pytest.mark.parametrize("reduction", REDUCTIONS)


def behind_log_softmax(loss):
    return lambda x, *args, **kwargs: loss(x.log_softmax(-1), *args, **kwargs)


def same(*args, **kwargs):
    """Compare without second derivatives, which torch has not."""
    functions = behind_log_softmax(ours.ctc_loss), behind_log_softmax(F.ctc_loss)
    assert_same(*functions, *args, second=False, **kwargs)


def lengths(*values):
    return torch.tensor(values)


@pytest.fixture(autouse=True)
def _seed():
    torch.manual_seed(0)


# --- torch's own samples


def test_samples_of_the_function():
    samples = op_samples("ctc_loss", torch.float64)
    assert len(samples) == 12
    for args, kwargs in samples:
        same(*args, **kwargs)


def test_samples_of_the_function_in_float32():
    """The last digits part: neither of the two is farther from float64 than the other.

    Over 50 frames the logarithms grow to 200, of which float32 has 5 decimal places.
    """
    samples = op_samples("ctc_loss", torch.float32)
    assert len(samples) == 12
    for (x, *rest), kwargs in samples:

        def run(loss, dtype, x=x, rest=rest, kwargs=kwargs):
            leaf = x.detach().to(dtype).requires_grad_()
            value = loss(leaf.log_softmax(2), *rest, **kwargs)
            (grad,) = torch.autograd.grad(value.sum(), leaf)
            return value.detach().double(), grad.double()

        truth = run(F.ctc_loss, torch.float64)
        theirs, actual = (run(f, torch.float32) for f in (F.ctc_loss, ours.ctc_loss))
        for t, a, b in zip(truth, actual, theirs, strict=True):
            assert (a - t).abs().max() <= 1.5 * (b - t).abs().max() + 1e-6


def test_samples_of_the_module():
    samples = module_samples("CTCLoss", torch.float64)
    assert len(samples) == 40
    for sample in samples:
        made, given_ = sample.constructor_input, sample.forward_input
        assert_same_module(ours.CTCLoss, nn.CTCLoss, *made.args, **made.kwargs)
        modules = (
            kind(*made.args, **made.kwargs) for kind in (ours.CTCLoss, nn.CTCLoss)
        )
        module, expected = (behind_log_softmax(m) for m in modules)
        assert_same(module, expected, *given_.args, **given_.kwargs, second=False)


# --- the definition


def read(path, blank):
    """Merge repetitions, then drop blanks."""
    return [label for label, _ in itertools.groupby(path) if label != blank]


def by_counting(log_probs, target, blank):
    """Add up the probabilities of all paths that read ``target``."""
    frames, num_classes = log_probs.shape
    total = 0.0
    for path in itertools.product(range(num_classes), repeat=frames):
        if read(path, blank) == target:
            total += math.exp(sum(log_probs[t, c].item() for t, c in enumerate(path)))
    return -math.log(total) if total > 0 else INF


@pytest.mark.parametrize("blank", [0, 1, 2])
@pytest.mark.parametrize("frames", [1, 2, 3, 4, 5])
def test_every_target_by_counting_paths(frames, blank):
    log_probs = torch.randn(frames, 3, dtype=torch.float64).log_softmax(1)
    labels = [c for c in range(3) if c != blank]
    seen = 0.0
    for size in range(4):
        for target in itertools.product(labels, repeat=size):
            actual = ours.ctc_loss(
                log_probs,
                torch.tensor(target, dtype=torch.int64),
                lengths(frames),
                lengths(size),
                blank=blank,
                reduction="none",
            ).item()
            assert actual == pytest.approx(by_counting(log_probs, list(target), blank))
            seen += math.exp(-actual)
    if frames <= 3:  # every path reads some target of at most as many labels
        assert seen == pytest.approx(1)


# --- every combination


@settings(deadline=None, derandomize=True, max_examples=150)
@given(
    frames=st.integers(1, 8),
    sizes=st.lists(st.integers(0, 4), min_size=1, max_size=4),
    num_classes=st.integers(2, 5),
    blank=st.integers(0, 1),
    padded=st.booleans(),
    as_tensors=st.booleans(),
    zero_infinity=st.booleans(),
    reduction=st.sampled_from(REDUCTIONS),
    dtype=st.sampled_from([torch.float64, torch.float32]),
    seed=st.integers(0, 2**31),
)
def test_any_combination(
    frames,
    sizes,
    num_classes,
    blank,
    padded,
    as_tensors,
    zero_infinity,
    reduction,
    dtype,
    seed,
):
    torch.manual_seed(seed)
    batch = len(sizes)
    labels = torch.randint(num_classes - 1, (batch, max(sizes) + seed % 2))
    labels += labels >= blank
    rows = [row[:size] for row, size in zip(labels, sizes, strict=True)]
    input_lengths = torch.randint(frames + 1, (batch,))
    if not zero_infinity:
        # Long enough for every label and for a blank between equal ones: else the
        # gradients part, see below.
        repeats = torch.tensor([int((row[1:] == row[:-1]).sum()) for row in rows])
        needed = torch.tensor(sizes) + repeats
        frames = max(frames, int(needed.max()))
        input_lengths = torch.maximum(needed, input_lengths)
    both = input_lengths, torch.tensor(sizes)
    same(
        randn(frames, batch, num_classes, dtype=dtype),
        labels if padded else torch.cat(rows),
        *(both if as_tensors else [length.tolist() for length in both]),
        blank=blank,
        reduction=reduction,
        zero_infinity=zero_infinity,
    )


@reductions
def test_one_sequence(reduction):
    for targets in (lengths(1, 2, 2), lengths(1, 2, 2).reshape(1, 3)):
        for length in (lengths(3), torch.tensor(3), (3,)):
            frames = torch.tensor(6) if isinstance(length, torch.Tensor) else (6,)
            same(randn(6, 4), targets, frames, length, reduction=reduction)


def test_all_positional():
    targets = lengths(1, 2, 0, 1)
    same(randn(5, 2, 4), targets, lengths(5, 4), lengths(2, 2), 3, "sum", True)


@pytest.mark.parametrize("dtype", [torch.int32, torch.uint8, torch.float32])
def test_targets_of_another_dtype(dtype):
    for shape in [(4,), (2, 2)]:
        targets = lengths(1, 2, 3, 1).to(dtype).reshape(shape)
        same(randn(5, 2, 4), targets, lengths(5, 5), lengths(2, 2))
    same(randn(5, 2, 4), lengths(1, 2, 3), lengths(5, 5).int(), lengths(2, 1).int())


def test_what_is_behind_a_target_or_an_input_counts_nothing():
    x = randn(6, 2, 4)
    rows = torch.tensor([[1, 2], [3, -7]])
    same(x, rows, lengths(6, 4), lengths(2, 1))
    with torch.no_grad():
        value = ours.ctc_loss(x.log_softmax(2), rows, lengths(6, 4), lengths(2, 1))
        x[4:, 1] = 100 * torch.randn(2, 4)
        rows[1, 1] = 2
        again = ours.ctc_loss(x.log_softmax(2), rows, lengths(6, 4), lengths(2, 1))
    assert torch.equal(value, again)


@reductions
def test_empty_targets_and_no_frames(reduction):
    x = randn(5, 2, 4)
    for targets in (torch.zeros(2, 0).long(), torch.zeros(0).long()):
        same(x, targets, lengths(5, 3), lengths(0, 0), reduction=reduction)
    same(x, lengths(1, 2), lengths(0, 5), lengths(0, 2), reduction=reduction)


def test_labels_that_are_blanks(pytestconfig):
    """Not meant to be there. torch has their loss, and on the CPU another one's gradient."""
    x, targets = randn(6, 2, 4), torch.tensor([[0, 2], [3, 0]])
    sizes = lengths(6, 6), lengths(2, 2)
    ours_, theirs = (
        behind_log_softmax(loss)(x, targets, *sizes)
        for loss in (ours.ctc_loss, F.ctc_loss)
    )
    torch.testing.assert_close(ours_, theirs)
    assert torch.autograd.gradcheck(
        lambda x: behind_log_softmax(ours.ctc_loss)(x, targets, *sizes), (x,)
    )
    torch_is_right = torch.autograd.gradcheck(
        lambda x: behind_log_softmax(F.ctc_loss)(x, targets, *sizes),
        (x,),
        raise_exception=False,
    )
    assert torch_is_right == (pytestconfig.getoption("--device") == "cuda")


def test_the_mean_divides_by_the_length_of_each_target_first():
    x, targets = randn(6, 2, 4).log_softmax(2), lengths(1, 2, 3)
    each = ours.ctc_loss(x, targets, lengths(6, 6), lengths(2, 1), reduction="none")
    mean = ours.ctc_loss(x, targets, lengths(6, 6), lengths(2, 1))
    torch.testing.assert_close(mean, (each[0] / 2 + each[1]) / 2)
    each = ours.ctc_loss(x, lengths(3), lengths(6, 6), lengths(0, 1), reduction="none")
    mean = ours.ctc_loss(x, lengths(3), lengths(6, 6), lengths(0, 1))
    torch.testing.assert_close(mean, each.mean())


# --- too few frames


def test_too_few_frames():
    """Two equal labels need a blank between them, so three frames."""
    x, targets = randn(3, 2, 4), torch.tensor([[1, 2], [3, 3]])
    few = lengths(2, 2), lengths(2, 2)
    x_log = x.log_softmax(2)
    loss = ours.ctc_loss(x_log, targets, *few, reduction="none")
    expected = F.ctc_loss(x_log, targets, *few, reduction="none")
    torch.testing.assert_close(loss, expected)
    assert loss[1].item() == INF
    assert ours.ctc_loss(x_log, targets, *few).item() == INF
    same(x, targets, *few, zero_infinity=True)
    same(x, targets, lengths(2, 3), lengths(2, 2))

    # No parameter can change what is impossible: a gradient of 0, where torch has nan.
    (grad,) = torch.autograd.grad(loss.sum(), x, retain_graph=True)
    (theirs,) = torch.autograd.grad(expected.sum(), x)
    torch.testing.assert_close(grad[:, 0], theirs[:, 0])
    assert theirs[:2, 1].isnan().all()
    assert grad[:, 1].count_nonzero() == 0


@reductions
@pytest.mark.parametrize("frame", range(4))
@pytest.mark.parametrize("size", [0, 1, 2])
def test_a_frame_that_no_class_can_be_in(reduction, frame, size):
    x = torch.randn(4, 2, 3).double().log_softmax(2)
    x[frame, 0] = -INF
    targets, both = torch.tensor([[1, 2], [1, 2]]), (lengths(4, 4), lengths(size, 2))
    options = {"zero_infinity": True, "reduction": reduction}
    values = [
        loss(x.requires_grad_(), targets, *both, **options)
        for loss in (ours.ctc_loss, F.ctc_loss)
    ]
    assert values[1].isfinite().all()
    torch.testing.assert_close(*values)
    for value in values:
        (gradient,) = torch.autograd.grad(value.sum(), x)
        assert gradient[:, 0].count_nonzero() == 0
        assert gradient.isfinite().all()


@pytest.mark.parametrize("zero_infinity", [False, True])
def test_a_class_that_is_impossible_in_a_frame(zero_infinity):
    """A difference on purpose: torch has nan for all logits of that frame."""
    x = torch.randn(4, 1, 4).double()
    x[1, 0, 3] = -INF  # no label, and not the blank
    arguments = torch.tensor([[1, 2]]), lengths(4), lengths(2)
    ours_grad, theirs = (
        torch.autograd.grad(
            loss(
                x.requires_grad_().log_softmax(2),
                *arguments,
                zero_infinity=zero_infinity,
            ),
            x,
        )[0]
        for loss in (ours.ctc_loss, F.ctc_loss)
    )
    assert theirs[1].isnan().all()
    others = torch.tensor([0, 2, 3])
    torch.testing.assert_close(ours_grad[others], theirs[others])
    assert ours_grad.isfinite().all()
    assert ours_grad[1, 0, 3].item() == 0


@pytest.mark.parametrize("zero_infinity", [False, True])
@pytest.mark.parametrize("kind", [ours.CTCLoss, nn.CTCLoss])
def test_module_remembers_zero_infinity(kind, zero_infinity):
    module = kind(blank=2, zero_infinity=zero_infinity)
    log_probs = torch.zeros(1, 1, 3).log_softmax(2)
    value = module(log_probs, lengths(1, 1), lengths(1), lengths(2))
    assert value.item() == (0 if zero_infinity else INF)
    value = module(log_probs, lengths(0), lengths(1), lengths(1))
    assert value.item() == pytest.approx(math.log(3))


# --- corners of the arithmetic


def test_long_sequences_do_not_underflow():
    """A path of 400 frames has a probability of about e**-1000."""
    x, targets = randn(400, 1, 20), torch.randint(1, 20, (1, 150))
    same(x, targets, lengths(400), lengths(150))
    value = ours.ctc_loss(
        x.log_softmax(2), targets, lengths(400), lengths(150), reduction="sum"
    )
    assert value > 800


def test_probabilities_of_zero():
    """What the first frame rules out is no path; the others are as before."""
    log_probs = torch.randn(4, 1, 3, dtype=torch.float64).log_softmax(2)
    log_probs[0, 0, 0] = -INF
    for target in ([1], [1, 2], [2, 2]):
        arguments = lengths(*target), lengths(4), lengths(len(target))
        actual = ours.ctc_loss(log_probs, *arguments, reduction="none").item()
        assert actual == pytest.approx(
            F.ctc_loss(log_probs, *arguments, reduction="none").item()
        )
        assert actual == pytest.approx(by_counting(log_probs[:, 0], target, 0))
    log_probs[:, 0, 2] = -INF
    assert ours.ctc_loss(log_probs, lengths(2), lengths(4), lengths(1)).item() == INF
    leaf = log_probs.clone().requires_grad_()
    (grad,) = torch.autograd.grad(
        ours.ctc_loss(leaf, lengths(1), lengths(4), lengths(1)), leaf
    )
    assert grad.isfinite().all()


def test_a_frame_that_leaves_one_class():
    """Behind it most states are out of reach: gradients of 0, where torch has nan."""
    x = torch.randn(4, 4, dtype=torch.float64)
    x[2, :3] = -INF
    x.requires_grad_()
    arguments = lengths(1, 2, 3), lengths(4), lengths(3)
    actual, theirs = (
        loss(x.log_softmax(1), *arguments, reduction="none")
        for loss in (ours.ctc_loss, F.ctc_loss)
    )
    expected = by_counting(x.detach().log_softmax(1), [1, 2, 3], 0)
    assert actual.item() == pytest.approx(expected)
    assert theirs.item() == pytest.approx(expected)
    (grad,) = torch.autograd.grad(actual, x)
    (their_grad,) = torch.autograd.grad(theirs, x)
    assert their_grad[2].isnan().all()
    assert grad[2].tolist() == [0, 0, 0, 0]
    others = [0, 1, 3]
    torch.testing.assert_close(grad[others], their_grad[others])


def test_derivatives_by_differences():
    """Also the second, and by ``log_probs`` itself, neither of which torch has."""
    targets, sizes = lengths(1, 2, 2), (lengths(4, 3), lengths(2, 1))
    log_probs = randn(4, 2, 3).log_softmax(2).detach().requires_grad_()

    def loss(log_probs):
        return ours.ctc_loss(log_probs, targets, *sizes)

    assert torch.autograd.gradcheck(loss, (log_probs,))
    assert torch.autograd.gradgradcheck(loss, (log_probs,))
    theirs = torch.autograd.grad(F.ctc_loss(log_probs, targets, *sizes), log_probs)
    actual = torch.autograd.grad(loss(log_probs), log_probs)
    assert not torch.allclose(actual[0], theirs[0])
    x = randn(4, 2, 3)
    value = F.ctc_loss(x.log_softmax(2), targets, *sizes)
    (grad,) = torch.autograd.grad(value, x, create_graph=True)
    total = grad.sum()
    with pytest.raises(RuntimeError, match="_ctc_loss_backward is not implemented"):
        total.backward()


def test_inputs_are_left_alone():
    arguments = torch.randn(4, 2, 3), torch.tensor([[1, 2], [2, 7]]), lengths(4, 3)
    before = [t.clone() for t in arguments]
    ours.ctc_loss(*arguments, lengths(2, 1))
    assert all(torch.equal(a, b) for a, b in zip(arguments, before, strict=True))


# --- refusals


GOOD = {
    "log_probs": torch.zeros(5, 2, 4),
    "targets": torch.tensor([[1, 2], [3, 3]]),
    "input_lengths": lengths(5, 5),
    "target_lengths": lengths(2, 2),
}


@pytest.mark.parametrize(
    "change",
    [
        {"blank": 4},
        {"blank": -1},
        {"input_lengths": lengths(6, 5)},
        {"input_lengths": lengths(-1, 5)},
        {"target_lengths": lengths(-1, 2)},
        {"target_lengths": lengths(3, 2)},
        {"input_lengths": lengths(5)},
        {"target_lengths": lengths(2)},
        {"input_lengths": lengths(5.0, 5.0)},
        {"target_lengths": lengths(2.0, 2.0)},
        {"targets": torch.tensor([[1, 2]])},
        {"targets": torch.ones(1, 2, 2).long()},
        {"targets": lengths(1, 2, 3)},
        {"targets": lengths(1, 2, 3, 1, 2)},
        {"log_probs": torch.zeros(0, 2, 4)},
        {"log_probs": torch.zeros(5, 2, 0)},
        {"reduction": "avg"},
    ],
    ids=str,
)
def test_refusals(change):
    for kind in (torch.Tensor, list):
        arguments = here(GOOD | change)
        if kind is list:
            if any(
                v.is_floating_point() for k, v in arguments.items() if "lengths" in k
            ):
                continue
            arguments = {
                k: v.tolist() if "lengths" in k else v for k, v in arguments.items()
            }
        # torch adds where it was checking.
        with pytest.raises((RuntimeError, ValueError)) as expected:
            F.ctc_loss(**arguments)
        start = str(expected.value).partition(" (while checking")[0]
        assert_both_refuse(ours.ctc_loss, F.ctc_loss, start=start, **arguments)


@pytest.mark.parametrize("dtype", [torch.float16, torch.int64, torch.complex64])
def test_dtypes_that_are_refused(dtype):
    arguments = here(GOOD | {"log_probs": torch.zeros(5, 2, 4, dtype=dtype)})
    both_refuse("ctc_loss", start='"ctc_loss" not implemented for ', **arguments)


@pytest.mark.parametrize("label", [4, -1, 100])
def test_labels_that_are_no_classes(label):
    """A difference on purpose: torch reads whatever is in memory there."""
    for targets in (torch.tensor([[1, label], [3, 3]]), lengths(1, 2, 3, label)):
        with pytest.raises(IndexError, match=r"targets must be in \[0, 4\)"):
            ours.ctc_loss(**here(GOOD | {"targets": targets}))


def test_log_probs_of_another_shape():
    for shape in [(4,), (5, 2, 4, 1)]:
        with pytest.raises(RuntimeError, match="Expected 3-dimensional tensor"):
            ours.ctc_loss(**here(GOOD | {"log_probs": torch.zeros(shape)}))
