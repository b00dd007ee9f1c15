"""The rules of the style sheet, in Qt's language; `stylesheet` fills in colours and sizes.

Widgets choose a look by properties: labels and frames by `role`, buttons by `kind`.
"""

from string import Template
from typing import Final

SHEET: Final = Template("""
QAbstractButton, QComboBox, QLineEdit, QSlider, QAbstractItemView, QAbstractSpinBox {
    outline: none;
}
QToolTip {
    background: $ink; color: $ground; border: none; padding: 6px 8px; font-size: ${caption}px;
}
QLabel { background: transparent; }
QLabel[tone="ink2"] { color: $ink2; }
QLabel[tone="ink3"] { color: $ink3; }
QLabel[tone="accent"] { color: $accent_text; }
QLabel[tone="done"] { color: $done_text; }
QLabel[tone="rest"] { color: $rest_text; }
QLabel[tone="ready"] { color: $ready_text; }
QLabel[tone="danger"] { color: $danger; }
QLabel[role="tag"] {
    background: $accent_soft; color: $accent_text; border-radius: 6px; padding: 4px 8px;
    font-size: ${caption}px; font-weight: 600;
}
QLabel[role="row"] { font-weight: 500; }
QLabel[role="side"] {
    background: $ink; color: $ground; border-radius: ${side_radius}px;
    padding: ${side_padding}px 14px;
    font-size: ${heading}px; font-weight: 600;
}
QFrame[role="card"] { background: $card; border: none; border-radius: ${card_radius}px; }
QFrame[role="stage"] { background: $stage; border: none; border-radius: ${card_radius}px; }
QFrame[role="highlight"] { background: $accent_soft; border: none; border-radius: 8px; }
QFrame#banner { border-radius: 0; }
QFrame[role="sidebar"] { background: $sidebar; border: none; }
QFrame[role="standing_note"] { background: $accent_soft; border: none; }
QFrame[role="segments"] { background: $control; border: none; border-radius: 10px; }
QScrollArea, QScrollArea > QWidget > QWidget[role="page"] { background: transparent; border: none; }

QPushButton, QToolButton[kind="secondary"] {
    background: $control; color: $ink; border: 1px solid $control; border-radius: 8px;
    padding: 0 15px; min-height: ${button_inner}px; font-weight: 600;
}
QPushButton:hover, QToolButton[kind="secondary"]:hover {
    background: $control_hover; border-color: $control_hover;
}
QPushButton:pressed, QToolButton[kind="secondary"]:pressed {
    background: $control_press; border-color: $control_press;
}
QPushButton:disabled, QToolButton[kind="secondary"]:disabled {
    background: transparent; color: $ink3; border-color: $line;
}
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:pressed { background: $accent_press; border-color: $accent_press; }
QPushButton[kind="primary"]:disabled { background: $control; color: $ink3; border-color: $control; }
QPushButton[extent="big"] {
    border-radius: 12px; padding: 0 25px; min-height: ${big_inner}px; font-size: ${title}px;
}
QPushButton[extent="small"] { padding: 0 11px; min-height: ${small_inner}px; }
QPushButton[kind="outline"] { background: transparent; border-color: $border; }
QPushButton[kind="outline"]:hover { background: $hover; }
QPushButton[kind="outline"]:pressed { background: $selected; }
QPushButton[kind="quiet"] {
    background: transparent; color: $ink2; border-color: transparent; padding: 0 9px;
}
QPushButton[kind="quiet"]:hover { color: $ink; text-decoration: underline; }
QPushButton[kind="quiet"]:pressed { background: $selected; }
QPushButton[kind="quiet"]:disabled { color: $ink3; }
QPushButton[kind="link"] {
    background: transparent; color: $accent_text; border: none; padding: 0 2px;
    min-height: ${link}px;
    border-radius: 6px;
}
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:pressed { color: $ink; text-decoration: underline; }
QPushButton[kind="link"]:disabled { color: $ink3; }
QPushButton[kind="danger"] { background: $danger_soft; color: $danger; border-color: $danger_soft; }
QPushButton[kind="danger"]:hover { border-color: $danger; }

QPushButton[kind="choice"] { padding: 0 12px; min-height: ${choice}px; }
QPushButton[kind="choice"]:checked { background: $card; border: 2px solid $ink; padding: 0 11px; }
QPushButton[kind="chip"], QToolButton[kind="chip"] {
    background: $control; color: $ink; border: 2px solid $control; border-radius: ${chip_radius}px;
    padding: 0 10px; min-height: ${chip_inner}px; font-weight: 500;
}
QPushButton[kind="chip"]:hover { background: $control_hover; border-color: $control_hover; }
QPushButton[kind="chip"]:checked { background: $card; border-color: $ink; }
QPushButton[kind="chip"]:disabled { background: transparent; border-color: $line; color: $ink3; }
QPushButton[kind="filter"] {
    background: transparent; color: $ink; border: 1px solid $border;
    border-radius: ${chip_radius}px;
    padding: 0 11px; min-height: ${filter_inner}px; font-weight: 500;
}
QPushButton[kind="filter"]:hover { background: $hover; }
QPushButton[kind="filter"]:checked {
    background: $card; border: 2px solid $ink; padding: 0 10px; min-height: ${chip_inner}px;
}
QPushButton[kind="scale"] { padding: 0; }
QPushButton[kind="scale"]:checked { background: $ink; color: $ground; border-color: $ink; }
QPushButton::menu-indicator { image: none; width: 0; }
QPushButton[kind="segment"] {
    background: transparent; color: $ink2; border: none; border-radius: 7px; padding: 0 13px;
    min-height: ${small}px; font-weight: 600;
}
QPushButton[kind="segment"]:hover { color: $ink; }
QPushButton[kind="segment"]:checked { background: $card; color: $ink; }
QPushButton[kind="segment"]:disabled { color: $ink3; }
QToolButton[kind="icon"] { background: transparent; border: none; border-radius: 8px; padding: 0; }
QToolButton[kind="icon"]:hover { background: $hover; }
QToolButton[kind="icon"]:pressed, QToolButton[kind="icon"]:checked { background: $selected; }
QToolButton::menu-indicator { image: none; width: 0; }

QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox, QDateEdit, QTimeEdit, QDateTimeEdit {
    background: $field; color: $ink; border: 1px solid $border; border-radius: 8px;
    padding: 0 11px; min-height: ${field_inner}px; selection-background-color: $selected;
    selection-color: $ink; placeholder-text-color: $ink3;
}
QPlainTextEdit, QTextEdit {
    background: $field; color: $ink; border: 1px solid $border; border-radius: 8px;
    padding: 6px 8px;
    selection-background-color: $selected; selection-color: $ink;
    placeholder-text-color: $ink3;
}
QLineEdit:hover, QComboBox:hover, QAbstractSpinBox:hover, QPlainTextEdit:hover, QTextEdit:hover,
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus, QPlainTextEdit:focus, QTextEdit:focus {
    border-color: $ink;
}
QLineEdit:disabled, QComboBox:disabled,
QAbstractSpinBox:disabled, QPlainTextEdit:disabled, QTextEdit:disabled {
    background: transparent; color: $ink3; border-color: $line;
}
QLineEdit[invalid="true"], QAbstractSpinBox[invalid="true"] {
    border: 2px solid $danger; padding: 0 10px;
}
QLineEdit[extent="big"] { font-size: ${heading}px; font-weight: 600; }
QComboBox { font-weight: 500; min-height: ${combo_inner}px; padding: 0 12px; }
FormRow QComboBox, QDialog QComboBox { min-height: ${field_inner}px; }
QAbstractSpinBox { max-height: ${field_inner}px; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {
    background: transparent; border: none; border-radius: 0; padding: 0; min-height: 0;
}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none; }
QSpinBox[kind="number"] { padding: 0 ${step}px; }
QSpinBox[kind="number"]::up-button, QSpinBox[kind="number"]::down-button {
    subcontrol-origin: border; width: ${step}px; height: ${field_inner}px; border: none;
    background: transparent;
}
QSpinBox[kind="number"]::up-button { subcontrol-position: center right; }
QSpinBox[kind="number"]::down-button { subcontrol-position: center left; }
QSpinBox::up-arrow, QSpinBox::down-arrow { image: none; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: ${arrow_room}px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: none; }
QTimeEdit { padding: 0 8px; }
QCalendarWidget { background: $card; border: 1px solid $border; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $card; }
QCalendarWidget QToolButton {
    background: transparent; color: $ink; border: none; border-radius: 8px; margin: 4px 2px;
    padding: 0 8px; min-height: ${small}px; min-width: 20px; font-weight: 600;
}
QCalendarWidget QToolButton:hover { background: $hover; }
QCalendarWidget QToolButton:pressed { background: $selected; }
QCalendarWidget QSpinBox { padding: 0 4px; min-height: ${small}px; }
QCalendarWidget QAbstractItemView {
    background: $card; alternate-background-color: $card; color: $ink; border: none;
    selection-background-color: $ink; selection-color: $ground; padding: 0 6px 6px 6px;
}
QCalendarWidget QAbstractItemView:disabled { color: $ink3; }
QComboBox QAbstractItemView {
    background: $card; color: $ink; border: 1px solid $border; border-radius: 8px; padding: 4px;
    selection-background-color: $selected; selection-color: $ink;
}
QMenu {
    background: $card; color: $ink; border: 1px solid $border; border-radius: 8px; padding: 4px;
}
QMenu::item { padding: 7px 24px 7px 12px; border-radius: 6px; }
QMenu::item:selected { background: $selected; }
QMenu::item:disabled { color: $ink3; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }

QSlider { min-height: 32px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $border; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal {
    width: 18px; height: 18px; margin: -7px 0; border-radius: 9px; background: $accent;
}
QSlider::handle:horizontal:hover { background: $accent_hover; }
QSlider::handle:horizontal:disabled, QSlider::sub-page:horizontal:disabled { background: $border; }
QProgressBar {
    background: $control; border: none; border-radius: 3px; max-height: 6px; min-height: 6px;
}
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QCheckBox, QRadioButton { spacing: 10px; min-height: ${small}px; }
QListView, QTableView, QTreeView { background: transparent; border: none; }
QTableView { gridline-color: $line; }
QTableView#chart_table::item { padding: 0 5px; }
QHeaderView::section {
    background: transparent; color: $ink2; border: none; padding: 8px; font-weight: 600;
    font-size: ${caption}px;
}
QTableView::item:selected, QListView::item:selected, QTreeView::item:selected {
    background: $selected; color: $ink;
}
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar::handle:vertical {
    background: $control_press; border-radius: 4px; min-height: 32px; margin: 2px;
}
QScrollBar::handle:vertical:hover { background: $border; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle:horizontal {
    background: $control_press; border-radius: 4px; min-width: 32px; margin: 2px;
}
QScrollBar::handle:horizontal:hover { background: $border; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QFrame[role="popover"] {
    background: $card; border: 1px solid $border; border-radius: ${card_radius}px;
}
QFrame[role="toast"] { background: $ink; border: none; border-radius: 8px; }
QFrame[role="toast"] QLabel { color: $ground; }
QFrame[role="toast"] QPushButton {
    background: transparent; color: $ground; border: none; text-decoration: underline;
    padding: 0 4px;
    min-height: ${small}px; font-size: ${body}px;
}
""")
"""Of all themes; colours and sizes are filled in."""

