"""Files of each format, made by code: one article as each holds it, with things that are no text of the article."""

from __future__ import annotations

import base64
import io
import zipfile
from email.message import EmailMessage
from types import SimpleNamespace

import pytest

HEADLINE = "Dam breaks in valley"
STANDFIRST = "Hundreds had to leave their homes as the old dam gave way."
FIRST = "Mayor Anna López said the town will rebuild the dam with help from the state and its people."
SECOND = "“We will not leave,” she said, and the union accused the builder of saving money on the dam."
ITEM = "The government said that it will pay for it."
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for name, long in {
        **{"office": "office", "text": "text", "table": "table", "draw": "drawing", "style": "style"},
        "meta": "meta",
    }.items()
)
DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'


def docx_of(*paragraphs, styles=(), change=None) -> bytes:
    """A Word document; `change` gets the document before it is saved."""
    from docx import Document

    document = Document()
    for k, words in enumerate(paragraphs):
        document.add_paragraph(words, styles[k] if k < len(styles) else None)
    if change:
        change(document)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def odt_of(body: str, styles: str = "", header: str = "", manifest: str = "<m/>") -> bytes:
    """An OpenDocument text with this XML in its body, and in its automatic styles."""
    content = (
        f'<?xml version="1.0"?><office:document-content {ODF} {DC}><office:automatic-styles>{styles}'
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    page = f"<office:master-styles><style:master-page><style:header>{header}</style:header></style:master-page>"
    files = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": content,
        "styles.xml": f"<office:document-styles {ODF}>{page}</office:master-styles></office:document-styles>",
        "meta.xml": f"<office:document-meta {ODF} {DC}><office:meta><meta:creation-date>2020-01-01</meta:creation-date>"
        "<dc:language>en-GB</dc:language></office:meta></office:document-meta>",
        "META-INF/manifest.xml": manifest,
    }
    return zip_of(files)


def zip_of(files: dict[str, str | bytes]) -> bytes:
    """A zip file, its members in this order; the first one is stored as it is."""
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED) as archive:
        for k, (name, content) in enumerate(files.items()):
            archive.writestr(name, content, zipfile.ZIP_STORED if k == 0 else zipfile.ZIP_DEFLATED)
    return saved.getvalue()


def rtf_of(body: str) -> bytes:
    """Rich text in Windows-1252; what lies beyond it is written as escapes."""
    escaped = "".join(c if c.isascii() else f"\\u{ord(c)}?" for c in body)
    return (r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Arial;}}" + escaped + "}").encode("ascii")


def pdf_of(source: str, **document: str) -> bytes:
    """A PDF of Typst markup."""
    import typst

    named = "".join(f'#set document({key}: "{value}")\n' for key, value in document.items())
    return typst.compile((named + source).encode())


def eml_of(text: str = "", *, page: str = "", change=None, **headers: str) -> bytes:
    """A mail with a plain part, and a page if one is given."""
    mail = EmailMessage()
    given = {
        "Subject": HEADLINE,
        "From": "Valley Times <news@valley.example>",
        "Date": "Tue, 06 Jun 2023 10:00:00 +0200",
    }
    for key, value in (given | {"To": "desk@paper.example", "Message-ID": "<1@valley.example>"} | headers).items():
        mail[key.replace("_", "-")] = value
    mail.set_content(text)
    if page:
        mail.add_alternative(page, subtype="html")
    if change:
        change(mail)
    return mail.as_bytes()


def page_of(body: str, head: str = "") -> str:
    """A web page."""
    return f'<!DOCTYPE html><html lang="en"><head><title>{HEADLINE}</title>{head}</head><body>{body}</body></html>'


def mhtml_of(page: str, address: str = "https://valley.example/dam") -> bytes:
    """A page as browsers save it in one file."""
    parts = [("text/html", page), ("text/css", "p {}")]
    lines = [
        "From: <Saved by Blink>",
        f"Snapshot-Content-Location: {address}",
        "Subject: a title",
        "Date: Wed, 7 Jun 2023 10:00:00 -0000",
        "MIME-Version: 1.0",
        'Content-Type: multipart/related; type="text/html"; boundary="--B"',
        "",
    ]
    for kind, content in parts:
        encoded = base64.encodebytes(content.encode()).decode()
        lines += ["----B", f"Content-Type: {kind}", "Content-Transfer-Encoding: base64", "", encoded]
    return "\r\n".join([*lines, "----B--", ""]).encode()


MAKERS = SimpleNamespace(
    docx=docx_of, odt=odt_of, rtf=rtf_of, pdf=pdf_of, eml=eml_of, mhtml=mhtml_of, page=page_of, zip=zip_of, png=PNG, w=W
)
ARTICLE = SimpleNamespace(headline=HEADLINE, standfirst=STANDFIRST, first=FIRST, second=SECOND, item=ITEM)


@pytest.fixture(scope="session")
def made():
    """The makers of files."""
    return MAKERS


@pytest.fixture(scope="session")
def article():
    """The words of the article."""
    return ARTICLE


@pytest.fixture(scope="session")
def samples():
    """Ending → the same article in this format: headline and two paragraphs."""
    paragraphs = [HEADLINE, FIRST, SECOND]
    page = page_of(f"<article><h1>{HEADLINE}</h1><p>{FIRST}</p><p>{SECOND}</p></article>")
    return {
        ".txt": "\n".join(paragraphs).encode(),
        ".md": f"# {HEADLINE}\n\n{FIRST}\n\n{SECOND}\n".encode(),
        ".html": page.encode(),
        ".docx": docx_of(*paragraphs, styles=["Title"]),
        ".odt": odt_of("".join(f"<text:p>{words}</text:p>" for words in paragraphs)),
        ".rtf": rtf_of("".join(rf"\pard {words}\par" for words in paragraphs)),
        ".pdf": pdf_of(f"#text(size: 20pt)[{HEADLINE}]\n\n{FIRST}\n\n{SECOND}"),
        ".eml": eml_of(f"{FIRST}\n\n{SECOND}\n"),
        ".mhtml": mhtml_of(page),
    }
