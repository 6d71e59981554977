# --8<-- [start:one_value]
import torch
from torch.nn import functional as F

# zh: 第 2 类的 logit 从 0 变到 5；目标里没有第 2 类，而且它还被忽略
# en: the logit of class 2 goes from 0 to 5; no target is 2, and 2 is ignored
target = torch.tensor([0, 1])
for logit in (0.0, 5.0):
    x = torch.tensor([[1.0, 0.0, logit], [0.0, 1.0, logit]], requires_grad=True)
    loss = F.cross_entropy(x, target, ignore_index=2)
    loss.backward()
    print(f"{loss.item():.4f}, gradient of class 2: {x.grad[0, 2].item():.4f}")
# --8<-- [end:one_value]

# --8<-- [start:class_out]
# zh: 要让一个类别真正退出：把它的 logit 设成负无穷
# en: to take a class out for good: its logit becomes minus infinity
out = torch.tensor([False, False, True])
for logit in (0.0, 5.0):
    x = torch.tensor([[1.0, 0.0, logit], [0.0, 1.0, logit]], requires_grad=True)
    loss = F.cross_entropy(x.masked_fill(out, -torch.inf), target)
    loss.backward()
    print(f"{loss.item():.4f}, gradient of class 2: {x.grad[0, 2].item():.4f}")

# zh: 不要再加 label_smoothing：分给这一类的 eps / C 要乘 log 0
# en: without label_smoothing, whose share eps / C for this class meets log 0
x = x.masked_fill(out, -torch.inf)
assert F.cross_entropy(x, target, label_smoothing=0.1) == torch.inf
# --8<-- [end:class_out]

# --8<-- [start:several]
# zh: 要忽略几个目标值：先把它们都换成同一个
# en: to ignore several target values: first make them one
logits = torch.tensor([[1.0, 0.0, 2.0], [0.0, 1.0, 0.0], [3.0, 0.0, 1.0]])
target = torch.tensor([2, 1, 0])
ignored = torch.isin(target, torch.tensor([1, 2]))
loss = F.cross_entropy(logits, target.masked_fill(ignored, -100))
print(f"{loss.item():.4f}")
torch.testing.assert_close(loss, F.cross_entropy(logits[2:], target[2:]))
# --8<-- [end:several]
