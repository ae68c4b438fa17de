"""Takes a learner of real Anki from the first edition of a guide to the second and third, with every import option.

Usage: python update.py FOLDER    (edition-<n>.apkg, edition-<n>.json and differences.json, made by editions.mjs)
"""

import itertools
import json
import os
import shutil
import tempfile

from anki.collection import Collection
from anki.import_export_pb2 import ImportAnkiPackageUpdateCondition as Condition
from common import check_cards, check_collection, expectations, import_log, run

IF_NEWER, ALWAYS, NEVER = (
    getattr(Condition, f"IMPORT_ANKI_PACKAGE_UPDATE_CONDITION_{name}") for name in ("IF_NEWER", "ALWAYS", "NEVER")
)
conditions = {"if newer": IF_NEWER, "always": ALWAYS, "never": NEVER}


def guids(part):
    return set(part.values())


class Learner:
    """A collection in a folder of its own, as a copy of another learner's."""

    def __init__(self, parent, name, other=None):
        self.folder = os.path.join(parent, name)
        shutil.copytree(other.folder, self.folder) if other else os.mkdir(self.folder)
        self.col = Collection(os.path.join(self.folder, "collection.anki2"))

    def close(self):
        self.col.close()

    def note(self, guid):
        return self.col.get_note(self.col.db.scalar("select id from notes where guid = ?", guid))

    def cards(self):
        """Everything that a learner's work has made of the cards, and the log of reviews."""
        return self.col.db.all("select * from cards order by id"), self.col.db.all("select * from revlog order by id")

    def type_names(self):
        return sorted(each.name for each in self.col.models.all_names_and_ids())

    def deck_of(self, guid):
        card = self.note(guid).cards()[0]
        return self.col.decks.name(card.odid or card.did)


def study(learner, differences):
    """Reviews, and everything else that a learner does to cards: each to some that the second edition changes and to some not."""
    col = learner.col
    updated, same = (
        [learner.note(guid).cards()[0].id for guid in differences[part].values()] for part in ("updated", "same")
    )
    col.decks.select(col.decks.id_for_name("GLD-01"))
    for ease in (3, 1, 4, 2, 3, 3, 4):
        card = col.sched.getCard()
        card.start_timer()
        col.sched.answerCard(card, ease)
    assert col.db.scalar("select count() from revlog") == 7
    col.sched.set_due_date([*updated[:4], *same[:4]], "3-9")
    col.sched.suspend_cards([updated[0], updated[4], same[0]])
    col.sched.bury_cards([updated[1], same[1]])
    col.set_user_flag_for_cards(3, [updated[2], same[2]])
    own = col.decks.id("My own")
    col.set_deck([updated[3], same[3]], own)
    preset = col.decks.add_config("Ten a day")["id"]
    deck = col.decks.by_name("GLD-01::D1::Questions")
    col.decks.set_config_id_for_deck_dict(deck, preset)
    filtered = col.sched.get_or_create_filtered_deck(0)
    filtered.name = "Cram"
    unseen = [[id for id in part if col.get_card(id).queue == 0][-1] for part in (updated, same)]
    del filtered.config.search_terms[1:]
    filtered.config.search_terms[0].search = f"cid:{unseen[0]},{unseen[1]}"
    assert col.sched.add_or_update_filtered_deck(filtered).id
    assert col.db.scalar("select count() from cards where odid != 0") == 2
    terms = col.models.by_name("certpress term (en)")
    terms["css"] += ".mine {}"
    col.models.update_dict(terms)
    basic = col.new_note(col.models.by_name("Basic"))
    basic["Front"] = "mine"
    col.add_note(basic, own)


def first_edition(parent, folder, differences):
    learner = Learner(parent, "first")
    package = os.path.join(folder, "edition-1.apkg")
    parts = import_log(learner.col, package)
    everything = parts[0]
    assert parts == [everything, set(), set(), set()] and everything
    assert everything == guids(differences["updated"]) | guids(differences["same"])
    check_collection(learner.col)
    before = learner.cards()
    assert import_log(learner.col, package) == [set(), set(), everything, set()], "the same file again changes notes"
    assert learner.cards() == before
    study(learner, differences)
    learner.close()
    return learner


def check_rendered(col):
    for card_id in col.find_cards(""):
        card = col.get_card(card_id)
        assert "templates/errors" not in card.question() + card.answer()


