"""What the Python expressions compute with that `tests.support.tex` makes of formulas."""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Callable, Iterator
from functools import cache, reduce
from types import CodeType
from typing import Any

import torch
from torch import Tensor

#: Variables, and the values of indices.
Env = dict[str, Any]
Function = Callable[..., Any]
#: An infinite sum goes so far.
FAR = 1000


class MissingError(ValueError):
    """A symbol has no value."""


class IndexFreeError(Exception):
    """An index has no value yet, or no label is chosen: `evaluations` tries each."""


def has_labels(item: Any) -> bool:
    """Whether it is a dictionary with a value for each label of cases."""
    return isinstance(item, dict) and all(isinstance(key, str) for key in item)


def has_elements(item: Any) -> bool:
    """Whether it is a list or a vector, or that for each label."""
    if has_labels(item):
        return any(map(has_elements, item.values()))
    return isinstance(item, list) or (isinstance(item, Tensor) and item.ndim > 0)


def value(item: Any, e: Env) -> Any:
    """What formulas use: the number in a tensor without dimensions, that of the label."""
    if has_labels(item):
        if "case" not in e:
            raise IndexFreeError("case", *item)
        if e["case"] not in item:
            raise MissingError(f"there is no value for the case {e['case']!r}")
        item = item[e["case"]]
    return item.item() if isinstance(item, Tensor) and not item.ndim else item


def variable(name: str, e: Env) -> Any:
    """The value of a variable; an index may have none yet."""
    if name in e:
        return value(e[name], e)
    if re.fullmatch("[a-z]", name):
        raise IndexFreeError(name)
    raise MissingError(f"{name} has no value")


def element(e: Env, item: Any, *indices: Any) -> Any:
    """An element: of a tensor from 1, of a list from 0, of a dictionary by its key."""
    for at in indices:
        if isinstance(item, dict):
            there, key = at in item, at
        elif has_elements(item):
            key = int(at) - isinstance(item, Tensor)
            there = 0 <= key < len(item) and item[key] is not None
        else:
            raise MissingError("something without elements has an index")
        if not there:
            raise IndexError
        item = value(item[key], e)
    return item


def call(e: Env, function: Function, *arguments: Any) -> Any:
    """What a function returns; it takes tensors and whole numbers."""
    return value(
        function(*(_tensor(a) if isinstance(a, float) else a for a in arguments)), e
    )


def _tensor(x: Any) -> Tensor:
    return torch.as_tensor(x, dtype=torch.float64)


def _elementwise(name: str) -> Function:
    return lambda x: value(getattr(torch, name)(_tensor(x)), {})


def _multiply(a: Any, b: Any) -> Any:
    dimensions = [getattr(x, "ndim", 0) for x in (a, b)]
    return value(a @ b if max(dimensions) > 1 and all(dimensions) else a * b, {})


def _dot(a: Any, b: Any) -> Any:
    both = isinstance(a, Tensor) and isinstance(b, Tensor)
    return value((a * b).sum(-1), {}) if both else a * b


def _norm(x: Any, p: float = 2) -> Any:
    return value(torch.linalg.vector_norm(_tensor(x), float(p), -1), {})


def _gradient(function: Function, at: Any) -> Any:
    x = _tensor(at).clone().requires_grad_()
    return value(torch.autograd.grad(function(x), x)[0], {})


def _rest(last_but_one: Any, last: Any) -> Any:
    """What follows the last term of a geometric series."""
    ratio = last / last_but_one
    return last * ratio / (1 - ratio)


def _ranged(
    e: Env, body: Function, values: Any = None, holds: Function | None = None
) -> list[tuple[Any, Any]]:
    """Each index with what the body is there; without limits, where there is something."""
    found, left_out = [], False
    for at in everything(e)[1:] if values is None else values:
        try:
            if not holds or holds(at):
                found.append((at, body(at)))
        except IndexError:
            left_out = True
    if left_out and (values is not None or not found):
        raise IndexError
    return found


