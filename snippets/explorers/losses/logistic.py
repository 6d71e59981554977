import torch
from torch import nn

logit = torch.linspace(-6, 6, 121, requires_grad=True)
ones = torch.ones(121)
logits = torch.stack([torch.zeros(121), logit], dim=1)

losses = {
    "BCEWithLogitsLoss": nn.BCEWithLogitsLoss(reduction="none")(logit, ones),
    "CrossEntropyLoss": nn.CrossEntropyLoss(reduction="none")(logits, ones.long()),
    "SoftMarginLoss": nn.SoftMarginLoss(reduction="none")(logit, ones),
}
expected = torch.log1p(torch.exp(-logit))
for name, loss in losses.items():
    (gradient,) = torch.autograd.grad(loss.sum(), logit)
    torch.testing.assert_close(loss, expected)
    torch.testing.assert_close(gradient, torch.sigmoid(logit) - 1)
    print(f"{name}: at logit -6, {loss[0]:.4f}")
