/* Losses of one element and their gradients, against the error or the logit. */

import { call, choice, flag, float, mount, ofPage, range, show } from "./frame.js";
import { TEXTS } from "./words.js";

const softplus = (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))); // log(1 + exp(x))
const sigmoid = (x) => 1 / (1 + Math.exp(-x));

const margin = range(0, 2, 0.1, 1);

/**
 * x: what the horizontal axis shows, and its field; setup(x, target): Python that makes the inputs;
 * losses: name -> { on, fields, code, at }:
 *   on: whether it is chosen; fields: its arguments; code(arguments): the loss, called;
 *   at(x, arguments, sign): [loss, gradient], sign being 1 for class 1 and −1 for class 0.
 */
const FAMILIES = {
  regression: {
    x: { error: range(-3, 3, 0.05, 0.5) },
    setup: (x) => `error, target = torch.tensor([${float(x)}], requires_grad=True), torch.zeros(1)`,
    losses: {
      L1Loss: {
        on: flag(true),
        code: (args) => call("nn.L1Loss", [], args) + "(error, target)",
        at: (e) => [Math.abs(e), Math.sign(e)],
      },
      MSELoss: {
        on: flag(true),
        code: (args) => call("nn.MSELoss", [], args) + "(error, target)",
        at: (e) => [e * e, 2 * e],
      },
      SmoothL1Loss: {
        on: flag(false),
        fields: { beta: range(0.1, 2, 0.1, 1) },
        code: (args) => call("nn.SmoothL1Loss", [], args) + "(error, target)",
        at: (e, { beta }) =>
          Math.abs(e) < beta ? [(0.5 * e * e) / beta, e / beta] : [Math.abs(e) - 0.5 * beta, Math.sign(e)],
      },
      HuberLoss: {
        on: flag(true),
        fields: { delta: range(0.1, 2, 0.1, 1) },
        code: (args) => call("nn.HuberLoss", [], args) + "(error, target)",
        at: (e, { delta }) =>
          Math.abs(e) < delta ? [0.5 * e * e, e] : [delta * (Math.abs(e) - 0.5 * delta), delta * Math.sign(e)],
      },
      GaussianNLLLoss: {
        on: flag(false),
        fields: { var: range(0.1, 3, 0.1, 1) },
        code: (args) => `nn.GaussianNLLLoss()(error, target, var=${float(args.var)})`,
        at: (e, args) => [0.5 * (Math.log(args.var) + (e * e) / args.var), e / args.var],
      },
    },
  },
  classification: {
    x: { logit: range(-6, 6, 0.1, 1) },
    setup: (x, target) => `logit = torch.tensor([${float(x)}], requires_grad=True)
logits = torch.stack([0 * logit, logit], dim=1)
target = torch.tensor([${target}])`,
    losses: {
      BCEWithLogitsLoss: {
        on: flag(true),
        fields: { pos_weight: range(0.5, 5, 0.5, 1) },
        code: ({ pos_weight }) =>
          `nn.BCEWithLogitsLoss(pos_weight=torch.tensor([${float(pos_weight)}]))(logit, 1.0 * target)`,
        at: (z, { pos_weight }, sign) =>
          sign > 0 ? [pos_weight * softplus(-z), -pos_weight * sigmoid(-z)] : [softplus(z), sigmoid(z)],
      },
      CrossEntropyLoss: {
        on: flag(true),
        fields: { label_smoothing: range(0, 0.5, 0.05, 0.1) },
        code: (args) => call("nn.CrossEntropyLoss", [], args) + "(logits, target)",
        at: (z, { label_smoothing }, sign) => {
          const p = (1 + sign * (1 - label_smoothing)) / 2; // the smoothed target of class 1
          return [p * softplus(-z) + (1 - p) * softplus(z), sigmoid(z) - p];
        },
      },
      SoftMarginLoss: {
        on: flag(false),
        code: (args) => call("nn.SoftMarginLoss", [], args) + "(logit, 2 * target - 1)",
        at: (z, _, sign) => [softplus(-sign * z), -sign * sigmoid(-sign * z)],
      },
      HingeEmbeddingLoss: {
        on: flag(false),
        fields: { margin },
        code: (args) => call("nn.HingeEmbeddingLoss", [], args) + "(logit, 2 * target - 1)",
        at: (z, { margin }, sign) => (sign > 0 ? [z, 1] : [Math.max(0, margin - z), z <= margin ? -1 : 0]),
      },
      MultiMarginLoss: {
        on: flag(true),
        fields: { p: choice([1, 2], 1), margin },
        code: (args) => call("nn.MultiMarginLoss", [], args) + "(logits, target)",
        at: (z, { p, margin }, sign) => {
          const lack = Math.max(0, margin - sign * z);
          return [lack ** p / 2, lack > 0 ? (-sign * p * lack ** (p - 1)) / 2 : 0];
        },
      },
      MarginRankingLoss: {
        on: flag(false),
        fields: { margin },
        code: (args) => call("nn.MarginRankingLoss", [], args) + "(logit, 0 * logit, 2 * target - 1)",
        at: (z, { margin }, sign) => [Math.max(0, margin - sign * z), sign * z <= margin ? -sign : 0],
      },
    },
  },
};

