# --8<-- [start:surprise]
import torch
from torch import nn

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(4, 8), nn.BatchNorm1d(8), nn.Linear(8, 3))
data = torch.randn(6, 4)

model.eval()
outputs = model(data)
print("training", model.training, "grad_fn", outputs.grad_fn.name())
# --8<-- [end:surprise]

# --8<-- [start:fix]
norm = model[1]
print("mode   no_grad  graph  statistics")
for mode in ("train", "eval"):
    for no_grad in (False, True):
        model.train(mode == "train")
        before = norm.running_mean.clone()
        with torch.set_grad_enabled(not no_grad):
            outputs = model(data)
        graph = outputs.grad_fn is not None
        moved = not torch.equal(before, norm.running_mean)
        assert graph == (not no_grad)
        assert moved == (mode == "train")
        statistics = "move" if moved else "stay"
        print(f"{mode:5}  {no_grad!s:7}  {graph!s:5}  {statistics}")
# --8<-- [end:fix]
