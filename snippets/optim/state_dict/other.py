import torch

w = torch.zeros(1, requires_grad=True)
w.grad = torch.ones(1)
adam = torch.optim.Adam([w])
optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9)
optimizer.load_state_dict(adam.state_dict())
try:
    optimizer.step()
except KeyError as error:
    print(type(error).__name__, error)
