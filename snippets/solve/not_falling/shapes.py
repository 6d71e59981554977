# --8<-- [start:surprise]
import torch

x = torch.tensor([[-1.0], [0.0], [1.0], [2.0]])
y = torch.tensor([-3.0, -1.0, 1.0, 3.0])


def fit(y):
    torch.manual_seed(0)
    model = torch.nn.Linear(1, 1)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    for _ in range(200):
        loss = (model(x) - y).square().mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    predictions = [round(p, 2) + 0.0 for p in model(x).flatten().tolist()]
    print(f"loss {loss.item():.4f}, predictions {predictions}")


fit(y)
# --8<-- [end:surprise]

# --8<-- [start:test]
print(torch.nn.Linear(1, 1)(x).shape, y.shape)
print(f"variance of the targets {y.var(correction=0).item():.4f}")
# --8<-- [end:test]

# --8<-- [start:fix]
fit(y.unsqueeze(1))
# --8<-- [end:fix]

# --8<-- [start:meant]
candidates = torch.zeros(2, 80, 3)
truth = torch.ones(2, 1, 3)
loss = torch.nn.functional.l1_loss(candidates, truth.expand_as(candidates))
print(loss.item())
# --8<-- [end:meant]
