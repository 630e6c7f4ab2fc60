import type { Alarm } from '../sim/contract/alarms.ts';
import type { AlarmId } from '../sim/contract/ids.ts';

/** What an origin says of all its alarms. */
type Common = Pick<Alarm, 'rule' | 'sensor' | 'source' | 'severity' | 'priority'>;
export type Origin = Common & { readonly id: number; readonly stem: string };

type Own = Omit<Alarm, 'id' | keyof Common>;

/** What most alarms have is not written. */
const usual = {
  state: 'RESOLVED',
  condition: 'gone',
  acknowledgedAt: null,
  acknowledgedBy: null,
  note: null,
  resolvedAt: null,
  shelved: null,
  root: null,
  followedBy: null,
  notes: [],
  assignedTo: null,
} as const satisfies Partial<Own>;

export const alarmNumber = (id: AlarmId): number => Number(id.slice('alarm-'.length));

/** A number that stands alone is a value; one inside a name stays. */
const value = /(?<![\w.-])-?\d+(?:\.\d+)?(?![\w-])/g;

export const originOf = ({
  rule,
  sensor,
  source,
  severity,
  priority,
  message,
}: Alarm): Omit<Origin, 'id'> => ({
  rule,
  sensor,
  source,
  severity,
  priority,
  stem: message.replaceAll(value, '#'),
});

export const hasWords = ({ note, notes, assignedTo }: Alarm): boolean =>
  (note !== null && note !== '') || notes.length > 0 || assignedTo !== null;

export function packAlarm(alarm: Alarm): string {
  const {
    id: _id,
    rule: _rule,
    sensor: _sensor,
    source: _source,
    severity: _severity,
    priority: _priority,
    ...own
  } = alarm;
  const entries = Object.entries(own).filter(([key, said]) => !isUsual(key, said));
  return JSON.stringify(Object.fromEntries(entries));
}

const isUsual = (key: string, said: unknown): boolean => {
  const common = (usual as Readonly<Record<string, unknown>>)[key];
  return Array.isArray(said) ? said.length === 0 : common !== undefined && said === common;
};

export function unpackAlarm(number: number, origin: Origin, body: string): Alarm {
  const { id: _id, stem: _stem, ...common } = origin;
  const own = JSON.parse(body) as Omit<Own, keyof typeof usual> & Partial<Own>;
  return { ...usual, notes: [], ...common, ...own, id: `alarm-${number}` as AlarmId };
}
