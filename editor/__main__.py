"""`communique` and `python -m editor`: with a verb the command line, without one the window."""

import sys

from editor import cli


def main() -> int:
    """Do what the command line says; open the window where it names files only, or nothing."""
    words = sys.argv[1:]
    files = cli.files_to_open(words)
    if files is None:
        return cli.main(words)
    if not cli.has_screen():
        return cli.without_window()
    try:
        from editor import app  # noqa: PLC0415 (Qt is loaded for the window alone)
    except ImportError as error:
        return cli.without_window(error)
    return app.main(files)


if __name__ == "__main__":
    sys.exit(main())
