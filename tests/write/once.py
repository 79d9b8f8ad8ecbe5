"""A validator for many reports that are alike: what stands in an array and was found good is known when it stands in another
one again, and not looked at twice. Nothing else changes: the same schema, every value, every fault."""

import hashlib
import json

import jsonschema


def validator(kind, schema):
    """A validator of that class of jsonschema (Draft202012Validator …) for one schema, which it checks first."""
    kind.check_schema(schema)
    good = set()
    every_item = kind.VALIDATORS["items"]

    def items(validator, rule, instance, parent):
        if not isinstance(rule, dict) or not validator.is_type(instance, "array") or "prefixItems" in parent:
            yield from every_item(validator, rule, instance, parent)
            return
        for index, item in enumerate(instance):
            text = json.dumps(item, sort_keys=True)
            known = id(rule), hashlib.blake2b(text.encode(), digest_size=16).digest()
            if known in good:
                continue
            errors = list(validator.descend(item, rule, path=index))
            if not errors:
                good.add(known)
            yield from errors

    return jsonschema.validators.extend(kind, {"items": items})(schema)
