import torch

from optguide.optim import SGD

momentum = [{}, {"momentum": 0.9}, {"momentum": 0.9, "dampening": 0.5}]
momentum += [{"momentum": 0.9, "nesterov": True}]
decay = [{}, {"weight_decay": 0.1}]
direction = [{}, {"maximize": True}]
combinations = [m | w | d for m in momentum for w in decay for d in direction]

torch.manual_seed(0)
start = [torch.randn(3, 2), torch.randn(4)]
gradients = [[torch.randn(3, 2), torch.randn(4)] for _ in range(100)]

compared = 0
for options in combinations:
    ours = [w.clone().requires_grad_() for w in start]
    theirs = [w.clone().requires_grad_() for w in start]
    optimizers = [
        SGD(ours, lr=0.1, **options),
        torch.optim.SGD(theirs, lr=0.1, foreach=False, **options),
    ]
    for step, (first, second) in enumerate(gradients):
        for params in (ours, theirs):
            params[0].grad = first.clone()
            # zh: 第二个参数前三步没有梯度，它的 t = 1 来得晚一些
            # en: no gradient in the first three steps: its t = 1 comes later
            params[1].grad = None if step < 3 else second.clone()
        for optimizer in optimizers:
            optimizer.step()
        for a, b in zip(ours, theirs, strict=True):
            torch.testing.assert_close(a, b, rtol=1e-4, atol=1e-4)
            compared += 1
print(f"{len(combinations)} combinations, {compared} comparisons")
print("rtol 1e-4, atol 1e-4")
