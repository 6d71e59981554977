# --8<-- [start:frozen]
import torch
from torch import nn

torch.manual_seed(0)
x, target = torch.randn(16, 4), torch.randn(16, 1)
backbone, head = nn.Linear(4, 8), nn.Linear(8, 1)
backbone.requires_grad_(False)
optimizer = torch.optim.SGD(head.parameters(), lr=0.1, momentum=0.9)


def train(steps):
    for _ in range(steps):
        loss = (head(torch.tanh(backbone(x))) - target).square().mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()


start = backbone.weight.clone()


def moved():
    return (backbone.weight - start).abs().max().item() > 1e-3


train(5)
print("moved", moved())
# --8<-- [end:frozen]

# --8<-- [start:add]
buffer = optimizer.state[head.weight]["momentum_buffer"]
before = buffer.clone()

backbone.requires_grad_(True)
optimizer.add_param_group({"params": backbone.parameters(), "lr": 0.01})

# zh: 原有参数的动量缓冲还是那一个，值也没变
# en: the momentum buffer of the head is the same object, with the same values
assert optimizer.state[head.weight]["momentum_buffer"] is buffer
torch.testing.assert_close(buffer, before)
assert backbone.weight not in optimizer.state

train(5)
print("moved", moved())
print("state", len(optimizer.state))
# --8<-- [end:add]
