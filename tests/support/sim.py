"""A simulated accelerator: unchanged code that says "cuda" runs without one.

A tensor "on the device" is a wrapper that says it lives on ``cuda:0`` and keeps its
numbers in a CPU tensor; every operation runs there. As on a GPU:

- operands on two devices are refused, but for 0-dim numbers and for indices;
- ``.numpy()`` is refused, and so is a CPU generator;
- one seed gives other random numbers than on the CPU (``own_stream``);
- results differ from the CPU's in the last digits (``jitter``), the same way whenever
  the same operation meets the same numbers; what has few bits (3, 0.5) is exact.

Missing: ``torch.Generator("cuda")``, streams and events, and operations that C++ does
below the dispatcher's Python key, LSTM's among them. PyTorch has one free place for a
backend in each process, and registers it for good: importing this module takes it.
"""

# mypy: ignore-errors

import contextlib
import ctypes
import functools
from collections.abc import Iterator
from typing import Any
from unittest import mock

import torch
import torch.utils._device
from torch import Tensor
from torch.overrides import TorchFunctionMode
from torch.utils.backend_registration import _setup_privateuseone_for_python_backend


class Guard(torch._C._acc.DeviceGuard):
    """Tells the engine which device this is, while an exception passes it too.

    Python returns nothing with an exception pending, and the engine, which asks in a
    destructor, aborts the process then. So it is dropped; `run_backward` has kept it.
    """

    def type_(self):
        ctypes.pythonapi.PyErr_Clear()
        return torch._C._autograd.DeviceType.PrivateUse1


_setup_privateuseone_for_python_backend("cudasim", device_guard=Guard())

SIM, CUDA, CPU = (torch.device(name) for name in ("cudasim:0", "cuda:0", "cpu"))
aten = torch.ops.aten
COPIES = {aten.copy_.default, aten.copy.default, aten._to_copy.default}
# What moves, chooses or makes numbers and rounds none.
EXACT = """
    abs amax amin arange argmax argmin bernoulli cat ceil clamp clamp_max clamp_min
    clone constant_pad_nd diag_embed empty_like eye fill flip floor full full_like
    gather index index_copy index_fill index_put index_select masked_fill
    masked_scatter masked_select max maximum min minimum neg new_empty new_full
    new_ones new_zeros ones ones_like relu repeat roll round scatter select_backward
    sgn sign slice_backward sort stack take threshold threshold_backward topk tril
    triu trunc where zero zeros zeros_like
"""
EXACT = frozenset(EXACT.split())
CTC = (torch.ctc_loss, torch.nn.functional.ctc_loss)
# The argument that may stay on the CPU.
INDEXED = {
    aten.index.Tensor: 1,
    aten.index_put.default: 1,
    aten.index_put_.default: 1,
    aten._index_put_impl_.default: 1,
}


class Settings:
    own_stream = False
    jitter = 0.0
    stream = torch.Generator()
    # What an operation raised last: see `Guard`.
    raised: Exception | None = None


