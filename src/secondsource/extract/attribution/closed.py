"""Closed word classes and other short lists that the tagger and the noun-phrase finder read."""

from __future__ import annotations

__all__ = [
    "AUX",
    "BE",
    "CLOSED",
    "CONTRACTED_SUBJECTS",
    "COURT_HEADS",
    "DO",
    "DOCUMENT_HEADS",
    "GROUP_HEADS",
    "HAVE",
    "MODAL",
    "NEGATIONS",
    "RELATIVES",
    "SETTING_HEADS",
    "STRONG_VERBS",
    "TIME_NOUNS",
    "TIME_WORDS",
    "VAGUE_HEADS",
]


def _set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


BE = _set("be is are was were been being am isn't aren't wasn't weren't ain't")
HAVE = _set("have has had having haven't hasn't hadn't")
DO = _set("do does did don't doesn't didn't")
MODAL = _set(
    """will would can could may might must shall should cannot won't wouldn't can't couldn't mightn't mustn't
    shouldn't needn't"""
)
AUX = BE | HAVE | DO
NEGATIONS = _set("not n't never no") | frozenset(w for w in AUX | MODAL if w.endswith("n't")) | {"cannot"}
RELATIVES = _set("who which whom whose")

_DETERMINERS = """the a an this these those my his her its our their your every each some any no both all many
    most several few more other another such either neither half fewer enough what whatever whichever"""
_PRONOUNS = """he she it they we i you everyone everybody nobody someone somebody anyone anybody others one
    himself herself themselves him them us me who whom whoever there"""
_PREPOSITIONS = """of in on at by for from with to into onto over under about against between among during
    through throughout towards toward within without across behind beyond near inside outside upon per via amid
    amidst despite since until till before after above below around along beside besides except unlike like
    regarding concerning including excluding off up down out alongside following versus vs"""
_SUBORDINATORS = """that because although though while whereas if unless whether when where why how as than
    once lest so"""
_CONJUNCTIONS = "and or but nor yet plus"
_ADVERBS = """not also later then now never always often still already again once soon too very just only even
    ever here instead meanwhile however therefore thus further moreover nevertheless nonetheless earlier
    recently repeatedly once twice yet rather quite almost nearly perhaps maybe indeed back away together
    afterwards afterward previously first both ago else n't publicly privately"""
_NUMBERS = """two three four five six seven eight nine ten eleven twelve thirteen fifteen twenty thirty forty
    fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen dozens hundreds thousands
    scores"""

CLOSED: dict[str, str] = {}
for _tag, _words in (
    ("CD", _NUMBERS),
    ("RB", _ADVERBS),
    ("IN", _PREPOSITIONS),
    ("SB", _SUBORDINATORS),
    ("CC", _CONJUNCTIONS),
    ("PRP", _PRONOUNS),
    ("DT", _DETERMINERS),
):
    CLOSED.update(dict.fromkeys(_words.split(), _tag))
CLOSED.update(dict.fromkeys(AUX, "AUX"))
CLOSED.update(dict.fromkeys(MODAL, "MD"))
CLOSED.update(
    dict.fromkeys((f"{kin}-in-law" for kin in "brother sister mother father son daughter".split()), "NN")
)
CLOSED["which"] = "PRP"
CLOSED["whose"] = "DT"

CONTRACTED_SUBJECTS = _set(
    """it's he's she's that's there's they're we're you're i'm i've we've they've you've i'll we'll he'll she'll
    they'll you'll it'll i'd we'd he'd she'd they'd you'd who's what's here's let's"""
)

TIME_WORDS = _set(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december jan feb mar apr jun jul aug sept sep oct nov dec today yesterday
    tomorrow tonight overnight mondays tuesdays wednesdays thursdays fridays saturdays sundays"""
)
TIME_NOUNS = _set(
    """day week month year hour minute decade night morning afternoon evening weekend noon midnight eve days weeks
    months years hours minutes time spring summer autumn fall winter date period"""
)

# Forms that are verbs whatever stands beside them.
STRONG_VERBS = _set(
    """said told wrote added says tells writes adds argued insisted denied claimed warned vowed pledged announced
    declared testified confirmed believes thinks thought accused predicted recalled acknowledged admitted knew
    began became came went got gave took made saw held led left ran fell rose grew kept met meant brought built
    found showed let put say tell believe think argue insist"""
)

# What bears words though it is no one: reports, pictures, figures.
DOCUMENT_HEADS = _set(
    """image images imagery photograph photographs photo photos picture pictures footage video videos clip data
    figures statistics poll polls survey surveys study studies report reports research analysis document documents
    record records filing filings file files letter letters email emails memo memos transcript transcripts
    recording recordings tape tapes statement statements article story book indictment complaint affidavit
    lawsuit ruling verdict estimate estimates projection projections forecast forecasts census review audit
    investigation inquiry findings results evidence map maps chart charts paper dossier bulletin notice message
    messages post posts tweet tweets slide slides spreadsheet graphic table tables text cable cables account accounts log logs test tests form forms ticket tickets contract contracts register
    registers registry receipt receipts invoice invoices bill bills minutes protocol roster manifest list lists certificate
    certificates agreement draft plan plans schedule recorder database ledger ledgers diary note notes screenshot screenshots
    tally count docket archive permit licence license sheet sheets calculation calculations dashboard website portal index
    summary annex books notebook logbook logbooks readout returns extract extracts printout ruling order charter accounts
    balance-sheet prospectus"""
)

VAGUE_HEADS = _set(
    """source user users viewer viewers reader readers sources people observers analysts experts critics some many others
    someone witnesses insider insiders supporters opponents diplomats officials person
    everyone everybody nobody anyone commentators rumours rumors reports residents neighbours neighbors villagers
    rescuers survivors passengers bystanders campaigners activists traders economists lawyers historians
    scientists researchers investors"""
)

SETTING_HEADS = _set(
    "interview statement briefing conference speech address letter email post article hearing"
)
COURT_HEADS = _set("court jury judge tribunal inquiry inquest hearing committee panel")

# Bodies that speak though they are not persons.
GROUP_HEADS = _set(
    """ministry government agency council court committee commission company bank group party union army police
    office department team campaign organisation organization association parliament cabinet board bureau
    administration authority authorities mission service federation institute operator fund firm broker court directorate
    utility insurer commission inspectorate prosecutor prosecutors experts investigators inspectors hospital clinic"""
)
