"""Command: ``python -m demandeur.training DATA OUT``, which trains the attitude model anew."""

import sys
from pathlib import Path

import click

from demandeur.article import InputError
from demandeur.training.examples import STANCES
from demandeur.training.fitting import Plan
from demandeur.training.making import RUNS, make

EPOCHS, SEED = 3, 1


@click.command(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120})
@click.argument("data", type=click.Path(path_type=Path))
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--epochs", default=EPOCHS, show_default=True, help="How often to go through the examples.")
@click.option("--seed", default=SEED, show_default=True, help="Of every draw.")
@click.option(
    "--runs",
    type=click.IntRange(min=1),
    default=RUNS,
    show_default=True,
    help="How many networks to train and average.",
)
@click.option("--texts", type=click.Path(path_type=Path), help="JSON lines with texts, which a teacher judges.")
@click.option("--stances", type=click.Path(path_type=Path), default=STANCES, help="Folder of where actors stand.")
def main(data: Path, out: Path, epochs: int, seed: int, runs: int, texts: Path | None, stances: Path) -> None:
    """Train the attitude model on the sentences in the folder DATA and write it, with its card, to the folder OUT.

    DATA holds newsmtsc_train.jsonl, in NewsMTSC's fields, and directed_train.jsonl and directed_valid.jsonl, in which
    [ ] mark two: what demandeur evaluate targets and demandeur evaluate directed read. Where actors stand on issues is
    learnt from the folder that --stances names. With --texts, a network eight times as costly is trained first, and
    what it says of sentences of those texts, and of others who are named in the sentences of DATA, is learnt too. A run
    that was interrupted goes on at its last whole epoch. Copy what comes out to src/demandeur/models/attitudes to use
    it.
    """
    try:
        make(data, out, Plan(epochs=epochs, seed=seed), texts, stances, runs)
    except InputError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
