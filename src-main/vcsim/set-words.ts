/** What tests write into a machine without anything running in it: `SET.guest.ipAddress=10.0.0.1` among its extra options. */
import type { EntityOf } from '../../sim/contract/entities.ts';
import { paperOf } from '../personalities/vmware/objects/machine/paper.ts';
import type { AnyManaged, Asking, Call, Read } from '../personalities/vmware/objects/managed.ts';
import { done } from '../personalities/vmware/objects/fault.ts';
import type { Answer } from '../personalities/vmware/objects/fault.ts';
import { propertyAt } from '../personalities/vmware/schema/property-path.ts';
import type { VimSchema } from '../personalities/vmware/schema/vim-schema.ts';
import type { Vc } from '../personalities/vmware/vc.ts';
import { dataAt, dataListAt, flagAt, textAt } from '../personalities/vmware/wire/ask.ts';
import { isData } from '../personalities/vmware/wire/value.ts';
import type { Data, Value } from '../personalities/vmware/wire/value.ts';

type Vm = EntityOf<'vm'>;

/** Path of a property → what it shall say. */
type Words = ReadonlyMap<string, string>;

const mark = 'SET.';
/** OVF packages have a property of this name. */
const aliases: Readonly<Record<string, string>> = { ip0: 'SET.guest.ipAddress' };
/** Told in two places. */
const echoes: Readonly<Record<string, string>> = {
  'guest.ipAddress': 'summary.guest.ipAddress',
  'guest.hostName': 'summary.guest.hostName',
  'config.uuid': 'summary.config.uuid',
};

const pathOf = (key: string): string | null => {
  const name = aliases[key] ?? key;
  return name.startsWith(mark) ? name.slice(mark.length) : null;
};

export const isSetWord = (key: string): boolean => pathOf(key) !== null;

/** Nothing tells who runs in a machine without tools: what the lab has given it is told instead. */
function givenTo({ spec }: Vm): readonly (readonly [string, string])[] {
  if (spec.power !== 'on') return [];
  const address = spec.nics.find((nic) => nic.address !== null)?.address;
  return [
    ...(address === undefined || address === null ? [] : [['guest.ipAddress', address] as const]),
    ...(spec.hostname === undefined ? [] : [['guest.hostName', spec.hostname] as const]),
  ];
}

const none: Words = new Map();

export function wordsOf(vc: Pick<Vc, 'papers'>, vm: Vm): Words {
  const { extra = {} } = paperOf(vc, vm.id);
  const said = Object.entries(extra).flatMap(([key, value]) => {
    const path = pathOf(key);
    return path === null ? [] : [[path, value] as const];
  });
  const all = [...givenTo(vm), ...said];
  if (all.length === 0) return none;
  return new Map(
    all.flatMap(([path, value]) => {
      const echo = echoes[path];
      return echo === undefined ? [[path, value] as const] : [[path, value] as const, [echo, value] as const];
    }),
  );
}

/** The same machines, in the words that their tests gave them. */
export function withWords(type: AnyManaged): AnyManaged {
  const spoken =
    (path: string, read: Read<unknown>): Read<unknown> =>
    (thing, asking, ref) => {
      const told = read(thing, asking, ref);
      const words = wordsOf(asking.vc, thing as Vm);
      return words.size === 0 ? told : laidOver(told, { path, words, vm: thing as Vm, asking });
    };
  const all = (reads: Readonly<Record<string, Read<unknown>>> = {}): Record<string, Read<unknown>> =>
    Object.fromEntries(Object.entries(reads).map(([path, read]) => [path, spoken(path, read)]));
  return { ...type, properties: all(type.properties), paths: all(type.paths) };
}

type Laying = { readonly path: string; readonly words: Words; readonly vm: Vm; readonly asking: Asking };

