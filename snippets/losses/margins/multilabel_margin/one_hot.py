# --8<-- [start:surprise]
import torch
from torch import nn

# zh: 第 2、3 类正确，得分也最高
# en: classes 2 and 3 are right, and have the highest scores
x = torch.tensor([[0.0, 0.0, 3.0, 3.0]], requires_grad=True)
multi_hot = torch.tensor([[0, 0, 1, 1]])
loss = nn.MultiLabelMarginLoss()(x, multi_hot)
(gradient,) = torch.autograd.grad(loss, x)
print(loss.item(), gradient.tolist())
# --8<-- [end:surprise]


# --8<-- [start:fix]
def to_labels(multi_hot):
    # zh: 编号从小到大，-1 排到最后
    # en: indices in order, and the -1 moved to the end
    num_classes = multi_hot.shape[1]
    index = torch.arange(num_classes).expand_as(multi_hot)
    labels = index.where(multi_hot == 1, num_classes).sort(dim=1).values
    return labels.where(labels < num_classes, -1)


print(to_labels(multi_hot).tolist())
print(nn.MultiLabelMarginLoss()(x, to_labels(multi_hot)).item())
# --8<-- [end:fix]
