# --8<-- [start:sequence]
import torch
from torch.nn import functional as F

# zh: 2 个句子，每句 5 个或 10 个词，词表大小为 3
# en: 2 sentences of 5 or 10 words, a vocabulary of 3
for length in (5, 10):
    x = torch.tensor([0.7, 0.2, 0.1]).log().expand(2, length, 3)
    y = torch.tensor([0.5, 0.3, 0.2]).expand(2, length, 3)
    whole = F.kl_div(x, y, reduction="batchmean")
    words = F.kl_div(x.flatten(0, 1), y.flatten(0, 1), reduction="batchmean")
    print(f"{length:2} words: {whole.item():.4f} {words.item():.4f}")
    torch.testing.assert_close(whole, length * words)
# --8<-- [end:sequence]

# --8<-- [start:distillation]
# zh: 教师和学生的 logits
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
    # zh: xlogy(d, m) 就是 d log m；d 为 0 时结果为 0，即使 m 也是 0
    # en: xlogy(d, m) is d log m, and 0 where d is 0, even if m is 0 too
    halves = [(d.xlogy(d) - d.xlogy(m)).sum() for d in (p, q)]
    return sum(halves) / 2


p = torch.tensor([0.5, 0.5, 0.0])
q = torch.tensor([0.1, 0.4, 0.5])
print(f"{jensen_shannon(p, q).item():.4f} {jensen_shannon(q, p).item():.4f}")
# zh: 没有公共类别的两个分布：达到上限 log 2
# en: two distributions without a common class reach the maximum, log 2
a, b = torch.tensor([1.0, 0.0]), torch.tensor([0.0, 1.0])
print(f"{jensen_shannon(a, b).item():.4f}")
# zh: 第三类在两个分布里都是 0：kl_div 会得到 nan
# en: the third class is 0 in both, where kl_div would return nan
a, b = torch.tensor([0.5, 0.5, 0.0]), torch.tensor([0.1, 0.9, 0.0])
print(f"{jensen_shannon(a, b).item():.4f}")
assert F.kl_div(((a + b) / 2).log(), a, reduction="sum").isnan()
# --8<-- [end:jensen_shannon]
