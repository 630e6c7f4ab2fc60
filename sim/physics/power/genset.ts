import { stateWords } from '../../contract/state-words.table.ts';
import { chance } from '../../kernel/chance.ts';
import type { World } from '../../kernel/world.ts';
import { wander } from '../../workloads/utilisation.ts';
import type { PlantLayout } from '../plant.ts';
import type { PlantState } from '../state.ts';
import { atsAuto, onGenset, onUtility } from './ats-words.ts';
import { overloadHeat } from './breaker.ts';
import { endsDead, liveTime, setDead } from './flow.ts';

const words = stateWords.genset;
type Word = (typeof words)[number];

/** Which way each event takes a genset. `time`: what its state waits for has passed. */
const gensetMachine = {
  off: { call: 'delay' },
  delay: { release: 'off', time: 'cranking' },
  cranking: { release: 'off', time: 'warming', stall: 'failed' },
  warming: { release: 'off', time: 'running' },
  running: { release: 'cooling-down', empty: 'out-of-fuel', overload: 'failed' },
  'cooling-down': { call: 'running', time: 'off', empty: 'out-of-fuel', overload: 'failed' },
  failed: { reset: 'off' },
  'out-of-fuel': { reset: 'off' },
} as const satisfies Record<Word, Partial<Record<string, Word>>>;

const gensetCode = Object.fromEntries(words.map((word, at) => [word, at])) as Record<Word, number>;

/** Whether only a hand at its panel, or a full tank, can make it start again. */
export const isLockedOut = (state: number): boolean =>
  state === gensetCode.failed || state === gensetCode['out-of-fuel'];

/** Modes of the panel. */
const gensetAuto = 0;
export const gensetOn = 1;
export const gensetOff = 2;

/** Share of the full burn at no load; the rest grows with the load. */
const idleBurn = 0.27;
const secondsPerHour = 3600;

/** One second of one genset's life, eaten piece by piece. */
type Life = {
  readonly world: World;
  readonly state: PlantState;
  readonly layout: PlantLayout;
  readonly at: number;
  word: Word;
  now: number;
  /** When in this second it began to give power, and when it ended. */
  from: number;
  to: number;
};

export function stepGenset(
  world: World,
  state: PlantState,
  { layout, at }: { layout: PlantLayout; at: number },
): void {
  const { graph, flow } = layout.power;
  const columns = state.genset.columns;
  const node = graph.start.genset + at;
  const word = words[columns.state[at] as number] ?? 'off';
  const life: Life = { world, state, layout, at, word, now: 0, from: 1, to: 1 };
  if (gives(word)) life.from = 0;
  // Delay, every crank, warm-up and cool-down may all be over in no time: the bound is the number of states and tries.
  for (let pieces = 0; life.now < 1 && pieces < 32; pieces += 1) live(life);
  columns.state[at] = gensetCode[life.word];
  setGaps(life, node);
  const running = liveTime(flow, node);
  flow.viaFirst[node] = running;
  columns.hours[at] = (columns.hours[at] as number) + running / secondsPerHour;
  showEngine(life, node);
}

const gives = (word: Word): boolean => word === 'running' || word === 'cooling-down';

/** The genset lives from one moment of the second to another; what is left of the second is one gap at most. */
function setGaps({ layout, from, to }: Life, node: number): void {
  const { flow } = layout.power;
  if (from >= 1) setDead(flow, node, { start: 0, end: 1 });
  else if (from > 0) setDead(flow, node, { start: 0, end: to < 1 ? 1 : from });
  else setDead(flow, node, { start: to, end: 1 });
}

