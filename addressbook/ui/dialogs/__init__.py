"""Windows that ask or tell something; shown without a nested event loop."""
