# --8<-- [start:surprise]
import torch

log_p = torch.zeros(8, 2, 4).log_softmax(2)
target = torch.tensor([[1, 0, 0], [1, 2, 3]])
lengths = torch.tensor([8, 8]), torch.tensor([1, 3])
none = torch.nn.CTCLoss(reduction="none")(log_p, target, *lengths)
mean = torch.nn.CTCLoss()(log_p, target, *lengths)
print("none", [round(n, 4) for n in none.tolist()])
print(f"average of none {none.mean():.4f}, mean {mean:.4f}")
torch.testing.assert_close(mean, (none / lengths[1]).mean())
# --8<-- [end:surprise]

# --8<-- [start:fix]
total = torch.nn.CTCLoss(reduction="sum")(log_p, target, *lengths)
print(f"per sequence {total / 2:.4f}, per label {total / lengths[1].sum():.4f}")
# --8<-- [end:fix]
