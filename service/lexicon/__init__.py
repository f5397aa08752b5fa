"""The curated data: model, reader, schema, lint rules, store."""
