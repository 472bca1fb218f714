"""A Docker API client.

`engine.EngineClient` is the door; the records it answers with are in `types`, what goes wrong in
`errors`, `docker run` as a value in `run_spec`, statistics turned into percentages in `stats`.
Nothing is imported here, so that a caller pays only for what it uses.
"""
