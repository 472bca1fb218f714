"""The recipe of the guest's image is no installed package: it is found beside its build script."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3] / "vm/image"))
