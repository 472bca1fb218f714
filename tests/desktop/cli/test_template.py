"""The part of Go's templates that --format knows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davit_desktop.cli.template import Template, TemplateError

VALUE = {
    "Id": "abc",
    "Name": "/web",
    "State": {"Running": True, "Pid": 42, "Error": None},
    "Args": ["-c", "a b"],
    "Empty": [],
    "Labels": {"b": "2", "a": "1"},
    "Nets": {"one": {"IP": "10.0.0.2"}, "two": {"IP": "10.0.0.3"}},
    "Size": 0.5,
}


@pytest.mark.parametrize(
    ("text", "output"),
    [
        ("plain", "plain"),
        ("{{.Id}}", "abc"),
        ("{{ .State.Running }}", "true"),
        ("{{.ID}}", "abc"),
        ("{{.State.Error}}", "<no value>"),
        ("{{.Args}}", "[-c a b]"),
        ("{{.Labels}}", "map[a:1 b:2]"),
        ("{{.Size}}", "0.5"),
        ("{{json .Labels}}", '{"b":"2","a":"1"}'),
        ("{{.State | json}}", '{"Running":true,"Pid":42,"Error":null}'),
        ('{{index .Labels "a"}}', "1"),
        ('{{index .Labels "nope"}}', ""),
        ("{{index .Args 1}}", "a b"),
        ('{{(index .Nets "one").IP}}', "10.0.0.2"),
        ("{{len .Args}}", "2"),
        ("{{range .Args}}<{{.}}>{{end}}", "<-c><a b>"),
        ("{{range $i, $a := .Args}}{{$i}}={{$a}} {{end}}", "0=-c 1=a b "),
        ("{{range $k, $v := .Nets}}{{$k}}={{$v.IP}} {{end}}", "one=10.0.0.2 two=10.0.0.3 "),
        ("{{range .Empty}}x{{else}}none{{end}}", "none"),
        ("{{range .Args}}{{$.Id}}{{end}}", "abcabc"),
        ("{{if .State.Running}}up{{else}}down{{end}}", "up"),
        ("{{if .Empty}}a{{else if .Args}}b{{else}}c{{end}}", "b"),
        ("{{if not .Empty}}a{{end}}", "a"),
        ("{{with .State}}{{.Pid}}{{end}}", "42"),
        ("{{with .Empty}}x{{else}}y{{end}}", "y"),
        ("{{$x := .Id}}{{$x}}", "abc"),
        ('{{printf "%-5s|%d|%5.1f|%q" .Id 7 .Size .Id}}', 'abc  |7|  0.5|"abc"'),
        ('{{.Name | printf "%s!" | upper}}', "/WEB!"),
        ('{{join .Args ","}}', "-c,a b"),
        ('{{split "a,b" ","}}', "[a b]"),
        ('{{eq .Id "x" "abc"}} {{ne .Id "x"}} {{gt .State.Pid 41}}', "true true true"),
        ("{{and .Id .Name}} {{or .Empty .Id}}", "/web abc"),
        ("a {{- .Id -}} b", "aabcb"),
        ("{{/* nothing */}}", ""),
        ('{{"}}"}}{{`"raw"`}}', '}}"raw"'),
        ('{{"a\\tb"}}', "a\tb"),
        ("{{true}} {{nil}}", "true <no value>"),
    ],
)
def test_what_is_known(text: str, output: str) -> None:
    assert Template(text).render(VALUE) == output


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{.Id", "unclosed action"),
        ("{{}}", "missing value for command"),
        ("{{range .Args}}", "unexpected EOF"),
        ("{{end}}", "unexpected {{end}}"),
        ("{{nope .Id}}", 'function "nope" not defined'),
        ('{{template "x"}}', "'template' is not supported"),
        ("{{.Id .Name .}}{{.Id ]}}", "unexpected"),
        ("{{(len .Id}}", "unclosed left paren"),
    ],
)
def test_what_cannot_be_read_is_named(text: str, message: str) -> None:
    with pytest.raises(TemplateError) as failure:
        Template(text)
    assert message in str(failure.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{.Nope}}", 'map has no entry for key "Nope"'),
        ("{{.Id.Nope}}", "can't evaluate field Nope"),
        ("{{.State.Error.Nope}}", "nil pointer evaluating"),
        ("{{index .Args 9}}", "error calling index"),
        ("{{range .Id}}{{end}}", "range can't iterate over abc"),
        ("{{$nope}}", "undefined variable"),
    ],
)
def test_what_does_not_fit_is_named(text: str, message: str) -> None:
    with pytest.raises(TemplateError) as failure:
        Template(text).render(VALUE)
    assert message in str(failure.value)


def test_json_is_safe_inside_html() -> None:
    assert Template("{{json .}}").render("<a&b>") == '"\\u003ca\\u0026b\\u003e"'


pieces = st.sampled_from(["{{", "}}", ".", "range", "end", " ", "Id", "json", "|", '"', "$x", ":=",
                          "(", ")", "- ", " -", "if", "else", "index", "1"])  # fmt: skip


@given(st.lists(pieces, max_size=12))
def test_anything_is_rendered_or_refused(parts: list[str]) -> None:
    try:
        text = Template("".join(parts)).render(VALUE)
    except TemplateError:
        return
    assert isinstance(text, str)
