# --8<-- [start:surprise]
import torch
from torch.nn import functional as F

x = torch.arange(200.0).view(200, 1) / 100 - 1
labels = (x.flatten() > 0).long()
order = torch.arange(200) * 77 % 200


def fit(x, labels):
    torch.manual_seed(0)
    model = torch.nn.Linear(1, 2)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
    for _ in range(200):
        loss = F.cross_entropy(model(x), labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return f"{loss.item():.3f}"


print("loss", fit(x[order], labels))
# --8<-- [end:surprise]

# --8<-- [start:fix]
print("loss", fit(x[order], labels[order]))
# --8<-- [end:fix]
