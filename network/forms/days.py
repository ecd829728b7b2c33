"""Days with which every rule of a year, and every calendar, can still reckon; the same as in an import."""

from datetime import date

from django.core.validators import MaxValueValidator, MinValueValidator

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)
WITHIN_REACH = (MinValueValidator(FIRST_DAY), MaxValueValidator(LAST_DAY))
