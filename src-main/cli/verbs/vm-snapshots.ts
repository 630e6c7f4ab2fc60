import type { CommandInput } from '../../../sim/contract/commands.ts';
import type { EntityOf } from '../../../sim/contract/entities.ts';
import { toggle } from '../flags.ts';
import { notFound, type Outcome } from '../outcome.ts';
import { machine, send, toOne } from '../to-machine.ts';
import { leaf } from '../verb.ts';

export const snapshotLeaf = leaf({
  name: 'snapshot',
  summary: 'Keep a point to come back to',
  examples: ['dvm vm snapshot web-01 "before the update"', 'dvm vm snapshot web-01 live --memory'],
  operands: [machine, { label: 'SNAPSHOT', times: 'once', help: 'What it shall be called' }],
  flags: { memory: toggle('With its memory: going back to it runs on from there') },
  run: (call, { memory }, [name = '', title = '']) =>
    toOne(call, name, (client, vm) =>
      send(call, client, {
        command: { type: 'machine.snapshot', id: vm.id, name: title, memory: memory ? 'with' : 'without' },
        words: `Kept ${title} of ${vm.name}`,
      }),
    ),
});

/** Its number, or its name where only one has it. */
export function snapshotOf({ name, spec }: EntityOf<'vm'>, word: string): Outcome<number> {
  const found = spec.snapshots.filter((each) => String(each.id) === word || each.name === word);
  const [only, another] = found;
  if (only === undefined)
    return notFound(`${name} has no snapshot ${word}`, `dvm vm show ${name} lists them`);
  if (another !== undefined)
    return notFound(`${name} has ${found.length} snapshots named ${word}`, 'Give its number');
  return { ok: true, value: only.id };
}

const pointOperand = { label: 'SNAPSHOT', help: 'Its number or its name' } as const;

export const revertLeaf = leaf({
  name: 'revert',
  summary: 'Go back to a snapshot; to the one it stands on where none is named',
  examples: ['dvm vm revert web-01', 'dvm vm revert web-01 "before the update"'],
  operands: [machine, { ...pointOperand, times: 'maybe' }],
  run: (call, _flags, [name = '', word]) =>
    toOne(call, name, (client, vm) => {
      const to = word === undefined ? undefined : snapshotOf(vm, word);
      if (to?.ok === false) return Promise.resolve(to);
      const snapshot = to === undefined ? {} : { snapshot: to.value };
      const command: CommandInput = { type: 'machine.revert', id: vm.id, ...snapshot };
      return send(call, client, { command, words: `${vm.name} is back` });
    }),
});

export const forgetLeaf = leaf({
  name: 'forget',
  summary: 'Remove a snapshot; what it held goes into what follows',
  examples: ['dvm vm forget web-01 1', 'dvm vm forget web-01 "before the update" --with-children'],
  operands: [machine, { ...pointOperand, times: 'once' }],
  flags: { 'with-children': toggle('Those that stand on it go too') },
  run: (call, flags, [name = '', word = '']) =>
    toOne(call, name, (client, vm) => {
      const snapshot = snapshotOf(vm, word);
      if (!snapshot.ok) return Promise.resolve(snapshot);
      const children = flags['with-children'] ? 'with' : 'keep';
      const command: CommandInput = { type: 'machine.forget', id: vm.id, snapshot: snapshot.value, children };
      return send(call, client, { command, words: `Removed snapshot ${word} of ${vm.name}` });
    }),
});

export const promoteLeaf = leaf({
  name: 'promote',
  summary: 'Make a linked copy a full one: what it shares is copied to its own disks',
  examples: ['dvm vm promote web-07'],
  operands: [machine],
  run: (call, _flags, [name = '']) =>
    toOne(call, name, (client, vm) =>
      send(call, client, {
        command: { type: 'machine.promote', id: vm.id },
        words: `Making ${vm.name} full`,
      }),
    ),
});
