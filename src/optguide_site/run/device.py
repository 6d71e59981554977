"""Run an example with another default device, and still get the recorded numbers."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor
from torch.nn import init
from torch.overrides import TorchFunctionMode

#: They make a tensor on the default device.
_FACTORIES = {torch.rand, torch.randn, torch.randint, torch.randperm}
#: They draw for tensors that they are given.
_FUNCTIONS = {
    *(torch.rand_like, torch.randn_like, torch.randint_like, torch.normal),
    *(torch.bernoulli, torch.multinomial, torch.poisson),
    *(Tensor.bernoulli, Tensor.multinomial),
    *(F.dropout, F.alpha_dropout, F.dropout1d, F.dropout2d, F.dropout3d, F.rrelu),
}
#: They fill a tensor; what was in it does not matter.
_FILLS = {
    *(Tensor.normal_, Tensor.uniform_, Tensor.random_, Tensor.exponential_),
    *(Tensor.bernoulli_, Tensor.cauchy_, Tensor.geometric_, Tensor.log_normal_),
    *(init.uniform_, init.normal_, init.kaiming_uniform_),
}
_SHOWN = re.compile(r",\s*device='cuda:\d+'")


class DrawOnCPU(TorchFunctionMode):
    """Random numbers come from the CPU's stream, whatever the default device is.

    Devices draw different numbers from one seed, so every draw is made on the CPU, with
    its generators, and moved. A draw that names its device keeps the device's stream:
    what it prints can't be recorded, and must differ.
    """

    def __torch_function__(
        self,
        func: Callable[..., Any],
        types: Any,
        args: tuple[Any, ...] = (),
        kwargs: dict[str, Any] | None = None,
    ) -> Any:
        """Draw on the CPU and move; let pass what does not draw."""
        kwargs = dict(kwargs or {})
        if func in _FACTORIES and kwargs.get("device") is None and "out" not in kwargs:
            requires_grad = kwargs.pop("requires_grad", False)
            drawn = func(*args, **kwargs, device="cpu")
            return drawn.to(torch.get_default_device()).requires_grad_(requires_grad)
        if func in _FILLS:
            given, *others = args or (kwargs.pop("tensor"),)
            if given.is_cpu:
                return func(given, *others, **kwargs)
            drawn = func(torch.empty_like(given, device="cpu"), *others, **kwargs)
            if (
                getattr(func, "__module__", None) == init.__name__
            ):  # they fill leaves too
                with torch.no_grad():
                    return given.copy_(drawn)
            return given.copy_(drawn)
        if func in _FUNCTIONS and kwargs.get("device") is None:
            tensors = [x for x in (*args, *kwargs.values()) if isinstance(x, Tensor)]
            if any(not x.is_cpu for x in tensors):
                kwargs = {name: _to_cpu(value) for name, value in kwargs.items()}
                return func(*_to_cpu(args), **kwargs).to(tensors[0].device)
        return func(*args, **kwargs)


def _to_cpu(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(map(_to_cpu, value))
    return value.cpu() if isinstance(value, Tensor) else value


@contextlib.contextmanager
def default(device: str) -> Iterator[None]:
    """Tensors that name no device are made on ``device``, random ones on the CPU first."""
    if device == "cpu":
        yield
        return
    with torch.device(device), DrawOnCPU():
        yield


def without_device(printed: str) -> str:
    """What was printed, ``device='cuda:0'`` aside."""
    return _SHOWN.sub("", printed)
