# --8<-- [start:quarter]
import torch

for lr, batch_size in ((0.1, 8), (0.05, 8), (0.1, 16)):
    print(f"lr {lr} B {batch_size}: {lr / (2 - lr) / batch_size:.5f}")
# --8<-- [end:quarter]

# --8<-- [start:decay]
runs = 2000
w = torch.zeros(runs, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.4)
generator = torch.Generator().manual_seed(0)
for step in range(1, 401):
    # zh: 后一半，lr 随 1 / t 下降
    # en: in the second half lr falls like 1 / t
    lr = 0.4 if step <= 200 else 0.4 / (1 + 0.4 * (step - 200))
    optimizer.param_groups[0]["lr"] = lr
    noise = torch.randn(runs, generator=generator, device="cpu")
    w.grad = w.detach() + noise.to(w.device)
    optimizer.step()
    if step in (200, 300, 400):
        print(f"step {step}: variance {w.detach().var():.4f}")
# --8<-- [end:decay]
