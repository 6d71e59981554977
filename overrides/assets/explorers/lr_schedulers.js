/* The learning rate at steps 0…100 of every scheduler in torch.optim.lr_scheduler. */

import { call, choice, fill, flag, mount, ofPage, range, show } from "./frame.js";
import { TEXTS } from "./words.js";

export const STEPS = 100;

const lr = range(0.01, 1, 0.01, 0.1);
const gamma = (value) => range(0.05, 1, 0.01, value);
const iters = (value) => range(1, STEPS, 1, value);
const eta_min = range(0, 0.1, 0.005, 0);

const cosine = (t, high, low, length) => low + ((high - low) * (1 + Math.cos((Math.PI * t) / length))) / 2;
const linear = (t, from, to, length) => from + ((to - from) * Math.min(t, length)) / length;

/** A loss that falls, rests, falls and rests: what ReduceLROnPlateau is shown. */
const loss = (t) => (t <= 50 ? Math.max(1 - 0.03 * t, 0.4) : Math.max(0.4 - 0.02 * (t - 50), 0.2));

/**
 * fields: the arguments, and the optimizer's lr where the scheduler does not set it;
 * lr(arguments): the learning rate as a function of the step t;
 * code(arguments): the scheduler, where it is not just called with its arguments.
 */
const SCHEDULERS = {
  LambdaLR: {
    fields: { lr },
    lr: ({ lr }) => (t) => lr / (1 + t),
    code: () => "scheduler = LambdaLR(optimizer, lambda t: 1 / (1 + t))",
  },
  MultiplicativeLR: {
    fields: { lr, factor: range(0.8, 1, 0.01, 0.95), until: iters(50) },
    lr: ({ lr, factor, until }) => (t) => lr * factor ** Math.min(t, until),
    code: ({ factor, until }) =>
      `scheduler = MultiplicativeLR(optimizer, lambda t: ${factor} if t <= ${until} else 1)`,
  },
  StepLR: {
    fields: { lr, step_size: iters(30), gamma: gamma(0.1) },
    lr: ({ lr, step_size, gamma }) => (t) => lr * gamma ** Math.floor(t / step_size),
  },
  MultiStepLR: {
    fields: { lr, milestone_1: iters(30), milestone_2: iters(80), gamma: gamma(0.1) },
    lr: ({ lr, milestone_1, milestone_2, gamma }) => (t) =>
      lr * gamma ** ((t >= milestone_1) + (t >= milestone_2)),
    code: ({ milestone_1, milestone_2, gamma }) =>
      `scheduler = MultiStepLR(optimizer, milestones=[${milestone_1}, ${milestone_2}], gamma=${gamma})`,
  },
  ConstantLR: {
    fields: { lr, factor: range(0.05, 1, 0.05, 0.3), total_iters: iters(20) },
    lr: ({ lr, factor, total_iters }) => (t) => (t < total_iters ? lr * factor : lr),
  },
  LinearLR: {
    fields: { lr, start_factor: range(0.05, 1, 0.05, 0.3), end_factor: range(0, 1, 0.05, 1), total_iters: iters(20) },
    lr: ({ lr, start_factor, end_factor, total_iters }) => (t) =>
      lr * linear(t, start_factor, end_factor, total_iters),
  },
  ExponentialLR: {
    fields: { lr, gamma: gamma(0.95) },
    lr: ({ lr, gamma }) => (t) => lr * gamma ** t,
  },
  PolynomialLR: {
    fields: { lr, total_iters: iters(80), power: range(0.5, 4, 0.5, 2) },
    lr: ({ lr, total_iters, power }) => (t) => lr * (1 - Math.min(t, total_iters) / total_iters) ** power,
  },
  CosineAnnealingLR: {
    fields: { lr, T_max: iters(STEPS), eta_min },
    lr: ({ lr, T_max, eta_min }) => (t) => cosine(t, lr, eta_min, T_max),
  },
  CosineAnnealingWarmRestarts: {
    fields: { lr, T_0: range(5, STEPS, 1, 20), T_mult: range(1, 4, 1, 2), eta_min },
    lr: ({ lr, T_0, T_mult, eta_min }) => (t) => {
      let length = T_0;
      for (; t >= length; length *= T_mult) t -= length;
      return cosine(t, lr, eta_min, length);
    },
  },
  CyclicLR: {
    fields: {
      base_lr: range(0.01, 0.5, 0.01, 0.01),
      max_lr: range(0.01, 1, 0.01, 0.1),
      step_size_up: iters(20),
      step_size_down: iters(20),
      mode: choice(["triangular", "triangular2", "exp_range"], "triangular"),
      gamma: range(0.9, 1, 0.01, 0.98),
    },
    lr: ({ base_lr, max_lr, step_size_up, step_size_down, mode, gamma }) => (t) => {
      const length = step_size_up + step_size_down;
      const cycle = Math.floor(t / length);
      const since = t - cycle * length;
      const height = since <= step_size_up ? since / step_size_up : (length - since) / step_size_down;
      const scale = { triangular: 1, triangular2: 0.5 ** cycle, exp_range: gamma ** t }[mode];
      return base_lr + (max_lr - base_lr) * height * scale;
    },
  },
  OneCycleLR: {
    fields: {
      max_lr: range(0.01, 1, 0.01, 0.1),
      total_steps: range(20, STEPS + 1, 1, STEPS + 1),
      pct_start: range(0.1, 0.5, 0.05, 0.3),
      anneal_strategy: choice(["cos", "linear"], "cos"),
      div_factor: choice([2, 5, 10, 25, 100], 25),
      final_div_factor: choice([1, 10, 100, 10000], 10000),
      three_phase: flag(false),
    },
    lr: ({ max_lr, total_steps, pct_start, anneal_strategy, div_factor, final_div_factor, three_phase }) => {
      const anneal = anneal_strategy === "cos" ? (t, from, to, length) => cosine(t, from, to, length) : linear;
      const initial_lr = max_lr / div_factor;
      const min_lr = initial_lr / final_div_factor;
      // [last step, lr there]; a phase starts where the one before it ended.
      const phases = [
        [pct_start * total_steps - 1, max_lr],
        ...(three_phase ? [[2 * pct_start * total_steps - 2, initial_lr]] : []),
        [total_steps - 1, min_lr],
      ];
      return (t) => {
        if (t >= total_steps) return undefined;
        const i = phases.findIndex(([end]) => t <= end);
        const [start, from] = i ? phases[i - 1] : [0, initial_lr];
        const [end, to] = phases[i];
        return anneal(t - start, from, to, end - start);
      };
    },
  },
  SequentialLR: {
    fields: { lr, start_factor: range(0.05, 1, 0.05, 0.1), warmup: range(1, 50, 1, 10), T_max: iters(90) },
    lr: ({ lr, start_factor, warmup, T_max }) => (t) =>
      t < warmup ? lr * linear(t, start_factor, 1, warmup) : cosine(t - warmup, lr, 0, T_max),
    code: ({ start_factor, warmup, T_max }) =>
      `warmup = ${call("LinearLR", ["optimizer"], { start_factor, total_iters: warmup })}
cosine = ${call("CosineAnnealingLR", ["optimizer"], { T_max })}
scheduler = SequentialLR(optimizer, [warmup, cosine], milestones=[${warmup}])`,
  },
  ChainedScheduler: {
    fields: { lr, factor: range(0.05, 1, 0.05, 0.3), total_iters: iters(20), gamma: gamma(0.97) },
    lr: ({ lr, factor, total_iters, gamma }) => (t) => lr * gamma ** t * (t < total_iters ? factor : 1),
    code: ({ factor, total_iters, gamma }) =>
      `constant = ${call("ConstantLR", ["optimizer"], { factor, total_iters })}
exponential = ${call("ExponentialLR", ["optimizer"], { gamma })}
scheduler = ChainedScheduler([constant, exponential])`,
  },
  ReduceLROnPlateau: {
    fields: {
      lr,
      factor: range(0.1, 0.9, 0.1, 0.5),
      patience: range(0, 40, 1, 5),
      threshold: range(0, 0.1, 0.01, 0.01),
      cooldown: range(0, 40, 1, 0),
      min_lr: range(0, 0.1, 0.005, 0),
    },
    lr: ({ lr, factor, patience, threshold, cooldown, min_lr }) => {
      const lrs = [lr];
      let [best, bad, cooling] = [Infinity, 0, 0];
      for (let t = 0; t < STEPS; t++) {
        if (loss(t) < best * (1 - threshold)) [best, bad] = [loss(t), 0];
        else bad++;
        if (cooling > 0) [cooling, bad] = [cooling - 1, 0];
        if (bad > patience) {
          const next = Math.max(lr * factor, min_lr);
          if (lr - next > 1e-8) lr = next;
          [cooling, bad] = [cooldown, 0];
        }
        lrs.push(lr);
      }
      return (t) => lrs[t];
    },
    loss,
  },
};

