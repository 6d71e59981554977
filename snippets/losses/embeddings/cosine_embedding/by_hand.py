# --8<-- [start:cosine]
import torch

input1 = torch.tensor([[3.0, 4.0], [1.0, 1.0], [0.0, 2.0]], requires_grad=True)
input2 = torch.tensor([[4.0, 3.0], [1.0, 0.0], [1.0, 0.0]])
target = torch.tensor([1.0, -1.0, -1.0])
margin = 0.5

dot = (input1 * input2).sum(dim=1)
lengths = input1.norm(dim=1) * input2.norm(dim=1)
cos = dot / lengths
print("cos", [round(c, 4) for c in cos.tolist()])
# --8<-- [end:cosine]

# --8<-- [start:loss]
alike = 1 - cos
unlike = (cos - margin).clamp(min=0)
loss = torch.where(target == 1, alike, unlike)
print("none", [round(n, 4) for n in loss.tolist()])
print("mean", round(loss.mean().item(), 4))

for reduction in ("none", "sum", "mean"):
    loss_fn = torch.nn.CosineEmbeddingLoss(margin, reduction=reduction)
    ours = {"none": loss, "sum": loss.sum(), "mean": loss.mean()}[reduction]
    torch.testing.assert_close(ours, loss_fn(input1, input2, target))
# --8<-- [end:loss]

# --8<-- [start:gradient]
loss.sum().backward()
for gradient in input1.grad.tolist():
    print([round(g, 4) for g in gradient])

# zh: 梯度与向量垂直：只让它转，不让它伸缩
# en: the gradient is perpendicular to the vector: it turns it, no more
along = (input1.detach() * input1.grad).sum(dim=1)
torch.testing.assert_close(along, torch.zeros(3), rtol=0, atol=1e-6)
# --8<-- [end:gradient]
