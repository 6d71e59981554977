# --8<-- [start:model]
import torch
from torch import nn
from torch.optim.lr_scheduler import StepLR

torch.manual_seed(0)
model = nn.Linear(2, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
scheduler = StepLR(optimizer, step_size=1, gamma=0.5)
print("model", {k: tuple(v.shape) for k, v in model.state_dict().items()})
print("state", optimizer.state_dict()["state"])
# --8<-- [end:model]

# --8<-- [start:step]
model(torch.ones(1, 2)).sum().backward()
optimizer.step()
scheduler.step()
saved = optimizer.state_dict()
print(list(saved))
print("state", {k: list(v) for k, v in saved["state"].items()})
group = saved["param_groups"][0]
print("params", group["params"], "lr", group["lr"], "initial_lr", group["initial_lr"])
# --8<-- [end:step]

# --8<-- [start:file]
torch.save({"model": model.state_dict(), "optimizer": saved}, "small.pt")
loaded = torch.load("small.pt", weights_only=True)
print(list(loaded))
# --8<-- [end:file]

# --8<-- [start:overwrites]
other = nn.Linear(2, 1)
other.load_state_dict(loaded["model"])
assert torch.equal(other.weight, model.weight)
optimizer = torch.optim.SGD(other.parameters(), lr=99.0)
optimizer.load_state_dict(loaded["optimizer"])
group = optimizer.param_groups[0]
print("lr", group["lr"], "momentum", group["momentum"])
# --8<-- [end:overwrites]

# --8<-- [start:dropout]
torch.manual_seed(0)
dropout = nn.Dropout()
rng = torch.get_rng_state()
print("uninterrupted", dropout(torch.ones(6)).tolist())

# zh: 模拟新的进程：随机数从别处开始
# en: as in a new process: the random numbers start elsewhere
torch.manual_seed(1)
print("without rng  ", dropout(torch.ones(6)).tolist())

torch.set_rng_state(rng)
print("with rng     ", dropout(torch.ones(6)).tolist())
# --8<-- [end:dropout]