def restyled(col):
    """Of how many of our note types the second edition's templates and sheet have come."""
    types = [kind for kind in col.models.all() if kind["name"].startswith("certpress")]
    sheets = [".restyled" in kind["css"] for kind in types]
    assert sheets == ["restyled" in kind["tmpls"][0]["qfmt"] + kind["tmpls"][0]["afmt"] for kind in types]
    return sum(sheets)


def check_untouched(learner, before, added):
    """What no import may change: cards, reviews, and the learner's own deck, preset and note. Cards that come are new."""
    col = learner.col
    cards, reviews = learner.cards()
    known = {card[0] for card in before[0]}
    assert ([card for card in cards if card[0] in known], reviews) == before, "a card or review has changed"
    fresh = [card for card in cards if card[0] not in known]
    assert {col.get_card(card[0]).note().guid for card in fresh} == added
    assert all(col.get_card(card[0]).type == 0 and col.get_card(card[0]).queue == 0 for card in fresh)
    name = col.decks.config_dict_for_deck_id(col.decks.id_for_name("GLD-01::D1::Questions"))["name"]
    assert name == "Ten a day", f"the learner's preset is now {name}"
    assert len(col.find_notes('deck:"My own" Front:mine')) == 1


def check_option(parent, folder, base, differences, options):
    """The second edition with the given options. What the learner has edited since, a note or a sheet, gives way to `always` alone."""
    learner = Learner(parent, "option", base)
    col = learner.col
    mine = learner.note(differences["same"]["untouched"])
    mine["Explanation"] += " My remark."
    mine.tags.append("mine")
    col.update_note(mine)
    before, types, schema = learner.cards(), learner.type_names(), col.db.scalar("select scm from col")
    kinds = sum(name.startswith("certpress") for name in types)
    package = os.path.join(folder, "edition-2.apkg")
    new, updated, duplicate, conflicting = import_log(col, package, **options)
    expected = {
        IF_NEWER: guids(differences["updated"]),
        ALWAYS: guids(differences["updated"]) | {mine.guid},
        NEVER: set(),
    }[options["update_notes"]]
    assert new == guids(differences["new"])
    assert updated == expected
    assert duplicate == (guids(differences["updated"]) | guids(differences["same"])) - expected
    assert not conflicting
    assert ("My remark." in learner.note(mine.guid)["Explanation"]) == (options["update_notes"] != ALWAYS)
    assert ("mine" in learner.note(mine.guid).tags) == (options["update_notes"] != ALWAYS)
    assert learner.type_names() == types, "the note types have changed"
    assert col.db.scalar("select scm from col") == schema, "the import forces a full sync"
    look = {IF_NEWER: kinds - 1, ALWAYS: kinds, NEVER: 0}[options["update_notetypes"]]
    assert restyled(col) == look, f"{restyled(col)} note types have the new look, expected {look}"
    check_untouched(learner, before, new)
    check_rendered(col)
    check_collection(col, is_fresh=False)
    check_untouched(learner, before, new)
    assert import_log(col, package, **options)[0] == set(), "notes are added twice"
    learner.close()
    shutil.rmtree(learner.folder)


def check_default(parent, folder, base, differences):
    """With Anki's defaults every card is as the JSON of its edition says; the third edition changes nothing."""
    learner = Learner(parent, "default", base)
    col = learner.col
    col.remove_notes(col.find_notes("Front:mine"))
    before = learner.cards()
    import_log(col, os.path.join(folder, "edition-2.apkg"))
    with open(os.path.join(folder, "edition-2.json"), encoding="utf-8") as file:
        expected = expectations(json.load(file))
    with open(os.path.join(folder, "edition-1.json"), encoding="utf-8") as file:
        front, back = expectations(json.load(file))["taken-out"]
    # Its image may be gone, so it is shipped with the alternative text.
    banner = "Retired with edition 2027-05"
    check_cards(col, {**expected, "taken-out": ([banner, *front], [banner, *back])})
    assert [col.get_note(id).guid for id in col.find_notes("tag:retired::*")] == [differences["updated"]["taken-out"]]
    assert "edition 2027-05" in col.decks.by_name("GLD-01")["desc"]
    after = learner.cards()
    assert after[1] == before[1]
    notes = col.db.all("select * from notes order by id")
    parts = import_log(col, os.path.join(folder, "edition-3.apkg"))
    known = (guids(differences["updated"]) | guids(differences["same"]) | guids(differences["new"])) - {
        differences["updated"]["taken-out"]
    }
    assert parts == [set(), set(), known, set()], "an edition that changes nothing changes notes"
    assert col.db.all("select * from notes order by id") == notes and learner.cards() == after
    assert "edition 2027-11" in col.decks.by_name("GLD-01")["desc"]
    learner.close()