class SimTensor(Tensor):
    """Says it is on ``cuda:0``; ``elem`` has the numbers."""

    __module__, __qualname__ = "torch", "Tensor"  # as ``print(type(x))`` has it

    elem: Tensor
    __torch_function__ = torch._C._disabled_torch_function_impl

    @staticmethod
    def __new__(cls, elem: Tensor) -> "SimTensor":
        wrapper: SimTensor = Tensor._make_wrapper_subclass(
            cls,
            elem.shape,
            strides=elem.stride(),
            storage_offset=elem.storage_offset(),
            dtype=elem.dtype,
            layout=elem.layout,
            device=SIM,
        )
        wrapper.elem = elem
        return wrapper

    @classmethod
    def __torch_dispatch__(cls, func, types, args=(), kwargs=None):
        try:
            with torch._C.DisableTorchFunction():  # `Redirect` has done its part
                return compute(func, args, kwargs or {})
        except Exception as error:
            Settings.raised = error
            raise

    device = property(lambda _: CUDA)
    is_cuda = property(lambda _: True)
    is_cpu = property(lambda _: False)

    # C++ puts new data into the wrapper only.
    @property
    def data(self):
        return Tensor.data.__get__(self)

    @data.setter
    def data(self, new):
        Tensor.data.__set__(self, new)
        self.elem = new.elem

    def get_device(self):
        return 0

    def untyped_storage(self):
        return self.elem.untyped_storage()

    def data_ptr(self):
        return self.elem.data_ptr()

    def numpy(self, *args, **kwargs):
        raise TypeError(
            "can't convert cuda:0 device type tensor to numpy. Use Tensor.cpu() to copy "
            "the tensor to host memory first."
        )

    __array__ = numpy

    def tolist(self):
        return self.elem.tolist()

    def type(self, dtype=None, *args, **kwargs):
        if dtype is not None:
            return self.to(dtype)
        return self.elem.type().replace("torch.", "torch.cuda.")

    def __format__(self, spec):
        return format(self.item() if self.dim() == 0 else repr(self), spec)

    def __repr__(self, *, tensor_contents=None):
        with torch._C._DisableTorchDispatch(), torch._C.DisableTorchFunctionSubclass():
            text = repr(self.elem.detach())[:-1] + ", device='cuda:0'"
        if self.grad_fn is not None:
            text += f", grad_fn=<{self.grad_fn.name()}>"
        elif self.requires_grad:
            text += ", requires_grad=True"
        is_param = getattr(self, "_is_param", False)
        return "Parameter containing:\n" * is_param + text + ")"

    __str__ = __repr__

    def __deepcopy__(self, memo):
        if not self.is_leaf:
            raise RuntimeError(
                "Only Tensors created explicitly by the user (graph leaves) support the "
                "deepcopy protocol at the moment."
            )
        if id(self) not in memo:
            memo[id(self)] = new = rebuild(*self.__reduce_ex__(2)[1])
            new.elem = self.elem.clone()
            new.grad = None if self.grad is None else self.grad.__deepcopy__(memo)
        return memo[id(self)]

    def __reduce_ex__(self, protocol):
        is_param = getattr(self, "_is_param", False)
        return rebuild, (self.elem.detach(), self.requires_grad, is_param)


def rebuild(elem: Tensor, requires_grad: bool, is_param: bool) -> SimTensor:
    new = SimTensor(elem)
    new.requires_grad_(requires_grad)
    if is_param:
        new._is_param = True
    return new


torch.serialization.add_safe_globals([rebuild])


# --- what PyTorch asks of a backend: memory. All else is made of it and of `compute`.

library = torch.library.Library("aten", "IMPL")


def empty(size, dtype=None, memory_format=None, **_):
    memory_format = memory_format or torch.contiguous_format
    return SimTensor(
        torch.empty(size, dtype=dtype, device=CPU, memory_format=memory_format)
    )


def empty_strided(size, stride, dtype=None, **_):
    return SimTensor(torch.empty_strided(size, stride, dtype=dtype, device=CPU))


def zeros(size, dtype=None, **_):
    """What autograd takes for a derivative that is 0 everywhere."""
    return SimTensor(torch.zeros(size, dtype=dtype, device=CPU))


def made_on_cpu(name: str) -> Any:
    """A factory that would resize an empty tensor, which a wrapper does not see."""
    packet, _, overload = name.partition(".")
    func = getattr(getattr(aten, packet), overload or "default")

    def make(*args, generator=None, **options):
        options = {k: v for k, v in options.items() if k in ("dtype", "layout")}
        if generator is not None:
            raise RuntimeError(
                "Expected a 'cuda' device type for generator but found 'cpu'"
            )
        own = traits(func)[0] and Settings.own_stream
        with own_stream() if own else contextlib.nullcontext():
            made = func(*args, **options, device=CPU)
        return SimTensor(made)

    return make


for name in (
    *("arange", "arange.start", "arange.start_step", "linspace", "logspace"),
    *("eye", "eye.m", "randperm", "randperm.generator"),
):
    library.impl(name, made_on_cpu(name), "PrivateUse1")
library.impl("empty.memory_format", empty, "PrivateUse1")
library.impl("empty_strided", empty_strided, "PrivateUse1")
library.impl("_efficientzerotensor", zeros, "PrivateUse1")
# torch.tensor(list, device=…) is to be made on the CPU and then moved.
torch._C._set_only_lift_cpu_tensors(True)


# --- one operation


@functools.cache
def traits(func: Any) -> tuple[bool, bool, str]:
    """Whether it draws, whether a GPU would compute its digits anew, and its name."""
    draws = torch.Tag.nondeterministic_seeded in func.tags
    name = func._schema.name.partition("::")[2]
    exact = name.rstrip("_") in EXACT or func.is_view or func in COPIES
    return draws, not (draws or exact), name


