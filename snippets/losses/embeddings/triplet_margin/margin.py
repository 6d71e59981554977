# --8<-- [start:free]
import torch

# zh: 没有归一化：放大十倍，同一个三元组就够远了
# en: not of length 1: ten times larger, the same triplet is far enough
a, p, n = torch.tensor([[0.0]]), torch.tensor([[1.0]]), torch.tensor([[1.2]])
for scale in (1.0, 10.0):
    loss = torch.nn.TripletMarginLoss()(scale * a, scale * p, scale * n)
    print(f"scale {scale:g}: {loss:.2f}")
# --8<-- [end:free]

# --8<-- [start:surprise]
# zh: 单位向量：正例与锚点重合，负例在正对面
# en: unit vectors: the positive on the anchor, the negative opposite
a = torch.nn.functional.normalize(torch.tensor([[3.0, 4.0]]))
for margin in (0.2, 1.0, 1.9, 3.0):
    loss = torch.nn.TripletMarginLoss(margin=margin)(a, a, -a)
    print(f"margin {margin:g}: {loss:.2f}")
# --8<-- [end:surprise]
