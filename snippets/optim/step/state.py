# --8<-- [start:empty]
import torch

w = torch.tensor([1.0], requires_grad=True)
unused = torch.tensor([1.0], requires_grad=True)
optimizer = torch.optim.SGD([w, unused], lr=0.1, momentum=0.9)
print("state", dict(optimizer.state))
assert len(optimizer.state) == 0
# --8<-- [end:empty]

# --8<-- [start:buffer]
buffer = 0.0
for t, grad in enumerate([1.0, 1.0, 1.0, 0.0], start=1):
    w.grad = torch.tensor([grad])
    optimizer.step()
    held = optimizer.state[w]["momentum_buffer"].item()
    print(f"t {t}  grad {grad}  momentum_buffer {held:.3f}")
    buffer = grad if t == 1 else 0.9 * buffer + grad
    assert abs(held - buffer) < 1e-6
# --8<-- [end:buffer]

# --8<-- [start:keys]
assert list(optimizer.state) == [w]
assert unused not in optimizer.state
# zh: 用 in 或 .get 查询；用方括号去取，会凭空添一个空条目
# en: ask with in or .get; square brackets would add an empty entry
assert optimizer.state[unused] == {}
assert unused in optimizer.state
# --8<-- [end:keys]
