# --8<-- [start:zero]
import torch
from torch.nn import functional as F

logits = torch.randn(6, 1, 4, generator=torch.Generator().manual_seed(0))
logits.requires_grad_()
target, lengths = torch.tensor([[1, 2]]), ([6], [2])
F.ctc_loss(logits.log_softmax(2), target, *lengths).backward()
assert logits.grad.sum(dim=2).abs().max() < 1e-6
# --8<-- [end:zero]

# --8<-- [start:aligned]
logits = torch.tensor([[[0.2, 0.7, 0.1]], [[0.5, 0.3, 0.2]]], requires_grad=True)
loss = F.ctc_loss(logits.log_softmax(2), target, [2], [2], reduction="sum")
(ctc,) = torch.autograd.grad(loss, logits)
loss = F.cross_entropy(logits[:, 0], target[0], reduction="sum")
(cross_entropy,) = torch.autograd.grad(loss, logits)
torch.testing.assert_close(ctc, cross_entropy)
print([f"{g:.3f}" for g in ctc[0, 0].tolist()])
# --8<-- [end:aligned]
