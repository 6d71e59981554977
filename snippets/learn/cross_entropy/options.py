# --8<-- [start:setup]
import torch
from torch import nn

outputs = torch.tensor([[2.0, 1.0, 0.0], [0.0, 0.0, 0.0], [3.0, 0.0, 1.0]])
targets = torch.tensor([0, 1, 2])
losses = nn.CrossEntropyLoss(reduction="none")(outputs, targets)
print("each", [round(v, 4) for v in losses.tolist()])
# --8<-- [end:setup]

# --8<-- [start:weight]
weight = torch.tensor([1.0, 1.0, 5.0])
loss = nn.CrossEntropyLoss(weight=weight)(outputs, targets)
print(f"weight {loss.item():.4f}")
# zh: 除以权重之和 1 + 1 + 5，而不是 3
# en: divided by the sum of the weights, 1 + 1 + 5, not by 3
torch.testing.assert_close(loss, (weight[targets] * losses).sum() / 7)
# --8<-- [end:weight]

# --8<-- [start:ignore]
padded = torch.tensor([0, 1, -100])
loss = nn.CrossEntropyLoss(ignore_index=-100)(outputs, padded)
print(f"ignore_index {loss.item():.4f}")
# zh: 第三个样本不计入，所以除以 2
# en: the third sample does not count, so the divisor is 2
torch.testing.assert_close(loss, losses[:2].sum() / 2)
# --8<-- [end:ignore]

# --8<-- [start:smoothing]
loss = nn.CrossEntropyLoss(label_smoothing=0.1)(outputs, targets)
print(f"label_smoothing {loss.item():.4f}")
soft = 0.9 * nn.functional.one_hot(targets, 3) + 0.1 / 3
# zh: 目标也可以是每个类别的概率：得到同一个数
# en: the target may also be one probability per class: the same number
torch.testing.assert_close(loss, nn.CrossEntropyLoss()(outputs, soft))
print("soft target", [round(v, 4) for v in soft[0].tolist()])
# --8<-- [end:smoothing]
