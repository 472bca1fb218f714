"""Rows of a container's folder."""

from davit_desktop.client.files import FileEntry, exact, query, raw, readable
from davit_desktop.client.types import Change
from davit_desktop.state import files
from davit_desktop.state.files import Changed, MountMark

VOLUME = MountMark(target="/srv/data/deep", kind="volume", source="cargo")


def test_changes_are_marked_where_they_belong() -> None:
    changes = files.indexed(
        [
            Change(path="/etc", kind=0),
            Change(path="/etc/new", kind=1),
            Change(path="/bin/ar", kind=2),
        ]
    )
    entries = [FileEntry(name="new"), FileEntry(name="old")]
    new, old = files.rows("/etc", entries, changes, ())
    assert (new.changed, old.changed) == (Changed.ADDED, None)
    (gone,) = files.absent("/bin", ["sh"], changes, ())
    assert (gone.path, gone.deleted, gone.is_file) == ("/bin/ar", True, False)
    assert files.absent("/bin", ["ar"], changes, ()) == []


def test_a_mount_that_is_not_there_yet_is_shown_with_the_way_to_it() -> None:
    (way,) = files.absent("/", ["etc"], {}, [VOLUME])
    assert (way.path, way.mount, way.is_folder) == ("/srv", None, True)
    (place,) = files.absent("/srv/data", [], {}, [VOLUME])
    assert (place.path, place.mount) == ("/srv/data/deep", VOLUME)
    assert files.absent("/srv/data", ["deep"], {}, [VOLUME]) == []
    (row,) = files.rows("/srv/data", [FileEntry(name="deep", kind="folder")], {}, [VOLUME])
    assert row.mount == VOLUME


def test_a_link_is_what_it_leads_to() -> None:
    entry = FileEntry(name="l", kind="link", target="x", leads_to="/x", leads_to_kind="file")
    (row,) = files.rows("/", [entry], {}, ())
    assert (row.is_file, row.is_folder, row.content_path) == (True, False, "/x")
    (lost,) = files.rows("/", [FileEntry(name="l", kind="link", target="x")], {}, ())
    assert not lost.is_file
    assert not lost.is_folder


def test_bytes_that_are_not_text_go_there_and_back() -> None:
    entry = FileEntry(name="a\ufffd", raw="Yf8=")
    assert raw(entry.exact_name) == b"a\xff"
    (row,) = files.rows("/", [entry], {}, ())
    assert row.path_words == "/a\ufffd"
    assert query(path=row.path) == "path=/a%FF"
    assert readable(exact(b"\xff")) == "\ufffd"
    assert FileEntry(name="n", raw="!!").exact_name == "n"


def test_the_way_to_a_path() -> None:
    assert files.ancestors("etc/../usr//lib/") == ["/", "/usr", "/usr/lib"]
    assert files.ancestors("/../..") == ["/"]


def test_modes_and_owners_are_told_as_ls_does() -> None:
    entry = FileEntry(name="f", mode=0o4750, uid=8, gid=12, user="mail")
    (row,) = files.rows("/", [entry], {}, ())
    assert (row.mode_words, row.owner) == ("-rwsr-x---", "mail:12")
