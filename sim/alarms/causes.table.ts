import type { Kind, Metric } from '../contract/entities.ts';
import type { stateWords } from '../contract/state-words.table.ts';
import type { Reach } from './cause-chain.ts';

/** What an alarm tells about the chains of power and cooling. */
export type Role =
  /** It no longer passes power on, by its own doing. */
  | 'supply-lost'
  | 'breaker-open'
  /** It has no power because what feeds it has none. */
  | 'unfed'
  /** Something else carries the load: a battery, a genset. */
  | 'stand-in'
  /** What a stand-in uses up. */
  | 'drain'
  | 'cooling-lost'
  | 'cooling-unfed'
  | 'water-heat'
  | 'supply-heat'
  | 'heat'
  /** Equipment that heat has switched off. */
  | 'heat-off'
  | 'humidity'
  | 'silence';

type Worded = keyof typeof stateWords;
type WordRoles = { readonly [K in Worded]?: { readonly [Word in (typeof stateWords)[K][number]]?: Role } };

/** Roles of the words of a state. What has none, such as an overload, is always a cause of its own. */
export const wordRoles: WordRoles = {
  utility: { lost: 'supply-lost' },
  transformer: { tripped: 'supply-lost', dead: 'unfed' },
  genset: { running: 'stand-in' },
  ats: { open: 'unfed', 'on-genset': 'stand-in' },
  ups: { failed: 'supply-lost', off: 'supply-lost', 'on-battery': 'stand-in' },
  panel: { tripped: 'supply-lost', dead: 'unfed' },
  pdu: { tripped: 'supply-lost', dead: 'unfed' },
  rack: { dark: 'unfed', 'partly-powered': 'unfed' },
  crac: { failed: 'cooling-lost', off: 'cooling-lost', 'no-power': 'cooling-unfed' },
  chiller: { tripped: 'cooling-lost', off: 'cooling-lost', 'no-power': 'cooling-unfed' },
};

type QuantityRole = {
  readonly kinds: readonly Kind[];
  readonly metrics: readonly Metric[];
  readonly direction: 'above' | 'below' | 'either';
  readonly role: Role;
};

/** Roles of limits, rates and deviations. A runtime that runs out is never hidden: it asks for another answer. */
export const quantityRoles: readonly QuantityRole[] = [
  { kinds: ['rack', 'room'], metrics: ['temperature'], direction: 'above', role: 'heat' },
  { kinds: ['rack'], metrics: ['heat-off'], direction: 'above', role: 'heat-off' },
  { kinds: ['rack', 'room'], metrics: ['humidity', 'dew-point'], direction: 'either', role: 'humidity' },
  { kinds: ['crac'], metrics: ['supply-temperature', 'return-temperature'], direction: 'above', role: 'supply-heat' },
  { kinds: ['chiller'], metrics: ['water-supply', 'water-return'], direction: 'above', role: 'water-heat' },
  { kinds: ['ups', 'battery'], metrics: ['charge', 'cell-voltage', 'voltage'], direction: 'below', role: 'drain' },
];

export type Cause = Reach & { readonly from: readonly Role[] };

const everywhere = Number.POSITIVE_INFINITY;
const noPower = ['supply-lost', 'breaker-open', 'unfed'] as const;
const noCooling = ['cooling-lost', 'cooling-unfed'] as const;

/** Which alarms explain which, and how far up the chain they may be. */
export const causes: Readonly<Record<Role, readonly Cause[]>> = {
  // A breaker that is open and a unit that says so are one thing, whichever tells first.
  'supply-lost': [{ from: ['breaker-open'], along: 'power', steps: 0 }],
  'breaker-open': [{ from: ['supply-lost'], along: 'power', steps: 0 }],
  unfed: [{ from: noPower, along: 'power', steps: everywhere }],
  'stand-in': [{ from: noPower, along: 'power', steps: everywhere }],
  drain: [{ from: ['stand-in'], along: 'power', steps: 1 }],
  'cooling-lost': [],
  'cooling-unfed': [{ from: noPower, along: 'power', steps: everywhere }],
  // After a loss of power a unit runs again before its air and water are cold again.
  'water-heat': [
    { from: noCooling, along: 'cooling', steps: 0 },
    { from: noPower, along: 'power', steps: everywhere },
  ],
  'supply-heat': [
    { from: [...noCooling, 'water-heat'], along: 'cooling', steps: 1 },
    { from: noPower, along: 'power', steps: everywhere },
  ],
  heat: [{ from: [...noCooling, 'water-heat', 'supply-heat'], along: 'cooling', steps: everywhere }],
  'heat-off': [
    { from: ['heat'], along: 'cooling', steps: 0 },
    { from: [...noCooling, 'water-heat', 'supply-heat'], along: 'cooling', steps: everywhere },
  ],
  // The same air, only warmer, is drier.
  humidity: [
    { from: ['heat'], along: 'cooling', steps: 0 },
    { from: noCooling, along: 'cooling', steps: everywhere },
  ],
  silence: [{ from: ['silence'], along: 'power', steps: 0 }],
};
