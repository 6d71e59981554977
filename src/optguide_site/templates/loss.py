

# --8<-- [start:FUNCTION]
def FUNCTION(input: Tensor, target: Tensor, reduction: str = "mean") -> Tensor:
    r"""TODO: the loss in a sentence, :math:`l_n = (x_n - y_n)^2`.

    Args:
        input: predictions :math:`x`, shape ``(*)``.
        target: :math:`y`, same shape as ``input``.
        reduction: ``"none"``, ``"mean"`` or ``"sum"``.

    Returns:
        Shape ``(*)`` for ``"none"``, otherwise a scalar.

    Raises:
        ValueError: ``reduction`` is unknown.
        RuntimeError: ``target`` cannot be broadcast with ``input``.

    Source: TODO: author (year), doi or title.
    """
    error = input - target
    loss = error * error  # TODO: the formula of this loss
    return apply_reduction(loss, reduction)


# --8<-- [end:FUNCTION]


# --8<-- [start:MODULE]
class MODULE(Loss):
    """:func:`FUNCTION` as a module; the arguments are those of the function."""

    def __init__(self, reduction: str = "mean") -> None:
        super().__init__(reduction=reduction)

    def forward(self, input: Tensor, target: Tensor) -> Tensor:
        """Compute the loss of ``input`` against ``target``."""
        return FUNCTION(input, target, reduction=self.reduction)


# --8<-- [end:MODULE]
