"""The same contexts built by us, by dockerd's classic builder and by buildah: what comes out.

dockerd is the measure for all that its builder knows: transcript, configuration, history, and each
layer's names, kinds, modes, owners, times, contents and links. buildah is the measure for what only
newer builders know. Where we depart from dockerd on purpose a test says so, and why.
"""

import bz2
import gzip
import json
import re
import tarfile
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from fixtures.builders import FOLDER, Api, Built, Context, Member, Peers, both, packed
from fixtures.daemon import Engine
from fixtures.registry import Registry
from fixtures.saved_image import Node, SavedImage, Tree

pytestmark = pytest.mark.root

PASSWD = "root:x:0:0:root:/root:/bin/sh\nada:x:1234:2345::/home/ada:/bin/sh\n"
GROUP = "root:x:0:\nada:x:2345:\nwriters:x:77:ada\nnobody:x:65534:\n"

ARCHIVE = packed(
    {
        "p": FOLDER,
        "p/one": Member(content=b"1", owner=(7, 8)),
        "p/suid": Member(content=b"s", mode=0o4755),
        "p/link": Member(kind=tarfile.SYMTYPE, link="one"),
        "p/same": Member(kind=tarfile.LNKTYPE, link="p/one", owner=(7, 8)),
        "etc": Member(kind=tarfile.DIRTYPE, mode=0o700),
        "etc/x": "x",
    }
)
FILES: Context = {
    "a.txt": "a",
    "b.txt": "b",
    "program": Member(content=b"#!/bin/sh\n", mode=0o755),
    "dir": FOLDER,
    "dir/in.txt": "in",
    "dir/sub": Member(kind=tarfile.DIRTYPE, mode=0o700),
    "dir/sub/deep": Member(content=b"deep", mode=0o600),
    "dir/link": Member(kind=tarfile.SYMTYPE, link="in.txt"),
    "dir/same": Member(kind=tarfile.LNKTYPE, link="dir/in.txt"),
    "dir/pipe": Member(kind=tarfile.FIFOTYPE),
    "link": Member(kind=tarfile.SYMTYPE, link="a.txt"),
    "folder": Member(kind=tarfile.SYMTYPE, link="dir"),
    "absolute": Member(kind=tarfile.SYMTYPE, link="/a.txt"),
    "same": Member(kind=tarfile.LNKTYPE, link="a.txt"),
    "two words.txt": "two",
    "[x].txt": "brackets",
    "é.txt": "accent",
    "empty": FOLDER,
    "t.tar": Member(content=ARCHIVE),
    "t.tgz": Member(content=gzip.compress(ARCHIVE, mtime=0)),
    "t.tbz": Member(content=bz2.compress(ARCHIVE)),
    "not.tar": "not an archive",
    "text.gz": Member(content=gzip.compress(b"text", mtime=0)),
}

CONFIGURATION = r"""
MAINTAINER ada <a@b>
ENV A=1 B='two words' C="x \"y\" z"
ENV old style value $A
ENV D=${A:-x}${NO:-other}${A:+set}${NO:+set} E=\$A F='$A' G="$A"
ENV PATH=/x:$PATH
ENV A=2 H=$A
ENV I=a\ b J= K=""
LABEL who=$A "two words"='v w' multi="a \
b"
LABEL legacy some value here
LABEL empty="" "quoted key"="v" z=1 a=2
WORKDIR /app
WORKDIR sub
WORKDIR /app/$A/
WORKDIR ../up
USER 33:44
EXPOSE 80 53/udp 100-102/tcp 9/SCTP
EXPOSE $A 80/tcp 8080:81 127.0.0.1:90:91/udp
VOLUME /data
VOLUME ["/v1", "/v 2"]
VOLUME /a /b/
STOPSIGNAL SIGINT
STOPSIGNAL 9
HEALTHCHECK --interval=5s --retries=2 --timeout=1m30s --start-period=1h CMD true && x
CMD ["a", "b \"q\" \t é"]
ENTRYPOINT cat $A
CMD ["x"]
ENTRYPOINT ["cat"]
CMD ["y", \
 "z"]
SHELL ["/bin/sh", "-e", "-c"]
CMD shell form   with  spaces
CMD ["a", b]
ENTRYPOINT [ "x" ] y
ONBUILD RUN touch /tmp/triggered
ONBUILD COPY a b
onbuild ENV   x=y
"""

