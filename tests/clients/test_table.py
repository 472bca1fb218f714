"""The table of clients in README.md has a row for each scenario there is, and no other."""

import re
from pathlib import Path

from clients.table import CLIENTS, HEAD, README, results, scenarios, spoken

HERE = Path(__file__).parent


def test_every_file_of_scenarios_is_about_a_client() -> None:
    files = {path.stem for path in HERE.glob("test_*.py")} - {Path(__file__).stem}
    assert files == set(CLIENTS)


def test_the_table_has_a_row_for_each_scenario() -> None:
    text = README.read_text()
    assert text.startswith(HEAD)
    told = r"(?: (?:passes|\*\*fails\*\*) \|){2}"
    rows = re.findall(rf"^\| (.+?) \| \S+ \| (.+?) \|{told}$", text, re.M)
    assert rows == [(CLIENTS[module], spoken(test)) for module, test in scenarios()]


def test_a_scenario_passes_when_all_its_cases_do(tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    report.write_text(
        '<testsuites><testsuite><testcase classname="tests.clients.test_a" name="test_x[1]"/>'
        '<testcase classname="tests.clients.test_a" name="test_x[2]"><failure/></testcase>'
        '<testcase classname="tests.clients.test_a" name="test_y"/></testsuite></testsuites>'
    )
    assert results(report) == {("test_a", "test_x"): False, ("test_a", "test_y"): True}
