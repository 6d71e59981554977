# --8<-- [start:same]
import torch

up, down = (torch.tensor([3.0], requires_grad=True) for _ in range(2))
options = {"lr": 0.1, "momentum": 0.9, "nesterov": True}
climb = torch.optim.SGD([up], maximize=True, **options)
descend = torch.optim.SGD([down], **options)
for _ in range(100):
    for optimizer, reward in ((climb, -((up - 2) ** 2)), (descend, (down - 2) ** 2)):
        optimizer.zero_grad()
        reward.sum().backward()
        optimizer.step()
    assert torch.equal(up, down)
print(f"{up.item():.3f}")
# --8<-- [end:same]

# --8<-- [start:negative]
try:
    torch.optim.SGD([up], lr=-0.1)
except ValueError as e:
    print(e)
# --8<-- [end:negative]
