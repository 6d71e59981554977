# --8<-- [start:surprise]
import torch
from torch.nn import functional as F

# zh: a 是 0，b 是 1，c 是 2，而空白默认也是 0
# en: a is 0, b is 1, c is 2, and by default the blank is 0, too
path = torch.tensor([1, 0, 0, 0, 0, 2])
log_probs = (10.0 * F.one_hot(path)).log_softmax(1).unsqueeze(1)
loss = F.ctc_loss(log_probs, torch.tensor([[1, 0, 2]]), [6], [3], reduction="sum")
print(f"loss {loss:.2f}")
# --8<-- [end:surprise]

# --8<-- [start:fix]
# zh: 标签整体加 1；空白单独是类别 0
# en: add 1 to the labels; now class 0 is only the blank
path = torch.tensor([2, 0, 1, 0, 0, 3])
log_probs = (10.0 * F.one_hot(path)).log_softmax(1).unsqueeze(1)
loss = F.ctc_loss(log_probs, torch.tensor([[2, 1, 3]]), [6], [3], reduction="sum")
print(f"loss {loss:.2f}")
# --8<-- [end:fix]


# --8<-- [start:train]
def train(target, num_classes, blank=0):
    logits = torch.zeros(6, 1, num_classes, requires_grad=True)
    loss_fn = torch.nn.CTCLoss(blank=blank)
    optimizer = torch.optim.SGD([logits], lr=5.0)
    for _ in range(50):
        optimizer.zero_grad()
        loss = loss_fn(logits.log_softmax(2), torch.tensor([target]), [6], [3])
        loss.backward()
        optimizer.step()
    best = logits.argmax(dim=2)[:, 0].unique_consecutive().tolist()
    decoded = [c for c in best if c != blank]
    print(f"target {target}, loss {loss:.2f}, decoded {decoded}")


train([1, 0, 2], num_classes=3)
# zh: 给空白单独的类别：标签整体加 1，或者让空白用最后一个类别
# en: a class for the blank alone: add 1 to the labels, or put the blank last
train([2, 1, 3], num_classes=4)
train([1, 0, 2], num_classes=4, blank=3)
# --8<-- [end:train]
