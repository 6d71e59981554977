"""Regression losses: how far a prediction is from a number."""

# --8<-- [start:broadcast]
import math
import warnings

import torch
from torch import Tensor
from torch.nn.functional import hardtanh

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
    r"""Absolute error, :math:`\ell_n = |x_n - y_n|`.

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

    Source: Boscovich (1757), *De litteraria expeditione per pontificiam ditionem*; Laplace
    (1793), *Sur quelques points du système du monde* (least absolute deviations).
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
def promote(loss: str, input: Tensor, target: Tensor) -> tuple[Tensor, Tensor]:
    """Bring ``input`` and ``target`` of ``loss`` to one floating-point dtype.

    Raises:
        NotImplementedError: both are integers, or one is complex. The square of a
            complex error is complex, and there is no least complex number.
    """
    dtype = torch.result_type(input, target)
    if not dtype.is_floating_point:
        raise NotImplementedError(f'"{loss}" not implemented for {dtype}')
    return input.to(dtype), target.to(dtype)


def mse_loss(
    input: Tensor,
    target: Tensor,
    size_average: bool | None = None,
    reduce: bool | None = None,
    reduction: str = "mean",
    weight: Tensor | None = None,
) -> Tensor:
    r"""Squared error, :math:`\ell_n = (x_n - y_n)^2`, without the ½ of some textbooks.

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
    x, y = promote("mse_loss", *broadcast(input, target, weight))

    error = x - y
    loss = error * error  # faster than error**2, whose backward is a power again
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


# --8<-- [start:smooth_l1_loss]
def smooth_l1_loss(
    input: Tensor,
    target: Tensor,
    size_average: bool | None = None,
    reduce: bool | None = None,
    reduction: str = "mean",
    beta: float = 1.0,
) -> Tensor:
    r"""Squared error near zero, absolute error beyond ``beta``.

    .. math:: \ell_n = \begin{cases}
        0.5 \, (x_n - y_n)^2 / \beta & \text{if } |x_n - y_n| < \beta \\
        |x_n - y_n| - 0.5 \, \beta & \text{otherwise}
        \end{cases}

    Args:
        input: predictions :math:`x`, shape ``(*)``.
        target: :math:`y`, same shape as ``input``.
        size_average: deprecated, see ``reduction``.
        reduce: deprecated, see ``reduction``.
        reduction: ``"none"``, ``"mean"`` or ``"sum"``.
        beta: :math:`\beta`, where the two pieces meet, in the unit of ``input``; at 0
            the loss is :func:`l1_loss`. Beyond 65,504 torch takes it for infinite in
            float16 and returns 0, with the right gradient; we return the loss.

    Returns:
        Shape ``(*)`` for ``"none"``, otherwise a scalar, in the unit of ``input``.

    Raises:
        ValueError: ``reduction`` is unknown.
        RuntimeError: ``beta`` is negative, or ``target`` cannot be broadcast with
            ``input``.
        NotImplementedError: both are integers, or one is complex, and ``beta`` is not 0.

    Source: Girshick (2015), *Fast R-CNN*, https://doi.org/10.1109/ICCV.2015.169.
    """
    reduction = legacy_reduction(size_average, reduce, reduction)
    if not beta >= 0:  # so that nan is refused too
        raise RuntimeError("smooth_l1_loss does not support negative values for beta.")
    x, y = broadcast(input, target, None)
    if beta == 0:
        return apply_reduction((x - y).abs(), reduction)

    x, y = promote("smooth_l1_loss", x, y)
    error = x - y
    beta = min(beta, torch.finfo(torch.float32).max)  # inf times 0 is nan
    # One product for both cases: clipped is error / beta up to beta, then it is ±1.
    # hardtanh is clamp; its backward is the faster one.
    clipped = hardtanh(error / beta)
    loss = clipped * (error - 0.5 * beta * clipped)
    return apply_reduction(loss, reduction)


# --8<-- [end:smooth_l1_loss]


# --8<-- [start:SmoothL1Loss]
class SmoothL1Loss(Loss):
    """:func:`smooth_l1_loss` as a module; the arguments are those of the function."""

    def __init__(
        self,
        size_average: bool | None = None,
        reduce: bool | None = None,
        reduction: str = "mean",
        beta: float = 1.0,
    ) -> None:
        super().__init__(size_average, reduce, reduction)
        self.beta = beta

    def forward(self, input: Tensor, target: Tensor) -> Tensor:
        """Compute the loss of ``input`` against ``target``."""
        return smooth_l1_loss(input, target, reduction=self.reduction, beta=self.beta)


# --8<-- [end:SmoothL1Loss]


