# --8<-- [start:surprise]
import torch
from torch.utils.data import DataLoader, TensorDataset

predicted = torch.tensor([3, 1, 4, 1, 5, 9, 2, 6, 5, 3])
labels = torch.tensor([3, 1, 4, 1, 5, 9, 2, 6, 0, 0])
loader = DataLoader(TensorDataset(predicted, labels), batch_size=4)

accs = []
for predicted, labels in loader:
    correct_num = (predicted == labels).sum()
    acc = correct_num / labels.shape[0]
    accs.append(acc.item())
print("acc after the epoch", acc.item())
print("mean of batches", round(sum(accs) / len(accs), 4))
# --8<-- [end:surprise]

# --8<-- [start:fix]
correct = seen = 0
for predicted, labels in loader:
    correct += (predicted == labels).sum().item()
    seen += len(labels)
print("acc of the epoch", correct / seen)
assert correct / seen == 0.8
# --8<-- [end:fix]