const scheduler = choice(Object.keys(SCHEDULERS), "StepLR");
const step = range(0, STEPS, 1, 30);
const words = ofPage(TEXTS.lr_schedulers);

function view(state) {
  const { scheduler, step } = state;
  const { fields, lr, code, loss } = SCHEDULERS[scheduler];
  const steps = Array.from({ length: STEPS + 1 }, (_, t) => t);
  const lrs = steps.map(lr(state)).filter((value) => value !== undefined);
  const now = lrs[step];

  const { lr: of_optimizer, ...args } = Object.fromEntries(Object.keys(fields).map((name) => [name, state[name]]));
  const made = code?.(args) ?? `scheduler = ${call(scheduler, ["optimizer"], args)}`;
  const optimizer = of_optimizer ? `optimizer = SGD(params, lr=${of_optimizer})` : "optimizer = SGD(params)";

  const top = Math.max(...lrs) * 1.05;
  const lines = [{ points: lrs.map((y, x) => [x, y]), colour: 0 }];
  if (loss) lines.push({ points: steps.map((t) => [t, loss(t) * top]), colour: 1, dash: "4 3" });
  return {
    charts: [
      {
        title: `${scheduler}: ${words.lr_axis}`,
        x: { label: words.step_axis, span: [0, STEPS] },
        y: { label: words.lr_axis + (loss ? ` · - - ${words.loss}` : ""), span: [0, top] },
        lines,
        marks: now === undefined ? [] : [{ point: [step, now], colour: 0 }],
        at: step,
      },
    ],
    status: now === undefined ? fill(words.over, { step, last: lrs.length - 1 }) : fill(words.at, { step, lr: show(now) }),
    code: `${optimizer}\n${made}`,
    numbers: { lrs, losses: loss ? steps.map(loss) : null },
  };
}

mount({ words, fields: (state) => ({ scheduler, step, ...SCHEDULERS[state.scheduler]?.fields }), view });
