"""What all losses share: one number for each element, then a reduction."""

# --8<-- [start:legacy_reduction]
import warnings

from torch import Tensor, nn


def legacy_reduction(
    size_average: bool | None, reduce: bool | None, reduction: str
) -> str:
    """Translate the arguments that torch has deprecated since 0.4.1 into ``reduction``.

    Either of ``size_average`` and ``reduce`` overrules ``reduction``; the one that is
    left out counts as ``True``. ``reduction="elementwise_mean"`` is the old name of
    ``"mean"``.

    Args:
        size_average: ``True`` for the mean, ``False`` for the sum.
        reduce: ``False`` for no reduction, whatever ``size_average`` says.
        reduction: what to return when both are ``None``.

    Returns:
        The value of ``reduction`` that means the same.

    Warns:
        UserWarning: one of the deprecated arguments or names is in use.
    """
    if size_average is not None or reduce is not None:
        if reduce is False:
            reduction = "none"
        else:
            reduction = "sum" if size_average is False else "mean"
        warnings.warn(
            "size_average and reduce args will be deprecated, "
            f"please use reduction='{reduction}' instead.",
            stacklevel=3,
        )
    if reduction == "elementwise_mean":
        reduction = "mean"
        warnings.warn(
            "reduction='elementwise_mean' is deprecated. "
            "Please use reduction='mean' instead.",
            stacklevel=3,
        )
    return reduction


# --8<-- [end:legacy_reduction]


# --8<-- [start:reduction]
def apply_reduction(
    loss: Tensor, reduction: str, divisor: Tensor | None = None
) -> Tensor:
    """Turn the loss of each element into what the caller asked for.

    Args:
        loss: the loss of each element, shape ``(*)``.
        reduction: ``"none"``, ``"mean"`` or ``"sum"``.
        divisor: a scalar by which ``"mean"`` divides the sum; the number of elements
            if ``None``. A weighted mean divides by the sum of the weights.

    Returns:
        Shape ``(*)`` for ``"none"``, otherwise a scalar. The mean of nothing is ``nan``.

    Raises:
        ValueError: ``reduction`` is unknown. The losses find that out here, last of all, so
            that the check is in one place: if another argument is wrong too, they raise the
            error about that one, where torch most often raises this one.
    """
    if reduction == "none":
        return loss
    if reduction == "sum":
        return loss.sum()
    if reduction == "mean":
        return loss.mean() if divisor is None else loss.sum() / divisor
    raise ValueError(
        f"{reduction} is not a valid value for reduction. "
        "Expected one of 'none', 'mean', 'sum'."
    )


# --8<-- [end:reduction]


# --8<-- [start:checks]
def name(tensor: Tensor) -> str:
    """Name the dtype of ``tensor`` for an error message."""
    return str(tensor.dtype).removeprefix("torch.")


def check_shape_kept(loss: Tensor, input: Tensor) -> None:
    """Refuse a target or a weight that broadcasting made the loss grow to."""
    if loss.shape != input.shape:
        raise RuntimeError(
            f"output with shape {list(input.shape)} doesn't match the broadcast shape "
            f"{list(loss.shape)}"
        )


# --8<-- [end:checks]


# --8<-- [start:Loss]
class Loss(nn.Module):
    """A loss as a module: it remembers ``reduction``, ``forward`` calls the function."""

    def __init__(
        self,
        size_average: bool | None = None,
        reduce: bool | None = None,
        reduction: str = "mean",
    ) -> None:
        super().__init__()
        self.reduction = legacy_reduction(size_average, reduce, reduction)


# --8<-- [end:Loss]


# --8<-- [start:WeightedLoss]
class WeightedLoss(Loss):
    """A loss with one weight for each class.

    The weight is a buffer: it moves with ``.to(device)`` and is saved in ``state_dict``,
    yet no optimizer updates it.
    """

    weight: Tensor | None

    def __init__(
        self,
        weight: Tensor | None = None,
        size_average: bool | None = None,
        reduce: bool | None = None,
        reduction: str = "mean",
    ) -> None:
        super().__init__(size_average, reduce, reduction)
        self.register_buffer("weight", weight)


# --8<-- [end:WeightedLoss]
