import type { CommandInput } from '../../../sim/contract/commands.ts';
import type { Kind } from '../../../sim/contract/entities.ts';
import { createCatalogue, type Catalogue } from '../catalogue.ts';
import { text } from '../flags.ts';
import type { Manifest } from '../manifest.ts';
import { done, misused, type Outcome } from '../outcome.ts';
import { parentKinds } from '../../../sim/contract/parent-kinds.table.ts';
import { kindWords } from '../spec-fields.table.ts';
import { missingFlags, specFlags, specFrom, withDefaults, type Spec } from '../spec-flags.ts';
import { leaf } from '../verb.ts';

type Item = {
  readonly kind: Kind;
  readonly name: string;
  readonly parent: string | null;
  readonly spec: Spec;
  readonly id?: string;
};

export const createVerb = leaf({
  name: 'create',
  summary: 'Put something new into the lab',
  about:
    'From flags, one thing; from a file, all that its YAML documents describe, or nothing at all. A later document may stand in an earlier one.',
  examples: [
    'dvm create rack A21 --in room1/A --position 18.4,3.1 --facing north --rated-power 12',
    'dvm create device web-9 --in A01 --model "Dell PowerEdge R660" --u 20 --idle-power 180 --rated-power 700',
    'dvm create -f racks.yaml',
  ],
  operands: [
    { label: 'KIND', times: 'maybe', choices: kindWords, help: 'What kind of thing' },
    { label: 'NAME', times: 'maybe', help: 'What it shall be called' },
  ],
  flags: {
    file: text({
      label: 'FILE',
      short: 'f',
      completes: 'file',
      help: 'YAML documents; - for standard input',
    }),
    in: text({ label: 'PARENT', completes: 'get rooms', help: 'What it stands in' }),
    ...specFlags(),
  },
  run: async (call, flags, [kind, name]) => {
    const { file, in: parent, ...said } = flags;
    let manifests: readonly Manifest[];
    if (file === undefined) {
      if (kind === undefined || name === undefined)
        return misused(
          'KIND and NAME are missing, or a file',
          'dvm create rack A21 …   or   dvm create -f FILE',
        );
      const spec = specFrom(kind as Kind, said);
      if (!spec.ok) return spec;
      manifests = [{ kind: kind as Kind, name, in: parent, spec: spec.value }];
      const missing = missingFlags(kind as Kind, withDefaults(kind as Kind, spec.value));
      if (missing.length > 0) return misused(`A ${kind} also needs ${missing.join(' ')}`);
    } else {
      if (kind !== undefined) return misused('Either KIND and NAME or a file, not both');
      const read = await readFrom(call.read, file);
      if (!read.ok) return read;
      manifests = read.value;
    }
    const client = await call.host();
    if (!client.ok) return client;
    const items = await planItems(manifests, createCatalogue(client.value));
    if (!items.ok) return items;
    const receipt = await client.value.command(commandFor(items.value));
    if (!receipt.ok) return receipt;
    for (const id of receipt.value.ids) call.console.data(id);
    call.console.words(`Created ${items.value.map((item) => `${item.kind} ${item.name}`).join(', ')}.`);
    return done;
  },
});

/** The manifest's schema brings zod along; only those who read a file wait for it. */
export async function readFrom(
  read: (file: string) => Promise<Outcome<string>>,
  file: string,
): Promise<Outcome<readonly Manifest[]>> {
  const source = await read(file);
  if (!source.ok) return source;
  const { readManifests } = await import('../manifest.ts');
  return readManifests(file, source.value);
}

/** The host checks every spec against the contract; here it is still what the user wrote. */
function commandFor(items: readonly Item[]): CommandInput {
  const [first] = items;
  const command =
    items.length === 1 && first !== undefined
      ? { type: 'inventory.create', item: first }
      : { type: 'inventory.create-many', items };
  return command as CommandInput;
}

async function planItems(
  manifests: readonly Manifest[],
  catalogue: Catalogue,
): Promise<Outcome<readonly Item[]>> {
  const items: Item[] = [];
  for (const manifest of manifests) {
    const parent = await parentOf(manifest, items, catalogue);
    if (!parent.ok) return parent;
    const item = {
      kind: manifest.kind,
      name: manifest.name,
      parent: parent.value,
      spec: withDefaults(manifest.kind, manifest.spec),
    };
    // Whoever may be stood in gets its id here, so that the next ones can name it in the same command.
    items.push(manifests.length === 1 ? item : { ...item, id: await freshId(item, items, catalogue) });
  }
  return { ok: true, value: items };
}

async function parentOf(
  manifest: Manifest,
  earlier: readonly Item[],
  catalogue: Catalogue,
): Promise<Outcome<string | null>> {
  const kinds: readonly Kind[] = parentKinds[manifest.kind];
  if (kinds.length === 0) return { ok: true, value: null };
  const asked = manifest.in;
  if (asked === undefined)
    return misused(
      `${manifest.name} stands in a ${kinds.join(' or ')}: which?`,
      'Say it with --in, in a file with metadata.in',
    );
  const here = earlier.findLast((item) => item.name === asked && kinds.includes(item.kind));
  if (here?.id !== undefined) return { ok: true, value: here.id };
  const found = await catalogue.find(kinds, asked);
  return found.ok ? { ok: true, value: found.value.id } : found;
}

/** `rack-a21`: readable, and never one of the world's own numbers. */
async function freshId(item: Item, earlier: readonly Item[], catalogue: Catalogue): Promise<string> {
  await catalogue.all(item.kind);
  const slug = item.name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const stem = `${item.kind}-${/^\d*$/.test(slug) ? `n${slug}` : slug}`.slice(0, 56);
  const taken = (id: string): boolean =>
    catalogue.byId(id) !== undefined || earlier.some((each) => each.id === id);
  if (!taken(stem)) return stem;
  let number = 2;
  while (taken(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}
