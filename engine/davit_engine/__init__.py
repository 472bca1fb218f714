"""Container engine: images, snapshots, containers and networks behind a Docker-compatible API."""
