"""The rule extractor: tables and grammars only, no trained model. Fallback and baseline."""

from __future__ import annotations

from secondsource.extract.attribution import find_attributions
from secondsource.extract.claims import find_claims
from secondsource.extract.values import quantities_of, times_of
from secondsource.model import Extraction, Report
from secondsource.text.names import find_entities
from secondsource.text.quantities import find_quantities
from secondsource.text.sentences import sentences
from secondsource.text.times import find_times

__all__ = ["RuleExtractor"]


class RuleExtractor:
    """Finds quantities, times, names, attributions and claims of English reports by rules."""

    name = "rules"

    def extract(self, report: Report) -> Extraction:
        """Return everything found in ``report``; nothing but a note where it is not English."""
        if report.language not in (None, "en"):
            return Extraction(
                report.id, self.name, notes=(f"not extracted: language is {report.language!r}",)
            )
        text = report.full_text
        listed = tuple(sentences(text))
        times = times_of(report, find_times(text, published=report.published_at, dateline=report.dateline))
        entities = find_entities(report)
        attributions = find_attributions(report, entities=entities, times=times)
        quantities = quantities_of(report, find_quantities(text), times, listed, attributions)
        claims = find_claims(
            report,
            sentences=listed,
            attributions=attributions,
            quantities=quantities,
            times=times,
            entities=entities,
        )
        return Extraction(
            report=report.id,
            extractor=self.name,
            sentences=listed,
            quantities=quantities,
            times=times,
            entities=entities,
            attributions=attributions,
            claims=claims,
        )
