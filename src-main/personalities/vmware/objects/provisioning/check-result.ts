/** What a check comes to: for a machine on a host, what would keep the work from being done, and what to think of before. */
import type { CommandInput } from '../../../../../sim/contract/commands.ts';
import type { Entity } from '../../../../../sim/contract/entities.ts';
import type { Worked } from '../../tasks/tasks.ts';
import { textListAt } from '../../wire/ask.ts';
import type { Data } from '../../wire/value.ts';
import type { Answer, Fault } from '../fault.ts';
import { done, localized } from '../fault.ts';
import { judged } from '../machine/doing.ts';
import type { Vm } from '../machine/paper.ts';
import type { Call } from '../managed.ts';

/** `source`: of the machine as it is; `target`: of where it shall be, as the world judges it. */
export type Found = { readonly about: 'source' | 'target'; readonly may: Answer<unknown> };

export const ofSource = (may: Answer<unknown>): Found => ({ about: 'source', may });

/** The commands that the work itself would send. */
export const ofTarget = (call: Call, commands: readonly CommandInput[]): readonly Found[] =>
  commands.map((command) => ({ about: 'target', may: judged(call, command) }));

type Subject = { readonly vm: Vm | undefined; readonly host: Entity | undefined };

export function checkResult(call: Call, { vm, host }: Subject, found: readonly Found[]): Data {
  const { refs } = call.vc;
  const isAsked = testsAsked(call);
  const errors = found.flatMap(({ about, may }) => (may.ok || !isAsked(about) ? [] : [may.fault]));
  return {
    _type: 'CheckResult',
    ...(vm === undefined ? {} : { vm: refs.of(vm) }),
    ...(host === undefined ? {} : { host: refs.of(host) }),
    ...told('error', errors),
  };
}

/** As a task carries them. */
export const asWorked = (results: readonly Data[]): Answer<Worked> =>
  done({ result: { _type: 'ArrayOfCheckResult', items: results } });

/** Beside what was found. */
export const withWarnings = (result: Data, warnings: readonly Fault[]): Data => ({
  ...result,
  ...told('warning', warnings),
});

const told = (name: 'error' | 'warning', faults: readonly Fault[]): Data =>
  faults.length === 0 ? {} : { [name]: faults.map(localized) };

/** All of them, where none is named. Host, pool, datastore and network are judged together. */
function testsAsked({ args }: Call): (about: Found['about']) => boolean {
  const tests = textListAt(args, 'testType');
  return (about) =>
    tests.length === 0 || tests.some((test) => (test === 'sourceTests') === (about === 'source'));
}
