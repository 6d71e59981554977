"""Margin losses: nothing to pay once the right score is ahead by a margin."""

# --8<-- [start:hinge_embedding_loss]
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


def hinge_embedding_loss(
    input: Tensor,
    target: Tensor,
    margin: float = 1.0,
    size_average: bool | None = None,
    reduce: bool | None = None,
    reduction: str = "mean",
) -> Tensor:
    r"""Make distances small where the target is 1, and at least ``margin`` where it is -1.

    .. math:: \ell_n = \begin{cases}
        x_n & \text{if } y_n = 1 \\
        \max(0, \Delta - x_n) & \text{if } y_n = -1
        \end{cases}

    Args:
        input: :math:`x`, distances between pairs, shape ``(*)``.
        target: :math:`y`, 1 for alike and -1 for unlike, same shape as ``input``. Any
            other number pays both.
        margin: :math:`\Delta`, the distance from which an unlike pair costs nothing.
        size_average: deprecated, see ``reduction``.
        reduce: deprecated, see ``reduction``.
        reduction: ``"none"``, ``"mean"`` or ``"sum"``.

    Returns:
        Shape ``(*)`` for ``"none"``, otherwise a scalar, in the unit of ``input``.

    Raises:
        ValueError: ``reduction`` is unknown.
        RuntimeError: ``target`` cannot be broadcast with ``input``.

    Source: Hadsell et al. (2006), *Dimensionality Reduction by Learning an Invariant
    Mapping*, https://doi.org/10.1109/CVPR.2006.100 (with squares).
    """
    reduction = legacy_reduction(size_average, reduce, reduction)
    x, y = input, target

    alike = torch.where(y != -1, x, 0)
    unlike = torch.where(y != 1, (margin - x).clamp(min=0), 0)
    return apply_reduction(alike + unlike, reduction)


# --8<-- [end:hinge_embedding_loss]


# --8<-- [start:HingeEmbeddingLoss]
class HingeEmbeddingLoss(Loss):
    """:func:`hinge_embedding_loss` as a module; the arguments are those of the function."""

    def __init__(
        self,
        margin: float = 1.0,
        size_average: bool | None = None,
        reduce: bool | None = None,
        reduction: str = "mean",
    ) -> None:
        super().__init__(size_average, reduce, reduction)
        self.margin = margin

    def forward(self, input: Tensor, target: Tensor) -> Tensor:
        """Compute the loss of ``input`` against ``target``."""
        return hinge_embedding_loss(
            input, target, margin=self.margin, reduction=self.reduction
        )


# --8<-- [end:HingeEmbeddingLoss]


# --8<-- [start:soft_margin_loss]
def soft_margin_loss(
    input: Tensor,
    target: Tensor,
    size_average: bool | None = None,
    reduce: bool | None = None,
    reduction: str = "mean",
) -> Tensor:
    r"""Logistic loss of scores, :math:`\ell_n = \log(1 + e^{-y_n x_n})`.

    Args:
        input: scores :math:`x`, shape ``(*)``.
        target: :math:`y`, 1 or -1, same shape as ``input``.
        size_average: deprecated, see ``reduction``.
        reduce: deprecated, see ``reduction``.
        reduction: ``"none"``, ``"mean"`` or ``"sum"``.

    Returns:
        Shape ``(*)`` for ``"none"``, otherwise a scalar, in nats.

    Raises:
        ValueError: ``reduction`` is unknown.
        RuntimeError: ``target`` cannot be broadcast to the shape of ``input``.
        NotImplementedError: both are integers, or one is complex.

    Source: Friedman et al. (2000), *Additive logistic regression: a statistical view
    of boosting*, https://doi.org/10.1214/aos/1016218223.
    """
    reduction = legacy_reduction(size_average, reduce, reduction)
    x, y = input, target

    # log σ(yx) = -log(1 + exp(-yx)), and it never overflows; exp does beyond 88.
    loss = -logsigmoid(y * x)
    check_shape_kept(loss, input)
    return apply_reduction(loss, reduction)


# --8<-- [end:soft_margin_loss]


# --8<-- [start:SoftMarginLoss]
class SoftMarginLoss(Loss):
    """:func:`soft_margin_loss` as a module; the arguments are those of the function."""

    def forward(self, input: Tensor, target: Tensor) -> Tensor:
        """Compute the loss of ``input`` against ``target``."""
        return soft_margin_loss(input, target, reduction=self.reduction)


# --8<-- [end:SoftMarginLoss]


