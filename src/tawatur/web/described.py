"""What the OpenAPI document says of values that travel as lists."""

from typing import Any

import msgspec
from litestar.openapi.spec import OpenAPIType, Schema
from litestar.plugins import OpenAPISchemaPlugin
from litestar.typing import FieldDefinition


class ListedValues(OpenAPISchemaPlugin):
    """Structs such as ``Pointer`` are written ``["article", 3, 9]``, and the document says so."""

    def is_plugin_supported_field(self, field_definition: FieldDefinition) -> bool:
        """Whether a type is a struct that is written as a list."""
        kind = field_definition.annotation
        is_struct = isinstance(kind, type) and issubclass(kind, msgspec.Struct)
        return is_struct and bool(kind.__struct_config__.array_like)

    def to_openapi_schema(self, field_definition: FieldDefinition, schema_creator: Any) -> Schema:
        """A list of the struct's fields in their order."""
        fields = msgspec.structs.fields(field_definition.annotation)
        return Schema(
            type=OpenAPIType.ARRAY,
            description=", ".join(field.name for field in fields),
            prefix_items=[
                schema_creator.for_field_definition(FieldDefinition.from_annotation(field.type))
                for field in fields
            ],
            min_items=len(fields),
            max_items=len(fields),
        )
