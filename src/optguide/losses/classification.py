"""Classification losses: how little probability was given to the right class."""

from __future__ import annotations  # torch before 2.13 has no LinearCrossEntropyOptions

# --8<-- [start:checks]
import math
import warnings

import torch
from torch import Tensor, nn
from torch.nn.functional import linear
from torch.utils.checkpoint import checkpoint

from optguide.losses.reduction import (
    Loss,
    WeightedLoss,
    apply_reduction,
    legacy_reduction,
    name,
)


def class_dim(input: Tensor) -> int:
    """Where the classes are: 1 in ``(N, C, d1, ...)``, 0 in ``(C,)``."""
    if input.dim() == 0:
        raise ValueError("Expected 1 or more dimensions (got 0)")
    return 0 if input.dim() == 1 else 1


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
) -> tuple[Tensor, Tensor]:
    """Refuse what ``nll_loss`` cannot take; the docstring there says what.

    Returns:
        ``target`` as int64 with class 0 for what is ignored, and which targets are kept;
        both in the shape of ``input`` without ``C``.
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
    kept = target != ignore_index
    y = target.where(kept, 0)
    out_of_bounds = (y < 0) | (y >= num_classes)
    if out_of_bounds.any():
        first = target[out_of_bounds][0].item()
        raise IndexError(f"Target {first} is out of bounds.")
    # A single row may come with its target as (1,); what is computed from it is ().
    shape = input.select(dim, 0).shape
    return y.long().reshape(shape), kept.reshape(shape)


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
    y: Tensor, kept: Tensor, weight: Tensor | None, dtype: torch.dtype
) -> Tensor:
    r"""What each target counts: :math:`w_{y_n}`, or 0 where it is not kept."""
    if weight is None:
        return kept.to(dtype)
    return torch.where(kept, weight[y], 0)


def nll_loss(
    input: Tensor,
    target: Tensor,
    weight: Tensor | None = None,
    size_average: bool | None = None,
    ignore_index: int = -100,
    reduce: bool | None = None,
    reduction: str = "mean",
) -> Tensor:
    r"""Negative log-likelihood, :math:`\ell_n = -w_{y_n} x_{n, y_n}`.

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

    Source: Fisher (1922), *On the mathematical foundations of theoretical
    statistics*, https://doi.org/10.1098/rsta.1922.0009 (maximum likelihood).
    """
    reduction = legacy_reduction(size_average, reduce, reduction)
    y, kept = check_indices(input, target, weight, ignore_index)
    x, w = input, weight
    dim = class_dim(x)

    w_y = target_weight(y, kept, w, x.dtype)
    x_y = x.gather(dim, y.unsqueeze(dim)).squeeze(dim)
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


# --8<-- [start:NLLLoss2d]
class NLLLoss2d(NLLLoss):
    """:class:`NLLLoss` under the name it once had for images, deprecated."""

    def __init__(
        self,
        weight: Tensor | None = None,
        size_average: bool | None = None,
        ignore_index: int = -100,
        reduce: bool | None = None,
        reduction: str = "mean",
    ) -> None:
        warnings.warn(
            "`NLLLoss2d` has been deprecated. "
            "Please use `NLLLoss` instead as a drop-in replacement and see "
            "https://pytorch.org/docs/main/nn.html#torch.nn.NLLLoss for more details.",
            FutureWarning,
            stacklevel=2,
        )
        super().__init__(weight, size_average, ignore_index, reduce, reduction)


# --8<-- [end:NLLLoss2d]


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

    .. math:: \ell_n = -\sum_c w_c \, q_{n,c} \log p_{n,c}, \qquad
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

    Source: Bridle (1990), *Probabilistic Interpretation of Feedforward Classification
    Network Outputs, with Relationships to Statistical Pattern Recognition*,
    https://doi.org/10.1007/978-3-642-76153-9_28; label smoothing: Szegedy et al.
    (2016), *Rethinking the Inception Architecture for Computer Vision*,
    https://doi.org/10.1109/CVPR.2016.308.
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

    y, kept = check_indices(log_p, target, w, ignore_index)
    # backward runs the other way round: the gradient of the sum then joins that of the
    # picked terms, which has the size of log_p, in place.
    spread = torch.where(kept, -times_weight(log_p, w).sum(dim), 0)
    w_y = target_weight(y, kept, w, log_p.dtype)
    spread = apply_reduction(spread, reduction, divisor=w_y.sum())
    at_y = nll_loss(log_p, target, w, ignore_index=ignore_index, reduction=reduction)
    return (1 - eps) * at_y + eps / x.shape[dim] * spread


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


# --8<-- [start:kl_div]
def kl_div(
    input: Tensor,
    target: Tensor,
    size_average: bool | None = None,
    reduce: bool | None = None,
    reduction: str = "mean",
    log_target: bool = False,
) -> Tensor:
    r"""Kullback-Leibler divergence of a target distribution and a predicted one.

    .. math:: \ell_n = y_n (\log y_n - x_n)

    Args:
        input: log-probabilities :math:`x`, shape ``(*)``.
        target: probabilities :math:`y`, or :math:`\log y` with ``log_target``, same shape
            as ``input``.
        size_average: deprecated, see ``reduction``.
        reduce: deprecated, see ``reduction``.
        reduction: ``"none"``, ``"batchmean"``, ``"sum"`` or ``"mean"``. The divergence
            averaged over rows is ``"batchmean"``: the sum divided by the size of the
            first dimension. ``"mean"`` divides by the number of elements.
        log_target: ``target`` is :math:`\log y`.

    Returns:
        Shape ``(*)`` for ``"none"``, otherwise a scalar, in nats.

    Raises:
        ValueError: ``reduction`` is unknown.
        RuntimeError: ``target`` cannot be broadcast with ``input``, or one of them is
            not floating point.

    Warns:
        UserWarning: ``reduction`` is ``"mean"``, which is not the divergence.

    Source: Kullback and Leibler (1951), *On Information and Sufficiency*,
    https://doi.org/10.1214/aoms/1177729694.
    """
    if reduction == "mean" and size_average is None and reduce is None:
        warnings.warn(
            "reduction: 'mean' divides the total loss by both the batch size and the "
            "support size.'batchmean' divides only by the batch size, and aligns with the "
            "KL div math definition.'mean' will be changed to behave the same as "
            "'batchmean' in the next major release.",
            stacklevel=2,
        )
    reduction = legacy_reduction(size_average, reduce, reduction)
    x, y = input, target
    for tensor in (x, y):
        if not tensor.is_floating_point():
            kind = "Complex" if tensor.is_complex() else "Integral"
            raise RuntimeError(f"kl_div: {kind} inputs not supported.")

    # xlogy(y, y) is y log y, and 0 where y is 0.
    loss = y.exp() * (y - x) if log_target else y.xlogy(y) - y * x
    if reduction == "batchmean":
        return loss.sum() / (len(x) if x.dim() > 0 else 1)
    return apply_reduction(loss, reduction)


# --8<-- [end:kl_div]


# --8<-- [start:KLDivLoss]
class KLDivLoss(Loss):
    """:func:`kl_div` as a module; the arguments are those of the function."""

    def __init__(
        self,
        size_average: bool | None = None,
        reduce: bool | None = None,
        reduction: str = "mean",
        log_target: bool = False,
    ) -> None:
        super().__init__(size_average, reduce, reduction)
        self.log_target = log_target

    def forward(self, input: Tensor, target: Tensor) -> Tensor:
        """Compute the loss of ``input`` against ``target``."""
        return kl_div(
            input, target, reduction=self.reduction, log_target=self.log_target
        )


# --8<-- [end:KLDivLoss]


# --8<-- [start:linear_cross_entropy]
def check_linear(
    input: Tensor,
    linear_weight: Tensor,
    linear_bias: Tensor | None,
    target: Tensor,
    ignore_index: int | None,
) -> None:
    """Refuse shapes that do not fit, and ``ignore_index`` beside probabilities."""
    if input.dim() not in (1, 2):
        raise RuntimeError(
            f"expected input with dimensionality 1 or 2, got {input.dim()}"
        )
    if linear_weight.dim() < 2:
        raise RuntimeError(
            "expected linear_weight with dimensionality at least 2, "
            f"got {linear_weight.dim()}"
        )
    in_features = input.shape[-1]
    if in_features != linear_weight.shape[-1]:
        raise RuntimeError(
            "expected equal input and linear_weight last dimensions (in_features), "
            f"got {in_features} and {linear_weight.shape[-1]}, respectively"
        )
    out_shape = linear_weight.shape[:-1]
    if linear_bias is not None and linear_bias.shape != out_shape:
        raise RuntimeError(
            f"expected linear_bias shape {tuple(out_shape)}, "
            f"got {tuple(linear_bias.shape)}"
        )
    if linear_weight.dim() > 2 and input.dim() == 1:
        raise RuntimeError(
            "K-dimensional loss defined by linear_weight shape "
            f"{tuple(linear_weight.shape)} requires batched input, (N, {in_features}), "
            f"got unbatched input with shape {tuple(input.shape)}"
        )
    probabilities = target.shape == input.shape[:-1] + out_shape
    if probabilities and ignore_index is not None:
        raise RuntimeError(
            "ignore_index cannot be specified when target contains probabilities"
        )


def chunk_size(
    input: Tensor, num_classes: int, options: nn.LinearCrossEntropyOptions
) -> int:
    """How many rows of ``input`` make a chunk.

    By ``"aspect_ratio"`` the logits of a chunk take about as much memory as all of
    ``input``; by ``"aspect_ratio:k"`` one ``k``-th of that, and by ``"auto"`` one half.
    """
    rows, in_features = input.shape
    if options.batch_chunk_size is not None:
        return options.batch_chunk_size
    if options.chunking_method is None:
        return max(1, rows)
    method = options.chunking_method.replace("auto", "aspect_ratio:2")
    _, _, parts = method.partition(":")
    size = math.ceil(rows / math.ceil(num_classes / in_features))
    power_of_two = 1 << max(0, size - 1).bit_length()
    return max(1, power_of_two // int(parts or 1))


def linear_cross_entropy(
    input: Tensor,
    linear_weight: Tensor,
    target: Tensor,
    *,
    linear_bias: Tensor | None = None,
    weight: Tensor | None = None,
    reduction: str = "mean",
    ignore_index: int | None = None,
    label_smoothing: float = 0.0,
    options: nn.LinearCrossEntropyOptions | None = None,
) -> Tensor:
    r"""Cross entropy behind a linear layer, in chunks where all logits are too many.

    .. math:: \ell_n = \text{cross\_entropy}(A x_n + b, \, y_n)

    Args:
        input: features :math:`x`, shape ``(F,)`` or ``(N, F)``.
        linear_weight: :math:`A`, shape ``(C, F)`` or ``(C, d1, ..., F)``.
        target: :math:`y` as in :func:`cross_entropy`, for logits of shape ``(C,)`` or
            ``(N, C, d1, ...)``.
        linear_bias: :math:`b`, shape ``(C,)`` or ``(C, d1, ...)``; 0 if ``None``.
        weight: see :func:`cross_entropy`.
        reduction: see :func:`cross_entropy`.
        ignore_index: see :func:`cross_entropy`; -100 if ``None``, which it must be beside
            probabilities.
        label_smoothing: see :func:`cross_entropy`.
        options: how many rows of ``input`` make a chunk, by ``batch_chunk_size`` or
            ``chunking_method``; no chunks if ``None``. Only the logits of one chunk are
            in memory, and they are computed a second time for the gradient. It is for
            class indices (int64) and a ``linear_weight`` of two dimensions, without
            smoothing. The other options change nothing here.

    Returns:
        The shape of ``target`` as indices for ``"none"``, otherwise a scalar, in nats.
        Where all targets are ignored the mean is ``nan`` and its gradient 0; in chunks
        torch's gradient is ``nan`` too.

    Raises:
        RuntimeError: the shapes do not fit, or ``ignore_index`` is given beside
            probabilities; and what :func:`cross_entropy` raises.

    Warns:
        UserWarning: ``options`` are given where there are no chunks.

    Source: Wijmans et al. (2024), *Cut Your Losses in Large-Vocabulary Language
    Models*, https://arxiv.org/abs/2411.09009; computing again in place of keeping:
    Chen et al. (2016), *Training Deep Nets with Sublinear Memory Cost*,
    https://arxiv.org/abs/1604.06174.
    """
    check_linear(input, linear_weight, linear_bias, target, ignore_index)
    x, y, w = input, target, weight
    ignore_index = -100 if ignore_index is None else ignore_index

    def loss_of(x: Tensor, y: Tensor, reduction: str) -> Tensor:
        bias = None if linear_bias is None else linear_bias.flatten()
        logits = linear(x, linear_weight.flatten(0, -2), bias)
        return cross_entropy(
            logits.reshape(*x.shape[:-1], *linear_weight.shape[:-1]),
            y,
            weight=w,
            reduction=reduction,
            ignore_index=ignore_index,
            label_smoothing=label_smoothing,
        )

    if options is None:
        return loss_of(x, y, reduction)
    if (
        linear_weight.dim() > 2
        or reduction not in ("mean", "sum", "none")
        or label_smoothing != 0
        or y.dtype != torch.int64
    ):
        warnings.warn(
            "linear_cross_entropy: ``options`` ignored; chunked path needs "
            "reduction in {'mean','sum','none'}, label_smoothing == 0, target.dtype"
            " == int64, out_features == ()",
            stacklevel=2,
        )
        return loss_of(x, y, reduction)

    rows, y = torch.atleast_2d(x), y.reshape(-1)  # type: ignore[no-untyped-call]
    size = chunk_size(rows, len(linear_weight), options)
    # checkpoint forgets the logits of a chunk and computes them again in backward.
    chunks = [
        checkpoint(loss_of, x, y, "none", use_reentrant=False, preserve_rng_state=False)
        for x, y in zip(torch.split(rows, size), torch.split(y, size), strict=True)
    ]
    loss = torch.cat(chunks).reshape(input.shape[:-1])
    kept = y != ignore_index
    w_y = target_weight(y.where(kept, 0), kept, w, loss.dtype)
    return apply_reduction(loss, reduction, divisor=w_y.sum())


# --8<-- [end:linear_cross_entropy]


# --8<-- [start:LinearCrossEntropyLoss]
class LinearCrossEntropyLoss(WeightedLoss):
    """:func:`linear_cross_entropy` as a module, which owns the linear layer."""

    def __init__(
        self,
        in_features: int,
        num_classes: int,
        *,
        out_features: tuple[int, ...] = (),
        bias: bool = False,
        device: torch.device | str | None = None,
        dtype: torch.dtype | None = None,
        reduction: str = "mean",
        weight: Tensor | None = None,
        ignore_index: int | None = None,
        label_smoothing: float = 0.0,
        options: nn.LinearCrossEntropyOptions | None = None,
    ) -> None:
        if weight is not None and weight.shape != (num_classes,):
            raise RuntimeError(
                f"expected weight shape to be {(num_classes,)}, "
                f"got {tuple(weight.shape)}"
            )
        if not 0 <= label_smoothing <= 1:
            raise RuntimeError(
                f"expected label_smoothing to be in range [0, 1], got {label_smoothing}"
            )
        super().__init__(weight, reduction=reduction)
        self.num_classes = num_classes
        self.out_features = out_features
        self.ignore_index = ignore_index
        self.label_smoothing = label_smoothing
        self.linear = nn.Linear(
            in_features,
            num_classes * math.prod(out_features),
            bias=bias,
            device=device,
            dtype=dtype,
        )
        self.options = options

    def forward(self, input: Tensor, target: Tensor) -> Tensor:
        """Compute the loss of ``input``, sent through the layer, against ``target``."""
        shape = (self.num_classes, *self.out_features)
        bias = self.linear.bias
        return linear_cross_entropy(
            input,
            self.linear.weight.reshape(*shape, self.linear.in_features),
            target,
            linear_bias=None if bias is None else bias.reshape(shape),
            weight=self.weight,
            reduction=self.reduction,
            ignore_index=self.ignore_index,
            label_smoothing=self.label_smoothing,
            options=self.options,
        )

    def extra_repr(self) -> str:
        """Name the arguments of the constructor."""
        return (
            f"in_features={self.linear.in_features}, num_classes={self.num_classes}, "
            f"out_features={self.out_features}, bias={self.linear.bias is not None}, "
            f"reduction={self.reduction}, ignore_index={self.ignore_index}, "
            f"label_smoothing={self.label_smoothing}, options={self.options}"
        )


# --8<-- [end:LinearCrossEntropyLoss]
