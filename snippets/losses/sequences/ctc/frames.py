# --8<-- [start:surprise]
import itertools

import torch

loss_fn = torch.nn.CTCLoss(reduction="none")
for T in (1, 2, 3, 4):
    log_p = torch.zeros(T, 1, 3).log_softmax(2)
    losses = [
        loss_fn(log_p, torch.tensor([target]), [T], [2]).item()
        for target in ([1, 2], [1, 1])
    ]
    print(f"T {T}: ab {losses[0]:.4f}, aa {losses[1]:.4f}")
# --8<-- [end:surprise]

# --8<-- [start:batch]
# zh: 第二个样本只有两帧，目标却是 aa
# en: the second sample has two frames, and its target is aa
target = torch.tensor([[1, 2], [1, 1]])
lengths = torch.tensor([3, 2]), torch.tensor([2, 2])
for zero_infinity in (False, True):
    logits = torch.zeros(3, 2, 3, requires_grad=True)
    loss_fn = torch.nn.CTCLoss(zero_infinity=zero_infinity)
    loss = loss_fn(logits.log_softmax(2), target, *lengths)
    loss.backward()
    print(f"{zero_infinity}: loss {loss:.4f}", end=", ")
    print("gradient", [f"{g:.2f}" for g in logits.grad.norm(dim=(0, 2)).tolist()])
# --8<-- [end:batch]


# --8<-- [start:fix]
def frames_needed(target):
    repeats = sum(a == b for a, b in itertools.pairwise(target))
    return len(target) + repeats


for row, T in zip(target.tolist(), lengths[0].tolist(), strict=True):
    print(f"needs {frames_needed(row)}, has {T}")
# --8<-- [end:fix]
