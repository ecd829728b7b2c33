from ambassadors.actions.importing_pauses import COLUMNS, plan_pauses
from network.management.importing import ImportCommand


class Command(ImportCommand):
    help = f"Import pauses from a CSV or XLSX file: {', '.join(column.name for column in COLUMNS)}."
    planner = staticmethod(plan_pauses)
