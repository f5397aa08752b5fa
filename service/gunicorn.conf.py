# ruff: noqa: N999  # the name that gunicorn itself looks for
"""Gunicorn's settings: `gunicorn --config service/gunicorn.conf.py 'service.app:create_app()'`.

Command line flags and GUNICORN_CMD_ARGS override what stands here. SIGHUP reads the lexicon again.
"""

import multiprocessing
from typing import Any

from service.web.engine import keeper_of

workers = multiprocessing.cpu_count()
worker_class = "gthread"
threads = 4  # a slow sender holds a thread, not a worker; the work itself takes milliseconds
timeout = 60
graceful_timeout = 30

# The lexicon is read once and shared by the workers' memory.
preload_app = True

# Method, path, status, size, time. Neither query strings nor addresses: a name looked up is nobody else's business.
accesslog = "-"
access_log_format = '%(t)s "%(m)s %(U)s" %(s)s %(B)s %(M)sms'
errorlog = "-"


def on_reload(server: Any) -> None:
    """SIGHUP: read the lexicon again before new workers start. A refused one changes nothing; /readyz says why."""
    keeper = keeper_of(server.app.wsgi())
    try:
        taken = keeper.reload()
    except Exception:  # whatever goes wrong with new data, the service keeps answering from the old
        server.log.exception("The lexicon could not be read again; the one in use stays.")
        return
    if taken:
        server.log.info("Lexicon %s is in use.", keeper.engine.lexicon.version)
    else:
        server.log.error("The new lexicon was refused: %s", keeper.refusal)
