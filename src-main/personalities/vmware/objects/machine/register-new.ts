/** A machine of which there is only a configuration file that somebody put on a datastore: it is made from that. */
import type { Entity, EntityOf } from '../../../../../sim/contract/entities.ts';
import { contentOf } from '../../files/content.ts';
import { keepFile } from '../../files/keep.ts';
import { readVmx, specOfVmx } from '../../files/read-vmx.ts';
import { filesOn } from '../../files/stored.ts';
import type { Vc } from '../../vc.ts';
import type { Worked } from '../../tasks/tasks.ts';
import { isRef } from '../../wire/value.ts';
import type { Data } from '../../wire/value.ts';
import type { Answer } from '../fault.ts';
import { done, faulted } from '../fault.ts';
import { refusedBy } from '../faults.ts';
import type { Call } from '../managed.ts';
import { escapedName } from '../managed-entity.ts';
import { born } from './create.ts';
import { does, textOf } from './doing.ts';

type Store = EntityOf<'datastore'>;
type PutThere = { readonly store: Store; readonly path: string };

/** No configuration is longer; what is was not written for a machine. */
const mostBytes = 1_048_576;

/** The file at that path, where it belongs to no machine. */
export function putThere(vc: Vc, store: Entity | undefined, path: string): PutThere | undefined {
  return store?.kind === 'datastore' && filesOn(vc, store)[path] !== undefined ? { store, path } : undefined;
}

type Wish = PutThere & { readonly name: string; readonly isTemplate: boolean };

export async function registerNew(
  call: Call,
  parent: Entity,
  { store, path, name, isTemplate }: Wish,
): Promise<Answer<Worked>> {
  const { vc } = call;
  const place = `[${store.name}] ${path}`;
  const text = await textAt(vc, { store, path });
  const vmx = text === null ? null : readVmx(text);
  if (vmx === null)
    return faulted('InvalidVmConfig', `${place} is no configuration of a machine.`, { property: 'path' });
  const said = specOfVmx(vmx, {
    pathOf: (file) => pathIn(vc, { store, path }, file),
    guests: vc.schema.enumType('VirtualMachineGuestOsIdentifier')?.values.keys() ?? [],
  });
  const wanted = name === '' ? escapedName(textOf(said.name) ?? path.replace(/^.*\/|\.vmx$/g, '')) : name;
  const spec: Data = { ...said, files: { vmPathName: place } };
  const made = await born(call, { parent }, { spec, name: wanted });
  if (!made.ok) return made;
  const { after } = made.value;
  return done({
    ...made.value,
    // From now on it is a file of the machine's own, and says what the machine is.
    after: async () => {
      const finished = after === undefined ? done(undefined) : await after();
      if (!finished.ok) return finished;
      const taken = await keepFile(vc, call.caller, { store, path, file: null });
      if (!taken.ok) return refusedBy(taken.refusal);
      return isTemplate ? marked(call, finished) : finished;
    },
  });
}

async function marked(call: Call, finished: Answer): Promise<Answer> {
  const made = finished.ok && isRef(finished.value) ? call.vc.refs.entity(finished.value) : undefined;
  if (made === undefined) return finished;
  const did = await does(call, { type: 'machine.template', id: made.id, to: 'template' });
  return did.ok ? finished : did;
}

async function textAt(vc: Vc, place: PutThere): Promise<string | null> {
  const content = contentOf(vc, vc.blobs, place);
  if (content === null || content.size > mostBytes) return null;
  const chunks = await content.read(0, content.size);
  if (chunks === null) return null;
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts).toString('utf8');
}

/** A bare name lies beside the configuration; a host's path names its volume by number or by name. */
function pathIn(vc: Vc, { store, path }: PutThere, file: string): string {
  const [, volume, rest] = /^\/vmfs\/volumes\/([^/]+)\/(.*)$/.exec(file) ?? [];
  if (volume === undefined || rest === undefined) {
    if (/^\s*\[|^\//.test(file)) return file;
    return `[${store.name}] ${path.slice(0, path.lastIndexOf('/') + 1)}${file}`;
  }
  const found = vc
    .world()
    .inventory.ofKind('datastore')
    .find(({ name, aliases }) => aliases.uuid === volume || name === volume);
  return `[${found?.name ?? volume}] ${rest}`;
}
