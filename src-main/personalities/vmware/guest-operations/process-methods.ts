/** GuestProcessManager: what runs in a guest. */
import { done, faulted, invalidArgument } from '../objects/fault.ts';
import { service } from '../objects/managed.ts';
import type { AnyManaged, Method } from '../objects/managed.ts';
import { dataAt, listAt, numberAt, textAt, textListAt } from '../wire/ask.ts';
import { isoOf } from '../wire/value.ts';
import type { Data } from '../wire/value.ts';
import { enter } from './enter.ts';
import type { ProcessRow } from './hands.ts';

const processData = ({ pid, name, owner, command, startedAt, end }: ProcessRow): Data => ({
  _type: 'GuestProcessInfo',
  name,
  pid,
  owner,
  cmdLine: command,
  startTime: isoOf(startedAt),
  endTime: end === null ? undefined : isoOf(end.at),
  exitCode: end === null ? undefined : end.status,
});

const list: Method<null> = async (call) => {
  const entered = await enter(call);
  if (!entered.ok) return entered;
  const found = await entered.value.hands.processes();
  if (!found.ok) return found;
  const wanted = new Set(listAt(call.args, 'pids'));
  return done(found.value.filter(({ pid }) => wanted.size === 0 || wanted.has(pid)).map(processData));
};

const start: Method<null> = async (call) => {
  const spec = dataAt(call.args, 'spec');
  const program = textAt(spec, 'programPath') ?? '';
  if (program === '') return invalidArgument('spec.programPath', 'A program is needed.');
  const entered = await enter(call);
  if (!entered.ok) return entered;
  if (!program.startsWith('/')) return notFound(program);
  const settings = textListAt(spec, 'envVariables');
  const directory = textAt(spec, 'workingDirectory') ?? '';
  return entered.value.hands.start({
    program,
    arguments: textAt(spec, 'arguments') ?? '',
    directory: directory === '' ? null : directory,
    environment: settings.length === 0 ? null : settings,
  });
};

/** Nobody looks through PATH for it. */
const notFound = (file: string) => faulted('FileNotFound', `File ${file} was not found.`, { file });

const terminate: Method<null> = async (call) => {
  const entered = await enter(call);
  if (!entered.ok) return entered;
  const ended = await entered.value.hands.end(numberAt(call.args, 'pid') ?? -1);
  return ended.ok ? done(undefined) : ended;
};

const environment: Method<null> = async (call) => {
  const entered = await enter(call);
  if (!entered.ok) return entered;
  const known = await entered.value.hands.environment();
  if (!known.ok) return known;
  const names = new Set(textListAt(call.args, 'names'));
  return done(known.value.filter((line) => names.size === 0 || names.has(line.split('=')[0] ?? '')));
};

export const guestProcessesType = (): AnyManaged =>
  service('GuestProcessManager', {
    methods: {
      ListProcessesInGuest: list,
      StartProgramInGuest: start,
      TerminateProcessInGuest: terminate,
      ReadEnvironmentVariableInGuest: environment,
    },
  });
