# --8<-- [start:surprise]
import itertools

import torch


def train(target, num_classes, blank=0):
    logits = torch.zeros(6, 1, num_classes, requires_grad=True)
    loss_fn = torch.nn.CTCLoss(blank=blank)
    optimizer = torch.optim.SGD([logits], lr=5.0)
    for _ in range(50):
        optimizer.zero_grad()
        loss = loss_fn(logits.log_softmax(2), torch.tensor([target]), [6], [3])
        loss.backward()
        optimizer.step()
    best = logits.argmax(dim=2)[:, 0].tolist()
    decoded = [c for c, _ in itertools.groupby(best) if c != blank]
    print(f"target {target}, loss {loss:.2f}, decoded {decoded}")


# zh: a 是 0，b 是 1，c 是 2，而空白默认也是 0
# en: a is 0, b is 1, c is 2, and by default the blank is 0, too
train([1, 0, 2], num_classes=3)
# --8<-- [end:surprise]

# --8<-- [start:fix]
# zh: 标签整体加 1，或者让空白用最后一个类别；两种办法都多出一个类别
# en: add 1 to the labels, or put the blank last; either way, there is one more class
train([2, 1, 3], num_classes=4)
train([1, 0, 2], num_classes=4, blank=3)
# --8<-- [end:fix]
