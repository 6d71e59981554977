"""Binary losses: how little probability was given to what is, yes or no."""

# --8<-- [start:binary_cross_entropy]
from typing import Any

import torch
from torch import Tensor
from torch.nn.functional import logsigmoid

from optguide.losses.reduction import (
    Loss,
    WeightedLoss,
    apply_reduction,
    check_shape_kept,
    legacy_reduction,
    name,
)


def check_probability(argument: str, tensor: Tensor) -> None:
    """Refuse what is not in [0, 1], nan included."""
    if not ((tensor >= 0) & (tensor <= 1)).all():
        raise RuntimeError(f"all elements of {argument} should be between 0 and 1")


class LogLoss(torch.autograd.Function):
    r"""``-(y log x + (1 - y) log(1 - x))``, finite at 0 and at 1, with its gradient by ``x``.

    There the logarithm is infinite, and autograd would multiply 0 by infinity. So both
    have their bound: each logarithm is at least -100, and the derivative by ``x`` divides by
    :math:`10^{-12}` at least (by 0 in float16, which has no such number). The derivative by
    ``y`` has none: it is infinite there, as in torch.
    """

    @staticmethod
    def forward(ctx: Any, x: Tensor, y: Tensor) -> Tensor:
        """Compute the loss of each element."""
        ctx.save_for_backward(x, y)
        log_x, log_1_x = x.log().clamp(min=-100), (-x).log1p().clamp(min=-100)
        return -(y * log_x + (1 - y) * log_1_x)

    @staticmethod
    def backward(ctx: Any, grad: Tensor) -> tuple[Tensor | None, Tensor | None]:
        """Multiply ``grad`` by the derivatives by ``x`` and by ``y``."""
        x, y = ctx.saved_tensors
        grad_x = grad_y = None
        if ctx.needs_input_grad[0]:
            grad_x = grad * (x - y) / (x * (1 - x)).clamp(min=1e-12)
        if ctx.needs_input_grad[1]:
            grad_y = grad * ((-x).log1p() - x.log())
        return grad_x, grad_y


def binary_cross_entropy(
    input: Tensor,
    target: Tensor,
    weight: Tensor | None = None,
    size_average: bool | None = None,
    reduce: bool | None = None,
    reduction: str = "mean",
) -> Tensor:
    r"""Cross entropy of two-way probabilities.

    .. math:: \ell_n = -w_n \left( y_n \log x_n + (1 - y_n) \log (1 - x_n) \right)

    Args:
        input: probabilities :math:`x` of "yes", in [0, 1], shape ``(*)``. A logarithm
            below -100 counts as -100.
        target: :math:`y` in [0, 1], same shape and dtype as ``input``.
        weight: :math:`w`, what each element counts, of a shape that broadcasts to that of
            ``target``; 1 if ``None``. The mean divides by the number of elements all the
            same.
        size_average: deprecated, see ``reduction``.
        reduce: deprecated, see ``reduction``.
        reduction: ``"none"``, ``"mean"`` or ``"sum"``.

    Returns:
        Shape ``(*)`` for ``"none"``, otherwise a scalar, in nats.

    Raises:
        ValueError: ``target`` is not of the shape of ``input``, or ``reduction`` is
            unknown.
        RuntimeError: ``input`` or ``target`` is not in [0, 1], their dtypes differ, or
            ``weight`` does not broadcast.
        NotImplementedError: ``input`` is not floating point.

    Source: Cox (1958), *The Regression Analysis of Binary Sequences*,
    https://doi.org/10.1111/j.2517-6161.1958.tb00292.x (logistic regression).
    """
    reduction = legacy_reduction(size_average, reduce, reduction)
    if target.shape != input.shape:
        raise ValueError(
            f"Using a target size ({target.shape}) that is different to the input size "
            f"({input.shape}) is deprecated. Please ensure they have the same size."
        )
    if target.dtype != input.dtype:
        raise RuntimeError(f"Found dtype {name(target)} but expected {name(input)}")
    if not input.is_floating_point():
        raise NotImplementedError(
            f'"binary_cross_entropy" not implemented for {name(input)}'
        )
    check_probability("input", input)
    check_probability("target", target)

    loss: Tensor = LogLoss.apply(input, target)  # type: ignore[no-untyped-call]
    if weight is not None:
        loss = weight * loss
        check_shape_kept(loss, input)
    return apply_reduction(loss, reduction)


