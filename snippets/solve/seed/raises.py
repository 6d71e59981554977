import torch

torch.use_deterministic_algorithms(True)
try:
    torch.zeros(3).put_(torch.tensor([0, 0]), torch.tensor([1.0, 2.0]))
except RuntimeError as e:
    print(str(e).partition(", but")[0])
print(torch.empty(2))
torch.use_deterministic_algorithms(False)