RUNNING = r"""
RUN echo one
RUN ["echo", "exec $HOME form"]
RUN   echo   spaced   \
    # comment
    continued && \
  echo more
RUN echo empty \

  continuation
USER ada
WORKDIR /w/x
RUN id; pwd; echo $HOME; touch /tmp/f
USER 1234:77
RUN id
USER 5000
RUN id; echo $HOME
USER 0
RUN mkdir /n && echo x > /n/f && chown 1:2 /n/f && chmod 4755 /n/f && ln /n/f /n/hard && \
  ln -s f /n/sym && mkfifo /n/fifo && touch -d @1000000000 /n/f /n && rm /etc/group
RUN rm -rf /n && mkdir /n && echo y > /n/g && touch -d @1000000000 /n/g /n
RUN true
SHELL ["/bin/sh","-ec"]
RUN echo $0 hello
"""

COPYING = r"""
WORKDIR /w
COPY a.txt /one
COPY a.txt /two/
COPY a.txt rel
COPY a.txt .
COPY dir /d1
COPY dir/ /d2/
COPY dir a.txt /d3/
COPY *.txt /glob/
COPY a*.txt /alone
COPY none* b.txt /some/
COPY ["two words.txt", "/two words"]
COPY [[]x].txt é.txt /names/
COPY link /l1
COPY folder /l2
COPY absolute /l3
COPY same dir/same program /h/
COPY empty /empty
COPY . /all/
COPY a.txt dir/.. /dots/
COPY /a.txt ./b.txt /abs/
COPY a.txt /etc
COPY dir /etc
COPY a.txt /one/../up
COPY dir/[i-s]*[kbt] /flat/
"""

OWNERS = r"""
COPY --chown=ada a.txt /o1
COPY --chown=ada:writers dir /o2
COPY --chown=55:66 a.txt /new/dir/o3
COPY --chown=55 a.txt b.txt /o5/
ADD --chown=55:66 t.tar /o6
USER ada
WORKDIR /owned/deep
COPY a.txt .
"""

ADDING = r"""
ADD t.tar /t1
ADD t.tgz /
ADD t.tbz /t3/deep/
WORKDIR /w
ADD t.tar .
ADD not.tar text.gz /plain/
ADD a.txt t.tar /many/
ADD dir /d
ADD dir/link /l
COPY t.tar /raw/
ADD *.tgz a.* /star/
"""

LINKS = r"""
RUN mkdir -p /real /rel && ln -s /real /abslink && ln -s rel /rellink && \
  ln -s /nowhere /dangling && ln -s /no/where /dangling2 && ln -s /real/newfile /filelink && \
  echo old > /real/file && chmod 700 /real && touch -d @900000000 /real/file && \
  echo kept > /kept && mkdir /d && ln -s /kept /d/in.txt && mkdir /d/sub && chmod 711 /d/sub && \
  chown 9:9 /d/sub
COPY a.txt /abslink/
COPY dir /rellink
COPY b.txt /abslink/file
COPY a.txt /filelink
COPY dir/ /abslink/sub/
COPY a.txt /rellink/../up
COPY a.txt /dangling/
COPY dir /d
WORKDIR /dangling2/x
WORKDIR /abslink/made
COPY a.txt here
ADD t.tar /rellink/
RUN cat /kept
"""

STAGES = r"""
ARG TAG=latest
ARG NAME=${TAG:+base}
FROM $NAME:$TAG AS Build
RUN mkdir -p /out/sub && echo one >/out/one && ln /out/one /out/hard && ln -s one /out/sym && \
  chown 5:6 /out/one /out/sub && chmod 750 /out/sub && touch -d @900000000 /out/one /out/sub
FROM build AS second
RUN echo two >/out/two
FROM scratch
COPY --from=build /out/ /a/
COPY --from=1 /out /b
COPY --from=BUILD /out/sym /c/
COPY --from=second --chown=9:9 /out/sub /out/one /d/
COPY --from=base:latest /etc/passwd /e
COPY --from=build /out/*o* /f/
COPY --from=second out/two g
LABEL x=y
"""

