# --8<-- [start:shapes]
import inspect
import warnings

import torch
from torch import nn

x = torch.tensor([[2.0, -1.0, 0.5], [0.1, 1.5, -0.3]])
y = torch.tensor([[0.0, 1.0, 1.0], [1.0, 0.0, 0.0]])
index = torch.tensor([1, 2])

for loss_class, target in ((nn.L1Loss, y), (nn.CrossEntropyLoss, index)):
    print(loss_class.__name__)
    for reduction in ("none", "mean", "sum"):
        loss = loss_class(reduction=reduction)(x, target)
        print(f"  {reduction}: {tuple(loss.shape)}")
# --8<-- [end:shapes]

# --8<-- [start:default]
names = set(nn.modules.loss.__all__) - {"NLLLoss2d"}
for name in names:
    parameters = inspect.signature(getattr(nn, name)).parameters
    assert parameters["reduction"].default == "mean"
print(len(names))
# --8<-- [end:default]

# --8<-- [start:gradient]
# zh: 同一个样本，抄 2 份或 4 份：看参数 w 的梯度
# en: the same sample 2 or 4 times over: the gradient of a parameter w
for reduction in ("mean", "sum"):
    for n in (2, 4):
        w = torch.tensor(3.0, requires_grad=True)
        nn.L1Loss(reduction=reduction)(w * torch.ones(n), torch.zeros(n)).backward()
        print(f"{reduction}, {n} samples: {w.grad.item():g}")
# --8<-- [end:gradient]

# --8<-- [start:divisor]
# zh: 权重：mean 除以选中的权重之和，而不是样本数
# en: weights: the mean divides by the sum of the weights picked, not by 2
weight = torch.tensor([1.0, 3.0, 5.0])
none = nn.CrossEntropyLoss(weight=weight, reduction="none")(x, index)
mean = nn.CrossEntropyLoss(weight=weight)(x, index)
torch.testing.assert_close(mean, none.sum() / (3.0 + 5.0))

# zh: KL 散度：batchmean 除以样本数 2；mean 除以元素数 6，并给出警告
# en: KL divergence: batchmean divides by 2 samples; mean by 6 elements, and warns
log_p, q = x.log_softmax(dim=1), y.softmax(dim=1)
none = nn.KLDivLoss(reduction="none")(log_p, q)
batchmean = nn.KLDivLoss(reduction="batchmean")(log_p, q)
torch.testing.assert_close(batchmean, none.sum() / 2)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    mean = nn.KLDivLoss()(log_p, q)
torch.testing.assert_close(mean, none.sum() / 6)
assert "batchmean" in str(caught[0].message)

# zh: CTC：先除以每个目标的长度，再对样本平均
# en: CTC: first divided by the length of each target, then averaged over samples
log_p = torch.zeros(5, 2, 3).log_softmax(dim=2)
target, lengths = torch.tensor([[1, 2], [2, 0]]), torch.tensor([2, 1])
inputs = torch.tensor([5, 5])
none = nn.CTCLoss(reduction="none")(log_p, target, inputs, lengths)
mean = nn.CTCLoss()(log_p, target, inputs, lengths)
torch.testing.assert_close(mean, (none / lengths).mean())
# --8<-- [end:divisor]
