"""The docker run command that makes such a container again."""

from davit_desktop.state.docker_command import run_command


def test_what_the_image_sets_is_left_out() -> None:
    container = {
        "Id": "abc123",
        "Name": "/web",
        "Config": {
            "Hostname": "abc123",
            "Image": "nginx:1",
            "Env": ["PATH=/bin", "MODE=it's on"],
            "Cmd": ["nginx"],
            "Labels": {"a": "1", "com.docker.compose.project": "shop"},
        },
        "HostConfig": {
            "PortBindings": {
                "80/tcp": [{"HostIp": "127.0.0.1", "HostPort": "8080"}],
                "53/udp": [{"HostIp": "", "HostPort": ""}],
            },
            "Binds": ["data:/var/lib"],
            "RestartPolicy": {"Name": "on-failure", "MaximumRetryCount": 3},
            "Memory": 1048576,
            "NanoCpus": 1500000000,
        },
    }
    image = {"Config": {"Env": ["PATH=/bin"], "Cmd": ["nginx"], "Labels": {"a": "1"}}}
    assert run_command(container, image) == (
        "docker run -d --name web -p 127.0.0.1:8080:80 -p 53/udp -v data:/var/lib "
        "-e 'MODE=it'\"'\"'s on' --restart on-failure:3 --memory 1048576 --cpus 1.5 nginx:1"
    )


def test_another_entrypoint_and_command_are_kept() -> None:
    container = {"Config": {"Image": "x", "Entrypoint": ["sh", "-c"], "Cmd": ["echo hi"]}}
    image = {"Config": {"Entrypoint": ["/start"]}}
    assert run_command(container, image) == "docker run -d --entrypoint sh x -c 'echo hi'"


def test_without_the_image_the_command_is_kept_and_path_left_out() -> None:
    container = {"Config": {"Image": "x", "Cmd": ["true"], "Env": ["PATH=/bin", "A=1"]}}
    assert run_command(container) == "docker run -d -e A=1 x true"


def test_an_empty_document_still_gives_a_line() -> None:
    assert run_command({}).startswith("docker run")
