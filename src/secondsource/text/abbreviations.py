"""Abbreviations that a full stop belongs to, by what may follow them."""

from __future__ import annotations

__all__ = ["BEFORE_NAME", "BEFORE_NUMBER", "MAY_END", "STARTERS"]


def _set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# A name or a title follows, so the sentence goes on.
BEFORE_NAME = _set(
    """mr mrs ms mx dr prof rev hon fr sr. st ste mt ft gen lt col maj capt cmdr cdr adm sgt cpl pvt pfc brig
    sen rep gov pres supt insp det asst dep atty dist amb sec min msgr mme mlle mm messrs vs v cf viz eg ie
    e.g i.e lt.col rear.adm vice.adm hr frl sra ing cllr ald justice. capts gens reps sens profs drs"""
)

# A number follows ("No. 5", "Sept. 3", "Art. 4"); before anything else the stop ends the sentence.
BEFORE_NUMBER = _set(
    """no nos art arts sect para p pp vol fig ch chap ed approx ca c jan feb mar apr jun jul aug sep sept oct
    nov dec tel ext"""
)

# May stand at the end: the next word decides.
MAY_END = _set(
    """u.s u.k u.n u.s.a e.u u.a.e d.c a.m p.m am pm inc corp ltd co cos bros jr sr etc et al ph.d m.d b.a m.a
    esq ave blvd rd dept univ assn gov.uk est i.q n.y l.a u.s.s.r p.l.c plc s.a a.g n.v ariz ark calif colo
    conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash
    wis wyo b.c a.d g.o.p n.j n.c s.c n.h n.m n.d s.d w.va r.i p.s a.k.a mon tue tues wed thu thurs fri sat
    sun hrs min lbs oz sq km cm mm kg"""
)

# Words that begin a sentence far more often than they follow an abbreviation inside one.
STARTERS = _set(
    """the a an this that these those he she it they we you i his her its their our my your in on at by for
    from with after before since during while when where why how what who although though if as but and so or
    yet however still also another some many most more several few both all each no not nobody nothing one
    two three there here now then today yesterday tomorrow last next earlier later meanwhile according
    despite asked speaking under over about because until even only just once instead to of such other"""
)
