"""Imports one deck into real Anki and compares what it shows with the JSON of the same guide.

Usage: python verify.py DECK.apkg BANK.json
"""

import html
import json
import os
import re
import sys
import tempfile
import threading

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest


def import_deck(col, path):
    """Numbers of new, updated, duplicate and conflicting notes."""
    request = ImportAnkiPackageRequest(package_path=path, options=ImportAnkiPackageOptions())
    log = col.import_anki_package(request).log
    return len(log.new), len(log.updated), len(log.duplicate), len(log.conflicting)


def visible(text):
    """The characters of a plain text without blanks, marks around math and word joiners."""
    return re.sub(r"\\[()\[\]]|[\s\u00a0\u2060]", "", text)


def shown(page):
    """The same of HTML; an image counts as its alternative text."""
    page = re.sub(r"<style>.*?</style>", "", page, flags=re.S)
    page = re.sub(r'<img\b[^>]*?\balt="([^"]*)"[^>]*>', r"\1", page)
    return visible(html.unescape(re.sub(r"<[^>]*>", "", page)))


def expectations(bank):
    """By the id on the card: what its front and its back show."""
    cards = {}
    for item in bank["items"]:
        entries = [e for part in ("choices", "steps", "prompts", "matches") for e in item.get(part, [])]
        headings = [heading["text"] for heading in item.get("headings", {}).values()]
        front = [item["stem"]["text"], *headings, *(entry["content"]["text"] for entry in entries)]
        rationales = [entry["rationale"]["text"] for entry in entries if "rationale" in entry]
        references = [reference["title"] for reference in item["references"]]
        cards[item["id"]] = (front, [*front, item["explanation"]["text"], *rationales, *references])
    sections = [section for domain in bank["domains"] for section in domain["sections"]]
    topics = [topic for section in sections for topic in section["topics"]]
    for topic in topics:
        for fact in topic["facts"]:
            cards[f"{topic['id']}/{fact['id']}"] = ([topic["title"], fact["lead"]], [fact["body"]["text"]])
    for table in (table for part in (*sections, *topics) for table in part["tables"]):
        for row in table["rows"]:
            cells = [text for name, cell in row["cells"].items() for text in (name, cell["text"]) if cell["text"] != row["key"]]
            key = next((name for name, cell in row["cells"].items() if cell["text"] == row["key"]), None)
            cards[f"{table['kind']}/{row['key']}"] = ([row["key"]], [text for text in cells if text != key])
    for term in bank["glossary"]:
        cards[f"glossary/{term['id']}"] = ([term["term"]], [term["definition"]["text"]])
    return cards


def check_collection(col):
    cards = col.card_count()
    message, ok = col.fix_integrity()
    assert ok, message
    assert col.card_count() == cards, "Anki made cards of its own"
    assert not col.get_empty_cards().notes, "the deck has empty cards"
    media = col.media.check()
    assert not media.missing, f"missing media: {list(media.missing)}"
    assert not media.unused, f"unused media: {list(media.unused)}"


def check_cards(col, expected):
    seen = set()
    for card_id in col.find_cards(""):
        card = col.get_card(card_id)
        label = html.unescape(re.sub(r"<[^>]*>", "", card.note().fields[0]))
        assert label in expected, f"a card that the bank does not have: {label}"
        seen.add(label)
        for side, page, texts in zip(("front", "back"), (card.question(), card.answer()), expected[label]):
            where = f"{side} of {label}"
            assert "templates/errors" not in page, f"template error on the {where}"
            assert "[[" not in shown(page).replace("[[type:", ""), f"unfilled word on the {where}"
            assert 'class="latex"' not in page, f"LaTeX on the {where}"
            for line in (line for text in texts for line in text.split("\n")):
                assert visible(line) in shown(page), f"the {where} does not show: {line}"
        assert visible(label) in shown(card.answer()), f"no id on the back of {label}"
        assert not card.question_av_tags() and not card.answer_av_tags(), f"sound on {label}"
    assert seen == set(expected), f"no card for: {sorted(set(expected) - seen)}"


def check_places(col, bank):
    code = bank["exam"]["code"]
    for name in (deck.name for deck in col.decks.all_names_and_ids() if deck.name != "Default"):
        assert name == code or name.startswith(f"{code}::"), f"unexpected deck {name}"
    due = [row[0] for row in col.db.all("select due from cards order by due")]
    assert len(set(due)) == len(due) and due[0] > 0 and due[-1] < 1_000_000, "new cards have no order"


def main(deck, bank_path):
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


# Anki prints a stack for every slow call on the main thread; a failure in another thread does not end the process by itself.
failures = []
threading.excepthook = lambda failure: (failures.append(failure), threading.__excepthook__(failure))
worker = threading.Thread(target=main, args=[os.path.abspath(path) for path in sys.argv[1:3]])
worker.start()
worker.join()
sys.exit(1 if failures else 0)