# --8<-- [start:margin_ranking_loss]
def margin_ranking_loss(
    input1: Tensor,
    input2: Tensor,
    target: Tensor,
    margin: float = 0,
    size_average: bool | None = None,
    reduce: bool | None = None,
    reduction: str = "mean",
) -> Tensor:
    r"""Put one of two scores ahead of the other by a margin.

    .. math:: \ell_n = \max(0, -y_n (x_{1,n} - x_{2,n}) + \Delta)

    Args:
        input1: scores :math:`x_1`, shape ``(*)``.
        input2: scores :math:`x_2`, same shape as ``input1``.
        target: :math:`y`, 1 where ``input1`` is to be the larger one, -1 where
            ``input2`` is, same shape as ``input1``.
        margin: :math:`\Delta`, how far ahead is far enough.
        size_average: deprecated, see ``reduction``.
        reduce: deprecated, see ``reduction``.
        reduction: ``"none"``, ``"mean"`` or ``"sum"``.

    Returns:
        Shape ``(*)`` for ``"none"``, otherwise a scalar, in the unit of the inputs.

    Raises:
        ValueError: ``reduction`` is unknown.
        RuntimeError: the three have not the same number of dimensions, or cannot be
            broadcast.

    Source: Joachims (2002), *Optimizing search engines using clickthrough data*,
    https://doi.org/10.1145/775047.775067.
    """
    reduction = legacy_reduction(size_average, reduce, reduction)
    x1, x2, y = input1, input2, target
    if not x1.dim() == x2.dim() == y.dim():
        raise RuntimeError(
            "margin_ranking_loss : All input tensors should have same dimension but got "
            f"sizes: input1: {x1.shape}, input2: {x2.shape}, target: {y.shape} "
        )

    loss = (-y * (x1 - x2) + margin).clamp(min=0)
    return apply_reduction(loss, reduction)


# --8<-- [end:margin_ranking_loss]


# --8<-- [start:MarginRankingLoss]
class MarginRankingLoss(Loss):
    """:func:`margin_ranking_loss` as a module; the arguments are those of the function."""

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
        return margin_ranking_loss(
            input1, input2, target, margin=self.margin, reduction=self.reduction
        )


# --8<-- [end:MarginRankingLoss]


# --8<-- [start:multilabel_soft_margin_loss]
def multilabel_soft_margin_loss(
    input: Tensor,
    target: Tensor,
    weight: Tensor | None = None,
    size_average: bool | None = None,
    reduce: bool | None = None,
    reduction: str = "mean",
) -> Tensor:
    r"""Logistic loss of many yes-or-no questions, averaged over the questions.

    .. math:: \ell_n = -\frac{1}{C} \sum_c w_c \left( y_{n,c} \log \sigma(x_{n,c})
              + (1 - y_{n,c}) \log \sigma(-x_{n,c}) \right)

    It is :func:`binary_cross_entropy_with_logits` averaged over the last dimension.

    Args:
        input: logits :math:`x`, shape ``(*, C)``.
        target: :math:`y`, 1 for "yes" and 0 for "no", same shape as ``input``.
        weight: :math:`w`, what each class counts, shape ``(C,)``; 1 if ``None``.
        size_average: deprecated, see ``reduction``.
        reduce: deprecated, see ``reduction``.
        reduction: ``"none"``, ``"mean"`` or ``"sum"``.

    Returns:
        Shape ``(*)`` for ``"none"``, otherwise a scalar, in nats.

    Raises:
        ValueError: ``reduction`` is unknown.
        IndexError: ``input`` has no dimensions.
        RuntimeError: ``target`` or ``weight`` cannot be broadcast with ``input``.
        NotImplementedError: ``input`` is not floating point.

    Source: Cox (1958), *The Regression Analysis of Binary Sequences*,
    https://doi.org/10.1111/j.2517-6161.1958.tb00292.x (logistic regression).
    """
    reduction = legacy_reduction(size_average, reduce, reduction)
    x, y, w = input, target, weight

    loss = -(y * logsigmoid(x) + (1 - y) * logsigmoid(-x))
    if w is not None:
        loss = w * loss
    return apply_reduction(loss.sum(-1) / x.size(-1), reduction)


# --8<-- [end:multilabel_soft_margin_loss]


# --8<-- [start:MultiLabelSoftMarginLoss]
class MultiLabelSoftMarginLoss(WeightedLoss):
    """:func:`multilabel_soft_margin_loss` as a module, of the same arguments."""

    def forward(self, input: Tensor, target: Tensor) -> Tensor:
        """Compute the loss of ``input`` against ``target``."""
        return multilabel_soft_margin_loss(
            input, target, weight=self.weight, reduction=self.reduction
        )


# --8<-- [end:MultiLabelSoftMarginLoss]


