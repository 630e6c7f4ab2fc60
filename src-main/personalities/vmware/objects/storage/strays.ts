/** Machines that nobody knows: their files lie where they lay, until somebody registers them or clears them away. */
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import type { StrayMachine } from '../../../../../sim/contract/machine-specs.ts';
import { storesWithout } from '../../../../../sim/index.ts';
import type { Vc } from '../../vc.ts';
import { done, faulted } from '../fault.ts';
import type { Answer } from '../fault.ts';
import type { Call } from '../managed.ts';
import { does } from '../machine/doing.ts';
import type { Papered } from '../machine/files.ts';
import { filesWith } from '../machine/layout.ts';
import type { Described } from '../machine/layout.ts';
import type { Vm } from '../machine/paper.ts';
import { forget, leftOn } from '../machine/registering.ts';

type Store = EntityOf<'datastore'>;

export type Stray = { readonly machine: StrayMachine; readonly home: Store };
type StrayFile = {
  readonly path: string;
  readonly type: string;
  readonly size: number;
  readonly described: Described | undefined;
  readonly stray: Stray;
};

const asVm = ({ machine, name, aliases, spec }: StrayMachine): Vm => ({
  id: machine,
  kind: 'vm',
  name,
  parent: null,
  links: {},
  aliases,
  spec,
});

/** Those of their files that lie on this store, wherever their configuration does. */
export function strayFilesOn(vc: Vc, store: Store): readonly StrayFile[] {
  const mark = `[${store.name}] `;
  return vc
    .world()
    .inventory.ofKind('datastore')
    .flatMap((home) => (home.spec.strays ?? []).map((machine): Stray => ({ machine, home })))
    .flatMap((stray) =>
      filesLeftBy(vc, stray)
        .filter(({ name }) => name.startsWith(mark))
        .map(({ name, ...file }) => ({ ...file, path: name.slice(mark.length), stray })),
    );
}

/** The machine as it was, and its paper, where its files lie now. */
export function leftBy(vc: Vc, { machine, home }: Stray): Papered {
  const directory = machine.path.slice(0, Math.max(0, machine.path.lastIndexOf('/')));
  const paper = { ...leftOn(vc, home.id)[machine.path], directory, home: home.id };
  return { vm: asVm(machine), paper };
}

/** Its configuration lies where it was left; two of one name had to part. */
const filesLeftBy = (vc: Vc, stray: Stray): readonly Omit<StrayFile & { name: string }, 'path' | 'stray'>[] =>
  filesWith(vc, leftBy(vc, stray)).map(({ name, size, type, disk }) => ({
    name: type === 'config' ? `[${stray.home.name}] ${stray.machine.path}` : name,
    type,
    size,
    described: disk,
  }));

type Found = { readonly path: string; readonly stray?: Stray };

/** With its configuration the whole machine goes; one file of it alone would leave what can never run again. */
export async function clearAway(call: Call, store: Store, files: readonly Found[]): Promise<Answer<unknown>> {
  for (const [stray, own] of Map.groupBy(files, (file) => file.stray)) {
    if (stray === undefined) continue;
    const isWhole = stray.home.id === store.id && own.some(({ path }) => path === stray.machine.path);
    const cleared = isWhole
      ? await clearOne(call, stray)
      : belongs(stray, `[${store.name}] ${own[0]?.path ?? ''}`);
    if (!cleared.ok) return cleared;
  }
  return done(null);
}

const belongs = ({ machine, home }: Stray, file: string): Answer<never> =>
  faulted(
    'FileLocked',
    `${file} belongs to ${machine.name}, which is not registered: remove its configuration [${home.name}] ${machine.path} or its folder, or register it first.`,
    { file },
  );

async function clearOne(call: Call, { machine, home }: Stray): Promise<Answer<unknown>> {
  for (const { id, spec } of storesWithout(call.vc.world(), machine, home.id)) {
    const { otherUse, strays } = spec;
    const change = id === home.id ? { otherUse, strays } : { otherUse };
    const did = await does(call, { type: 'inventory.change', id, spec: change });
    if (!did.ok) return did;
  }
  return forget(call, home.id, machine.path);
}
