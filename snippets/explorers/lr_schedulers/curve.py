import torch
from matplotlib import pyplot as plt
from torch.optim import SGD
from torch.optim.lr_scheduler import StepLR

parameter = torch.nn.Parameter(torch.zeros(1))
optimizer = SGD([parameter], lr=0.1)
scheduler = StepLR(optimizer, step_size=30, gamma=0.1)
lrs = scheduler.get_last_lr()
for _ in range(100):
    optimizer.step()
    scheduler.step()
    lrs += scheduler.get_last_lr()

fig, ax = plt.subplots()
ax.plot(lrs)
ax.set(xlabel="step", ylabel="lr")
plt.show()