# --8<-- [start:huber_loss]
def huber_loss(
    input: Tensor,
    target: Tensor,
    reduction: str = "mean",
    delta: float = 1.0,
    weight: Tensor | None = None,
) -> Tensor:
    r"""Squared error near zero, linear beyond ``delta``.

    .. math:: \ell_n = \begin{cases}
        0.5 \, (x_n - y_n)^2 & \text{if } |x_n - y_n| < \delta \\
        \delta \, (|x_n - y_n| - 0.5 \, \delta) & \text{otherwise}
        \end{cases}

    It is ``delta`` times :func:`smooth_l1_loss` with ``beta=delta``.

    Args:
        input: predictions :math:`x`, shape ``(*)``.
        target: :math:`y`, same shape as ``input``.
        reduction: ``"none"``, ``"mean"`` or ``"sum"``.
        delta: :math:`\delta`, where the two pieces meet, in the unit of ``input``;
            positive.
        weight: what each element counts, same shape as ``input``; 1 if ``None``.
            Unlike that of :func:`mse_loss`, the weighted mean divides by the number
            of elements.

    Returns:
        Shape ``(*)`` for ``"none"``, otherwise a scalar, in the squared unit of ``input``.

    Raises:
        ValueError: ``weight`` is not of the shape of ``input``, or ``reduction`` is
            unknown.
        RuntimeError: ``delta`` is not positive, or ``target`` cannot be broadcast with
            ``input``.
        NotImplementedError: both are integers, or one is complex.

    Source: Huber (1964), *Robust Estimation of a Location Parameter*,
    https://doi.org/10.1214/aoms/1177703732.
    """
    reduction = legacy_reduction(None, None, reduction)
    if not delta > 0:  # so that nan is refused too
        raise RuntimeError("huber_loss does not support non-positive values for delta.")
    x, y = promote("huber_loss", *broadcast(input, target, weight))

    error = x - y
    delta = min(delta, torch.finfo(error.dtype).max)  # no finite error is larger
    # One product for both cases: clipped is error itself up to delta, then it is ±delta.
    # hardtanh is clamp; its backward is the faster one.
    clipped = hardtanh(error, -delta, delta)
    loss = clipped * (error - 0.5 * clipped)
    return apply_reduction(loss if weight is None else weight * loss, reduction)


# --8<-- [end:huber_loss]


# --8<-- [start:HuberLoss]
class HuberLoss(Loss):
    """:func:`huber_loss` as a module, without ``weight``."""

    def __init__(self, reduction: str = "mean", delta: float = 1.0) -> None:
        if not isinstance(delta, (float, int)):
            raise TypeError(f"delta must be a float or int, got: {type(delta)}")
        super().__init__(reduction=reduction)
        self.delta = delta

    def forward(self, input: Tensor, target: Tensor) -> Tensor:
        """Compute the loss of ``input`` against ``target``."""
        return huber_loss(input, target, reduction=self.reduction, delta=self.delta)


# --8<-- [end:HuberLoss]


# --8<-- [start:poisson_nll_loss]
def poisson_nll_loss(
    input: Tensor,
    target: Tensor,
    log_input: bool = True,
    full: bool = False,
    size_average: bool | None = None,
    eps: float = 1e-8,
    reduce: bool | None = None,
    reduction: str = "mean",
) -> Tensor:
    r"""Negative log-likelihood of counts under a Poisson distribution.

    .. math:: \ell_n = r_n - y_n \log r_n + \log y_n!

    Args:
        input: predictions :math:`x`, shape ``(*)``: :math:`\log r`, or
            :math:`r` itself.
        target: counts :math:`y`, same shape as ``input``.
        log_input: ``input`` is :math:`\log r`: :math:`\ell_n = e^{x_n} - y_n x_n`.
            Otherwise :math:`\ell_n = x_n - y_n \log(x_n + \text{eps})`.
        full: add :math:`\log y_n!`, which the prediction cannot change, as Stirling has
            it: :math:`y \log y - y + 0.5 \log(2 \pi y)`, and 0 up to :math:`y = 1`.
        size_average: deprecated, see ``reduction``.
        eps: keeps the logarithm of 0 finite where ``log_input`` is ``False``.
        reduce: deprecated, see ``reduction``.
        reduction: ``"none"``, ``"mean"`` or ``"sum"``.

    Returns:
        Shape ``(*)`` for ``"none"``, otherwise a scalar, in nats.

    Raises:
        ValueError: ``reduction`` is unknown.
        RuntimeError: ``target`` cannot be broadcast with ``input``.

    Source: Nelder and Wedderburn (1972), *Generalized Linear Models*,
    https://doi.org/10.2307/2344614 (generalized linear models).
    """
    reduction = legacy_reduction(size_average, reduce, reduction)
    x, y = input, target

    loss = x.exp() - y * x if log_input else x - y * (x + eps).log()
    if full:
        stirling = y * y.log() - y + 0.5 * (2 * math.pi * y).log()
        loss = loss + torch.where(y > 1, stirling, 0)
    return apply_reduction(loss, reduction)


