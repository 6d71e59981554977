"""Embedding losses: alike means near, unlike means far."""

# --8<-- [start:cosine_embedding_loss]
from collections.abc import Callable

import torch
from torch import Tensor, nn

from optguide.losses.reduction import Loss, apply_reduction, legacy_reduction


def check_pairs(input1: Tensor, input2: Tensor, target: Tensor) -> None:
    """Refuse what is not one target for each pair of vectors."""
    if target.dim() > 1:
        raise RuntimeError(
            "0D or 1D target tensor expected, multi-target not supported"
        )
    dim = target.dim() + 1
    if input1.dim() != dim or input2.dim() != dim:
        raise RuntimeError(
            f"{target.dim()}D target tensor expects {dim}D input tensors, but found "
            f"inputs with sizes {list(input1.shape)} and {list(input2.shape)}."
        )


def cosine_embedding_loss(
    input1: Tensor,
    input2: Tensor,
    target: Tensor,
    margin: float = 0,
    size_average: bool | None = None,
    reduce: bool | None = None,
    reduction: str = "mean",
) -> Tensor:
    r"""Turn two vectors the same way where the target is 1, apart where it is -1.

    .. math:: \ell_n = \begin{cases}
        1 - \cos(x_{1,n}, x_{2,n}) & \text{if } y_n = 1 \\
        \max(0, \cos(x_{1,n}, x_{2,n}) - \Delta) & \text{if } y_n = -1
        \end{cases}

    Args:
        input1: vectors :math:`x_1`, shape ``(D,)`` or ``(N, D)``.
        input2: vectors :math:`x_2`, same shape as ``input1``.
        target: :math:`y`, 1 for alike and -1 for unlike, shape ``()`` or ``(N,)``. Any
            other number pays nothing.
        margin: :math:`\Delta`, the cosine up to which an unlike pair costs nothing,
            between -1 and 1.
        size_average: deprecated, see ``reduction``.
        reduce: deprecated, see ``reduction``.
        reduction: ``"none"``, ``"mean"`` or ``"sum"``.

    Returns:
        The shape of ``target`` for ``"none"``, otherwise a scalar, without unit.

    Raises:
        ValueError: ``reduction`` is unknown.
        RuntimeError: the shapes do not fit.

    Source: Bromley et al. (1993), *Signature verification using a "Siamese" time
    delay neural network*, https://doi.org/10.1142/S0218001493000339.
    """
    reduction = legacy_reduction(size_average, reduce, reduction)
    check_pairs(input1, input2, target)
    x1, x2, y = input1, input2, target

    squares1 = (x1 * x1).sum(-1) + 1e-12  # so that the root of 0 has a derivative
    squares2 = (x2 * x2).sum(-1) + 1e-12
    cos = (x1 * x2).sum(-1) / (squares1 * squares2).sqrt()
    alike = torch.where(y == 1, 1 - cos, 0)
    unlike = torch.where(y == -1, (cos - margin).clamp(min=0), 0)
    return apply_reduction(alike + unlike, reduction)


# --8<-- [end:cosine_embedding_loss]


# --8<-- [start:CosineEmbeddingLoss]
class CosineEmbeddingLoss(Loss):
    """:func:`cosine_embedding_loss` as a module; the arguments are those of the function."""

    def __init__(
        self,
        margin: float = 0.0,
        size_average: bool | None = None,
        reduce: bool | None = None,
        reduction: str = "mean",
    ) -> None:
        super().__init__(size_average, reduce, reduction)
        self.margin = margin

    def forward(self, input1: Tensor, input2: Tensor, target: Tensor) -> Tensor:
        """Compute the loss of ``input1`` and ``input2`` against ``target``."""
        return cosine_embedding_loss(
            input1, input2, target, margin=self.margin, reduction=self.reduction
        )


# --8<-- [end:CosineEmbeddingLoss]


