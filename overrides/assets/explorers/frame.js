/* What the explorers share: inputs made from a table, their values in the address, charts.

A page holds <div class="explorer"> with a static figure; `mount` puts a live one in its place. */

export const range = (min, max, step, value) => ({ min, max, step, value });
export const choice = (options, value) => ({ options, value });
export const flag = (value) => ({ value });

/** Of { zh, en }, what is for the reader of this page. */
export const ofPage = (texts) => texts[document.documentElement.lang === "zh" ? "zh" : "en"];

/** A text with values in place of their names: "step {step}". */
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

/** Four significant digits. */
export const show = (x) => String(Number(x.toPrecision(4))).replaceAll("-", "−");

/** A float as Python writes it. */
export const float = (x) => (Number.isInteger(x) ? x.toFixed(1) : String(x));

/** `name(first, key=value, …)`, in Python. */
export function call(name, first, args) {
  const python = (x) => (x === true ? "True" : x === false ? "False" : JSON.stringify(x));
  const named = Object.entries(args).map(([key, value]) => `${key}=${python(value)}`);
  return `${name}(${[...first, ...named].join(", ")})`;
}

/* ---- inputs ---- */

/** What the address says of a field; its default where that makes no sense. */
function parse(spec, text) {
  if (text === null || text.trim() === "") return spec.value;
  if (spec.options) return spec.options.find((option) => String(option) === text) ?? spec.value;
  if ("min" in spec) return spec.min <= text && text <= spec.max ? Number(text) : spec.value;
  return { 0: false, 1: true }[text] ?? spec.value;
}

const format = (value) => (typeof value === "boolean" ? Number(value) : value);

function read(input, spec) {
  if (spec.options) return spec.options[input.selectedIndex];
  return "min" in spec ? Number(input.value) : input.checked;
}

/** A label and an input; words without a translation are names of Python. */
function createField(name, spec, words) {
  const id = `explorer-${name}`;
  const node = document.createElement("div");
  const label = `<label for="${id}">${words[name] ?? `<code>${name}</code>`}</label>`;
  if (spec.options) {
    const options = spec.options.map((o) => `<option>${words[o] ?? o}</option>`).join("");
    node.innerHTML = `${label}<select id="${id}" name="${name}">${options}</select>`;
  } else if ("min" in spec) {
    const { min, max, step } = spec;
    // Screen readers speak the value of a range by themselves; the output would repeat it.
    node.innerHTML = `${label}<output for="${id}" aria-live="off"></output>
      <input type="range" id="${id}" name="${name}" min="${min}" max="${max}" step="${step}">`;
  } else {
    node.innerHTML = `<input type="checkbox" id="${id}" name="${name}">${label}`;
  }
  return node;
}

/**
 * Start the explorer of this page.
 *
 * words: texts in the page's language, by the name of a field or an option;
 * fields(state): name -> range, choice or flag, in order; what the state has inputs for;
 * view(state): { charts, status, code, numbers }, what is shown: see `drawChart`, HTML, Python,
 * and the numbers behind, which `root.numbers` keeps for whoever wants to check them.
 */
