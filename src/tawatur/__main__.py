"""``python -m tawatur`` is ``tawatur``."""

from tawatur.cli.main import main

if __name__ == "__main__":
    main()
