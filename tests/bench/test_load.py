import pytest

from bench.load import Load, LoadError, medians, read
from bench.timing import percentile

OUTPUT = (
    'Running\nmeasured {"requests": 300, "seconds": 1.5, "bytes": 6000, "errors": 0, "p50": 2, "p99": 9, "p999": 12}\n'
)


def test_figures_are_read_from_the_load_generator() -> None:
    load = read(OUTPUT)
    assert load == Load(requests=300, rate=200, p50=2, p99=9, p999=12, size=20)
    assert load.spread == 4.5


@pytest.mark.parametrize(
    "output", ["unable to connect", OUTPUT.replace('"errors": 0', '"errors": 2'), OUTPUT.replace("300", "0")]
)
def test_a_run_with_failures_does_not_count(output: str) -> None:
    with pytest.raises(LoadError):
        read(output)


def test_medians_are_taken_figure_by_figure() -> None:
    loads = [Load(1, 10, 1, 9, 9, 5), Load(1, 30, 3, 3, 9, 5), Load(1, 20, 2, 6, 9, 5)]
    assert medians(loads) == Load(1, 20, 2, 6, 9, 5)


def test_percentiles() -> None:
    values = [float(number) for number in range(101)]
    assert [percentile(values, share) for share in (0.0, 0.5, 0.99, 1.0)] == [0, 50, 99, 100]
    assert percentile([7.0], 0.99) == 7
