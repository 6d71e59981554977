import torch
from matplotlib import pyplot as plt

# zh: 一组梯度方向相同、长短不同；裁剪之后各到哪里
# en: gradients of one direction and many lengths: where clipping puts them
lengths = torch.linspace(0, 3, 61)
direction = torch.tensor([0.8, 0.6])
by_norm, by_value = [], []
for length in lengths.tolist():
    for kind, found in (("norm", by_norm), ("value", by_value)):
        w = torch.zeros(2, requires_grad=True)
        w.grad = length * direction
        if kind == "norm":
            torch.nn.utils.clip_grad_norm_([w], 1.0)
        else:
            torch.nn.utils.clip_grad_value_([w], 1.0)
        found.append(w.grad.tolist())

fig, (top, bottom) = plt.subplots(2, 1, figsize=(4.8, 5.4))
ink = plt.rcParams["text.color"]
top.plot([0, 2.4], [0, 1.8], color=ink, linestyle=":")
for name, found in (("norm", by_norm), ("value", by_value)):
    top.plot(*zip(*found, strict=True), label=name)
    after = [(a * a + b * b) ** 0.5 for a, b in found]
    bottom.plot(lengths.tolist(), after)
top.set(xlabel="first gradient", ylabel="second gradient")
bottom.set(xlabel="norm before", ylabel="norm after")
top.legend()
plt.show()
