"""A mypy plugin: tells it what our middleware puts on every request, and history on every record."""

from collections.abc import Callable

from mypy.nodes import MDEF, SymbolTableNode, TypeInfo, Var
from mypy.plugin import AttributeContext, ClassDefContext, Plugin
from mypy.types import AnyType, Instance, Type, TypeOfAny

PUT_THERE = {
    "django.http.request.HttpRequest": ("network", "htmx"),
    "django.db.models.base.Model": ("_history_user", "_change_reason"),
}
# What it is, by where it was put; the rest may be anything.
OF_CLASS = {
    "django.http.request.HttpRequest.network": ("network.models.networks", "Network"),
    "django.http.request.HttpRequest.htmx": ("django_htmx.middleware", "HtmxDetails"),
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

    def get_attribute_hook(self, fullname: str) -> Callable[[AttributeContext], Type] | None:
        if fullname not in OF_CLASS:
            return None

        def typed(context: AttributeContext) -> Type:
            module, name = OF_CLASS[fullname]
            found = context.api.modules[module].names[name].node  # type: ignore[attr-defined]
            return Instance(found, []) if isinstance(found, TypeInfo) else context.default_attr_type

        return typed


def plugin(version: str) -> type[Plugin]:
    return TypedRequests
