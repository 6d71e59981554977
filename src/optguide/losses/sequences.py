"""Sequence losses: the right labels in the right order, wherever they are."""

# --8<-- [start:checks]
from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn.functional import pad

from optguide.losses.reduction import Loss, apply_reduction, legacy_reduction, name

Lengths = Tensor | Sequence[int]


def check_log_probs(log_probs: Tensor, blank: int) -> None:
    """Refuse what is not ``(T, N, C)``, and a blank that is not one of the classes."""
    if not log_probs.is_floating_point() or log_probs.dtype == torch.float16:
        raise NotImplementedError(f'"ctc_loss" not implemented for {name(log_probs)}')
    if log_probs.dim() != 3:
        raise RuntimeError(
            f"Expected 3-dimensional tensor, but got {log_probs.dim()}-dimensional "
            "tensor for argument #1 'log_probs'"
        )
    if log_probs.numel() == 0:
        raise RuntimeError("log_probs tensor must not be empty")
    if not 0 <= blank < log_probs.shape[2]:
        raise RuntimeError("blank must be in label range")


def check_lengths(argument: str, lengths: Lengths, log_probs: Tensor) -> Tensor:
    """Refuse what is not one length for each sequence; return them as a tensor."""
    lengths = torch.as_tensor(lengths, device=log_probs.device)
    if lengths.is_floating_point():
        raise RuntimeError(f"{argument} must be integral")
    if lengths.numel() != log_probs.shape[1]:
        raise RuntimeError(f"{argument} must be of size batch_size")
    if lengths.min() < 0:
        raise RuntimeError(
            f"Expected {argument} to have value at least 0, but got value {lengths.min()}"
        )
    return lengths.long().reshape(-1)


def padded(targets: Tensor, lengths: Tensor) -> Tensor:
    """Bring ``targets``, in rows or one behind the other, to shape ``(N, S)``."""
    if targets.dim() not in (1, 2):
        raise RuntimeError(
            f"Expected 1 to 2 dimensions, but got {targets.dim()}-dimensional tensor for "
            "argument #2 'targets'"
        )
    if targets.dim() == 2:
        sizes = [(0, "", len(lengths)), (1, "at least ", int(lengths.max()))]
    else:
        sizes = [(0, "", int(lengths.sum()))]
    for dim, least, size in sizes:
        if targets.shape[dim] < size or (not least and targets.shape[dim] > size):
            raise RuntimeError(
                f"Expected tensor to have size {least}{size} at dimension {dim}, "
                f"but got size {targets.shape[dim]} for argument #2 'targets'"
            )
    if targets.dim() == 2:
        return targets[:, : int(lengths.max())].long()
    rows = torch.split(targets.long(), lengths.tolist())
    return torch.nn.utils.rnn.pad_sequence(list(rows), batch_first=True)


# --8<-- [end:checks]


# --8<-- [start:ctc_loss]
# The logarithm of 0. Between infinities the gradient would be nan.
LOG_ZERO = -1e30


def shift(log_alpha: Tensor, by: int) -> Tensor:
    """Move the states ``by`` places on; none enters from the left."""
    return pad(log_alpha, (by, 0), value=LOG_ZERO)[:, : log_alpha.shape[1]]


def log_likelihood(
    log_probs: Tensor,
    targets: Tensor,
    input_lengths: Tensor,
    target_lengths: Tensor,
    blank: int,
) -> Tensor:
    r"""Sum the probabilities of all alignments, by the forward recursion.

    The states are the labels with a blank before, between and behind them:
    :math:`l' = (-, l_1, -, l_2, -)`. In each frame one stays, goes on by one state, or
    by two where that skips a blank between different labels:

    .. math:: \alpha_t(s) = p_t(l'_s) \left( \alpha_{t-1}(s) + \alpha_{t-1}(s-1)
              + [l'_s \ne l'_{s-2}] \, \alpha_{t-1}(s-2) \right)

    Returns:
        :math:`\log(\alpha_T(2S) + \alpha_T(2S - 1))`, shape ``(N,)``.
    """
    states = targets.new_full((len(targets), 2 * targets.shape[1] + 1), blank)
    states[:, 1::2] = targets
    may_skip = states != pad(states, (2, 0), value=blank)[:, : states.shape[1]]

    # Before the first frame: in the blank that precedes the labels, for certain.
    log_alpha = torch.full_like(states, LOG_ZERO, dtype=log_probs.dtype)
    log_alpha[:, 0] = 0
    for t, log_p in enumerate(log_probs.clamp(min=LOG_ZERO)):
        stay, step, skip = log_alpha, shift(log_alpha, 1), shift(log_alpha, 2)
        arrive = torch.stack([stay, step, skip.where(may_skip, LOG_ZERO)])
        following = arrive.logsumexp(0) + log_p.gather(1, states)
        goes_on = (t < input_lengths).unsqueeze(1)
        log_alpha = torch.where(goes_on, following, log_alpha)

    # The end is in the last label or in the blank behind it, state 2S.
    last = 2 * target_lengths.unsqueeze(1)
    ends = torch.cat(
        [shift(log_alpha, 1).gather(1, last), log_alpha.gather(1, last)], 1
    )
    return ends.logsumexp(1)