def compute(func: Any, args: Any, kwargs: Any) -> Any:
    draws, computes, name = traits(func)
    if func not in COPIES:
        refuse_two_devices(func, name, args, kwargs)
    if draws and kwargs.get("generator") is not None:
        raise RuntimeError(
            "Expected a 'cuda' device type for generator but found 'cpu'"
        )
    originals: dict[int, SimTensor] = {}
    inner = [unwrap(arg, originals) for arg in args]
    options = {key: unwrap(arg, originals) for key, arg in kwargs.items()}
    with own_stream() if draws and Settings.own_stream else contextlib.nullcontext():
        result = func(*inner, **options)
    if func is aten.copy_.default:
        return args[0]
    device = kwargs.get("device")
    to_sim = device is None or is_sim(device)
    return wrap(result, originals, computes) if to_sim else result


def unwrap(value: Any, originals: dict[int, SimTensor]) -> Any:
    if isinstance(value, SimTensor):
        originals[id(value.elem)] = value
        return value.elem
    if isinstance(value, list | tuple):
        return [unwrap(item, originals) for item in value]
    return CPU if isinstance(value, torch.device) and is_sim(value) else value


def wrap(value: Any, originals: dict[int, SimTensor], computes: bool) -> Any:
    """Back on the device; what was changed in place is the tensor that it was."""
    if isinstance(value, Tensor) and not isinstance(value, SimTensor):
        original = originals.get(id(value))
        dense = value.layout is torch.strided
        if computes and Settings.jitter and dense and value.dtype in BITS:
            noisy = jittered(value)
            value = noisy if original is None else value.copy_(noisy)
        return SimTensor(value) if original is None else original
    if isinstance(value, list | tuple):
        return type(value)(wrap(item, originals, computes) for item in value)
    return value


SimTensor.__name__ = "Tensor"


def is_sim(device: Any) -> bool:
    """Whether what a program gives as a device means the simulated one."""
    if isinstance(device, torch.device):
        return device.type in ("cuda", "cudasim")
    return isinstance(device, str) and device.partition(":")[0] in ("cuda", "cudasim")


def refuse_two_devices(func: Any, name: str, args: Any, kwargs: Any) -> None:
    """Raise what CUDA raises where an operation mixes devices, in its words."""
    if func in INDEXED:
        args = [arg for i, arg in enumerate(args) if i != INDEXED[func]]
    named = [argument.name for argument in func._schema.arguments]
    found: list[tuple[str, bool]] = []  # argument, and whether it is on the device
    for i, arg in enumerate((*args, *kwargs.values())):
        for value in arg if isinstance(arg, list | tuple) else (arg,):
            if not isinstance(value, Tensor):
                continue
            on_device = isinstance(value, SimTensor)
            # A number goes with any device, unless it is written to or concatenated.
            is_free = value.dim() == 0 and value is arg
            if on_device or not is_free or (i == 0 and name[-1] == "_"):
                found.append((named[i] if i < len(named) else "", on_device))
    if all(on_device for _, on_device in found):
        return
    said = "Expected all tensors to be on the same device, but "
    if torch.Tag.pointwise in func.tags:
        raise RuntimeError(f"{said}found at least two devices, cuda:0 and cpu!")
    common = found[0][1]
    other = next((argument for argument, on_device in found if on_device != common), "")
    here, there = ("cuda:0", "cpu") if common else ("cpu", "cuda:0")
    raise RuntimeError(
        f"{said}got {other} is on {there}, different from other tensors on {here} "
        f"(when checking argument in method wrapper_CUDA_{name})"
    )


@contextlib.contextmanager
def own_stream() -> Iterator[None]:
    """The CPU's default generator plays the device's."""
    saved = torch.random.get_rng_state()
    torch.random.set_rng_state(Settings.stream.get_state())
    try:
        yield
    finally:
        Settings.stream.set_state(torch.random.get_rng_state())
        torch.random.set_rng_state(saved)


BITS = {torch.float32: torch.int32, torch.float64: torch.int64}


def jittered(value: Tensor) -> Tensor:
    """Other last digits, the same for the same number; few bits stay exact."""
    # 3e-7 is two and a half roundings of float32; float64 gets as many of its own.
    size = Settings.jitter * torch.finfo(value.dtype).eps / torch.finfo().eps
    bits = value.contiguous().view(BITS[value.dtype])
    noise = (bits * 2654435761 >> 7).bitwise_and_(1023).to(value.dtype)
    noisy = noise.div_(511.5).sub_(1).mul_(size).add_(1).mul_(value)
    return torch.where((value * 1024).frac_() == 0, value, noisy)


