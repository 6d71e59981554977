import torch

for optimizer_class, options in [
    (torch.optim.SGD, {"momentum": 0.9}),
    (torch.optim.Adagrad, {}),
]:
    w = torch.ones(2, requires_grad=True)
    v = torch.ones(2, requires_grad=True)
    optimizer = optimizer_class([w], lr=0.1, **options)
    entries = [len(optimizer.state)]
    w.sum().backward()
    optimizer.step()
    entries.append(len(optimizer.state))
    optimizer.add_param_group({"params": [v]})
    entries.append(len(optimizer.state))
    (w * v).sum().backward()
    optimizer.step()
    entries.append(len(optimizer.state))
    print(optimizer_class.__name__, entries)
