"""Fields: a label, a control, and beside it in words what stands against what was typed. No Save anywhere."""

from ui.fields.choice import ChoiceField, ManyField
from ui.fields.clock import ClockField
from ui.fields.day import DayField
from ui.fields.field import Field
from ui.fields.line import LineField, NumberField
from ui.fields.money import MoneyField
from ui.fields.text import ListField, TextField

__all__ = [
    "ChoiceField",
    "ClockField",
    "DayField",
    "Field",
    "LineField",
    "ListField",
    "ManyField",
    "MoneyField",
    "NumberField",
    "TextField",
]
