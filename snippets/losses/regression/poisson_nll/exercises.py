# --8<-- [start:constant]
import torch

target = torch.tensor([0.0, 2.0, 1.0, 5.0])
x = target.mean().log().requires_grad_()
loss = torch.nn.PoissonNLLLoss()
loss(x.expand(4), target).backward()
print(f"rate {x.exp():.4f}, gradient {abs(x.grad.item()):.4f}")
# --8<-- [end:constant]

# --8<-- [start:exposure]
hours = torch.tensor([1.0, 1.0, 2.0, 10.0])
target = torch.tensor([3.0, 1.0, 5.0, 19.0])
x = torch.tensor(0.0, requires_grad=True)
optimizer = torch.optim.SGD([x], lr=0.1)
for _ in range(50):
    optimizer.zero_grad()
    loss(x + hours.log(), target).backward()
    optimizer.step()
print(f"rate per hour {x.exp():.4f}")
torch.testing.assert_close(x.exp(), target.sum() / hours.sum())
# --8<-- [end:exposure]

# --8<-- [start:zeros]
x = torch.tensor(0.0, requires_grad=True)
optimizer = torch.optim.SGD([x], lr=1.0)
for step in range(1, 101):
    optimizer.zero_grad()
    loss(x, torch.tensor(0.0)).backward()
    optimizer.step()
    if step in (1, 10, 100):
        print(f"{step}: log rate {x.item():.3f}, rate {x.exp().item():.4f}")
# --8<-- [end:zeros]
