# --8<-- [start:share]
import itertools

import torch

p = torch.tensor([[0.2, 0.7, 0.1], [0.5, 0.3, 0.2], [0.1, 0.1, 0.8]])
target = [1, 2]
share = torch.zeros(3, 3)
for path in itertools.product(range(3), repeat=3):
    merged = [c for c, _ in itertools.groupby(path)]
    if [c for c in merged if c != 0] == target:
        probability = p[range(3), path].prod()
        # zh: 这条路径的概率，在每一帧都算给它所取的类别
        # en: in each frame, the path's probability counts for the class that it names
        share[range(3), path] += probability
share /= share[0].sum()
for t in range(3):
    print(f"t={t + 1}", " ".join(f"{s:.3f}" for s in share[t].tolist()))
# --8<-- [end:share]

# --8<-- [start:gradient]
logits = p.log().unsqueeze(1).requires_grad_()
log_probs = logits.log_softmax(2)
loss_fn = torch.nn.CTCLoss(reduction="sum")
loss_fn(log_probs, torch.tensor([target]), [3], [2]).backward()
for t in range(3):
    row = [f"{g:.3f}" for g in logits.grad[t, 0].tolist()]
    print(f"t={t + 1}", " ".join(row))
torch.testing.assert_close(logits.grad[:, 0], p - share)
# --8<-- [end:gradient]
