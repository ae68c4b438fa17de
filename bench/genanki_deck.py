"""Reads notes from JSON lines and writes them as a deck with genanki. Prints the cost of the writing as a JSON line."""

import json
import os
import resource
import sys
import time

import genanki

notes_file, deck_file = sys.argv[1:3]
with open(notes_file, encoding="utf-8") as lines:
    head = json.loads(next(lines))
    notes = [json.loads(line) for line in lines]

# Kilobytes, but bytes on macOS.
megabyte = 2**20 if sys.platform == "darwin" else 2**10
base = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
start, used = time.perf_counter(), time.process_time()
models = {
    look["id"]: genanki.Model(
        look["id"],
        look["name"],
        fields=[{"name": field["name"]} for field in look["fields"]],
        templates=[
            {
                "name": look["template"]["name"],
                "qfmt": look["template"]["front"],
                "afmt": look["template"]["back"],
            }
        ],
        css=look["css"],
    )
    for look in head["noteTypes"]
}
decks = {deck["id"]: genanki.Deck(deck["id"], deck["name"]) for deck in head["decks"]}
for note in notes:
    decks[note["deckId"]].add_note(
        genanki.Note(models[note["noteTypeId"]], note["fields"], guid=note["guid"], tags=note["tags"])
    )
genanki.Package(list(decks.values())).write_to_file(deck_file)
seconds, cpu = time.perf_counter() - start, time.process_time() - used
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(
    json.dumps(
        {"seconds": seconds, "cpu": cpu, "megabytes": (peak - base) / megabyte, "bytes": os.path.getsize(deck_file)}
    )
)
