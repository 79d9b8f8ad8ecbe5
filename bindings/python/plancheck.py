"""plancheck from Python: checks a plan against its template.

    import plancheck

    validator = plancheck.Validator(language="fr", as_of="2026-06-01")   # once; any number of documents and threads
    with open("plan.docx", "rb") as file:
        report = validator.validate(file.read(), "plan.docx")
    print(report.verdict, report.counts.error)
    for diagnostic in report.diagnostics:
        print(diagnostic.severity, diagnostic.message, diagnostic.requirement)

What is wrong with a document is never an exception: any bytes give a report, whose verdict says what became of them. What is
wrong with a call is one: `Error` where the library refuses it, `TypeError` or `ValueError` where Python does.

Needs nothing but Python 3.8 and the shared library plancheck_c. That is taken from where the environment variable
PLANCHECK_LIBRARY says, else from the installation this file is part of, else from where the system looks for libraries.

A validator and a report never change after they are made, and any number of threads may use them; a validation lets other
threads of Python run. Over plancheck.h alone: what a function means is said there.
"""

import ctypes
import ctypes.util
import datetime
import functools
import glob
import json
import os
import weakref
from typing import Any, Dict, Iterator, List, Mapping, NamedTuple, Optional, Union

__all__ = ["Counts", "Diagnostic", "Error", "Report", "Validator", "version"]

_SEVERITIES = ("note", "warning", "error")
_OUTCOMES = ("pass", "review", "fail")
_VERDICTS = ("pass", "review", "fail", "notApplicable", "unreadable")
_SUPPRESSIONS = (None, "policy", "baseline")
_CODES = {-1: "bad argument", -2: "bad option", -3: "bad template", -4: "no memory", -5: "internal", -6: "bad policy", -7: "bad baseline"}


class Error(Exception):
    """A call that the library refused: `code` in words ("bad option"), `line` of a template's, policy's or baseline's text
    (0: no such place)."""

    def __init__(self, code: str, message: str, line: int = 0):
        super().__init__(message)
        self.code = code
        self.line = line


class Counts(NamedTuple):
    """Counts of a report, as the JSON report has them."""

    error: int
    warning: int
    note: int
    review: int
    reviewer: int
    passed: int
    not_applicable: int
    not_checked: int
    suppressed: int


class Diagnostic(NamedTuple):
    """One finding. Numbers are 0, and texts empty, where the document's format has no such thing."""

    requirement: str  #: "issue/word-limit"
    severity: str  #: "note", "warning", "error"
    outcome: str  #: "fail", "review"; "pass": a remark
    message: str  #: in the report's language
    clause: str  #: what of the source asks it
    help: str
    place: str  #: in words: "section III, action 2, paragraph 14"
    quote: str  #: the document's own text there
    block: int  #: counting from 1, as the three below
    page: int
    line: int
    column: int
    fingerprint: str  #: the same for the same fault in another version of the document
    suppressed_by: Optional[str]  #: None: it counts; "policy", "baseline"
    reason: str  #: why it is suppressed
    until: str  #: how long, YYYY-MM-DD
    state: str  #: "new", "unchanged"; empty where there was no baseline


class _String(ctypes.Structure):
    _fields_ = [("data", ctypes.c_void_p), ("length", ctypes.c_size_t)]

    def __str__(self) -> str:
        return ctypes.string_at(self.data, self.length).decode("utf-8")


class _Error(ctypes.Structure):
    _fields_ = [("code", ctypes.c_int32), ("line", ctypes.c_uint32), ("message", ctypes.c_char * 256)]


class _Options(ctypes.Structure):
    _fields_ = [
        ("size", ctypes.c_size_t),
        ("template_id", ctypes.c_char_p),
        ("template_xml", ctypes.c_char_p),
        ("template_xml_length", ctypes.c_size_t),
        ("language", ctypes.c_char_p),
        ("document_language", ctypes.c_char_p),
        ("as_of", ctypes.c_char_p),
        ("max_diagnostics", ctypes.c_uint32),
        ("policy_xml", ctypes.c_char_p),
        ("policy_xml_length", ctypes.c_size_t),
        ("policy_name", ctypes.c_char_p),
        ("baseline_json", ctypes.c_char_p),
        ("baseline_json_length", ctypes.c_size_t),
        ("baseline_name", ctypes.c_char_p),
        ("pdf_program", ctypes.c_char_p),
        ("limits", ctypes.c_char_p),
    ]


class _Counts(ctypes.Structure):
    _fields_ = [(name, ctypes.c_uint32) for name in Counts._fields]


