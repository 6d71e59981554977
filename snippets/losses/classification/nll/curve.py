import torch
from matplotlib import pyplot as plt

from optguide.losses import nll_loss

# zh: 给目标类的概率 p，以及它的对数 x
# en: the probability p given to the target, and its logarithm x
p = torch.linspace(0.02, 1, 99)
x = p.log().unsqueeze(1)
loss = nll_loss(x, torch.zeros(99, dtype=torch.long), reduction="none")

fig, (left, right) = plt.subplots(1, 2, sharey=True)
left.plot(x.squeeze(1).tolist(), loss.tolist())
left.set(xlabel="x = log p", ylabel="loss")
right.plot(p.tolist(), loss.tolist())
right.set(xlabel="p")
plt.show()
