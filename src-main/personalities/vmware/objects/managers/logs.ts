/** DiagnosticManager: logs of the vCenter and of its hosts, written from what the lab knows happened. */
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import type { EventRecord } from '../../events/event.ts';
import type { WireCall } from '../../server/wire-log.ts';
import type { Vc } from '../../vc.ts';
import { numberAt, refAt, textAt } from '../../wire/ask.ts';
import { isoOf } from '../../wire/value.ts';
import type { Data } from '../../wire/value.ts';
import { done, faulted, invalidArgument } from '../fault.ts';
import type { Answer } from '../fault.ts';
import { service } from '../managed.ts';
import type { AnyManaged, Call } from '../managed.ts';

export const diagnosticManager = (): AnyManaged =>
  service('DiagnosticManager', {
    methods: {
      QueryDescriptions: (call) => {
        const source = sourceOf(call);
        return source.ok ? done(logsOf(source.value).map(descriptor)) : source;
      },
      BrowseDiagnosticLog: browse,
    },
  });

type Host = EntityOf<'host'>;
/** null: the vCenter itself. */
type Source = Host | null;

/** `from` is the line that the first of these is: older ones are forgotten. */
type Lines = { readonly from: number; readonly lines: readonly string[] };

type LogFile = {
  readonly key: string;
  readonly file: string;
  readonly label: string;
  readonly read: (vc: Vc, source: Source) => Lines;
};

const lineOf = ({ at, type, user, message }: EventRecord): string =>
  `${isoOf(at)} info vpxd [${type}]${user === '' ? '' : ` [${user}]`} ${message}`;

const ofVcenter: readonly LogFile[] = [
  {
    key: 'vpxd:vpxd.log',
    file: 'vpxd.log',
    label: 'vCenter Server log',
    read: (vc) => whole(vc.events.all().map(lineOf)),
  },
];

const ofHost: readonly LogFile[] = [
  { key: 'hostd', file: '/var/log/hostd.log', label: 'Host agent log', read: hostd },
  { key: 'vmkernel', file: '/var/log/vmkernel.log', label: 'VMkernel log', read: vmkernel },
];

const whole = (lines: readonly string[]): Lines => ({ from: 1, lines });

const logsOf = (source: Source): readonly LogFile[] => (source === null ? ofVcenter : ofHost);

/** The agent of a host that is asked itself writes down who asked what; of others it tells what it did. */
function hostd(vc: Vc, host: Source): Lines {
  if (vc.kind !== 'host') return whole(eventsOn(vc, host).map((event) => agentLine(event)));
  const calls = vc.calls().toReversed();
  const last = calls.at(-1)?.number ?? 0;
  return { from: Math.max(1, last - calls.length + 1), lines: calls.map(callLine) };
}

const agentLine = ({ at, type, user, message }: EventRecord): string =>
  `${isoOf(at)} In(166) Hostd[2099]: [Originator@6876 sub=Vimsvc.ha-eventmgr${user === '' ? '' : ` user=${user}`}] ${type}: ${message}`;

function callLine({ at, method, object, user, request, fault, millis }: WireCall): string {
  const operation = /<(?:\w+:)?operationID[^>]*>([^<]{1,200})</.exec(request)?.[1];
  const who = [operation === undefined ? '' : ` opID=${operation}`, user === '' ? '' : ` user=${user}`].join(
    '',
  );
  const level = fault === '' ? 'In(166)' : 'Wa(164)';
  const end = fault === '' ? `took ${Math.round(millis)} ms` : `ended with ${fault}`;
  return `${isoOf(at)} ${level} Hostd[2099]: [Originator@6876 sub=Solo.Vmomi${who}] ${method} on ${object === '' ? 'nothing' : object} ${end}`;
}

function vmkernel(vc: Vc, host: Source): Lines {
  if (host === null) return whole([]);
  const { spec, name } = host;
  const cores = spec.sockets * spec.coresPerSocket;
  const at = isoOf(vc.world().clock.epoch);
  const begin = `${at} In(182) vmkernel: cpu0:1048576)`;
  const boot = [
    `${begin}VMware ESXi ${vc.about.version} build-${vc.about.build} on ${name}`,
    `${begin}${spec.sockets} packages, ${cores} cores at ${spec.megahertz} MHz`,
    `${begin}${spec.memory} MB of memory`,
    ...(host.links.mounts ?? []).flatMap((id) => {
      const store = vc.world().inventory.get(id);
      return store === undefined ? [] : [`${begin}Mounted the datastore ${store.name}`];
    }),
  ];
  const since = eventsOn(vc, host).map(
    (event) => `${isoOf(event.at)} In(182) vmkernel: cpu0:1048576)${event.message}`,
  );
  return whole([...boot, ...since]);
}

/** What happened to a host and to the machines on it. */
function eventsOn(vc: Vc, host: Source): readonly EventRecord[] {
  if (host === null) return [];
  const { value } = vc.refs.of(host);
  return vc.events.all().filter(({ data }) => refAt(data, 'host.host')?.value === value);
}

/** A host that is asked itself can only tell of itself. */
function sourceOf({ vc, args }: Call): Answer<Source> {
  if (vc.kind === 'host') return done(vc.world().inventory.ofKind('host')[0] ?? null);
  const ref = refAt(args, 'host');
  if (ref === undefined) return done(null);
  const host = vc.refs.entity(ref);
  return host?.kind === 'host' ? done(host) : invalidArgument('host', `${ref.value} is no host.`);
}

const descriptor = ({ key, file, label }: LogFile): Data => ({
  key,
  fileName: file,
  creator: key.split(':')[0] ?? key,
  format: 'plain',
  mimeType: 'text/plain',
  info: { label, summary: 'What happened in the lab, line by line' },
});

const mostLines = 1000;

/** Lines count from 1; without a start the last ones are meant, and behind the end there are none. */
function browse(call: Call): Answer {
  const { vc, args } = call;
  const source = sourceOf(call);
  if (!source.ok) return source;
  const key = textAt(args, 'key') ?? '';
  const log = logsOf(source.value).find((each) => each.key === key || each.key.split(':')[0] === key);
  if (log === undefined) return faulted('CannotAccessFile', `There is no log ${key}.`, { file: key });
  const asked = numberAt(args, 'lines') ?? 0;
  if (asked < 0) return invalidArgument('lines', 'Less than no line cannot be told.');
  const count = Math.min(asked === 0 ? mostLines : asked, mostLines);
  const { from, lines } = log.read(vc, source.value);
  const total = from - 1 + lines.length;
  const start = numberAt(args, 'start') ?? total - count + 1;
  const first = Math.max(from, start);
  const lineText = first > total ? [] : lines.slice(first - from, first - from + count);
  // govc asks for the last lines of a shorter log from below its beginning, and again until it has passed the end:
  // where all are told, their numbers are counted from where it asked.
  const isWhole = start < 1 && lineText.length === lines.length;
  const lineStart = isWhole ? start : Math.min(first, total + 1);
  return done({ lineStart, lineEnd: lineStart - 1 + lineText.length, lineText });
}
