"""Citations: what pages and docstrings cite is recorded, and says what is recorded.

The checks take files and yield what is wrong, for `tests.mutate_citations` plants faults.
"""

import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from optguide_site import citations
from optguide_site.project import DOCS, LANGUAGES, SOURCE, TORCH, minor, shown
from optguide_site.read import cite
from optguide_site.read.page import Prose, pages, read_page
from optguide_site.read.source import PageError
from tests.support.pages import each_name

#: By language and claim: how a sentence says it.
SAID = {
    "en": {
        "fixed": r"(?<!not )(?<!until it is )\b(fix(ed|es)|repair(s|ed)?|mend(s|ed)|solved)\b",
        "landed": r"(?<!not )\b(merged|landed)\b|\b(since|until) \[",
        "open": r"\b(still|remains|is) open\b|\buntil it is\b",
        "closed": r"\bclosed\b(?! form)|\brejected in \[",
        "intended": r"\b(on purpose|intended|by design|deliberate(ly)?)\b",
    },
    "zh": {
        "fixed": "修(?!改|好之前)|改好|(?<!没有)解决(?!办法)",
        "landed": r"(?<!未)(?<!没有)(合并|合入)|(?<!来)自 \[",
        "open": "未关闭|没有关闭|修好之前",
        "closed": "(?<!未)(?<!没有)(?<!自动|办法)关闭|被否决",
        "intended": "有意|故意|特意",
    },
}
SENTENCE = re.compile(r"(?<=[.!?]) (?=[A-Z`\[*(])|(?<=[。！？])")
LINK = re.compile(
    r"https?://(github\.com/\S+/(issues|pull)/\d|(dx\.)?doi\.org|arxiv\.org)"
)
DOCS_LINK = re.compile(r"https?://(?:docs\.)?pytorch\.org/([\w./#-]*\w)")
YEAR = re.compile(r"[(（]((et al\.|等)[,，] ?)?(1[5-9]|20)\d\d[)）]")


def of_page(path: Path, language: str, known: cite.Catalog) -> Iterator[str]:
    """What is wrong with the citations of a page."""
    page = cite.Citations(language, known=known)
    text = path.read_text("utf-8")
    for number, line in enumerate(text.split("\n"), 1):
        where = f"{shown(path)}:{number}"
        try:
            page.expand(line)
        except KeyError as error:
            yield f"{where}: {error.args[0]}"
        if found := LINK.search(line) or YEAR.search(line):
            yield (
                f"{where}: {found[0]}… by hand: add it to docs/threads.tsv or papers.yml, "
                "and cite it by its key, [#86454] or [@polyak1964]"
            )
        yield from (f"{where}: {wrong}" for wrong in of_docs(line, known, ("stable",)))
    for use in cite.uses(path, text):
        try:
            page.cite(use.key)
        except KeyError as error:
            yield f"{shown(path)}:{use.line}: {error.args[0]}"
    lines = dict.fromkeys((use.line, use.text) for use in cite.uses(path, text))
    for number, line in lines:
        for sentence in SENTENCE.split(line):
            yield from (
                f"{shown(path)}:{number}: {wrong}: {sentence!r}"
                for wrong in of_sentence(sentence, language)
            )


def of_sentence(sentence: str, language: str) -> Iterator[str]:
    """Where what a sentence says, and what it claims in brackets, are not the same."""
    cited = [found for found in cite.CITATION.finditer(sentence) if found["thread"]]
    claims = {found["claim"] for found in cited} - {None}
    for claim, words in SAID[language].items():
        said = re.search(words, sentence, re.IGNORECASE)
        alike = claims & (
            {"fixed", "landed"} if claim in ("fixed", "landed") else {claim}
        )
        if cited and said and not alike:
            key = cited[0]["thread"]
            yield f"this says {said[0]!r}, so one citation claims it: [{key} {claim}]"
        if claim in claims and not said and claim != "landed":  # said in many ways
            yield f"this cites a thread as {claim}, and does not say so"


