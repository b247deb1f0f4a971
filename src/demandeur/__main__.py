"""``python -m demandeur`` is the command ``demandeur``."""

from demandeur.command import main

if __name__ == "__main__":
    main(prog_name="demandeur")
