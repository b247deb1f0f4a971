"""The tables of a ``.dna`` file: the SQLite database that Discourse Network Analyzer 3 keeps its codings in.

Names, types and limits follow the data structures that DNA 3.0 and 3.1 create (leifeld-lab/dna, class ``sql.Sql``).
DNA 3 opens databases whose version begins with 3.0; 3.1 reads those as well.
"""

import base64
import hashlib

VERSION, DATE = "3.0.8", "2022-06-16"
LONGEST = 190
"""Names, titles and other short texts have at most so many characters."""

ADMIN = "Admin"
PASSWORD = "demandeur"
"""DNA asks for the coder's password when it opens a file; this one is no secret, and can be changed in DNA."""

_PERMISSIONS = """
AddDocuments EditDocuments DeleteDocuments ImportDocuments AddStatements EditStatements DeleteStatements
EditAttributes EditRegex EditStatementTypes EditCoders EditCoderRelations
ViewOthersDocuments EditOthersDocuments ViewOthersStatements EditOthersStatements
""".split()


def _short(name: str, more: str = "NOT NULL") -> str:
    return f"{name} TEXT {more} CHECK (LENGTH({name}) <= {LONGEST})"


def _flag(name: str, default: int = 1) -> str:
    return f"{name} INTEGER NOT NULL DEFAULT {default} CHECK ({name} IN (0, 1))"


def _refers(column: str, table: str) -> str:
    return f"FOREIGN KEY ({column}) REFERENCES {table} (ID) ON DELETE CASCADE"


_ID = "ID INTEGER NOT NULL PRIMARY KEY"
_EMPTY = "NOT NULL DEFAULT ''"
_COLOURS = [f"{name} INTEGER NOT NULL DEFAULT 0 CHECK ({name} BETWEEN 0 AND 255)" for name in ("Red", "Green", "Blue")]
_ENTITY_COLOURS = [f"{name} INTEGER CHECK ({name} BETWEEN 0 AND 255)" for name in ("Red", "Green", "Blue")]


def _values(name: str, kind: str, more: str = "") -> tuple[str, ...]:
    """Return the columns of a table with the values that the statements have on one kind of variable."""
    references = [_refers("StatementId", "STATEMENTS"), _refers("VariableId", "VARIABLES")]
    if name == "Entity":
        references.append(_refers("Entity", "ENTITIES"))
    head = (_ID, "StatementId INTEGER NOT NULL", "VariableId INTEGER NOT NULL", f"{name} {kind}{more}")
    return (*head, *references, "UNIQUE (StatementId, VariableId)")


