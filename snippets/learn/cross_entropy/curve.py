import torch
from matplotlib import pyplot as plt

p = torch.linspace(0.01, 1, 100)
marks = torch.tensor([0.01, 0.1, 0.5, 1.0])
fig, ax = plt.subplots()
ax.plot(p.tolist(), (-p.log()).tolist())
ax.plot(marks.tolist(), (-marks.log()).tolist(), "o")
for x, y in zip(marks.tolist(), (-marks.log()).tolist(), strict=True):
    ax.annotate(f"{abs(y):.2f}", (x, y), textcoords="offset points", xytext=(8, 4))
ax.set(xlabel="p", ylabel="−log p", xlim=(-0.02, 1.1))
plt.show()
