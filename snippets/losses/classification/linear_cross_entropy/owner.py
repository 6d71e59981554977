# --8<-- [start:surprise]
import torch
from torch import nn

torch.manual_seed(0)
body = nn.Sequential(nn.Linear(4, 8), nn.ReLU())
loss_fn = nn.LinearCrossEntropyLoss(8, 3)
x, y = torch.randn(16, 4), torch.randint(3, (16,))

before = loss_fn.linear.weight.clone()
optimizer = torch.optim.SGD(body.parameters(), lr=0.1)
loss_fn(body(x), y).backward()
optimizer.step()
print("last layer moved:", not torch.equal(before, loss_fn.linear.weight))
# --8<-- [end:surprise]

# --8<-- [start:fix]
parameters = [*body.parameters(), *loss_fn.parameters()]
optimizer = torch.optim.SGD(parameters, lr=0.1)
loss_fn(body(x), y).backward()
optimizer.step()
print("last layer moved:", not torch.equal(before, loss_fn.linear.weight))
print(list(loss_fn.state_dict()))

# zh: 预测时，也用损失函数里的那一层
# en: for a prediction, the layer inside the loss
logits = loss_fn.linear(body(x))
print(tuple(logits.argmax(dim=1).shape))
# --8<-- [end:fix]
