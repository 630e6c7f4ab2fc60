/** Sentences of the host with something in them: names and figures. The first that fits is taken. */
import { metricTable } from '../../../sim/contract/metrics.table.ts';
import type { Metric } from '../../../sim/contract/entities.ts';
import { metrics, stateWords } from './things.ts';

type Groups = Readonly<Record<string, string>>;
type Say = (sentence: string) => string;
type ToldPattern = readonly [RegExp, (found: Groups, say: Say) => string];

/** Figures as they are written here: 28,3. */
const figure = (text = ''): string => text.replaceAll(/(\d)\.(\d)/g, '$1,$2');

const places: Readonly<Record<string, string>> = {
  top: 'oben',
  middle: 'Mitte',
  bottom: 'unten',
  front: 'vorn',
  rear: 'hinten',
};
const place = (text: string): string =>
  text.split('-').every((part) => part in places) ? text.split('-').map((part) => places[part]).join(' ') : text;

const names: readonly (readonly [english: string, german: string])[] = [
  ['Inlet', 'Zuluft'] as const,
  ['Outlet', 'Abluft'] as const,
  ...Object.entries(metricTable).map(([metric, { label }]): readonly [string, string] => [label, metrics[metric as Metric]]),
].toSorted(([one], [other]) => other.length - one.length);

/** `Inlet top`, `Load L1`: what is measured, and where. */
function what(text = ''): string {
  for (const [english, german] of names) {
    if (text.toLowerCase() === english.toLowerCase()) return german;
    if (text.toLowerCase().startsWith(`${english.toLowerCase()} `)) return `${german} ${place(text.slice(english.length + 1))}`;
  }
  return text;
}

/** Words of states, as they are read: without their dashes. */
const states = new Map(Object.entries(stateWords).map(([word, german]) => [word.replaceAll('-', ' '), german]));
const state = (word = ''): string => states.get(word.replaceAll('-', ' ')) ?? word;

const parts: Readonly<Record<string, string>> = {
  Detected: 'Erkannt',
  Acknowledged: 'Quittiert',
  Restored: 'Behoben',
  'Alarms answered': 'Beantwortete Alarme',
  Damage: 'Schaden',
  never: 'nie',
};

/** What an alarm says: sim/alarms/message.ts. */
const alarms: readonly ToldPattern[] = [
  [
    /^(?<what>.+?) (?<value>-?[\d.]+(?: \S+){0,2}) (?<side>over|under) (?<limit>-?[\d.]+)$/,
    (found) =>
      `${what(found['what'])} ${figure(found['value'])} ${found['side'] === 'over' ? 'über' : 'unter'} ${figure(found['limit'])}`,
  ],
  [
    /^(?<what>.+) (?<verb>rises|falls) (?<value>[\d.]+ \S*\/min), more than (?<limit>[\d.]+)$/,
    (found) =>
      `${what(found['what'])} ${found['verb'] === 'rises' ? 'steigt' : 'fällt'} um ${figure(found['value'])}, mehr als ${figure(found['limit'])}`,
  ],
  [
    /^(?<what>.+?) (?<value>[\d.]+(?: \S+){0,2}) (?<side>over|under) its (?<from>.+), (?<limit>-?[\d.]+) allowed$/,
    (found) =>
      `${what(found['what'])} ${figure(found['value'])} ${found['side'] === 'over' ? 'über' : 'unter'} ${what(found['from'])}, erlaubt ${figure(found['limit'])}`,
  ],
  [
    /^(?<what>.+) has said nothing for (?<periods>\d+) periods$/,
    (found) => `${what(found['what'])} ist seit ${found['periods']} Perioden stumm`,
  ],
  [/^Water found at (?<name>.+)$/, (found) => `Wasser gefunden bei ${found['name']}`],
  [/^(?<name>.+) has failed$/, (found) => `${found['name']}: ${state('failed')}`],
  [/^(?<name>.+) has tripped$/, (found) => `${found['name']}: ${state('tripped')}`],
  [/^(?<name>.+) has no power$/, (found) => `${found['name']}: ${state('no-power')}`],
  [
    /^(?<name>[^:]+): (?<what>[a-z][a-z -]*) is (?<word>[a-z-]+)$/,
    (found) => `${found['name']}: ${what(found['what'])} ${state(found['word'])}`,
  ],
];

/** Alarms of a thing whose state is a word; last, since much of what people write is like it. */
const plainStates: readonly ToldPattern[] = [
  [
    new RegExp(`^(?<name>\\S+(?: \\S+)?) is (?<word>${[...states.keys()].join('|')})$`),
    (found) => `${found['name']}: ${state(found['word'])}`,
  ],
];

