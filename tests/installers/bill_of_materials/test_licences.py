"""Licence names of Debian and of Python packages as SPDX expressions."""

import pytest

from bill_of_materials import licences


@pytest.mark.parametrize(
    ("spelt", "expression"),
    [
        ("GPL-2", "GPL-2.0-only"),
        ("GPL-2+", "GPL-2.0-or-later"),
        ("GPLv3+", "GPL-3.0-or-later"),
        ("LGPL-2.1+", "LGPL-2.1-or-later"),
        ("lgpl-2.1-or-later", "LGPL-2.1-or-later"),
        ("AGPL-3", "AGPL-3.0-only"),
        ("Expat", "MIT"),
        ("Apache-2.0", "Apache-2.0"),
        ("public-domain", ""),
    ],
)
def test_debians_short_names(spelt: str, expression: str) -> None:
    assert licences.of_debian(spelt) == expression


def test_classifiers_are_joined_and_one_that_is_unknown_says_nothing() -> None:
    both = ["MIT License", "Apache Software License"]
    assert licences.of_python(both) == "Apache-2.0 AND MIT"
    assert licences.of_python([*both, "Other/Proprietary License"]) == ""
    assert licences.of_python([]) == ""


@pytest.mark.parametrize(
    ("text", "copyleft"),
    [
        ("GPL-2.0-only AND MIT", True),
        ("LGPL-3.0-only OR MIT", True),
        ("MPL-2.0", True),
        ("under the terms of the GNU General Public License", True),
        ("Apache-2.0 AND BSD-3-Clause", False),
    ],
)
def test_what_asks_for_the_source(text: str, copyleft: bool) -> None:
    assert licences.is_copyleft(text) is copyleft
