"""Names: who and what a report mentions, which forms are one, and whom a pronoun stands for.

Rules over tables; no model. ``find_entities`` reads one report, ``link_entities`` joins several.
"""

from secondsource.text.names.agencies import agency_name, is_agency
from secondsource.text.names.countries import country_name, country_of, demonym, is_government_metonym
from secondsource.text.names.find import find_entities
from secondsource.text.names.keys import country_in_key
from secondsource.text.names.link import link_entities
from secondsource.text.names.referents import belongs_to, referent, referents
from secondsource.text.names.variants import same_name

__all__ = [
    "agency_name",
    "belongs_to",
    "country_in_key",
    "country_name",
    "country_of",
    "demonym",
    "find_entities",
    "is_agency",
    "is_government_metonym",
    "link_entities",
    "referent",
    "referents",
    "same_name",
]
