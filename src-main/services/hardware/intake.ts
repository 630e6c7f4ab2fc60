/** From what a source read to the broker: take the number out, find the sensor, publish as anyone would. */
import { metricTable } from '../../../sim/contract/metrics.table.ts';
import { refused } from '../../../sim/contract/result.ts';
import type { Refusal, Result } from '../../../sim/contract/result.ts';
import type { HardwarePoint, HardwareSource } from '../../../sim/contract/settings.ts';
import type { Quality } from '../../../sim/contract/telemetry.ts';
import type { RowKey, Tally } from './tally.ts';
import { topicProblem } from './tally.ts';
import { levelsAsked, readTemplate } from './template.ts';
import type { Template } from './template.ts';
import type { TopicBook } from './topic-book.ts';

export type Taken = {
  /** The topic, OID or register it came from. */
  readonly from: string;
  readonly text: string;
  readonly levels: readonly string[];
  readonly quality: Extract<Quality, 'good' | 'stale'>;
};

export type Intake = {
  readonly take: (index: number, taken: Taken) => void;
  readonly fail: (index: number, from: string, problem: string) => void;
  /** Points that can be read at all; the others carry their problem already. */
  readonly usable: readonly number[];
};

export type Publish = (topic: string, payload: string) => void;

export type IntakeDeps = {
  readonly source: HardwareSource;
  readonly book: TopicBook;
  readonly tally: Tally;
  readonly publish: Publish;
  /** What is wrong with where a point reads from, in the words of its kind. */
  readonly check: (from: string) => string | null;
};

export function createIntake({ source, book, tally, publish, check }: IntakeDeps): Intake {
  const templates = new Map<number, Template>();
  source.points.forEach((point, index) => {
    const template = templateOf(point, check);
    if (template.ok) templates.set(index, template.value);
    else tally.failed({ index, topic: point.topic, from: point.from }, null, inWords(template.refusal));
  });
  const keyOf = (index: number, from: string, levels: readonly string[]): RowKey => ({
    index,
    topic: filled(source.points[index]?.topic ?? '', levels),
    from,
  });
  return {
    usable: [...templates.keys()],
    take: (index, { from, text, levels, quality }) => {
      const point = source.points[index];
      const template = templates.get(index);
      if (point === undefined || template === undefined) return;
      const key = keyOf(index, from, levels);
      // After a live value, the one that was retained before it has nothing to add.
      if (quality === 'stale' && tally.hasLive(key)) return;
      if (isOwnBroker(source) && key.topic === from) return tally.failed(key, text, onlyRepeats);
      const read = template(text, levels);
      if (!read.ok) return tally.failed(key, text, inWords(read.refusal));
      const value = settled(read.value * point.scale + point.offset);
      const sensor = book.find(key.topic);
      tally.read(key, { raw: text, value, quality });
      if (sensor === null || topicProblem(key.topic, { point, sensor, book }) !== null) return;
      publish(key.topic, payloadOf(value, metricTable[sensor.spec.metric].unit, quality));
    },
    fail: (index, from, problem) => tally.failed(keyOf(index, from, []), null, problem),
  };
}

const isOwnBroker = (source: HardwareSource): boolean => source.kind === 'mqtt' && source.url === undefined;

const onlyRepeats =
  'It would only repeat what is said on this topic already: publish on it, and nothing is needed here';

const payloadOf = (v: number, u: string, q: Taken['quality']): string => JSON.stringify({ v, u, q });

/** 214 × 0.1 is 21.400000000000002 to a computer and 21.4 to the meter that meant it. */
const settled = (value: number): number => Number(value.toPrecision(12));

const inWords = ({ message, hint }: Refusal): string =>
  hint === undefined ? message : `${message}. ${hint}`;

function templateOf(point: HardwarePoint, check: IntakeDeps['check']): Result<Template> {
  const wrong = check(point.from);
  if (wrong !== null) return refused('invalid-input', wrong);
  const wildcards = point.from.split('/').filter((level) => level === '+').length;
  const asked = Math.max(levelsAsked(point.topic), levelsAsked(point.template));
  if (asked > wildcards) {
    return refused(
      'invalid-input',
      `{${asked}} asks for wildcard ${asked} of ${point.from}, which has ${wildcards}`,
      {
        hint: 'Each + of a topic filter can be used as {1}, {2} and so on.',
      },
    );
  }
  return readTemplate(point.template);
}

const filled = (topic: string, levels: readonly string[]): string =>
  levels.length === 0
    ? topic
    : topic.replaceAll(/\{(\d{1,2})\}/g, (whole, level) => levels[Number(level) - 1] ?? whole);
