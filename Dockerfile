# Small image: the service, its lexicon and its pinned packages; runs as an ordinary user.
FROM python:3.13-slim

ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
WORKDIR /srv/evenhand

COPY requirements.txt .
RUN pip install --no-cache-dir --disable-pip-version-check -r requirements.txt \
    && useradd --system --no-create-home --shell /usr/sbin/nologin evenhand

COPY LICENSE CONTRIBUTING.md ./
COPY lexicon lexicon
COPY service service
# Checks the lexicon, and keeps its compiled form and that of the code for a quick start.
RUN python -m service compile && python -m compileall -q service

USER evenhand
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/readyz', timeout=2)"]
CMD ["gunicorn", "--config", "service/gunicorn.conf.py", "--bind", "0.0.0.0:8000", "service.app:create_app()"]
