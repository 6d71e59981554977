# --8<-- [start:surprise]
import torch

generator = torch.Generator().manual_seed(0)
loss_fn = torch.nn.CosineEmbeddingLoss(margin=0.2, reduction="none")
unlike = -torch.ones(1000)
for dim in (2, 16, 256):
    x, y = torch.randn(2, 1000, dim, generator=generator)
    share = (loss_fn(x, y, unlike) > 0).double().mean()
    print(f"{dim:3} dimensions: {share:.2f} of the pairs cost")
# --8<-- [end:surprise]

# --8<-- [start:fix]
# zh: 每一个 x 只配它眼下最像的那个 y
# en: for each x only the y that it resembles most now
normalize = torch.nn.functional.normalize
nearest = (normalize(x) @ normalize(y).T).argmax(dim=1)
share = (loss_fn(x, y[nearest], unlike) > 0).double().mean()
print(f"{dim:3} dimensions: {share:.2f} of the pairs cost")
# --8<-- [end:fix]
