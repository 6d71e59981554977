"""Several schedulers on one optimizer: one on top of the other, or one after the other.

Both count on the recursive form: a part changes the learning rate that it finds. Parts may be
composite themselves, and of torch beside ours.
"""

import warnings
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from optguide.lr_scheduler.checks import (
    check_any_part,
    check_n_milestones,
    check_parts,
)
from optguide.lr_scheduler.scheduler import (
    HasParamGroups,
    LRScheduler,
    lrs_in_use,
    set_lr,
)


class CompositeScheduler(LRScheduler):
    """What the two have in common: parts, which are saved and loaded with it."""

    _schedulers: Sequence[LRScheduler]

    def state_dict(self) -> dict[str, Any]:
        """Return every attribute but the optimizer; of the parts, their state dicts."""
        state = super().state_dict()
        state["_schedulers"] = [part.state_dict() for part in self._schedulers]
        return state

    def load_state_dict(self, state_dict: dict[str, Any]) -> None:
        """Take over saved attributes; every part takes over its own."""
        state = dict(state_dict)
        for part, saved in zip(self._schedulers, state.pop("_schedulers"), strict=True):
            part.load_state_dict(saved)
        super().load_state_dict(state)


def simple_parts(scheduler: LRScheduler) -> Iterator[LRScheduler]:
    """Go through the parts, and parts of parts, that are no composite."""
    parts = getattr(scheduler, "_schedulers", None)
    if parts is None:
        yield scheduler
    else:
        for part in parts:
            yield from simple_parts(part)


# --8<-- [start:ChainedScheduler]
class ChainedScheduler(CompositeScheduler):
    r"""Step several schedulers at once, in their order, each on what the others left.

    Parts that multiply multiply together: :math:`\eta_t = \eta_0 \, f^{(1)}_t f^{(2)}_t \cdots`.
    A part that computes from ``base_lrs`` (`LambdaLR`, the cyclic ones) wipes out the parts
    before it.

    Args:
        schedulers: the parts, all on the same optimizer. Their constructors have made the
            step to epoch 0.
        optimizer: that optimizer, or None: the first part tells.

    Raises:
        ValueError: no part; a part on another optimizer; a `ReduceLROnPlateau`.
        TypeError: a part without ``optimizer``.

    Until #186468 the example in torch's documentation said 0.05 and 0.045 at epochs 0 and 1 for
    what is 0.005 and 0.0045.

    Source: https://docs.pytorch.org/docs/2.13/generated/torch.optim.lr_scheduler.ChainedScheduler.html
    """

    def __init__(
        self,
        schedulers: Sequence[LRScheduler],
        optimizer: HasParamGroups | None = None,
    ) -> None:
        check_any_part(schedulers, " to be chained", type(self).__name__)
        optimizer = optimizer or schedulers[0].optimizer
        check_parts(schedulers, optimizer, type(self).__name__)
        self._schedulers = schedulers
        self.optimizer = optimizer
        self._last_lr = lrs_in_use(optimizer)

    def step(self) -> None:
        """Step every part."""
        for part in self._schedulers:
            part.step()
        self._last_lr = lrs_in_use(self.optimizer)

    def _initial_step(self) -> None:
        """Start as the first part of a `SequentialLR`: every part takes its step to epoch 0.

        torch 2.13 to 2.15 takes one step more, so the schedule is an epoch early (#196243).
        """
        for part in self._schedulers:
            part._initial_step()
        self._last_lr = lrs_in_use(self.optimizer)

    def _update_lr(self, epoch: int | None = None) -> None:
        """Start as a later part of a `SequentialLR`; torch raises NotImplementedError.

        The first part starts as it would alone, the others on what it leaves.
        """
        first, *others = self._schedulers
        first._update_lr(epoch)
        for part in others:
            for simple in simple_parts(part):
                simple.last_epoch = -1
            part._initial_step()
        self._last_lr = lrs_in_use(self.optimizer)


# --8<-- [end:ChainedScheduler]


# --8<-- [start:SequentialLR]
class SequentialLR(CompositeScheduler):
    r"""Step one scheduler up to the first milestone, the next from there on, and so on.

    .. math:: \eta_t = \eta^{(i)}_{t - m_i}, \qquad m_i \le t < m_{i+1}, \qquad m_0 = 0

    Each starts at its own epoch 0 when its turn comes, from ``base_lrs``. Those without a closed
    form (`MultiplicativeLR`, `SWALR`, your own) go on from the learning rate in use.

    Args:
        optimizer: that of all parts; its lr goes back to ``"initial_lr"``, which `OneCycleLR`
            overwrites.
        schedulers: the parts :math:`\eta^{(i)}`, made for epoch 0.
        milestones: :math:`m_1, m_2, \dots`, ascending, one less than there are parts.
        last_epoch: :math:`t - 1`. Another value than -1 steps through all epochs up to t; torch
            2.13 to 2.15 starts over at 0, with milestones that come too early (#162591).

    Raises:
        ValueError: no part; a part on another optimizer; a `ReduceLROnPlateau`; not one
            milestone less than there are parts.
        TypeError: a part without ``optimizer``.

    A composite part makes the same steps as it would alone; torch 2.13 to 2.15 skips one of a first
    part and raises NotImplementedError for a later one (#196243).

    Source: https://docs.pytorch.org/docs/2.13/generated/torch.optim.lr_scheduler.SequentialLR.html
    """

    def __init__(
        self,
        optimizer: HasParamGroups,
        schedulers: list[LRScheduler],
        milestones: list[int],
        last_epoch: int = -1,
    ) -> None:
        check_any_part(schedulers, "", type(self).__name__)
        check_parts(schedulers, optimizer, type(self).__name__)
        check_n_milestones(milestones, len(schedulers))
        self._schedulers = schedulers
        self._milestones = milestones
        self.optimizer = optimizer

        # Every part has made its step to epoch 0. Take all back, and let the first part start.
        for group in optimizer.param_groups:
            set_lr(group, group["initial_lr"])
        for simple in simple_parts(self):
            simple.last_epoch -= 1
        self._initial_step()

        with warnings.catch_warnings():  # no optimizer.step() belongs to these
            warnings.simplefilter("ignore")
            for _ in range(last_epoch + 1):
                self.step()

    def _initial_step(self) -> None:
        """Start: the part whose turn it is at epoch 0 takes its step to its epoch 0."""
        self.last_epoch = 0
        part = self._schedulers[bisect_right(self._milestones, 0)]
        part._initial_step()
        self._last_lr = part.get_last_lr()

    def _update_lr(self, epoch: int | None = None) -> None:
        """Start as a later part of another `SequentialLR`."""
        self.last_epoch = 0
        part = self._schedulers[bisect_right(self._milestones, 0)]
        part._update_lr(epoch)
        self._last_lr = part.get_last_lr()

    def step(self) -> None:
        """Step the part whose turn it is; at its milestone, start it."""
        self.last_epoch += 1
        i = bisect_right(self._milestones, self.last_epoch)
        part = self._schedulers[i]
        if i > 0 and self._milestones[i - 1] == self.last_epoch:
            part._update_lr(0)
        else:
            part.step()
        self._last_lr = part.get_last_lr()


# --8<-- [end:SequentialLR]
