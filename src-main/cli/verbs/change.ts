import type { CommandInput } from '../../../sim/contract/commands.ts';
import type { Kind } from '../../../sim/contract/entities.ts';
import { createCatalogue, type Catalogue } from '../catalogue.ts';
import type { Client } from '../client.ts';
import { text, type GivenValue } from '../flags.ts';
import { done, misused, type Outcome } from '../outcome.ts';
import { kindWords } from '../spec-fields.table.ts';
import { specFlags, specFrom, type Spec } from '../spec-flags.ts';
import { leaf, type Call } from '../verb.ts';
import { readFrom } from './create.ts';

type Wish = {
  readonly kind: Kind;
  readonly name: string;
  readonly rename: string | undefined;
  readonly spec: Spec;
};

export const changeVerb = leaf({
  name: 'change',
  summary: 'Change fields of something, or its name',
  about:
    'Only the fields that are given change. A file is done document by document and stops at the first that is refused.',
  examples: [
    'dvm change crac crac-1 --setpoint 19',
    'dvm change rack A01 --name A01-old',
    'dvm change -f setpoints.yaml',
  ],
  operands: [
    { label: 'KIND', times: 'maybe', choices: kindWords, help: 'What kind of thing' },
    { label: 'NAME', times: 'maybe', completes: 'get $KIND', help: 'Its name, id or path' },
  ],
  flags: {
    file: text({
      label: 'FILE',
      short: 'f',
      completes: 'file',
      help: 'YAML documents; - for standard input',
    }),
    name: text({ label: 'NAME', help: 'A new name' }),
    ...specFlags(),
  },
  run: async (call, { file, ...flags }, [kind, name]) => {
    const wishes = file === undefined ? wishFrom(flags, kind, name) : await wishesFrom(call, file, kind);
    if (!wishes.ok) return wishes;
    const client = await call.host();
    if (!client.ok) return client;
    const catalogue = createCatalogue(client.value);
    for (const wish of wishes.value) {
      const changed = await change(client.value, catalogue, wish);
      if (!changed.ok) return changed;
      call.console.words(`Changed ${wish.kind} ${wish.name}.`);
    }
    return done;
  },
});

function wishFrom(
  flags: Readonly<Record<string, GivenValue>>,
  kind: string | undefined,
  name: string | undefined,
): Outcome<readonly Wish[]> {
  if (kind === undefined || name === undefined)
    return misused('KIND and NAME are missing, or a file', 'dvm change rack A01 …   or   dvm change -f FILE');
  const { name: given, ...said } = flags;
  const spec = specFrom(kind as Kind, said);
  if (!spec.ok) return spec;
  const rename = typeof given === 'string' ? given : undefined;
  if (rename === undefined && Object.keys(spec.value).length === 0)
    return misused('Nothing was said to change');
  return { ok: true, value: [{ kind: kind as Kind, name, rename, spec: spec.value }] };
}

async function wishesFrom(
  call: Call,
  file: string,
  kind: string | undefined,
): Promise<Outcome<readonly Wish[]>> {
  if (kind !== undefined) return misused('Either KIND and NAME or a file, not both');
  const read = await readFrom(call.read, file);
  if (!read.ok) return read;
  return {
    ok: true,
    value: read.value.map(({ kind: each, name, spec }) => ({ kind: each, name, rename: undefined, spec })),
  };
}

async function change(client: Client, catalogue: Catalogue, wish: Wish): Promise<Outcome<unknown>> {
  const found = await catalogue.find([wish.kind], wish.name);
  if (!found.ok) return found;
  const command: CommandInput = {
    type: 'inventory.change',
    id: found.value.id,
    ...(wish.rename === undefined ? {} : { name: wish.rename }),
    ...(Object.keys(wish.spec).length === 0 ? {} : { spec: { ...slotIn(found.value.spec, wish.spec) } }),
  };
  return client.command(command);
}

/** A field that holds others is changed as a whole, so what was not said of it stays as it is. */
export function slotIn(before: object, said: Spec): Spec {
  return ['slot', 'asset'].reduce<Spec>((spec, field) => {
    const inner = spec[field];
    const was = (before as Spec)[field];
    const both = [was, inner].every((value) => typeof value === 'object' && value !== null);
    return both ? { ...spec, [field]: { ...(was as object), ...(inner as object) } } : spec;
  }, said);
}
