# --8<-- [start:zero]
import torch

F = torch.nn.functional
x = torch.tensor([0.0, 1e-9, -2.0], requires_grad=True)
y = torch.zeros(3)
loss = F.smooth_l1_loss(x, y, beta=0.0, reduction="sum")
loss.backward()
print(f"{loss.item():g}", x.grad.tolist())
assert loss == F.l1_loss(x, y, reduction="sum")
# --8<-- [end:zero]

# --8<-- [start:refused]
for name, call in {
    "beta -1": lambda: F.smooth_l1_loss(x, y, beta=-1.0),
    "delta 0": lambda: F.huber_loss(x, y, delta=0.0),
}.items():
    try:
        call()
    except RuntimeError as e:
        print(f"{name}: {e}")
# --8<-- [end:refused]
