import torch
from torch import nn
from torch.optim.swa_utils import AveragedModel

from optguide.swa_utils import AveragedModel as Reference

small, large = nn.Linear(2, 2, bias=False), nn.Linear(2, 2)
averaged = AveragedModel(large)
averaged.update_parameters(small)
# zh: 权重换了，偏置原封不动，没有任何提示
# en: the weight was taken, the bias left as it was, and nothing was said
assert torch.equal(averaged.module.weight, small.weight)
assert torch.equal(averaged.module.bias, large.bias)
try:
    Reference(large).update_parameters(small)
except ValueError as e:
    print(f"optguide: {type(e).__name__}")
