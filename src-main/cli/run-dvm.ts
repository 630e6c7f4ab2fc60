import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Surroundings } from '../host/data-directory.ts';
import { parseArguments } from './arguments.ts';
import { createClient, type Client } from './client.ts';
import { complete, completionWord } from './complete.ts';
import type { Console } from './console.ts';
import { findVerb, type FoundVerb } from './find-verb.ts';
import type { GivenValue } from './flags.ts';
import { globalFlags } from './global-flags.ts';
import { branchHelp, generalHelp, leafHelp } from './help.ts';
import { findHost } from './host-address.ts';
import { done, exitCodeOf, failed, type Failure, type Outcome } from './outcome.ts';
import { colourChoices, paintFor } from './paint.ts';
import type { Call } from './verb.ts';
import { verbs } from './verbs.table.ts';

export type Stream = {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
};

/** All of the outside that dvm touches, so that a test can be its terminal. */
export type Stage = Surroundings & {
  readonly directory: string;
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly readStandardInput: () => Promise<string>;
  readonly signal: AbortSignal;
  readonly version: string;
};

/** Does what the command line says and returns the exit code. */
export async function runDvm(texts: readonly string[], stage: Stage): Promise<number> {
  if (texts[0] === completionWord) return runCompletion(texts.slice(1), stage);
  const found = findVerb(verbs, texts);
  if (!found.ok) return conclude(openConsole(stage, undefined), found);
  if (wantsHelp(found.value.rest))
    return explain(openConsole(stage, undefined), found.value, exitCodeOf(done));
  if (found.value.kind !== 'leaf') return explainMissing(stage, found.value);
  const { leaf, words, rest } = found.value;
  const parsed = parseArguments({ ...leaf.flags, ...globalFlags }, leaf.operands, rest);
  if (!parsed.ok) return conclude(openConsole(stage, undefined), withUsageHint(parsed, words));
  const { flags } = parsed.value;
  const call = openCall(stage, flags);
  const outcome = await leaf.run(call, flags, parsed.value.words);
  return conclude(call.console, withUsageHint(outcome, words));
}

/** Before all else: `dvm get --help` misses its KIND, and asks for just that. */
function wantsHelp(rest: readonly string[]): boolean {
  const end = rest.indexOf('--');
  const flags = end === -1 ? rest : rest.slice(0, end);
  return flags.includes('--help') || flags.includes('-h');
}

function explain(console: Console, found: FoundVerb, code: number): number {
  if (found.kind === 'none') console.data(generalHelp(verbs, console));
  else if (found.kind === 'branch') console.data(branchHelp(found.branch, console));
  else console.data(leafHelp(found.leaf, found.words, console));
  return code;
}

/** Half a command is no success, and its help is no data. */
function explainMissing(stage: Stage, found: FoundVerb): number {
  const console = openConsole(stage, undefined);
  return explain(
    { ...console, data: console.words, paint: console.tint },
    found,
    exitCodeOf(failed({ kind: 'usage', message: '' })),
  );
}

function openCall(stage: Stage, flags: Readonly<Record<string, GivenValue>>): Call {
  const asked = { url: textOf(flags['url']), token: textOf(flags['token']), data: textOf(flags['data']) };
  return {
    console: openConsole(stage, textOf(flags['color'])),
    signal: stage.signal,
    directory: stage.directory,
    version: stage.version,
    verbs,
    host: async (): Promise<Outcome<Client>> => {
      const address = await findHost(asked, stage);
      return address.ok ? { ok: true, value: createClient(address.value, stage.signal) } : address;
    },
    read: (file) => readText(stage, file),
  };
}

const textOf = (value: GivenValue): string | undefined => (typeof value === 'string' ? value : undefined);

async function readText(stage: Stage, file: string): Promise<Outcome<string>> {
  try {
    return {
      ok: true,
      value:
        file === '-'
          ? await stage.readStandardInput()
          : await readFile(resolve(stage.directory, file), 'utf8'),
    };
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return failed({ kind: 'usage', message: `${file} cannot be read: ${reason}` });
  }
}

function openConsole({ stdout, stderr, env }: Stage, colour: string | undefined): Console {
  const choice = colourChoices.find((each) => each === colour) ?? 'auto';
  const isTerminal = stdout.isTTY === true;
  return {
    data: (line) => void stdout.write(`${line}\n`),
    words: (line) => void stderr.write(`${line}\n`),
    width: isTerminal ? (stdout.columns ?? 80) : null,
    paint: paintFor({ choice, env, terminal: isTerminal }),
    tint: paintFor({ choice, env, terminal: stderr.isTTY === true }),
  };
}

function withUsageHint(outcome: Outcome<unknown>, words: string): Outcome<unknown> {
  if (outcome.ok || outcome.refusal.kind !== 'usage' || outcome.refusal.hint !== undefined) return outcome;
  return failed({ ...outcome.refusal, hint: `dvm help ${words} explains it` });
}

function conclude(console: Console, outcome: Outcome<unknown>): number {
  if (!outcome.ok) for (const line of failureLines(outcome.refusal, console)) console.words(line);
  return exitCodeOf(outcome);
}

function failureLines(failure: Failure, { tint }: Console): string[] {
  const said = (message: string, hint: string | undefined): string[] => [
    `${tint('critical', 'dvm:')} ${message}`,
    ...(hint === undefined ? [] : [tint('quiet', `     ${hint}`)]),
  ];
  switch (failure.kind) {
    case 'interrupted':
      return [];
    case 'lost':
      return said(failure.message, undefined);
    case 'refused':
      return said(refusalText(failure), failure.refusal.hint);
    case 'usage':
    case 'no-host':
      return said(failure.message, failure.hint);
    default:
      return failure satisfies never;
  }
}

/** The code is what a script may look for; people read the rest. */
function refusalText({ refusal }: Extract<Failure, { kind: 'refused' }>): string {
  const { message, where, code } = refusal;
  const place = where === undefined || where === '' || message.includes(where) ? '' : ` (${where})`;
  return `${message}${place} [${code}]`;
}

/** Tab must never wait long, nor print a fault into the line that is being typed. */
const patience = 1500;

async function runCompletion(texts: readonly string[], stage: Stage): Promise<number> {
  const signal = AbortSignal.any([stage.signal, AbortSignal.timeout(patience)]);
  for (const line of await complete(verbs, texts, (flags) => openCall({ ...stage, signal }, flags)))
    stage.stdout.write(`${line}\n`);
  return exitCodeOf(done);
}
