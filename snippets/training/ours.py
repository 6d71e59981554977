import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.optim.lr_scheduler import StepLR

import optguide.losses
import optguide.lr_scheduler
import optguide.optim

digits = load_digits()
images = torch.tensor(digits.data / 16, dtype=torch.float32)
labels = torch.tensor(digits.target, dtype=torch.int64)


def train(loss_f, optimizer_class, scheduler_class):
    torch.manual_seed(0)
    model = nn.Sequential(
        nn.Linear(64, 64), nn.BatchNorm1d(64), nn.ReLU(), nn.Linear(64, 10)
    )
    optimizer = optimizer_class(
        model.parameters(), lr=0.1, momentum=0.9, weight_decay=5e-4
    )
    scheduler = scheduler_class(optimizer, step_size=4, gamma=0.1)
    lrs, losses = [], []
    for _ in range(12):
        lrs.append(scheduler.get_last_lr()[0])
        for batch in torch.randperm(1437).split(64):
            loss = loss_f(model(images[batch]), labels[batch])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        scheduler.step()
    return lrs, losses, model.state_dict()


theirs = train(nn.CrossEntropyLoss(), torch.optim.SGD, StepLR)
ours = train(
    optguide.losses.CrossEntropyLoss(),
    optguide.optim.SGD,
    optguide.lr_scheduler.StepLR,
)
assert ours[0] == theirs[0]
torch.testing.assert_close(ours[1:], theirs[1:], rtol=1e-5, atol=1e-5)
print("lr of", len(ours[0]), "epochs: equal")
print("loss of", len(ours[1]), "batches: within 1e-5")
print("parameters and buffers at the end: within 1e-5")
