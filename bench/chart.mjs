// A chart of time against items as SVG: one panel under the other, both axes logarithmic. The same panels give the same bytes.

const width = 860;
const panelHeight = 372;
const plot = { left: 74, right: 522, top: 52, bottom: 318 };
const legend = { left: 548, right: width - 20, line: 26 };

/** Colours that the colour-blind tell apart, darkened for white; shapes and dashes say the same again. */
const light = {
  ground: "#ffffff",
  ink: "#1f2328",
  muted: "#59636e",
  grid: "#e3e6ea",
  blue: "#0072b2",
  green: "#00795a",
  sky: "#2f8fcb",
  purple: "#a2488a",
  orange: "#b06f00",
  vermilion: "#c24a00",
  grey: "#6e7781",
};
const dark = {
  ground: "#0d1117",
  ink: "#f0f6fc",
  muted: "#9198a1",
  grid: "#2a313a",
  blue: "#4aa5e8",
  green: "#2fbf93",
  sky: "#8fd0f7",
  purple: "#dc92bd",
  orange: "#e8a823",
  vermilion: "#f2762e",
  grey: "#9aa4ae",
};

const dashes = { solid: "", dashed: "8 4", dotted: "2 4" };

const style = `
text { font-family: system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; font-size: 13px; fill: var(--ink) }
.title { font-size: 16px; font-weight: 600 }
.muted { fill: var(--muted) }
.value { font-variant-numeric: tabular-nums }
.grid { stroke: var(--grid); stroke-width: 1 }
.line { fill: none; stroke-width: 2.25; stroke-linejoin: round }
:root { ${variables(light)} }
@media (prefers-color-scheme: dark) { :root { ${variables(dark)} } }
`;

function variables(colours) {
  return Object.entries(colours)
    .map(([name, value]) => `--${name}: ${value}`)
    .join("; ");
}

