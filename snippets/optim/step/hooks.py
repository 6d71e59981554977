import torch

w = torch.tensor([1.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)


def before(optimizer, *_):
    (p,) = optimizer.param_groups[0]["params"]
    print("before", round(p.item(), 2))


def after(optimizer, *_):
    (p,) = optimizer.param_groups[0]["params"]
    print("after ", round(p.item(), 2))


handles = [
    optimizer.register_step_pre_hook(before),
    optimizer.register_step_post_hook(after),
]
w.grad = torch.ones(1)
optimizer.step()

for handle in handles:
    handle.remove()
optimizer.step()
