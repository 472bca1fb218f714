"""What images that many people run want to be told, beyond what they declare (pure)."""

import msgspec

from davit_desktop.client.reference import InvalidReference, parse_reference
from davit_desktop.translation import mark


class KnownVariable(msgspec.Struct, frozen=True):
    """A variable; `secret` ones are given a generated value, others `value`.

    The image does not start without a `needed` one; `use` says what it is for.
    """

    name: str
    use: str
    value: str = ""
    secret: bool = False
    needed: bool = False


class KnownImage(msgspec.Struct, frozen=True, kw_only=True):
    """`others` stand for a needed variable: with one of them set, nothing is missing."""

    variables: tuple[KnownVariable, ...] = ()
    others: tuple[str, ...] = ()
    command: str = ""
    ports: tuple[int, ...] = ()  # for while the image is not here to ask

    @property
    def proposed(self) -> tuple[KnownVariable, ...]:
        return tuple(v for v in self.variables if v.secret or v.needed or v.value)

    def missing(self, names: set[str]) -> tuple[KnownVariable, ...]:
        """Those without which it does not start, where the names are all that is set."""
        if names & set(self.others):
            return ()
        return tuple(v for v in self.variables if v.needed and v.name not in names)


_PASSWORD = mark("its password")
_USER = mark("its user")
_DATABASE = mark("a database that it makes")
_LICENCE = mark("that you accept its licence")


def _secret(name: str, use: str = _PASSWORD) -> KnownVariable:
    return KnownVariable(name, use, secret=True, needed=True)


def _optional(name: str, use: str, value: str = "") -> KnownVariable:
    return KnownVariable(name, use, value)


_MYSQL = (_optional("MYSQL_DATABASE", _DATABASE), _optional("MYSQL_USER", _USER))
_POSTGRES = KnownImage(
    variables=(
        _secret("POSTGRES_PASSWORD"),
        _optional("POSTGRES_USER", _USER),
        _optional("POSTGRES_DB", _DATABASE),
    ),
    others=("POSTGRES_PASSWORD_FILE", "POSTGRES_HOST_AUTH_METHOD"),
    ports=(5432,),
)

_KNOWN = {
    "postgres": _POSTGRES,
    "postgis/postgis": _POSTGRES,
    "pgvector/pgvector": _POSTGRES,
    "timescale/timescaledb": _POSTGRES,
    "mysql": KnownImage(
        variables=(_secret("MYSQL_ROOT_PASSWORD"), *_MYSQL),
        others=(
            "MYSQL_ROOT_PASSWORD_FILE",
            "MYSQL_ALLOW_EMPTY_PASSWORD",
            "MYSQL_RANDOM_ROOT_PASSWORD",
        ),
        ports=(3306,),
    ),
    "mariadb": KnownImage(
        variables=(
            _secret("MARIADB_ROOT_PASSWORD"),
            _optional("MARIADB_DATABASE", _DATABASE),
            _optional("MARIADB_USER", _USER),
        ),
        others=(
            "MARIADB_ROOT_PASSWORD_FILE",
            "MARIADB_ROOT_PASSWORD_HASH",
            "MARIADB_ALLOW_EMPTY_ROOT_PASSWORD",
            "MARIADB_RANDOM_ROOT_PASSWORD",
            "MYSQL_ROOT_PASSWORD",
            "MYSQL_ALLOW_EMPTY_PASSWORD",
            "MYSQL_RANDOM_ROOT_PASSWORD",
        ),
        ports=(3306,),
    ),
    "mongo": KnownImage(
        variables=(
            KnownVariable("MONGO_INITDB_ROOT_USERNAME", _USER, "root"),
            KnownVariable("MONGO_INITDB_ROOT_PASSWORD", _PASSWORD, secret=True),
            _optional("MONGO_INITDB_DATABASE", _DATABASE),
        ),
        ports=(27017,),
    ),
    "redis": KnownImage(ports=(6379,)),
    "valkey/valkey": KnownImage(ports=(6379,)),
    "memcached": KnownImage(ports=(11211,)),
    "nginx": KnownImage(ports=(80,)),
    "httpd": KnownImage(ports=(80,)),
    "caddy": KnownImage(ports=(80, 443)),
    "rabbitmq": KnownImage(
        variables=(
            KnownVariable("RABBITMQ_DEFAULT_USER", _USER, "admin"),
            KnownVariable("RABBITMQ_DEFAULT_PASS", _PASSWORD, secret=True),
        ),
        ports=(5672,),
    ),
    "minio/minio": KnownImage(
        variables=(
            KnownVariable("MINIO_ROOT_USER", _USER, "admin"),
            KnownVariable("MINIO_ROOT_PASSWORD", _PASSWORD, secret=True),
        ),
        command="server /data --console-address :9001",
        ports=(9000, 9001),
    ),
    "influxdb": KnownImage(ports=(8086,)),
    "neo4j": KnownImage(
        variables=(_optional("NEO4J_AUTH", mark("its user and password, as neo4j/password")),),
        ports=(7474, 7687),
    ),
    "couchdb": KnownImage(
        variables=(
            KnownVariable("COUCHDB_USER", _USER, "admin", needed=True),
            _secret("COUCHDB_PASSWORD"),
        ),
        ports=(5984,),
    ),
    "clickhouse/clickhouse-server": KnownImage(
        variables=(KnownVariable("CLICKHOUSE_PASSWORD", _PASSWORD, secret=True),),
        ports=(8123, 9000),
    ),
    "grafana/grafana": KnownImage(
        variables=(KnownVariable("GF_SECURITY_ADMIN_PASSWORD", _PASSWORD, secret=True),),
        ports=(3000,),
    ),
    "elasticsearch": KnownImage(
        variables=(
            KnownVariable("discovery.type", mark("that it stands alone"), "single-node"),
            KnownVariable("ELASTIC_PASSWORD", _PASSWORD, secret=True),
        ),
        ports=(9200,),
    ),
    "mssql/server": KnownImage(
        variables=(
            KnownVariable("ACCEPT_EULA", _LICENCE, needed=True),
            _secret("MSSQL_SA_PASSWORD"),
        ),
        others=("SA_PASSWORD",),
        ports=(1433,),
    ),
    "dpage/pgadmin4": KnownImage(
        variables=(
            KnownVariable("PGADMIN_DEFAULT_EMAIL", mark("the e-mail to sign in with"), needed=True),
            _secret("PGADMIN_DEFAULT_PASSWORD"),
        ),
        others=("PGADMIN_DEFAULT_PASSWORD_FILE",),
        ports=(80,),
    ),
}


def known_image(reference: str) -> KnownImage:
    """What is known of the image, wherever it comes from; of most, nothing."""
    try:
        path = parse_reference(reference).path
    except InvalidReference:
        return KnownImage()
    return _KNOWN.get(path.removeprefix("library/"), KnownImage())
