# --8<-- [start:buffer]
import torch

w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.5)
for grad in (4.0, 0.0, 2.0):
    w.grad = torch.tensor([grad])
    optimizer.step()
print("momentum_buffer", optimizer.state[w]["momentum_buffer"].item())
print("w", round(w.item(), 4))
# zh: b：4、0.5·4 + 0 = 2、0.5·2 + 2 = 3；w：-0.1·(4 + 2 + 3)
# en: b: 4, 0.5·4 + 0 = 2, 0.5·2 + 2 = 3; w: -0.1·(4 + 2 + 3)
assert optimizer.state[w]["momentum_buffer"] == 3
# --8<-- [end:buffer]

# --8<-- [start:frozen]
w = torch.ones(2, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)
w.sum().backward()
w.requires_grad_(False)
optimizer.step()
print("w", [round(v, 2) for v in w.tolist()])
# --8<-- [end:frozen]
