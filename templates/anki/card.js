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

  function note(entry, text, isRight) {
    var mark = document.createElement("p");
    mark.className = isRight ? "pick right" : "pick wrong";
    mark.textContent = (isRight ? "✓ " : "✗ ") + text;
    (entry.querySelector(".body") || entry).insertAdjacentElement("afterend", mark);
  }
  function verdict(isRight) {
    var line = face.querySelector(".verdict");
    line.textContent = isRight ? "✓ " + words.right : "✗ " + words.wrong;
    line.classList.add(isRight ? "right" : "wrong");
    line.hidden = false;
  }
  function same(a, b) {
    return a.length === b.length && a.every((id, index) => id === b[index]);
  }

  /* The entry stays an entry of a list for screen readers; what can be operated is inside. */
  function controlOf(entry) {
    return entry.querySelector(".body");
  }
  function show(entry, attribute, isOn) {
    entry.classList.toggle("on", isOn);
    controlOf(entry).setAttribute(attribute, String(isOn));
  }

  /* A tap, Space, or Alt with the entry's number; bare digits grade in Anki. */
  function makeTappable(list, role, act) {
    entriesOf(list).forEach((entry) => {
      var control = controlOf(entry);
      entry.classList.add("tappable");
      control.setAttribute("role", role);
      control.setAttribute("tabindex", "0");
      entry.addEventListener("click", (event) => {
        if (!event.target.closest("a")) act(entry);
      });
      control.addEventListener("keydown", (event) => {
        if (event.target !== control || event.key !== " ") return;
        event.preventDefault();
        event.stopPropagation();
        act(entry);
      });
    });
    window.certpressKeys = (event) => {
      var digit = /^Digit([1-9])$/.exec(event.code || "");
      var entry = event.altKey && digit ? entriesOf(list)[Number(digit[1]) - 1] : null;
      if (!entry) return;
      event.preventDefault();
      act(entry);
    };
    document.addEventListener("keydown", window.certpressKeys);
  }

  var kinds = {
    choice: {
      front: function () {
        var list = face.querySelector(".choices");
        var count = Number(list.dataset.choose);
        var picked = [];
        shuffle(list);
        var update = () => {
          entriesOf(list).forEach((entry) => show(entry, "aria-checked", picked.indexOf(idOf(entry)) >= 0));
          save({ order: idsOf(list), picked: picked });
        };
        makeTappable(list, count === 1 ? "radio" : "checkbox", (entry) => {
          var id = idOf(entry);
          if (picked.indexOf(id) >= 0) picked = picked.filter((each) => each !== id);
          else picked = (count === 1 ? [] : picked).concat(id);
          update();
        });
        update();
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
        var list = face.querySelector(".choices");
        var picked = [];
        shuffle(list);
        var update = () => {
          entriesOf(list).forEach((entry) => {
            var place = picked.indexOf(idOf(entry)) + 1;
            show(entry, "aria-pressed", place > 0);
            if (place > 0) entry.dataset.place = String(place);
            else delete entry.dataset.place;
          });
          save({ order: idsOf(list), picked: picked });
        };
        makeTappable(list, "button", (entry) => {
          var id = idOf(entry);
          picked = picked.indexOf(id) >= 0 ? picked.filter((each) => each !== id) : picked.concat(id);
          update();
        });
        update();
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
        entriesOf(prompts).forEach((prompt) => {
          var select = document.createElement("select");
          select.className = "tappable";
          select.setAttribute("aria-label", words.choose + ": " + prompt.textContent.trim());
          select.add(new Option(words.choose, ""));
          entriesOf(matches).forEach((match, index) => {
            select.add(new Option(letterOf(index) + " · " + match.textContent.trim(), idOf(match)));
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
          var text = isRight || !other ? "" : ": " + other.querySelector(".body").textContent.trim();
          note(pair.querySelector(".match"), words.picked + text, isRight);
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
