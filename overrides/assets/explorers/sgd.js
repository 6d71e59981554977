/* SGD on f(w) = ½ (λ₁ (w₁ − 1)² + λ₂ (w₂ − 1)²), with λ₂ = L = 10, the steeper direction. */

import { call, fill, flag, float, mount, ofPage, range, show } from "./frame.js";
import { TEXTS } from "./words.js";

const L = 10;
const STEPS = 60;

const FIELDS = {
  step: range(0, STEPS, 1, 20),
  lr: range(0.005, 0.5, 0.005, 0.18),
  momentum: range(0, 0.99, 0.01, 0),
  dampening: range(0, 0.9, 0.05, 0),
  weight_decay: range(0, 2, 0.05, 0),
  nesterov: flag(false),
  condition: range(1, 100, 1, 10),
  start_1: range(-2, 0, 0.1, -2),
  start_2: range(-2, 0, 0.1, -1),
};
const words = ofPage(TEXTS.sgd);

/** Where a coordinate is after 0, 1, … steps: it moves as if the other were not there. */
function coordinate(start, curvature, { lr, momentum, dampening, weight_decay, nesterov }) {
  const path = [start];
  let buffer;
  for (let t = 0, w = start; t < STEPS; t++) {
    let g = curvature * (w - 1) + weight_decay * w;
    if (momentum !== 0) {
      buffer = t === 0 ? g : momentum * buffer + (1 - dampening) * g; // the first is not dampened
      g = nesterov ? g + momentum * buffer : buffer;
    }
    w -= lr * g;
    path.push(w);
  }
  return path;
}

/** The lr beyond which it diverges, and how it is written. */
function limit({ momentum, dampening, weight_decay, nesterov }) {
  const steepest = L + weight_decay;
  const sum = weight_decay ? "(L + weight_decay)" : "L";
  if (momentum === 0) return [2 / steepest, `2 / ${sum}`];
  if (nesterov)
    return [(2 * (1 + momentum)) / ((1 + 2 * momentum) * steepest), `2 (1 + momentum) / ((1 + 2 momentum) ${sum})`];
  if (dampening)
    return [(2 * (1 + momentum)) / ((1 - dampening) * steepest), `2 (1 + momentum) / ((1 − dampening) ${sum})`];
  return [(2 * (1 + momentum)) / steepest, `2 (1 + momentum) / ${sum}`];
}

function view(state) {
  const { step, condition, start_1, start_2, ...options } = state;
  const { lr, momentum, dampening, weight_decay, nesterov } = options;
  const curvatures = [L / condition, L];
  const refused = nesterov && (momentum === 0 || dampening !== 0);
  const [first, second] = [start_1, start_2].map((start, i) => coordinate(start, curvatures[i], options));
  const path = refused ? [] : first.map((w1, t) => [w1, second[t]]);
  const losses = path.map((w) => (curvatures[0] * (w[0] - 1) ** 2 + curvatures[1] * (w[1] - 1) ** 2) / 2);
  const [bound, formula] = limit(options);
  const target = curvatures.map((curvature) => curvature / (curvature + weight_decay));

  // Powers of ten; a loss of zero stands at the lower end.
  const powers = losses.map((loss) => Math.log10(Math.max(loss, 1e-12)));
  const [low, high] = [Math.floor(Math.min(-1, ...powers)), Math.ceil(Math.min(6, Math.max(2, ...powers)))];

  const ellipses = (sx, sy) =>
    [0.1, 0.5, 2, 5, 10, 20, 40, 80]
      .map((level) => curvatures.map((curvature) => Math.sqrt((2 * level) / curvature)))
      .map(([a, b]) => `<ellipse cx="${sx(1)}" cy="${sy(1)}" rx="${sx(1 + a) - sx(1)}" ry="${sy(1) - sy(1 + b)}"/>`)
      .join("") + `<path class="minimum" d="M${sx(1) - 5} ${sy(1)}h10m-5 -5v10"/>`;

  const side = Math.abs(lr / bound - 1) < 1e-9 ? "equal" : lr < bound ? "below" : "above";
  const given = Object.entries(options).filter(([name, value]) => name === "lr" || value);
  return {
    charts: [
      {
        title: words.path,
        x: { label: words.w1, span: [-2.6, 4.2] },
        y: { label: words.w2, span: [-2.6, 4.2] },
        lines: refused ? [] : [{ points: path, colour: 0, dots: true }],
        marks: refused ? [] : [{ point: path[step], colour: 1 }],
        under: ellipses,
      },
      {
        title: words.loss,
        x: { label: words.step_axis, span: [0, STEPS] },
        y: { label: words.loss, span: [low, high], tick: (v) => (Number.isInteger(v) ? `1e${v}` : "") },
        lines: refused ? [] : [{ points: powers.map((power, t) => [t, power]), colour: 0 }],
        marks: refused ? [] : [{ point: [step, powers[step]], colour: 1 }],
        at: step,
      },
    ],
    status: refused
      ? `${words.refused}<code>Nesterov momentum requires a momentum and zero dampening</code>`
      : `${fill(words.at, { step, w1: show(path[step][0]), w2: show(path[step][1]), loss: show(losses[step]) })}<br>
         ${fill(words[side], { lr, limit: `${formula} = ${show(bound)}`, w1: show(target[0]), w2: show(target[1]) })}`,
    code: `w = torch.tensor([${float(start_1)}, ${float(start_2)}], requires_grad=True)
optimizer = ${call("SGD", ["[w]"], Object.fromEntries(given))}
loss = (torch.tensor([${L} / ${condition}, ${float(L)}]) * (w - 1) ** 2).sum() / 2`,
    numbers: { path, losses, limit: bound, side },
  };
}

mount({ words, fields: () => FIELDS, view });
