# --8<-- [start:surprise]
import torch

F = torch.nn.functional
input, target = torch.tensor([0.5, 0.5]), torch.tensor([0.0, 0.0])
weight = torch.tensor([1.0, 3.0])
torch.testing.assert_close(F.huber_loss(input, target), 0.5 * F.mse_loss(input, target))

for factor in (1, 10):
    huber = F.huber_loss(input, target, weight=factor * weight)
    half_mse = 0.5 * F.mse_loss(input, target, weight=factor * weight)
    print(f"weight * {factor}: huber {huber:.3f}, mse / 2 {half_mse:.3f}")
# --8<-- [end:surprise]

# --8<-- [start:fix]
total = F.huber_loss(input, target, weight=weight, reduction="sum")
print(f"{total / weight.sum():.3f}")
torch.testing.assert_close(
    total / weight.sum(), 0.5 * F.mse_loss(input, target, weight=weight)
)
# --8<-- [end:fix]
