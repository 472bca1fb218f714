"""Components as an SPDX 2.3 document in JSON (https://spdx.github.io/spdx-spec/v2.3/)."""

import json
import re
import time
import uuid
from typing import Any

from bill_of_materials.component import Component
from release import Release

_UNKNOWN = "NOASSERTION"
_OWN = "SPDXRef-Davit"


def format_spdx(release: Release, artefact: str, parts: list[Component]) -> str:
    """The same parts give the same bytes."""
    packages = {_OWN: _davit(release, artefact)}
    for part in sorted(parts):
        packages[_identifier(part, packages)] = _package(part)
    listed = [{"SPDXID": name, **package} for name, package in packages.items()]
    extracted = {name: text for part in parts for name, text in part.extracted.items()}
    document: dict[str, Any] = {
        "spdxVersion": "SPDX-2.3",
        "dataLicense": "CC0-1.0",
        "SPDXID": "SPDXRef-DOCUMENT",
        "name": artefact,
        "creationInfo": {
            "created": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(release.epoch)),
            "creators": [f"Tool: davit-installers-{release.version}"],
        },
        "packages": listed,
        "relationships": [
            _relation("SPDXRef-DOCUMENT", "DESCRIBES", _OWN),
            *(_relation(_OWN, "CONTAINS", name) for name in packages if name != _OWN),
        ],
        "hasExtractedLicensingInfos": [
            {"licenseId": name, "extractedText": extracted[name]} for name in sorted(extracted)
        ],
    }
    named = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(document, sort_keys=True))
    document["documentNamespace"] = f"https://spdx.org/spdxdocs/{artefact}-{named}"
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def _davit(release: Release, artefact: str) -> dict[str, Any]:
    return {
        "name": "davit",
        "versionInfo": release.version,
        "packageFileName": artefact,
        "downloadLocation": _UNKNOWN,
        "filesAnalyzed": False,
        "licenseConcluded": "Apache-2.0",
        "licenseDeclared": "Apache-2.0",
        "copyrightText": _UNKNOWN,
        "primaryPackagePurpose": "APPLICATION",
    }


def _package(part: Component) -> dict[str, Any]:
    package: dict[str, Any] = {
        "name": part.name,
        "versionInfo": part.version,
        "downloadLocation": part.download or _UNKNOWN,
        "filesAnalyzed": False,
        "licenseConcluded": _UNKNOWN,
        "licenseDeclared": part.licence or _UNKNOWN,
        "copyrightText": _UNKNOWN,
    }
    if part.supplier:
        package["supplier"] = f"Organization: {part.supplier}"
    if part.home.startswith(("http://", "https://")):
        package["homepage"] = part.home
    if part.sha256:
        package["checksums"] = [{"algorithm": "SHA256", "checksumValue": part.sha256}]
    if part.sources:
        named = ", ".join(f"{name} {version}" for name, version in part.sources)
        package["sourceInfo"] = f"built from Debian source {named}"
    if part.purl:
        package["externalRefs"] = [
            {
                "referenceCategory": "PACKAGE-MANAGER",
                "referenceType": "purl",
                "referenceLocator": part.purl,
            }
        ]
    return package


def _identifier(part: Component, taken: dict[str, Any]) -> str:
    kind = part.purl.partition("/")[0].removeprefix("pkg:")
    words = [kind, part.name, part.version]
    name = "SPDXRef-" + re.sub(r"[^A-Za-z0-9.]+", "-", "-".join(filter(None, words))).strip("-")
    number = 2
    unique = name
    while unique in taken:
        unique, number = f"{name}-{number}", number + 1
    return unique


def _relation(subject: str, kind: str, other: str) -> dict[str, str]:
    return {"spdxElementId": subject, "relationshipType": kind, "relatedSpdxElement": other}
