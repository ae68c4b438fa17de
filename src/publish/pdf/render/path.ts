// SVG path data → PDF path operators (ISO 32000-1, 8.5.2).

/** Digits behind the point in page content: a thousandth of a point is below what any device shows. */
export const round = (value: number): string => String(Math.round(value * 1000) / 1000 || 0);

const command = /([MLHVQTCSZ])([^A-Za-z]*)/gu;
const number = /-?(?:\d+\.?\d*|\.\d+)/gu;

type Point = [x: number, y: number];

const known = new Map<string, string>();

/** The operators of a path with absolute commands but no arcs; remembered, because the same signs come again and again. */
export function pathOperators(path: string): string {
  const operators = known.get(path) ?? convert(path);
  known.set(path, operators);
  return operators;
}

function convert(path: string): string {
  const written: string[] = [];
  let at: Point = [0, 0];
  let start: Point = [0, 0];
  /** The last control point, which smooth curves mirror. */
  let control: Point | null = null;
  const write = (operator: string, ...points: Point[]): void => {
    // Curves of outlines in thousandths of an em need no more digits.
    written.push([...points.flat().map((value) => round(Math.round(value * 10) / 10)), operator].join(" "));
    at = points.at(-1) ?? at;
  };
  const mirrored = (): Point => (control ? [2 * at[0] - control[0], 2 * at[1] - control[1]] : at);
  const quadratic = (middle: Point, end: Point): void => {
    const towards = ([x, y]: Point): Point => [x + (2 * (middle[0] - x)) / 3, y + (2 * (middle[1] - y)) / 3];
    write("c", towards(at), towards(end), end);
    control = middle;
  };
  for (const [, name, list = ""] of path.matchAll(command)) {
    const numbers = [...list.matchAll(number)].map(([text]) => Number(text));
    const points = pairs(numbers);
    const before: Point | null = control;
    control = null;
    switch (name) {
      case "M":
        points.forEach((point, index) => write(index === 0 ? "m" : "l", point));
        start = points[0] ?? at;
        break;
      case "L":
        for (const point of points) write("l", point);
        break;
      case "H":
        for (const x of numbers) write("l", [x, at[1]]);
        break;
      case "V":
        for (const y of numbers) write("l", [at[0], y]);
        break;
      case "Q":
        for (const [middle, end] of groups(points, 2)) if (middle && end) quadratic(middle, end);
        break;
      case "T":
        control = before;
        for (const end of points) quadratic(mirrored(), end);
        break;
      case "C":
        for (const [first, second, end] of groups(points, 3))
          if (first && second && end) {
            write("c", first, second, end);
            control = second;
          }
        break;
      case "S":
        control = before;
        for (const [second, end] of groups(points, 2))
          if (second && end) {
            write("c", mirrored(), second, end);
            control = second;
          }
        break;
      default:
        written.push("h");
        at = start;
    }
  }
  return written.join(" ");
}

const pairs = (numbers: readonly number[]): Point[] => groups(numbers, 2).map(([x = 0, y = 0]) => [x, y]);

function groups<Value>(values: readonly Value[], size: number): Value[][] {
  return Array.from({ length: Math.floor(values.length / size) }, (_, index) =>
    values.slice(index * size, (index + 1) * size),
  );
}