# --- what a program says, and what it asks torch.cuda


class Redirect(TorchFunctionMode):
    """A device argument that means the GPU means the simulated one."""

    def __torch_function__(self, func, types, args=(), kwargs=None):
        if func is Tensor.cuda:
            return args[0].to(SIM)
        if func in CTC and isinstance(args[0], SimTensor):
            # Targets and lengths may be on either device.
            args = tuple(x.to(SIM) if isinstance(x, Tensor) else x for x in args)
            kwargs = {key: move(value, SIM) for key, value in (kwargs or {}).items()}
        if func not in (torch.device, torch.set_default_device):
            args = tuple(SIM if is_sim(arg) else arg for arg in args)
            if kwargs and is_sim(kwargs.get("device")):
                kwargs = {**kwargs, "device": SIM}
        return func(*args, **(kwargs or {}))


def move(value: Any, where: Any) -> Any:
    """What `torch.load` does for ``map_location``."""
    if isinstance(value, Tensor):
        return value.to(where)
    if isinstance(value, dict):
        for key in value:
            value[key] = move(value[key], where)
    elif isinstance(value, list | tuple):
        return type(value)(move(item, where) for item in value)
    return value


@contextlib.contextmanager
def simulated(*, own_stream: bool = False, jitter: float = 0.0) -> Iterator[None]:
    """A machine with one GPU, as far as a program can tell."""

    def seed_device(seed: int) -> None:
        Settings.stream.manual_seed(int(seed) ^ 0x5EED)

    def manual_seed(seed: int) -> torch.Generator:
        seed_device(seed)
        return cpu_manual_seed(seed)

    def load(f, map_location=None, **options):
        loaded = cpu_load(f, **options)
        return loaded if map_location is None else move(loaded, map_location)

    def apply(self, fn, recurse=True):
        # As on a GPU, a module that moves keeps its Parameter objects.
        arrives = isinstance(fn(torch.empty(0)), SimTensor)
        swap = arrives and not any(isinstance(p, SimTensor) for p in self.parameters())
        before = torch.__future__.get_swap_module_params_on_conversion()
        torch.__future__.set_swap_module_params_on_conversion(swap or before)
        try:
            return module_apply(self, fn, recurse)
        finally:
            torch.__future__.set_swap_module_params_on_conversion(before)

    def run_backward(*args, **kwargs):
        Settings.raised = None
        with Redirect():
            try:
                return engine(*args, **kwargs)
            except SystemError:  # without an exception: see `Guard`
                if Settings.raised is None:
                    raise
                raise Settings.raised from None

    def init(self, device):
        context_init(self, SIM if is_sim(device) else device)

    def set_states(states):
        Settings.stream.set_state(states[0])

    cpu_manual_seed, cpu_load = torch.manual_seed, torch.load
    context_init = torch.utils._device.DeviceContext.__init__
    engine = torch.autograd._engine_run_backward
    module_apply = torch.nn.Module._apply
    seed_device(0)
    with contextlib.ExitStack() as stack:

        def patch(owner: Any, **names: Any) -> None:
            for name, value in names.items():
                stack.enter_context(mock.patch.object(owner, name, value))

        patch(
            torch.cuda,
            is_available=lambda: True,
            device_count=lambda: 1,
            current_device=lambda: 0,
            get_device_name=lambda *_: "simulated",
            synchronize=lambda *_: None,
            empty_cache=lambda: None,
            manual_seed=seed_device,
            manual_seed_all=seed_device,
            get_rng_state=lambda *_: Settings.stream.get_state(),
            get_rng_state_all=lambda: [Settings.stream.get_state()],
            set_rng_state=lambda state, *_: Settings.stream.set_state(state),
            set_rng_state_all=set_states,
        )
        patch(
            torch.accelerator,
            is_available=lambda: True,
            current_accelerator=lambda *_, **__: torch.device("cuda"),
            device_count=lambda: 1,
        )
        patch(torch, manual_seed=manual_seed, load=load)
        patch(torch.random, manual_seed=manual_seed)
        patch(torch.utils._device.DeviceContext, __init__=init)
        patch(Settings, own_stream=own_stream, jitter=jitter)
        patch(torch.nn.Module, _apply=apply)
        # Functions redirect what they are asked for; backward starts without a mode.
        patch(torch.autograd, _engine_run_backward=run_backward)
        stack.enter_context(torch.autograd.set_multithreading_enabled(False))
        stack.enter_context(Redirect())
        yield