ARGUMENTS = r"""
ARG TAG=latest
ARG UNUSED
FROM base:${TAG} AS one
ARG X=default
ARG Y
ARG Z=$X-$Y
ARG P Q=2 R
ENV E=$X
ENV X=env
ENV W=$X$TAG
RUN echo $X $Y $Z "$TAG" $Q
ARG X=later
RUN echo $X
FROM one
RUN echo "$Y $Z"
LABEL l=$E
"""

WORDS = r"""
ENV A=abc B=/x/y/z.tar.gz E=
ENV C=${A:+yes} D=${N:-no} F=${N:+yes} G=${E:-empty} H=${E-unset} I="${A}b" J='${A}' K=\${A} \
  L=$A$B M=${A}-${N} N2=$ O=$$ P=a$ Q="a $A" R=a\ \$A
LABEL l1=$A l2='$A' l3="$A \"q\"" l4=\$A l5=a\\b l6="a\\b" l7='a\b'
ARG Z="q w"
ENV Y=$Z X="$Z" W='$Z'
WORKDIR $B
WORKDIR "/quoted path"
WORKDIR /a b
USER ${U:-7}
EXPOSE ${PORT:-8080}
VOLUME $B ${A}
VOLUME ["$B", "${A}"]
STOPSIGNAL ${S:-SIGHUP}
COPY ${A:+a.txt} /$A/${A}x
COPY ["two words.txt", "a.txt", "/j $A/"]
CMD $A
ONBUILD ENV A=$A
"""

VOLUMES = r"""
RUN mkdir /data; echo a > /data/a; chown 5:5 /data/a
VOLUME /data
RUN echo b > /data/b; ls /data; echo c > /other
COPY a.txt /data/copied
RUN ls /data
"""

ESCAPES = (
    '# escape=`\nFROM base\nRUN echo a `\n  b\nENV P=C:\\x Q=a`$b R="q`"q"\nCOPY a.txt \\w\\\n'
)

CASES: Mapping[str, tuple[str, Mapping[str, object]]] = {
    "configuration": (f"FROM base{CONFIGURATION}", {}),
    "running": (f"FROM base{RUNNING}", {}),
    "copying": (f"FROM base{COPYING}", {}),
    "owners": (f"FROM base{OWNERS}", {}),
    "adding": (f"FROM base{ADDING}", {}),
    "links": (f"FROM base{LINKS}", {}),
    "stages": (STAGES, {}),
    "arguments": (
        ARGUMENTS,
        {"buildargs": '{"Y":"given","NOBODY":"1","HTTP_PROXY":"http://p","X":"over"}'},
    ),
    "words": (f"FROM base{WORDS}", {}),
    "volumes": (f"FROM base{VOLUMES}", {}),
    "escapes": (ESCAPES, {}),
    "comments": (
        '# a\n#b\n\nFROM base \n  # in\n\tRUN echo a # b\nrun echo "b \\\n# c\n d"\n', {},
    ),
    "nothing but a base": ("FROM base\n", {"labels": '{"z":"1","y":"2 3","q":"a\\"b","d":"$A"}'}),
    "nothing to run": ("FROM scratch\nCOPY a.txt /\nENV A=1\nWORKDIR /w\nCMD [\"/x\"]\n", {}),
    "quiet": ("FROM base\nRUN echo a\n", {"q": 1}),
    "containers kept": ("FROM base\nRUN echo a\nENV a=b\n", {"rm": 0}),
}  # fmt: skip

FAILURES: Mapping[str, tuple[str, Mapping[str, object]]] = {
    "a command": ("RUN echo a; exit 3\n", {}),
    "a command, cleaned up": ("RUN exit 3\n", {"forcerm": 1}),
    "a command, quietly": ("RUN exit 2\n", {"q": 1}),
    "a pattern that fits nothing": ("COPY none* /x\n", {}),
    "a missing file": ("COPY none /x\n", {}),
    "a missing file in a folder": ("COPY dir/none /x\n", {}),
    "a path outside": ("COPY ../x /x\n", {}),
    "a long way outside": ("COPY dir/../../../a.txt /x\n", {}),
    "no folder for many": ("COPY a.txt b.txt /many\n", {}),
    "a target that is not there": ("RUN true\n", {"target": "none"}),
}


