import pytest
from PySide6.QtGui import QRawFont
from PySide6.QtWidgets import QListWidget

from editor.gui.style import DARK, LIGHT, Theme, apply_look, make_look


def luminance(colour):
    def linear(part):
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["window", "page", "quote_tint", "current_row", "answer", "selection", "found"])
def test_text_can_be_read_on_every_ground(palette, ground):
    assert contrast(palette.text, getattr(palette, ground)) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["window", "page"])
@pytest.mark.parametrize("ink", ["quiet", "accent", "good", "doubtful", "wrong"])
def test_labels_links_and_states_can_be_read(palette, ground, ink):
    assert contrast(getattr(palette, ink), getattr(palette, ground)) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_the_primary_button_can_be_read(palette):
    assert contrast(palette.on_accent, palette.accent) >= 4.5


def test_the_fonts_draw_the_characters_french_needs(qapp):
    fonts = make_look(Theme.LIGHT).fonts
    for font in (fonts.text, fonts.ui):
        raw = QRawFont.fromFont(font)
        for character in "\u202f\u00a0\u2011œć«»’“”…":
            assert raw.supportsCharacter(ord(character)), f"U+{ord(character):04X} in {font.family()}"


def test_zoom_enlarges_the_texts_and_leaves_the_rest(qapp):
    usual, large = make_look(Theme.DARK), make_look(Theme.DARK, 2.0)
    assert large.fonts.text.pointSizeF() == 2 * usual.fonts.text.pointSizeF()
    assert large.fonts.ui.pointSizeF() == usual.fonts.ui.pointSizeF()


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_the_line_chosen_in_a_list_is_seen_whether_or_not_the_list_has_the_focus(qtbot, qapp, theme):
    before = qapp.styleSheet(), qapp.palette(), qapp.font()
    look = make_look(theme)
    apply_look(qapp, look)
    lines = QListWidget()
    qtbot.addWidget(lines)
    lines.addItems(["", ""])
    lines.setCurrentRow(0)
    lines.resize(200, 120)
    lines.show()
    try:
        seen = lines.grab().toImage().pixelColor(lines.visualItemRect(lines.item(0)).center() + lines.viewport().pos())
        assert seen == look.palette.selection
    finally:
        qapp.setStyleSheet(before[0])
        qapp.setPalette(before[1])
        qapp.setFont(before[2])
