# --8<-- [start:log_two]
import torch
from torch.nn import functional as F

y = torch.tensor([0.0, 1.0, 1.0, 0.3])
print(F.binary_cross_entropy_with_logits(torch.zeros(4), y, reduction="none"))
# --8<-- [end:log_two]

# --8<-- [start:base_rate]
# zh: 十个样本里一个“是”；模型只有一个偏置
# en: one "yes" in ten samples; the model is nothing but a bias
y = torch.tensor([1.0] + 9 * [0.0])


def best(pos_weight):
    x = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([x], lr=1.0)
    for _ in range(300):
        optimizer.zero_grad()
        F.binary_cross_entropy_with_logits(
            x.expand(10), y, pos_weight=torch.tensor([pos_weight])
        ).backward()
        optimizer.step()
    return x.detach()


for pos_weight in (1.0, 9.0):
    x = best(pos_weight)
    back = (x - torch.tensor(pos_weight).log()).sigmoid()
    print(f"{pos_weight:g}: {x.sigmoid().item():.2f}, back {back.item():.2f}")
# --8<-- [end:base_rate]

# --8<-- [start:unknown]
# zh: 标注只问了一部分问题，-1 表示没有问
# en: not every question was asked; -1 stands for "not asked"
x = torch.tensor([[2.0, 1.0, -3.0], [-1.0, 0.5, 2.0]])
y = torch.tensor([[1.0, -1.0, 0.0], [-1.0, -1.0, 1.0]])
asked = y != -1
none = F.binary_cross_entropy_with_logits(x, y, reduction="none")
loss = none[asked].mean()
print(f"{loss.item():.4f}")

# zh: 用 weight 屏蔽也行，只是除数要自己来
# en: weight can mask too, with a divisor of your own
total = F.binary_cross_entropy_with_logits(x, y, weight=asked.float(), reduction="sum")
torch.testing.assert_close(total / asked.sum(), loss)
# --8<-- [end:unknown]
