import type { Bytes } from '../../bytes.ts';
import type { Step, System } from '../../kernel/program.ts';

export type Call = {
  readonly system: System;
  readonly tool: 'adduser' | 'addgroup' | 'deluser' | 'delgroup';
  readonly flags: ReadonlySet<Bytes>;
  readonly values: ReadonlyMap<Bytes, Bytes>;
  readonly names: readonly Bytes[];
};

const valued = new Set([
  '--gecos',
  '--comment',
  '--home',
  '--shell',
  '--uid',
  '--gid',
  '--ingroup',
  '--conf',
  '--firstuid',
  '-h',
  '-s',
  '-G',
  '-u',
  '-g',
]);

export function readCall(system: System, tool: Call['tool']): Call {
  const words = system.arguments.slice(1);
  const [flags, values, names] = [new Set<Bytes>(), new Map<Bytes, Bytes>(), new Array<Bytes>()];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const [name = '', ...rest] = word.split('=');
    if (!word.startsWith('-')) names.push(word);
    else if (rest.length > 0) values.set(name, rest.join('='));
    else if (valued.has(word)) {
      at += 1;
      values.set(word, words[at] ?? '');
    } else flags.add(word);
  }
  return { system, tool, flags, values, names };
}

export function* refuse({ system, tool }: Call, text: Bytes): Step<number> {
  yield* system.descriptors.write(2, `${tool}: ${text}\n`);
  return 1;
}

export function* say({ system, flags }: Call, text: Bytes): Step<void> {
  if (!flags.has('--quiet') && !flags.has('-q')) yield* system.descriptors.write(1, `${text}\n`);
}
