"""The project's notebooks as papermill would leave them, for an analysis that is there already: no kernel, no wait."""

import ast
from pathlib import Path

import nbformat

from demandeur import evidence, findings, model_card, pictures, provenance, readable, saving, targets
from demandeur.report import find_notebooks


def notebooks(analysis) -> list[nbformat.NotebookNode]:
    """Return the notebooks of a report with the outputs that their cells show for this analysis."""
    return [_executed(path, analysis) for path in find_notebooks()]


def _executed(path: Path, analysis) -> nbformat.NotebookNode:
    notebook = nbformat.read(path, as_version=4)
    modules = (evidence, findings, model_card, pictures, provenance, readable, saving, targets)
    names = {module.__name__.split(".")[-1]: module for module in modules} | {"analysis": analysis}
    for cell in notebook.cells:
        if cell.cell_type != "code" or cell.id == "analysis":
            continue
        body = ast.parse(cell.source).body
        shown = body.pop() if isinstance(body[-1], ast.Expr) else None
        exec(compile(ast.Module(body, []), str(path), "exec"), names)
        value = eval(compile(ast.Expression(shown.value), str(path), "eval"), names) if shown else None
        if hasattr(value, "_repr_html_"):
            data = {"text/html": value._repr_html_(), "text/plain": repr(value)}
            cell.outputs = [nbformat.v4.new_output("execute_result", data=data)]
    return notebook
