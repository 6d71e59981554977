import torch

optim = torch.optim
optimizers = {
    "SGD": lambda params: optim.SGD(params, lr=0.1),
    "momentum": lambda params: optim.SGD(params, lr=0.1, momentum=0.9),
    "AdamW": lambda params: optim.AdamW(params, lr=0.1, weight_decay=0),
}
for name, build in optimizers.items():
    theta = torch.zeros(3, requires_grad=True)
    optimizer = build([theta])
    theta.grad = torch.tensor([0.01, 1.0, 100.0])
    optimizer.step()
    moved = [f"{-x:.3f}" for x in theta.tolist()]
    # zh: 每个参数要多存几个数
    # en: how many numbers are kept for each parameter
    state = optimizer.state[theta].values()
    kept = sum(s.numel() // 3 for s in state if s.dim())
    print(f"{name:8} moved", *moved, "keeps", kept)