class _Diagnostic(ctypes.Structure):
    _fields_ = [
        ("requirement", _String),
        ("severity", ctypes.c_int32),
        ("outcome", ctypes.c_int32),
        ("message", _String),
        ("clause", _String),
        ("help", _String),
        ("place", _String),
        ("quote", _String),
        ("block", ctypes.c_uint32),
        ("page", ctypes.c_uint32),
        ("line", ctypes.c_uint32),
        ("column", ctypes.c_uint32),
        ("fingerprint", _String),
    ]


class _Suppression(ctypes.Structure):
    _fields_ = [("by", ctypes.c_int32), ("reason", _String), ("until", _String), ("state", _String)]


def _paths() -> Iterator[str]:
    named = os.environ.get("PLANCHECK_LIBRARY")
    if named:
        yield named
        return
    # PREFIX/share/plancheck/python/plancheck.py and PREFIX/lib, with or without a folder for the machine
    prefix = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", ".."))
    for pattern in ("lib*/libplancheck_c.so.0", "lib*/*/libplancheck_c.so.0"):
        yield from sorted(glob.glob(os.path.join(glob.escape(prefix), pattern)))
    found = ctypes.util.find_library("plancheck_c")
    if found:
        yield found
    yield "libplancheck_c.so.0"


@functools.lru_cache(maxsize=None)
def _library() -> ctypes.CDLL:
    reasons: List[str] = []
    for path in _paths():
        try:
            library = ctypes.CDLL(path)
            break
        except OSError as reason:
            reasons.append(str(reason))
    else:
        raise ImportError("the shared library plancheck_c was not found; PLANCHECK_LIBRARY may name it: " + "; ".join(reasons))
    pointer, size, string = ctypes.c_void_p, ctypes.c_size_t, ctypes.c_char_p
    error = ctypes.POINTER(_Error)
    for name, result, arguments in (
        ("validator_new", ctypes.c_int32, [ctypes.POINTER(_Options), ctypes.POINTER(pointer), error]),
        ("validator_free", None, [pointer]),
        ("validate", ctypes.c_int32, [pointer, string, size, string, ctypes.POINTER(pointer), error]),
        ("report_free", None, [pointer]),
        ("report_verdict", ctypes.c_int32, [pointer]),
        ("report_counts", ctypes.c_int32, [pointer, ctypes.POINTER(_Counts)]),
        ("report_diagnostic_count", size, [pointer]),
        ("report_diagnostic", ctypes.c_int32, [pointer, size, ctypes.POINTER(_Diagnostic)]),
        ("report_suppression", ctypes.c_int32, [pointer, size, ctypes.POINTER(_Suppression)]),
        ("report_write", ctypes.c_int32, [pointer, string, pointer, size, ctypes.POINTER(size), error]),
        ("version", string, []),
    ):
        function = getattr(library, "plancheck_" + name)
        function.restype = result
        function.argtypes = arguments
    return library


def _checked(status: int, error: Optional[_Error] = None) -> None:
    if status == 0:
        return
    code = _CODES.get(status, str(status))
    raise Error(code, error.message.decode("utf-8") if error is not None else code, error.line if error is not None else 0)


def _bytes(value: Union[str, bytes, bytearray, memoryview]) -> bytes:
    return value.encode("utf-8") if isinstance(value, str) else bytes(memoryview(value))  # bytes(5) would be five NULs


def _text(name: str, value: Any) -> Optional[bytes]:
    """As C takes it: a NUL would end it there."""
    if value is None:
        return None
    text = str(value).encode("utf-8", "surrogateescape")
    if b"\0" in text:
        raise ValueError(f"{name}: holds a NUL")
    return text


