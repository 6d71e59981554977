# --8<-- [start:surprise]
import torch


def train(loss):
    x = torch.tensor(5.0, requires_grad=True)
    optimizer = torch.optim.SGD([x], lr=0.1)
    for _ in range(50):
        optimizer.zero_grad()
        loss(x, torch.tensor(0.0)).backward()
        optimizer.step()
    return abs(x.item())


for delta in (1.0, 0.1, 0.01):
    print(f"delta {delta:g}: {train(torch.nn.HuberLoss(delta=delta)):.2f}")
# --8<-- [end:surprise]

# --8<-- [start:fix]
for beta in (1.0, 0.1):
    print(f"beta {beta:g}: {train(torch.nn.SmoothL1Loss(beta=beta)):.2f}")
# --8<-- [end:fix]
