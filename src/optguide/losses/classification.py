"""Classification losses: how little probability was given to the right class."""

# --8<-- [start:checks]
import torch
from torch import Tensor

from optguide.losses.reduction import WeightedLoss, apply_reduction, legacy_reduction


def class_dim(input: Tensor) -> int:
    """Where the classes are: 1 in ``(N, C, d1, ...)``, 0 in ``(C,)``."""
    if input.dim() == 0:
        raise ValueError("Expected 1 or more dimensions (got 0)")
    return 0 if input.dim() == 1 else 1


def name(tensor: Tensor) -> str:
    """Name the dtype of ``tensor`` for an error message."""
    return str(tensor.dtype).removeprefix("torch.")


def check_weight(input: Tensor, weight: Tensor | None) -> None:
    """Refuse an input without classes, and weights that are not one for each class."""
    num_classes = input.shape[class_dim(input)]
    if num_classes == 0:
        raise ValueError(f"Expected one or more classes, got input {list(input.shape)}")
    if weight is not None and weight.shape != (num_classes,):
        raise RuntimeError(
            f"weight tensor should be defined either for all {num_classes} classes or "
            f"no classes but got weight tensor of shape: {list(weight.shape)}"
        )


def check_target_shape(input: Tensor, target: Tensor) -> None:
    """Refuse targets that are not one for each ``C`` numbers of ``input``."""
    dim = class_dim(input)
    expected = input.shape[:dim] + input.shape[dim + 1 :]
    if target.shape == expected or (input.dim() == 1 and target.shape == (1,)):
        return

    if input.dim() == 1 and target.dim() == 1:
        raise ValueError(
            "For 1D input, 1D target must have size 1, "
            f"but got target size: {len(target)}"
        )
    batch_size = target.shape[0] if target.dim() > 0 else 0
    if input.dim() > 1 and batch_size != input.shape[0]:
        raise ValueError(
            f"Expected input batch_size ({input.shape[0]}) "
            f"to match target batch_size ({batch_size})."
        )
    sizes = f"xpected target size {list(expected)}, got {list(target.shape)}"
    if input.dim() <= 2:
        raise RuntimeError(
            f"0D or 1D target tensor expected, multi-target not supported: e{sizes}"
        )
    raise RuntimeError(f"E{sizes}")


def check_indices(
    input: Tensor, target: Tensor, weight: Tensor | None, ignore_index: int
) -> Tensor:
    """Refuse what ``nll_loss`` cannot take; the docstring there says what.

    Returns:
        ``target`` as int64, in the shape of ``input`` without ``C``.
    """
    check_target_shape(input, target)
    if not input.is_floating_point():
        raise NotImplementedError(f'"nll_loss" not implemented for {name(input)}')
    if weight is not None and weight.dtype != input.dtype:
        raise RuntimeError(
            f"expected scalar type {name(input)} but found {name(weight)} in weight"
        )
    check_weight(input, weight)
    if target.dtype not in (torch.int64, torch.uint8):
        raise RuntimeError(
            f"expected target dtype to be Long or Byte, but got {name(target)}"
        )
    dim = class_dim(input)
    num_classes = input.shape[dim]
    out_of_bounds = (target < 0) | (target >= num_classes)
    out_of_bounds &= target != ignore_index
    if out_of_bounds.any():
        first = target[out_of_bounds][0].item()
        raise IndexError(f"Target {first} is out of bounds.")
    # A single row may come with its target as (1,); what is computed from it is ().
    return target.long().reshape(input.select(dim, 0).shape)


def check_label_smoothing(label_smoothing: float) -> None:
    """Refuse to spread more than there is. As in torch, below 0 counts as 0."""
    if label_smoothing > 1.0:
        raise RuntimeError(
            f"label_smoothing must be between 0.0 and 1.0. Got: {label_smoothing}"
        )


def check_probabilities(
    input: Tensor, target: Tensor, weight: Tensor | None, ignore_index: int
) -> None:
    """Refuse what ``cross_entropy`` cannot take where targets are probabilities."""
    check_weight(input, weight)
    if not target.is_floating_point():
        raise RuntimeError(
            "Expected floating point type for target with class probabilities, "
            f"got {name(target)}"
        )
    if ignore_index >= 0:
        raise RuntimeError("ignore_index is not supported for floating point target")


