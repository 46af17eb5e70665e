"""The wire: blocking, thread-safe, no Qt. Services use `client`, `region`, `pace` and `cancel`."""
