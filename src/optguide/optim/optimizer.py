"""The base class of optimizers: which parameters, with which hyperparameters and which state.

An optimizer never meets the loss. ``loss.backward()`` writes ``param.grad``, `Optimizer.step`
reads it, and that field is all they share.

Read `Optimizer` from top to bottom: what it holds, how a group comes in, clearing gradients,
one step (which a subclass writes), saving and loading. Refusals are in ``checks.py``, hooks in
``hooks.py``.

Left out of the reference, because it serves speed or tools only: profiler ranges,
``capturable``, ``torch.compile``.

Source: https://docs.pytorch.org/docs/2.13/optim.html
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from copy import deepcopy
from itertools import chain
from typing import Any

import torch
from torch import Tensor

from optguide.optim.checks import (
    ParamGroup,
    check_new_group,
    params_and_names,
    required,
)
from optguide.optim.hooks import (
    Hooks,
    StateDict,
    call_load_state_dict_hooks,
    call_state_dict_hooks,
)

Params = Iterable[Tensor] | Iterable[tuple[str, Tensor]] | Iterable[ParamGroup]


# --8<-- [start:Optimizer]
class Optimizer(Hooks):
    """Base class: a subclass gives ``defaults`` and writes `step`.

    Args:
        params: parameters, or pairs ``(name, parameter)`` such as ``model.named_parameters()``,
            or dicts, one for each group: ``{"params": ..., "lr": 0.1}``. The order counts,
            since `load_state_dict` matches parameters by position. So don't pass a set, whose
            order changes from run to run: like torch 2.13 to 2.14 we would not notice, while
            torch 2.15 warns.
        defaults: hyperparameters of the groups that don't give their own. The value `required`
            says that every group has to.

    Attributes:
        defaults: as given.
        param_groups: list of dicts; each holds ``"params"`` and every hyperparameter. `step`
            reads them here, so assigning ``param_groups[0]["lr"]`` changes the next step.
        state: parameter -> dict of what `step` must remember of it; empty before the first step.

    Raises:
        TypeError: ``params`` is a bare tensor, or holds something that is no tensor.
        ValueError: ``params`` is empty, or one of the refusals of `add_param_group`.

    Source: https://docs.pytorch.org/docs/2.13/optim.html#torch.optim.Optimizer
    """

    def __init__(self, params: Params, defaults: dict[str, Any]) -> None:
        super().__init__()
        if isinstance(params, Tensor):
            raise TypeError(
                "params argument given to the optimizer should be an iterable of Tensors "
                f"or dicts, but got {torch.typename(params)}"
            )
        self.defaults = defaults
        self.param_groups: list[ParamGroup] = []
        self.state: defaultdict[Any, dict[Any, Any]] = defaultdict(dict)

        groups: list[Any] = list(params)
        if not groups:
            raise ValueError("optimizer got an empty parameter list")
        if not isinstance(groups[0], dict):
            groups = [{"params": groups}]
        for group in groups:
            self.add_param_group(group)

    # --8<-- [end:Optimizer]

    # --8<-- [start:add_param_group]
    def add_param_group(self, param_group: ParamGroup) -> None:
        """Append a group, its missing hyperparameters filled in from ``defaults``.

        Args:
            param_group: ``"params"`` is a tensor or an ordered collection of tensors or of
                pairs ``(name, tensor)``; the names go to ``"param_names"``. The dict itself is
                kept and changed, so don't build two optimizers from the same dict.

        Raises:
            TypeError: ``param_group`` is no dict, ``"params"`` is a set (its order would change
                from run to run), or something in it is no tensor.
            ValueError: a tensor is the result of a computation; a required hyperparameter is
                missing; some parameters have names and some have not, here or in the groups
                before; a parameter is in another group already.

        Warns:
            UserWarning: a parameter appears twice in the group.
        """
        if not isinstance(param_group, dict):
            raise TypeError(f"param_group must be a dict, but got {type(param_group)}")
        params, names = params_and_names(param_group["params"])
        param_group["params"] = params
        if names:
            param_group["param_names"] = names

        for name, default in self.defaults.items():
            if default is required and name not in param_group:
                raise ValueError(
                    "parameter group didn't specify a value of required "
                    f"optimization parameter {name}"
                )
            param_group.setdefault(name, default)

        check_new_group(param_group, self.param_groups)
        self.param_groups.append(param_group)

    # --8<-- [end:add_param_group]

    # --8<-- [start:zero_grad]
    def zero_grad(self, set_to_none: bool = True) -> None:
        """Forget the gradients: ``backward`` adds to what it finds in ``param.grad``.

        Args:
            set_to_none: True makes ``param.grad`` None, and `step` passes over the parameter
                until it gets a gradient again. False fills it with zeros, and momentum and
                weight decay then still move the parameter.
        """
        for group in self.param_groups:
            for param in group["params"]:
                if param.grad is None:
                    continue
                if set_to_none:
                    param.grad = None
                    continue
                # A gradient made by backward(create_graph=True) has a history: cut it off.
                if param.grad.grad_fn is not None:
                    param.grad.detach_()
                else:
                    param.grad.requires_grad_(False)
                param.grad.zero_()

    # --8<-- [end:zero_grad]

    # --8<-- [start:step]
    def step(self, closure: Callable[[], Any] | None = None) -> Any:
        """Update every parameter that has a gradient, once, in place.

        Args:
            closure: computes the loss anew: clears the gradients, calls ``backward()`` and
                returns the loss. Optional for most optimizers.

        Returns:
            What ``closure`` returned, otherwise None.
        """
        raise NotImplementedError

    # --8<-- [end:step]

    # --8<-- [start:state_dict]
    @call_state_dict_hooks
    def state_dict(self) -> StateDict:
        """What a checkpoint needs: ``{"state": ..., "param_groups": ...}``.

        Parameters themselves are not in it. A number stands for each: its position when all
        groups are read in order. Tensors are the optimizer's own, not copies, and change with
        the next `step`.
        """
        all_params = chain.from_iterable(group["params"] for group in self.param_groups)
        position = {param: i for i, param in enumerate(all_params)}

        # Only keys that are parameters become numbers; a subclass may keep others in `state`.
        state = {
            position[key] if isinstance(key, Tensor) else key: value
            for key, value in self.state.items()
        }
        param_groups = [
            {
                **{key: value for key, value in group.items() if key != "params"},
                "params": [position[param] for param in group["params"]],
            }
            for group in self.param_groups
        ]
        return {"state": state, "param_groups": param_groups}

    # --8<-- [end:state_dict]

    # --8<-- [start:load_state_dict]
    @call_load_state_dict_hooks
    def load_state_dict(self, state_dict: StateDict) -> None:
        """Replace state *and* hyperparameters by saved ones.

        Parameters are matched by position; names are not compared. Hyperparameters, ``lr``
        among them, become the saved ones: build a scheduler first, then load.

        Args:
            state_dict: what `state_dict` of ours or of torch's returned. State tensors are
                cast to the device of the parameter, and to its dtype if that is floating
                point; only ``"step"`` keeps both. A tensor that needs no cast is shared, not
                copied.

        Raises:
            ValueError: another number of groups, or of parameters in a group.
        """
        # A copy, since the groups below become ours.
        saved_groups = deepcopy(state_dict["param_groups"])
        if len(saved_groups) != len(self.param_groups):
            raise ValueError(
                "loaded state dict has a different number of parameter groups"
            )

        param_at: dict[int, Tensor] = {}
        for group, saved_group in zip(self.param_groups, saved_groups, strict=True):
            if len(group["params"]) != len(saved_group["params"]):
                raise ValueError(
                    "loaded state dict contains a parameter group "
                    "that doesn't match the size of optimizer's group"
                )
            param_at.update(zip(saved_group["params"], group["params"], strict=True))
            saved_group["params"] = group["params"]
            if "param_names" in group:
                saved_group.setdefault("param_names", group["param_names"])

        state: defaultdict[Any, dict[Any, Any]] = defaultdict(dict)
        for key, value in state_dict["state"].items():
            if key in param_at:
                state[param_at[key]] = self._cast(value, param_at[key])
            else:
                state[key] = value

        # Not plain assignment: a subclass adds there the hyperparameters that old files lack.
        self.__setstate__({"state": state, "param_groups": saved_groups})

    @classmethod
    def _cast(cls, value: Any, param: Tensor, key: Any = None) -> Any:
        """Bring saved state to the device and dtype of the parameter it belongs to."""
        if isinstance(value, dict):
            return {k: cls._cast(v, param, k) for k, v in value.items()}
        if isinstance(value, list | tuple):
            return type(value)(cls._cast(v, param) for v in value)
        if not isinstance(value, Tensor) or key == "step":
            return value
        if param.is_floating_point():
            return value.to(device=param.device, dtype=param.dtype)
        return value.to(device=param.device)

    def __setstate__(self, state: dict[str, Any]) -> None:
        if "defaults" not in self.__dict__:  # made by copy or pickle, without __init__
            super().__init__()
        self.__dict__.update(state)

    # --8<-- [end:load_state_dict]

    def __getstate__(self) -> dict[str, Any]:
        return {
            "defaults": self.defaults,
            "state": self.state,
            "param_groups": self.param_groups,
        }

    def __repr__(self) -> str:
        text = f"{type(self).__name__} ("
        for i, group in enumerate(self.param_groups):
            shown = [f"    {k}: {group[k]}\n" for k in sorted(group) if k != "params"]
            text += f"\nParameter Group {i}\n" + "".join(shown)
        return text + ")"
