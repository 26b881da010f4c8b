"""The style sheet of the application, made of the tokens."""

from app.services.resources import resource
from app.views.tokens import LARGE, MEDIUM, RADIUS, SMALL, TARGET, TIGHT, Colours


def stylesheet(c: Colours, base: float) -> str:
    """Return Qt's style sheet for one set of colours and a base text size in points."""
    return "".join(
        (_grounds(c), _texts(c, base), _buttons(c), _small_buttons(c), _fields(c), _scrolling(c))
    )


def _grounds(c: Colours) -> str:
    return f"""
QMainWindow, QDialog {{ background: {c.window}; }}
QToolTip {{ background: {c.tooltip}; color: {c.tooltip_text}; border: none;
  padding: {TIGHT}px {SMALL}px; }}
QWidget[ground="sidebar"] {{ background: {c.sidebar}; }}
QWidget[ground="surface"] {{ background: {c.surface}; }}
QWidget[ground="window"] {{ background: {c.window}; }}
QFrame[ground="card"] {{ background: {c.surface}; border: 1px solid {c.border};
  border-radius: {RADIUS + 2}px; }}
QFrame[ground="ours"] {{ background: {c.ours}; border: 1px solid {c.border};
  border-radius: {RADIUS + 2}px; }}
QFrame[ground="note"] {{ background: {c.note}; border: 1px dashed {c.strong_border};
  border-radius: {RADIUS + 2}px; }}
QFrame[ground="warn"] {{ background: {c.warn_soft}; border: none; border-radius: {RADIUS}px; }}
QFrame[ground="danger"] {{ background: {c.danger_soft}; border: none;
  border-radius: {RADIUS}px; }}
QFrame[ground="plain"] {{ background: {c.hover}; border: none; border-radius: {RADIUS}px; }}
QFrame[ground="raised"] {{ background: {c.raised}; border: 1px solid {c.strong_border};
  border-radius: {RADIUS + 4}px; }}
QFrame[ground="notice"] {{ background: {c.tooltip}; border: none;
  border-radius: {RADIUS + 2}px; }}
QFrame[ground="line"] {{ background: {c.border}; border: none; }}
QSplitter::handle {{ background: {c.border}; }}
QProgressBar {{ background: {c.border}; border: none; border-radius: 2px;
  min-height: 4px; max-height: 4px; }}
QProgressBar::chunk {{ background: {c.accent}; border-radius: 2px; }}
"""


def _texts(c: Colours, base: float) -> str:
    return f"""
QLabel {{ background: transparent; color: {c.text}; }}
QLabel[face="small"] {{ font-size: {base - 1}pt; }}
QLabel[face="strong"] {{ font-weight: 600; }}
QLabel[face="section"] {{ font-size: {base - 1}pt; font-weight: 600; color: {c.muted}; }}
QLabel[face="title"] {{ font-size: {base + 3}pt; font-weight: 600; }}
QLabel[face="headline"] {{ font-size: {base + 7}pt; font-weight: 600; }}
QLabel[face="code"] {{ font-family: "DejaVu Sans Mono", "Consolas", "Menlo", monospace;
  font-size: {base + 2}pt; }}
QLabel[tone="muted"] {{ color: {c.muted}; }}
QLabel[tone="accent"] {{ color: {c.accent}; }}
QLabel[tone="ok"] {{ color: {c.ok}; }}
QLabel[tone="warn"] {{ color: {c.warn}; }}
QLabel[tone="danger"] {{ color: {c.danger}; }}
QLabel[tone="inverse"] {{ color: {c.tooltip_text}; }}
"""


