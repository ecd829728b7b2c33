class Refused(Exception):
    """Something cannot be done like this; each reason is a sentence for whoever asked."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons
