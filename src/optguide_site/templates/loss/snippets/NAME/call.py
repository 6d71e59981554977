import torch

from optguide.losses import MODULE

# zh: 三个预测值，以及它们各自的目标
# en: three predictions, and what each should have been
input = torch.tensor([0.5, 2.0, 1.0])
target = torch.tensor([0.0, -1.0, 2.0])
print(MODULE()(input, target))
