# --8<-- [start:surprise]
import torch

scores = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
hidden = torch.tensor([[False, True], [True, True]])
print(scores.masked_fill(hidden, -torch.inf).softmax(dim=1))
# --8<-- [end:surprise]

# --8<-- [start:fix]
weights = scores.masked_fill(hidden, torch.finfo(scores.dtype).min).softmax(dim=1)
print(weights.masked_fill(hidden, 0.0))
# --8<-- [end:fix]

# --8<-- [start:builtin]
attention = torch.nn.MultiheadAttention(4, num_heads=1, batch_first=True)
x = torch.ones(1, 2, 4)
for need_weights in (True, False):
    output, _ = attention(x, x, x, attn_mask=hidden, need_weights=need_weights)
    print(f"{need_weights=}: nan in row", output[0].isnan().any(dim=1).tolist())
# --8<-- [end:builtin]
