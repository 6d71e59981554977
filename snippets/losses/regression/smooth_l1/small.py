# --8<-- [start:surprise]
import torch

error = torch.tensor([0.5, -0.25, 0.125])
zero = torch.zeros(3)


def gradient(beta):
    input = error.clone().requires_grad_()
    loss = torch.nn.SmoothL1Loss(reduction="sum", beta=beta)
    loss(input, zero).backward()
    return [round(g, 4) for g in input.grad.tolist()]


print("beta 1", gradient(1.0))
torch.testing.assert_close(
    torch.nn.SmoothL1Loss()(error, zero), torch.nn.MSELoss()(error, zero) / 2
)
# --8<-- [end:surprise]

# --8<-- [start:fix]
print("beta 0.2", gradient(0.2))
# --8<-- [end:fix]