class Validator:
    """What was decided before any document is seen. Dear to make (milliseconds): make it once.

    template: the id of a built-in template; template_xml: a template of one's own, as text or bytes. language: of messages,
    "fr" (None: the document's, else English). document_language: None: detected. as_of: a `datetime.date` or "YYYY-MM-DD";
    None: requirements that depend on a date do not apply. max_diagnostics: 0: all. policy_xml: what a house decides beside the
    template; baseline_json: an earlier report. pdf_program: path of poppler's pdftohtml; None: PDF is refused. limits:
    {"nesting": 64}, as --limit names them. Raises Error with the code "bad option", "bad template", "bad policy" or "bad baseline".
    """

    def __init__(
        self,
        template: Optional[str] = None,
        *,
        template_xml: Union[str, bytes, None] = None,
        language: Optional[str] = None,
        document_language: Optional[str] = None,
        as_of: Any = None,
        max_diagnostics: int = 0,
        policy_xml: Union[str, bytes, None] = None,
        policy_name: Optional[str] = None,
        baseline_json: Union[str, bytes, None] = None,
        baseline_name: Optional[str] = None,
        pdf_program: Any = None,
        limits: Optional[Mapping[str, int]] = None,
    ):
        if not 0 <= max_diagnostics < 1 << 32:
            raise ValueError("max_diagnostics: from 0 to 4294967295")
        options = _Options(size=ctypes.sizeof(_Options), max_diagnostics=max_diagnostics)
        for name, value in (
            ("template_id", template),
            ("language", language),
            ("document_language", document_language),
            ("as_of", as_of.isoformat()[:10] if isinstance(as_of, datetime.date) else as_of),
            ("policy_name", policy_name),
            ("baseline_name", baseline_name),
            ("pdf_program", None if pdf_program is None else os.fsdecode(pdf_program)),
            ("limits", None if limits is None else " ".join(f"{key}={value}" for key, value in limits.items())),
        ):
            setattr(options, name, _text(name, value))
        for name, content in (("template_xml", template_xml), ("policy_xml", policy_xml), ("baseline_json", baseline_json)):
            if content is not None:
                setattr(options, name, _bytes(content))
                setattr(options, name + "_length", len(_bytes(content)))
        handle, error = ctypes.c_void_p(), _Error()
        _checked(_library().plancheck_validator_new(ctypes.byref(options), ctypes.byref(handle), ctypes.byref(error)), error)
        self._handle = handle
        weakref.finalize(self, _library().plancheck_validator_free, handle)

    def validate(self, data: Union[bytes, bytearray, memoryview], name: Optional[str] = None) -> "Report":
        """Checks one document given as bytes of any kind; `name` is what the report calls it, and its ending helps where the
        content does not say what it is."""
        if isinstance(data, str):
            raise TypeError("a document is bytes, not str: open the file with 'rb'")
        content = _bytes(data)
        handle, error = ctypes.c_void_p(), _Error()
        status = _library().plancheck_validate(self._handle, content, len(content), _text("name", name), ctypes.byref(handle), ctypes.byref(error))
        _checked(status, error)
        return Report(handle)


class Report:
    """Everything that was found in one document. Made by Validator.validate() alone."""

    def __init__(self, handle: ctypes.c_void_p):
        self._handle = handle
        weakref.finalize(self, _library().plancheck_report_free, handle)

    @property
    def verdict(self) -> str:
        """"pass", "review", "fail", "notApplicable" or "unreadable"."""
        return _VERDICTS[_library().plancheck_report_verdict(self._handle)]

    @property
    def counts(self) -> Counts:
        counts = _Counts()
        _checked(_library().plancheck_report_counts(self._handle, ctypes.byref(counts)))
        return Counts(*(getattr(counts, name) for name in Counts._fields))

    @property
    def diagnostics(self) -> List[Diagnostic]:
        """In the report's order; a new list at each call."""
        return [self._diagnostic(i) for i in range(_library().plancheck_report_diagnostic_count(self._handle))]

    def write(self, format: str) -> str:
        """The whole report as "text", "json", "jsonl", "html", "sarif" or "junit"; made at each call."""
        name = _text("format", format)
        length, error = ctypes.c_size_t(), _Error()
        capacity = 1 << 18
        while True:
            buffer = ctypes.create_string_buffer(capacity)
            _checked(_library().plancheck_report_write(self._handle, name, buffer, capacity, ctypes.byref(length), ctypes.byref(error)), error)
            if length.value < capacity:
                return ctypes.string_at(buffer, length.value).decode("utf-8")
            capacity = length.value + 1

    def json(self) -> Dict[str, Any]:
        """The whole report as the objects of its JSON, schema plancheck-report/1."""
        return json.loads(self.write("json"))

    def _diagnostic(self, index: int) -> Diagnostic:
        one, suppression = _Diagnostic(), _Suppression()
        _checked(_library().plancheck_report_diagnostic(self._handle, index, ctypes.byref(one)))
        _checked(_library().plancheck_report_suppression(self._handle, index, ctypes.byref(suppression)))
        return Diagnostic(
            requirement=str(one.requirement),
            severity=_SEVERITIES[one.severity],
            outcome=_OUTCOMES[one.outcome],
            message=str(one.message),
            clause=str(one.clause),
            help=str(one.help),
            place=str(one.place),
            quote=str(one.quote),
            block=one.block,
            page=one.page,
            line=one.line,
            column=one.column,
            fingerprint=str(one.fingerprint),
            suppressed_by=_SUPPRESSIONS[suppression.by],
            reason=str(suppression.reason),
            until=str(suppression.until),
            state=str(suppression.state),
        )


def version() -> str:
    """Version of the library, "0.1.0"."""
    return _library().plancheck_version().decode("utf-8")
