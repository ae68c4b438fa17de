// Lets the learner answer on the card: shuffles what is asked, keeps what was picked, and shows it against the key on the
// back. Without this script every card reads and grades as it stands. One copy runs on each side; nothing stays behind but
// one entry of sessionStorage for each note, and one key listener that the next card replaces.
(function () {
  "use strict";
  var face = document.querySelector(".face");
  var words = face.dataset;
  var isFront = words.side === "front";
  var storeKey = "certpress:" + face.querySelector(".note-id").textContent;

  /* AnkiDroid opens a new page for the back and forgets globals; a private window may refuse storage. Hence both. */
  function save(state) {
    window.certpressState = { key: storeKey, value: state };
    try {
      sessionStorage.setItem(storeKey, JSON.stringify(state));
    } catch {
      /* The copy in the window serves. */
    }
  }
  function load() {
    try {
      var text = sessionStorage.getItem(storeKey);
      if (text) return JSON.parse(text);
    } catch {
      /* The copy in the window serves. */
    }
    var copy = window.certpressState;
    return copy && copy.key === storeKey ? copy.value : null;
  }

  function entriesOf(list) {
    return Array.prototype.slice.call(list ? list.children : []);
  }
  function idOf(entry) {
    return entry.dataset.k;
  }
  function idsOf(list) {
    return entriesOf(list).map(idOf);
  }

  /* Fisher and Yates: every order is equally likely. */
  function shuffle(list) {
    var entries = entriesOf(list);
    for (var last = entries.length - 1; last > 0; last--) {
      var other = Math.floor(Math.random() * (last + 1));
      var moved = entries[last];
      entries[last] = entries[other];
      entries[other] = moved;
    }
    if (!list.classList.contains("pinned")) entries.forEach((entry) => list.appendChild(entry));
  }
  function reorder(list, ids) {
    var entries = entriesOf(list);
    ids.forEach((id) => {
      var entry = entries.find((each) => idOf(each) === id);
      if (entry) list.appendChild(entry);
    });
  }

  function letterOf(place) {
    return String.fromCharCode(65 + place);
  }
  /* The back names each entry by the letter that it had on the front. */
  function relabel(ids, entryOf) {
    ids.forEach((id, place) => {
      Array.prototype.forEach.call(face.querySelectorAll(entryOf(id)), (entry) => {
        entry.querySelector(".label").textContent = letterOf(place);
      });
    });
  }

  function note(entry, text, isRight, content) {
    var mark = document.createElement("div");
    mark.className = isRight ? "pick right" : "pick wrong";
    mark.textContent = (isRight ? "✓ " : "✗ ") + text + (content ? ": " : "");
    /* Copied, not read as text, which would put Anki's and MathJax's marks together again. */
    if (content) Array.prototype.forEach.call(content.childNodes, (each) => mark.appendChild(each.cloneNode(true)));
    (entry.querySelector(".body") || entry).insertAdjacentElement("afterend", mark);
  }
  function verdict(isRight) {
    var line = face.querySelector(".verdict");
    line.textContent = isRight ? "✓ " + words.right : "✗ " + words.wrong;
    line.classList.add(isRight ? "right" : "wrong");
    line.hidden = false;
    /* A screen reader tells what changes in a card that it knows already, not what a new card comes with. */
    setTimeout(() => {
      face.querySelector(".told").textContent = isRight ? words.right : words.wrong;
    }, 300);
  }
  function same(a, b) {
    return a.length === b.length && a.every((id, index) => id === b[index]);
  }

  /* The text of an entry where no mark-up can stand; TeX comes without its marks. */
  function plainOf(entry) {
    var copy = entry.querySelector(".body").cloneNode(true);
    Array.prototype.forEach.call(copy.querySelectorAll(".math"), (math) => {
      math.textContent = math.textContent.slice(2, -2);
    });
    return copy.textContent.trim();
  }
  /* A control is named by the text beside it, so that code, tables and links in there stay what they are. */
  function labelBy(control, entry, place) {
    var body = entry.querySelector(".body");
    body.id = "entry-" + place;
    control.id = "control-" + place;
    control.setAttribute("aria-labelledby", body.id);
  }

  /* A tap anywhere on the entry, the browser's own keys, or Alt with the entry's number; bare digits grade in Anki. */
  function makeTappable(list, makeControl, act) {
    entriesOf(list).forEach((entry, place) => {
      var control = makeControl();
      control.classList.add("control");
      labelBy(control, entry, place);
      entry.classList.add("tappable");
      entry.insertBefore(control, entry.firstChild);
      entry.addEventListener("click", (event) => {
        if (!event.target.closest("a")) act(entry);
      });
      control.addEventListener("keydown", (event) => {
        if (event.key === " ") event.stopPropagation();
      });
    });
    window.certpressKeys = (event) => {
      var digit = /^Digit([1-9])$/.exec(event.code || "");
      var entry = digit && event.altKey && list.isConnected ? entriesOf(list)[Number(digit[1]) - 1] : null;
      if (!entry) return;
      event.preventDefault();
      act(entry);
    };
    document.addEventListener("keydown", window.certpressKeys);
  }
  function makeInput(type) {
    var input = document.createElement("input");
    input.type = type;
    input.name = "certpress";
    return input;
  }

  /* Picks as many entries as are asked for: one replaces another, of several a surplus one is left until one is taken back. */
  function pick(makeControl, show) {
    var list = face.querySelector(".choices");
    var total = Number(list.dataset.choose);
    var picked = [];
    shuffle(list);
    var update = () => {
      var isFull = total > 1 && picked.length >= total;
      entriesOf(list).forEach((entry) => {
        var place = picked.indexOf(idOf(entry)) + 1;
        var control = entry.querySelector(".control");
        entry.classList.toggle("on", place > 0);
        control.disabled = isFull && place === 0;
        show(control, place, entry);
      });
      list.classList.toggle("full", isFull);
      if (total > 1)
        face.querySelector(".count").textContent = words.chosen
          .replace("{count}", String(picked.length))
          .replace("{total}", String(total));
      save({ order: idsOf(list), picked: picked });
    };
    makeTappable(list, makeControl, (entry) => {
      var id = idOf(entry);
      if (picked.indexOf(id) >= 0) picked = picked.filter((each) => each !== id);
      else if (total === 1) picked = [id];
      else if (picked.length < total) picked = picked.concat(id);
      update();
    });
    update();
  }

  var kinds = {
    choice: {
      front: function () {
        var type = face.querySelector(".choices").dataset.choose === "1" ? "radio" : "checkbox";
        pick(
          () => makeInput(type),
          (input, place) => {
            input.checked = place > 0;
          },
        );
      },
      back: function (state) {
        var list = face.querySelector(".review");
        reorder(list, state.order);
        if (state.picked.length === 0) return;
        var keys = entriesOf(list).filter((entry) => entry.classList.contains("key"));
        entriesOf(list).forEach((entry) => {
          if (state.picked.indexOf(idOf(entry)) < 0) return;
          entry.classList.add("picked");
          note(entry, words.picked, entry.classList.contains("key"));
        });
        verdict(keys.length === state.picked.length && keys.every((entry) => state.picked.indexOf(idOf(entry)) >= 0));
      },
    },

    ordering: {
      front: function () {
        var makeButton = () => {
          var button = document.createElement("button");
          button.type = "button";
          return button;
        };
        pick(makeButton, (button, place, entry) => {
          button.textContent = place > 0 ? String(place) : "";
          button.setAttribute("aria-pressed", String(place > 0));
          button.setAttribute("aria-labelledby", button.id + " " + entry.querySelector(".body").id);
          if (place > 0) entry.dataset.place = String(place);
          else delete entry.dataset.place;
        });
      },
      back: function (state) {
        relabel(state.order, (id) => '.step[data-k="' + id + '"]');
        if (state.picked.length === 0) return;
        var right = idsOf(face.querySelector(".order"));
        entriesOf(face.querySelector(".order"))
          .concat(entriesOf(face.querySelector(".unused .steps")))
          .forEach((entry) => {
            var place = state.picked.indexOf(idOf(entry)) + 1;
            if (place === 0) return;
            note(entry, words.place.replace("{place}", String(place)), right[place - 1] === idOf(entry));
          });
        verdict(same(right, state.picked));
      },
    },

    matching: {
      front: function () {
        var prompts = face.querySelector(".prompts");
        var matches = face.querySelector(".matches");
        var picked = {};
        shuffle(matches);
        entriesOf(prompts).forEach((prompt, place) => {
          var select = document.createElement("select");
          /* Anki's MathJax would set what looks like TeX. */
          select.className = "tappable mathjax_ignore";
          labelBy(select, prompt, place);
          select.add(new Option(words.choose, ""));
          entriesOf(matches).forEach((match, index) => {
            select.add(new Option(letterOf(index) + " · " + plainOf(match), idOf(match)));
          });
          select.addEventListener("change", () => {
            picked[idOf(prompt)] = select.value;
            save({ order: idsOf(matches), picked: picked });
          });
          prompt.appendChild(select);
        });
        save({ order: idsOf(matches), picked: picked });
      },
      back: function (state) {
        var pairs = entriesOf(face.querySelector(".pairs"));
        relabel(state.order, (id) => '[data-match="' + id + '"] > .match, .unused [data-k="' + id + '"]');
        if (pairs.every((pair) => !state.picked[idOf(pair)])) return;
        pairs.forEach((pair) => {
          var picked = state.picked[idOf(pair)];
          if (!picked) return;
          var isRight = picked === pair.dataset.match;
          var other = face.querySelector('[data-match="' + picked + '"] .match, .unused [data-k="' + picked + '"]');
          note(
            pair.querySelector(".match"),
            words.picked,
            isRight,
            isRight || !other ? null : other.querySelector(".body"),
          );
        });
        verdict(pairs.every((pair) => state.picked[idOf(pair)] === pair.dataset.match));
      },
    },
  };

  document.removeEventListener("keydown", window.certpressKeys);
  if (isFront) kinds[words.kind].front();
  else {
    var state = load();
    if (state) kinds[words.kind].back(state);
  }
})();
