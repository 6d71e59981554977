# --8<-- [start:zero_grad]
import torch
from sklearn.datasets import load_digits
from torch import nn

loss_f = nn.CrossEntropyLoss()
torch.manual_seed(0)
data, labels = torch.randn(6, 4), torch.tensor([0, 1, 2, 0, 1, 2])


def weight_after(order):
    torch.manual_seed(0)
    model = nn.Linear(4, 3)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    lines = {
        "zero_grad": optimizer.zero_grad,
        "backward": lambda: loss_f(model(data), labels).backward(),
        "step": optimizer.step,
    }
    for _ in range(3):
        for line in order.split():
            lines[line]()
    return model.weight.detach()


untrained = weight_after("")
first = weight_after("zero_grad backward step")
last = weight_after("backward step zero_grad")
between = weight_after("backward zero_grad step")
print("first and last agree:", torch.equal(first, last))
print("between: moved", not torch.equal(between, untrained))
assert torch.equal(first, last)
assert not torch.equal(first, untrained)
assert torch.equal(between, untrained)
# --8<-- [end:zero_grad]

# --8<-- [start:dropout]
torch.manual_seed(0)
model = nn.Sequential(nn.Linear(4, 8), nn.Dropout(0.5), nn.Linear(8, 3))
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)


def three_steps():
    for _ in range(3):
        optimizer.zero_grad()
        loss_f(model(data), labels).backward()
        optimizer.step()
    return model[0].weight.detach().clone()


torch.save(
    {
        "model": model.state_dict(),
        "optimizer": optimizer.state_dict(),
        "rng": torch.get_rng_state(),
        # zh: 没有 GPU 时是空列表
        # en: an empty list without a GPU
        "cuda_rng": torch.cuda.get_rng_state_all(),
    },
    "checkpoint.pt",
)
uninterrupted = three_steps()

for with_rng in (False, True):
    checkpoint = torch.load("checkpoint.pt", map_location="cpu", weights_only=True)
    model.load_state_dict(checkpoint["model"])
    optimizer.load_state_dict(checkpoint["optimizer"])
    if with_rng:
        torch.set_rng_state(checkpoint["rng"])
        torch.cuda.set_rng_state_all(checkpoint["cuda_rng"])
    equal = torch.equal(three_steps(), uninterrupted)
    assert equal == with_rng
    print("rng restored", with_rng, "equal", equal)
# --8<-- [end:dropout]

# --8<-- [start:few]
digits = load_digits()
images = torch.tensor(digits.data / 16, dtype=torch.float32)
labels = torch.tensor(digits.target, dtype=torch.int64)

torch.manual_seed(0)
train, valid = torch.randperm(len(labels)).split([50, 1747])
model = nn.Sequential(nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 10))
optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
valid_losses = []
print("step  train loss  valid loss  valid acc")
for step in range(401):
    if step in (25, 100, 400):
        with torch.no_grad():
            outputs = model(images)
        train_loss = loss_f(outputs[train], labels[train]).item()
        valid_loss = loss_f(outputs[valid], labels[valid]).item()
        acc = (outputs.argmax(dim=1) == labels)[valid].float().mean().item()
        print(f"{step:4}  {train_loss:10.3f}  {valid_loss:10.3f}  {acc:9.2f}")
        valid_losses.append(valid_loss)
    optimizer.zero_grad()
    loss_f(model(images[train]), labels[train]).backward()
    optimizer.step()
assert train_loss < 0.002
assert acc < 0.9
assert valid_losses[2] > valid_losses[1]
# --8<-- [end:few]
