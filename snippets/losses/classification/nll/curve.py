import torch
from matplotlib import pyplot as plt

from optguide.losses import nll_loss

# zh: 给目标类的概率 p，以及它的对数 x
# en: the probability p given to the target, and its logarithm x
p = torch.linspace(0.02, 1, 99)
x = p.log().unsqueeze(1)
loss = nll_loss(x, torch.zeros(99, dtype=torch.long), reduction="none")

fig, (top, bottom) = plt.subplots(2, 1, figsize=(4.8, 5.4))
top.plot(x.squeeze(1).tolist(), loss.tolist())
top.set(xlabel="x = log p", ylabel="loss")
bottom.plot(p.tolist(), loss.tolist())
bottom.set(xlabel="p", ylabel="loss")
plt.show()
