# --8<-- [start:sequence]
import torch
from torch.nn import functional as F

# zh: 2 个句子，每句 5 个词，词表大小 3
# en: 2 sentences of 5 words, a vocabulary of 3
x = torch.tensor([0.7, 0.2, 0.1]).log().expand(2, 5, 3)
y = torch.tensor([0.5, 0.3, 0.2]).expand(2, 5, 3)
whole = F.kl_div(x, y, reduction="batchmean")
words = F.kl_div(x.flatten(0, 1), y.flatten(0, 1), reduction="batchmean")
print(f"{whole.item():.4f} {words.item():.4f}")
# --8<-- [end:sequence]

# --8<-- [start:distillation]
# zh: 老师和学生的 logits
# en: the logits of a teacher and of a student
teacher = torch.tensor([[4.0, 1.0, -2.0]])
for T in (1.0, 4.0, 16.0):
    student = torch.zeros(1, 3, requires_grad=True)
    loss = F.kl_div(
        (student / T).log_softmax(dim=1),
        (teacher / T).log_softmax(dim=1),
        reduction="batchmean",
        log_target=True,
    )
    loss.backward()
    size = student.grad.norm().item()
    print(f"T {T:g}: gradient {size:.4f}, times T**2 {size * T**2:.4f}")
# --8<-- [end:distillation]


# --8<-- [start:jensen_shannon]
def jensen_shannon(p, q):
    m = (p + q) / 2
    halves = [F.kl_div(m.log(), d, reduction="sum") for d in (p, q)]
    return sum(halves) / 2


p = torch.tensor([0.5, 0.5, 0.0])
q = torch.tensor([0.1, 0.4, 0.5])
print(f"{jensen_shannon(p, q).item():.4f} {jensen_shannon(q, p).item():.4f}")
# zh: 毫不相交的两个分布：上限 log 2
# en: distributions that share nothing: the largest value, log 2
a, b = torch.tensor([1.0, 0.0]), torch.tensor([0.0, 1.0])
print(f"{jensen_shannon(a, b).item():.4f}")
# --8<-- [end:jensen_shannon]
