import warnings

import torch
from torch import nn

# zh: 2 张 4 × 5 的图，3 个类别，每个像素一个目标
# en: 2 images of 4 × 5, 3 classes, a target for each pixel
torch.manual_seed(0)
x = torch.randn(2, 3, 4, 5).log_softmax(dim=1)
y = torch.randint(3, (2, 4, 5))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    old = nn.NLLLoss2d()
print(caught[0].category.__name__)
assert torch.equal(old(x, y), nn.NLLLoss()(x, y))
