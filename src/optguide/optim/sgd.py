"""Stochastic gradient descent, with every option of ``torch.optim.SGD``.

The arithmetic is `sgd`. `SGD` holds what it needs (parameters in groups, hyperparameters,
momentum buffers) and calls it once for every group.

Source: https://docs.pytorch.org/docs/2.13/generated/torch.optim.SGD.html
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

import torch
from torch import Tensor

from optguide.optim.optimizer import Optimizer, Params


# --8<-- [start:sgd]
def sgd(
    params: Iterable[Tensor],
    state: defaultdict[Any, dict[Any, Any]],
    *,
    lr: float,
    momentum: float,
    dampening: float,
    weight_decay: float,
    nesterov: bool,
    maximize: bool,
) -> None:
    """Update every parameter that has a gradient, in place.

    Args:
        params: parameters, each of any shape; those whose ``grad`` is None are passed over.
        state: ``state[param]["momentum_buffer"]`` has the shape of ``param``, is made at the
            first step and changed in place at the next ones; not used if ``momentum`` is 0.
        lr, momentum, dampening, weight_decay, nesterov, maximize: see `SGD`.

    If one parameter raises (weight decay with a sparse gradient does), those before it have been
    updated, and their buffers are in ``state``. torch 2.13 to 2.15 has updated them as well, but it
    writes the buffers to the state last, so that new ones are lost.
    """
    # In symbols: θ param, g grad, b buf, γ lr, λ weight_decay, μ momentum, τ dampening.
    for param in params:
        grad = param.grad
        if grad is None:
            continue
        if maximize:  # g ← -g
            grad = -grad
        if weight_decay != 0:  # g ← g + λθ
            grad = grad.add(param, alpha=weight_decay)
        if momentum != 0:
            buf = state[param].get("momentum_buffer")
            if buf is None:  # t = 1: b ← g, not dampened
                buf = state[param]["momentum_buffer"] = grad.clone()
            else:  # b ← μb + (1 - τ)g
                buf.mul_(momentum).add_(grad, alpha=1 - dampening)
            # g ← g + μb, or g ← b
            grad = grad.add(buf, alpha=momentum) if nesterov else buf
        # θ ← θ - γg
        param.add_(grad, alpha=-lr)


# --8<-- [end:sgd]


# --8<-- [start:SGD]
class SGD(Optimizer):
    """Stochastic gradient descent, optionally with momentum.

    Args:
        params: see `Optimizer`.
        lr: learning rate γ, not negative; a float or a tensor with one element.
        momentum: μ, not negative; 0 keeps no buffer.
        dampening: τ; the new gradient enters the buffer with weight ``1 - dampening``, from
            the second step on.
        weight_decay: λ, not negative; adds ``weight_decay * param`` to the gradient (L2 penalty).
        nesterov: look ahead along the buffer; needs ``momentum > 0`` and ``dampening == 0``.
        maximize: climb instead of descend. Weight decay still shrinks the parameters.
        foreach: not True; kept, so that ``defaults`` and state dicts are those of torch.
        differentiable: likewise.
        fused: likewise.

    Raises:
        ValueError: a hyperparameter outside its range; a tensor ``lr`` with several elements.
        NotImplementedError: ``foreach``, ``differentiable`` or ``fused`` is True.

    Source: https://docs.pytorch.org/docs/2.13/generated/torch.optim.SGD.html;
    momentum and Nesterov: Sutskever et al. (2013), *On the importance of
    initialization and momentum in deep learning*,
    https://proceedings.mlr.press/v28/sutskever13.html.
    """

    def __init__(
        self,
        params: Params,
        lr: float | Tensor = 1e-3,
        momentum: float = 0,
        dampening: float = 0,
        weight_decay: float | Tensor = 0,
        nesterov: bool = False,
        *,
        maximize: bool = False,
        foreach: bool | None = None,
        differentiable: bool = False,
        fused: bool | None = None,
    ) -> None:
        if isinstance(lr, Tensor) and lr.numel() != 1:
            raise ValueError("Tensor lr must be 1-element")
        if lr < 0:
            raise ValueError(f"Invalid learning rate: {lr}")
        if momentum < 0:
            raise ValueError(f"Invalid momentum value: {momentum}")
        if weight_decay < 0:
            raise ValueError(f"Invalid weight_decay value: {weight_decay}")
        if nesterov and (momentum <= 0 or dampening != 0):
            raise ValueError("Nesterov momentum requires a momentum and zero dampening")
        if foreach or differentiable or fused:
            raise NotImplementedError(
                "the reference SGD updates one parameter after the other and outside "
                "autograd: foreach, differentiable and fused can't be True"
            )
        super().__init__(
            params,
            {
                "lr": lr,
                "momentum": momentum,
                "dampening": dampening,
                "weight_decay": weight_decay,
                "nesterov": nesterov,
                "maximize": maximize,
                "foreach": foreach,
                "differentiable": differentiable,
                "fused": fused,
            },
        )

    @torch.no_grad()
    def step(self, closure: Callable[[], Any] | None = None) -> Any:
        """Apply `sgd` to every group; see `Optimizer.step`."""
        loss = None
        if closure is not None:
            with torch.enable_grad():
                loss = closure()

        for group in self.param_groups:
            sgd(
                group["params"],
                self.state,
                lr=float(group["lr"]),
                momentum=group["momentum"],
                dampening=group["dampening"],
                weight_decay=float(group["weight_decay"]),
                nesterov=group["nesterov"],
                maximize=group["maximize"],
            )
        return loss

    # --8<-- [end:SGD]

    def __setstate__(self, state: dict[str, Any]) -> None:
        super().__setstate__(state)
        # State dicts of older versions of torch lack these.
        for group in self.param_groups:
            group.setdefault("nesterov", False)
            group.setdefault("maximize", False)
            group.setdefault("foreach", None)
            group.setdefault("differentiable", False)
            group.setdefault("fused", False)
