/** Custom fields: their definitions are papers, their values the lab's own. */
import type { Entity } from '../../../../../sim/contract/entities.ts';
import type { Vc } from '../../vc.ts';
import { numberAt, refAt, textAt } from '../../wire/ask.ts';
import type { Data } from '../../wire/value.ts';
import { done, faulted, invalidArgument } from '../fault.ts';
import type { Answer } from '../fault.ts';
import { refusedBy } from '../faults.ts';
import { service } from '../managed.ts';
import type { AnyManaged, Call, Method } from '../managed.ts';

export type Field = { readonly key: number; readonly name: string; readonly type?: string };

const key = 'fields';

export function fieldsOf({ papers }: Pick<Vc, 'papers'>): readonly Field[] {
  const paper = papers.get(key);
  const defined = Array.isArray(paper) ? (paper as unknown as readonly Field[]) : [];
  return defined;
}

/** Values that somebody gave in the control room have fields too, after those that were defined. */
export function fieldsIn(vc: Pick<Vc, 'papers' | 'world'>): readonly Field[] {
  const fields = [...fieldsOf(vc)];
  const names = new Set(fields.map(({ name }) => name));
  let next = Math.max(100, ...fields.map((field) => field.key)) + 1000;
  for (const kind of ['vm', 'host', 'cluster', 'datastore', 'datacenter'] as const)
    for (const { spec } of vc.world().inventory.ofKind(kind))
      for (const name of Object.keys(spec.custom)) {
        if (names.has(name)) continue;
        names.add(name);
        fields.push({ key: next, name });
        next += 1;
      }
  return fields;
}

export const fieldDef = ({ key: number, name, type }: Field): Data => ({
  _type: 'CustomFieldDef',
  key: number,
  name,
  type: 'string',
  managedObjectType: type,
});

async function keep(call: Call, fields: readonly Field[]): Promise<Answer<null>> {
  const value = JSON.parse(JSON.stringify(fields)) as never;
  const written = await call.vc.papers.write([{ key, value }], call.caller);
  return written.ok ? done(null) : refusedBy(written.refusal);
}

const add: Method<null> = async (call) => {
  const name = textAt(call.args, 'name') ?? '';
  const type = textAt(call.args, 'moType');
  if (name === '') return invalidArgument('name', 'A specified parameter was not correct: name');
  const fields = fieldsOf(call.vc);
  if (fields.some((field) => field.name === name && (field.type ?? '') === (type ?? '')))
    return faulted('DuplicateName', `The name '${name}' already exists.`, { name, object: call.self });
  const field: Field = {
    key: Math.max(100, ...fields.map((each) => each.key)) + 1,
    name,
    ...(type === undefined || type === '' ? {} : { type }),
  };
  const kept = await keep(call, [...fields, field]);
  if (!kept.ok) return kept;
  call.vc.events.post({
    type: 'CustomFieldDefAddedEvent',
    message: `Created new custom field definition ${name}`,
    user: call.caller?.user ?? '',
    about: [],
    fields: { fieldKey: field.key, name },
  });
  return done(fieldDef(field));
};

function fieldAsked(call: Call): Answer<Field> {
  const field = fieldsIn(call.vc).find((each) => each.key === Number(call.args.key));
  return field === undefined
    ? invalidArgument('key', `There is no custom field ${numberAt(call.args, 'key') ?? ''}.`)
    : done(field);
}

const rename: Method<null> = async (call) => {
  const field = fieldAsked(call);
  if (!field.ok) return field;
  const name = textAt(call.args, 'name') ?? '';
  const { key: number, name: before } = field.value;
  const kept = await keep(
    call,
    fieldsOf(call.vc).map((each) => (each.key === number ? { ...each, name } : each)),
  );
  if (!kept.ok) return kept;
  return carry(call, before, (value) => [name, value]);
};

const remove: Method<null> = async (call) => {
  const field = fieldAsked(call);
  if (!field.ok) return field;
  const { key: number, name } = field.value;
  const kept = await keep(
    call,
    fieldsOf(call.vc).filter((each) => each.key !== number),
  );
  return kept.ok ? carry(call, name, () => null) : kept;
};

type Custom = Readonly<Record<string, string>>;
const customOf = ({ spec }: Entity): Custom | undefined => (spec as { readonly custom?: Custom }).custom;

/** What was written in the field goes where the field goes. */
async function carry(
  call: Call,
  name: string,
  after: (value: string) => readonly [string, string] | null,
): Promise<Answer> {
  for (const entity of call.vc.world().inventory.all()) {
    const custom = customOf(entity);
    const value = custom?.[name];
    if (custom === undefined || value === undefined) continue;
    const { [name]: _, ...others } = custom;
    const moved = after(value);
    const changed = await setCustom(
      call,
      entity,
      moved === null ? others : { ...others, [moved[0]]: moved[1] },
    );
    if (!changed.ok) return changed;
  }
  return done(undefined);
}

async function setCustom(call: Call, entity: Entity, custom: Custom): Promise<Answer> {
  const did = await call.vc.execute(
    { type: 'inventory.change', id: entity.id, spec: { custom } },
    call.caller,
  );
  return did.ok ? done(undefined) : refusedBy(did.refusal);
}

/** An empty value takes it away. */
async function setValue(
  call: Call,
  entity: Entity,
  { name, value }: { readonly name: string; readonly value: string },
): Promise<Answer> {
  const custom = customOf(entity);
  if (custom === undefined) return faulted('NotSupported', `${entity.name} cannot hold custom values here.`);
  const { [name]: _, ...others } = custom;
  return setCustom(call, entity, value === '' ? others : { ...others, [name]: value });
}

const set: Method<null> = async (call) => {
  const field = fieldAsked(call);
  if (!field.ok) return field;
  const ref = refAt(call.args, 'entity');
  const entity = ref === undefined ? undefined : call.vc.refs.entity(ref);
  if (entity === undefined) return invalidArgument('entity', 'A specified parameter was not correct: entity');
  return setValue(call, entity, { name: field.value.name, value: textAt(call.args, 'value') ?? '' });
};

export const customFieldsType = (): AnyManaged =>
  service('CustomFieldsManager', {
    properties: { field: (_, { vc }) => fieldsIn(vc).map(fieldDef) },
    methods: {
      AddCustomFieldDef: add,
      RenameCustomFieldDef: rename,
      RemoveCustomFieldDef: remove,
      SetField: set,
    },
  });

const setCustomValue: Method<unknown> = (call) => {
  const entity = call.vc.refs.entity(call.self);
  const name = textAt(call.args, 'key') ?? '';
  if (entity === undefined) return faulted('NotSupported', 'Only what stands in the world has fields here.');
  return fieldsIn(call.vc).some((field) => field.name === name)
    ? setValue(call, entity, { name, value: textAt(call.args, 'value') ?? '' })
    : invalidArgument('key', `There is no custom field ${name}.`);
};

const fieldTypes: ReadonlySet<string> = new Set([
  'VirtualMachine',
  'HostSystem',
  'ClusterComputeResource',
  'Datastore',
  'Datacenter',
]);

/** `setCustomValue(key, value)` of managed entities: the field by its name. */
export const withFields = (type: AnyManaged): AnyManaged =>
  fieldTypes.has(type.type) ? { ...type, methods: { setCustomValue, ...type.methods } } : type;