# --8<-- [start:multi_margin_loss]
def check_rows(input: Tensor) -> None:
    """Refuse an input that is not ``(C,)`` or ``(N, C)``."""
    if input.dim() > 2 or (input.dim() > 0 and input.shape[-1] == 0):
        raise RuntimeError(
            "Expected non-empty vector or matrix with optional 0-dim batch size, "
            f"but got: {list(input.shape)}"
        )


def check_dtypes(loss: str, input: Tensor, target: Tensor) -> None:
    """Refuse scores that are not floating point, and classes that are not int64."""
    if not input.is_floating_point():
        raise NotImplementedError(f'"{loss}" not implemented for {name(input)}')
    if target.dtype != torch.int64:
        raise RuntimeError(f"expected scalar type Long but found {name(target)}")


def check_class(input: Tensor, target: Tensor, weight: Tensor | None) -> None:
    """Refuse targets that are not one class for each row, and weights likewise."""
    check_rows(input)
    rows, num_classes = torch.atleast_2d(input).shape  # type: ignore[no-untyped-call]
    if target.dim() > 1 or target.numel() != rows:
        raise RuntimeError(
            "multi_margin_loss: target tensor should be 1-D with size equal to the number "
            f"of input samples (batch size). Expected target size [{rows}], but got "
            f"{list(target.shape)}. Input has shape {list(input.shape)}."
        )
    if weight is not None and weight.dim() != 1:
        raise ValueError("weight must be one-dimensional")
    if weight is not None and len(weight) != num_classes:
        raise RuntimeError(
            f"inconsistent weight size, expected {num_classes} "
            f"but got {list(weight.shape)}"
        )
    check_dtypes("multi_margin_loss", input, target)
    if weight is not None and weight.dtype != input.dtype:
        raise RuntimeError(
            f"expected scalar type {name(input)} but found {name(weight)}"
        )
    if ((target < 0) | (target >= num_classes)).any():
        raise RuntimeError("target out of range")


def multi_margin_loss(
    input: Tensor,
    target: Tensor,
    p: int = 1,
    margin: float = 1.0,
    weight: Tensor | None = None,
    size_average: bool | None = None,
    reduce: bool | None = None,
    reduction: str = "mean",
) -> Tensor:
    r"""Put the score of the right class ahead of every other by a margin.

    .. math:: \ell_n = \frac{w_{y_n}}{C} \sum_{c \ne y_n}
              \max(0, \Delta - x_{n,y_n} + x_{n,c})^p

    Args:
        input: scores :math:`x`, shape ``(C,)`` or ``(N, C)``.
        target: class indices :math:`y` in ``[0, C)``, int64, shape ``()`` or ``(N,)``.
        p: 1 or 2.
        margin: :math:`\Delta`, how far ahead is far enough.
        weight: :math:`w`, what each class counts, shape ``(C,)``, dtype of ``input``; 1 if
            ``None``. The mean divides by the number of rows all the same.
        size_average: deprecated, see ``reduction``.
        reduce: deprecated, see ``reduction``.
        reduction: ``"none"``, ``"mean"`` or ``"sum"``.

    Returns:
        The shape of ``target`` for ``"none"``, otherwise a scalar, in the unit of
        ``input`` to the power ``p``.

    Raises:
        ValueError: ``p`` is neither 1 nor 2, ``weight`` has not one dimension, or
            ``reduction`` is unknown.
        RuntimeError: ``input`` or ``target`` has another shape, a target is not a class,
            ``weight`` is not one number for each class, or a dtype is wrong.
        NotImplementedError: ``input`` is not floating point.

    Source: Weston and Watkins (1999), *Support vector machines for multi-class
    pattern recognition*, ESANN.
    """
    reduction = legacy_reduction(size_average, reduce, reduction)
    if p not in (1, 2):
        raise ValueError("only p == 1 and p == 2 supported")
    check_class(input, target, weight)
    x: Tensor = torch.atleast_2d(input)  # type: ignore[no-untyped-call]
    y, w = target.reshape(-1, 1), weight

    x_y = x.gather(1, y)
    # relu, not clamp: the derivative at the margin itself is 0 here.
    hinge = (margin - x_y + x).relu() ** p
    loss = hinge.scatter(1, y, 0).sum(1) / x.shape[1]  # without c = y
    if w is not None:
        loss = w[y.squeeze(1)] * loss
    return apply_reduction(loss.reshape(target.shape), reduction)


# --8<-- [end:multi_margin_loss]


