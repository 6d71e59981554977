import torch

w, sigma = 0.0, 2.0
generator = torch.Generator().manual_seed(0)
for batch_size in (1, 4, 16, 64):
    # zh: 4000 个小批量，各求一次梯度
    # en: 4000 mini-batches, one gradient each
    shape = (4000, batch_size)
    x = sigma * torch.randn(shape, generator=generator, device="cpu")
    gradients = (w - x).mean(1)
    variance, formula = gradients.var().item(), sigma**2 / batch_size
    print(f"B {batch_size:2}: {variance:.3f}, sigma² / B {formula:.3f}")
    assert abs(variance / formula - 1) < 0.1
