import torch
from torch import nn

torch.manual_seed(0)
net = nn.Sequential(nn.Linear(4, 8), nn.BatchNorm1d(8), nn.Linear(8, 3))
x, y = torch.randn(6, 4), torch.tensor([0, 1, 2, 0, 1, 2])
criterion = nn.CrossEntropyLoss()
sgd = torch.optim.SGD(net.parameters(), lr=0.1)
weight, norm = net[0].weight, net[1]


def one_batch(without=None):
    before = weight.detach().clone()
    if without != "train":
        net.train()
    loss = criterion(net(x), y)
    if without != "zero_grad":
        sgd.zero_grad()
    if without != "backward":
        loss.backward()
    if without != "step":
        sgd.step()
    return not torch.equal(before, weight)


print("all lines: moved", one_batch())
print("without backward: moved", one_batch("backward"))
print("without step: moved", one_batch("step"))

once = weight.grad.clone()
criterion(net(x), y).backward()
torch.testing.assert_close(weight.grad, 2 * once)
print("without zero_grad: gradient x 2")

# zh: meta 设备扮演另一块设备，哪台机器上都有
# en: the meta device stands for another device; every machine has it
try:
    net(x.to("meta"))
except RuntimeError as e:
    print("without to(device):", type(e).__name__)

net.eval()
seen = norm.num_batches_tracked.item()
one_batch("train")
assert norm.num_batches_tracked == seen
print("without train: running statistics stand still")
