"""What can go wrong, in the engine's own words; no HTTP.

EngineError
├── InvalidParameter     the request cannot be understood or asks for something impossible
├── Unauthorized         a registry wants other credentials
├── Forbidden            understood, and never allowed
├── NotFound             no such container, image, network, volume, exec or path
├── Conflict             the name or the state of the object forbids it now
│   └── AlreadyExists    the name is taken
├── NotModified          there is nothing to do; the object is already as asked
├── Unavailable          something the engine needs is missing or overloaded; try again later
├── Unsupported          the engine does not do this
└── SystemFailure        the kernel, the disk or a program the engine runs refused

Messages are sentences for a person and follow Docker's wording where clients match on it.
"""


class EngineError(Exception):
    """Root of everything the engine raises on purpose. `str()` is the sentence to show."""


class InvalidParameter(EngineError):
    """The request cannot be understood or asks for something impossible."""


class Unauthorized(EngineError):
    """A registry refused the credentials, or wants some."""


class Forbidden(EngineError):
    """Understood, and never allowed."""


class NotFound(EngineError):
    """No such container, image, network, volume, exec or path."""


class Conflict(EngineError):
    """The name or the present state of the object forbids it."""


class AlreadyExists(Conflict):
    """The name is taken."""


class NotModified(EngineError):
    """Nothing to do: the object is already in the state that was asked for."""


class Unavailable(EngineError):
    """Something the engine needs is missing or overloaded for now."""


class Unsupported(EngineError):
    """The engine does not do this."""


class SystemFailure(EngineError):
    """The kernel, the disk or a program that the engine runs refused."""
