import torch

model = torch.nn.Linear(2, 1)
weight = model.weight
alias = weight.detach()
address = weight.data_ptr()
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)

before = weight.tolist()
model(torch.ones(1, 2)).sum().backward()
optimizer.step()

assert weight.tolist() != before
assert model.weight is weight
assert weight.data_ptr() == address
assert alias.tolist() == weight.tolist()
