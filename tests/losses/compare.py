"""One comparison for every loss: ours against torch's, on the same inputs."""

import inspect
import warnings

import pytest
import torch


def fresh(value):
    """A leaf of its own for every run, so that no gradient is shared."""
    if not isinstance(value, torch.Tensor):
        return value
    return value.detach().clone().requires_grad_(value.requires_grad)


def outcome(function, args, kwargs):
    """Value, gradients and second derivatives, and the warnings on the way."""
    args = [fresh(a) for a in args]
    kwargs = {k: fresh(v) for k, v in kwargs.items()}
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        value = function(*args, **kwargs)
    seen = {
        "value": value.detach(),
        "warnings": [(w.category, str(w.message)) for w in caught],
    }

    inputs = [a for a in [*args, *kwargs.values()] if getattr(a, "requires_grad", 0)]
    assert value.requires_grad == bool(inputs)
    if not inputs:
        return seen
    grads = torch.autograd.grad(
        value, inputs, weigh(value), create_graph=True, materialize_grads=True
    )
    seen["grads"] = [g.detach() for g in grads]
    # Below float64 the second derivatives carry too few digits to be compared.
    if value.dtype == torch.float64:
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
    return (0.5 + numbers).to(tensor.dtype)


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


def assert_same(ours, theirs, *args, **kwargs):
    """Same value, gradient, second derivative, shape, dtype and warnings."""
    expected = outcome(theirs, args, kwargs)
    actual = outcome(ours, args, kwargs)
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
