import torch


def after_step(**options):
    w = torch.ones(1, requires_grad=True)
    options = {"lr": 0.1, "momentum": 0.9, "nesterov": True} | options
    optimizer = torch.optim.SGD([w], **options)
    w.grad = torch.ones(1)
    optimizer.step()
    return w.grad.item(), w.item()


for options in ({"foreach": False}, {"foreach": True}, {"fused": True}):
    grad, w = after_step(**options)
    print(*options, *options.values(), f"grad {grad:.2f}, w {w:.2f}")