STRONG_SHEET: Final = Template("""
QFrame[role="card"], QFrame[role="stage"], QFrame[role="highlight"], QFrame[role="segments"] {
    border: 1px solid $border;
}
QFrame[role="sidebar"] { border: none; border-right: 1px solid $border; }
QFrame[role="standing_note"] { border: none; border-bottom: 1px solid $border; }
QLabel[role="tag"] { border: 1px solid $accent_text; }
QPushButton, QToolButton[kind="secondary"], QPushButton:hover, QPushButton:pressed,
QToolButton[kind="secondary"]:hover, QToolButton[kind="secondary"]:pressed,
QPushButton[kind="danger"], QPushButton[kind="chip"], QToolButton[kind="chip"],
QPushButton[kind="chip"]:hover {
    border-color: $border;
}
QPushButton[kind="chip"], QToolButton[kind="chip"] {
    border-width: 1px; padding: 0 11px; min-height: ${filter_inner}px;
}
QPushButton[kind="quiet"]:hover, QPushButton[kind="quiet"]:pressed { border-color: transparent; }
QPushButton:disabled, QToolButton[kind="secondary"]:disabled, QPushButton[kind="primary"]:disabled {
    border: 1px dashed $line;
}
QPushButton[kind="quiet"]:disabled, QPushButton[kind="link"]:disabled,
QPushButton[kind="segment"]:disabled {
    border-color: transparent;
}
QPushButton[kind="chip"]:checked, QPushButton[kind="segment"]:checked {
    background: $ink; color: $ground;
}
QPushButton[kind="choice"]:checked, QPushButton[kind="filter"]:checked { border-width: 3px; }
QPushButton[kind="choice"]:checked { padding: 0 10px; }
QPushButton[kind="filter"]:checked { padding: 0 9px; }
QToolButton[kind="icon"]:checked { border: 2px solid $border; }
QComboBox QAbstractItemView { selection-background-color: $ink; selection-color: $ground; }
QTableView::item:selected, QListView::item:selected, QTreeView::item:selected {
    border: 2px solid $border;
}
QPushButton:hover, QToolButton[kind="secondary"]:hover { text-decoration: underline; }
QPushButton[kind="chip"]:checked:hover, QPushButton[kind="segment"]:checked:hover {
    background: $ink; color: $ground;
}
QMenu::item { border: 1px solid transparent; }
QMenu::item:selected { border-color: $border; }
QProgressBar { background: $line; }
QScrollBar::handle:vertical, QScrollBar::handle:horizontal { background: $line; }
QScrollBar::handle:vertical:hover, QScrollBar::handle:horizontal:hover { background: $border; }
""")
"""What high contrast adds: an edge around each ground, and the chosen one of several turned."""
