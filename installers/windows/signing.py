"""Authenticode signatures by osslsigncode, with the certificate that the environment names.

DAVIT_SIGN_CERTIFICATE  a PKCS #12 file           DAVIT_SIGN_PASSWORD  its password, may be empty
DAVIT_SIGN_TIMESTAMP    URL of an RFC 3161 service, so that signatures outlive the certificate

Also a program: `signing.py FILE` signs one file in place; the setup script calls it.
"""

import os
import subprocess
import sys
from pathlib import Path


def wanted() -> bool:
    """Whether there is a certificate."""
    return bool(os.environ.get("DAVIT_SIGN_CERTIFICATE"))


def sign(path: Path) -> None:
    """Sign a program, a library or an MSI in place, if there is a certificate.

    Raises subprocess.CalledProcessError and FileNotFoundError.
    """
    if not wanted():
        return
    signed = path.with_name(f"{path.name}.signed")
    timestamp = os.environ.get("DAVIT_SIGN_TIMESTAMP")
    command = ["osslsigncode", "sign", "-pkcs12", os.environ["DAVIT_SIGN_CERTIFICATE"],
               "-readpass", "/dev/stdin", "-h", "sha256", "-n", "Davit",
               *(["-ts", timestamp] if timestamp else []),
               "-in", str(path), "-out", str(signed)]  # fmt: skip
    subprocess.run(
        command,
        # Not an argument, which every process of this computer could read.
        input=os.environ.get("DAVIT_SIGN_PASSWORD", "") + "\n",
        text=True,
        stdout=subprocess.DEVNULL,
        check=True,
    )
    signed.replace(path)


if __name__ == "__main__":
    sign(Path(sys.argv[1]))
    sys.exit(0)