function laidOver(told: Value, { path, words, vm, asking }: Laying): Value {
  const own = words.get(path);
  if (own !== undefined) return valueFor(asking.vc.schema, path, own);
  let value = told;
  for (const [each, text] of words) {
    if (!each.startsWith(`${path}.`) || !isData(value)) continue;
    value = put(value, each.slice(path.length + 1).split('.'), valueFor(asking.vc.schema, each, text));
  }
  const address = words.get('guest.ipAddress');
  if (address === undefined || !isData(value)) return path === 'guest.net' ? netOf(told, vm, address) : value;
  return path === 'guest' ? { ...value, net: netOf(value['net'], vm, address) } : value;
}

function put(data: Data, [name = '', ...rest]: readonly string[], value: Value): Data {
  if (rest.length === 0) return { ...data, [name]: value };
  const inner = data[name];
  return isData(inner) ? { ...data, [name]: put(inner, rest, value) } : data;
}

/** The first card has the address. */
function netOf(told: Value, { spec }: Vm, address: string | undefined): Value {
  if (address === undefined) return told;
  const known = Array.isArray(told) && told.length > 0 ? (told as readonly Data[]) : null;
  const cards =
    known ??
    spec.nics.map(({ mac, key, isConnected }) => ({
      macAddress: mac,
      connected: isConnected,
      deviceConfigId: key,
    }));
  return cards.map((card, at) => (at === 0 ? { ...card, ipAddress: [address] } : card));
}

function valueFor(schema: VimSchema, path: string, text: string): Value {
  switch (propertyAt(schema, 'VirtualMachine', path)?.type) {
    case 'xsd:boolean':
      return text === 'true';
    case 'xsd:int':
    case 'xsd:short':
    case 'xsd:long':
    case 'xsd:double':
      return Number(text) || 0;
    default:
      return text;
  }
}

const lookups: Readonly<Record<string, readonly [argument: string, path: string]>> = {
  FindByIp: ['ip', 'guest.ipAddress'],
  FindByDnsName: ['dnsName', 'guest.hostName'],
  FindByUuid: ['uuid', 'config.uuid'],
};

/** Machines are found by these words too. */
export function findingByWords(type: AnyManaged): AnyManaged {
  const methods = Object.entries(type.methods).map(([name, method]) => {
    const [argument, path] = lookups[name] ?? [];
    if (argument === undefined || path === undefined) return [name, method] as const;
    const look: typeof method = async (call, thing) => {
      const found = await method(call, thing);
      if (!found.ok || (found.value !== undefined && found.value !== null)) return found;
      return flagAt(call.args, 'vmSearch') === true
        ? machineWith(call, path, textAt(call.args, argument))
        : found;
    };
    return [name, look] as const;
  });
  return { ...type, methods: Object.fromEntries(methods) };
}

function machineWith({ vc }: Call, path: string, wanted = ''): Answer {
  const vm = vc
    .world()
    .inventory.ofKind('vm')
    .find((each) => wordsOf(vc, each).get(path)?.toLowerCase() === wanted.toLowerCase());
  return done(vm === undefined || wanted === '' ? undefined : vc.refs.of(vm));
}

/** Properties that whoever imports a package gives it become options of the machine. */
export function importingWords(type: AnyManaged): AnyManaged {
  const { CreateImportSpec: create, ...others } = type.methods;
  if (create === undefined) return type;
  const withOptions: typeof create = async (call, thing) => {
    const made = await create(call, thing);
    const words = dataListAt(call.args, 'cisp.propertyMapping')
      .filter(({ key }) => typeof key === 'string' && isSetWord(key))
      .map(({ key, value }) => ({ _type: 'OptionValue', key, value }));
    const config = made.ok ? dataAt(made.value, 'importSpec.configSpec') : undefined;
    if (!made.ok || words.length === 0 || config === undefined || !isData(made.value)) return made;
    const extraConfig = [...dataListAt(config, 'extraConfig'), ...words];
    return done(put(made.value, ['importSpec', 'configSpec', 'extraConfig'], extraConfig));
  };
  return { ...type, methods: { ...others, CreateImportSpec: withOptions } };
}