# --8<-- [start:triplet_margin_with_distance_loss]
Distance = Callable[[Tensor, Tensor], Tensor]


def pairwise_distance(
    x1: Tensor, x2: Tensor, p: float = 2, eps: float = 1e-6
) -> Tensor:
    r"""Norm of the difference of vectors, :math:`\|x_1 - x_2 + \text{eps}\|_p`.

    ``eps`` keeps equal vectors off 0, where a norm has no derivative.
    """
    distance: Tensor = torch.linalg.vector_norm(x1 - x2 + eps, p, dim=-1)
    return distance


def check_triplet(
    anchor: Tensor, positive: Tensor, negative: Tensor, margin: float
) -> None:
    """Refuse a margin that is not positive, and three that are not alike in shape."""
    if margin <= 0:
        raise ValueError(f"margin must be greater than 0, got {margin}")
    if not anchor.dim() == positive.dim() == negative.dim():
        raise RuntimeError(
            "The anchor, positive, and negative tensors are expected to have the same "
            f"number of dimensions, but got: anchor {anchor.dim()}D, positive "
            f"{positive.dim()}D, and negative {negative.dim()}D inputs"
        )


def triplet_margin_with_distance_loss(
    anchor: Tensor,
    positive: Tensor,
    negative: Tensor,
    *,
    distance_function: Distance | None = None,
    margin: float = 1.0,
    swap: bool = False,
    reduction: str = "mean",
) -> Tensor:
    r"""Keep the anchor nearer to the positive than to the negative, by a margin.

    .. math:: \ell_n = \max(0, d(a_n, p_n) - d(a_n, n_n) + \Delta)

    Args:
        anchor: :math:`a`, shape ``(*, D)``.
        positive: :math:`p`, alike the anchor, same shape.
        negative: :math:`n`, unlike the anchor, same shape.
        distance_function: :math:`d`, takes two tensors of that shape; the Euclidean
            distance if ``None``.
        margin: :math:`\Delta`, how much nearer is near enough; positive.
        swap: let :math:`d(p_n, n_n)` stand for :math:`d(a_n, n_n)` where it is smaller.
        reduction: ``"none"``, ``"mean"`` or ``"sum"``.

    Returns:
        The shape of what ``distance_function`` returns, which is ``(*)`` for the
        Euclidean distance, for ``"none"``, otherwise a scalar; in the unit of the
        distance.

    Raises:
        ValueError: ``margin`` is not positive, or ``reduction`` is unknown.
        RuntimeError: the three have not the same number of dimensions, or cannot be
            broadcast.

    Source: Balntas et al. (2016), *Learning local feature descriptors with triplets
    and shallow convolutional neural networks*, https://doi.org/10.5244/C.30.119 (the
    swap as well).
    """
    check_triplet(anchor, positive, negative, margin)
    d = pairwise_distance if distance_function is None else distance_function

    d_positive, d_negative = d(anchor, positive), d(anchor, negative)
    if swap:
        d_negative = torch.minimum(d_negative, d(positive, negative))
    loss = (d_positive - d_negative + margin).clamp(min=0)
    return apply_reduction(loss, reduction)


# --8<-- [end:triplet_margin_with_distance_loss]


# --8<-- [start:TripletMarginWithDistanceLoss]
class TripletMarginWithDistanceLoss(Loss):
    """:func:`triplet_margin_with_distance_loss` as a module, of the same arguments."""

    def __init__(
        self,
        *,
        distance_function: Distance | None = None,
        margin: float = 1.0,
        swap: bool = False,
        reduction: str = "mean",
    ) -> None:
        super().__init__(reduction=reduction)
        if margin <= 0:
            raise ValueError(
                "TripletMarginWithDistanceLoss: expected margin to be greater than 0, "
                f"got {margin} instead"
            )
        if distance_function is None:
            distance_function = nn.PairwiseDistance()
        self.distance_function = distance_function
        self.margin = margin
        self.swap = swap

    def forward(self, anchor: Tensor, positive: Tensor, negative: Tensor) -> Tensor:
        """Compute the loss of ``anchor`` against ``positive`` and ``negative``."""
        return triplet_margin_with_distance_loss(
            anchor,
            positive,
            negative,
            distance_function=self.distance_function,
            margin=self.margin,
            swap=self.swap,
            reduction=self.reduction,
        )


