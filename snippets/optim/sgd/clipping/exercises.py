# --8<-- [start:cosine]
import torch
from torch.nn.utils import clip_grad_norm_, clip_grad_value_

before = torch.tensor([0.5, 8.0, -2.0])
for clip in (clip_grad_norm_, clip_grad_value_):
    w = torch.zeros(3, requires_grad=True)
    w.grad = before.clone()
    clip([w], 1.0)
    cosine = torch.cosine_similarity(w.grad, before, dim=0)
    print(f"{clip.__name__}: {cosine:.3f}")
# --8<-- [end:cosine]

# --8<-- [start:longest]
w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9)
for _ in range(200):
    w.grad = torch.tensor([1000.0])
    clip_grad_norm_([w], max_norm=1.0)
    before = w.item()
    optimizer.step()
print(f"{before - w.item():.3f}")
# --8<-- [end:longest]

# --8<-- [start:huber]
for error in (0.3, 5.0, -7.0):
    w = torch.tensor([error], requires_grad=True)
    (0.5 * w**2).sum().backward()
    clip_grad_norm_([w], max_norm=1.0)
    v = torch.tensor([error], requires_grad=True)
    torch.nn.functional.huber_loss(v, torch.zeros_like(v)).backward()
    print(f"{w.grad.item():.4f} {v.grad.item():.4f}")
    assert abs(w.grad.item() - v.grad.item()) < 1e-5
# --8<-- [end:huber]
