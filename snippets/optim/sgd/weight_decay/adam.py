import torch


def left(kind, scale):
    w = torch.ones(1).double().requires_grad_()
    optimizer = kind([w], lr=0.001, weight_decay=0.1)
    for step in range(1000):
        # zh: 梯度来回变号，平均为零
        # en: a gradient that changes its sign, zero on average
        w.grad = torch.tensor([scale * (-1.0) ** step]).double()
        optimizer.step()
    return w.item()


for kind in (torch.optim.SGD, torch.optim.Adam, torch.optim.AdamW):
    ends = [left(kind, scale) for scale in (0.1, 10.0)]
    print(f"{kind.__name__:5} {ends[0]:.3f} {ends[1]:.3f}")
