# ruff: noqa: N999  # the name that gunicorn itself looks for
"""Gunicorn's settings: `gunicorn --config service/gunicorn.conf.py 'service.app:create_app()'`.

Command line flags and GUNICORN_CMD_ARGS override what stands here. SIGHUP reads the lexicon again.
"""

import gc
import multiprocessing
from typing import Any

from service.web.engine import keeper_of

workers = multiprocessing.cpu_count()
worker_class = "gthread"  # unlike sync workers, these keep connections open, idle ones at no thread's cost
threads = (
    4  # a slow sender holds a thread, not a worker; 1 to 8 threads answered alike under load, as one works at a time
)
keepalive = 75  # seconds; longer than proxies keep a connection (60), so that it is not closed on one that sends
limit_request_line = 8190  # bytes, gunicorn's most: an address may bring a text (/?text=…)
timeout = 60
graceful_timeout = 30

# The lexicon is read once and shared by the workers' memory.
preload_app = True

# Method, path, status, size, time. Neither query strings nor addresses: a name looked up is nobody else's business.
accesslog = "-"
access_log_format = '%(t)s "%(m)s %(U)s" %(s)s %(B)s %(M)sms'
errorlog = "-"

control_socket_disable = True  # signals do; nothing is left in a home directory that may not be there


_REHEARSALS = 10  # Python readies code for speed within about eight calls


def when_ready(server: Any) -> None:
    """Answer a question a few times before there are workers: what the first calls make ready is then shared by all."""
    if not server.cfg.preload_app:
        return  # each worker makes its own app
    client = server.app.wsgi().test_client()
    for _ in range(_REHEARSALS):
        client.post("/v1/annotate", json={"text": "A rehearsal."})


def pre_fork(_server: Any, _worker: Any) -> None:
    """What is there before the workers stays shared: a collector that looks through it would copy it page by page."""
    gc.freeze()


def on_reload(server: Any) -> None:
    """SIGHUP: read the lexicon again before new workers start. A refused one changes nothing; /readyz says why."""
    keeper = keeper_of(server.app.wsgi())
    try:
        taken = keeper.reload()
    except Exception:  # whatever goes wrong with new data, the service keeps answering from the old
        server.log.exception("The lexicon could not be read again; the one in use stays.")
        return
    gc.unfreeze()  # the engine that was replaced may go
    gc.collect()
    if taken:
        server.log.info("Lexicon %s is in use.", keeper.engine.lexicon.version)
    else:
        findings = keeper.refusal.findings if keeper.refusal else ()
        server.log.error("The new lexicon was refused; the one in use stays.\n%s", "\n".join(map(str, findings)))
