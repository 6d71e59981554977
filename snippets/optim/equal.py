# --8<-- [start:trajectory]
import torch

from optguide.optim import SGD


def train(optimizer_class, steps=50):
    w = torch.tensor([-2.5, 1.2], requires_grad=True)
    optimizer = optimizer_class([w], lr=0.1)
    path = []
    for _ in range(steps):
        optimizer.zero_grad()
        (torch.tensor([1.0, 6.0]) * w**2).sum().backward()
        optimizer.step()
        path.append(w.detach().clone())
    return torch.stack(path)


ours, theirs = train(SGD), train(torch.optim.SGD)
torch.testing.assert_close(ours, theirs, rtol=1e-6, atol=1e-6)
print(f"{len(ours)} steps agree within 1e-6")
# --8<-- [end:trajectory]

# --8<-- [start:construction]
a = torch.ones(2, requires_grad=True)
b = torch.ones(2, requires_grad=True)
accepted = {
    "list": lambda: [a, b],
    "generator": lambda: (p for p in (a, b)),
    "pairs": lambda: [("a", a), ("b", b)],
    "dicts": lambda: [{"params": a}, {"params": [b], "lr": 0.01}],
}
for name, params in accepted.items():
    ours = SGD(params(), lr=0.1)
    theirs = torch.optim.SGD(params(), lr=0.1)
    assert ours.param_groups == theirs.param_groups
    print(f"{name}: {len(ours.param_groups)}")
# --8<-- [end:construction]


# --8<-- [start:refusals]
def refusal(optimizer_class, params):
    try:
        optimizer_class(params, lr=0.1)
    except (TypeError, ValueError) as e:
        return type(e).__name__, str(e)


for params in (a, [], [a * 2], [1.0], [[a, b]]):
    ours = refusal(SGD, params)
    assert ours == refusal(torch.optim.SGD, params)
    assert ours is not None
print("refusals: the same types and messages")
# --8<-- [end:refusals]
