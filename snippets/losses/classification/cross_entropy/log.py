import torch
from matplotlib import pyplot as plt

p = torch.linspace(0.005, 1, 400)
plt.plot(p.tolist(), (-p.log()).tolist())

# zh: 三个目标类的概率和它们的损失
# en: three probabilities of the target class, and their losses
marked = torch.tensor([1.0, 0.5, 0.01])
for x, y in zip(marked.tolist(), (-marked.log()).abs().tolist(), strict=True):
    plt.plot(x, y, "o", color="C1", clip_on=False)
    plt.annotate(
        f"p = {x:g}: {y:.2g}",
        (x, y),
        xytext=(-6, 12) if x == 1 else (10, 6),
        textcoords="offset points",
        ha="right" if x == 1 else "left",
    )
plt.gca().set(xlabel="p of the target class", ylabel="−log p", xlim=(0, 1))
plt.ylim(0, 5.5)
plt.show()
