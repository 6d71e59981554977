import io

import torch

from optguide.optim import SGD


def build(Optimizer):
    torch.manual_seed(0)
    model = torch.nn.Linear(3, 2)
    return model, Optimizer(model.named_parameters(), lr=0.1, momentum=0.9)


def train(model, optimizer, steps):
    for _ in range(steps):
        optimizer.zero_grad()
        (model(torch.ones(4, 3)) ** 2).mean().backward()
        optimizer.step()


full, optimizer = build(torch.optim.SGD)
train(full, optimizer, 20)

for first, second in [(SGD, torch.optim.SGD), (torch.optim.SGD, SGD)]:
    model, optimizer = build(first)
    train(model, optimizer, 10)
    file = io.BytesIO()
    torch.save([model.state_dict(), optimizer.state_dict()], file)

    file.seek(0)
    model_state, optimizer_state = torch.load(file, weights_only=True)
    model, optimizer = build(second)
    model.load_state_dict(model_state)
    optimizer.load_state_dict(optimizer_state)
    groups = optimizer.state_dict()["param_groups"]
    assert groups == optimizer_state["param_groups"]
    train(model, optimizer, 10)

    for p, q in zip(full.parameters(), model.parameters(), strict=True):
        torch.testing.assert_close(p, q, rtol=1e-6, atol=1e-7)
    print(first.__module__.partition(".")[0], "->", end=" ")
    print(second.__module__.partition(".")[0] + ":", "rtol 1e-6, atol 1e-7")
