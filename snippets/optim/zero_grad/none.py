# --8<-- [start:two_ways]
import weakref

import torch

w = torch.tensor([1.0, 2.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)

for set_to_none in (True, False):
    w.sum().backward()
    watch = weakref.ref(w.grad)
    optimizer.zero_grad(set_to_none=set_to_none)
    print("set_to_none", set_to_none)
    print("  grad ", w.grad)
    # zh: 旧的梯度张量若已释放，弱引用就指向 None
    # en: once the old gradient is freed, a weak reference to it gives None
    print("  freed", watch() is None)
    assert (watch() is None) == set_to_none
# --8<-- [end:two_ways]

# --8<-- [start:step]
w.grad = None
before = w.tolist()
optimizer.step()
assert w.tolist() == before

w.grad = torch.zeros(2)
optimizer.step()
assert w.tolist() == before
# --8<-- [end:step]