def _buttons(c: Colours) -> str:
    return f"""
QPushButton {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.strong_border};
  border-radius: {RADIUS}px; padding: {TIGHT}px {MEDIUM}px; min-height: {TARGET - 10}px; }}
QPushButton:hover {{ background: {c.hover}; }}
QPushButton:pressed {{ background: {c.border}; }}
QPushButton:focus {{ border: 1px solid {c.accent}; outline: none; }}
QPushButton:disabled {{ color: {c.faint}; border-color: {c.border}; background: {c.window}; }}
QPushButton[tone="primary"] {{ background: {c.accent}; color: {c.on_accent};
  border: 1px solid {c.accent}; font-weight: 600; }}
QPushButton[tone="primary"]:hover {{ background: {c.accent_hover}; }}
QPushButton[tone="primary"]:focus {{ border: 1px solid {c.text}; }}
QPushButton[tone="primary"]:disabled {{ background: {c.border}; color: {c.faint};
  border-color: {c.border}; }}
QPushButton[tone="danger"] {{ background: {c.danger}; color: {c.on_danger};
  border: 1px solid {c.danger}; font-weight: 600; }}
QPushButton[tone="danger"]:hover {{ background: {c.danger_hover}; }}
QPushButton[tone="quiet"], QPushButton[tone="link"], QPushButton[tone="inverse"] {{
  background: transparent; border: 1px solid transparent; }}
QPushButton[tone="quiet"]:hover {{ background: {c.hover}; }}
QPushButton[tone="link"] {{ color: {c.accent}; padding: 2px {SMALL}px 2px 0px;
  text-align: left; min-height: {TARGET - 12}px; }}
QPushButton[tone="link"]:hover {{ text-decoration: underline; }}
QPushButton[tone="link"]:disabled {{ color: {c.faint}; }}
QPushButton[tone="inverse"] {{ color: {c.tooltip_text}; font-weight: 600; }}
QPushButton[tone="inverse"]:hover {{ background: {c.muted}; }}
QPushButton[tone="quiet"]:focus, QPushButton[tone="link"]:focus,
QPushButton[tone="inverse"]:focus {{ border: 1px solid {c.accent}; }}
QPushButton[tone="nav"] {{ background: transparent; border: 1px solid transparent;
  text-align: left; padding: {TIGHT}px {SMALL}px; min-height: {TARGET - 6}px; }}
QPushButton[tone="nav"]:hover {{ background: {c.border}; }}
QPushButton[tone="nav"]:checked {{ background: {c.accent_soft}; color: {c.accent};
  font-weight: 600; }}
QPushButton[tone="nav"]:disabled {{ color: {c.faint}; }}
QPushButton[tone="nav"]:focus {{ border: 1px solid {c.accent}; }}
QPushButton[tone="choice"] {{ background: {c.surface}; border: 1px solid {c.border};
  padding: 2px {SMALL}px; min-height: {TARGET - 8}px; text-align: left; }}
QPushButton[tone="choice"]:hover {{ border-color: {c.strong_border}; background: {c.hover}; }}
QPushButton[tone="choice"]:focus {{ border: 1px solid {c.accent}; }}
QPushButton[tone="way"] {{ background: {c.surface}; border: 1px solid {c.border};
  padding: 0px; text-align: left; }}
QPushButton[tone="way"]:hover {{ border-color: {c.accent}; background: {c.hover}; }}
QPushButton[tone="way"]:focus {{ border: 1px solid {c.accent}; outline: none; }}
QPushButton[tone="segment"] {{ background: transparent; border: 1px solid transparent;
  color: {c.muted}; padding: 2px {MEDIUM}px; min-height: {TARGET - 10}px; }}
QPushButton[tone="segment"]:hover {{ color: {c.text}; }}
QPushButton[tone="segment"]:checked {{ background: {c.accent_soft}; color: {c.accent};
  border: 1px solid {c.accent_soft}; }}
QPushButton[tone="segment"]:focus {{ border: 1px solid {c.accent}; }}
"""


