# --8<-- [start:surprise]
import torch
from torch import nn

body, head = nn.Linear(2, 2), nn.Linear(2, 1)
x = torch.ones(1, 2)

loss = head(body(x).detach()).sum()
loss.backward()
print("detach: body", body.weight.grad, "head", head.weight.grad is not None)

with torch.no_grad():
    features = body(x)
head(features).sum().backward()
print("no_grad: body", body.weight.grad)

features = torch.tensor(body(x).tolist())
head(features).sum().backward()
print("new tensor: body", body.weight.grad)
# --8<-- [end:surprise]

# --8<-- [start:test]
print("cut", features.requires_grad, "not cut", body(x).requires_grad)
# --8<-- [end:test]

# --8<-- [start:loss]
correct = (head(body(x)) > 0).float().mean()
try:
    correct.backward()
except RuntimeError as error:
    print(error)
# --8<-- [end:loss]

# --8<-- [start:silenced]
head.weight.grad = None
correct.requires_grad_().backward()
print("head", head.weight.grad)
# --8<-- [end:silenced]
