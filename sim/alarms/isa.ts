import type { Alarm, AlarmRule, IsaState } from '../contract/alarms.ts';
import type { World } from '../kernel/world.ts';

/** What can happen to an alarm, by hands, by its rule, by time, or by another alarm that explains it. */
export type IsaVerb =
  | 'raise'
  | 'return'
  | 'acknowledge'
  | 'shelve'
  | 'unshelve'
  | 'group'
  | 'release'
  | 'take-out'
  | 'put-back'
  | 'follow';

/** What lies under a shelf, a root or a removal from service comes to light when that is lifted. */
const underneath = ['unacknowledged', 'acknowledged', 'returned', 'normal'] as const;

/**
 * ISA-18.2 and IEC 62682, for one alarm from its birth on. A later alarm of the same rule and sensor is a new one:
 * the one before it is then followed, and normal for good.
 */
export const isaMachine = {
  unacknowledged: {
    acknowledge: ['acknowledged', 'normal'],
    return: ['returned'],
    shelve: ['shelved'],
    group: ['suppressed'],
    'take-out': ['out-of-service'],
  },
  acknowledged: {
    return: ['normal'],
    shelve: ['shelved'],
    group: ['suppressed'],
    'take-out': ['out-of-service'],
  },
  returned: {
    raise: ['unacknowledged'],
    acknowledge: ['normal'],
    shelve: ['shelved'],
    'take-out': ['out-of-service'],
    follow: ['normal'],
  },
  shelved: {
    return: ['normal'],
    acknowledge: ['normal'],
    unshelve: [...underneath, 'suppressed'],
    'take-out': ['out-of-service'],
    follow: ['normal'],
  },
  suppressed: {
    return: ['normal'],
    acknowledge: ['normal'],
    shelve: ['shelved'],
    release: [...underneath],
    'take-out': ['out-of-service'],
  },
  'out-of-service': {
    return: ['normal'],
    acknowledge: ['normal'],
    'put-back': [...underneath, 'shelved', 'suppressed'],
    follow: ['normal'],
  },
  normal: {},
} as const satisfies Record<IsaState, Partial<Record<IsaVerb, readonly IsaState[]>>>;

export type IsaFacts = {
  readonly now: number;
  /** Of its sensor and its rule together. */
  readonly service: AlarmRule['service'];
};

/** The state that an operator's list shows. Time alone ends a shelf: no command is needed. */
export function isaStateOf(alarm: Alarm, { now, service }: IsaFacts): IsaState {
  if (isSettled(alarm)) return 'normal';
  if (service === 'out-of-service') return 'out-of-service';
  if (isShelved(alarm, now)) return 'shelved';
  if (alarm.root !== null) return 'suppressed';
  if (alarm.state === 'RESOLVED' || (alarm.state === 'ACTIVE' && alarm.condition === 'gone'))
    return 'returned';
  return alarm.state === 'ACKNOWLEDGED' ? 'acknowledged' : 'unacknowledged';
}

/** Over, and nobody needs to see it: acknowledged, explained by another, or followed by the next of its kind. */
const isSettled = (alarm: Alarm): boolean =>
  alarm.state === 'RESOLVED' &&
  (alarm.acknowledgedAt !== null || alarm.followedBy !== null || alarm.root !== null);

export const isShelved = ({ shelved }: Alarm, now: number): boolean =>
  shelved !== null && shelved.until > now;

export const isaStateIn = (world: World, alarm: Alarm): IsaState =>
  isaStateOf(alarm, { now: world.now(), service: serviceOf(world, alarm) });

export function serviceOf(
  world: World,
  { sensor, rule }: Pick<Alarm, 'sensor' | 'rule'>,
): AlarmRule['service'] {
  if (world.outOfService.has(sensor)) return 'out-of-service';
  return world.rules.get(rule)?.service ?? 'in-service';
}
