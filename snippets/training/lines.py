import torch
from torch import nn

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(4, 8), nn.BatchNorm1d(8), nn.Linear(8, 3))
data, labels = torch.randn(6, 4), torch.tensor([0, 1, 2, 0, 1, 2])
loss_f = nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
weight, norm = model[0].weight, model[1]


def one_batch(without=None):
    before = weight.detach().clone()
    if without != "train":
        model.train()
    loss = loss_f(model(data), labels)
    if without != "zero_grad":
        optimizer.zero_grad()
    if without != "backward":
        loss.backward()
    if without != "step":
        optimizer.step()
    return not torch.equal(before, weight)


print("all lines: moved", one_batch())
print("without backward: moved", one_batch("backward"))
print("without step: moved", one_batch("step"))

once = weight.grad.clone()
loss_f(model(data), labels).backward()
torch.testing.assert_close(weight.grad, 2 * once)
print("without zero_grad: gradient x 2")

# zh: meta 设备扮演另一块设备，哪台机器上都有
# en: the meta device stands for another device; every machine has it
try:
    model(data.to("meta"))
except RuntimeError as e:
    print("without to(device):", type(e).__name__)

model.eval()
seen = norm.num_batches_tracked.item()
one_batch("train")
assert norm.num_batches_tracked == seen
print("without train: running statistics stand still")