# --8<-- [end:checks]


# --8<-- [start:nll_loss]
def target_weight(
    target: Tensor, weight: Tensor | None, ignore_index: int, dtype: torch.dtype
) -> Tensor:
    r"""What each target counts: :math:`w_{y_n} \cdot 1\{y_n \ne \text{ignore_index}\}`."""
    kept = target != ignore_index
    if weight is None:
        return kept.to(dtype)
    return torch.where(kept, weight[target.where(kept, 0)], 0)


def nll_loss(
    input: Tensor,
    target: Tensor,
    weight: Tensor | None = None,
    size_average: bool | None = None,
    ignore_index: int = -100,
    reduce: bool | None = None,
    reduction: str = "mean",
) -> Tensor:
    r"""Negative log-likelihood, :math:`l_n = -w_{y_n} x_{n, y_n}`.

    Args:
        input: log-probabilities :math:`x`, shape ``(C,)`` or ``(N, C, d1, ...)``.
        target: class indices :math:`y` in ``[0, C)``, int64 or uint8, the shape of
            ``input`` without ``C``.
        weight: :math:`w`, what each class counts, shape ``(C,)``, dtype of ``input``;
            1 if ``None``.
        size_average: deprecated, see ``reduction``.
        ignore_index: the one target value that counts nothing; it need not be a class.
        reduce: deprecated, see ``reduction``.
        reduction: ``"none"``, ``"mean"`` or ``"sum"``. The mean divides by what the
            targets count together, :math:`\sum_n w_{y_n}` over those not ignored:
            ``nan`` where all are ignored.

    Returns:
        The shape of ``target`` for ``"none"``, otherwise a scalar, in nats.

    Raises:
        IndexError: a target is neither a class nor ``ignore_index``.
        ValueError: ``reduction`` is unknown, there are no classes, or the batch sizes
            differ.
        RuntimeError: another dimension of ``target`` differs, ``weight`` is not one
            number for each class, or a dtype is wrong.
        NotImplementedError: ``input`` is not floating point.

    Source: Fisher (1922), doi:10.1098/rsta.1922.0009 (maximum likelihood).
    """
    reduction = legacy_reduction(size_average, reduce, reduction)
    y = check_indices(input, target, weight, ignore_index)
    x, w = input, weight
    dim = class_dim(x)

    w_y = target_weight(y, w, ignore_index, x.dtype)
    kept = y != ignore_index
    x_y = x.gather(dim, y.where(kept, 0).unsqueeze(dim)).squeeze(dim)
    loss = torch.where(kept, -w_y * x_y, 0)  # not 0 * x_y: x_y may be nan
    return apply_reduction(loss, reduction, divisor=w_y.sum())


# --8<-- [end:nll_loss]


# --8<-- [start:NLLLoss]
class NLLLoss(WeightedLoss):
    """:func:`nll_loss` as a module; the arguments are those of the function."""

    def __init__(
        self,
        weight: Tensor | None = None,
        size_average: bool | None = None,
        ignore_index: int = -100,
        reduce: bool | None = None,
        reduction: str = "mean",
    ) -> None:
        super().__init__(weight, size_average, reduce, reduction)
        self.ignore_index = ignore_index

    def forward(self, input: Tensor, target: Tensor) -> Tensor:
        """Compute the loss of ``input`` against ``target``."""
        return nll_loss(
            input,
            target,
            weight=self.weight,
            ignore_index=self.ignore_index,
            reduction=self.reduction,
        )


# --8<-- [end:NLLLoss]


# --8<-- [start:cross_entropy]
def times_weight(x: Tensor, weight: Tensor | None) -> Tensor:
    """Multiply along the class dimension of ``x``: :math:`w_c x_{n,c}`."""
    if weight is None:
        return x
    return weight.reshape(-1, *[1] * (x.dim() - 2)) * x


