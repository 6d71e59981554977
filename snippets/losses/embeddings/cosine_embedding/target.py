# --8<-- [start:surprise]
import torch

loss_fn = torch.nn.CosineEmbeddingLoss(reduction="none")
x = torch.tensor([[1.0, 0.0], [1.0, 0.0]])
# zh: 四个目标都配同样的两对：垂直的一对，相同的一对
# en: each target for the same two pairs: one perpendicular, one equal
y = torch.tensor([[0.0, 1.0], [1.0, 0.0]])
for target in (1.0, -1.0, 0.0, 0.5):
    loss = loss_fn(x, y, torch.full((2,), target))
    print(f"target {target:g}: {loss.tolist()}")
# --8<-- [end:surprise]

# --8<-- [start:fix]
zero_one = torch.tensor([1.0, 0.0])
print(loss_fn(x, y, 2 * zero_one - 1).tolist())
# --8<-- [end:fix]

# --8<-- [start:shape]
for shape in ((2,), (2, 1), ()):
    try:
        print(shape, tuple(loss_fn(x, y, torch.ones(shape)).shape))
    except RuntimeError as error:
        print(shape, str(error).split(",")[0])
# --8<-- [end:shape]
