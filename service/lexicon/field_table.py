"""The field table of `lexicon/README.md`, made from the schemas, so that the page cannot fall behind the code."""

from pathlib import Path

from service.lexicon import list_schema, schema
from service.lexicon.fields import Record
from service.lexicon.findings import Finding

PAGE = "README.md"
BEGIN, END = "<!-- fields: begin (written by python -m service index) -->", "<!-- fields: end -->"

_RECORDS: tuple[tuple[str, type[Record]], ...] = (
    ("Concept", schema.ConceptSchema),
    ("Label, in `labels`", schema.LabelSchema),
    ("Use, in `uses`", schema.UseSchema),
    ("Dates, in `dates`", schema.DatesSchema),
    ("Location, in `location`", schema.LocationSchema),
    ("Relation, in `relations`", schema.RelationSchema),
    ("Ambiguous form", schema.AmbiguousSchema),
    ("Sense, in `senses`", schema.SenseSchema),
    ("Context test, in `when`", schema.WhenSchema),
    ("Article dates, in `as_of`", schema.AsOfSchema),
    ("Example, in `examples`", schema.ExampleSchema),
    ("Source", list_schema.SourceSchema),
    ("Perspective", list_schema.PerspectiveSchema),
    ("Pack", list_schema.PackSchema),
    ("Withdrawn ID", list_schema.WithdrawnSchema),
    ("Exception", list_schema.ExceptionSchema),
    ("Vocabulary", list_schema.VocabularySchema),
)


def field_table() -> str:
    """All fields of all files, as Markdown. Required fields are bold."""
    return "\n".join(line for title, record in _RECORDS for line in _lines(title, record))


def _lines(title: str, record: type[Record]) -> list[str]:
    rows = []
    for name, field in record().fields.items():
        key = field.data_key or name
        shown = f"**`{key}`**" if field.required else f"`{key}`"
        rows.append(f"| {shown} | {field.metadata['description']} |")
    return [f"### {title}", "", (record.__doc__ or "").strip(), "", "| field | meaning |", "| --- | --- |", *rows, ""]


def page_findings(path: Path) -> list[Finding]:
    """A finding if the page in the lexicon's folder `path` holds another table. A lexicon need not have the page."""
    page = _read(path)
    if page is None or _renewed(page) == page:
        return []
    line = page.partition(BEGIN)[0].count("\n") + 1
    return [Finding(PAGE, line, "index", "the field table is out of date", "Run python -m service index")]


def write_page(path: Path) -> bool:
    """Bring the field table up to date; whether it had to be changed."""
    page = _read(path)
    if page is None or _renewed(page) == page:
        return False
    (path / PAGE).write_text(_renewed(page), encoding="utf-8", newline="\n")
    return True


def _read(path: Path) -> str | None:
    """The page, if it is there and has a place for the table."""
    try:
        page = (path / PAGE).read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    return page if BEGIN in page and END in page else None


def _renewed(page: str) -> str:
    before, _, rest = page.partition(BEGIN)
    after = rest.partition(END)[2]
    return f"{before}{BEGIN}\n\n{field_table()}\n{END}{after}"
