"""The fast matcher equals the slow, obvious one on random lexicons and texts."""

from hypothesis import given, settings
from hypothesis import strategies as st

from service.annotation.gazetteer import build
from service.annotation.initialled import Initialled
from service.annotation.matching import candidates, longest
from service.annotation.qualifiers import Qualifiers
from service.text.boundaries import Passages
from service.text.folding import fold, fold_key
from service.text.languages import Languages
from tests.annotation.builders import concept, label, lexicon
from tests.annotation.reference import reference_longest, reference_matches

# Few letters, so that forms nest, overlap and share beginnings; scripts and traps of folding among them.
WORDS = st.text("abAnəıİшЁնևგكא", min_size=1, max_size=3)
FORMS = st.lists(WORDS, min_size=1, max_size=3).flatmap(
    lambda words: st.lists(st.sampled_from([" ", "-", "'"]), min_size=len(words), max_size=len(words)).map(
        lambda joints: "".join(w + j for w, j in zip(words, joints, strict=True)).rstrip(" -'")
    )
)
PIECES = st.sampled_from(
    ["", " ", "\r\n", "\n\n", ", ", ". ", "” ", *"-\u2011\u00a0\n–—'’“\"\u00ad\u200d\u0301\u0327😀漢_²1ßﬁ"]
)


@st.composite
def texts_with_forms(draw: st.DrawFn) -> tuple[str, list[str]]:
    forms = draw(st.lists(FORMS.filter(lambda form: fold_key(form) != ""), min_size=1, max_size=8, unique_by=fold_key))
    parts = draw(st.lists(st.one_of(st.sampled_from(forms), WORDS, PIECES), max_size=25))
    return "".join(parts), forms


@settings(max_examples=400, deadline=None)
@given(texts_with_forms())
def test_the_fast_matcher_equals_the_reference(case: tuple[str, list[str]]) -> None:
    text, forms = case
    # "xx" is a language without inflection.
    names = [concept(f"c-{number}", label(form, lang="xx")) for number, form in enumerate(forms)]
    gazetteer = build(lexicon(names))
    folded = fold(text)
    found = candidates(text, folded, gazetteer, Qualifiers({}, {}), Initialled({}), Languages(Passages(text), folded))
    expected = reference_matches(text, forms)
    assert {(c.start, c.end) for c in found} == {(start, end) for start, end, _ in expected}
    assert [(c.start, c.end) for c in longest(found)] == reference_longest(expected)
