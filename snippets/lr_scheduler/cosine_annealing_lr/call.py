import torch
from torch.optim.lr_scheduler import CosineAnnealingLR

sgd = torch.optim.SGD([torch.zeros(1)], 0.1)
scheduler = CosineAnnealingLR(sgd, T_max=4)
# zh: 代替一轮训练
# en: in place of an epoch of training
sgd.step()
scheduler.step()
print(scheduler.get_last_lr())
