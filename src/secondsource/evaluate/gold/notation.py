"""Read the short notation in which stories are annotated: the reports in one file, the marks in another.

The notation is explained in ``docs/how-to/annotate-a-story.md``. What an annotator need not write (places
of words, chains, mentions, counts, positions) is left to `finish_story`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, get_args

from secondsource.errors import StoryError
from secondsource.evaluate.gold.anchors import in_context, number_of
from secondsource.evaluate.gold.marks_around import Around
from secondsource.evaluate.gold.marks_groups import MarkedGroup
from secondsource.evaluate.gold.marks_values import kind_of_content, set_flag, value_of
from secondsource.evaluate.gold.reader import StoryReader
from secondsource.evaluate.gold.shape import Problem
from secondsource.model import Modality, Polarity, Relation, SourceType, Stance, Voice

__all__ = ["read_marks"]


@dataclass
class _Line:
    number: int
    report: str
    fields: list[str]

    @property
    def where(self) -> str:
        return f"line {self.number}"


def read_marks(story: dict[str, Any], text: str) -> tuple[dict[str, Any], list[Problem]]:
    """Return the draft of a story and everything that is wrong with its marks.

    Args:
        story: What `read_story_text` returned; left as it is.
        text: The marks, as `first.marks` holds them.

    Returns:
        A draft for `finish_story`; incomplete where there are problems. Ids are those of the marks behind
        the id of their report (``r1a2``), origins and groups keep theirs (``@police``, ``#toll``).
    """
    reader = _Marks(story)
    for line in _lines(text):
        try:
            reader.take(line)
        except (StoryError, ValueError, IndexError) as error:
            reader.problems.append(Problem(line.where, str(error) or "is not of the notation"))
    reader.close()
    return reader.draft, reader.problems


def _lines(text: str) -> Iterator[_Line]:
    report = ""
    for number, line in enumerate(text.splitlines(), 1):
        line = line.strip()
        if line.startswith("== "):
            report = line[3:].strip()
        elif line and not line.startswith("//"):
            yield _Line(
                number, "" if report == "story" else report, [part.strip() for part in line.split("|")]
            )


class _Marks:
    """Collects the marks of a story, line by line."""

    def __init__(self, story: dict[str, Any]) -> None:
        self.draft: dict[str, Any] = {
            **story, **{key: [] for key in ("attributions", "quantities", "times", "entities", "claims", "origins",
                                            "groups", "copies", "timeline")},
        }  # fmt: skip
        reports = StoryReader({**story, "entities": []})
        self.texts = {r["id"]: reports.report(r).full_text for r in story["reports"]}
        self.problems: list[Problem] = []
        self.groups: dict[str, MarkedGroup] = {}
        self.rests: dict[str, str] = {}
        """Ids of attributions and claims with the origin that they name."""
        self.numbers: dict[str, int] = {}

    def take(self, line: _Line) -> None:
        """Read one line; its first field says what it is."""
        head = line.fields[0]
        kinds: list[tuple[str, Callable[[_Line], None]]] = [
            (r"a\d\w*", self._attribution), (r"c\d\w*", self._claim), (r"q\w*", self._quantity), (r"t\w*", self._time),
        ] if line.report else [
            (r"e", self._entity), (r"@\S+", self._origin), (r"#\S+", self._group), (r"copy", self._copy),
            (r"when", self._timeline),
        ]  # fmt: skip
        if line.report and line.report not in self.texts:
            raise StoryError(f"there is no report {line.report!r}")
        for pattern, read in kinds:
            if re.fullmatch(pattern, head.split(" ")[0]):
                return read(line)
        raise StoryError(f"{head!r} begins no mark of this part of the file")

    def _at(self, line: _Line, words: str) -> tuple[str, int | None]:
        text = self.texts[line.report]
        span = in_context(text, words, f"{words!r}")
        return span.of(text), number_of(text, span)

    def _own(self, line: _Line, id_: str, words: str) -> dict[str, Any]:
        text, n = self._at(line, words)
        return {"id": id_, "report": line.report, "text": text, **({} if n is None else {"n": n})}

    def _named(self, line: _Line, name: str) -> str:
        if len(name) > 1:
            return line.report + name
        key = line.report + name
        self.numbers[key] = self.numbers.get(key, 0) + 1
        return f"{key}_{self.numbers[key]}"

    def _ref(self, line: _Line, name: str) -> str:
        return name if re.match(r"r\d", name) else line.report + name

    def _attribution(self, line: _Line) -> None:
        head, source, cue, content, flags, *options = [*line.fields, "", ""][: max(5, len(line.fields))]
        item: dict[str, Any] = {
            "id": self._named(line, head), "report": line.report, "source": None if source in ("-", "") else source,
            "cue": None if cue in ("-", "") else cue, "speaker": None, "stance": "asserts", "kind": "indirect",
            "source_type": "unstated" if source in ("-", "") else None,
        }  # fmt: skip
        pieces = [] if content in ("-", "") else [p.strip() for p in content.split(";;")]
        found = [self._at(line, piece) for piece in pieces]
        item["content"], item["content_n"] = [words for words, _ in found], [n for _, n in found]
        if not any(item["content_n"]):
            del item["content_n"]
        item["kind"] = kind_of_content(item["content"])
        for flag in flags.split():
            set_flag(item, flag, {"source_type": get_args(SourceType), "stance": get_args(Stance),
                               "kind": ("direct", "indirect", "mixed")})  # fmt: skip
        if item["source_type"] is None:
            raise StoryError(f"says neither named, role nor vague of the source {source!r}")
        for option in filter(None, options):
            self._attribution_option(item, option, line)
        self.draft["attributions"].append(item)

    def _attribution_option(self, item: dict[str, Any], option: str, line: _Line) -> None:
        key, _, value = option.partition(" ")
        value = value.strip()
        if key.startswith("@"):
            self.rests[item["id"]] = key
        elif key in ("by", "venue", "host", "on", "scope", "as"):
            names = {"by": "speaker", "host": "venue_host", "on": "venue_when"}
            item[names.get(key, key)] = value
        elif key in ("in", "denies"):
            item["parent" if key == "in" else key] = self._ref(line, value)
        elif key == "via":
            name, words, kind = (part.strip() for part in value.split(" / "))
            item.setdefault("via", []).append([name, None if words == "-" else words, kind])
        else:
            raise StoryError(f"{option!r}: use by, in, via, venue, host, on, denies, scope, as or @origin")

    def _claim(self, line: _Line) -> None:
        head, words, *options = line.fields
        item = self._own(line, self._named(line, head), words)
        for option in filter(None, options):
            key, _, value = option.partition(" ")
            if key.startswith("@"):
                self.rests[item["id"]] = key
            elif key.startswith("#"):
                group = self.groups.setdefault(key, MarkedGroup())
                group.claims[item["id"]] = value.strip() or "A"
            elif key == "when":
                item["when"] = value.strip()
            else:
                for flag in option.split():
                    set_flag(item, flag, {"voice": get_args(Voice), "polarity": get_args(Polarity),
                                       "modality": get_args(Modality)})  # fmt: skip
        self.draft["claims"].append(item)

    def _quantity(self, line: _Line) -> None:
        head, words, value, *options = line.fields
        item = self._own(line, self._named(line, head), words) | value_of(value)
        for option in filter(None, options):
            key, _, rest = option.partition(" ")
            if key not in ("as_of", "period", "to"):
                raise StoryError(f"{option!r}: use as_of, period or to")
            item["relative_to" if key == "to" else key] = (
                self._ref(line, rest) if key == "to" else rest.strip()
            )
        self.draft["quantities"].append(item)

    def _time(self, line: _Line) -> None:
        head, words, value = line.fields
        item = self._own(line, self._named(line, head), words)
        self.draft["times"].append(item | {"edtf": None if value == "-" else value})

    def _entity(self, line: _Line) -> None:
        _, kind, name, *options = line.fields
        item: dict[str, Any] = {"id": f"e{len(self.draft['entities']) + 1}", "type": kind, "name": name}
        forms: dict[str, list[str] | None] = {}
        for option in filter(None, options):
            key, _, value = option.partition(" ")
            if key == "for":
                item["for"] = value.strip()
            elif key == "forms":
                for form in filter(None, map(str.strip, value.split(";"))):
                    limited = re.fullmatch(r"(.+?) \(((?:r\d+ ?)+)\)", form)
                    forms[limited[1] if limited else form] = limited[2].split() if limited else None
            else:
                raise StoryError(f"{option!r}: use for or forms")
        if name not in forms and any(name in text for text in self.texts.values()):
            forms[name] = None
        absent = [form for form in forms if not any(form in text for text in self.texts.values())]
        if absent:
            raise StoryError(f"the form {absent[0]!r} is in no report")
        self.draft["entities"].append(item | {"forms": forms})

    def _origin(self, line: _Line) -> None:
        name, kind, title, *options = line.fields
        item: dict[str, Any] = {"id": name, "name": title, "kind": kind, "claims": []}
        for option in filter(None, options):
            key, _, value = option.partition(" ")
            if key != "entity":
                raise StoryError(f"{option!r}: use entity")
            item["entity"] = value.strip()
        self.draft["origins"].append(item)

    def _group(self, line: _Line) -> None:
        name, _, position = line.fields[0].partition(" ")
        group = self.groups.setdefault(name, MarkedGroup())
        second = line.fields[1] if len(line.fields) > 1 else ""
        pair = re.fullmatch(r"(\S+) -> (\S+)", second)
        if position:
            group.same[position.strip()] = second
        elif pair:
            relation, why = line.fields[2], line.fields[3] if len(line.fields) > 3 else ""
            if relation not in get_args(Relation):
                raise StoryError(f"{relation!r} must be one of {', '.join(get_args(Relation))}")
            if not why:
                raise StoryError("says not why")
            group.pairs.append((pair[1], pair[2], relation, why))
        elif second.startswith("maybe "):
            group.maybe.append(second.split()[1:])
        else:
            group.about, group.why = second, line.fields[2] if len(line.fields) > 2 else ""

    def _copy(self, line: _Line) -> None:
        _, ways, before, after, *changes = line.fields
        one, _, other = (part.strip() for part in ways.partition("->"))
        item: dict[str, Any] = {"from": one, "to": other, "changes": []}
        for side, report, words in (("from", one, before), ("to", other, after)):
            text, n = self._at(_Line(line.number, report, []), words)
            item[f"text_{side}"] = text
            item |= {} if n is None else {f"text_{side}_n": n}
        for change in filter(None, (c.strip() for part in changes for c in part.split(";;"))):
            old, _, rest = change.partition(" => ")
            new, _, kind = rest.rpartition(" ")
            item["changes"].append(
                {"from": None if old == "-" else old, "to": None if new == "-" else new, "kind": kind}
            )
        self.draft["copies"].append(item)

    def _timeline(self, line: _Line) -> None:
        _, edtf, what, claims = line.fields
        self.draft["timeline"].append({"edtf": edtf, "what": what, "claims": claims.split()})

    def close(self) -> None:
        """Join what stands in several places: bodies of entities, origins of claims, relations of groups."""
        ids = {entity["name"]: entity["id"] for entity in self.draft["entities"]}
        for entity in self.draft["entities"]:
            body = entity.pop("for", None)
            if body is not None and body not in ids:
                self._wrong(f"entity {entity['name']}", f"speaks for {body!r}, which is no entity's name")
            entity["speaks_for"] = ids.get(body) if body else None
        for origin in self.draft["origins"]:
            named = origin.get("entity", origin["name"])
            if "entity" in origin and named not in ids:
                self._wrong(f"origin {origin['id']}", f"entity {named!r} is no entity's name")
            origin["entity"] = ids.get(named)
        self._rest_claims()
        for name, group in self.groups.items():
            closed, faults = group.closed(name)
            self.draft["groups"].append(closed)
            for fault in faults:
                self._wrong(f"group {name}", fault)

    def _rest_claims(self) -> None:
        origins = {origin["id"]: origin for origin in self.draft["origins"]}
        around = Around(self.draft)
        for claim in self.draft["claims"]:
            name = self.rests.get(claim["id"])
            attribution = around.of(claim)
            if name is None and attribution is not None:
                name = self.rests.get(attribution)
                if name is None:
                    self._wrong(
                        f"claim {claim['id']}", f"stands in {attribution}, which names no origin (@…)"
                    )
                    continue
            if name in (None, "@-"):
                name = f"@unstated-{claim['report']}"
                if name not in origins:
                    origins[name] = {"id": name, "name": f"unstated in {claim['report']}", "kind": "unstated",
                                     "entity": None, "claims": []}  # fmt: skip
                    self.draft["origins"].append(origins[name])
            if name not in origins:
                self._wrong(
                    f"claim {claim['id']}", f"rests on {name}, which no line of the story part defines"
                )
                continue
            origins[name]["claims"].append(claim["id"])
        for origin in list(self.draft["origins"]):
            if not origin["claims"]:
                self.draft["origins"].remove(origin)

    def _wrong(self, where: str, what: str) -> None:
        problem = Problem(where, what)
        if problem not in self.problems:
            self.problems.append(problem)
