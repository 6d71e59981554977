"""What running a block gives."""

from dataclasses import dataclass, field


@dataclass
class Result:
    """What one block printed and drew."""

    output: str
    figures: list[str] = field(default_factory=list)
