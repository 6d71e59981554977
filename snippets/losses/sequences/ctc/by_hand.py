# --8<-- [start:paths]
import itertools

import torch

# zh: 三帧；类别 0 是空白，1 是 a，2 是 b
# en: three frames; class 0 is blank, 1 is a, 2 is b
names = "-ab"
p = torch.tensor([[0.2, 0.7, 0.1], [0.5, 0.3, 0.2], [0.1, 0.1, 0.8]])
target = [1, 2]


def read(path):
    merged = [c for c, _ in itertools.groupby(path)]
    return [c for c in merged if c != 0]


likelihood = 0.0
for path in itertools.product(range(3), repeat=3):
    if read(path) == target:
        probability = p[range(3), path].prod()
        likelihood += probability
        print("".join(names[c] for c in path), f"{probability:.3f}")
print(f"sum {likelihood:.3f}, loss {-likelihood.log():.4f}")
# --8<-- [end:paths]

# --8<-- [start:recursion]
# zh: 空白插在标签之间和两头：- a - b -
# en: blanks between the labels and at both ends: - a - b -
states = [0, 1, 0, 2, 0]
# zh: 第一帧：第一个空白，或第一个标签
# en: the first frame: the first blank, or the first label
alpha = [p[0, 0], p[0, 1], 0.0, 0.0, 0.0]
print("t=1", " ".join(f"{float(x):.3f}" for x in alpha))
for t in (1, 2):
    before = [0.0, 0.0, *alpha]
    alpha = []
    for s, label in enumerate(states):
        skip, step, stay = before[s : s + 3]
        arrive = stay + step
        if label != 0 and s > 1 and label != states[s - 2]:
            arrive = arrive + skip
        alpha.append(arrive * p[t, label])
    print(f"t={t + 1}", " ".join(f"{float(x):.3f}" for x in alpha))

# zh: 终点：最后一个标签，或它后面的空白
# en: the end: the last label, or the blank after it
print(f"sum {alpha[3] + alpha[4]:.3f}")
torch.testing.assert_close(alpha[3] + alpha[4], likelihood)
# --8<-- [end:recursion]

# --8<-- [start:torch]
log_probs = p.log().unsqueeze(1)
loss_fn = torch.nn.CTCLoss(reduction="sum")
loss = loss_fn(log_probs, torch.tensor([target]), [3], [2])
print(tuple(log_probs.shape), f"loss {loss:.4f}")
torch.testing.assert_close(loss, -likelihood.log())
# --8<-- [end:torch]
