"""The images that the tests pull: what each is made of.

Their content comes from Debian's packages. `ubuntu` is a stand-in under the name that people type:
it is Debian with a shell, ps and ping.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

PATH = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
SHELL: Mapping[str, Any] = {"Env": [PATH], "Cmd": ["/bin/bash"]}


@dataclass(frozen=True, kw_only=True)
class Debian:
    """A root file system by mmdebstrap; one layer."""

    suite: str
    packages: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Busybox:
    """Debian's static busybox with a link for each applet; one layer."""


@dataclass(frozen=True, kw_only=True)
class Packages:
    """A layer of more Debian packages, and shell commands after them."""

    packages: tuple[str, ...]
    script: str = "true"


@dataclass(frozen=True, kw_only=True)
class Files:
    """A layer of files: bytes are content, text is a symbolic link's target."""

    files: tuple[tuple[str, bytes | str], ...]


Step = Debian | Busybox | Packages | Files


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """One image: its layers from the bottom up, and its configuration."""

    steps: tuple[Step, ...]
    config: Mapping[str, Any] = field(default_factory=dict)
    docker: bool = False
    """Docker's schema 2 in place of OCI."""
    compression: str = "gzip"
    platforms: tuple[str, ...] = ()
    """Architectures of an index over this image; the first is this machine's. None: no index."""


BOOKWORM = Debian(suite="bookworm", packages=("procps", "iputils-ping"))
TRIXIE = Debian(suite="trixie", packages=("procps", "iputils-ping"))
BUSYBOX = Busybox()

HELLO = Files(files=(("bin/hello", b"#!/bin/sh\necho Hello from a container!\n"),))

UBUNTU_1604 = (
    BOOKWORM,
    Files(files=(("etc/davit-test/first", b"one\n"),)),
    Files(files=(("etc/davit-test/second", b"two\n"),)),
    Files(files=(("etc/davit-test/third", b"three\n"), ("run/davit-test/", b""))),
)

NGINX = Packages(
    packages=("nginx-light",),
    script="ln -sf /dev/stdout /var/log/nginx/access.log;"
    " ln -sf /dev/stderr /var/log/nginx/error.log",
)
REDIS = Packages(packages=("redis-server",), script="mkdir -p /data && chown redis: /data")
PYTHON = Packages(packages=("python3",))
POSTGRES = Packages(
    packages=("postgresql-15",),
    script="rm -rf /var/lib/postgresql/15 /etc/postgresql /usr/lib/postgresql/15/lib/bitcode"
    " /usr/lib/postgresql/15/lib/llvmjit* /usr/lib/*/libLLVM*",
)
POSTGRES_ENTRYPOINT = Files(
    files=(
        (
            "usr/local/bin/docker-entrypoint.sh",
            b"""#!/bin/sh
# As postgres' own image does it: a database of POSTGRES_USER's own at the first start.
set -e
[ "$1" = postgres ] || exec "$@"
user=${POSTGRES_USER:-postgres}
password=${POSTGRES_PASSWORD:-$(cat "$POSTGRES_PASSWORD_FILE")}
chown postgres: "$PGDATA" /var/run/postgresql
as="setpriv --reuid postgres --regid postgres --init-groups"
if [ ! -s "$PGDATA/PG_VERSION" ]; then
    echo "$password" >/tmp/password
    chown postgres: /tmp/password
    $as initdb --no-sync --no-locale -E UTF8 -A scram-sha-256 -U "$user" --pwfile /tmp/password
    rm /tmp/password
    echo "host all all all scram-sha-256" >>"$PGDATA/pg_hba.conf"
    echo "CREATE DATABASE \"${POSTGRES_DB:-$user}\"" |
        $as postgres --single -F -j -D "$PGDATA" template1
fi
exec $as "$@" -c "listen_addresses=*" -c jit=off -c fsync=off
""",
        ),
    )
)
SHOP_API = Packages(packages=("python3-psycopg2",))
SHOP_API_PROGRAM = Files(
    files=(
        (
            "usr/local/bin/shop",
            b"""#!/usr/bin/python3
# A shop's till: POST /orders adds one, GET /orders counts them, GET /health asks the database.
import http.server, os, pathlib, signal, socket, sys
import psycopg2

def ask(statement):
    password = pathlib.Path(os.environ["DB_PASSWORD_FILE"]).read_text().strip()
    with psycopg2.connect(host="db", dbname="shop", user="shop", password=password) as database:
        with database.cursor() as cursor:
            cursor.execute("CREATE TABLE IF NOT EXISTS orders (id serial)")
            cursor.execute(statement)
            return cursor.fetchone()[0]

class Till(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.answer("SELECT count(*) FROM orders")
    def do_POST(self):
        self.answer("INSERT INTO orders DEFAULT VALUES RETURNING id")
    def answer(self, statement):
        try:
            status, text = 200, f"{ask(statement)} {os.environ.get('GREETING', '')}"
        except psycopg2.OperationalError as error:
            status, text = 503, str(error)
        body = text.encode()
        self.send_response(status)
        self.send_header("X-Host", socket.gethostname())
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
print("the till is open", flush=True)
http.server.ThreadingHTTPServer(("", 8000), Till).serve_forever()
""",
        ),
    )
)

