import torch


def keys(optimizer, param):
    return sorted(optimizer.state.get(param, {})) or "-"


for cls, options in [
    (torch.optim.SGD, {}),
    (torch.optim.SGD, {"momentum": 0.9}),
    (torch.optim.Adagrad, {}),
    (torch.optim.Adam, {}),
]:
    w = torch.ones(3, requires_grad=True)
    optimizer = cls([w], lr=0.1, **options)
    before = keys(optimizer, w)
    w.grad = torch.ones(3)
    optimizer.step()
    print(cls.__name__, *options)
    print("  before", before)
    print("  after ", keys(optimizer, w))
