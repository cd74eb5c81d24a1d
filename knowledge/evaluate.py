"""How well questions are answered, counted against what a right answer has to hold.

An answer is *right* where every group of patterns is met, and else *wrong*. What is no answer is *honest* where the
story holds none (or the question assumes something false), *near* where a suggestion holds it, else *missed*.
"""

from __future__ import annotations

import json
import re
import statistics
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final, Literal, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)

from knowledge.exchange import exchange
from knowledge.library import Library
from knowledge.reply import Reply

READ: Final = 700
"""Characters of a reply that count: a dump of the whole story is no answer."""

Verdict = Literal["right", "honest", "near", "missed", "wrong"]
VERDICTS: Final[tuple[Verdict, ...]] = get_args(Verdict)
_FALSE_PREMISE = "false_premise"


class QuestionsError(Exception):
    """A file of questions cannot be used; the message names the file, the line and the cure."""


def _pattern(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        raise ValueError(f"{text!r} is no regular expression ({error})") from error
    return text


Pattern = Annotated[str, AfterValidator(_pattern)]
_MAYBE_NULL: Final = BeforeValidator(lambda value: [] if value is None else value)


class Item(BaseModel):
    """One question with what a right answer to it holds. Other keys are for whoever wrote it."""

    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)
    q: str
    kind: Annotated[str, Field(min_length=1)]
    answerable: bool
    id: str = ""
    context: list[str] = Field(default_factory=list)
    must: Annotated[list[Annotated[list[Pattern], Field(min_length=1)]], _MAYBE_NULL] = Field(
        default_factory=list
    )
    must_not: Annotated[list[Pattern], _MAYBE_NULL] = Field(default_factory=list)

    @model_validator(mode="after")
    def _can_be_met(self) -> Item:
        if self.answerable and not self.must:
            raise ValueError("an answerable question needs `must`, or no answer to it could be right")
        return self

    @property
    def wants_an_answer(self) -> bool:
        """Return whether only an answer is good; to a false premise "the story doesn't say" is good too."""
        return self.answerable and self.kind != _FALSE_PREMISE

    def is_met_by(self, text: str) -> bool:
        """Tell whether `text` holds what a right answer holds, and nothing that only a wrong one would."""

        def found(pattern: str) -> bool:
            return bool(re.search(pattern, text[:READ], re.IGNORECASE | re.DOTALL | re.MULTILINE))

        if not self.must or any(map(found, self.must_not)):
            return False
        return all(any(map(found, group)) for group in self.must)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A reply as a reader gets it: its outcome, its text, and the texts of what is suggested."""

    outcome: str
    text: str
    suggestions: tuple[str, ...] = ()


Speak = Callable[[Reply], Spoken]
"""How replies are worded, which `knowledge` leaves to its readers' rooms."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A question, what was said to it, in how many microseconds, and how that counts."""

    item: Item
    spoken: Spoken
    elapsed_us: int
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: how often each verdict was given to a kind of question."""

    counts: Mapping[Verdict, int]

    @property
    def n(self) -> int:
        """Return how many questions there are."""
        return sum(self.counts.values())

    @property
    def good(self) -> float:
        """Return the share of right and honest replies, 0 to 1."""
        return self.share("right", "honest")

    def share(self, *verdicts: Verdict) -> float:
        """Return the share of these verdicts, 0 to 1."""
        return sum(self.counts.get(verdict, 0) for verdict in verdicts) / self.n


@dataclass(frozen=True, slots=True)
class Results:
    """The table, a row a kind and then three sums, with the times in microseconds."""

    rows: Mapping[str, Row]
    median_us: float
    p99_us: float


def load_items(path: Path) -> tuple[Item, ...]:
    """Return the questions of a file with one JSON object a line; blank lines are passed over.

    Raises:
        QuestionsError: the file cannot be read, a line is wrong, or there is no question.
    """
    try:
        lines = path.read_bytes().removeprefix(b"\xef\xbb\xbf").split(b"\n")
    except OSError as error:
        raise QuestionsError(f"{path} cannot be read ({error.strerror}); check the path.") from error
    items = tuple(_item(path, number, line) for number, line in enumerate(lines, start=1) if line.strip())
    if not items:
        raise QuestionsError(f"{path} holds no question; write one JSON object a line.")
    return items


def _item(path: Path, number: int, line: bytes) -> Item:
    place = f"{path}, line {number}"
    try:
        item = Item.model_validate(json.loads(line.decode("utf-8")))
    except UnicodeDecodeError as error:
        raise QuestionsError(f"{place} is not UTF-8 text; save the file as UTF-8.") from error
    except ValidationError as error:
        raise QuestionsError(f"{place}: {_explain(error)}; mend it.") from error
    except (ValueError, RecursionError) as error:
        raise QuestionsError(f"{place} is no JSON object ({error}); mend it.") from error
    return item if item.id else item.model_copy(update={"id": f"line {number}"})


def _explain(error: ValidationError) -> str:
    fault = error.errors()[0]
    field = ".".join(str(part) for part in fault["loc"])
    said = fault["msg"].removeprefix("Value error, ")
    return f"{field}: {said}" if field else said


def evaluate(items: Iterable[Item], library: Library, speak: Speak) -> Iterator[Judged]:
    """Ask each question and judge what a reader would be told, one at a time."""
    for item in items:
        reached = exchange(library, item.q, item.context)
        spoken = speak(reached.reply)
        yield Judged(item, spoken, reached.elapsed_us, judge(item, spoken))


def judge(item: Item, spoken: Spoken) -> Verdict:
    """Return how a reply counts."""
    if spoken.outcome == "answer":
        return "right" if item.is_met_by(spoken.text) else "wrong"
    if not item.wants_an_answer:
        return "honest"
    if spoken.outcome == "suggest" and any(map(item.is_met_by, spoken.suggestions)):
        return "near"
    return "missed"


def tabulate(judged: Iterable[Judged]) -> Results:
    """Count verdicts a kind of question, then over all that want an answer, all that do not, and all.

    Raises:
        ValueError: nothing was judged.
    """
    counts: dict[str, Counter[Verdict]] = {}
    times: list[int] = []
    for one in judged:
        wanting = "= answerable" if one.item.wants_an_answer else "= not answerable"
        for kind in (one.item.kind, wanting, "= all"):
            counts.setdefault(kind, Counter())[one.verdict] += 1
        times.append(one.elapsed_us)
    if not times:
        raise ValueError("nothing was judged")
    kinds = sorted(counts, key=lambda kind: (kind.startswith("="), kind))
    p99 = sorted(times)[len(times) * 99 // 100]
    return Results({kind: Row(counts[kind]) for kind in kinds}, statistics.median(times), p99)
