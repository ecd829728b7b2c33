"""All plaques of a round in one file: pages, tags and bookmarks of every one, the fixed part once."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pikepdf

NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
}


def merge(parts: Iterable[tuple[str, Path]], target: Path, *, title: str, language: str) -> int:
    """Write the (name, file) pairs to `target` in that order, still PDF/UA-1; the number of pages."""
    import pikepdf
    from pikepdf import Array, Dictionary, Name

    merged = pikepdf.new()
    document = merged.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, K=Array([])))
    numbers = Array([])
    annotations: list[tuple[pikepdf.Object, pikepdf.Object]] = []
    fixed = None
    opened = []
    with merged.open_outline() as outline:
        for at, (name, path) in enumerate(parts):
            source = pikepdf.open(path)
            opened.append(source)  # its streams are read when the whole is saved
            root = source.Root.StructTreeRoot
            (element,) = root.K[0].K
            del element.P  # or copying one element copies the tree it hangs in
            merged.pages.append(source.pages[0])
            page = merged.pages[-1].obj
            # Shares no resources with other files: each was written with only its own.
            if fixed is None:
                fixed = page.Resources.XObject.ground
            page.Resources.XObject.ground = fixed
            element = merged.copy_foreign(element)
            element.P = document
            document.K.append(element)
            page.StructParents = at
            kept = merged.copy_foreign(source.make_indirect(root.ParentTree.Nums[1]))
            numbers.extend([at, kept])  # type: ignore[list-item]
            annotations += [
                (annotation, merged.copy_foreign(root.ParentTree.Nums[3 + 2 * place]))
                for place, annotation in enumerate(page.get("/Annots", []))
            ]
            outline.root.append(pikepdf.OutlineItem(name, at))
    for at, (annotation, element) in enumerate(annotations, start=len(merged.pages)):
        annotation.StructParent = at
        numbers.extend([at, element])  # type: ignore[list-item]
    _describe(merged, document, numbers, title=title, language=language)
    merged.save(
        target,
        min_version="1.7",
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )
    count = len(merged.pages)
    for source in opened:
        source.close()
    return count


def _describe(
    merged: "pikepdf.Pdf", document: "pikepdf.Object", numbers: "pikepdf.Array", *, title: str, language: str
) -> None:
    """What PDF/UA-1 asks of the whole: one tree of tags, a title, a language."""
    from pikepdf import Array, Dictionary, Name

    tree = merged.make_indirect(
        Dictionary(Type=Name.StructTreeRoot, K=Array([document]), ParentTree=Dictionary(Nums=numbers))
    )
    document.P = tree
    root = merged.Root
    root.StructTreeRoot = tree
    root.MarkInfo = Dictionary(Marked=True)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    root.Lang = language
    merged.docinfo["/Title"] = title
    with merged.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata[f"{{{NAMESPACES['dc']}}}title"] = title
        metadata[f"{{{NAMESPACES['pdfuaid']}}}part"] = "1"
