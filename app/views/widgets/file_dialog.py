"""Qt's dialog for files and folders, as every part of the window uses it."""

from PySide6.QtWidgets import QFileDialog, QTreeView, QWidget

from app.models.rules.errors import QT_TRANSLATE_NOOP

LEFT_OUT = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
)
"""Texts of Qt that its own Dutch misses; it looks for them among ours first."""
TYPE = 2


def file_dialog(parent: QWidget, title: str) -> QFileDialog:
    """Return a dialog that is not shown yet; it has no loop of its own.

    The system's own dialogs open one on some platforms.
    """
    dialog = QFileDialog(parent, title)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    details = dialog.findChild(QTreeView)
    if details is not None:
        # Qt knows the kinds of files by English names only.
        details.hideColumn(TYPE)
    return dialog
