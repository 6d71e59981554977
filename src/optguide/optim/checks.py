"""What `Optimizer.add_param_group` refuses, kept out of the way of what it does.

Source: https://docs.pytorch.org/docs/2.13/generated/torch.optim.Optimizer.add_param_group.html
"""

import warnings
from typing import Any

import torch
from torch import Tensor

ParamGroup = dict[str, Any]


class _Required:
    """The default of a hyperparameter that every group has to give."""

    def __repr__(self) -> str:
        return "<required parameter>"


required = _Required()


def params_and_names(params: Any) -> tuple[list[Tensor], list[str]]:
    """Part the pairs ``(name, parameter)``; refuse what can't be optimized."""
    if isinstance(params, Tensor):
        params = [params]
    elif isinstance(params, set):
        raise TypeError(
            "optimizer parameters need to be organized in ordered collections, but "
            "the ordering of tensors in sets will change between runs. "
            "Please use a list instead."
        )
    entries = list(params)
    names = [entry[0] for entry in entries if isinstance(entry, tuple)]
    tensors = [entry[1] if isinstance(entry, tuple) else entry for entry in entries]
    if names and len(names) != len(tensors):
        raise ValueError(
            "all optimizer params should be with/without names. "
            "Some param names are missing"
        )
    for param in tensors:
        if not isinstance(param, Tensor):
            raise TypeError(
                "optimizer can only optimize Tensors, "
                f"but one of the params is {torch.typename(param)}"
            )
        # backward() fills the .grad of leaves only, unless retain_grad() asked for more.
        if not (param.is_leaf or param.retains_grad):
            raise ValueError("can't optimize a non-leaf Tensor")
    return tensors, names


def check_new_group(new: ParamGroup, groups: list[ParamGroup]) -> None:
    """Refuse a group that does not go with those before it."""
    new_params = set(new["params"])
    if len(new_params) != len(new["params"]):
        warnings.warn(
            "optimizer contains a parameter group with duplicate parameters; "
            "in future, this will cause an error; "
            "see github.com/pytorch/pytorch/issues/40967 for more information",
            stacklevel=4,
        )
    for group in groups:
        if ("param_names" in new) != ("param_names" in group):
            named = "with names" if "param_names" in new else "without names"
            raise ValueError(
                "all optimizer param groups should be with/without names. "
                f"cannot add param group {named} to the optimizer"
            )
    if any(not new_params.isdisjoint(group["params"]) for group in groups):
        raise ValueError("some parameters appear in more than one parameter group")