def of_docs(text: str, known: cite.Catalog, versions: tuple[str, ...]) -> Iterator[str]:
    """Links to pages that PyTorch's documentation does not have."""
    for path in DOCS_LINK.findall(text):
        _, version, address = [*path.split("/", 2), "", ""][:3]
        if not path.startswith("docs/") or address not in known.docs:
            yield f"docs/torch_docs.tsv has no {address or path}"
        elif version not in versions:
            yield f"{path} is not of version {' or '.join(versions)}"


def of_docstrings(path: Path, known: cite.Catalog) -> Iterator[str]:
    """What is wrong with the citations of a module of `optguide`."""
    text = " ".join(path.read_text("utf-8").split())
    for key in citations.in_docstrings(known, path) - known.entries.keys():
        yield f"{shown(path)}: docs/threads.tsv has no {key}"
    sources = " ".join(re.findall(r'Source: .*?"""', text))
    for paper in known.papers.values():
        sources = sources.replace(paper.reference, "")
    for left in re.findall(
        r"\((?:1[5-9]|20)\d\d\)|doi\S+|arxiv\S+|\*.*?\*", sources, re.I
    ):
        yield f"{shown(path)}: {left}: give a paper as `Paper.reference` does"
    for wrong in of_docs(sources, known, (minor(TORCH),)):
        yield f"{shown(path)}: {wrong}"


def of_catalog(known: cite.Catalog) -> Iterator[str]:
    """What is wrong with the lists of papers and threads themselves."""
    for key, paper in known.papers.items():
        first = re.sub(r"[^a-z]", "", paper.authors[0].lower())
        if not re.fullmatch(rf"{first}{paper.year}b?", key):
            yield f"docs/papers.yml: {key} is by {paper.named('en')}"
        arxiv = paper.arxiv and re.fullmatch(r"(\d\d)\d\d\.\d{4,5}", paper.arxiv)
        if arxiv and not int(arxiv[1]) + 2000 <= paper.year:
            yield f"docs/papers.yml: {key} is older than arXiv:{paper.arxiv}"
    for key, thread in known.threads.items():
        if thread.title and not (thread.state and thread.seen):
            yield f"docs/threads.tsv: {key}: a title comes with a state and a date"
        landed = thread.outcome not in ("", "intended")
        if thread.state not in ("", "open", "closed", "merged") or (
            landed and thread.state == "open"
        ):
            yield f"docs/threads.tsv: {key}: {thread.state!r} with {thread.outcome!r}"
        if thread.kind not in ("issues", "pull"):
            yield f"docs/threads.tsv: {key}: {thread.kind!r} is neither issues nor pull"
    for address in known.docs:
        page = r"(generated/torch\.[\w.]+|(notes/)?[\w.]+)\.html(#[\w.-]+)?"
        if not re.fullmatch(page, address):
            yield f"docs/torch_docs.tsv: {address} is not an address"
        for name in re.findall(
            r"^generated/(torch\.[\w.]+)\.html|#(torch\..+)", address
        ):
            try:
                pkgutil.resolve_name("".join(name))
            except (AttributeError, ImportError):
                yield f"docs/torch_docs.tsv: torch has no {''.join(name)}"


def of_record(known: cite.Catalog) -> Iterator[str]:
    """Where something is not as it was when somebody checked it last."""
    new, old = citations.lines(known), citations.recorded()
    for key in sorted(new.keys() | old.keys()):
        if new.get(key) != old.get(key):
            yield (
                f"docs/citations.lock: {key} is recorded as {old.get(key)!r} and now "
                f"{new.get(key)!r}; if you meant that, compare it with its source, and run "
                "make citations"
            )
        elif key in known.entries and not new[key].partition("\t")[2]:
            yield f"docs/threads.tsv or papers.yml: nothing cites {key}; delete it"


def problems(known: cite.Catalog) -> Iterator[str]:
    """All that is wrong."""
    for language, path in pages():
        yield from of_page(path, language, known)
    for path in sorted((SOURCE / "optguide").rglob("*.py")):
        yield from of_docstrings(path, known)
    yield from of_catalog(known)
    yield from of_record(known)