function live(life: Life): void {
  const called = callFrom(life);
  switch (life.word) {
    case 'off':
      if (called >= 1) return passTime(life, 1 - life.now);
      life.now = Math.max(life.now, called);
      return enter(life, gensetMachine.off.call, life.layout.power.genset.startDelay[life.at] as number);
    case 'delay':
      if (called >= 1) return enter(life, gensetMachine.delay.release, 0);
      if (waits(life)) return;
      life.state.genset.columns.tries[life.at] = 1;
      return enter(life, gensetMachine.delay.time, life.layout.power.genset.crankTime[life.at] as number);
    case 'cranking':
      return called >= 1 ? enter(life, gensetMachine.cranking.release, 0) : crank(life);
    case 'warming':
      if (called >= 1) return enter(life, gensetMachine.warming.release, 0);
      if (waits(life)) return;
      life.from = life.now;
      return enter(life, gensetMachine.warming.time, 0);
    case 'running':
    case 'cooling-down':
      return run(life, called);
    case 'failed':
    case 'out-of-fuel':
      return passTime(life, 1 - life.now);
    default:
      life.word satisfies never;
  }
}

function enter(life: Life, word: Word, seconds: number): void {
  life.word = word;
  life.state.genset.columns.timer[life.at] = seconds;
}

function passTime(life: Life, seconds: number): void {
  life.now = life.now + seconds;
  const { timer } = life.state.genset.columns;
  timer[life.at] = Math.max(0, (timer[life.at] as number) - seconds);
}

/** Lets the state's time pass; true where it lasts beyond this second. */
function waits(life: Life): boolean {
  const left = life.state.genset.columns.timer[life.at] as number;
  const here = 1 - life.now;
  passTime(life, left < here ? left : here);
  return left >= here;
}

/** When in this second somebody wants it: 0 from the start, 1 not at all. */
function callFrom({ state, layout, at }: Life): number {
  const { graph } = layout.power;
  const mode = state.genset.columns.mode[at];
  if (mode === gensetOn) return 0;
  if (mode === gensetOff) return 1;
  let when = 1;
  for (const caller of graph.callers[at] ?? []) when = Math.min(when, askedBy(state, layout, caller));
  return when;
}

/** A switch asks while it stands on the genset or is on its way; everyone asks when what he prefers is dead. */
function askedBy(state: PlantState, { power: { graph, flow } }: PlantLayout, caller: number): number {
  const preferred = graph.first[caller] as number;
  const lacks = endsDead(flow, preferred) ? (flow.from[preferred] as number) : 1;
  if (caller < graph.start.ats || caller >= graph.start.ups) return lacks;
  const { mode, state: position } = state.ats.columns;
  const ats = caller - graph.start.ats;
  if (mode[ats] === onGenset) return 0;
  if (mode[ats] !== atsAuto) return 1;
  return position[ats] === onUtility ? lacks : 0;
}

function crank(life: Life): void {
  const { world, state, layout, at } = life;
  const { crankTime, crankTries, crankFailure, warmUp, actor } = layout.power.genset;
  if (waits(life)) return;
  const tries = state.genset.columns.tries[at] as number;
  const draw = chance({ seed: world.seed, actor: actor[at] as number, tick: world.clock.tick, draw: tries });
  const catches =
    (layout.levers.genset['no-start'][at] as number) === 0 && draw >= (crankFailure[at] as number);
  if (catches) return enter(life, gensetMachine.cranking.time, warmUp[at] as number);
  if (tries >= (crankTries[at] as number)) return enter(life, gensetMachine.cranking.stall, 0);
  state.genset.columns.tries[at] = tries + 1;
  enter(life, 'cranking', crankTime[at] as number);
}

