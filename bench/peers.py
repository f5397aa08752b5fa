"""Other engines, each behind one function: text -> spans.

Each is set up as its documentation advises for names in any case. What they report is taken as it comes.
"""

from collections.abc import Callable, Sequence

import ahocorasick
import ahocorasick_rs
import flashtext
import spacy
from spacy.matcher import PhraseMatcher
from spacy.util import filter_spans

from bench.spans import Find, Spans


def raw_scan(names: Sequence[str]) -> Find:
    """ahocorasick_rs alone, leftmost-longest, over the text in small letters: no folding, no boundaries, no reasons."""
    patterns = sorted({name.lower() for name in names})
    automaton = ahocorasick_rs.AhoCorasick(patterns, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)

    def find(text: str) -> Spans:
        return [(start, end) for _, start, end in automaton.find_matches_as_indexes(text.lower())]

    return find


def raw_scan_of_lowered(names: Sequence[str]) -> Callable[[str], int]:
    """The scan of `raw_scan` and nothing else: the text has to be in small letters. The number of matches."""
    patterns = sorted({name.lower() for name in names})
    automaton = ahocorasick_rs.AhoCorasick(patterns, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    return lambda text: len(automaton.find_matches_as_indexes(text))


def pyahocorasick(names: Sequence[str]) -> Find:
    """Pyahocorasick's `iter_long` over the text in small letters; it knows no word boundaries."""
    automaton = ahocorasick.Automaton()
    for name in names:
        automaton.add_word(name.lower(), len(name.lower()))
    automaton.make_automaton()

    def find(text: str) -> Spans:
        return [(last + 1 - length, last + 1) for last, length in automaton.iter_long(text.lower())]

    return find


def flashtext_processor(names: Sequence[str]) -> Find:
    """Flashtext, any case."""
    processor = flashtext.KeywordProcessor(case_sensitive=False)
    for name in names:
        processor.add_keyword(name)

    def find(text: str) -> Spans:
        return [(start, end) for _, start, end in processor.extract_keywords(text, span_info=True)]

    return find


def phrase_matcher(names: Sequence[str], *, fresh_tokenizer: bool = True) -> Find:
    """spaCy's PhraseMatcher on LOWER, longest spans kept.

    A tokenizer remembers 10,000 words, and the patterns fill that; with `fresh_tokenizer` the texts get a new one.
    """
    nlp = spacy.blank("xx")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    matcher.add("NAME", list(nlp.tokenizer.pipe(names)))
    if fresh_tokenizer:
        nlp.tokenizer = spacy.blank("xx", vocab=nlp.vocab).tokenizer

    def find(text: str) -> Spans:
        spans = filter_spans(matcher(nlp.make_doc(text), as_spans=True))
        return [(span.start_char, span.end_char) for span in spans]

    return find


def entity_ruler(names: Sequence[str]) -> Find:
    """spaCy's EntityRuler on LOWER, with a fresh tokenizer for the texts."""
    nlp = spacy.blank("xx")
    ruler = nlp.add_pipe("entity_ruler", config={"phrase_matcher_attr": "LOWER"})
    ruler.add_patterns([{"label": "NAME", "pattern": name} for name in names])
    nlp.tokenizer = spacy.blank("xx", vocab=nlp.vocab).tokenizer

    def find(text: str) -> Spans:
        return [(entity.start_char, entity.end_char) for entity in nlp(text).ents]

    return find
