/** A source of hardware as it is being written in the form. Pure. */
import type { HardwarePoint, HardwareSource } from '../../../sim/contract/settings.ts';
import { text } from '../../text/text.ts';

export type HardwareKind = HardwareSource['kind'];

/** Numbers stay text until they are whole. */
export type PointDraft = {
  readonly key: number;
  readonly topic: string;
  readonly from: string;
  readonly template: string;
  readonly scale: string;
  readonly offset: string;
  readonly type: HardwarePoint['type'];
  readonly words: HardwarePoint['words'];
};

export type SourceDraft = {
  /** The name it had, null for a new one. */
  readonly was: string | null;
  readonly kind: HardwareKind;
  readonly id: string;
  readonly state: HardwareSource['state'];
  readonly broker: 'own' | 'foreign';
  readonly url: string;
  readonly host: string;
  readonly port: string;
  readonly version: '2c' | '3';
  readonly community: string;
  readonly user: string;
  readonly authKey: string;
  readonly privKey: string;
  readonly unit: string;
  readonly everySeconds: string;
  readonly points: readonly PointDraft[];
};

export const usualPorts = { mqtt: '1883', snmp: '161', modbus: '502' } as const satisfies Record<
  HardwareKind,
  string
>;

export const emptyPoint = (key: number): PointDraft => ({
  key,
  topic: '',
  from: '',
  template: '',
  scale: '1',
  offset: '0',
  type: 'uint16',
  words: 'high-first',
});

export const emptyDraft = (kind: HardwareKind): SourceDraft => ({
  was: null,
  kind,
  id: '',
  state: 'on',
  broker: 'foreign',
  url: '',
  host: '',
  port: usualPorts[kind],
  version: '2c',
  community: 'public',
  user: '',
  authKey: '',
  privKey: '',
  unit: '1',
  everySeconds: '30',
  points: [],
});

export function draftFrom(source: HardwareSource): SourceDraft {
  const { id, kind, state } = source;
  const common = { ...emptyDraft(kind), was: id, id, state, points: source.points.map(pointDraft) };
  switch (source.kind) {
    case 'mqtt':
      return { ...common, broker: source.url === undefined ? 'own' : 'foreign', url: source.url ?? '' };
    case 'snmp': {
      const { host, version, community, user, authKey, privKey, port, everySeconds } = source;
      const numbers = { port: String(port), everySeconds: String(everySeconds) };
      return { ...common, host, version, community, user, authKey, privKey, ...numbers };
    }
    case 'modbus': {
      const { host, port, unit, everySeconds } = source;
      return { ...common, host, port: String(port), unit: String(unit), everySeconds: String(everySeconds) };
    }
    default:
      return source satisfies never;
  }
}

const pointDraft = (point: HardwarePoint, key: number): PointDraft => ({
  key,
  topic: point.topic,
  from: point.from,
  template: point.template,
  scale: String(point.scale),
  offset: String(point.offset),
  type: point.type,
  words: point.words,
});

/** What is wrong, by field; a point's fields are named `points.2.from`. */
export type DraftProblems = Readonly<Record<string, string>>;

const idPattern = /^[a-z0-9][a-z0-9-]{0,39}$/;
const brokerPattern = /^(mqtts?|wss?):\/\/[^/\s]+/;

export function problemsIn(draft: SourceDraft, taken: readonly string[]): DraftProblems {
  const found: readonly (readonly [string, string | null])[] = [
    ['id', idProblem(draft, taken)],
    ...linkProblems(draft),
    ...draft.points.flatMap((point, at) => pointProblems(point, `points.${at}`)),
  ];
  return Object.fromEntries(
    found.flatMap(([field, problem]) => (problem === null ? [] : [[field, problem]])),
  );
}

function idProblem({ id, was }: SourceDraft, taken: readonly string[]): string | null {
  const words = text().hardware.problems;
  if (!idPattern.test(id)) return words.id;
  return id !== was && taken.includes(id) ? words.taken : null;
}

function linkProblems(draft: SourceDraft): readonly (readonly [string, string | null])[] {
  const words = text().hardware.problems;
  if (draft.kind === 'mqtt') {
    const isWrong = draft.broker === 'foreign' && !brokerPattern.test(draft.url);
    return [['url', isWrong ? words.url : null]];
  }
  return [
    ['host', draft.host.trim() === '' ? words.host : null],
    ['port', within(draft.port, 1, 65_535)],
    ['everySeconds', within(draft.everySeconds, 1, 3600)],
    ['unit', draft.kind === 'modbus' ? within(draft.unit, 0, 255) : null],
    ['user', draft.kind === 'snmp' && draft.version === '3' && draft.user === '' ? words.user : null],
  ];
}

function within(written: string, least: number, most: number): string | null {
  const value = Number(written);
  const isFine = /^\d+$/.test(written.trim()) && value >= least && value <= most;
  return isFine ? null : text().hardware.problems.whole(least, most);
}

function pointProblems(point: PointDraft, at: string): readonly (readonly [string, string | null])[] {
  const words = text().hardware.problems;
  return [
    [`${at}.from`, point.from.trim() === '' ? words.from : null],
    [`${at}.topic`, point.topic.trim() === '' ? words.topic : null],
    [`${at}.scale`, isNumber(point.scale) ? null : words.number],
    [`${at}.offset`, isNumber(point.offset) ? null : words.number],
  ];
}

const isNumber = (written: string): boolean => written.trim() !== '' && Number.isFinite(Number(written));

/** Of a draft without problems. */
export function sourceFrom(draft: SourceDraft): HardwareSource {
  const { id, state } = draft;
  const common = { id: id === '' ? 'preview' : id, state, points: draft.points.map(pointFrom) };
  const poll = {
    host: draft.host.trim(),
    port: Number(draft.port),
    everySeconds: Number(draft.everySeconds),
  };
  switch (draft.kind) {
    case 'mqtt':
      return { kind: 'mqtt', ...common, ...(draft.broker === 'own' ? {} : { url: draft.url.trim() }) };
    case 'snmp': {
      const { version, community, user, authKey, privKey } = draft;
      return { kind: 'snmp', ...common, ...poll, version, community, user, authKey, privKey };
    }
    case 'modbus':
      return { kind: 'modbus', ...common, ...poll, unit: Number(draft.unit) };
    default:
      return draft.kind satisfies never;
  }
}

const pointFrom = ({ topic, from, template, scale, offset, type, words }: PointDraft): HardwarePoint => ({
  topic: topic.trim(),
  from: from.trim(),
  template: template.trim(),
  scale: Number(scale),
  offset: Number(offset),
  type,
  words,
});

/** Said in a preview for a point that has no sensor yet; no topic begins so. */
const noTopic = '–';

/**
 * What a preview can ask for already: a link without problems, and the points that say where they read.
 * `keys`: which point of the draft each point of it is.
 */
export function previewOf(
  draft: SourceDraft,
): { readonly source: HardwareSource; readonly keys: readonly number[] } | null {
  const isReady = linkProblems(draft).every(([, problem]) => problem === null);
  if (!isReady) return null;
  const points = draft.points.filter(
    (point) => point.from.trim() !== '' && isNumber(point.scale) && isNumber(point.offset),
  );
  const named = points.map((point) => (point.topic.trim() === '' ? { ...point, topic: noTopic } : point));
  const id = idPattern.test(draft.id) ? draft.id : 'preview';
  return { source: sourceFrom({ ...draft, id, points: named }), keys: points.map(({ key }) => key) };
}
