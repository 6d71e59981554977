import torch
from torch.optim.lr_scheduler import OneCycleLR

x, y = torch.arange(10.0).split(5)
data = torch.utils.data.TensorDataset(x, y)
loader = torch.utils.data.DataLoader(data, batch_size=2)
w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9)
epochs = 3
print("batches an epoch", len(loader))
for arguments in (
    {"total_steps": epochs * len(loader)},
    {"epochs": epochs, "steps_per_epoch": len(loader)},
    {"total_steps": 7, "epochs": 3, "steps_per_epoch": 3},
):
    scheduler = OneCycleLR(optimizer, max_lr=1.0, **arguments)
    print(scheduler.total_steps)
try:
    OneCycleLR(optimizer, max_lr=1.0, epochs=3)
except ValueError as e:
    print(e)
