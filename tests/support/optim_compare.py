"""Ours beside torch's: the same thing is done to both, and everything seen must be equal."""

import warnings
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

import torch
from torch import Tensor

import optguide.optim


def assert_same(ours: Any, theirs: Any, path: str = "") -> None:
    """Equal to the last bit, through dicts, lists and tuples; types and dtypes too."""
    assert type(ours) is type(theirs), f"{path}: {type(ours)} and {type(theirs)}"
    if isinstance(ours, dict):
        assert list(ours) == list(theirs), f"{path}: {list(ours)} and {list(theirs)}"
        for key in ours:
            assert_same(ours[key], theirs[key], f"{path}[{key!r}]")
    elif isinstance(ours, list | tuple):
        assert len(ours) == len(theirs), f"{path}: {len(ours)} and {len(theirs)}"
        for i, (a, b) in enumerate(zip(ours, theirs, strict=True)):
            assert_same(a, b, f"{path}[{i}]")
    elif isinstance(ours, Tensor):
        assert (ours.dtype, ours.shape, ours.layout) == (
            theirs.dtype,
            theirs.shape,
            theirs.layout,
        ), f"{path}: {ours.dtype} {ours.shape} and {theirs.dtype} {theirs.shape}"
        assert torch.equal(ours.to_dense(), theirs.to_dense()), (
            f"{path}: {ours} and {theirs}"
        )
    else:
        assert ours == theirs, f"{path}: {ours} and {theirs}"


def outcome(call, *args) -> Any:
    """What ``call`` returns, or its exception as (type, message); and what it warned."""
    result: Any
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            result = call(*args)
        except Exception as error:
            result = (type(error), str(error))
    return result, [(w.category, str(w.message)) for w in caught]


def assert_same_refusal(call, ours: Any, theirs: Any) -> None:
    """``call(ours)`` and ``call(theirs)`` raise the same type with the same message."""
    (error, ours_warned), (expected, theirs_warned) = (
        outcome(call, ours),
        outcome(call, theirs),
    )
    assert isinstance(expected, tuple), f"torch does not refuse: {expected}"
    assert isinstance(expected[0], type), f"torch does not refuse: {expected}"
    assert error == expected
    assert ours_warned == theirs_warned


@dataclass
class Run:
    """A training run without a model: parameters, options, and what happens on the way."""

    options: dict[str, Any] = field(default_factory=dict)
    dtype: torch.dtype = torch.float32
    shapes: list[tuple[int, ...]] = field(default_factory=lambda: [(3, 2), (4,), ()])
    # Options of each group; the parameters are dealt out to the groups in turn.
    groups: list[dict[str, Any]] = field(default_factory=lambda: [{}])
    steps: int = 6
    # (step, parameter) pairs that get no gradient.
    missing: set[tuple[int, int]] = field(default_factory=set)
    # Step -> what is assigned to every group before it.
    changes: dict[int, dict[str, Any]] = field(default_factory=dict)
    closure: bool = False
    # Before this step, everything is saved and goes on in a new optimizer.
    handover: int | None = None

    def follow(self, first: type, second: type) -> list[Any]:
        """Run with ``first``, and with ``second`` from the handover on; return all seen."""
        random = torch.Generator().manual_seed(0)

        def draw(shape: tuple[int, ...]) -> Tensor:
            return torch.randn(shape, generator=random, dtype=torch.float64)

        params = [draw(shape).to(self.dtype).requires_grad_() for shape in self.shapes]
        optimizer = self.build(first, params, self.options)
        seen = []
        for t in range(self.steps):
            if t == self.handover:
                saved = deepcopy(optimizer.state_dict())
                params = [param.detach().clone().requires_grad_() for param in params]
                # Other hyperparameters than the saved ones, which must win.
                optimizer = self.build(second, params, {"lr": 7.0, "momentum": 0.3})
                optimizer.load_state_dict(saved)
            for group in optimizer.param_groups:
                group.update(deepcopy(self.changes.get(t, {})))
            noise = [draw(shape).to(self.dtype) for shape in self.shapes]
            result = self.one_step(t, optimizer, params, noise)
            seen.append(
                deepcopy(
                    (
                        result,
                        [param.detach() for param in params],
                        [param.grad for param in params],
                        optimizer.state_dict(),
                    )
                )
            )
        return seen

    def build(self, cls: type, params: list[Tensor], options: dict[str, Any]) -> Any:
        groups = [
            {**deepcopy(own), "params": params[i :: len(self.groups)]}
            for i, own in enumerate(self.groups)
        ]
        return cls(groups, **deepcopy(options), foreach=False)

    def one_step(self, t: int, optimizer, params, noise) -> Any:
        """The gradient is that of noise·θ + θ·θ/4: it depends on where the parameters are.

        It is written in place where there is one, as backward() does after
        zero_grad(set_to_none=False): a buffer that shares its memory would show.
        """

        def closure() -> float:
            assert torch.is_grad_enabled() or not self.closure
            for i, (param, c) in enumerate(zip(params, noise, strict=True)):
                grad = c + param.detach() / 2
                if (t, i) in self.missing:
                    param.grad = None
                elif param.grad is None:
                    param.grad = grad
                else:
                    param.grad.copy_(grad)
            return t + 0.5

        if self.closure:
            return optimizer.step(closure)
        closure()
        return optimizer.step()


def assert_same_trajectory(
    options: dict[str, Any] | None = None, **kwargs: Any
) -> None:
    """Follow one run with torch's SGD, with ours, and with each handing over to the other."""
    run = Run(options or {}, **kwargs)
    ours, theirs = optguide.optim.SGD, torch.optim.SGD
    expected = run.follow(theirs, theirs)
    for first, second in [(ours, ours)] + (
        [(ours, theirs), (theirs, ours)] if run.handover is not None else []
    ):
        assert_same(run.follow(first, second), expected, f"{first} then {second}")
