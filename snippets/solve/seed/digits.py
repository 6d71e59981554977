import torch

torch.manual_seed(0)
x = torch.randn(10_000)
whole = x.sum()
parts = sum(part.sum() for part in x.split(7))
print("equal:", torch.equal(whole, parts))
print("close:", torch.allclose(whole, parts, rtol=1e-3))
