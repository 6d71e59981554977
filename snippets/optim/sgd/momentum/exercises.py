# --8<-- [start:distance]
import torch

w = torch.zeros(1).double().requires_grad_()
optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9)
for step in range(300):
    w.grad = torch.tensor([1.0 if step == 0 else 0.0]).double()
    optimizer.step()
print(f"{-w.item():.4f}")
# --8<-- [end:distance]

# --8<-- [start:alternating]
w = torch.zeros(1).double().requires_grad_()
optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9)
for step in range(200):
    w.grad = torch.tensor([(-1.0) ** step]).double()
    optimizer.step()
buf = optimizer.state[w]["momentum_buffer"].item()
print(f"{abs(buf):.4f}, 1 / 1.9 = {1 / 1.9:.4f}")
# --8<-- [end:alternating]

# --8<-- [start:memory]
momentum = 0.5 ** (1 / 100)
print(f"momentum {momentum:.4f}, effective lr x {1 / (1 - momentum):.0f}")
assert abs(momentum**100 - 0.5) < 1e-9
# --8<-- [end:memory]