def ctc_loss(
    log_probs: Tensor,
    targets: Tensor,
    input_lengths: Lengths,
    target_lengths: Lengths,
    blank: int = 0,
    reduction: str = "mean",
    zero_infinity: bool = False,
) -> Tensor:
    r"""Connectionist temporal classification: labels in order, at unknown frames.

    .. math:: \ell = -\log \sum_{\pi \text{ reads } l} \prod_t p_t(\pi_t)

    A path :math:`\pi` names a class in each frame; it reads what is left when repetitions
    are merged and then blanks are dropped.

    Args:
        log_probs: :math:`\log p`, shape ``(T, N, C)``, or ``(T, C)`` for one sequence, as
            :func:`torch.log_softmax` returns it.
        targets: labels :math:`l` in ``[0, C)``, without blanks, in rows of shape
            ``(N, S)`` of which the first ``target_lengths`` places count, or all one
            behind the other, shape ``(sum(target_lengths),)``.
        input_lengths: how many frames each sequence has, at most ``T``, shape ``(N,)``.
        target_lengths: how many labels each sequence has, shape ``(N,)``.
        blank: the class that stands for no label.
        reduction: ``"none"``, ``"mean"`` or ``"sum"``. The mean first divides each loss
            by the length of its target, 1 if that is 0.
        zero_infinity: return 0 where the frames are too few for the labels and the loss
            is infinite. Its gradient is 0 either way; torch's is ``nan`` if it is not
            ``True``, and also wherever a log-probability is :math:`-\infty`.

    Returns:
        Shape ``(N,)``, or ``()`` for one sequence, for ``"none"``, otherwise a scalar,
        in nats.

    Raises:
        ValueError: ``reduction`` is unknown.
        IndexError: a label is not a class.
        RuntimeError: ``blank`` is not a class, or shapes and lengths do not fit.
        NotImplementedError: ``log_probs`` is not floating point, or float16.

    Source: Graves et al. (2006), *Connectionist Temporal Classification: Labelling
    Unsegmented Sequence Data with Recurrent Neural Networks*,
    https://doi.org/10.1145/1143844.1143891.
    """
    reduction = legacy_reduction(None, None, reduction)
    batch = log_probs.unsqueeze(1) if log_probs.dim() == 2 else log_probs
    check_log_probs(batch, blank)
    frames = check_lengths("input_lengths", input_lengths, batch)
    labels = check_lengths("target_lengths", target_lengths, batch)
    if frames.max() > len(batch):
        raise RuntimeError(
            f"Expected input_lengths to have value at most {len(batch)}, "
            f"but got value {frames.max()}"
        )
    rows = padded(targets, labels)
    counts = torch.arange(rows.shape[1], device=rows.device) < labels.unsqueeze(1)
    rows = rows.where(counts, blank)
    if ((rows < 0) | (rows >= batch.shape[2])).any():
        raise IndexError(f"targets must be in [0, {batch.shape[2]})")

    loss = -log_likelihood(batch, rows, frames, labels, blank)
    impossible = loss > -LOG_ZERO / 2
    loss = loss.masked_fill(impossible, 0 if zero_infinity else torch.inf)
    if reduction == "mean":
        loss = loss / labels.clamp(min=1)
    return apply_reduction(loss if log_probs.dim() == 3 else loss.squeeze(0), reduction)


# --8<-- [end:ctc_loss]


# --8<-- [start:CTCLoss]
class CTCLoss(Loss):
    """:func:`ctc_loss` as a module; the arguments are those of the function."""

    def __init__(
        self, blank: int = 0, reduction: str = "mean", zero_infinity: bool = False
    ) -> None:
        super().__init__(reduction=reduction)
        self.blank = blank
        self.zero_infinity = zero_infinity

    def forward(
        self,
        log_probs: Tensor,
        targets: Tensor,
        input_lengths: Lengths,
        target_lengths: Lengths,
    ) -> Tensor:
        """Compute the loss of ``log_probs`` against ``targets``."""
        return ctc_loss(
            log_probs,
            targets,
            input_lengths,
            target_lengths,
            blank=self.blank,
            reduction=self.reduction,
            zero_infinity=self.zero_infinity,
        )


# --8<-- [end:CTCLoss]
