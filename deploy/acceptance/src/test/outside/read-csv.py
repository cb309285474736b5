"""Reads CSV files with pandas, as it does when nobody tells it more, and prints what it saw: file, municipality, indicator, status, figure and its bounds, a line each."""

import json
import sys
from pathlib import Path

import pandas


def seen(field):
    """What pandas takes for absent is null, and its own kinds of number are JSON's."""
    return None if pandas.isna(field) else field.item() if hasattr(field, "item") else field


def flat(table):
    for _, row in table.iterrows():
        figure = row["text"] if pandas.isna(row["value"]) else row["value"]
        yield row["municipalityCode"], row["indicator"], row["status"], figure, row["low"], row["high"]


def wide(table):
    indicators = [name for name in table.columns if name + "-status" in table.columns]
    for _, row in table.iterrows():
        for name in indicators:
            yield row["municipalityCode"], name, row[name + "-status"], row[name], row[name + "-low"], row[name + "-high"]


for path in sys.argv[1:]:
    table = pandas.read_csv(path)
    for figure in flat(table) if "indicator" in table.columns else wide(table):
        print(json.dumps([Path(path).name, *map(seen, figure)]))
