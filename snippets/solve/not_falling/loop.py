# --8<-- [start:missing]
import torch


def train(clear, steps=60, lr=0.1):
    w = torch.tensor(1.0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    losses = []
    for step in range(steps):
        loss = w.square()
        if clear == "before":
            optimizer.zero_grad()
        loss.backward()
        if clear == "between":
            optimizer.zero_grad()
        optimizer.step()
        if step % 10 == 9:
            losses.append(f"{loss.item():.3f}")
    print(*losses)


train(clear="never")
# --8<-- [end:missing]

# --8<-- [start:between]
train(clear="between")
# --8<-- [end:between]

# --8<-- [start:fix]
train(clear="before")
# --8<-- [end:fix]
