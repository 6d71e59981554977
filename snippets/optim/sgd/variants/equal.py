import torch
from torch.optim import SGD

choices = [{}, {"momentum": 0.9}, {"momentum": 0.9, "dampening": 0.5}]
choices += [{"momentum": 0.9, "nesterov": True}]
decay = [{}, {"weight_decay": 0.1}]
direction = [{}, {"maximize": True}]
combinations = [m | w | d for m in choices for w in decay for d in direction]
variants = [{"foreach": False}, {"foreach": True}, {"fused": True}]
variants += [{"foreach": False, "lr": torch.tensor(0.1)}]

generator = torch.Generator().manual_seed(0)
shapes = [(3, 2), (4,), ()]
rows = [
    [torch.randn(s, generator=generator, device="cpu") for s in shapes]
    for _ in range(21)
]
start, *gradients = [[x.to(torch.ones(1).device) for x in row] for row in rows]


def run(options):
    params = [x.clone().requires_grad_() for x in start]
    optimizer = SGD(params, **options)
    for row in gradients:
        for param, gradient in zip(params, row, strict=True):
            param.grad = gradient.clone()
        optimizer.step()
    return params


for options in combinations:
    expected, *others = [run({"lr": 0.1} | options | v) for v in variants]
    for found in others:
        torch.testing.assert_close(found, expected, rtol=1e-4, atol=1e-5)
print(f"{len(combinations)} combinations, {len(variants)} variants: equal")
