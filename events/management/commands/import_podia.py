from events.actions.importing_podia import COLUMNS, plan_podia
from network.management.importing import ImportCommand


class Command(ImportCommand):
    help = f"Import podia from a CSV or XLSX file: {', '.join(column.name for column in COLUMNS)}."
    planner = staticmethod(plan_podia)
