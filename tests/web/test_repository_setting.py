import pytest

from service.errors import InputError
from service.settings import Settings


def test_the_setting_is_read() -> None:
    read = Settings.from_environment
    assert read({}).repository == ""
    assert read({"EVENHAND_REPOSITORY": "https://repository.example/x"}).repository == "https://repository.example/x"


@pytest.mark.parametrize("raw", ["javascript:alert(1)", "repository.example", " "])
def test_an_address_that_is_none_of_the_web(raw: str) -> None:
    with pytest.raises(InputError, match="EVENHAND_REPOSITORY"):
        Settings.from_environment({"EVENHAND_REPOSITORY": raw})
