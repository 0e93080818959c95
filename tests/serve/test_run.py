"""Starting the server, and what stands in its way."""

from __future__ import annotations

import signal
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path
from time import sleep

import pytest

import onrecord.serve as room
from onrecord.errors import InputError, OnrecordError, RecordError
from tests.publish import sample


def test_it_says_what_is_missing_and_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "NEEDED", ("starlette", "no_such_package"))

    with pytest.raises(OnrecordError, match=r'no_such_package.*pip install "\.\[web\]"'):
        room.serve(tmp_path / "r.onrecord", host="127.0.0.1", port=0, by=None, say=print)


def test_it_needs_a_record_and_an_address_of_this_machine(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="no such record"):
        room.serve(tmp_path / "none.onrecord", host="127.0.0.1", port=0, by=None, say=print)
    path = sample.record(tmp_path / "valley.onrecord").path
    for host in ("192.0.2.1", "no such host"):
        with pytest.raises(InputError):
            room.serve(path, host=host, port=0, by=None, say=print)


def first_page(address: str) -> str:
    """The overview, as soon as it is there; until then a page says how far it is."""
    for _ in range(600):
        status, told = asked(f"{address}index.html")
        if status != 503 or "One moment" not in told:
            return told
        sleep(0.1)
    return told


def asked(page: str) -> tuple[int, str]:
    """The status of a page, and what it says."""
    try:
        with urllib.request.urlopen(page) as answer:
            return answer.status, str(answer.read(), "utf-8")
    except urllib.error.HTTPError as error:
        return error.code, str(error.read(), "utf-8")


def test_the_command_serves_until_it_is_interrupted(tmp_path: Path) -> None:
    path = sample.record(tmp_path / "valley.onrecord").path
    command = [sys.executable, "-m", "onrecord", "serve", str(path), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as served:
        assert served.stdout is not None
        address = served.stdout.readline().strip()
        assert address.startswith("http://localhost:")
        assert "Who stands where" in first_page(address)
        served.send_signal(signal.SIGINT)
        _, said = served.communicate(timeout=60)
    assert said == ""
    assert served.returncode == 0
