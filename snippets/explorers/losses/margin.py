import torch
from torch import nn

target = torch.tensor([1])
for z in (-3.0, 0.9, 1.1, 6.0):
    logit = torch.tensor([z], requires_grad=True)
    logits = torch.stack([torch.zeros(1), logit], dim=1)
    (hinge,) = torch.autograd.grad(nn.MultiMarginLoss()(logits, target), logit)
    entropy = nn.CrossEntropyLoss()(torch.stack([0 * logit, logit], dim=1), target)
    (smooth,) = torch.autograd.grad(entropy, logit)
    print(f"logit {z}: gradients {hinge.item():.4f} and {smooth.item():.4f}")
    assert hinge.item() == (-0.5 if z < 1 else 0)
    assert smooth.item() < 0
