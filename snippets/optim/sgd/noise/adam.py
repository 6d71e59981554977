import torch


def spread(batch_size, lr, samples=2048, runs=2000):
    w = torch.full((runs,), 3.0, requires_grad=True)
    optimizer = torch.optim.Adam([w], lr=lr)
    generator = torch.Generator().manual_seed(0)
    for _ in range(samples // batch_size):
        noise = torch.randn(runs, generator=generator, device="cpu")
        w.grad = w.detach() + 10 * noise.to(w.device) / batch_size**0.5
        optimizer.step()
    return w.mean().item(), w.std().item()


rules = {
    "same lr": lambda _: 1.0,
    "square root": lambda k: k**0.5,
    "linear": lambda k: k,
}
for name, rule in rules.items():
    ends = {k: spread(k, lr=0.02 * rule(k)) for k in (1, 4, 16)}
    print(f"{name:11}", *[f"B {k}: {m:.2f} +- {s:.2f}" for k, (m, s) in ends.items()])
    kept = all(abs(s / ends[1][1] - 1) < 0.1 for _, s in ends.values())
    assert kept == (name == "square root")
