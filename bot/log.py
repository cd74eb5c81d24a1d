"""Logs to stderr: few lines, for people or for machines, without the token and without what readers wrote."""

from __future__ import annotations

import logging
import re
import sys
from typing import TYPE_CHECKING, Any, Final, TextIO

import structlog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from structlog.typing import EventDict, Processor

HIDDEN: Final = "[token]"

_CONTROL: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
"""Characters that could end a line, hide it, or speak to the terminal it is shown in."""


def configure_logging(level: str, token: str | None = None, stream: TextIO | None = None) -> None:
    """Send every record, structlog's and the standard library's, to `stream` (stderr) in one form.

    A terminal gets readable lines, everything else one JSON object a line. `token` is blacked out.
    """
    stream = stream or sys.stderr
    shared = _shared_processors()
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,  # a logger at import would else keep what was set before us
    )
    handler = logging.StreamHandler(stream)
    handler.setFormatter(_Discreet(token, processors=_last_processors(stream), foreign_pre_chain=shared))
    logging.root.handlers[:] = [handler]
    logging.root.setLevel(level)
    _quieten(level)


def _quieten(level: str) -> None:
    """Let libraries speak up only when something is wrong.

    discord.py logs at DEBUG whole gateway events, and with them what readers wrote: that is never shown.
    """
    chatty = logging.INFO if level == "DEBUG" else max(logging.WARNING, logging.getLevelName(level))
    for name in ("discord", "aiohttp", "asyncio"):
        logging.getLogger(name).setLevel(chatty)


class _Discreet(structlog.stdlib.ProcessorFormatter):
    """Blacks the token out of the finished line, wherever in it (a value, a traceback) it came from."""

    def __init__(self, token: str | None, processors: Sequence[Processor], **more: Any) -> None:  # noqa: ANN401
        super().__init__(processors=processors, **more)
        self._token = token

    def format(self, record: logging.LogRecord) -> str:
        line = super().format(record)
        return line.replace(self._token, HIDDEN) if self._token else line


def _shared_processors() -> list[Processor]:
    return [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.StackInfoRenderer(),
    ]


def _last_processors(stream: TextIO) -> list[Processor]:
    renderer: Processor = structlog.processors.JSONRenderer()
    if stream.isatty():
        renderer = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    return [
        structlog.stdlib.ProcessorFormatter.remove_processors_meta,
        # As text before anything is rendered: the console would else show local variables, the token among them.
        structlog.processors.format_exc_info,
        escape_controls,
        renderer,
    ]


def escape_controls(_: object, __: str, event: EventDict) -> EventDict:
    r"""Write control characters of the texts in `event` as `\x1b`; tracebacks keep their lines."""
    for name, value in event.items():
        if isinstance(value, str):
            lines = value.split("\n") if name in {"exception", "stack"} else [value]
            event[name] = "\n".join(_CONTROL.sub(_spell, line) for line in lines)
    return event


def _spell(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape").decode("ascii")
