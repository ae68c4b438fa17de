"""Imports one deck into real Anki and compares what it shows with the JSON of the same guide.

Usage: python verify.py DECK.apkg BANK.json
"""

import json
import os
import tempfile

from anki.collection import Collection
from common import check_cards, check_collection, expectations, import_deck, run


def check_places(col, bank):
    code = bank["exam"]["code"]
    for name in (deck.name for deck in col.decks.all_names_and_ids() if deck.name != "Default"):
        assert name == code or name.startswith(f"{code}::"), f"unexpected deck {name}"
    due = [row[0] for row in col.db.all("select due from cards order by due")]
    assert len(set(due)) == len(due) and due[0] > 0 and due[-1] < 1_000_000, "new cards have no order"


def main(deck, bank_path):
    deck = os.path.abspath(deck)
    with open(bank_path, encoding="utf-8") as file:
        bank = json.load(file)
    counts = bank["counts"]
    total = counts["items"] + counts["facts"] + counts["rows"] + counts["terms"]
    with tempfile.TemporaryDirectory() as folder:
        col = Collection(os.path.join(folder, "verify.anki2"))
        types = len(col.models.all_names_and_ids())
        result = import_deck(col, deck)
        assert result == (total, 0, 0, 0), f"new, updated, duplicate, conflicting: {result}, expected {total} new"
        assert col.note_count() == col.card_count() == total
        added = len(col.models.all_names_and_ids()) - types
        check_collection(col)
        check_places(col, bank)
        check_cards(col, expectations(bank))
        dump = [col.db.all(f"select * from {table} order by id") for table in ("notes", "cards")]
        schema = col.db.scalar("select scm from col")
        result = import_deck(col, deck)
        assert result == (0, 0, total, 0), f"second import: {result}, expected {total} duplicates"
        assert dump == [col.db.all(f"select * from {table} order by id") for table in ("notes", "cards")]
        assert schema == col.db.scalar("select scm from col"), "the second import forces a full sync"
        assert added == len(col.models.all_names_and_ids()) - types, "the second import adds note types"
        col.close()
    print(f"{deck}: {total} notes, {added} note types, imported twice, every card rendered")


run(main)
