"""The system's own print dialog, and painting the pages of a paper on the printer that is chosen there."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from fieldkit.errors import FileProblem
from fieldkit.text import Catalogue
from fieldkit.workspace.printing import Picture
from ui.jobs import Cancelled, Progress

DPI = 300

ChoosePrinter = Callable[[QWidget, Catalogue], QPrinter | None]


def choose_printer(parent: QWidget, words: Catalogue, /) -> QPrinter | None:
    """Ask for a printer with the dialog of the system; None where nothing is to be printed.

    Others see the title of a print in their queue: it tells nothing.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(words.say("Document"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(words.say("Print"))
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, on=False)
    try:
        return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None
    finally:
        dialog.setParent(None)  # gone before the printer it looks at


def paint(printer: QPrinter, pictures: Iterable[Picture], progress: Progress, /) -> None:
    """Print pages, one on a sheet, as large as the paper allows. On any thread.

    Raises `FileProblem("cannot_print")` where the printer does not take them.
    """
    printer.setFullPage(True)  # the pages have margins of their own
    painter = QPainter()
    if not painter.begin(printer):
        raise FileProblem("cannot_print")
    painter.setRenderHints(
        QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.LosslessImageRendering
    )
    try:
        for picture in pictures:
            progress.at((picture.number - 1) / picture.pages)
            _paint(painter, printer, picture)
    except Cancelled:
        printer.abort()
        raise
    finally:
        painter.end()
    if printer.printerState() == QPrinter.PrinterState.Error:
        raise FileProblem("cannot_print")


def _paint(painter: QPainter, printer: QPrinter, picture: Picture) -> None:
    if picture.number > 1:
        printer.newPage()
    image = QImage(picture.rgb, picture.width, picture.height, picture.row_bytes, QImage.Format.Format_RGB888)
    sheet = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
    size = QSizeF(image.size()).scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(sheet.topLeft(), size)
    place.moveCenter(sheet.center())
    painter.drawImage(place, image)
