"""Regression losses: how far a prediction is from a number."""

# --8<-- [start:broadcast]
import warnings

import torch
from torch import Tensor

from optguide.losses.reduction import Loss, apply_reduction, legacy_reduction


def broadcast(
    input: Tensor, target: Tensor, weight: Tensor | None
) -> tuple[Tensor, Tensor]:
    """Bring ``input`` and ``target`` to one shape, and say so if they had two.

    Warns:
        UserWarning: ``input`` and ``target`` differ in shape.

    Raises:
        ValueError: ``weight`` is not of the shape of ``input``.
        RuntimeError: the shapes cannot be broadcast.
    """
    if target.shape != input.shape:
        warnings.warn(
            f"Using a target size ({target.shape}) that is different to the input "
            f"size ({input.shape}). This will likely lead to incorrect results due to "
            "broadcasting. Please ensure they have the same size.",
            stacklevel=3,
        )
    if weight is not None and weight.shape != input.shape:
        raise ValueError("Weights and input must have the same size.")
    x, y = torch.broadcast_tensors(input, target)  # type: ignore[no-untyped-call]
    return x, y


# --8<-- [end:broadcast]


# --8<-- [start:l1_loss]
def l1_loss(
    input: Tensor,
    target: Tensor,
    size_average: bool | None = None,
    reduce: bool | None = None,
    reduction: str = "mean",
    weight: Tensor | None = None,
) -> Tensor:
    r"""Absolute error, :math:`l_n = |x_n - y_n|`.

    Args:
        input: predictions :math:`x`, shape ``(*)``; complex ones are allowed.
        target: :math:`y`, same shape as ``input``.
        size_average: deprecated, see ``reduction``.
        reduce: deprecated, see ``reduction``.
        reduction: ``"none"``, ``"mean"`` or ``"sum"``.
        weight: what each element counts, same shape as ``input``; 1 if ``None``.
            The weighted mean divides by the sum of the weights.

    Returns:
        Shape ``(*)`` for ``"none"``, otherwise a scalar, in the unit of ``input``.

    Raises:
        ValueError: ``weight`` is not of the shape of ``input``, or ``reduction`` is
            unknown.
        RuntimeError: ``target`` cannot be broadcast with ``input``.

    Source: Koenker and Bassett (1978), doi:10.2307/1913643 (their median regression).
    """
    reduction = legacy_reduction(size_average, reduce, reduction)
    x, y = broadcast(input, target, weight)

    loss = (x - y).abs()
    if weight is None:
        return apply_reduction(loss, reduction)
    return apply_reduction(weight * loss, reduction, divisor=weight.sum())


# --8<-- [end:l1_loss]


# --8<-- [start:L1Loss]
class L1Loss(Loss):
    """:func:`l1_loss` as a module; the arguments are those of the function."""

    def forward(self, input: Tensor, target: Tensor) -> Tensor:
        """Compute the loss of ``input`` against ``target``."""
        return l1_loss(input, target, reduction=self.reduction)


# --8<-- [end:L1Loss]


# --8<-- [start:mse_loss]
def promote(input: Tensor, target: Tensor) -> tuple[Tensor, Tensor]:
    """Bring ``input`` and ``target`` to one floating-point dtype.

    Raises:
        NotImplementedError: both are integers, or one is complex. The square of a
            complex error is complex, and there is no least complex number.
    """
    dtype = torch.result_type(input, target)
    if not dtype.is_floating_point:
        raise NotImplementedError(f'"mse_loss" not implemented for {dtype}')
    return input.to(dtype), target.to(dtype)


def mse_loss(
    input: Tensor,
    target: Tensor,
    size_average: bool | None = None,
    reduce: bool | None = None,
    reduction: str = "mean",
    weight: Tensor | None = None,
) -> Tensor:
    r"""Squared error, :math:`l_n = (x_n - y_n)^2`, without the ½ of some textbooks.

    Args:
        input: predictions :math:`x`, shape ``(*)``.
        target: :math:`y`, same shape as ``input``.
        size_average: deprecated, see ``reduction``.
        reduce: deprecated, see ``reduction``.
        reduction: ``"none"``, ``"mean"`` or ``"sum"``.
        weight: what each element counts, same shape as ``input``; 1 if ``None``.
            The weighted mean divides by the sum of the weights.

    Returns:
        Shape ``(*)`` for ``"none"``, otherwise a scalar, in the squared unit of ``input``.

    Raises:
        ValueError: ``weight`` is not of the shape of ``input``, or ``reduction`` is
            unknown.
        RuntimeError: ``target`` cannot be broadcast with ``input``.
        NotImplementedError: both are integers, or one is complex.

    Source: Legendre (1805), *Nouvelles méthodes pour la détermination des orbites des
    comètes*, the appendix on least squares.
    """
    reduction = legacy_reduction(size_average, reduce, reduction)
    x, y = promote(*broadcast(input, target, weight))

    loss = (x - y) ** 2
    if weight is None:
        return apply_reduction(loss, reduction)
    return apply_reduction(weight * loss, reduction, divisor=weight.sum())


# --8<-- [end:mse_loss]


# --8<-- [start:MSELoss]
class MSELoss(Loss):
    """:func:`mse_loss` as a module; the arguments are those of the function."""

    def forward(self, input: Tensor, target: Tensor) -> Tensor:
        """Compute the loss of ``input`` against ``target``."""
        return mse_loss(input, target, reduction=self.reduction)


# --8<-- [end:MSELoss]
