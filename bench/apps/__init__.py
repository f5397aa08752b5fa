"""Apps that are measured: the service with an endpoint beside it, and a peer."""
