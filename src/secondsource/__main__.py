"""`python -m secondsource` does what `secondsource` does."""

from secondsource.cli import main

if __name__ == "__main__":
    main()
