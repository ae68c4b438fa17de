"""Imports a deck of hostile texts and compares what real Anki shows with what the author wrote.

Usage: python inert.py DECK.apkg TEXTS.json    (made by hostile.mjs)
"""

import json
import os
import re
import tempfile
import unicodedata

from anki.collection import Collection
from common import Page, check_collection, import_deck, run

# Of a rendered page: what Anki's clients would still act on (qt/aqt/reviewer.py, rslib/src/card_rendering, rslib/src/latex.rs).
acted_on = re.compile(r"\[\[type:|\[/?(?:sound|anki):|\[/?(?:latex|\$\$?)\]|\{\{|class=[\"']?latex", re.IGNORECASE)
# Where MathJax begins, if both characters are in one text; it never joins two texts over a tag.
math = re.compile(r"\\[(\[]")


def squeeze(text):
    return unicodedata.normalize("NFC", re.sub(r"[\s\u00a0]", "", text))


def check_side(where, page, expected):
    parsed = Page(page)
    seen = squeeze("".join(parsed.texts))
    for text in expected:
        assert squeeze(text) in seen, f"the {where} does not show {text!r}: {seen}"
    # The script is ours, and tested by itself.
    markup = re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL)
    assert "templates/errors" not in page, f"template error on the {where}"
    assert not acted_on.search(markup), f"Anki reads {acted_on.search(markup).group()!r} on the {where}"
    opened = [text for text in parsed.outside if math.search(text)]
    assert not opened, f"MathJax reads {opened} on the {where}"


def main(deck, texts):
    with open(texts, encoding="utf-8") as file:
        cards = json.load(file)
    with tempfile.TemporaryDirectory() as folder:
        col = Collection(os.path.join(folder, "inert.anki2"))
        assert import_deck(col, os.path.abspath(deck)) == (len(cards), 0, 0, 0)
        check_collection(col)
        for card in map(col.get_card, col.find_cards("")):
            label = card.note()["ID"]
            for side, page in (("front", card.question()), ("back", card.answer())):
                check_side(f"{side} of {label}", page, cards[label][side])
            assert not card.question_av_tags() and not card.answer_av_tags(), f"sound on {label}"
        col.close()
    count = sum(len(texts) for card in cards.values() for texts in card.values())
    print(f"{count} texts on {len(cards)} cards shown as they were written")


run(main)
