# --8<-- [start:surprise]
import torch
from torch.nn import functional as F

# zh: 第二行是第一行整体加 5，概率不变
# en: the second row is the first plus 5, which changes no probability
logits = torch.tensor([[2.0, 0.5, -1.0], [7.0, 5.5, 4.0]])
y = torch.tensor([0, 0])
for dim in (0, 1):
    x = logits.log_softmax(dim=dim)
    none = F.nll_loss(x, y, reduction="none")
    print(f"dim={dim}:", [round(v, 4) for v in none.tolist()])
# --8<-- [end:surprise]

# --8<-- [start:why]
print([round(v, 4) for v in logits.softmax(dim=0).sum(dim=1).tolist()])
# --8<-- [end:why]

# --8<-- [start:permute]
# zh: 图像，类别在最后一维；在 CPU 上试
# en: images with the classes last, tried on the CPU
generator = torch.Generator().manual_seed(0)
scores = torch.randn(2, 4, 5, 3, generator=generator, device="cpu")
scores.requires_grad_()
y = torch.zeros(2, 4, 5, dtype=torch.int64, device="cpu")

moved_last = scores.log_softmax(dim=-1).permute(0, 3, 1, 2)
moved_first = scores.permute(0, 3, 1, 2).log_softmax(dim=1)
torch.testing.assert_close(F.nll_loss(moved_last, y), F.nll_loss(moved_first, y))
F.nll_loss(moved_first, y).backward()
try:
    F.nll_loss(moved_last, y).backward()
except RuntimeError as error:
    print(error)
# --8<-- [end:permute]
