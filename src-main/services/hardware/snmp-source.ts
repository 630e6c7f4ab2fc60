import { startPolling } from './polling.ts';
import type { Runner, RunnerDeps } from './runner.ts';
import { openSnmp, snmpConfigProblem } from './snmp-client.ts';
import type { SnmpClient, SnmpConfig } from './snmp-client.ts';
import { snmpText } from './snmp-values.ts';

/** So many objects in one question: an answer of them fits in one datagram of the usual size. */
const batch = 20;

export function snmpProblem(from: string): string | null {
  if (/^\.?[0-2](\.\d{1,10})+$/.test(from.trim())) return null;
  return `${from} is not an OID. Write it in digits, such as 1.3.6.1.2.1.33.1.4.4.1.5.1`;
}

const digits = (oid: string): string => oid.trim().replace(/^\./, '');

export function runSnmp(source: SnmpConfig, deps: RunnerDeps): Runner {
  const { intake, limits, now, tally } = deps;
  const problem = snmpConfigProblem(source);
  if (problem !== null) {
    tally.missed();
    tally.link('failing', problem);
    return { end: () => Promise.resolve() };
  }
  let client: Promise<SnmpClient> | null = null;
  /** A new session finds an agent that was started anew, with other engine times, and leaves a broken socket. */
  const drop = async (): Promise<void> => {
    const last = client;
    client = null;
    (await last)?.close();
  };
  const polling = startPolling({
    ...limits,
    now,
    everyMillis: source.everySeconds * 1000,
    round: async () => {
      client ??= openSnmp(source, limits);
      const opened = await client;
      const silence =
        intake.usable.length === 0 ? await lookAround(opened, deps) : await readAll(source, opened, deps);
      if (silence === null) {
        tally.link('up', intake.usable.length === 0 ? 'Answers, but there is no point to read yet' : '');
        return 'answered';
      }
      await drop();
      tally.missed();
      tally.link('failing', silence);
      return 'silent';
    },
  });
  return {
    end: async () => {
      const stopped = polling.stop();
      await drop();
      await stopped;
    },
  };
}

/** Null where the agent answered, else why not. */
async function readAll(source: SnmpConfig, client: SnmpClient, deps: RunnerDeps): Promise<string | null> {
  const { usable } = deps.intake;
  const parts = Array.from({ length: Math.ceil(usable.length / batch) }, (_, n) =>
    usable.slice(n * batch, (n + 1) * batch),
  );
  for (const part of parts) {
    const silence = await readPart(part, { source, client, deps });
    if (silence !== null) return silence;
  }
  return null;
}

type Reading = { readonly source: SnmpConfig; readonly client: SnmpClient; readonly deps: RunnerDeps };

async function readPart(part: readonly number[], reading: Reading): Promise<string | null> {
  const { source, client, deps } = reading;
  const fromOf = (index: number): string => source.points[index]?.from ?? '';
  const answer = await client.get(part.map((index) => digits(fromOf(index))));
  switch (answer.kind) {
    case 'silent':
      return answer.reason;
    case 'values':
      part.forEach((index, n) => {
        const value = answer.values[n];
        const said =
          value === undefined ? { problem: 'The agent leaves it out of its answer' } : snmpText(value);
        const from = fromOf(index);
        if ('problem' in said) deps.intake.fail(index, from, said.problem);
        else deps.intake.take(index, { from, text: said.text, levels: [], quality: 'good' });
      });
      return null;
    case 'too-big':
    case 'refused': {
      const [only] = part;
      if (part.length > 1) return readHalves(part, reading);
      const problem = answer.kind === 'refused' ? answer.reason : 'The value does not fit in one answer';
      if (only !== undefined) deps.intake.fail(only, fromOf(only), problem);
      return null;
    }
    default:
      return answer satisfies never;
  }
}

/** One object that the agent chokes on must not hide the others. */
async function readHalves(part: readonly number[], reading: Reading): Promise<string | null> {
  const middle = Math.ceil(part.length / 2);
  return (await readPart(part.slice(0, middle), reading)) ?? readPart(part.slice(middle), reading);
}

/** Who it is; then UPSes, entity sensors and the maker's own, a few of each. */
const lookedAt = [
  ['1.3.6.1.2.1.1', 6],
  ['1.3.6.1.2.1.33.1', 18],
  ['1.3.6.1.2.1.99.1', 12],
  ['1.3.6.1.4.1', 18],
] as const;

async function lookAround(client: SnmpClient, { tally, purpose }: RunnerDeps): Promise<string | null> {
  const start = purpose === 'look' ? lookedAt : lookedAt.slice(0, 1);
  for (const [root, count] of start) {
    const answer = await client.next(root, count);
    if (answer.kind === 'silent') return answer.reason;
    if (answer.kind !== 'values') continue;
    for (const value of answer.values) {
      const said = snmpText(value);
      if (value.oid.startsWith(`${root}.`) && 'text' in said)
        tally.heard({ from: value.oid, raw: said.text });
    }
  }
  return null;
}
