# --8<-- [start:adds]
import torch

w = torch.tensor(2.0, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)

for _ in range(3):
    loss = w**2
    loss.backward()
    print("grad", w.grad.item())
# zh: 每次算出的梯度都是 2w = 4，.grad 里存的是它们的和
# en: each gradient is 2w = 4; .grad holds their sum
assert w.grad == 3 * 4
# --8<-- [end:adds]

# --8<-- [start:clears]
optimizer.zero_grad()
print("grad", w.grad)

loss = w**2
loss.backward()
print("grad", w.grad.item())
assert w.grad == 4
# --8<-- [end:clears]
