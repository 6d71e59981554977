import torch
from torch import nn

# zh: 50 帧，2 段录音，5 个类别；类别 0 是空白，第二个目标末尾的 0 是填充
# en: 50 frames, 2 recordings, 5 classes; 0 is the blank, and pads the second target
log_probs = torch.zeros(50, 2, 5).log_softmax(dim=2)
targets = torch.tensor([[1, 2, 3], [4, 4, 0]])
input_lengths, target_lengths = [50, 40], [3, 2]
print(nn.CTCLoss()(log_probs, targets, input_lengths, target_lengths))