REPOSITORY = Packages(
    packages=("apt-utils",),
    # What builds install without a network: packages as files, and the list of them.
    script="mkdir /repository && cd /repository && apt-get update -q && mkdir partial && "
    "apt-get install -q -y --no-install-recommends --download-only -o Dir::Cache::archives=$PWD "
    "nginx-light redis-server tcc libc6-dev python3 python3-setuptools python3-wheel "
    "python3-venv && apt-ftparchive packages . >Packages && rm -rf lock partial "
    "/var/lib/apt/lists/* /var/cache/apt",
)
DOCKERD = Packages(packages=("docker.io",))
BUILDAH = Packages(
    packages=("buildah",),
    # It builds without networks here, but asks for the program that makes them.
    script="mkdir -p /usr/lib/podman && ln -s /bin/true /usr/lib/podman/netavark",
)
BUILDKIT = Files(
    files=(
        (
            "usr/local/bin/buildkitd",
            rb"""#!/bin/sh
# Debian has BuildKit inside dockerd: this one serves its API, for buildctl beside it.
# Of the configuration it takes the names of registries, which are all spoken to without TLS.
set -e
insecure=$(sed -n 's/^ *\[registry\."\(.*\)"\]/"\1"/p' /etc/buildkit/buildkitd.toml | paste -sd,)
mkdir -p /etc/docker /run/buildkit
echo "{\"features\": {\"containerd-snapshotter\": true}, \"insecure-registries\": [$insecure]}" \
    >/etc/docker/daemon.json
case "$*" in
# The host's network is to stay as it is.
*worker-net=host*) set -- --bridge none --iptables=false --ip-forward=false ;;
*) set -- ;;
esac
exec dockerd -H unix:///run/buildkit/dockerd.sock --data-root /var/lib/buildkit/docker "$@"
""",
        ),
        (
            "usr/local/bin/buildctl",
            rb"""#!/usr/bin/perl
# The two commands of BuildKit's client that buildx runs in the container of its driver.
use strict;
use warnings;
use IO::Select;
use IO::Socket::UNIX;

# dockerd takes longer to start than buildx is patient for, on a slow machine.
my $daemon;
for (my $tries = 0; !$daemon; $tries++) {
    $daemon = IO::Socket::UNIX->new(Peer => "/run/buildkit/dockerd.sock");
    die "dockerd: $!\n" if !$daemon && $tries > 300;
    select undef, undef, undef, 0.1 if !$daemon;
}

sub ask {
    my ($request) = @_;
    syswrite $daemon, "$request HTTP/1.1\r\nHost: buildkit\r\n$_[1]\r\n";
    my $head = "";
    sysread $daemon, $head, 1, length $head or die "dockerd ended\n" until $head =~ /\r\n\r\n$/;
    return $head;
}

if ("@ARGV" eq "debug workers") {
    my $head = ask("HEAD /_ping", "Connection: close\r\n");
    exit($head =~ /^HTTP\S+ 200/ ? 0 : 1);
}
die "usage: buildctl debug workers | dial-stdio\n" unless "@ARGV" eq "dial-stdio";
ask("POST /grpc", "Connection: Upgrade\r\nUpgrade: h2c\r\n") =~ /^HTTP\S+ 101/ or die "no gRPC\n";
my %other = (fileno(STDIN) => $daemon, fileno($daemon) => \*STDOUT);
my $readable = IO::Select->new(\*STDIN, $daemon);
while (my @ready = $readable->can_read) {
    for my $source (@ready) {
        my $read = sysread $source, my $data, 65536;
        if (!$read) {
            exit 0 if $source == $daemon;
            $readable->remove($source);
            shutdown $daemon, 1;
            next;
        }
        my $target = $other{fileno $source};
        for (my $done = 0; $done < $read;) {
            $done += syswrite($target, $data, $read - $done, $done) // exit 0;
        }
    }
}
""",
        ),
    )
)

