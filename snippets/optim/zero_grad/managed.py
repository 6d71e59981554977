# --8<-- [start:surprise]
import torch

body = torch.nn.Linear(1, 1, bias=False)
head = torch.nn.Linear(1, 1, bias=False)
model = torch.nn.Sequential(body, head)
for p in model.parameters():
    torch.nn.init.ones_(p)
optimizer = torch.optim.SGD(head.parameters(), lr=0.1)

x = torch.ones(1, 1)
for _ in range(3):
    optimizer.zero_grad()
    model(x).sum().backward()
    print("head", head.weight.grad.item(), "body", body.weight.grad.item())
assert head.weight.grad == 1
assert body.weight.grad == 3
# --8<-- [end:surprise]

# --8<-- [start:fix]
model.zero_grad()
model(x).sum().backward()
print("head", head.weight.grad.item(), "body", body.weight.grad.item())

body.requires_grad_(False)
model.zero_grad()
model(x).sum().backward()
print("head", head.weight.grad.item(), "body", body.weight.grad)
assert body.weight.grad is None
# --8<-- [end:fix]