def check_renamed_deck(parent, folder, base, differences):
    """Cards stay in a deck that the learner has renamed; what is new comes into a deck of the old name."""
    learner = Learner(parent, "renamed", base)
    col = learner.col
    col.decks.rename(col.decks.by_name("GLD-01"), "Coffee::Exam")
    places = {guid: learner.deck_of(guid) for part in ("updated", "same") for guid in differences[part].values()}
    assert any(name.startswith("Coffee::Exam::D1") for name in places.values())
    before, types, schema = learner.cards(), learner.type_names(), col.db.scalar("select scm from col")
    new, updated, _, conflicting = import_log(col, os.path.join(folder, "edition-2.apkg"))
    assert (new, updated, conflicting) == (guids(differences["new"]), guids(differences["updated"]), set())
    assert learner.cards()[1] == before[1]
    assert {guid: learner.deck_of(guid) for guid in places} == places
    assert learner.deck_of(*new) == "GLD-01::D1::Questions"
    assert learner.type_names() == types and col.db.scalar("select scm from col") == schema
    check_rendered(col)
    check_collection(col, is_fresh=False)
    learner.close()


def check_own_field(parent, folder, base, differences, merge):
    """
    A field that the learner has added to a note type. Anki then leaves that type's notes alone and makes a copy of the type
    for what is new, once. Merging takes the update and keeps the field, but empties it in the notes that are updated. The
    other types' notes are updated either way.
    """
    learner = Learner(parent, f"field {merge}", base)
    col = learner.col
    kind = col.models.by_name("certpress choice (en)")
    mods = col.db.all("select mod + 60, id from notes")
    col.models.add_field(kind, col.models.new_field("Mnemonic"))
    col.models.update_dict(kind)
    edited, untouched = differences["updated"]["stem-edited"], differences["same"]["untouched"]
    for note in map(learner.note, (edited, untouched)):
        note["Mnemonic"] = "mine"
        col.update_note(note)
    # Anki writes all notes of the type at the time of the change, which lies between the editions.
    col.db.executemany("update notes set mod = ? where id = ?", mods)
    before, types = learner.cards(), learner.type_names()
    package = os.path.join(folder, "edition-2.apkg")
    parts = import_log(col, package, merge_notetypes=merge)
    ours = {guid for guid in guids(differences["updated"]) | guids(differences["same"]) if learner.note(guid).mid == kind["id"]}
    assert parts[0] == guids(differences["new"])
    assert parts[1] == guids(differences["updated"]) - (set() if merge else ours)
    assert parts[3] == (set() if merge else ours)
    assert learner.note(edited)["Mnemonic"] == ("" if merge else "mine")
    assert learner.note(untouched)["Mnemonic"] == "mine"
    assert ("too weak" in learner.note(edited)["Stem"]) == merge
    assert learner.type_names() == types if merge else len(learner.type_names()) == len(types) + 1
    check_untouched(learner, before, parts[0])
    check_rendered(col)
    check_collection(col, is_fresh=False)
    again = learner.type_names()
    assert import_log(col, package, merge_notetypes=merge)[0] == set()
    assert learner.type_names() == again, "another copy of the note type"
    learner.close()


def main(folder):
    with open(os.path.join(folder, "differences.json"), encoding="utf-8") as file:
        differences = json.load(file)
    switches = ("merge_notetypes", "with_scheduling", "with_deck_configs")
    choices = [
        {"update_notes": notes, "update_notetypes": types, **dict(zip(switches, on))}
        for notes in conditions.values()
        for types in conditions.values()
        for on in itertools.product((False, True), repeat=len(switches))
    ]
    with tempfile.TemporaryDirectory() as parent:
        base = first_edition(parent, folder, differences)
        check_default(parent, folder, base, differences)
        check_renamed_deck(parent, folder, base, differences)
        for merge in (False, True):
            check_own_field(parent, folder, base, differences, merge)
        for options in choices:
            try:
                check_option(parent, folder, base, differences, options)
            except Exception as error:
                raise AssertionError(f"with {options}") from error
    print(f"three editions, {len(choices)} ways to import the second, a renamed deck, a learner's field")


run(main)
