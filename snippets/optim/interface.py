# --8<-- [start:methods]
import torch

from optguide.optim import Optimizer

# zh: 公开的名字里还有两个类型名，和一个供性能分析用的装饰器，略去
# en: public besides: two names of types and a decorator for the profiler
skipped = {"OptimizerPreHook", "OptimizerPostHook", "profile_hook_step"}
for name in sorted(vars(torch.optim.Optimizer).keys() - skipped):
    if not name.startswith("_"):
        print(name)
        assert hasattr(Optimizer, name)
# --8<-- [end:methods]

# --8<-- [start:attributes]
w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w])
print([name for name in vars(optimizer) if not name.startswith("_")])
# --8<-- [end:attributes]

# --8<-- [start:subclass]
for cls in (torch.optim.SGD, torch.optim.Adam):
    assert issubclass(cls, torch.optim.Optimizer)
    print(cls.__name__, [name for name, f in vars(cls).items() if callable(f)])
# --8<-- [end:subclass]
