"""What the site says by itself, in both languages: ``words.yml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from optguide_site.project import LANGUAGES


@cache
def _all() -> dict[str, Any]:
    text = Path(__file__).with_suffix(".yml").read_text("utf-8")
    found: dict[str, Any] = yaml.safe_load(text)
    return found


@cache
def words(language: str) -> dict[str, str]:
    """The texts of pages in one language, by their name."""
    return {n: both[language] for n, both in _all().items() if n != "explorers"}


def explorer_texts() -> dict[str, dict[str, dict[str, str]]]:
    """For each explorer, by language, its texts."""
    return {
        explorer: {
            language: {name: both[language] for name, both in texts.items()}
            for language in LANGUAGES
        }
        for explorer, texts in _all()["explorers"].items()
    }


def for_templates(address: str, language: str) -> dict[str, Any]:
    """What templates take from ``extra`` besides the configuration's own.

    Args:
        address: where the Chinese site begins.
        language: whose pages they are for.
    """
    return {
        "root_url": address,
        "scope": urlsplit(address).path,  # both share the reader's settings
        "words": words(language),
        "both": {each: words(each) for each in LANGUAGES},
    }
