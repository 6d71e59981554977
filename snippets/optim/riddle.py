# --8<-- [start:strangers]
import torch

w = torch.tensor([1.0, 2.0], requires_grad=True)
loss = (w**2).sum()
loss.backward()
del loss

# zh: 损失已经不在了，这才来建优化器
# en: the loss is gone before the optimizer is built
optimizer = torch.optim.SGD([w], lr=0.1)
optimizer.step()
print("w", [round(x, 4) for x in w.tolist()])
# --8<-- [end:strangers]

# --8<-- [start:by_hand]
w = torch.tensor([1.0, 2.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)
# zh: 没有损失，也没有反向传播，梯度是手写的
# en: no loss, no backward: the gradient is written by hand
w.grad = torch.tensor([2.0, 4.0])
optimizer.step()
print("w", [round(x, 4) for x in w.tolist()])
# --8<-- [end:by_hand]

# --8<-- [start:none]
w = torch.tensor([1.0, 2.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1, weight_decay=0.5)
assert w.grad is None
optimizer.step()
# zh: 梯度是 None 就整个跳过，连权重衰减也不做
# en: where grad is None nothing happens, not even weight decay
print("w", w.tolist())
# --8<-- [end:none]

# --8<-- [start:not_given]
a = torch.tensor(1.0, requires_grad=True)
b = torch.tensor(1.0, requires_grad=True)
optimizer = torch.optim.SGD([a], lr=0.1)
(a * b).backward()
optimizer.step()
print("a", round(a.item(), 4), "grad", a.grad.item())
print("b", round(b.item(), 4), "grad", b.grad.item())
# --8<-- [end:not_given]
