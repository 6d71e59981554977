import torch

w = torch.tensor([50.0], requires_grad=True)
options = {"lr": 0.1, "momentum": 0.9, "weight_decay": 0.1}
optimizer = torch.optim.SGD([w], **options)
for step in range(3):
    w.grad = torch.tensor([1000.0])
    torch.nn.utils.clip_grad_norm_([w], max_norm=1.0)
    before = w.item()
    optimizer.step()
    print(f"step {step}: moved {before - w.item():.3f}")
