import torch
from matplotlib import pyplot as plt

from optguide.lr_scheduler import CosineAnnealingLR, LinearLR, SequentialLR
from optguide.optim import SGD


def build():
    optimizer = SGD([torch.zeros(1, requires_grad=True)], lr=0.1)
    parts = [LinearLR(optimizer, 0.1, total_iters=10), CosineAnnealingLR(optimizer, 90)]
    return optimizer, SequentialLR(optimizer, parts, milestones=[10])


optimizer, scheduler = build()
lrs = []
for epoch in range(100):
    # zh: 第 60 轮：存检查点，程序中断；重建两者，再加载
    # en: epoch 60: a checkpoint, and the run stops; both are built anew and loaded
    if epoch == 60:
        checkpoint = optimizer.state_dict(), scheduler.state_dict()
        optimizer, scheduler = build()
        rebuilt = optimizer.param_groups[0]["lr"]
        optimizer.load_state_dict(checkpoint[0])
        scheduler.load_state_dict(checkpoint[1])
    lrs.append(optimizer.param_groups[0]["lr"])
    optimizer.step()
    scheduler.step()

plt.plot(lrs)
for event, side, epoch, lr in (
    ("scheduler built", "left", 0, lrs[0]),
    ("warmup ends", "left", 10, lrs[10]),
    ("cosine decay", "left", 35, lrs[35]),
    ("built anew", "right", 60, rebuilt),
    ("checkpoint loaded", "left", 60, lrs[60]),
):
    plt.plot(epoch, lr, "o", color="C1")
    beside = (8 if side == "left" else -8, 2)
    plt.annotate(event, (epoch, lr), beside, textcoords="offset points", ha=side)
plt.gca().set(xlabel="epoch", ylabel="lr", xlim=(-2, 104), ylim=(-0.012, 0.115))
plt.show()
