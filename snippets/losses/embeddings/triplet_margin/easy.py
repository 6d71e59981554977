# --8<-- [start:surprise]
import torch

generator = torch.Generator().manual_seed(0)
# zh: 两类，各四个点，中心相距 4
# en: two classes of four points each; their centres are 4 apart
label = torch.tensor([0, 0, 0, 0, 1, 1, 1, 1])
x = torch.randn(8, 2, generator=generator)
x[:, 0] += 4 * label
x.requires_grad_()


def train_on(a, p, n):
    x.grad = None
    loss = torch.nn.TripletMarginLoss(reduction="none")(x[a], x[p], x[n])
    loss.mean().backward()
    active = int((loss > 0).sum())
    print(f"active {active} of {len(loss)}, mean {loss.mean():.4f}")
    print(f"gradient {x.grad.norm():.4f}")


# zh: 锚点 a、同类的 p、异类的 n：全部三元组
# en: all triplets: an anchor a, a p of its class, an n of the other
same = label[:, None] == label
a, p, n = torch.nonzero(
    (same & ~torch.eye(8, dtype=torch.bool))[:, :, None] & ~same[:, None, :],
    as_tuple=True,
)
train_on(a, p, n)
# --8<-- [end:surprise]

# --8<-- [start:mean]
loss = torch.nn.TripletMarginLoss(reduction="none")(x[a], x[p], x[n])
print(f"mean of the active ones {loss[loss > 0].mean():.4f}")
# --8<-- [end:mean]

# --8<-- [start:fix]
# zh: 每个锚点只取最远的正例和最近的负例
# en: for each anchor the farthest positive and the nearest negative
with torch.no_grad():
    d = torch.cdist(x, x)
    hardest_p = d.masked_fill(~same, -1).argmax(dim=1)
    hardest_n = d.masked_fill(same, torch.inf).argmin(dim=1)
train_on(torch.arange(8), hardest_p, hardest_n)
# --8<-- [end:fix]
