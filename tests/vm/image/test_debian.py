"""Which packages are wanted, and the lock that pins them."""

import pytest
from davit_image.debian import (
    BuildError,
    Package,
    differences,
    format_lock,
    parse_lock,
    parse_wanted,
)
from hypothesis import given
from hypothesis import strategies as st

DIGEST = "0123456789abcdef" * 4
CRUN = Package("crun", "1.28-1", DIGEST, "pool/main/c/crun/crun_1.28-1_amd64.deb")

_words = st.text(
    st.characters(min_codepoint=33, max_codepoint=126, exclude_characters="#"), min_size=1
)
_packages = st.builds(
    Package, _words, _words, st.text("0123456789abcdef", min_size=64, max_size=64), _words
)


def test_names_carry_the_architecture_as_debian_spells_it() -> None:
    wanted = parse_wanted("linux-image-{debian} trixie the kernel\n", "aarch64")

    assert wanted.packages == (("linux-image-arm64", "trixie"),)


def test_a_package_without_a_reason_is_refused() -> None:
    with pytest.raises(BuildError, match="busybox trixie"):
        parse_wanted("busybox trixie\n", "x86_64")


def test_what_stands_behind_a_minus_is_left_out() -> None:
    wanted = parse_wanted("# a remark\n\n-perl-base install scripts\n", "x86_64")

    assert wanted.packages == ()
    assert wanted.unwanted == {"perl-base"}


@given(st.lists(_packages))
def test_a_lock_is_read_as_it_was_written(packages: list[Package]) -> None:
    assert parse_lock(format_lock(packages)) == tuple(sorted(packages))


@pytest.mark.parametrize("line", ["crun 1.28-1", f"crun 1.28-1 {DIGEST[1:]} pool/x.deb"])
def test_a_damaged_lock_is_told_with_the_line(line: str) -> None:
    with pytest.raises(BuildError, match=line):
        parse_lock(f"# head\n{line}\n")


def test_differences_name_what_came_went_and_changed() -> None:
    newer = Package("crun", "1.29-1", DIGEST, "pool/main/c/crun/crun_1.29-1_amd64.deb")
    tini = Package("tini", "0.19", DIGEST, "pool/t.deb")
    kmod = Package("kmod", "34", DIGEST, "pool/k.deb")

    assert differences([CRUN, tini], [newer, kmod]) == (
        "crun: 1.28-1 -> 1.29-1",
        "kmod: added 34",
        "tini: gone (was 0.19)",
    )


def test_another_file_under_the_same_version_is_told() -> None:
    other = Package("crun", "1.28-1", DIGEST[::-1], CRUN.path)

    assert differences([CRUN], [other]) == ("crun: another file of the same version",)


def test_the_same_packages_do_not_differ() -> None:
    assert differences([CRUN], [CRUN]) == ()