const family = choice(Object.keys(FAMILIES), "regression");
const target = choice([1, 0], 1);
const words = ofPage(TEXTS.losses);

/** Curves that coincide, or colours that look alike to a reader, still differ in the dash. */
const DASHES = { solid: "", dashed: "9 5", dotted: "2 4" };
const STYLES = Object.keys(DASHES);

function fields(state) {
  const { x, losses } = FAMILIES[state.family] ?? FAMILIES.regression;
  const table = { family, ...x, ...(x.logit && { target }) };
  for (const [name, { on }] of Object.entries(losses)) table[name] = on;
  for (const [name, loss] of Object.entries(losses)) if (state[name]) Object.assign(table, loss.fields);
  return table;
}

/** [lowest, highest] of the values and 0, no farther than 5, with some room. */
function span(values) {
  const low = Math.max(-5, Math.min(0, ...values));
  const high = Math.min(5, Math.max(1, ...values));
  return [low - (high - low) * 0.05, high + (high - low) * 0.05];
}

function view(state) {
  const { x, setup, losses } = FAMILIES[state.family];
  const [[axis, { min, max }]] = Object.entries(x);
  const sign = state.target === 0 ? -1 : 1;
  const xs = Array.from({ length: 121 }, (_, i) => (min * (120 - i) + max * i) / 120);
  const names = Object.keys(losses).filter((name) => state[name]);
  const chosen = names.map((name, i) => {
    const colour = Object.keys(losses).indexOf(name);
    const args = Object.fromEntries(Object.keys(losses[name].fields ?? {}).map((key) => [key, state[key]]));
    const at = (x) => losses[name].at(x, args, sign);
    return { name, colour, style: STYLES[i % 3], code: losses[name].code(args), now: at(state[axis]), curve: xs.map(at) };
  });
  const charts = ["loss", "gradient"].map((what, k) => ({
    title: `${words[what]}: ${names.join(", ")}`,
    x: { label: words[axis], span: [min, max] },
    y: { label: words[what], span: span(chosen.flatMap(({ curve }) => curve.map((values) => values[k]))) },
    lines: chosen.map(({ curve, colour, style }) => ({
      points: curve.map((values, i) => [xs[i], values[k]]),
      colour,
      dash: DASHES[style],
    })),
    marks: chosen.map(({ now, colour }) => ({ point: [state[axis], now[k]], colour })),
    at: state[axis],
  }));
  const rows = chosen.map(
    ({ name, colour, style, now }) =>
      `<tr><th scope="row" style="border-left:0.2rem ${style} var(--plot-${colour})">${name}</th><td>${show(now[0])}</td><td>${show(now[1])}</td></tr>`,
  );
  return {
    charts,
    status: `<table class="values"><thead><tr><th scope="col">${words[axis]} = ${show(state[axis])}</th><th scope="col">${words.loss}</th>
      <th scope="col">${words.gradient}</th></tr></thead><tbody>${rows.join("")}</tbody></table>`,
    code: [setup(state[axis], state.target), ...chosen.map(({ code }) => code)].join("\n"),
    numbers: { xs, curves: chosen.map(({ curve }) => curve), now: chosen.map(({ now }) => now) },
  };
}

mount({ words, fields, view });
