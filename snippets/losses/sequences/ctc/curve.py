import torch
from matplotlib import pyplot as plt

from optguide.losses import ctc_loss

# zh: 还什么都没学到的模型：每一帧三个类别的概率都相等，类别 0 是空白
# en: an untrained model: three equally likely classes in each frame, 0 is the blank
fig, (top, bottom) = plt.subplots(2, 1, figsize=(4.8, 5.4))
for label, target, style in (("ab", [1, 2], "o-"), ("aa", [1, 1], "s--")):
    frames = range(2, 13)
    losses = []
    for T in frames:
        log_p = torch.zeros(T, 3).log_softmax(1)
        loss = ctc_loss(log_p, torch.tensor(target), [T], [2], reduction="sum")
        losses.append(loss.item())
    top.plot(list(frames), losses, style, label=f'"{label}"')
top.set(xlabel="frames T", ylabel="loss", ylim=(0, 7), xticks=(2, 4, 8, 12))
top.legend()

# zh: 12 帧里读作 ab 的所有路径：每一帧各个类别占的份额
# en: of all paths that read as "ab" in 12 frames: the share of each class
log_p = torch.zeros(12, 3).log_softmax(1).requires_grad_()
loss = ctc_loss(log_p, torch.tensor([1, 2]), [12], [2], reduction="sum")
(gradient,) = torch.autograd.grad(loss, log_p)
for label, c, style in (("blank", 0, ":"), ("a", 1, "-"), ("b", 2, "--")):
    bottom.plot(list(range(1, 13)), (-gradient[:, c]).tolist(), style, label=label)
bottom.set(xlabel="frame", ylabel="share of the paths", ylim=(0, 1))
bottom.set(xticks=(1, 4, 8, 12))
bottom.legend()
plt.show()
