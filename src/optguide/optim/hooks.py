"""Hooks: functions of yours that an optimizer calls around its own methods.

Nothing here computes an update. ``optimizer.py`` uses three names of this file: the base class
`Hooks` and the decorators `call_state_dict_hooks` and `call_load_state_dict_hooks`. ``step`` is
decorated by `Hooks` itself, in every subclass that defines one.

Source: https://docs.pytorch.org/docs/2.13/optim.html (the ``register_...`` methods).
"""

from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from itertools import chain
from typing import Any

from torch.utils.hooks import RemovableHandle

StateDict = dict[str, Any]
Args = tuple[Any, ...]
Kwargs = dict[str, Any]

# The first argument of every hook is the optimizer.
StepPreHook = Callable[[Any, Args, Kwargs], tuple[Args, Kwargs] | None]
StepPostHook = Callable[[Any, Args, Kwargs], None]
StateDictPreHook = Callable[[Any], None]
StateDictPostHook = Callable[[Any, StateDict], StateDict | None]
LoadStateDictPreHook = Callable[[Any, StateDict], StateDict | None]
LoadStateDictPostHook = Callable[[Any], None]


def _add(
    hooks: OrderedDict[int, Any], hook: Callable[..., Any], prepend: bool = False
) -> RemovableHandle:
    """Put ``hook`` last (first with ``prepend``) and return the handle that removes it."""
    handle = RemovableHandle(hooks)
    hooks[handle.id] = hook
    if prepend:
        hooks.move_to_end(handle.id, last=False)
    return handle