def _small_buttons(c: Colours) -> str:
    return f"""
QToolButton {{ background: transparent; border: 1px solid transparent;
  border-radius: {RADIUS}px; padding: {TIGHT}px; min-width: {TARGET - 10}px;
  min-height: {TARGET - 10}px; }}
QToolButton:hover {{ background: {c.border}; }}
QToolButton:focus {{ border: 1px solid {c.accent}; }}
QMenu {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.strong_border};
  padding: {TIGHT}px; }}
QMenu::item {{ padding: 6px {LARGE}px 6px {SMALL}px; border-radius: {RADIUS - 2}px; }}
QMenu::item:selected {{ background: {c.accent_soft}; color: {c.text}; }}
QMenu::item:disabled {{ color: {c.faint}; }}
QMenu::separator {{ height: 1px; background: {c.border}; margin: {TIGHT}px {SMALL}px; }}
QCheckBox {{ spacing: {SMALL}px; color: {c.text}; background: transparent; }}
QCheckBox::indicator, QListView::indicator {{ width: 14px; height: 14px; border-radius: 3px;
  border: 1px solid {c.muted}; background: {c.surface}; }}
QCheckBox::indicator:checked, QListView::indicator:checked {{
  border-color: {c.accent}; background: {c.accent};
  image: url("{resource("icons", c.tick).as_posix()}"); }}
QCheckBox:focus {{ color: {c.accent}; }}
QRadioButton {{ spacing: {SMALL}px; color: {c.text}; background: transparent; }}
QRadioButton::indicator {{ width: 14px; height: 14px; border-radius: 8px;
  border: 1px solid {c.muted}; background: {c.surface}; }}
QRadioButton::indicator:checked {{ border: 5px solid {c.accent}; width: 6px; height: 6px; }}
QRadioButton::indicator:disabled {{ border-color: {c.border}; }}
QRadioButton:focus {{ color: {c.accent}; }}
QRadioButton:disabled {{ color: {c.faint}; }}
"""


def _fields(c: Colours) -> str:
    return f"""
QLineEdit, QPlainTextEdit, QTextEdit[field="true"] {{ background: {c.surface}; color: {c.text};
  border: 1px solid {c.strong_border}; border-radius: {RADIUS}px; padding: {TIGHT}px {SMALL}px;
  selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
QLineEdit, QSpinBox, QDateEdit, QKeySequenceEdit QLineEdit {{ min-height: {TARGET - 8}px; }}
QSpinBox, QDateEdit {{ background: {c.surface}; color: {c.text};
  border: 1px solid {c.strong_border}; border-radius: {RADIUS}px; padding: {TIGHT}px {SMALL}px; }}
QDateEdit::drop-down {{ border: none; width: {LARGE + SMALL}px; }}
QDateEdit::down-arrow {{ image: url("{resource("icons", "chevron-down-muted.svg").as_posix()}");
  width: 14px; height: 14px; }}
QSpinBox::up-button, QSpinBox::down-button {{ width: 0; border: none; }}
QSpinBox QLineEdit, QDateEdit QLineEdit {{ min-height: 0; padding: 0 {SMALL}px; border: none;
  background: transparent; }}
QSpinBox:focus, QDateEdit:focus {{ border: 1px solid {c.accent}; }}
QLineEdit:focus, QPlainTextEdit:focus,
QTextEdit[field="true"]:focus {{ border: 1px solid {c.accent}; }}
QLineEdit:disabled {{ color: {c.faint}; background: {c.window}; }}
QLineEdit[tone="danger"] {{ border: 1px solid {c.danger}; }}
QTextEdit[field="note"] {{ background: {c.note}; color: {c.text};
  border: 1px solid {c.strong_border}; border-radius: {RADIUS}px; padding: {TIGHT}px {SMALL}px; }}
QTextBrowser, QTextBrowser:focus {{ background: transparent; color: {c.text}; border: none; }}
QTableView, QListView {{ background: {c.surface}; border: none; outline: none; }}
QTableView[region="true"], QScrollArea[region="true"],
QListView[region="true"] {{ border: 1px solid transparent; }}
QTableView[region="true"]:focus, QScrollArea[region="true"]:focus,
QListView[region="true"]:focus {{
  border: 1px solid {c.accent}; }}
QListWidget {{ background: {c.surface}; border: 1px solid {c.border};
  border-radius: {RADIUS}px; padding: {TIGHT}px; }}
QListWidget::item {{ color: {c.text}; padding: {SMALL}px; border-radius: {RADIUS}px; }}
QListWidget::item:hover {{ background: {c.hover}; }}
QListWidget::item:selected {{ background: {c.accent_soft}; color: {c.text}; }}
QFrame[ground="raised"] QListView {{ background: {c.raised}; }}
"""


def _scrolling(c: Colours) -> str:
    return f"""
QScrollArea {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {c.strong_border}; border-radius: 4px;
  min-height: 32px; margin: 1px 2px; }}
QScrollBar::handle:vertical:hover {{ background: {c.muted}; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle:horizontal {{ background: {c.strong_border}; border-radius: 4px;
  min-width: 32px; margin: 2px 1px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