# --8<-- [end:TripletMarginWithDistanceLoss]


# --8<-- [start:triplet_margin_loss]
def triplet_margin_loss(
    anchor: Tensor,
    positive: Tensor,
    negative: Tensor,
    margin: float = 1.0,
    p: float = 2,
    eps: float = 1e-6,
    swap: bool = False,
    size_average: bool | None = None,
    reduce: bool | None = None,
    reduction: str = "mean",
) -> Tensor:
    r"""Keep the anchor nearer to the positive than to the negative, by a margin.

    .. math:: \ell_n = \max(0, d(a_n, p_n) - d(a_n, n_n) + \Delta), \qquad
              d(x, y) = \| x - y + \text{eps} \|_p

    Args:
        anchor: :math:`a`, shape ``(*, D)``.
        positive: :math:`p`, alike the anchor, same shape.
        negative: :math:`n`, unlike the anchor, same shape.
        margin: :math:`\Delta`, how much nearer is near enough; positive.
        p: which norm, 2 for the Euclidean one.
        eps: keeps equal vectors off 0, where a norm has no derivative.
        swap: let :math:`d(p_n, n_n)` stand for :math:`d(a_n, n_n)` where it is smaller.
        size_average: deprecated, see ``reduction``.
        reduce: deprecated, see ``reduction``.
        reduction: ``"none"``, ``"mean"`` or ``"sum"``.

    Returns:
        Shape ``(*)`` for ``"none"``, otherwise a scalar, in the unit of the distance.

    Raises:
        ValueError: ``margin`` is not positive, or ``reduction`` is unknown.
        RuntimeError: the three have not the same number of dimensions, or cannot be
            broadcast.

    Source: Balntas et al. (2016), *Learning local feature descriptors with triplets
    and shallow convolutional neural networks*, https://doi.org/10.5244/C.30.119 (the
    swap as well).
    """
    reduction = legacy_reduction(size_average, reduce, reduction)

    def d(x: Tensor, y: Tensor) -> Tensor:
        return pairwise_distance(x, y, p, eps)

    return triplet_margin_with_distance_loss(
        anchor,
        positive,
        negative,
        distance_function=d,
        margin=margin,
        swap=swap,
        reduction=reduction,
    )


# --8<-- [end:triplet_margin_loss]


# --8<-- [start:TripletMarginLoss]
class TripletMarginLoss(Loss):
    """:func:`triplet_margin_loss` as a module; the arguments are those of the function."""

    def __init__(
        self,
        margin: float = 1.0,
        p: float = 2.0,
        eps: float = 1e-6,
        swap: bool = False,
        size_average: bool | None = None,
        reduce: bool | None = None,
        reduction: str = "mean",
    ) -> None:
        super().__init__(size_average, reduce, reduction)
        if margin <= 0:
            raise ValueError(
                "TripletMarginLoss: expected margin to be greater than 0, "
                f"got {margin} instead"
            )
        self.margin = margin
        self.p = p
        self.eps = eps
        self.swap = swap

    def forward(self, anchor: Tensor, positive: Tensor, negative: Tensor) -> Tensor:
        """Compute the loss of ``anchor`` against ``positive`` and ``negative``."""
        return triplet_margin_loss(
            anchor,
            positive,
            negative,
            margin=self.margin,
            p=self.p,
            eps=self.eps,
            swap=self.swap,
            reduction=self.reduction,
        )


# --8<-- [end:TripletMarginLoss]
