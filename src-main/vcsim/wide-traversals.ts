/** vcsim follows a step to the browser of a compute resource from machines too: what is saved of a lab counts on it. */
import type { AnyManaged, Method } from '../personalities/vmware/objects/managed.ts';
import { isData } from '../personalities/vmware/wire/value.ts';
import type { Data, Value } from '../personalities/vmware/wire/value.ts';

const step = { type: 'ComputeResource', path: 'environmentBrowser' } as const;
const behind = '-of-machines';

export function followingWidely(type: AnyManaged): AnyManaged {
  const { RetrievePropertiesEx: retrieve, ...others } = type.methods;
  if (retrieve === undefined) return type;
  const widely: Method<unknown> = (call, thing) => {
    const name = stepNameIn(call.args);
    return retrieve(name === null ? call : { ...call, args: widened(call.args, name) as Data }, thing);
  };
  return { ...type, methods: { ...others, RetrievePropertiesEx: widely } };
}

const isStep = (value: Value): value is Data =>
  isData(value) && value['type'] === step.type && value['path'] === step.path;

const listOf = (value: Value): readonly Value[] => (Array.isArray(value) ? (value as readonly Value[]) : []);

/** null: nobody takes it. */
function stepNameIn(value: Value): string | null {
  if (isStep(value)) return typeof value['name'] === 'string' ? value['name'] : null;
  const inner = isData(value) ? Object.keys(value).map((key): Value => value[key]) : listOf(value);
  for (const each of inner) {
    const name = stepNameIn(each);
    if (name !== null) return name;
  }
  return null;
}

/** Beside the step one from machines, and beside whatever leads to the one what leads to the other. */
function widened(value: Value, name: string): Value {
  if (Array.isArray(value))
    return (value as readonly Value[]).flatMap((each) => {
      if (!isData(each) || each['name'] !== name) return [widened(each, name)];
      const other = isStep(each) ? { ...each, type: 'VirtualMachine' } : each;
      return [each, { ...other, name: name + behind }];
    });
  if (!isData(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, widened(each, name)]));
}