def cross_entropy(
    input: Tensor,
    target: Tensor,
    weight: Tensor | None = None,
    size_average: bool | None = None,
    ignore_index: int = -100,
    reduce: bool | None = None,
    reduction: str = "mean",
    label_smoothing: float = 0.0,
) -> Tensor:
    r"""Cross entropy of a target distribution and the softmax of logits.

    .. math:: l_n = -\sum_c w_c \, q_{n,c} \log p_{n,c}, \qquad
              p_n = \operatorname{softmax}(x_n), \quad
              q_n = (1 - \varepsilon) \, y_n + \varepsilon / C

    A class index :math:`y_n` stands for the distribution that is 1 at that class.

    Args:
        input: logits :math:`x`, shape ``(C,)`` or ``(N, C, d1, ...)``.
        target: :math:`y`, either class indices in ``[0, C)``, int64 or uint8, the shape
            of ``input`` without ``C``; or probabilities, floating point, the shape of
            ``input``.
        weight: :math:`w`, what each class counts, shape ``(C,)``; 1 if ``None``. Beside
            indices it must have the dtype of ``input``.
        size_average: deprecated, see ``reduction``.
        ignore_index: the one target value that counts nothing; it need not be a class.
            Beside probabilities it must stay negative.
        reduce: deprecated, see ``reduction``.
        reduction: ``"none"``, ``"mean"`` or ``"sum"``. The mean divides by
            :math:`\sum_n w_{y_n}` over the indices that are not ignored (``nan`` where
            all are), but by their number, whatever ``weight``, over probabilities.
        label_smoothing: :math:`\varepsilon`, the share of each target that is spread
            evenly over all classes, in ``[0, 1]``.

    Returns:
        The shape of ``input`` without ``C`` for ``"none"``, otherwise a scalar, in nats.

    Raises:
        IndexError: an index is neither a class nor ``ignore_index``.
        ValueError: ``reduction`` is unknown, there are no classes, or the batch sizes
            differ.
        RuntimeError: another dimension of ``target`` differs, ``weight`` is not one
            number for each class, ``label_smoothing`` is above 1, ``ignore_index`` is
            not negative beside probabilities, or a dtype is wrong.
        NotImplementedError: ``input`` is not floating point.

    Source: Bridle (1990), doi:10.1007/978-3-642-76153-9_28; label smoothing: Szegedy
    et al. (2016), doi:10.1109/CVPR.2016.308.
    """
    reduction = legacy_reduction(size_average, reduce, reduction)
    check_label_smoothing(label_smoothing)
    x, y, w, eps = input, target, weight, label_smoothing
    dim = class_dim(x)
    log_p = x.log_softmax(dim)

    if y.shape == x.shape:  # probabilities
        check_probabilities(x, y, w, ignore_index)
        q = (1 - eps) * y + eps / x.shape[dim] if eps > 0 else y
        loss = -times_weight(q * log_p, w).sum(dim)
        return apply_reduction(loss, reduction)

    # Class indices: without smoothing, one term of the sum over c is left.
    if not eps > 0:
        return nll_loss(log_p, y, w, ignore_index=ignore_index, reduction=reduction)

    y = check_indices(log_p, y, w, ignore_index)
    at_y = nll_loss(log_p, y, w, ignore_index=ignore_index, reduction="none")
    spread = -times_weight(log_p, w).sum(dim)
    spread = torch.where(y != ignore_index, spread, 0)
    loss = (1 - eps) * at_y + eps / x.shape[dim] * spread
    w_y = target_weight(y, w, ignore_index, log_p.dtype)
    return apply_reduction(loss, reduction, divisor=w_y.sum())


# --8<-- [end:cross_entropy]


# --8<-- [start:CrossEntropyLoss]
class CrossEntropyLoss(WeightedLoss):
    """:func:`cross_entropy` as a module; the arguments are those of the function."""

    def __init__(
        self,
        weight: Tensor | None = None,
        size_average: bool | None = None,
        ignore_index: int = -100,
        reduce: bool | None = None,
        reduction: str = "mean",
        label_smoothing: float = 0.0,
    ) -> None:
        super().__init__(weight, size_average, reduce, reduction)
        self.ignore_index = ignore_index
        self.label_smoothing = label_smoothing

    def forward(self, input: Tensor, target: Tensor) -> Tensor:
        """Compute the loss of ``input`` against ``target``."""
        return cross_entropy(
            input,
            target,
            weight=self.weight,
            ignore_index=self.ignore_index,
            reduction=self.reduction,
            label_smoothing=self.label_smoothing,
        )


# --8<-- [end:CrossEntropyLoss]
