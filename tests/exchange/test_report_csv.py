from service.annotation.annotate import Annotator
from service.annotation.model import Request
from service.annotation.report import report
from service.exchange.report_csv import report_csv
from tests.invented import TOWN, concept, label, make_lexicon


def test_a_cell_is_never_a_formula() -> None:
    lexicon = make_lexicon(concept(TOWN, label("Oldvale"), gloss="=1+1, town"))
    written = report_csv(report(Annotator(lexicon).annotate(Request(text="Oldvale")), lexicon))
    assert '"\'=1+1, town"' in written