@each_name(
    ("src/optguide_site", "docs/papers.yml", "docs/threads.tsv", "docs/torch_docs.tsv")
)
def test_a_page_cites_what_is_recorded(name: str) -> None:
    found = [
        problem
        for language in LANGUAGES
        for problem in of_page(DOCS / language / name, language, cite.catalog())
    ]
    if found:
        pytest.fail("\n".join(found), pytrace=False)


def test_docstrings_and_the_record_agree_with_the_lists() -> None:
    known = cite.catalog()
    modules = sorted((SOURCE / "optguide").rglob("*.py"))
    found = [problem for path in modules for problem in of_docstrings(path, known)]
    found += [*of_catalog(known), *of_record(known)]
    if found:
        pytest.fail("\n".join(found), pytrace=False)


def test_keys_become_links_and_a_list(tmp_path: Path) -> None:
    text = """\
---
sources: [nn.HuberLoss, "goyal2017, section 2.2"]
---
# Title

Said in [#31557 open], `[#31557]` and [@huber1964].

<!--optguide:sources-->
"""
    said, listed = read_page(tmp_path / "page.md", "zh", text).segments[1:]
    thread = "[#31557](https://github.com/pytorch/pytorch/issues/31557)"
    huber = "https://doi.org/10.1214/aoms/1177703732"
    assert isinstance(said, Prose)
    assert isinstance(listed, Prose)
    assert said.text == f"Said in {thread}, `[#31557]` and [Huber（1964）]({huber})."
    docs, first, second, last = listed.text.split("\n")
    assert docs.startswith(
        "- PyTorch 文档：[`nn.HuberLoss`](https://docs.pytorch.org/docs/"
    )
    assert first.startswith(
        "- Huber（1964），*Robust Estimation of a Location Parameter*，"
    )
    assert second.startswith("- Goyal、Dollár、")
    assert "*，第 2.2 节，[arXiv:17" in second
    assert last.startswith(f"- {thread}：\\[docs\\] F.ctc\\_loss docs")


def test_refresh_lists_the_sentences_that_a_change_concerns(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Offline: GitHub's answers for every thread, one of them closed, one merged by the bot."""
    threads = cite.catalog().threads
    answers: dict[tuple[str, str], dict[str, Any]] = {
        (each.repository, each.number): {
            "title": each.title,
            "state": "closed" if each.state == "merged" else each.state,
            "labels": [],
            **(
                {"pull_request": {"merged_at": each.state == "merged"}}
                if each.kind == "pull"
                else {}
            ),
        }
        for each in threads.values()
    }
    answers["pytorch/pytorch", "31557"]["state"] = "closed"
    answers["pytorch/pytorch", "193003"] |= {
        "state": "closed",
        "labels": [{"name": "Merged"}],
    }
    monkeypatch.setattr(citations, "THREADS", tmp_path / "threads.tsv")
    report = "\n".join(citations.refresh(lambda *thread: answers[thread]))
    assert report.count("https://github.com/") == 2
    assert "issues/31557: state open -> closed" in report
    assert "pull/193003: state open -> merged" in report
    assert "docs/en/losses/sequences/ctc.md:" in report
    assert "docs/zh/losses/sequences/ctc.md:" in report
    old = (DOCS / "threads.tsv").read_text("utf-8").splitlines()
    new = (tmp_path / "threads.tsv").read_text("utf-8").splitlines()
    assert [line.split("\t")[:4] for line in old] == [
        line.split("\t")[:4] for line in new
    ]


def test_a_wrong_key_or_claim_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    for wrong, message in {
        "[#3155]": "page.md:3: docs/threads.tsv has no [#3155]; did you mean '#31557'?",
        "[#31557 fixed]": "page.md:3: [#31557 fixed] needs that it, or its repair, has landed",
        "[@polyak1946]": "did you mean 'polyak1964'?",
    }.items():
        with pytest.raises(PageError) as caught:
            read_page(path, "en", f"# Title\n\n{wrong}\n")
        assert message in str(caught.value)
