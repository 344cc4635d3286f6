"""What a key costs on the two pages beside what it costs in novelWriter, with the same English text, in one sitting.

`python tests/benchmarks/beside_novelwriter.py [ROWS …]` (60 and 1,000 without arguments). novelWriter (GPL-3.0) is no
part of this program and none of its dependencies: it is installed from PyPI into an environment that is thrown away;
where it cannot be had, that is said and nothing is compared. CPU milliseconds a key, spelling on, what follows a pause
included; the pages carry both languages, marks, levels and one history. Nothing here passes or fails.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from keystrokes import KEYS, ROUNDS, UndoFilter, a_communique, measure
from PySide6.QtWidgets import QApplication

from editor.model.language import Language

DRIVER = Path(__file__).with_name("novelwriter_driver.py")
LETTERS = ("harbour lighthouse " * 20)[:KEYS]


def installed(folder):
    """Return the Python of an environment with novelWriter in it; None where it cannot be had."""
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    done = subprocess.run([python, "-m", "pip", "install", "--quiet", "novelWriter"], check=False)
    return python if done.returncode == 0 else None


def of_novelwriter(python, folder, count):
    """Open the English of a document in novelWriter and type in it; answers what the driver tells."""
    folder.mkdir()
    text = folder / "text.txt"
    english = (passage.text for row in a_communique(count).rows for passage in row[Language.EN])
    text.write_text("\n\n".join(english), encoding="utf-8")
    command = [python, DRIVER, folder, text, LETTERS, str(ROUNDS)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=600)
    return json.loads(done.stdout.splitlines()[-1])


def main():
    app = QApplication(sys.argv[:1])
    UndoFilter(app)
    with tempfile.TemporaryDirectory() as folder:
        python = installed(Path(folder) / "environment")
        if python is None:
            print("novelWriter could not be installed from PyPI: nothing is compared.")
            return
        for count in [int(one) for one in sys.argv[1:]] or [60, 1000]:
            theirs = of_novelwriter(python, Path(folder) / str(count), count)
            ours = measure(app, count)
            cost = statistics.median(theirs["costs"]) * 1e3
            print(
                f"   novelWriter {theirs['version']}: {cost:.2f} ms CPU a key, pages {ours:.2f}, "
                f"ratio {ours / cost:.2f}; "
                f"it opened its one language in {theirs['opened'] * 1e3:.0f} ms"
            )


if __name__ == "__main__":
    main()
