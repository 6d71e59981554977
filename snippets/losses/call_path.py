# --8<-- [start:classes]
import traceback

import torch
from torch import nn
from torch.utils._python_dispatch import TorchDispatchMode

print(" > ".join(c.__name__ for c in nn.L1Loss.__mro__))
for name in ("reduction", "__call__", "forward"):
    # zh: reduction 是 __init__ 存下来的，所以找定义 __init__ 的类
    # en: reduction is stored by __init__, so look for the class that defines that
    method = "__init__" if name == "reduction" else name
    owner = next(c for c in nn.L1Loss.__mro__ if method in vars(c))
    print(f"{name}: {owner.__name__}")
# --8<-- [end:classes]

# --8<-- [start:forward]
print(nn.L1Loss.forward.__code__.co_names)
assert nn.L1Loss.forward.__globals__["F"] is nn.functional
# --8<-- [end:forward]

# --8<-- [start:run]
seen = []


class Watch(TorchDispatchMode):
    def __torch_dispatch__(self, func, types, args=(), kwargs=None):
        # zh: 谁调用了谁：从 Module.__call__ 一路到 F.l1_loss
        # en: who called whom, from Module.__call__ down to F.l1_loss
        names = [frame.name for frame in traceback.extract_stack()]
        start = names.index(nn.Module.__call__.__name__)
        end = names.index(nn.functional.l1_loss.__name__)
        seen.append((names[start : end + 1], func))
        return func(*args, **(kwargs or {}))


input = torch.tensor([2.5, 0.0, 2.0])
target = torch.tensor([3.0, -0.5, 2.0])
with Watch():
    nn.L1Loss()(input, target)

print(" > ".join(seen[0][0]))
print([str(func) for _, func in seen])
# --8<-- [end:run]

# --8<-- [start:operator]
print(type(torch._C._nn.l1_loss).__name__)
print(torch.ops.aten.l1_loss.default._schema)
# --8<-- [end:operator]

# --8<-- [start:all]
classes = [getattr(nn, name) for name in nn.modules.loss.__all__]
assert all(issubclass(c, nn.modules.loss._Loss) for c in classes)
assert all("F" in c.forward.__code__.co_names for c in classes)
print(len(classes))
# --8<-- [end:all]

# --8<-- [start:hooks]
loss_fn = nn.L1Loss()
loss_fn.register_forward_hook(lambda *_: print("hook"))
print("loss_fn(...)")
loss_fn(input, target)
print("loss_fn.forward(...)")
loss_fn.forward(input, target)
# --8<-- [end:hooks]
