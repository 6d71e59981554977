# --8<-- [start:surprise]
import torch
from torch.nn.functional import mse_loss

torch.manual_seed(0)
model = torch.nn.Linear(2, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
before = model.weight.tolist()

x, y = torch.ones(4, 2), torch.zeros(4, 1)
for _ in range(3):
    optimizer.zero_grad()
    loss = mse_loss(model(x), y)
    optimizer.step()
    loss.backward()
    print("loss", round(loss.item(), 4))
assert model.weight.tolist() == before
# --8<-- [end:surprise]


# --8<-- [start:fix]
def check_grads(optimizer, *_):
    params = [p for g in optimizer.param_groups for p in g["params"]]
    if all(p.grad is None for p in params):
        raise RuntimeError("step() without a gradient")


optimizer.register_step_pre_hook(check_grads)
optimizer.zero_grad()
try:
    optimizer.step()
except RuntimeError as error:
    print(type(error).__name__, error)

for _ in range(3):
    optimizer.zero_grad()
    loss = mse_loss(model(x), y)
    loss.backward()
    optimizer.step()
    print("loss", round(loss.item(), 4))
assert model.weight.tolist() != before
# --8<-- [end:fix]
