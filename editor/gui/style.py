"""Style: colours, fonts and shapes of the window, light and dark."""

from enum import Enum
from functools import cache

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from editor.assets import resource
from editor.values import frozen

_SERIFS = ("Noto Serif", "Source Serif 4", "Charis SIL", "Cambria", "Charter", "DejaVu Serif", "Liberation Serif")
_SANS = ("Inter", "Noto Sans", "Segoe UI", "SF Pro Text", "Helvetica Neue", "DejaVu Sans", "Liberation Sans")
_MONOS = ("Noto Sans Mono", "DejaVu Sans Mono", "Cascadia Mono", "Consolas", "SF Mono", "Menlo", "Liberation Mono")
_TEXT_SIZE = 11.0
_HEADLINE_SIZE = 16.0
_UI_SIZE = 9.5


class Theme(Enum):
    """Light, dark, or what the desktop says."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@frozen
class Palette:
    """The colours; text on its ground has a contrast of at least 4.5:1 (WCAG 2.2, 1.4.3)."""

    is_dark: bool
    window: QColor
    page: QColor
    text: QColor
    quiet: QColor
    line: QColor
    accent: QColor
    on_accent: QColor
    good: QColor
    doubtful: QColor
    wrong: QColor
    quote_tint: QColor
    comment_tint: QColor
    current_row: QColor
    answer: QColor
    selection: QColor
    found: QColor


LIGHT = Palette(
    is_dark=False,
    window=QColor("#F6F5F2"),
    page=QColor("#FFFFFF"),
    text=QColor("#1F2328"),
    quiet=QColor("#5C646D"),
    line=QColor("#E3E1DB"),
    accent=QColor("#1F5FA8"),
    on_accent=QColor("#FFFFFF"),
    good=QColor("#2B7A4B"),
    doubtful=QColor("#A85400"),
    wrong=QColor("#B3261E"),
    quote_tint=QColor("#E8F1FB"),
    comment_tint=QColor("#FCEFC7"),
    current_row=QColor("#FAF9F6"),
    answer=QColor("#EFECE4"),
    selection=QColor("#C9DDF5"),
    found=QColor("#F7E7A8"),
)
DARK = Palette(
    is_dark=True,
    window=QColor("#1B1D21"),
    page=QColor("#23262B"),
    text=QColor("#E6E8EB"),
    quiet=QColor("#9AA3AD"),
    line=QColor("#343840"),
    accent=QColor("#7FB2F0"),
    on_accent=QColor("#14202E"),
    good=QColor("#6FCF97"),
    doubtful=QColor("#F2B35B"),
    wrong=QColor("#FF8A80"),
    quote_tint=QColor("#26364A"),
    comment_tint=QColor("#4A3F1F"),
    current_row=QColor("#282B31"),
    answer=QColor("#343941"),
    selection=QColor("#35506F"),
    found=QColor("#57491D"),
)


@frozen
class Fonts:
    """The fonts at the present zoom: a serif for the texts, a plain sans for everything else, a fixed one for code."""

    text: QFont
    headline: QFont
    ui: QFont
    small: QFont
    strong: QFont
    mono: QFont


@frozen
class Look:
    """Everything a widget needs to know to paint itself."""

    palette: Palette
    fonts: Fonts
    zoom: float = 1.0


def make_look(theme: Theme, zoom: float = 1.0) -> Look:
    """Return the look of a theme; `zoom` is a factor on the size of the texts (1.0 is 11 points)."""
    return Look(DARK if _is_dark(theme) else LIGHT, _fonts(zoom), zoom)


def program_icon() -> QIcon:
    """Return the icon of the program."""
    icon = QIcon()
    for size in (32, 64, 128):
        icon.addFile(str(resource(f"icons/communique-{size}.png")), QSize(size, size))
    return icon


def apply_look(app: QApplication, look: Look) -> None:
    """Dress the whole program: our palette, our fonts, and the few shapes that the style, Fusion, does not have."""
    apply_colours(app, look)
    apply_shapes(app, look)


def apply_colours(app: QApplication, look: Look) -> None:
    """Set palette and font, before there are widgets that would have to change theirs."""
    app.setPalette(_qt_palette(look.palette))
    app.setFont(look.fonts.ui)


def apply_shapes(app: QApplication, look: Look) -> None:
    """Set the style sheet, once the window is built: a widget put into another is polished anew with all it holds."""
    app.setStyleSheet(_sheet(look.palette))


def _is_dark(theme: Theme) -> bool:
    if theme is Theme.SYSTEM:
        return QApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return theme is Theme.DARK


def _fonts(zoom: float) -> Fonts:
    serif, sans, fixed = _families()
    text = QFont(serif)
    text.setPointSizeF(_TEXT_SIZE * zoom)
    headline = QFont(serif)
    headline.setPointSizeF(_HEADLINE_SIZE * zoom)
    headline.setWeight(QFont.Weight.DemiBold)
    ui = QFont(sans)
    ui.setPointSizeF(_UI_SIZE)
    small = QFont(sans)
    small.setPointSizeF(_UI_SIZE - 1)
    strong = QFont(ui)
    strong.setWeight(QFont.Weight.DemiBold)
    mono = QFont(fixed)
    mono.setPointSizeF((_UI_SIZE - 0.5) * zoom)
    return Fonts(text, headline, ui, small, strong, mono)


@cache
def _families() -> tuple[str, str, str]:
    """Return the families for texts, for the window and for code; asking which there are takes some milliseconds."""
    there = set(QFontDatabase.families())
    serif, sans, fixed = (_first(wanted, there) for wanted in (_SERIFS, _SANS, _MONOS))
    return serif, sans, fixed


def _first(wanted: tuple[str, ...], families: set[str]) -> str:
    return next((family for family in wanted if family in families), wanted[-1])


def _qt_palette(colours: Palette) -> QPalette:
    palette = QPalette(colours.window)
    role = QPalette.ColorRole
    for where, colour in {
        role.Window: colours.window,
        role.Base: colours.page,
        role.AlternateBase: colours.window,
        role.Button: colours.page,
        role.Text: colours.text,
        role.WindowText: colours.text,
        role.ButtonText: colours.text,
        role.ToolTipBase: colours.page,
        role.ToolTipText: colours.text,
        role.PlaceholderText: colours.quiet,
        role.Highlight: colours.selection,
        role.HighlightedText: colours.text,
        role.Link: colours.accent,
        role.Mid: colours.line,
        role.Dark: colours.line,
        role.Light: colours.page,
        role.Accent: colours.accent,
    }.items():
        palette.setColor(where, colour)
    for where in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, colours.quiet)
    return palette


def _sheet(colours: Palette) -> str:
    names = {
        key: getattr(colours, key).name()
        for key in ("window", "page", "text", "quiet", "line", "accent", "on_accent", "selection")
    }
    chevron = resource(f"icons/chevron-{'dark' if colours.is_dark else 'light'}.png").as_posix()
    tick = resource(f"icons/tick-{'dark' if colours.is_dark else 'light'}.png").as_posix()
    return _SHEET.format(chevron=chevron, tick=tick, **names)


_SHEET = """
QToolTip {{ background: {page}; color: {text}; border: 1px solid {line}; padding: 4px 6px; }}
QMenuBar {{ background: {window}; border: none; padding: 2px 12px; }}
QMenuBar::item {{ padding: 4px 8px; border-radius: 4px; }}
QMenuBar::item:selected {{ background: {selection}; }}
QMenu {{ background: {page}; border: 1px solid {line}; padding: 4px; }}
QMenu::item {{ padding: 5px 24px 5px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {selection}; color: {text}; }}
QMenu::item:disabled {{ color: {quiet}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 8px; }}
QStatusBar {{ background: {window}; color: {quiet}; border-top: 1px solid {line}; }}
QStatusBar::item {{ border: none; }}
QLabel[quiet="true"] {{ color: {quiet}; }}
QPushButton {{
    background: {page}; color: {text}; border: 1px solid {line}; border-radius: 6px; padding: 6px 12px;
}}
QPushButton:hover {{ border-color: {quiet}; }}
QPushButton:focus {{ border-color: {accent}; }}
QPushButton:disabled {{ color: {quiet}; }}
QPushButton[primary="true"] {{
    background: {accent}; color: {on_accent}; border-color: {accent}; font-weight: 600;
}}
QPushButton[primary="true"]:focus {{ border-color: {text}; }}
QPushButton[primary="true"]:disabled {{ background: {line}; color: {quiet}; border-color: {line}; }}
QPushButton[flat="true"] {{ background: transparent; border: none; color: {accent}; padding: 2px 4px; }}
QPushButton[flat="true"][quiet="true"] {{ color: {quiet}; }}
QPushButton[quiet="true"]::menu-indicator {{ width: 0; }}
QPushButton[flat="true"]:hover {{ text-decoration: underline; }}
QPushButton[flat="true"]:disabled {{ color: {quiet}; text-decoration: none; }}
QPushButton[flat="true"]:focus {{ border: 1px solid {accent}; border-radius: 4px; padding: 1px 3px; }}
QLineEdit, QComboBox, QPlainTextEdit[field="true"], QSpinBox {{
    background: {page}; color: {text}; border: 1px solid {line}; border-radius: 6px; padding: 5px 10px;
    selection-background-color: {selection}; selection-color: {text};
}}
QSpinBox {{ padding: 4px 0 3px; }}
QSpinBox::up-button, QSpinBox::down-button {{ width: 0; border: none; }}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {{ background: transparent; border: none; padding: 0; }}
QLineEdit:focus, QComboBox:focus, QPlainTextEdit[field="true"]:focus {{ border-color: {accent}; }}
QLineEdit[unfit="true"] {{ border-color: {accent}; border-style: dashed; }}
QComboBox[bare="true"] {{ background: transparent; border-color: transparent; padding: 1px 0; }}
QComboBox[bare="true"]:hover, QComboBox[bare="true"]:focus {{ border-color: {line}; padding: 1px 4px; }}
QComboBox {{ combobox-popup: 0; }}
QComboBox::drop-down {{ border: none; width: 20px; }}
QComboBox::down-arrow {{ image: url("{chevron}"); width: 10px; height: 10px; }}
QComboBox QAbstractItemView {{
    background: {page}; border: 1px solid {line}; border-radius: 0;
    selection-background-color: {selection}; selection-color: {text};
}}
QCheckBox::indicator, QTreeWidget::indicator {{
    width: 14px; height: 14px; border: 1px solid {quiet}; border-radius: 3px; background: {page};
}}
QCheckBox::indicator:checked, QTreeWidget::indicator:checked {{
    background: {accent}; border-color: {accent}; image: url("{tick}");
}}
QRadioButton::indicator {{
    width: 14px; height: 14px; border: 1px solid {quiet}; border-radius: 8px; background: {page};
}}
QRadioButton::indicator:checked {{
    border-color: {accent};
    background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5,
        stop: 0 {accent}, stop: 0.5 {accent}, stop: 0.6 {page}, stop: 1 {page});
}}
QCheckBox:focus, QRadioButton:focus {{ color: {accent}; }}
QTabBar {{ background: transparent; border: none; }}
QTabBar::tab {{
    background: transparent; color: {quiet}; border: none; border-bottom: 2px solid transparent;
    padding: 6px 6px; margin: 0 1px;
}}
QTabBar[fit="loose"]::tab {{ padding: 6px 3px; margin: 0 2px; }}
QTabBar[fit="tight"]::tab {{ padding: 6px 1px; margin: 0 2px; }}
QTabBar::tab:selected {{ color: {accent}; font-weight: 600; border-bottom-color: {accent}; }}
QTabBar::tab:selected:focus {{ background: {selection}; border-radius: 4px; }}
QTabWidget::pane {{ border: none; }}
QSplitter::handle {{ background: {line}; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {line}; border-radius: 5px; min-height: 32px; }}
QScrollBar::handle:vertical:hover {{ background: {quiet}; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
    background: transparent; border: none; height: 0; width: 0;
}}
QScrollBar:horizontal {{ background: transparent; height: 10px; }}
QScrollBar::handle:horizontal {{ background: {line}; border-radius: 5px; min-width: 32px; }}
QFrame[card="true"] {{ background: {page}; border: 1px solid {line}; border-radius: 8px; }}
QPushButton[card="true"] {{ background: {page}; border: 1px solid {line}; border-radius: 8px; padding: 0; }}
QPushButton[card="true"]:focus {{ border-color: {accent}; }}
QFrame[card="true"][current="true"], QFrame[card="true"]:focus {{ border-color: {accent}; }}
QFrame[strip="true"] {{ background: {window}; border: none; border-top: 1px solid {line}; }}
QFrame[pill="true"] {{ background: {page}; border: 1px solid {line}; border-radius: 8px; }}
QScrollArea {{ border: none; background: transparent; }}
QListView, QTreeView, QTableView {{
    background: {page}; border: 1px solid {line}; border-radius: 6px; selection-background-color: {selection};
    selection-color: {text}; outline: none;
}}
QListView[gutter="true"] {{ border: none; border-radius: 0; }}
QHeaderView::section {{
    background: {window}; color: {quiet}; border: none; border-bottom: 1px solid {line}; padding: 6px 8px;
}}
QTreeWidget::item {{ padding: 4px 6px; }}
QTableView::item {{ padding: 4px 8px; border-bottom: 1px solid {line}; }}
QCalendarWidget QTableView {{ border: none; border-radius: 0; }}
QCalendarWidget QTableView::item {{ padding: 0; border: none; }}
QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {page}; }}
QCalendarWidget QToolButton {{ background: transparent; color: {text}; border: none; padding: 4px 6px; }}
QCalendarWidget QToolButton:hover {{ background: {selection}; border-radius: 4px; }}
QCalendarWidget QToolButton::menu-indicator {{ image: none; }}
QListWidget::item {{ padding: 4px 8px; border-radius: 4px; }}
QListWidget::item:selected {{ background: {selection}; color: {text}; }}
QListWidget {{ padding: 4px; }}
QDialog {{ background: {window}; }}
QDialogButtonBox {{ button-layout: 3; dialogbuttonbox-buttons-have-icons: 0; }}
"""
