# --8<-- [start:call]
import torch
from torch import nn

input = torch.tensor([2.5, 0.0, 2.0], requires_grad=True)
target = torch.tensor([3.0, -0.5, 2.0])

# zh: 损失函数是一个模块：先造出来，再像函数一样调用
# en: a loss is a module: make it once, then call it like a function
loss_fn = nn.L1Loss()
loss = loss_fn(input, target)
print(f"loss {loss.item():.4f}")
# --8<-- [end:call]

# --8<-- [start:gradient]
loss.backward()
print("gradient", [round(g, 4) for g in input.grad.tolist()])

# zh: 沿着负梯度挪一小步，损失就变小
# en: a small step against the gradient, and the loss is smaller
closer = input.detach() - 0.3 * input.grad
print(f"loss {loss_fn(closer, target).item():.4f}")
assert loss_fn(closer, target) < loss
assert loss_fn(target, target) == 0
# --8<-- [end:gradient]

# --8<-- [start:no_base]
print(hasattr(nn, "Loss"))
# --8<-- [end:no_base]