export function mount({ words, fields, view }) {
  const root = document.querySelector(".explorer");
  const figure = root.querySelector("figure");
  const panel = document.createElement("div");
  panel.className = "panel";
  panel.innerHTML = `<div role="status"></div><form></form><pre><code></code></pre>`;
  const [status, form, code] = panel.querySelectorAll("div, form, code");
  const address = new URLSearchParams(location.search);
  const shown = new Map(); // name -> { spec, node, input }
  const state = {};
  let charts = [];

  /** Give the form the inputs of this state. Those that stay are not touched: they have focus. */
  function arrange() {
    const table = fields(state);
    for (const [name, { spec, node }] of shown) {
      if (table[name] === spec) continue;
      node.remove();
      shown.delete(name);
      delete state[name];
    }
    let added = false;
    for (const [position, [name, spec]] of Object.entries(table).entries()) {
      if (shown.has(name)) continue;
      const node = createField(name, spec, words);
      const input = node.querySelector("input, select");
      const value = parse(spec, address.get(name));
      if (spec.options) input.selectedIndex = spec.options.indexOf(value);
      else if ("min" in spec) input.value = value;
      else input.checked = value;
      form.insertBefore(node, form.children[position] ?? null);
      shown.set(name, { spec, node, input });
      state[name] = read(input, spec);
      added = true;
    }
    if (added) arrange(); // a scheduler brings its arguments
  }

  function compute() {
    for (const [name, { spec, input }] of shown) state[name] = read(input, spec);
    arrange();
    for (const [name, { node }] of shown) {
      const output = node.querySelector("output");
      if (output) output.textContent = show(state[name]);
    }
    const now = view(state);
    status.innerHTML = now.status;
    code.textContent = now.code;
    root.numbers = now.numbers;
    charts = now.charts;
  }

  const draw = () => charts.forEach((chart, i) => drawChart(figure.children[i], chart, i));

  /** What differs from the defaults, so that a setting can be linked; the twin page gets it too. */
  function remember() {
    const changed = [...shown].filter(([name, { spec }]) => state[name] !== spec.value);
    const query = new URLSearchParams(changed.map(([name]) => [name, format(state[name])]));
    history.replaceState(null, "", `${location.pathname}?${query}${location.hash}`.replace(/\?(?=#|$)/, ""));
    for (const link of document.querySelectorAll("a[hreflang]")) link.search = query;
  }

  compute(); // if this fails, the static figure stays
  root.append(panel);
  figure.innerHTML = charts.map(() => `<svg role="img"></svg>`).join("");
  new ResizeObserver(draw).observe(figure); // draws at once
  remember();
  form.addEventListener("input", () => (compute(), draw()));
  form.addEventListener("change", remember); // not at every input: browsers limit the rate
  form.addEventListener("submit", (event) => event.preventDefault());
  root.classList.add("ready");
}

/* ---- charts ---- */

/** About `count` round numbers in [low, high]. */
function ticks([low, high], count) {
  const power = 10 ** Math.floor(Math.log10((high - low) / count));
  const step = power * [1, 2, 5, 10].find((m) => m * power * count >= high - low);
  const first = Math.ceil(low / step);
  const number = Math.floor(high / step + 1e-9) - first + 1;
  return Array.from({ length: number }, (_, i) => (first + i) * step);
}

/**
 * title; x, y: { label, span: [low, high], tick(value) };
 * lines: { points: [[x, y], …], colour: 0…5, dash, dots }, in order; marks: { point, colour };
 * at: x of a vertical line; under(sx, sy): more SVG, below the lines, given both scales.
 */
function drawChart(svg, { title, x, y, lines, marks = [], at, under }, index) {
  const { width, height } = svg.getBoundingClientRect();
  const [left, right, top, bottom] = [46, width - 10, 22, height - 36];
  const scale = ([low, high], from, to) => (v) =>
    // Far outside is as good as infinity, and safe to write.
    Math.max(-1e4, Math.min(1e4, from + ((v - low) / (high - low)) * (to - from))).toFixed(2);
  const sx = scale(x.span, left, right);
  const sy = scale(y.span, bottom, top);
  const colour = (i) => `var(--plot-${i})`;
  const text = (px, py, anchor, words) => `<text x="${px}" y="${py}" text-anchor="${anchor}">${words}</text>`;
  const grid = [
    ...ticks(x.span, width / 80).map(
      (v) => `<path d="M${sx(v)} ${top}V${bottom}"/>${text(sx(v), bottom + 15, "middle", (x.tick ?? show)(v))}`,
    ),
    ...ticks(y.span, height / 40).map(
      (v) => `<path d="M${left} ${sy(v)}H${right}"/>${text(left - 5, Number(sy(v)) + 4, "end", (y.tick ?? show)(v))}`,
    ),
  ];
  const path = ({ points, colour: i, dash = "", dots }) => {
    const at = points.map(([px, py]) => `${sx(px)} ${sy(py)}`);
    return `<path d="M${at.join("L")}" style="stroke:${colour(i)}" stroke-dasharray="${dash}"/>
      ${dots ? `<path class="dots" d="${at.map((p) => `M${p}h0`).join("")}" style="stroke:${colour(i)}"/>` : ""}`;
  };
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  svg.setAttribute("aria-label", title);
  svg.innerHTML = `
    <clipPath id="explorer-clip-${index}"><rect x="${left}" y="${top}" width="${right - left}" height="${bottom - top}"/></clipPath>
    <g class="grid">${grid.join("")}</g>
    <g class="lines" clip-path="url(#explorer-clip-${index})">
      ${under?.(sx, sy) ?? ""}
      ${at === undefined ? "" : `<path class="at" d="M${sx(at)} ${top}V${bottom}"/>`}
      ${lines.map(path).join("")}
      ${marks.map(({ point, colour: i }) => `<circle cx="${sx(point[0])}" cy="${sy(point[1])}" r="4" style="fill:${colour(i)}"/>`).join("")}
    </g>
    ${text(right, height - 4, "end", x.label)}${text(2, 12, "start", y.label)}`;
}
