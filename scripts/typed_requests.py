"""A mypy plugin: tells it what our middleware puts on every request, and history on every record."""

from collections.abc import Callable

from mypy.nodes import MDEF, SymbolTableNode, Var
from mypy.plugin import ClassDefContext, Plugin
from mypy.types import AnyType, TypeOfAny

PUT_THERE = {
    "django.http.request.HttpRequest": ("network", "htmx"),
    "django.db.models.base.Model": ("_history_user", "_change_reason"),
}


def add_attributes(context: ClassDefContext) -> None:
    for name in PUT_THERE[context.cls.fullname]:
        variable = Var(name, AnyType(TypeOfAny.explicit))
        variable.info = context.cls.info
        variable._fullname = f"{context.cls.fullname}.{name}"
        context.cls.info.names[name] = SymbolTableNode(MDEF, variable)


class TypedRequests(Plugin):
    def get_customize_class_mro_hook(self, fullname: str) -> Callable[[ClassDefContext], None] | None:
        return add_attributes if fullname in PUT_THERE else None


def plugin(version: str) -> type[Plugin]:
    return TypedRequests
