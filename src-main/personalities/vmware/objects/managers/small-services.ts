/** Managers that have little to tell: of services, of languages, and of logs. */
import type { EventRecord } from '../../events/event.ts';
import { numberAt, textAt } from '../../wire/ask.ts';
import { isoOf } from '../../wire/value.ts';
import { done, faulted, invalidArgument } from '../fault.ts';
import { service } from '../managed.ts';
import type { AnyManaged, Method } from '../managed.ts';

export const smallServices = (): readonly AnyManaged[] => [
  service('ServiceManager', {
    properties: { service: () => [] },
    methods: { QueryServiceList: () => done([]) },
  }),
  service('LocalizationManager', { properties: { catalog: () => [] } }),
  service('DiagnosticManager', {
    methods: { QueryDescriptions: () => done([log]), BrowseDiagnosticLog: browse },
  }),
];

const log = {
  key: 'vpxd:vpxd.log',
  fileName: 'vpxd.log',
  creator: 'vpxd',
  format: 'plain',
  mimeType: 'text/plain',
  info: { label: 'vCenter Server log', summary: 'What happened in the lab, line by line' },
} as const;

const lineOf = ({ at, type, user, message }: EventRecord): string =>
  `${isoOf(at)} info vpxd [${type}]${user === '' ? '' : ` [${user}]`} ${message}`;

const mostLines = 1000;

/** Lines count from 1; without a start the last ones are meant. */
const browse: Method<null> = ({ vc, args }) => {
  const key = textAt(args, 'key') ?? '';
  if (key !== log.key && key !== 'vpxd')
    return faulted('CannotAccessFile', `There is no log ${key}.`, { file: key });
  const events = vc.events.all();
  const count = Math.min(numberAt(args, 'lines') ?? mostLines, mostLines);
  const lineStart = numberAt(args, 'start') ?? Math.max(1, events.length - count + 1);
  if (lineStart < 1 || count < 1) return invalidArgument('start', 'Lines count from 1.');
  const lineText = events.slice(lineStart - 1, lineStart - 1 + count).map(lineOf);
  return done({ lineStart, lineEnd: lineStart + lineText.length - 1, lineText });
};