TABLES: dict[str, tuple[str, ...]] = {
    "SETTINGS": ("Property TEXT PRIMARY KEY", "Value TEXT NOT NULL"),
    "CODERS": (
        _ID,
        _short("Name"),
        *_COLOURS,
        "Refresh INTEGER NOT NULL DEFAULT 0 CHECK (Refresh BETWEEN 0 AND 9999)",
        "FontSize INTEGER NOT NULL DEFAULT 14 CHECK (FontSize BETWEEN 1 AND 99)",
        _short("Password"),
        "PopupWidth INTEGER DEFAULT 300 CHECK (PopupWidth BETWEEN 100 AND 9999)",
        _flag("ColorByCoder", 0),
        _flag("PopupDecoration", 0),
        _flag("PopupAutoComplete"),
        *(_flag(f"Permission{name}") for name in _PERMISSIONS),
    ),
    "DOCUMENTS": (
        _ID,
        _short("Title"),
        "Text TEXT NOT NULL",
        "Coder INTEGER",
        *(_short(name, _EMPTY) for name in ("Author", "Source", "Section")),
        f"Notes TEXT {_EMPTY}",
        _short("Type", _EMPTY),
        "Date INTEGER NOT NULL",
        _refers("Coder", "CODERS"),
    ),
    "STATEMENTTYPES": (_ID, _short("Label"), *_COLOURS),
    "VARIABLES": (
        _ID,
        _short("Variable"),
        "DataType TEXT NOT NULL DEFAULT 'short text' "
        "CHECK (DataType IN ('boolean', 'integer', 'long text', 'short text'))",
        "StatementTypeId INTEGER",
        _refers("StatementTypeId", "STATEMENTTYPES"),
        "UNIQUE (Variable, StatementTypeId)",
    ),
    "VARIABLELINKS": (
        _ID,
        "SourceVariableId INTEGER",
        "TargetVariableId INTEGER",
        "CHECK (SourceVariableId <> TargetVariableId)",
        _refers("SourceVariableId", "VARIABLES"),
        _refers("TargetVariableId", "VARIABLES"),
    ),
    "REGEXES": (f"Label TEXT PRIMARY KEY CHECK (LENGTH(Label) <= {LONGEST})", *_COLOURS),
    "CODERRELATIONS": (
        _ID,
        "Coder INTEGER CHECK (Coder > 0)",
        "OtherCoder INTEGER CHECK (OtherCoder > 0)",
        *(_flag(name) for name in ("viewStatements", "editStatements", "viewDocuments", "editDocuments")),
        "CHECK (Coder <> OtherCoder)",
        _refers("Coder", "CODERS"),
        _refers("OtherCoder", "CODERS"),
    ),
    "STATEMENTS": (
        _ID,
        "StatementTypeId INTEGER",
        "DocumentId INTEGER",
        "Start INTEGER NOT NULL CHECK (Start >= 0)",
        "Stop INTEGER NOT NULL CHECK (Stop >= 0)",
        "Coder INTEGER",
        "CHECK (Start < Stop)",
        _refers("StatementTypeId", "STATEMENTTYPES"),
        _refers("Coder", "CODERS"),
        _refers("DocumentId", "DOCUMENTS"),
    ),
    "ENTITIES": (
        _ID,
        "VariableId INTEGER NOT NULL",
        _short("Value", _EMPTY),
        *_ENTITY_COLOURS,
        "ChildOf INTEGER CHECK (ChildOf > 0)",
        "UNIQUE (VariableId, Value)",
        _refers("ChildOf", "ENTITIES"),
        _refers("VariableId", "VARIABLES"),
    ),
    "DATABOOLEAN": _values("Value", "INTEGER", " NOT NULL DEFAULT 1"),
    "DATAINTEGER": _values("Value", "INTEGER", " NOT NULL DEFAULT 0"),
    "DATASHORTTEXT": _values("Entity", "INTEGER", " NOT NULL"),
    "DATALONGTEXT": _values("Value", "TEXT", " DEFAULT ''"),
    "ATTRIBUTEVARIABLES": (
        _ID,
        "VariableId INTEGER NOT NULL",
        _short("AttributeVariable"),
        "UNIQUE (VariableId, AttributeVariable)",
        _refers("VariableId", "VARIABLES"),
    ),
    "ATTRIBUTEVALUES": (
        _ID,
        "EntityId INTEGER NOT NULL",
        "AttributeVariableId INTEGER NOT NULL",
        _short("AttributeValue", _EMPTY),
        "UNIQUE (EntityId, AttributeVariableId)",
        _refers("EntityId", "ENTITIES"),
        _refers("AttributeVariableId", "ATTRIBUTEVARIABLES"),
    ),
}
"""Table → its columns and constraints."""


def statements() -> list[str]:
    """Return the SQL statements that make the tables."""
    return [f"CREATE TABLE {name} ({', '.join(parts)})" for name, parts in TABLES.items()]


def password_hash(password: str) -> str:
    """Return a password as DNA stores it: salted, 100,000 rounds of SHA-256 (Jasypt's StrongPasswordEncryptor).

    The salt comes from the password itself, so that equal exports are equal files. That is weak, and good enough for a
    password that stands in the documentation.

    Example:
        >>> len(password_hash("demandeur"))
        64
    """
    salt = hashlib.sha256(b"salt of " + password.encode()).digest()[:16]
    digest = hashlib.sha256(salt + password.encode()).digest()
    for _ in range(100_000 - 1):
        digest = hashlib.sha256(digest).digest()
    return base64.b64encode(salt + digest).decode("ascii")
