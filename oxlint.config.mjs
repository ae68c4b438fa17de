// The code linter's rules, and the import boundaries of ARCHITECTURE.md. Of two overrides that match a file, the later one counts.

/** Node's own modules, with the prefix and without. */
const builtins = (...names) => names.flatMap((name) => [name, `${name}/*`].flatMap((each) => [each, `node:${each}`]));

/** Libraries that have one home each. */
const libraries = {
  unified: ["unified", "remark-*", "micromark*", "mdast-util-from-markdown", "yaml"],
  ajv: ["ajv", "ajv/**", "ajv-formats", "ajv-formats/**"],
  fs: builtins("fs"),
  process: [
    ...builtins("child_process", "cluster", "process", "os", "readline", "repl", "tty", "worker_threads"),
    "tinypool",
    ...builtins("dgram", "dns", "http", "http2", "https", "inspector", "net", "tls"),
    ...builtins("perf_hooks", "timers"),
  ],
  commander: ["commander"],
  pdfmake: ["pdfmake", "pdfmake/**", "pdfkit", "pdfkit/**"],
  archiver: ["archiver"],
  mathjax: ["mathjax-full", "mathjax-full/**"],
};

const folder = (name) => ({ group: [`**/${name}/**`], message: `This file may not import ${name}/.` });
const disk = ["files", "stage-files"];
const line = {
  group: ["pipeline", ...disk].map((name) => `**/${name}.ts`),
  message: "A stage knows neither the line nor the disk.",
};
const sibling = { group: ["./*"], message: "No rule imports another." };

/** Files that may use the named libraries and no others, and that may not import what matches the other patterns. */
function boundary(files, mayUse, forbidden) {
  const group = Object.keys(libraries)
    .filter((name) => !mayUse.includes(name))
    .flatMap((name) => libraries[name]);
  const patterns = [{ group, message: "This library has its home in another folder." }, ...forbidden];
  return { files, rules: { "no-restricted-imports": ["error", { patterns }] } };
}

const stages = ["parse", "lint", "publish", "report", "cli"];
const stage = (name, mayUse) =>
  boundary([`src/${name}/**`], mayUse, [...stages.filter((each) => each !== name).map(folder), line]);

const outputs = ["json", "anki", "pdf"];
const output = (name, mayUse) =>
  boundary([`src/publish/${name}/**`], mayUse, [
    ...[...stages.filter((each) => each !== "publish"), ...outputs.filter((each) => each !== name)].map(folder),
    line,
  ]);

const boundaries = [
  boundary(["src/*.ts"], [], ["publish", "report", "cli"].map(folder).concat(line)),
  boundary(
    disk.map((name) => `src/${name}.ts`),
    ["fs"],
    ["parse", "lint", "publish", "report", "cli"].map(folder),
  ),
  boundary(["src/manifest.ts"], [], [folder("cli"), line]),
  boundary(
    ["pipeline", "build-guide", "report-guide", "workspace", "write-artifacts", "merge-outputs", "index"].map(
      (name) => `src/${name}.ts`,
    ),
    [],
    [folder("cli")],
  ),
  boundary(["src/cache/**"], [], [...stages, "model"].map(folder)),
  boundary(["src/model/**"], ["ajv"], [...stages.map(folder), line]),
  stage("parse", ["unified"]),
  stage("lint", []),
  boundary(["src/lint/rules/*.ts"], [], [...stages.filter((each) => each !== "lint").map(folder), line, sibling]),
  boundary(["src/lint/rules/index.ts"], [], [...stages.filter((each) => each !== "lint").map(folder), line]),
  stage("publish", []),
  output("shared", ["archiver"]),
  output("json", []),
  output("anki", []),
  output("pdf", ["pdfmake"]),
  boundary(["src/typeset/**"], ["mathjax"], [...stages, "model"].map(folder).concat(line)),
  boundary(["src/report/**"], [], [...["parse", "lint", "publish", "model", "cli"].map(folder), line]),
  boundary(["src/cli/**"], ["process", "commander"], []),
];

const impure = "fetch EventSource WebSocket XMLHttpRequest process navigator globalThis performance".split(" ");
const timers = ["setImmediate", "setInterval", "setTimeout"];
const globalNames = (...mayUse) => [...impure, ...timers].filter((name) => !mayUse.includes(name));

/** What needs no import: a stage is given the time, and neither waits nor asks the network or the process. */
const globals = {
  files: ["src/**"],
  rules: {
    "no-restricted-globals": ["error", ...globalNames()],
    "no-restricted-properties": [
      "error",
      { object: "Date", property: "now", message: "The build date is an input." },
      { object: "Math", property: "random", message: "The same input gives the same bytes." },
    ],
    "house/no-clock": "error",
  },
};

/** The command line has all of them; the disk needs the process's number for names of its own. */
const globalsAllowed = [
  {
    files: ["src/cli/**"],
    rules: { "no-restricted-globals": "off", "no-restricted-properties": "off", "house/no-clock": "off" },
  },
  {
    files: disk.map((name) => `src/${name}.ts`),
    rules: { "no-restricted-globals": ["error", ...globalNames("process")] },
  },
];

export default {
  plugins: ["typescript", "import", "unicorn", "oxc", "vitest"],
  jsPlugins: ["./scripts/oxlint-house.mjs"],
  categories: { correctness: "error", suspicious: "error", perf: "error" },
  ignorePatterns: ["lib", "dist"],
  rules: {
    "import/no-cycle": "error",
    "import/no-default-export": "error",
    "unicorn/prefer-node-protocol": "error",
    "no-console": "error",
    "typescript/no-explicit-any": "error",
    "typescript/no-non-null-assertion": "error",
    "typescript/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    "max-lines": ["error", { max: 300 }],
    // Names that pdfmake, pdfkit and micromark chose.
    "no-underscore-dangle": "off",
    "oxc/no-map-spread": "off",
    "unicorn/consistent-function-scoping": "off",
    // Stages run one after the other on purpose, and code points are what we mean by a string's spread.
    "no-await-in-loop": "off",
    "typescript/no-misused-spread": "off",
    // Values of checked JSON become generated types by assertion; there is no other way.
    "typescript/no-unsafe-type-assertion": "off",
    // `import type {} from "x"` loads a package's type augmentation.
    "import/no-empty-named-blocks": "off",
    "unicorn/require-module-specifiers": "off",
    "import/no-named-as-default-member": "off",
    "no-shadow": "off",
    // Control characters are what some of our patterns look for, and the compiler knows when a switch returns in every case.
    "no-control-regex": "off",
    "typescript/consistent-return": "off",
    "unicorn/no-array-sort": "off",
  },
  overrides: [
    ...boundaries,
    globals,
    ...globalsAllowed,
    { files: ["src/cli/**", "scripts/**", "bench/**", "tests/**"], rules: { "no-console": "off" } },
    // Blocks of Markdown contain one another, and so do the functions that lay them out.
    { files: ["src/publish/pdf/{blocks,boxes,table}.ts"], rules: { "import/no-cycle": "off" } },
    { files: ["src/model/types.gen.ts"], rules: { "max-lines": "off" } },
    {
      files: ["tests/**", "scripts/**", "bench/**", "*.config.*"],
      rules: {
        "typescript/no-non-null-assertion": "off",
        "max-lines": "off",
        "import/no-default-export": "off",
        "vitest/no-conditional-expect": "off",
        "vitest/expect-expect": "off",
        "vitest/valid-expect": "off",
        "vitest/require-to-throw-message": "off",
      },
    },
  ],
};
