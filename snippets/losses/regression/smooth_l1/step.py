# --8<-- [start:surprise]
import torch


def path(beta, lr):
    x = torch.tensor(0.25, requires_grad=True)
    optimizer = torch.optim.SGD([x], lr=lr)
    seen = []
    for _ in range(6):
        optimizer.zero_grad()
        torch.nn.functional.smooth_l1_loss(x, torch.tensor(0.0), beta=beta).backward()
        optimizer.step()
        seen.append(round(x.item(), 4))
    return seen


print(path(beta=0.04, lr=0.1))
# --8<-- [end:surprise]

# --8<-- [start:fix]
print("beta", path(beta=0.08, lr=0.1))
print("lr", path(beta=0.04, lr=0.06))
# --8<-- [end:fix]
