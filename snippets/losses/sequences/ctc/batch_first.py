# --8<-- [start:surprise]
import torch

generator = torch.Generator().manual_seed(0)
loss_fn = torch.nn.CTCLoss()
T, C = 4, 5
for N in (2, 4):
    log_p = torch.randn(N, T, C, generator=generator).log_softmax(2)
    target = torch.tensor([[1, 2]]).repeat(N, 1)
    lengths = [T] * N, [2] * N
    try:
        print(f"N {N}, T {T}: {loss_fn(log_p, target, *lengths):.3f}")
    except RuntimeError as error:
        print(f"N {N}, T {T}: {error}")
# --8<-- [end:surprise]

# --8<-- [start:fix]
print(f"N {N}, T {T}: {loss_fn(log_p.transpose(0, 1), target, *lengths):.3f}")
# --8<-- [end:fix]
