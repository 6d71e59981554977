# --8<-- [start:aligned]
import torch

log_p = torch.tensor([[0.2, 0.7, 0.1], [0.5, 0.3, 0.2]]).log()
# zh: 每一帧的标签都已知，路径只有一条
# en: the label of every frame is known, so there is only one path
one_path = torch.nn.functional.nll_loss(log_p, torch.tensor([1, 2]), reduction="sum")
ctc = torch.nn.functional.ctc_loss(
    log_p, torch.tensor([1, 2]), (2,), (2,), reduction="sum"
)
print(f"{one_path:.4f} {ctc:.4f}")
torch.testing.assert_close(one_path, ctc)
# --8<-- [end:aligned]
