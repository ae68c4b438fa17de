"""What the tests in real Anki share: import, what a card shows and should show, and the checks of a collection."""

import html
import re
import sys
import threading
from html.parser import HTMLParser

from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest


def import_log(col, path, **options):
    """GUIDs of the notes that are new, updated, duplicate and conflicting."""
    request = ImportAnkiPackageRequest(package_path=path, options=ImportAnkiPackageOptions(**options))
    log = col.import_anki_package(request).log
    # Anki's Python side remembers note types as they were.
    col.models._clear_cache()
    guids = dict(col.db.all("select id, guid from notes"))
    of = lambda notes: {guids[note.id.nid] for note in notes}
    parts = [of(log.new), of(log.updated), of(log.duplicate), of(log.conflicting)]
    assert sum(map(len, parts)) == log.found_notes, "a note is in no part of the log, or in two"
    return parts


def import_deck(col, path, **options):
    """Numbers of the same."""
    return tuple(map(len, import_log(col, path, **options)))


class Page(HTMLParser):
    """
    The texts between the tags of a rendered side; an image counts as its alternative text. `outside` are those that stand in
    no box for math; such a box holds one text and nothing else.
    """

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.texts = []
        self.outside = []
        self.hidden = 0
        self.in_math = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attributes):
        if tag in ("style", "script"):
            self.hidden += 1
        self.in_math = dict(attributes).get("class") == "math"
        if tag == "img":
            self.texts.append((dict(attributes).get("alt") or "").replace("\u2060", ""))

    def handle_endtag(self, tag):
        if tag in ("style", "script"):
            self.hidden -= 1
        self.in_math = False

    def handle_data(self, data):
        if self.hidden:
            return
        self.texts.append(data)
        if not self.in_math:
            self.outside.append(data)


def visible(text):
    """The characters of a plain text without blanks, marks around math and word joiners."""
    return re.sub(r"\\[()\[\]]|[\s\u00a0\u2060]", "", text)


def shown(page):
    """The same of HTML."""
    return visible("".join(Page(page).texts))


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


def check_collection(col, is_fresh=True):
    """An older image is unused after an update, and stays."""
    cards = col.card_count()
    message, ok = col.fix_integrity()
    assert ok, message
    assert col.card_count() == cards, "Anki made cards of its own"
    assert not col.get_empty_cards().notes, "the deck has empty cards"
    media = col.media.check()
    assert not media.missing, f"missing media: {list(media.missing)}"
    assert not (is_fresh and media.unused), f"unused media: {list(media.unused)}"


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


def run(main):
    """Runs the test in a thread of its own: Anki prints a stack for every slow call on the main thread. Exits with 1 if it fails."""
    failures = []
    threading.excepthook = lambda failure: (failures.append(failure), threading.__excepthook__(failure))
    worker = threading.Thread(target=main, args=sys.argv[1:])
    worker.start()
    worker.join()
    sys.exit(1 if failures else 0)
