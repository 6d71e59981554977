// Renders formulas: reads one JSON list of {tex, display} a line, writes one JSON list of
// {html} or {error} a line. One process serves a whole build.
const katex = require("katex")
const readline = require("node:readline")

function render({ tex, display }) {
  try {
    const options = { displayMode: display, output: "htmlAndMathml", strict: "error", throwOnError: true }
    return { html: katex.renderToString(tex, options) }
  } catch (error) {
    return { error: error.message }
  }
}

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  process.stdout.write(JSON.stringify(JSON.parse(line).map(render)) + "\n")
})
