# --8<-- [start:equal]
import torch

torch.manual_seed(0)
data = torch.randn(20, 4)


def train(place):
    w = torch.ones(4, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.02, momentum=0.9)
    for x in data:
        if place == "before forward":
            optimizer.zero_grad()
        loss = (x @ w - 1) ** 2
        if place == "before backward":
            optimizer.zero_grad()
        loss.backward()
        if place == "before step":
            optimizer.zero_grad()
        optimizer.step()
        if place == "after step":
            optimizer.zero_grad()
    return w.detach()


first = train("before forward")
for place in ("before forward", "before backward", "after step"):
    w = train(place)
    print(f"{place:16}", [round(v, 4) for v in w.tolist()])
    # zh: 一位不差
    # en: equal to the last bit
    assert torch.equal(w, first)
# --8<-- [end:equal]

# --8<-- [start:wrong]
w = train("before step")
print("before step     ", w.tolist())
assert torch.equal(w, torch.ones(4))
# --8<-- [end:wrong]
