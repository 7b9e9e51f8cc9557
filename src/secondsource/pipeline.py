"""The order of the stages. No other file knows it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from secondsource.errors import SpanError
from secondsource.model import Brief, Extraction, Findings, Reading, Report

if TYPE_CHECKING:
    from secondsource.ingest import Ingested

__all__ = ["BriefOptions", "Progress", "analyse", "brief", "read", "read_reports"]

Progress = Callable[[str, int, int], None]
"""Called with the stage's verb, the number of things done and their total."""


@dataclass(frozen=True, slots=True)
class BriefOptions:
    """What the user can set.

    Attributes:
        dates: Name of an input (or ``*``) → day or time of publication, ISO 8601.
        outlets: Name of an input → outlet.
        meta: A sidecar CSV with one row per input.
        stdin: Bytes of standard input, for the input ``-``.
        extractor: Name of the extractor to use.
    """

    dates: Mapping[str, str] = field(default_factory=dict)
    outlets: Mapping[str, str] = field(default_factory=dict)
    meta: Path | None = None
    stdin: bytes | None = None
    extractor: str = "rules"


def brief(
    inputs: Sequence[str | Path] | str | Path,
    *,
    options: BriefOptions | None = None,
    progress: Progress | None = None,
) -> Brief:
    """Read the inputs and say what is claimed, by whom, and on how many origins it rests.

    Args:
        inputs: Files, folders, URLs, or ``-`` for ``options.stdin``.
        options: See `BriefOptions`.
        progress: Called as the stages go on.

    Returns:
        A brief; one without stories where nothing could be read (``skipped`` says why).
    """
    from secondsource import __version__
    from secondsource.render import compose

    chosen = options or BriefOptions()
    reading, ingested = read(inputs, options=chosen, progress=progress)
    findings = analyse(reading, progress=progress)
    return compose(
        reading,
        findings,
        skipped=ingested.skipped,
        options=_printed(chosen),
        inputs=ingested.inputs,
        version=__version__,
    )


def read(
    inputs: Sequence[str | Path] | str | Path,
    *,
    options: BriefOptions | None = None,
    progress: Progress | None = None,
) -> tuple[Reading, Ingested]:
    """Ingest and extract: return what was found in each report, with names joined across them."""
    from secondsource.ingest import IngestOptions, ingest

    chosen = options or BriefOptions()
    listed = [inputs] if isinstance(inputs, (str, Path)) else list(inputs)
    _tell(progress, "ingest", 0, len(listed))
    ingested = ingest(
        listed,
        options=IngestOptions(
            dates=chosen.dates, outlets=chosen.outlets, meta=chosen.meta, stdin=chosen.stdin
        ),
    )
    _tell(progress, "ingest", len(listed), len(listed))
    return read_reports(ingested.reports, extractor=chosen.extractor, progress=progress), ingested


def read_reports(
    reports: Sequence[Report], *, extractor: str = "rules", progress: Progress | None = None
) -> Reading:
    """Extract from reports that are in memory already, and join their names.

    Raises:
        SpanError: The extractor selected what no text holds; the message names the report.
    """
    from secondsource.plugins import load
    from secondsource.text.names import link_entities

    chosen = load("extract", extractor)
    ordered = sorted(reports, key=lambda r: (r.published_at or "9999", r.id))
    extractions: list[Extraction] = []
    for done, report in enumerate(ordered):
        _tell(progress, "extract", done, len(ordered))
        try:
            extractions.append(chosen.extract(report))
        except SpanError as error:
            raise SpanError(
                f"{report.provenance.name}: {error}. This is a fault of the extractor {extractor!r}, not of the report: "
                "leave the report out to go on, and please report the fault"
            ) from error
    _tell(progress, "extract", len(ordered), len(ordered))
    entities, joined = link_entities([(x.report, x.entities) for x in extractions])
    return Reading(tuple(ordered), tuple(extractions), entities, joined)


def analyse(reading: Reading, *, progress: Progress | None = None) -> Findings:
    """Cluster, align, trace and compare; each stage by its default implementation."""
    from secondsource.plugins import load
    from secondsource.trace import timeline, weigh

    _tell(progress, "cluster", 0, 1)
    stories = load("cluster", "events").cluster(reading)
    _tell(progress, "align", 0, 1)
    groups = load("align", "slots").align(reading, stories)
    _tell(progress, "trace", 0, 1)
    traced = load("trace", "upstream").trace(reading, stories, groups)
    _tell(progress, "compare", 0, 1)
    comparisons = load("compare", "typed").compare(reading, groups, traced.origins)
    counts, positions = weigh(reading, groups, comparisons, traced)
    _tell(progress, "compare", 1, 1)
    return Findings(
        stories=stories,
        groups=groups,
        comparisons=comparisons,
        origins=traced.origins,
        group_counts=counts,
        positions=positions,
        copies=traced.copies,
        timeline=timeline(reading, stories, positions),
    )


def _printed(options: BriefOptions) -> tuple[tuple[str, str], ...]:
    """Options as the foot of a brief shows them: no paths."""
    listed = [("extractor", options.extractor)]
    listed += [("date", f"{Path(name).name}={day}") for name, day in sorted(options.dates.items())]
    listed += [("outlet", f"{Path(name).name}={outlet}") for name, outlet in sorted(options.outlets.items())]
    if options.meta:
        listed.append(("meta", Path(options.meta).name))
    return tuple(listed)


def _tell(progress: Progress | None, verb: str, done: int, total: int) -> None:
    if progress:
        progress(verb, done, total)