SH: Mapping[str, Any] = {"Env": [PATH], "Cmd": ["sh"]}

RECIPES: Mapping[str, Recipe] = MappingProxyType(
    {
        "busybox:latest": Recipe(steps=(BUSYBOX,), config=SH),
        "hello-world:latest": Recipe(
            steps=(BUSYBOX, HELLO), config={"Env": [PATH], "Cmd": ["hello"]}, docker=True
        ),
        "debian:latest": Recipe(steps=(BOOKWORM,), config=SHELL),
        "ubuntu:latest": Recipe(steps=(BOOKWORM,), config=SHELL, docker=True),
        "ubuntu:16.04": Recipe(steps=UBUNTU_1604, config=SHELL, docker=True),
        "nginx:latest": Recipe(
            steps=(BOOKWORM, NGINX),
            config={
                "Env": [PATH],
                "Cmd": ["nginx", "-g", "daemon off;"],
                "ExposedPorts": {"80/tcp": {}},
                "StopSignal": "SIGQUIT",
            },
        ),
        "redis:latest": Recipe(
            steps=(BOOKWORM, REDIS),
            config={
                "Env": [PATH],
                "Cmd": ["redis-server", "--protected-mode", "no"],
                "ExposedPorts": {"6379/tcp": {}},
                "Volumes": {"/data": {}},
                "WorkingDir": "/data",
            },
        ),
        "postgres:15": Recipe(
            steps=(BOOKWORM, POSTGRES, POSTGRES_ENTRYPOINT),
            config={
                "Env": [f"{PATH}:/usr/lib/postgresql/15/bin", "PGDATA=/var/lib/postgresql/data"],
                "Entrypoint": ["docker-entrypoint.sh"],
                "Cmd": ["postgres"],
                "ExposedPorts": {"5432/tcp": {}},
                "StopSignal": "SIGINT",
                "Volumes": {"/var/lib/postgresql/data": {}},
            },
        ),
        "shop-api:1": Recipe(
            steps=(BOOKWORM, SHOP_API, SHOP_API_PROGRAM),
            config={"Env": [PATH], "Cmd": ["shop"], "ExposedPorts": {"8000/tcp": {}}},
        ),
        "python:3.11": Recipe(
            steps=(BOOKWORM, PYTHON), config={"Env": [PATH], "Cmd": ["python3"]}, docker=True
        ),
        "python:3.13": Recipe(steps=(TRIXIE, PYTHON), config={"Env": [PATH], "Cmd": ["python3"]}),
        "buildkit:latest": Recipe(
            steps=(TRIXIE, DOCKERD, BUILDKIT),
            config={"Env": [PATH], "Entrypoint": ["buildkitd"]},
        ),
        "repository:latest": Recipe(steps=(BOOKWORM, REPOSITORY), config=SHELL),
        "peers:latest": Recipe(
            steps=(TRIXIE, DOCKERD, BUILDAH), config={"Env": [PATH], "Cmd": ["dockerd"]}
        ),
        "variants:zstd": Recipe(steps=(BUSYBOX,), config=SH, compression="zstd"),
        "variants:schema2": Recipe(steps=(BUSYBOX,), config=SH, docker=True),
        "variants:index": Recipe(steps=(BUSYBOX,), config=SH, platforms=("amd64", "arm64")),
        "variants:list": Recipe(
            steps=(BUSYBOX,), config=SH, docker=True, platforms=("amd64", "arm64")
        ),
        "variants:layers": Recipe(
            steps=(
                BUSYBOX,
                Files(files=(("data/keep", b"keep\n"), ("data/gone", b"gone\n"))),
                Files(files=(("data/.wh.gone", b""), ("data/new", b"new\n"))),
                Files(files=(("opaque/old", b"old\n"), ("link", "data/new"))),
                Files(files=(("opaque/.wh..wh..opq", b""), ("opaque/fresh", b"fresh\n"))),
                *(
                    Files(files=((f"many/{number:02}", f"layer {number}\n".encode()),))
                    for number in range(20)
                ),
            ),
            config=SH,
        ),
    }
)
