from django.http import HttpRequest


def network(request: HttpRequest) -> dict:
    return {"network": getattr(request, "network", None)}
