# --8<-- [start:count]
import torch
from torch.utils._python_dispatch import TorchDispatchMode


class Names(TorchDispatchMode):
    def __init__(self):
        super().__init__()
        self.names = []

    def __torch_dispatch__(self, func, types, args=(), kwargs=None):
        name = func.overloadpacket.__name__
        if "record_function" not in name:
            self.names.append(name)
        return func(*args, **(kwargs or {}))


def operations(weight_decay=0.1, **options):
    params = [torch.ones(2, requires_grad=True) for _ in range(3)]
    optimizer = torch.optim.SGD(params, lr=0.1, weight_decay=weight_decay, **options)
    for param in params:
        param.grad = torch.ones(2)
    with Names() as seen:
        optimizer.step()
    return seen.names


for options in ({"foreach": False}, {"foreach": True}, {"fused": True}):
    print(*options, *options.values())
    print("  ", *operations(**options))
# --8<-- [end:count]

# --8<-- [start:memory]
for options in ({"weight_decay": 0.1}, {"weight_decay": 0.0, "maximize": True}, {}):
    options = {"weight_decay": 0.0, **options}
    print(options, *operations(foreach=True, **options))
# zh: 名字以下划线结尾的是原地运算
# en: operations whose names end in an underscore work in place
in_place = operations(weight_decay=0.0, momentum=0.9, foreach=True)
assert all(name.endswith("_") for name in in_place if "foreach" in name)
# --8<-- [end:memory]

# --8<-- [start:default]
on_cpu = torch.ones(1).device.type == "cpu"
expected = {"foreach": False} if on_cpu else {"foreach": True}
assert operations() == operations(**expected)
# --8<-- [end:default]