# --8<-- [end:poisson_nll_loss]


# --8<-- [start:PoissonNLLLoss]
class PoissonNLLLoss(Loss):
    """:func:`poisson_nll_loss` as a module; the arguments are those of the function."""

    def __init__(
        self,
        log_input: bool = True,
        full: bool = False,
        size_average: bool | None = None,
        eps: float = 1e-8,
        reduce: bool | None = None,
        reduction: str = "mean",
    ) -> None:
        super().__init__(size_average, reduce, reduction)
        self.log_input = log_input
        self.full = full
        self.eps = eps

    def forward(self, log_input: Tensor, target: Tensor) -> Tensor:
        """Compute the loss of ``log_input``, the function's ``input``."""
        return poisson_nll_loss(
            log_input,
            target,
            log_input=self.log_input,
            full=self.full,
            eps=self.eps,
            reduction=self.reduction,
        )


# --8<-- [end:PoissonNLLLoss]


# --8<-- [start:gaussian_nll_loss]
def broadcast_variance(input: Tensor, var: Tensor | float) -> Tensor:
    """Bring ``var`` to a shape that broadcasts with ``input``, one or each its own.

    Raises:
        ValueError: ``var`` has a negative entry, or none of the shapes allowed.
    """
    negative = var < 0 if isinstance(var, float) else (var < 0).any()
    if negative:
        raise ValueError("var has negative entry/entries")
    if isinstance(var, float):
        var = var * torch.ones_like(input)
    if var.shape == input.shape:
        return var
    if var.shape == input.shape[:-1]:
        return var.unsqueeze(-1)
    if var.dim() == input.dim():
        pairs = zip(input.shape, var.shape, strict=True)
        if [size for n, size in pairs if size != n] == [1]:
            return var
    raise ValueError("var is of incorrect size")


def gaussian_nll_loss(
    input: Tensor,
    target: Tensor,
    var: Tensor | float,
    full: bool = False,
    eps: float = 1e-6,
    reduction: str = "mean",
) -> Tensor:
    r"""Negative log-likelihood of numbers under normal distributions.

    .. math:: \ell_n = 0.5 \left( \log \max(v_n, \text{eps})
              + \frac{(x_n - y_n)^2}{\max(v_n, \text{eps})} + \log 2 \pi \right)

    Args:
        input: means :math:`x`, shape ``(*)``.
        target: :math:`y`, same shape as ``input``.
        var: variances :math:`v`, not negative: shape ``(*)``; or that of ``input``
            without the last dimension, or with 1 in place of one dimension, for a
            variance that is shared along it; or a ``float``, shared by all.
        full: add :math:`0.5 \log 2 \pi`, which the prediction cannot change.
        eps: the least variance. Below it the gradient by ``var`` is that at ``eps``,
            not 0, so that ``var`` can grow again.
        reduction: ``"none"``, ``"mean"`` or ``"sum"``.

    Returns:
        Shape ``(*)`` for ``"none"``, otherwise a scalar, in nats.

    Raises:
        ValueError: ``var`` has a negative entry or another shape, or ``reduction`` is
            unknown.
        RuntimeError: ``target`` cannot be broadcast with ``input``, or ``var`` is not
            floating point.

    Source: Nix and Weigend (1994), *Estimating the mean and variance of the target
    probability distribution*, https://doi.org/10.1109/ICNN.1994.374138.
    """
    x, y = input, target
    v = broadcast_variance(input, var).clone()
    with torch.no_grad():  # unseen by autograd: below eps the gradient passes as it is
        v.clamp_(min=eps)

    loss = 0.5 * (v.log() + (x - y) ** 2 / v)
    if full:
        loss = loss + 0.5 * math.log(2 * math.pi)
    return apply_reduction(loss, reduction)


# --8<-- [end:gaussian_nll_loss]


# --8<-- [start:GaussianNLLLoss]
class GaussianNLLLoss(Loss):
    """:func:`gaussian_nll_loss` as a module; the arguments are those of the function."""

    def __init__(
        self, *, full: bool = False, eps: float = 1e-6, reduction: str = "mean"
    ) -> None:
        super().__init__(reduction=reduction)
        self.full = full
        self.eps = eps

    def forward(self, input: Tensor, target: Tensor, var: Tensor | float) -> Tensor:
        """Compute the loss of ``input`` and ``var`` against ``target``."""
        return gaussian_nll_loss(
            input, target, var, full=self.full, eps=self.eps, reduction=self.reduction
        )


# --8<-- [end:GaussianNLLLoss]
