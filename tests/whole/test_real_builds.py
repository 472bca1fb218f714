"""Programs as people build them: packages by apt, wheels, compilers; and each is then used."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from fixtures.daemon import Engine, wait_for, wait_for_page
from fixtures.registry import Registry

pytestmark = pytest.mark.root

Build = Callable[..., subprocess.CompletedProcess[str]]

INSTALL = "apt-get update -q && apt-get install -y -q --no-install-recommends"
UBUNTU = """\
FROM {ubuntu}
COPY --from={repository} /repository /repository
RUN echo 'deb [trusted=yes] file:/repository ./' >/etc/apt/sources.list
"""
UPDATED = """\
FROM ubuntu
MAINTAINER gaurav <gaurav@mail.com>
RUN apt-get update
CMD ["echo","system updated"]
"""
NGINX = f"""\
FROM ubuntu
RUN {INSTALL} nginx-light && rm -rf /var/lib/apt/lists/* && \\
    ln -sf /dev/stdout /var/log/nginx/access.log
COPY page.html /var/www/html/index.html
EXPOSE 80
STOPSIGNAL SIGQUIT
HEALTHCHECK --interval=1s CMD test -e /run/nginx.pid
CMD ["nginx", "-g", "daemon off;"]
"""
REDIS = f"""\
FROM ubuntu
ENV DEBIAN_FRONTEND=noninteractive
RUN {INSTALL} redis-server
RUN mkdir /data && chown redis:redis /data
VOLUME /data
WORKDIR /data
USER redis
CMD ["redis-server", "--protected-mode", "no"]
"""
WEB = f"""\
FROM ubuntu AS python
RUN {INSTALL} python3
FROM python AS wheels
RUN {INSTALL} python3-setuptools python3-wheel python3-pip-whl
WORKDIR /source
COPY setup.py hello.py ./
RUN python3 setup.py -q bdist_wheel -d /wheels
FROM python
RUN --mount=type=bind,from=wheels,target=/from \\
    PYTHONPATH=$(echo /from/usr/share/python-wheels/pip-*.whl) \\
    python3 -m pip install --no-index --target /app /from/wheels/*.whl
ARG GREETING=hello
ENV GREETING=$GREETING PYTHONPATH=/app PYTHONUNBUFFERED=1
USER nobody
ENTRYPOINT ["/app/bin/hello"]
CMD ["8000"]
"""
SETUP = """\
from setuptools import setup
setup(name="hello", version="1", py_modules=["hello"],
      entry_points={"console_scripts": ["hello = hello:main"]})
"""
HELLO = """\
import http.server, os, sys
class Hello(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(os.environ["GREETING"].encode())
def main():
    http.server.HTTPServer(("", int(sys.argv[1])), Hello).serve_forever()
"""
PROGRAM = f"""\
FROM ubuntu AS compiler
RUN {INSTALL} tcc libc6-dev
COPY hello.c /
RUN tcc -o /hello /hello.c && mkdir /out && cp -L --parents $(ldd /hello | grep -o '/[^ ]*') /out
FROM scratch
COPY --from=compiler /out/ /
COPY --from=compiler /hello /
ENTRYPOINT ["/hello"]
"""
SOURCE = (
    '#include <stdio.h>\nint main(int n, char **a) { return printf("hello %s\\n", a[1]) < 0; }\n'
)


@pytest.fixture(scope="module")
def build(engine: Engine, registry: Registry, tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Build and tag a Dockerfile with files beside it; `ubuntu` installs from a folder."""

    def run(
        tag: str, dockerfile: str, *flags: str, **files: str
    ) -> subprocess.CompletedProcess[str]:
        folder = tmp_path_factory.mktemp("context")
        Path(folder, "Dockerfile").write_text(dockerfile)
        for name, text in files.items():
            Path(folder, name.replace("_", ".")).write_text(text)
        return engine.docker(
            "build", "-t", tag, *flags, str(folder), env={"DOCKER_BUILDKIT": "0"}, timeout=300
        )

    names = {name: registry.image(f"{name}:latest") for name in ("ubuntu", "repository")}
    run("ubuntu", UBUNTU.format(**names))
    return run


def port(engine: Engine, container: str) -> str:
    return engine.docker("port", container).stdout.rpartition(":")[2].strip()


def test_a_system_is_updated(engine: Engine, build: Build) -> None:
    shown = build("ubuntu:updated", UPDATED).stdout
    assert 'Step 4/4 : CMD ["echo","system updated"]\n' in shown
    assert re.search("Reading package lists...", shown)
    assert "Successfully tagged ubuntu:updated\n" in shown
    assert engine.docker("run", "--rm", "ubuntu:updated").stdout == "system updated\n"


def test_nginx(engine: Engine, build: Build) -> None:
    build("web", NGINX, page_html="built here")
    engine.docker("run", "-d", "--name", "nginx", "-p", "127.0.0.1::80", "web")
    assert wait_for_page(f"http://127.0.0.1:{port(engine, 'nginx')}/") == b"built here"

    def health() -> str:
        return engine.docker("inspect", "-f", "{{.State.Health.Status}}", "nginx").stdout.strip()

    wait_for(lambda: health() == "healthy", 30, "it is not healthy")
    engine.docker("stop", "nginx")
    assert engine.docker("wait", "nginx").stdout == "0\n"


def test_redis(engine: Engine, build: Build) -> None:
    build("store", REDIS)
    engine.docker("run", "-d", "--name", "redis", "store")

    def ask(*words: str) -> str:
        return engine.docker("exec", "redis", "redis-cli", *words, check=False).stdout

    wait_for(lambda: ask("ping") == "PONG\n", 30, "no answer")
    assert ask("set", "a", "1") + ask("get", "a") + ask("save") == "OK\n1\nOK\n"
    owner = engine.docker("exec", "redis", "stat", "-c", "%U", "/data/dump.rdb").stdout
    assert owner == "redis\n"


def test_a_web_application_from_a_wheel(engine: Engine, build: Build) -> None:
    build("hello", WEB, "--build-arg", "GREETING=good day", setup_py=SETUP, hello_py=HELLO)
    engine.docker("run", "-d", "--name", "hello", "-p", "127.0.0.1::8000", "hello")
    assert wait_for_page(f"http://127.0.0.1:{port(engine, 'hello')}/") == b"good day"
    assert engine.docker("exec", "hello", "id", "-un").stdout == "nobody\n"
    left = engine.docker("run", "--rm", "--entrypoint", "ls", "hello", "/").stdout.split()
    assert not {"wheels", "source", "from"} & set(left)


def test_a_program_and_nothing_else(engine: Engine, build: Build) -> None:
    build("program", PROGRAM, hello_c=SOURCE)
    assert engine.docker("run", "--rm", "program", "there").stdout == "hello there\n"
    size = int(engine.docker("image", "inspect", "-f", "{{.Size}}", "program").stdout)
    assert size < 4_000_000
