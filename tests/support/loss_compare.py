"""One comparison for every loss: ours against torch's, on the same inputs."""

import inspect
import warnings
from functools import partial

import pytest
import torch
import torch.nn.functional as F
from torch import nn

import optguide.losses
from tests.support.examples import LOCKED
from tests.support.loss_samples import module_samples, op_errors, op_samples

# Not for a simulated one either: what it refuses, and in which words, is the CPU's.
stops_cuda = pytest.mark.cpu_only(
    reason="torch on CUDA has an assertion in the kernel there: it stops the process"
)


def fresh(value):
    """A leaf of its own for every run, so that no gradient is shared."""
    if not isinstance(value, torch.Tensor):
        return value
    return value.detach().clone().requires_grad_(value.requires_grad)


def outcome(function, args, kwargs, second=True):
    """Value, gradients and second derivatives, and the warnings on the way."""
    args = [fresh(a) for a in args]
    kwargs = {k: fresh(v) for k, v in kwargs.items()}
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        value = function(*args, **kwargs)
    seen = {
        "value": value.detach(),
        "warnings": [
            # linear_cross_entropy of torch adds what it got: enough without.
            (w.category, str(w.message).partition(". Got reduction=")[0])
            for w in caught
            # The reference is that of the locked torch; later ones take more in chunks.
            if LOCKED or "``options`` ignored" not in str(w.message)
        ],
    }

    inputs = [a for a in [*args, *kwargs.values()] if getattr(a, "requires_grad", 0)]
    assert value.requires_grad == bool(inputs)
    if not inputs:
        return seen
    grads = torch.autograd.grad(
        value, inputs, weigh(value), create_graph=second, materialize_grads=True
    )
    seen["grads"] = [g.detach() for g in grads]
    # Below float64 the second derivatives carry too few digits to be compared.
    if second and value.dtype == torch.float64:
        total = sum((g * weigh(g)).sum().real for g in grads)
        if total.requires_grad:
            seen["second"] = torch.autograd.grad(total, inputs, materialize_grads=True)
        else:
            seen["second"] = tuple(torch.zeros_like(i) for i in inputs)
    return seen


def weigh(tensor):
    """Unequal numbers in the shape of ``tensor``, the same at every call."""
    generator = torch.Generator().manual_seed(0)
    numbers = torch.rand(tensor.shape, generator=generator, dtype=torch.float64)
    return (0.5 + numbers).to(tensor.device, tensor.dtype)


def tolerance(dtype):
    """``assert_close``'s own, but four roundings of a number around 1 in 16 bits.

    Its own allowance there is one. We round after each operation where torch's kernels
    round once, and a sum of numbers around 1 may be small. The other dtypes have no
    such excuse, and every option is compared in them too.
    """
    if dtype not in (torch.float16, torch.bfloat16):
        return {}
    four_roundings = 4 * torch.finfo(dtype).eps
    return {"rtol": four_roundings, "atol": four_roundings}


def assert_same(ours, theirs, *args, second=True, **kwargs):
    """Same value, gradient, second derivative, shape, dtype and warnings.

    Args:
        second: whether torch has the second derivative.
    """
    expected = outcome(theirs, args, kwargs, second)
    actual = outcome(ours, args, kwargs, second)
    assert actual["warnings"] == expected["warnings"]
    assert actual.keys() == expected.keys()
    for key in expected.keys() - {"warnings"}:
        torch.testing.assert_close(
            {key: actual[key]},
            {key: expected[key]},
            equal_nan=True,
            **tolerance(expected["value"].dtype),
        )


def assert_both_refuse(ours, theirs, *args, start=None, **kwargs):
    """Same type of exception, and a message that starts as torch's (or ``start``)."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with pytest.raises(Exception) as expected:  # noqa: PT011 any that torch raises
            theirs(*args, **kwargs)
        with pytest.raises(expected.type) as actual:
            ours(*args, **kwargs)
    assert actual.type is expected.type
    assert str(actual.value).startswith(start or str(expected.value))


def assert_same_signature(ours, theirs):
    """Same names in the same order with the same defaults, all positional."""

    def arguments(function):
        parameters = inspect.signature(function).parameters.values()
        return [(p.name, p.kind, p.default) for p in parameters]

    assert arguments(ours) == arguments(theirs)


def assert_same_module(ours, theirs, *args, **kwargs):
    """Same repr, state and attributes after the same constructor call."""
    actual, expected = ours(*args, **kwargs), theirs(*args, **kwargs)
    assert repr(actual) == repr(expected)
    assert actual.reduction == expected.reduction
    torch.testing.assert_close(actual.state_dict(), expected.state_dict())
    assert list(actual.parameters()) == list(expected.parameters()) == []


# --- the same by name: ours in optguide.losses, torch's in torch.nn


def l1_loss_of_torch(*args, **kwargs):
    """``F.l1_loss``, without the default device under which it forgets its weight.

    That is https://github.com/pytorch/pytorch/pull/193003; the page of the loss tells of it.
    """
    with torch._C.DisableTorchFunction():
        return F.l1_loss(*args, **kwargs)


def pair(name):
    """The function of ours and that of torch."""
    theirs = l1_loss_of_torch if name == "l1_loss" else getattr(F, name)
    return getattr(optguide.losses, name), theirs


def same(name, *args, **kwargs):
    assert_same(*pair(name), *args, **kwargs)


def both_refuse(name, *args, start=None, **kwargs):
    assert_both_refuse(*pair(name), *args, start=start, **kwargs)


def same_on_samples(name, dtype, count, **options):
    """Compare a function on every sample input that torch has for it."""
    samples = op_samples(name, dtype)
    assert len(samples) == count or not LOCKED
    for args, kwargs in samples:
        same(name, *args, **kwargs, **options)


def both_refuse_samples(name, count, starts=(), but=()):
    """Compare the refusals of every input that torch calls an error.

    Args:
        starts: how our message starts, by the number of the sample, where it is not
            torch's.
        but: numbers of samples that are wrong in two ways at once.
    """
    errors = op_errors(name)
    assert len(errors) == count or not LOCKED
    for i, (args, kwargs) in enumerate(errors):
        if i not in but:
            both_refuse(name, *args, start=dict(starts).get(i), **kwargs)


def same_module_on_samples(name, dtype, count, **options):
    """Compare a module on every sample that torch has for it."""
    samples = module_samples(name, dtype)
    assert len(samples) == count or not LOCKED
    ours, theirs = getattr(optguide.losses, name), getattr(nn, name)
    for sample in samples:
        made, given = sample.constructor_input, sample.forward_input
        assert_same_module(ours, theirs, *made.args, **made.kwargs)
        module, expected = (kind(*made.args, **made.kwargs) for kind in (ours, theirs))
        assert_same(module, expected, *given.args, **given.kwargs, **options)


def both_refuse_module_samples(name):
    """Compare the refusals of every input to a module that torch calls an error."""
    errors = module_samples(name, torch.float64, errors=True)
    assert errors
    for error in (sample.module_error_input for sample in errors):
        made, given = error.constructor_input, error.forward_input

        def through(kind, made=made, given=given):
            return kind(*made.args, **made.kwargs)(*given.args, **given.kwargs)

        kinds = getattr(optguide.losses, name), getattr(nn, name)
        assert_both_refuse(*(partial(through, kind) for kind in kinds))


def randn(*shape, dtype=torch.float64, requires_grad=True):
    return torch.randn(shape, dtype=dtype).requires_grad_(requires_grad)
