"""A business card on paper and on the last slide.

    sheet.py    what stands on a card, and ten of them on a page of A4 as HTML
    child.py    HTML to PDF, in a child process that reaches nothing
    press.py    starts that child and waits, not too long
    slide.py    the picture for the last slide

Nothing here knows the database.
"""
