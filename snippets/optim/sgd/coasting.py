import torch

for weight_decay in (0.0, 0.1):
    for set_to_none in (True, False):
        w = torch.zeros(1, requires_grad=True)
        options = {"momentum": 0.9, "weight_decay": weight_decay}
        optimizer = torch.optim.SGD([w], lr=0.1, **options)
        w.grad = torch.ones(1)
        optimizer.step()
        # zh: 这一步没有新的梯度
        # en: no new gradient in this step
        optimizer.zero_grad(set_to_none=set_to_none)
        optimizer.step()
        print(f"{weight_decay=} {set_to_none=}: w {w.item():.3f}")
