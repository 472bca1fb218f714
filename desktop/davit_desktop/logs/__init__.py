"""Container logs without Qt: from the engine's bytes to lines to show, search and copy.

`ingest` fetches and follows; `assembler` cuts bytes into lines; `resume` joins streams without
repeating a line; `spool` keeps lines in files; `search` finds; `ansi` and `visible` say how a line
looks; `stamps` and `links` dress it.
"""
