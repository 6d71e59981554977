import torch
from matplotlib import pyplot as plt

# zh: 三帧；类别 0 是空白，1 是 a，2 是 b；目标是 ab
# en: three frames; class 0 is blank, 1 is a, 2 is b; the target is ab
p = torch.tensor([[0.2, 0.7, 0.1], [0.5, 0.3, 0.2], [0.1, 0.1, 0.8]])
states = torch.tensor([0, 1, 0, 2, 0])

# zh: 停留、前进一步，或从 a 越过空白到 b
# en: stay, go on by one, or from a over the blank to b
moves = torch.eye(5) + torch.diag(torch.ones(4), 1)
moves[1, 3] = 1

# zh: alpha：到这里为止的路径的概率之和；beta：从这里到终点（b 或它后面的空白）的
# en: alpha: the sum of all paths up to here; beta: from here to the end, b or blank
alpha = [p[0, states] * torch.tensor([1, 1, 0, 0, 0])]
beta = [torch.tensor([0, 0, 0, 1.0, 1.0])]
for t in (1, 2):
    alpha.append(alpha[-1] @ moves * p[t, states])
    beta.insert(0, moves @ (p[3 - t, states] * beta[0]))

for t in range(3):
    for s in range(5):
        for to in moves[s].nonzero().flatten().tolist() if t < 2 else ():
            spells = alpha[t][s] * beta[t + 1][to] > 0
            arrow = {"color": "C1", "lw": 2} if spells else {"alpha": 0.4, "lw": 0.7}
            arrow |= {"arrowstyle": "->", "shrinkA": 19, "shrinkB": 19}
            plt.annotate("", (t + 2, to), (t + 1, s), arrowprops=arrow)
        shade = plt.matplotlib.colors.to_rgba("C0", 0.6 * alpha[t][s].item())
        edge = "C1" if alpha[t][s] * beta[t][s] > 0 else "C0"
        plt.plot(t + 1, s, "o", markersize=37, mfc=shade, mec=edge)
        plt.text(t + 1, s, f"{alpha[t][s]:.3f}", ha="center", va="center")
plt.gcf().set_figheight(4)
plt.gca().set(xlabel="frame", xticks=(1, 2, 3), xlim=(0.6, 3.4), ylim=(4.6, -0.6))
plt.yticks(range(5), ["blank", "a", "blank", "b", "blank"])
plt.grid(visible=False)
plt.show()
