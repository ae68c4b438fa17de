// Cards of a guide as Anki renders them: fields put into the templates of the note types, and the sheet.
import { checkGuide, openWorkspace } from "../../lib/index.js";
import { layOut } from "../../lib/publish/anki/layout.js";

/** Fills a side of a template: `{{Field}}` and `{{#Field}}…{{/Field}}`, which is all that our templates use. */
function fill(template, fields) {
  const shown = template.replace(/\{\{#([^}]+)\}\}([^]*?)\{\{\/\1\}\}/gu, (_, name, inner) =>
    fields[name] ? inner : "",
  );
  return shown.replace(/\{\{([^}]+)\}\}/gu, (_, name) => {
    if (!(name in fields)) throw new Error(`A template names the unknown field ${name}`);
    return fields[name];
  });
}

/** Every card of a guide in deck order, with its sides, after a change to what is published; throws if the guide has errors. */
export async function renderCards(root, guide, change = (publication) => publication) {
  const workspace = await openWorkspace(root);
  const checked = await checkGuide(workspace, guide, { outputs: ["anki"], date: new Date("2026-01-01") });
  const errors = checked.diagnostics.filter(({ severity }) => severity === "error");
  if (checked.publication === null || errors.length > 0) throw new Error(`${guide} has errors: ${errors[0]?.message}`);
  const { deck, images } = layOut(change(checked.publication));
  const types = new Map(deck.noteTypes.map((type) => [type.id, type]));
  const cards = deck.notes.map((note) => {
    const type = types.get(note.noteTypeId);
    const fields = Object.fromEntries(type.fields.map(({ name }, index) => [name, note.fields[index]]));
    const { front, back } = type.template;
    const kind = type.name.split(" ")[1];
    return { label: note.label, kind, fields, css: type.css, front: fill(front, fields), back: fill(back, fields) };
  });
  const media = new Map(deck.media.map((name, index) => [name, images[index].bytes]));
  return { cards, media };
}