/** Parts and lines of a drill's report: sim/scenarios/drill-report.ts. */
const reports: readonly ToldPattern[] = [
  [
    new RegExp(`^(?<part>${Object.keys(parts).join('|')})$`),
    (found) => parts[found['part'] ?? ''] ?? '',
  ],
  [
    /^after (?<span>[\d.]+ \w+); full points within (?<good>[\d.]+ \w+)$/,
    (found) => `nach ${found['span']}; volle Punktzahl bis ${found['good']}`,
  ],
  [/^(?<done>\d+) of (?<all>\d+)$/, (found) => `${found['done']} von ${found['all']}`],
  [
    /^(?<hot>[\d.]+) rack-minutes too hot or cold, (?<dark>[\d.]+) without power$/,
    (found) => `${figure(found['hot'])} Rack-Minuten zu heiß oder zu kalt, ${figure(found['dark'])} ohne Strom`,
  ],
  [/^(?<id>alarm-\d+) rang: (?<message>.+)$/, (found, say) => `${found['id']} ausgelöst: ${say(found['message'] ?? '')}`],
  [/^(?<id>alarm-\d+) acknowledged by (?<by>.+)$/, (found) => `${found['id']} von ${found['by']} quittiert`],
  [/^(?<id>alarm-\d+) was over$/, (found) => `${found['id']} war vorbei`],
];

const refusals: readonly ToldPattern[] = [
  [
    /^(?<slot>U\d+–U\d+) of (?<rack>.+) is taken by (?<by>.+) \((?<other>U\d+–U\d+)\)$/,
    (found) => `${found['slot']} in ${found['rack']} belegt ${found['by']} (${found['other']})`,
  ],
  [
    /^(?<name>.+) needs (?<slot>U\d+–U\d+), (?<rack>.+) has (?<height>\d+) U$/,
    (found) => `${found['name']} braucht ${found['slot']}, ${found['rack']} hat ${found['height']} HE`,
  ],
  [
    /^(?<rack>.+) would carry (?<kilos>[\d.]+) kg, it bears (?<most>[\d.]+) kg$/,
    (found) => `${found['rack']} müsste ${figure(found['kilos'])} kg tragen, erlaubt sind ${figure(found['most'])} kg`,
  ],
  [
    /^(?<rack>.+) would draw (?<power>[\d.]+) kW at most, it is rated (?<most>[\d.]+) kW$/,
    (found) =>
      `${found['rack']} zöge bis zu ${figure(found['power'])} kW, ausgelegt ist es auf ${figure(found['most'])} kW`,
  ],
  [
    /^(?<name>.+) would stand outside (?<room>.+) \((?<size>.+)\)$/,
    (found) => `${found['name']} stünde außerhalb von ${found['room']} (${figure(found['size'])})`,
  ],
  [
    /^(?<name>.+) would stand in (?<other>.+)$/,
    (found) => `${found['name']} stünde in ${found['other']}`,
  ],
  [
    /^(?<name>.+) holds (?<count>\d+) other things$/,
    (found) => `${found['name']} enthält noch anderes: ${found['count']}`,
  ],
  [
    /^There is a (?<kind>\S+) named (?<name>.+) already \((?<holder>.+)\)$/,
    (found) => `Den Namen ${found['name']} gibt es schon (${found['holder']})`,
  ],
  [/^There is a (?<id>\S+) already$/, (found) => `${found['id']} gibt es schon`],
  [/^There is no (?:alarm rule|drill|lab|scenario|schedule|report) (?<name>.+)$/, (found) => `${found['name']} gibt es nicht`],
  [/^There is no (?<name>\S+)$/, (found) => `${found['name']} gibt es nicht`],
  [
    /^There is nothing of yours to (?<word>undo|redo)$/,
    (found) => `Es gibt nichts Eigenes zum ${found['word'] === 'undo' ? 'Rückgängigmachen' : 'Wiederholen'}`,
  ],
  [
    /^(?<who>.+) is (?<role>viewer|operator|admin) and may not (?<type>\S+)$/,
    (found) => `${found['who']} hat die Rolle ${found['role']} und darf ${found['type']} nicht`,
  ],
  [/^(?<port>.+) is taken by another program$/, (found) => `${found['port']} ist von einem anderen Programm belegt`],
  [/^The disk is full$/, () => 'Der Datenträger ist voll'],
  [/^The size of (?<name>\S+) goes from (?<least>\S+) to (?<most>\S+) (?<unit>.+)$/, (found) =>
    `Die Stärke von ${found['name']} reicht von ${figure(found['least'])} bis ${figure(found['most'])} ${found['unit']}`],
];

export const toldPatterns: readonly ToldPattern[] = [...alarms, ...reports, ...refusals, ...plainStates];
