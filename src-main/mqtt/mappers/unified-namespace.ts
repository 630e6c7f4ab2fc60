import { topicRoot } from '../../../sim/contract/topics.ts';
import type { Broker } from '../broker.ts';
import { nextPayload, readingLine } from '../reading-line.ts';
import type { ReadingLine } from '../reading-line.ts';
import type { Mapper, MapperPlan, Source } from './mapper.ts';

export type UnifiedNamespaceDeps = {
  readonly broker: Broker;
  readonly source: Source;
  /** The first level, as ISA-95 has the enterprise above its sites. */
  readonly enterprise: string;
};

/** Under this root the readings would come back to ingest as new ones. */
export const isUsableEnterprise = (enterprise: string): boolean => enterprise !== topicRoot;

type Line = ReadingLine & { isSaid: boolean };

/** Every reading once more, retained, under enterprise, site, area, line and cell. */
export function createUnifiedNamespace({ broker, source, enterprise }: UnifiedNamespaceDeps): Mapper {
  let lines: readonly Line[] = [];
  let catchingUp: NodeJS.Immediate | null = null;
  const wipe = (line: Line): void => {
    if (line.isSaid) broker.publish({ topic: line.topic, payload: '', qos: 0, retain: true });
    line.isSaid = false;
  };
  const say = (sensor: number): void => {
    const line = lines[sensor];
    const reading = line === undefined ? null : source.latest(sensor);
    if (line === undefined || reading === null) return;
    line.isSaid = true;
    broker.publish({
      topic: line.topic,
      payload: nextPayload(line, reading.value, reading),
      qos: 0,
      retain: true,
    });
  };
  /** What was read before we were switched on, some at a time. */
  const catchUp = (which: 'all' | 'unsaid', from: number): void => {
    const to = Math.min(lines.length, from + perTurn);
    for (let sensor = from; sensor < to; sensor += 1) {
      if (which === 'all' || lines[sensor]?.isSaid === false) say(sensor);
    }
    catchingUp = to < lines.length ? setImmediate(() => catchUp(which, to)) : null;
  };
  const stop = (): void => {
    if (catchingUp !== null) clearImmediate(catchingUp);
    catchingUp = null;
  };
  return {
    arrange: (plan) => {
      const before = new Map(lines.map((line) => [line.topic, line]));
      lines = linesOf(plan, enterprise, before);
      for (const line of lines) before.delete(line.topic);
      for (const line of before.values()) wipe(line);
      stop();
      catchUp('unsaid', 0);
    },
    reading: say,
    deviceState: () => {},
    repeat: () => {
      stop();
      catchUp('all', 0);
    },
    close: async (why) => {
      stop();
      const left = why === 'switched-off' ? lines : [];
      lines = [];
      for (const [at, line] of left.entries()) {
        wipe(line);
        if (at % perTurn === 0) await new Promise(setImmediate);
      }
    },
  };
}

const perTurn = 500;

const linesOf = (
  { devices, sensors }: MapperPlan,
  enterprise: string,
  before: ReadonlyMap<string, Line>,
): Line[] =>
  sensors.map(({ device, metric, words, levels }) => {
    const above = devices[device];
    const topic = [enterprise, above?.site, ...(above?.levels ?? []), levels].join('/');
    const old = before.get(topic);
    const line = readingLine({ topic, metric, words }, old?.sequence ?? 0);
    return { ...line, isSaid: old?.isSaid ?? false };
  });