const escapes = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text) => text.replaceAll(/[&<>"]/gu, (each) => escapes[each]);
const round = (value) => String(Math.round(value * 10) / 10);

/** Powers of ten within the bounds, and where these are near one another, twice and five times those as well. */
function ticks([low, high]) {
  const found = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++)
    for (const factor of high / low > 100 ? [1] : [1, 2, 5]) {
      const value = Number(`${factor}e${power}`);
      if (value >= low && value <= high) found.push(value);
    }
  return found;
}

/** From the last of 1, 2, 5 times a power of ten below the values to the first above them. */
function boundsOf(values, steps) {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const candidates = [];
  for (let power = -6; power <= 9; power++) for (const step of steps) candidates.push(Number(`${step}e${power}`));
  const low = candidates.findLast((value) => value <= least) ?? least;
  const high = candidates.find((value) => value >= most && value > low) ?? most;
  return [low, high];
}

function scale([low, high], [from, to]) {
  const length = Math.log(high / low);
  return (value) => from + (Math.log(value / low) / length) * (to - from);
}

function formatSeconds(value) {
  if (value >= 10) return `${Math.round(value)} s`;
  return `${value >= 1 ? value.toFixed(1) : value.toFixed(2)} s`;
}

function markerAt(marker, x, y, colour) {
  const fill = `fill="var(--${colour})"`;
  const shapes = {
    circle: () => `<circle cx="${round(x)}" cy="${round(y)}" r="4" ${fill}/>`,
    square: () => `<rect x="${round(x - 3.7)}" y="${round(y - 3.7)}" width="7.4" height="7.4" ${fill}/>`,
    diamond: () => `<path d="M${round(x)} ${round(y - 5.4)}l5.4 5.4l-5.4 5.4l-5.4 -5.4z" ${fill}/>`,
    triangle: () => `<path d="M${round(x)} ${round(y - 5.2)}l5 8.8h-10z" ${fill}/>`,
  };
  return shapes[marker]();
}

const strokeOf = ({ colour, dash }) =>
  `class="line" stroke="var(--${colour})"${dashes[dash] ? ` stroke-dasharray="${dashes[dash]}"` : ""}`;

function drawAxes(xs, ys, x, y) {
  const lines = [];
  for (const value of ticks(xs)) {
    const at = round(x(value));
    lines.push(`<path class="grid" d="M${at} ${plot.top}V${plot.bottom}"/>`);
    lines.push(
      `<text class="muted" x="${at}" y="${plot.bottom + 18}" text-anchor="middle">${value.toLocaleString("en")}</text>`,
    );
  }
  for (const value of ticks(ys)) {
    const at = y(value);
    lines.push(`<path class="grid" d="M${plot.left} ${round(at)}H${plot.right}"/>`);
    lines.push(
      `<text class="muted" x="${plot.left - 8}" y="${round(at + 4)}" text-anchor="end">${value.toLocaleString("en")} s</text>`,
    );
  }
  const middle = (plot.left + plot.right) / 2;
  lines.push(`<text class="muted" x="${middle}" y="${plot.bottom + 40}" text-anchor="middle">items</text>`);
  return lines;
}

/** Names beside their strokes, from the slowest to the fastest, as the lines lie. */
function drawLegend(lines, at) {
  const perItem = ({ points }) => points.at(-1).y / points.at(-1).x;
  const drawn = [
    `<text class="muted" x="${legend.right}" y="${plot.top + 4}" text-anchor="end">${at.toLocaleString("en")} items</text>`,
  ];
  for (const [index, line] of [...lines].sort((a, b) => perItem(b) - perItem(a)).entries()) {
    const y = plot.top + (index + 1) * legend.line;
    const point = line.points.find(({ x }) => x === at);
    drawn.push(`<path ${strokeOf(line)} d="M${legend.left} ${y}h30"/>`);
    drawn.push(markerAt(line.marker, legend.left + 15, y, line.colour));
    drawn.push(`<text x="${legend.left + 40}" y="${y + 4}">${escape(line.label)}</text>`);
    if (point)
      drawn.push(
        `<text class="value" x="${legend.right}" y="${y + 4}" text-anchor="end">${formatSeconds(point.y)}</text>`,
      );
  }
  return drawn;
}

function drawPanel({ title, at, lines }, index) {
  const points = lines.flatMap((line) => line.points);
  const xs = boundsOf(
    points.map((point) => point.x),
    [1, 2, 5],
  );
  const ys = boundsOf(
    points.map((point) => point.y),
    [1],
  );
  const [x, y] = [scale(xs, [plot.left, plot.right]), scale(ys, [plot.bottom, plot.top])];
  const drawn = [`<text class="title" x="20" y="30">${escape(title)}</text>`, ...drawAxes(xs, ys, x, y)];
  for (const line of lines) {
    const places = line.points.map((point) => [x(point.x), y(point.y)]);
    drawn.push(`<path ${strokeOf(line)} d="M${places.map((place) => place.map(round).join(" ")).join("L")}"/>`);
    drawn.push(...places.map(([left, top]) => markerAt(line.marker, left, top, line.colour)));
  }
  drawn.push(...drawLegend(lines, at));
  return `<g transform="translate(0 ${index * panelHeight})">\n${drawn.join("\n")}\n</g>`;
}

/** What the picture says, for those who do not see it. */
function describe(panels) {
  return panels
    .map(({ title, lines }) => {
      const said = lines.map(({ label, points }) => {
        const told = points.map(({ x, y }) => `${formatSeconds(y)} for ${x.toLocaleString("en")}`);
        return `${label} ${told.join(", ")}`;
      });
      return `${title}: ${said.join("; ")}.`;
    })
    .join(" ");
}

/** Panels of lines `{label, colour, dash, marker, points: {x, y}[]}`, with values at the size `at` beside their names. */
export function drawChart(panels) {
  const height = panels.length * panelHeight + 8;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc">
<title id="title">Seconds against items, both on logarithmic scales</title>
<desc id="desc">${escape(describe(panels))}</desc>
<style>${style}</style>
<rect width="${width}" height="${height}" rx="8" fill="var(--ground)"/>
${panels.map(drawPanel).join("\n")}
</svg>
`;
}