# --8<-- [end:binary_cross_entropy]


# --8<-- [start:BCELoss]
class BCELoss(WeightedLoss):
    """:func:`binary_cross_entropy` as a module; the arguments are those of the function."""

    def forward(self, input: Tensor, target: Tensor) -> Tensor:
        """Compute the loss of ``input`` against ``target``."""
        return binary_cross_entropy(
            input, target, weight=self.weight, reduction=self.reduction
        )


# --8<-- [end:BCELoss]


# --8<-- [start:binary_cross_entropy_with_logits]
def binary_cross_entropy_with_logits(
    input: Tensor,
    target: Tensor,
    weight: Tensor | None = None,
    size_average: bool | None = None,
    reduce: bool | None = None,
    reduction: str = "mean",
    pos_weight: Tensor | None = None,
) -> Tensor:
    r"""Cross entropy of two-way probabilities, from logits.

    .. math:: \ell_n = -w_n \left( p \, y_n \log \sigma(x_n)
              + (1 - y_n) \log (1 - \sigma(x_n)) \right)

    Args:
        input: logits :math:`x`, shape ``(*)``: the probability of "yes" is
            :math:`\sigma(x) = 1 / (1 + e^{-x})`.
        target: :math:`y` in [0, 1], same shape as ``input``; what is outside is not
            refused.
        weight: :math:`w`, what each element counts, of a shape that broadcasts to that of
            ``input``; 1 if ``None``. The mean divides by the number of elements all the
            same.
        size_average: deprecated, see ``reduction``.
        reduce: deprecated, see ``reduction``.
        reduction: ``"none"``, ``"mean"`` or ``"sum"``.
        pos_weight: :math:`p`, what a "yes" counts, of a shape that broadcasts to that of
            ``input``, as ``(C,)`` for ``C`` questions in the last dimension; 1 if ``None``.

    Returns:
        Shape ``(*)`` for ``"none"``, otherwise a scalar, in nats. At :math:`x = -\infty` a
        target above 0 costs infinity, as :math:`x = \infty` does below 1; torch returns
        ``nan`` at :math:`-\infty`, since it adds :math:`(1 - y) x` to infinity.

    Raises:
        ValueError: ``target`` is not of the shape of ``input``, or ``reduction`` is
            unknown.
        RuntimeError: ``target`` is not floating point, or a weight does not broadcast.
        NotImplementedError: ``input`` is not floating point.

    Source: Cox (1958), *The Regression Analysis of Binary Sequences*,
    https://doi.org/10.1111/j.2517-6161.1958.tb00292.x (logistic regression).
    """
    reduction = legacy_reduction(size_average, reduce, reduction)
    if target.shape != input.shape:
        raise ValueError(
            f"Target size ({target.shape}) must be the same as input size ({input.shape})"
        )
    x, y, w, p = input, target, weight, pos_weight
    log_sigmoid = logsigmoid(x)
    if not y.is_floating_point():
        raise RuntimeError(
            f"result type {name(x)} can't be cast to the desired output type {name(y)}"
        )

    yes = y * log_sigmoid if p is None else p * y * log_sigmoid
    loss = -(yes + (1 - y) * logsigmoid(-x))  # 1 - σ(x) = σ(-x)
    if w is not None:
        loss = w * loss
    check_shape_kept(loss, x)
    return apply_reduction(loss, reduction)


# --8<-- [end:binary_cross_entropy_with_logits]


# --8<-- [start:BCEWithLogitsLoss]
class BCEWithLogitsLoss(Loss):
    """:func:`binary_cross_entropy_with_logits` as a module; its weights are buffers."""

    weight: Tensor | None
    pos_weight: Tensor | None

    def __init__(
        self,
        weight: Tensor | None = None,
        size_average: bool | None = None,
        reduce: bool | None = None,
        reduction: str = "mean",
        pos_weight: Tensor | None = None,
    ) -> None:
        super().__init__(size_average, reduce, reduction)
        self.register_buffer("weight", weight)
        self.register_buffer("pos_weight", pos_weight)

    def forward(self, input: Tensor, target: Tensor) -> Tensor:
        """Compute the loss of ``input`` against ``target``."""
        return binary_cross_entropy_with_logits(
            input,
            target,
            weight=self.weight,
            pos_weight=self.pos_weight,
            reduction=self.reduction,
        )


# --8<-- [end:BCEWithLogitsLoss]
