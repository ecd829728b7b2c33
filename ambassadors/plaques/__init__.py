"""The plaque: one A4 landscape certificate per appointed person, for the web and for the printer.

    sheet.py     plain values: what stands on a plaque and in which house style
    fitting.py   how large the name and the text can be
    layout.py    those values as HTML (Django templates)
    drawing.py   the fixed part, drawn once as PDF operators
    images.py    portrait, initials card, signature, QR code
    painting.py  HTML to PDF with WeasyPrint; runs in a child process
    assembling.py  the fixed part, portrait and QR code join the page that was laid out
    prebuilt.py  PDF objects made once and copied into every file
    press.py     starts and guards those children
    merging.py   all plaques of a round in one file

Nothing here knows the database. What is slow to import is imported by the function that needs it.
"""
