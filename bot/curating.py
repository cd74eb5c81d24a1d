"""What a curator sees: the faults of a story file, and a table of how questions are answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.render import say
from knowledge.evaluate import VERDICTS, Spoken

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.table import Table

    from knowledge import Library, Reply
    from knowledge.check import Report
    from knowledge.evaluate import Judged, Results, Speak
    from knowledge.leaveout import Weakness

WEAKEST = 20
"""Entries that are listed: as many as a curator mends in an evening."""


def speaker(library: Library) -> Speak:
    """Return how replies are worded for a reader of `library`."""

    def speak(reply: Reply) -> Spoken:
        said = say(reply, library)
        return Spoken(said.outcome, said.text, tuple(told.text for told in said.offers))

    return speak


def report_lines(report: Report) -> Iterator[str]:
    """Yield what was found in a story file, faults first, and a line that sums it up."""
    yield from (str(fault) for fault in report.faults)
    yield from (f"{warning} (warning)" for warning in report.warnings)
    found = f"{_count(len(report.faults), 'fault')}, {_count(len(report.warnings), 'warning')}"
    if report.story is None:
        yield f"{report.path}: {found}; it cannot be loaded."
        return
    held = (_count(len(report.story.all_told(kind)), kind) for kind in ("fact", "quote", "silence"))
    yield f"{report.path}: {', '.join(held)}; {found}."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def results_table(results: Results) -> Table:
    """Return the table of verdicts, a row a kind of question."""
    from rich.table import Table  # noqa: PLC0415 (a question asked by a script needs no table)

    table = Table(box=None, header_style="bold", pad_edge=False)
    table.add_column("kind")
    for name in ("n", *VERDICTS, "good %", "wrong %"):
        table.add_column(name, justify="right")
    for kind, row in results.rows.items():
        counts = (str(row.counts.get(verdict, 0)) for verdict in VERDICTS)
        shares = (f"{100 * row.good:.1f}", f"{100 * row.share('wrong'):.1f}")
        table.add_row(kind, str(row.n), *counts, *shares, style="bold" if kind.startswith("=") else None)
    return table


def weaknesses_table(rows: Sequence[Weakness]) -> Table:
    """Return the table of the weakest entries, the weakest first."""
    from rich.table import Table  # noqa: PLC0415 (as above)

    table = Table(box=None, header_style="bold", pad_edge=False)
    table.add_column("weakest entries")
    for name in ("phrasings", "found %"):
        table.add_column(name, justify="right")
    table.add_column("taken for")
    for row in rows[:WEAKEST]:
        instead = ", ".join(f"{entry} {count}" for entry, count in row.confused)
        table.add_row(row.entry, str(row.asked), f"{100 * row.share:.0f}", instead)
    return table


def times_line(results: Results) -> str:
    """Return how long the replies took."""
    return f"A reply takes {results.median_us:,.0f} µs (median); 99 of 100 take at most {results.p99_us:,.0f} µs."


def results_json(results: Results) -> dict[str, Any]:
    """Return the table for other programs: counts and shares a kind, times in microseconds."""
    kinds = {
        kind: {
            "n": row.n,
            **{verdict: row.counts.get(verdict, 0) for verdict in VERDICTS},
            "good_share": row.good,
            "wrong_share": row.share("wrong"),
        }
        for kind, row in results.rows.items()
    }
    return {"kinds": kinds, "elapsed_us": {"median": results.median_us, "p99": results.p99_us}}


def judged_line(judged: Judged) -> str:
    """Return one question with what was said to it and how that counts."""
    item, spoken = judged.item, judged.spoken
    return f"{judged.verdict:6} {item.id} [{item.kind}] {item.q[:160]!r} -> {spoken.outcome}: {spoken.text[:200]!r}"