def _cases(*rows: tuple[Any, Function]) -> Any:
    """The value of the case that holds; that whose condition is None if no other does."""
    hold = [found for condition, found in rows if condition]
    hold = hold or [found for condition, found in rows if condition is None]
    if len(hold) != 1:
        raise ValueError(f"{len(hold)} of the cases hold at once")
    return hold[0]()


def _label(e: Env, name: str) -> bool:
    if name not in e.get("cases", ()):
        raise MissingError(f"there is no value for the case {name!r}")
    return bool(e["case"] == name)


def everything(e: Env) -> range:
    """The values an index may take: as many as there are elements of anything."""
    sizes = [len(item) for item in e.values() if has_elements(item)]
    return range(max([2, *sizes]) + 1)


def close(left: Any, right: Any) -> bool:
    """Whether numbers, tensors or tuples (with dots) are equal but for rounding."""
    if isinstance(right, tuple):
        left, right = right, left
    if isinstance(left, tuple):
        at = left.index(...) if ... in left else len(left)
        front, back, whole = left[:at], left[at + 1 :], list(right)
        there = whole[: len(front)] + whole[len(whole) - len(back) :]
        same_length = len(whole) == len(left) or ... in left
        return same_length and all(map(close, front + back, there))
    a, b = torch.as_tensor(left), torch.as_tensor(right)
    kind = torch.promote_types(torch.promote_types(a.dtype, b.dtype), torch.float64)
    fits = a.shape == b.shape or not (a.ndim and b.ndim)
    return fits and torch.allclose(a.to(kind), b.to(kind), 1e-6, 1e-9)


HOLDS: dict[str, Function] = {
    "=": close,
    r"\neq": lambda a, b: not close(a, b),
    "<": operator.lt,
    ">": operator.gt,
    r"\leq": operator.le,
    r"\geq": operator.ge,
    r"\in": lambda a, b: a in b,
    r"\notin": lambda a, b: a not in b,
}
#: The functions that expressions call, by the names they use.
_FUNCTIONS: dict[str, Function] = {
    **{name: _elementwise(name) for name in ("log", "exp", "cos", "sin", "sqrt")},
    **{"multiply": _multiply, "dot": _dot, "norm": _norm, "gradient": _gradient},
    **{"variable": variable, "element": element, "call": call, "label": _label},
    **{"cases": _cases, "ranged": _ranged, "rest": _rest},
    "holds": lambda relation, a, b: HOLDS[relation](a, b),
    "size": lambda x: len(x) if isinstance(x, tuple) else abs(x),
    "floor": math.floor,
    "ceil": math.ceil,
    "factorial": lambda n: math.gamma(n + 1),
    "matrix": lambda rows: torch.tensor(rows, dtype=torch.float64),
    "count": lambda condition, members: sum(map(condition, members)),
    "to": lambda first, last: range(int(first), int(min(last, FAR)) + 1),
    "total": lambda found: reduce(operator.add, (x for _, x in found), 0),
    "product": lambda found: reduce(operator.mul, (x for _, x in found), 1),
    "largest": lambda found: max(x for _, x in found),
    "smallest": lambda found: min(x for _, x in found),
    "where_largest": lambda found: max(found, key=operator.itemgetter(1))[0],
    "where_smallest": lambda found: min(found, key=operator.itemgetter(1))[0],
    "max": max,
    "min": min,
    "int": int,
}


@cache
def _compiled(code: str) -> CodeType:
    return compile(code, "formula", "eval")


def evaluate(code: str, e: Env) -> Any:
    """The value of an expression."""
    return eval(_compiled(code), {**_FUNCTIONS, "e": e, "pi": math.pi, "inf": math.inf})


def evaluations(
    evaluated: Callable[[Env], Any], e: Env, indices: set[str]
) -> Iterator[tuple[Env, Any]]:
    """What a function of the variables returns, for all indices for which it has a value."""
    try:
        yield e, evaluated(e)
    except IndexFreeError as free:
        name, *labels = free.args
        if name not in {"case", *indices}:
            raise MissingError(f"{name} has no value") from None
        for at in labels or everything(e):
            yield from evaluations(evaluated, {**e, name: at, "cases": labels}, indices)
    except IndexError:
        return
