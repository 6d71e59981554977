import torch
from torch import nn

# zh: a 与 b 同类，c 与它们异类；起初 a 离 c 比离 b 近
# en: a and b are alike, c is not; at first a is nearer to c than to b
points = torch.tensor([[0.0, 0.0], [2.0, 0.0], [1.0, 0.5]], requires_grad=True)
first, second = torch.tensor([[0, 1], [0, 2], [1, 2]]).T
target = torch.tensor([1.0, -1.0, -1.0])

loss_fn = nn.HingeEmbeddingLoss(margin=1.0, reduction="sum")
optimizer = torch.optim.SGD([points], lr=0.01)
for epoch in range(301):
    difference = points[first] - points[second]
    distance = torch.linalg.vector_norm(difference, dim=1)
    if epoch % 100 == 0:
        ab, ac, bc = distance.tolist()
        print(f"{epoch}: a-b {ab:.1f}, a-c {ac:.1f}, b-c {bc:.1f}")
    optimizer.zero_grad()
    loss_fn(distance, target).backward()
    optimizer.step()