@pytest.fixture(scope="module")
def base(engine: Engine, registry: Registry, tmp_path_factory: pytest.TempPathFactory) -> str:
    """busybox with some users."""
    busybox = registry.image("busybox:latest")
    folder = tmp_path_factory.mktemp("base")
    (folder / "etc").mkdir()
    (folder / "etc/passwd").write_text(PASSWD)
    (folder / "etc/group").write_text(GROUP)
    (folder / "Dockerfile").write_text(f"FROM {busybox}\nCOPY etc /etc\n")
    engine.docker("build", "-q", "-t", "base", str(folder), env={"DOCKER_BUILDKIT": "0"})
    return "base:latest"


@pytest.fixture(scope="module")
def peers(engine: Engine, registry: Registry, base: str) -> Iterator[Peers]:
    peers = Peers(engine=engine, image=registry.image("peers:latest"), base=base)
    peers.start()
    yield peers
    peers.close()


@pytest.fixture(scope="module")
def build(engine: Engine, peers: Peers) -> Callable[..., tuple[Built, Built]]:
    """Of a Dockerfile, and of the fields of a request: what dockerd and what we make of it."""
    ours = Api(engine.socket)

    def run(
        dockerfile: str, query: Mapping[str, object] | None = None, **files: Member
    ) -> tuple[Built, Built]:
        context = packed({"Dockerfile": dockerfile, **FILES, **files})
        return both(
            lambda: peers.dockerd.build(context, query or {}),
            lambda: ours.build(context, query or {}),
        )

    return run


def said(built: Built) -> str:
    # The line of Docker since 17.06; ours is the one before it.
    return built.said.replace(" ---> Removed intermediate", "Removing intermediate")


def document(image: SavedImage) -> dict[str, Any]:
    """What an image's JSON says, without what differs by nature: ids and times."""
    # Contents have other digests in the history: dockerd hashes its own kind of archives.
    text = re.sub(r"\b(file|dir|multi):[0-9a-f]{64}", r"\1:DIGEST", json.dumps(image.document))
    found = json.loads(text)
    # The last two are gone from newer Dockers, too.
    for name in ("created", "rootfs", "container", "container_config", "docker_version"):
        found.pop(name, None)
    for step in found["history"]:
        del step["created"]
    unset = (None, "", [], {}, False)
    config = {name: value for name, value in found["config"].items() if value not in unset}
    # An id of the last step's parent, and the name of a container that never was.
    config.pop("Image", None)
    config.pop("Hostname", None)
    return {**found, "config": config}


def entries(tree: Tree) -> dict[str, Node | None]:
    """What is in a layer; modes of whiteouts mean nothing."""
    return {path: None if "/.wh." in f"/{path}" else node for path, node in tree.items()}


def layers(image: SavedImage) -> list[dict[str, Node | None]]:
    return [entries(layer) for layer in image.layers]


@pytest.mark.parametrize("name", CASES)
def test_a_build_is_the_same(build: Callable[..., tuple[Built, Built]], name: str) -> None:
    theirs, ours = build(*CASES[name])
    assert said(ours) == said(theirs)
    assert (ours.status, ours.error) == (theirs.status, "")
    assert ours.image is not None
    assert theirs.image is not None
    assert document(ours.image) == document(theirs.image)
    assert layers(ours.image) == layers(theirs.image)


@pytest.mark.parametrize("name", FAILURES)
def test_a_failure_is_the_same(build: Callable[..., tuple[Built, Built]], name: str) -> None:
    dockerfile, query = FAILURES[name]
    theirs, ours = build(f"FROM base\n{dockerfile}", query)
    assert said(ours) == said(theirs)
    assert (ours.status, ours.error) == (theirs.status, theirs.error)