# --8<-- [start:MultiMarginLoss]
class MultiMarginLoss(WeightedLoss):
    """:func:`multi_margin_loss` as a module; the arguments are those of the function."""

    def __init__(
        self,
        p: int = 1,
        margin: float = 1.0,
        weight: Tensor | None = None,
        size_average: bool | None = None,
        reduce: bool | None = None,
        reduction: str = "mean",
    ) -> None:
        super().__init__(weight, size_average, reduce, reduction)
        if p not in (1, 2):
            raise ValueError("only p == 1 and p == 2 supported")
        if weight is not None and weight.dim() != 1:
            raise ValueError(
                "MultiMarginLoss: expected weight to be None or 1D tensor, "
                f"got {weight.dim()}D instead"
            )
        self.p = p
        self.margin = margin

    def forward(self, input: Tensor, target: Tensor) -> Tensor:
        """Compute the loss of ``input`` against ``target``."""
        return multi_margin_loss(
            input,
            target,
            p=self.p,
            margin=self.margin,
            weight=self.weight,
            reduction=self.reduction,
        )


# --8<-- [end:MultiMarginLoss]


# --8<-- [start:multilabel_margin_loss]
def check_labels(input: Tensor, target: Tensor) -> None:
    """Refuse targets that are not a row of classes, or -1, for each row of ``input``."""
    check_rows(input)
    one_row = input.dim() < 2 and target.dim() < 2
    if target.shape != input.shape and not (
        one_row and target.numel() == input.numel()
    ):
        raise RuntimeError(
            f"inconsistent target size: {list(target.shape)} "
            f"for input of size: {list(input.shape)}"
        )
    check_dtypes("multilabel_margin_loss", input, target)
    num_classes = input.shape[-1] if input.dim() > 0 else 1
    if ((target < -1) | (target >= num_classes)).any():
        raise RuntimeError("argument #2 'target' is out of range")


def multilabel_margin_loss(
    input: Tensor,
    target: Tensor,
    size_average: bool | None = None,
    reduce: bool | None = None,
    reduction: str = "mean",
) -> Tensor:
    r"""Put the score of each right class ahead of each wrong one by 1.

    .. math:: \ell_n = \frac{1}{C} \sum_{j \in Y_n} \sum_{i \notin Y_n}
              \max(0, 1 - x_{n,j} + x_{n,i})

    Args:
        input: scores :math:`x`, shape ``(C,)`` or ``(N, C)``.
        target: the right classes :math:`Y` in the first places of each row, then a -1,
            behind which nothing counts; int64, same shape as ``input``.
        size_average: deprecated, see ``reduction``.
        reduce: deprecated, see ``reduction``.
        reduction: ``"none"``, ``"mean"`` or ``"sum"``.

    Returns:
        Shape ``()`` or ``(N,)`` for ``"none"``, otherwise a scalar, in the unit of
        ``input``.

    Raises:
        ValueError: ``reduction`` is unknown.
        RuntimeError: ``input`` or ``target`` has another shape, a target is neither a
            class nor -1, or a dtype is wrong.
        NotImplementedError: ``input`` is not floating point.

    Source: Elisseeff and Weston (2001), *A kernel method for multi-labelled
    classification*,
    https://papers.nips.cc/paper/1964-a-kernel-method-for-multi-labelled-classification.
    """
    reduction = legacy_reduction(size_average, reduce, reduction)
    check_labels(input, target)
    x: Tensor = torch.atleast_2d(input)  # type: ignore[no-untyped-call]
    y = target.reshape(x.shape)

    counts = (y == -1).cumsum(1) == 0  # a label, not yet behind the first -1
    places = counts.any(0)  # where some row has one: the others would only make pairs
    counts, y = counts[:, places], y[:, places].where(counts[:, places], 0)
    right = torch.zeros_like(x).scatter_add(1, y, counts.to(x.dtype)) > 0

    x_j, x_i = x.gather(1, y).unsqueeze(2), x.unsqueeze(1)
    # relu, not clamp: the derivative at the margin itself is 0 here.
    hinge = (1 - x_j + x_i).relu()
    pairs = counts.unsqueeze(2) & ~right.unsqueeze(1)
    loss = torch.where(pairs, hinge, 0).sum((1, 2)) / x.shape[1]
    return apply_reduction(loss.reshape(input.shape[:-1]), reduction)


# --8<-- [end:multilabel_margin_loss]


# --8<-- [start:MultiLabelMarginLoss]
class MultiLabelMarginLoss(Loss):
    """:func:`multilabel_margin_loss` as a module; the arguments are those of the function."""

    def forward(self, input: Tensor, target: Tensor) -> Tensor:
        """Compute the loss of ``input`` against ``target``."""
        return multilabel_margin_loss(input, target, reduction=self.reduction)


# --8<-- [end:MultiLabelMarginLoss]
