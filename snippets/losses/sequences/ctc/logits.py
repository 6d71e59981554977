# --8<-- [start:surprise]
import torch

x = torch.tensor([[1.0, 3.0, 0.0], [2.0, 0.0, 1.0], [0.0, 1.0, 3.0]])
target, T, S = torch.tensor([1, 2]), torch.tensor(3), torch.tensor(2)
loss_fn = torch.nn.CTCLoss(reduction="sum")
for name, scores in (("logits", x), ("logits + 5", x + 5), ("softmax", x.softmax(1))):
    print(f"{name}: {loss_fn(scores, target, T, S):.4f}")
# --8<-- [end:surprise]

# --8<-- [start:fix]
for name, scores in (("logits", x), ("logits + 5", x + 5)):
    print(f"{name}: {loss_fn(scores.log_softmax(1), target, T, S):.4f}")
# --8<-- [end:fix]
