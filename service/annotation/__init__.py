"""From a text to annotations: gazetteer, matching, context, assembly."""
