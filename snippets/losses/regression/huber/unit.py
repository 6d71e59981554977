# --8<-- [start:surprise]
import torch


def gradient(error, delta):
    input = error.clone().requires_grad_()
    loss = torch.nn.HuberLoss(reduction="sum", delta=delta)
    loss(input, torch.zeros(3)).backward()
    return [round(g, 5) for g in input.grad.tolist()]


metres = torch.tensor([0.25, -0.5, 8.0])
print("m", gradient(metres, delta=1.0))
print("mm", gradient(1000 * metres, delta=1.0))
# --8<-- [end:surprise]

# --8<-- [start:fix]
print("mm", gradient(1000 * metres, delta=1000.0))
# --8<-- [end:fix]

# --8<-- [start:small]
print("km", gradient(metres / 1000, delta=1.0))
small = metres / 1000
torch.testing.assert_close(
    torch.nn.HuberLoss(delta=1.0)(small, torch.zeros(3)),
    torch.nn.MSELoss()(small, torch.zeros(3)) / 2,
)
# --8<-- [end:small]
