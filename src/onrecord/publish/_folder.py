"""The folder that a dossier is written to. What an earlier dossier left there goes; what a person put there stays."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from onrecord.errors import InputError

MARKER = ".onrecord-dossier"


class Folder:
    """Writes the files of a dossier, then removes those of an earlier dossier that were not written again.

    The marker lists what onrecord wrote, a name a line, from before each file is written, so that a dossier that was
    interrupted can be cleared as well. Raises InputError for a folder that holds something but no marker.
    """

    def __init__(self, path: Path) -> None:
        self.path, self._marker = path, path / MARKER
        if path.exists() and not path.is_dir():
            raise InputError("this is a file.", path=path, advice="Name a folder for the dossier.")
        if path.is_dir() and not self._marker.is_file() and any(path.iterdir()):
            raise InputError(
                "this folder holds something else than a dossier.",
                path=path,
                advice="Name an empty or a new folder; nothing was changed.",
            )
        self._written: set[str] = set()
        path.mkdir(parents=True, exist_ok=True)
        self._marker.touch()
        self._earlier = frozenset(self._marker.read_text(encoding="utf-8", errors="replace").splitlines())

    def write(self, name: str, content: str) -> Path:
        """Write one file, as UTF-8 with newlines as they are; `name` is its path within the folder, with slashes."""
        with self._marker.open("a", encoding="utf-8", newline="\n") as marker:
            marker.write(f"{name}\n")
        self._written.add(name)
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8", errors="replace"))
        return path

    def close(self) -> None:
        """Remove what an earlier dossier left, and list in the marker what there is now."""
        for name in sorted(self._earlier - self._written):
            if _is_within(name):
                (self.path / name).unlink(missing_ok=True)
        for folder in sorted({PurePosixPath(name).parent for name in self._earlier if _is_within(name)}):
            path = self.path / folder
            if path != self.path and path.is_dir() and not any(path.iterdir()):
                path.rmdir()
        self._marker.write_bytes("".join(f"{name}\n" for name in sorted(self._written)).encode())


def _is_within(name: str) -> bool:
    path = PurePosixPath(name)
    return bool(name) and not path.is_absolute() and ".." not in path.parts and "\\" not in name
