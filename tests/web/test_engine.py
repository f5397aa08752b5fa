from tests.invented import engine_of, invented_lexicon


def test_what_is_derived_is_made_once_for_each_engine() -> None:
    made: list[str] = []

    def make(engine: object) -> int:
        made.append("made")
        return len(made)

    engine, another = engine_of(invented_lexicon()), engine_of(invented_lexicon())
    assert (engine.derived(make), engine.derived(make), another.derived(make)) == (1, 1, 2)