function run(life: Life, called: number): void {
  const { state, layout, at } = life;
  const { fuel, load } = state.genset.columns;
  const { burn, tank, cooldown } = layout.power.genset;
  if (life.word === 'running' && called >= 1)
    return enter(life, gensetMachine.running.release, cooldown[at] as number);
  if (life.word === 'cooling-down' && called <= life.now)
    return enter(life, gensetMachine['cooling-down'].call, 0);
  const share = idleBurn + (1 - idleBurn) * ((load[at] as number) / 100);
  const perSecond = ((burn[at] as number) * share * 100) / secondsPerHour / (tank[at] as number);
  const ends =
    life.word === 'cooling-down' ? (state.genset.columns.timer[at] as number) : Number.POSITIVE_INFINITY;
  const dry = (fuel[at] as number) / perSecond;
  const piece = Math.min(1 - life.now, ends, dry);
  fuel[at] = dry <= piece ? 0 : (fuel[at] as number) - perSecond * piece;
  passTime(life, piece);
  if (piece < dry && piece < ends) return;
  life.to = life.now;
  enter(life, piece >= dry ? gensetMachine.running.empty : gensetMachine['cooling-down'].time, 0);
}

/** Four poles: 1500 a minute give 50 Hz. The governor droops by one per cent and hunts a little. */
function showEngine({ world, state, layout, at, word }: Life, node: number): void {
  const { flow } = layout.power;
  const { speed, frequency, voltage, load } = state.genset.columns;
  const { actor, hertz } = layout.power.genset;
  if (!gives(word)) {
    voltage[at] = 0;
    frequency[at] = 0;
    speed[at] = word === 'cranking' ? 200 : word === 'warming' ? 30 * (hertz[at] as number) : 0;
    flow.volts[node] = 0;
    flow.hertz[node] = 0;
    return;
  }
  const hunting = 0.0006 * wander(world.seed, actor[at] as number, world.clock.tick / 5);
  const pace = (hertz[at] as number) * (1.005 - 0.01 * ((load[at] as number) / 100) + hunting);
  frequency[at] = pace;
  speed[at] = 30 * pace;
  voltage[at] = nominalVolts * (1 + hunting);
  flow.volts[node] = 1 + hunting;
  flow.hertz[node] = pace;
}

/** Between phases, behind the transformer of a site. */
export const nominalVolts = 400;

/** After the second's sums: what it carried, how long its fuel lasts, whether it was too much. */
export function settleGenset(state: PlantState, layout: PlantLayout, at: number): void {
  const { graph, flow, genset } = layout.power;
  const columns = state.genset.columns;
  const kilowatts = flow.out[graph.start.genset + at] as number;
  const rated = genset.rated[at] as number;
  const x = rated > 0 ? kilowatts / rated : 0;
  columns.power[at] = kilowatts;
  columns.load[at] = 100 * x;
  columns.overload[at] = overloadHeat(columns.overload[at] as number, x);
  if (columns.overload[at] >= 1 && gives(words[columns.state[at] as number] ?? 'off'))
    columns.state[at] = gensetCode[gensetMachine.running.overload];
  const litres = ((columns.fuel[at] as number) / 100) * (genset.tank[at] as number);
  columns.runtime[at] = (60 * litres) / ((genset.burn[at] as number) * (idleBurn + (1 - idleBurn) * x));
}

/** A hand at its panel. */
export function orderGenset(
  state: PlantState,
  at: number,
  verb: 'genset-start' | 'genset-stop' | 'genset-auto' | 'genset-refuel',
): void {
  const { mode, state: code, fuel, timer, overload } = state.genset.columns;
  const word = words[code[at] as number] ?? 'off';
  switch (verb) {
    case 'genset-start':
      mode[at] = gensetOn;
      break;
    case 'genset-auto':
      mode[at] = gensetAuto;
      break;
    case 'genset-refuel':
      fuel[at] = 100;
      if (word === 'out-of-fuel') code[at] = gensetCode[gensetMachine['out-of-fuel'].reset];
      return;
    case 'genset-stop':
      mode[at] = gensetOff;
      if (word === 'failed' || word === 'out-of-fuel') return;
      code[at] = gensetCode.off;
      timer[at] = 0;
      return;
    default:
      verb satisfies never;
  }
  // Starting it, or leaving it to itself, clears its lock-out.
  if (word === 'failed') code[at] = gensetCode[gensetMachine.failed.reset];
  overload[at] = 0;
}