# --8<-- [start:Hooks]
class Hooks:
    """The six kinds of hooks of one optimizer.

    Hooks of one kind are called in the order of their registration; ``prepend=True`` puts one
    before those registered so far. Every ``register_...`` method returns a handle whose
    ``remove()`` takes the hook off again. Hooks are neither copied nor pickled.
    """

    def __init__(self) -> None:
        self._step_pre_hooks: OrderedDict[int, StepPreHook] = OrderedDict()
        self._step_post_hooks: OrderedDict[int, StepPostHook] = OrderedDict()
        self._state_dict_pre_hooks: OrderedDict[int, StateDictPreHook] = OrderedDict()
        self._state_dict_post_hooks: OrderedDict[int, StateDictPostHook] = OrderedDict()
        self._load_state_dict_pre_hooks: OrderedDict[int, LoadStateDictPreHook] = (
            OrderedDict()
        )
        self._load_state_dict_post_hooks: OrderedDict[int, LoadStateDictPostHook] = (
            OrderedDict()
        )

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Decorate the ``step`` that a subclass defines, so that its author need not."""
        super().__init_subclass__(**kwargs)
        if "step" in cls.__dict__:
            cls.step = call_step_hooks(cls.__dict__["step"])  # type: ignore[attr-defined]

    def register_step_pre_hook(self, hook: StepPreHook) -> RemovableHandle:
        """Call ``hook(optimizer, args, kwargs)`` before each `step`.

        ``args`` and ``kwargs`` are those of `step`; ``args[0]`` is the optimizer. The hook
        returns None, or a pair of new ``args`` and ``kwargs`` that `step` gets instead.
        """
        return _add(self._step_pre_hooks, hook)

    def register_step_post_hook(self, hook: StepPostHook) -> RemovableHandle:
        """Call ``hook(optimizer, args, kwargs)`` after each `step`."""
        return _add(self._step_post_hooks, hook)

    def register_state_dict_pre_hook(
        self, hook: StateDictPreHook, prepend: bool = False
    ) -> RemovableHandle:
        """Call ``hook(optimizer)`` before `state_dict` looks at the optimizer."""
        return _add(self._state_dict_pre_hooks, hook, prepend)

    def register_state_dict_post_hook(
        self, hook: StateDictPostHook, prepend: bool = False
    ) -> RemovableHandle:
        """Call ``hook(optimizer, state_dict)`` on what `state_dict` is about to return.

        The hook changes it in place, or returns the one to use instead.
        """
        return _add(self._state_dict_post_hooks, hook, prepend)

    def register_load_state_dict_pre_hook(
        self, hook: LoadStateDictPreHook, prepend: bool = False
    ) -> RemovableHandle:
        """Call ``hook(optimizer, state_dict)`` before `load_state_dict` reads its argument.

        The hook gets a shallow copy. It changes that in place, or returns the one to load
        instead: the place to rename or to reorder what another model has saved.
        """
        return _add(self._load_state_dict_pre_hooks, hook, prepend)

    def register_load_state_dict_post_hook(
        self, hook: LoadStateDictPostHook, prepend: bool = False
    ) -> RemovableHandle:
        """Call ``hook(optimizer)`` after `load_state_dict` has replaced everything."""
        return _add(self._load_state_dict_post_hooks, hook, prepend)


# --8<-- [end:Hooks]

_global_step_pre_hooks: OrderedDict[int, StepPreHook] = OrderedDict()
_global_step_post_hooks: OrderedDict[int, StepPostHook] = OrderedDict()


def register_optimizer_step_pre_hook(hook: StepPreHook) -> RemovableHandle:
    """Call ``hook(optimizer, args, kwargs)`` before each `step` of every optimizer here."""
    return _add(_global_step_pre_hooks, hook)


def register_optimizer_step_post_hook(hook: StepPostHook) -> RemovableHandle:
    """Call ``hook(optimizer, args, kwargs)`` after each `step` of every optimizer here."""
    return _add(_global_step_post_hooks, hook)


def call_step_hooks(step: Callable[..., Any]) -> Callable[..., Any]:
    """Decorate ``step``: global hooks are outermost, those of the instance within."""

    @wraps(step)
    def step_with_hooks(*args: Any, **kwargs: Any) -> Any:
        self = args[0]
        # A subclass whose step calls super().step() is still one step: its hooks fire once.
        if type(self).step is not step_with_hooks:
            return step(*args, **kwargs)

        for pre_hook in chain(
            _global_step_pre_hooks.values(), self._step_pre_hooks.values()
        ):
            result = pre_hook(self, args, kwargs)
            if result is None:
                continue
            if not (isinstance(result, tuple) and len(result) == 2):
                raise RuntimeError(
                    f"{pre_hook} must return None or a tuple of (new_args, new_kwargs), "
                    f"but got {result}."
                )
            args, kwargs = result

        loss = step(*args, **kwargs)

        for post_hook in chain(
            self._step_post_hooks.values(), _global_step_post_hooks.values()
        ):
            post_hook(self, args, kwargs)
        return loss

    return step_with_hooks


def call_state_dict_hooks(
    state_dict: Callable[[Any], StateDict],
) -> Callable[[Any], StateDict]:
    """Decorate `Optimizer.state_dict`."""

    @wraps(state_dict)
    def state_dict_with_hooks(self: Any) -> StateDict:
        for pre_hook in self._state_dict_pre_hooks.values():
            pre_hook(self)

        result = state_dict(self)

        for post_hook in self._state_dict_post_hooks.values():
            replaced = post_hook(self, result)
            if replaced is not None:
                result = replaced
        return result

    return state_dict_with_hooks


def call_load_state_dict_hooks(
    load_state_dict: Callable[[Any, StateDict], None],
) -> Callable[[Any, StateDict], None]:
    """Decorate `Optimizer.load_state_dict`."""

    @wraps(load_state_dict)
    def load_state_dict_with_hooks(self: Any, state_dict: StateDict) -> None:
        state_dict = state_dict.copy()
        for pre_hook in self._load_state_dict_pre_hooks.values():
            replaced = pre_hook(self, state_dict)
            if replaced is not None:
                state_dict = replaced

        load_state_dict(self, state_dict)

        for post_hook in self._load_state_dict_post_hooks.values():
            post_hook(self)

    return load_state_dict_with_hooks
