// A rule of the code linter for what its own rules cannot say; see oxlint.config.mjs.

const isClock = ({ callee }) => callee.type === "Identifier" && callee.name === "Date";

/** `Date()` and `new Date()` read the clock; a date of given numbers does not. */
const noClock = {
  create(context) {
    const report = (node) =>
      context.report({ node, message: "Unexpected clock, expected the build date as an input." });
    return {
      CallExpression: (node) => isClock(node) && report(node),
      NewExpression: (node) => isClock(node) && node.arguments.length === 0 && report(node),
    };
  },
};

export default { meta: { name: "house" }, rules: { "no-clock": noClock } };