def test_pieces_of_a_build_that_dockerd_leaves_to_us(
    build: Callable[..., tuple[Built, Built]],
) -> None:
    """Where we depart from dockerd, as BuildKit does."""
    # Stages that the target does not need are not built; a stage's number is a target, too.
    theirs, ours = build("FROM base AS a\nRUN false\nFROM base AS b\nRUN echo b\n", {"target": "b"})
    assert (theirs.error != "", ours.error) == (True, "")
    theirs, ours = build("FROM base\nRUN echo a\nFROM base\n", {"target": "0"})
    assert (theirs.status, ours.status) == (400, 200)
    # One pattern for many files needs no slash at the end of the target.
    theirs, ours = build("FROM base\nCOPY *.txt /many\n")
    assert (theirs.error != "", ours.error) == (True, "")
    # A folder is not replaced by a file.
    theirs, ours = build("FROM base\nRUN mkdir -p /d/in.txt/x\nCOPY dir /d\n")
    assert (theirs.error, ours.error != "") == ("", True)
    # Bits of set-user-id, and a step that changes nothing adds no layer.
    program = Member(content=b"#!/bin/sh\n", mode=0o4755)
    theirs, ours = build("FROM base\nCOPY program /\nCOPY empty /tmp/\n", program=program)
    assert theirs.image is not None
    assert ours.image is not None
    modes = [built.image.tree["program"].mode for built in (theirs, ours) if built.image]
    assert modes == [0o755, 0o4755]
    assert len(theirs.image.layers) == len(ours.image.layers) + 1
    # Folders above what is copied.
    _, ours = build("FROM base\nCOPY --parents dir/sub/deep dir/./link a.txt /p/\n")
    assert ours.image is not None
    made = [path for path in ours.image.tree if path.startswith("p/")]
    assert made == ["p/a.txt", "p/dir", "p/dir/sub", "p/dir/sub/deep", "p/link"]
    # The times of a check are not those of the one that it replaces.
    health = "HEALTHCHECK --interval=5s CMD a\nHEALTHCHECK CMD b\n"
    theirs, ours = build(f"FROM base\n{health}")
    checks = [document(one.image)["config"]["Healthcheck"] for one in (theirs, ours) if one.image]
    assert [check.get("Interval") for check in checks] == [5 * 10**9, None]


NEWER = {
    "heredocs": r"""
RUN <<EOF
echo one > /one
echo $HOME two >> /one
EOF
RUN <<-EOF
	echo tabs > /tabs
EOF
ENV A=value
COPY <<first <<"second" /made/
$A and ${A:-x}
first
$A stays
second
COPY <<-only /only
	no tabs
only
RUN cat <<EOF > /cat && echo more >> /cat
shell $A
EOF
""",
    "modes": r"""
COPY --chmod=750 a.txt /a
COPY --chmod=640 --chown=ada:writers dir /dir
ADD --chmod=4711 program /program
""",
    "what is left out": "COPY --exclude=*.txt --exclude=dir/sub . /all/\n",
    "mounts": r"""
RUN --mount=type=tmpfs,target=/t echo x > /t/x && ls /t > /listed
RUN --mount=type=cache,target=/c,uid=5,mode=0700 touch /c/kept && stat -c '%u %a' /c > /cache
RUN --mount=type=bind,target=/in,source=dir cat /in/in.txt > /bound
RUN --mount=type=bind,from=base,source=/etc,target=/e cat /e/passwd > /passwd
""",
    "platforms": r"""
ARG TARGETOS TARGETARCH
ARG TARGETPLATFORM
RUN echo $TARGETOS $TARGETARCH $TARGETPLATFORM > /platform
""",
}


MOUNTED = ("dev", "proc", "run", "sys", "etc/hostname", "etc/hosts", "etc/resolv.conf")
"""What buildah leaves of what a step has mounted."""


@pytest.mark.parametrize("name", NEWER)
def test_what_only_newer_builders_know_is_as_buildah_builds_it(
    engine: Engine, peers: Peers, name: str
) -> None:
    context = packed({"Dockerfile": f"FROM base:latest\n{NEWER[name]}", **FILES})
    theirs, ours = both(
        lambda: peers.buildah(context), lambda: Api(engine.socket).build(context, {})
    )
    assert ours.error == ""
    assert ours.image is not None
    found = {path: node for path, node in theirs.tree.items() if path not in MOUNTED}
    assert entries(ours.image.tree) == entries(found)
