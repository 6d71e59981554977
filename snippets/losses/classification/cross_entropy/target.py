# --8<-- [start:surprise]
import torch
from torch.nn import functional as F

logits = torch.tensor([[2.0, 0.5, -1.0], [0.3, 1.2, 0.1]], device="cpu")
target = torch.tensor([[0.0], [2.0]], device="cpu")
try:
    F.cross_entropy(logits, target)
except RuntimeError as error:
    print(error)
# --8<-- [end:surprise]

# --8<-- [start:fix]
loss = F.cross_entropy(logits, target.squeeze(1).long())
print(f"{loss:.4f}")
# --8<-- [end:fix]

# --8<-- [start:refused]
# zh: 在 CPU 上试：类别越界时，那里会抛出 Python 异常
# en: on the CPU, where a class out of range raises a Python exception
target = torch.tensor([0, 2], device="cpu")
one_hot = F.one_hot(target, num_classes=3)


def attempt(label, target):
    try:
        F.cross_entropy(logits, target)
        print(f"{label}: accepted")
    except (RuntimeError, IndexError) as error:
        print(f"{label}: {type(error).__name__}\n  {error}")


attempt("int64", target)
attempt("uint8", target.to(torch.uint8))
attempt("int32", target.to(torch.int32))
attempt("float32", target.float())
attempt("(N, 1)", target[:, None])
attempt("class 3", torch.tensor([0, 3], device="cpu"))
attempt("one-hot int64", one_hot)
attempt("one-hot float32", one_hot.float())
# --8<-- [end:refused]

# --8<-- [start:unchecked]
# zh: 和不为 1，还有负数，照样被接受
# en: the sum is not 1 and one number is negative; accepted all the same
nonsense = 0 * logits + torch.tensor([3.0, -1.0, 0.0], device="cpu")
print(f"{F.cross_entropy(logits, nonsense).item():.4f}")
# --8<-- [end:unchecked]

# --8<-- [start:mask]
# zh: 2 × 2 像素的分割掩码，255 表示没有标注
# en: a segmentation mask of 2 x 2 pixels; 255 marks those without a label
scores = torch.zeros(1, 3, 2, 2, device="cpu")
mask = torch.tensor([[[0, 255], [2, 1]]], dtype=torch.uint8, device="cpu")
print(mask.unique().tolist())
loss = F.cross_entropy(scores, mask.long(), ignore_index=255)
print(f"{loss.item():.4f}")
# --8<-- [end:mask]
