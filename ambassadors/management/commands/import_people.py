from ambassadors.actions.importing_people import COLUMNS, plan_people
from network.management.importing import ImportCommand


class Command(ImportCommand):
    help = f"Import people from a CSV or XLSX file: {', '.join(column.name for column in COLUMNS)}."
    planner = staticmethod(plan_people)
