/** Advanced options of a host. */
import type { Vc } from '../../vc.ts';
import { dataListAt, textAt } from '../../wire/ask.ts';
import type { Data, Value } from '../../wire/value.ts';
import { done, faulted, invalidArgument } from '../fault.ts';
import type { Method } from '../managed.ts';
import { usualOptions } from './options.table.ts';
import type { Host } from './host.ts';
import { hostKey, settingOf, writePaper } from './settings.ts';

type Options = Readonly<Record<string, string | number | boolean>>;
const keyOf = ({ id }: Host): string => hostKey(id, 'options');
const changedOf = (vc: Vc, host: Host): Options => settingOf<Options>(vc, keyOf(host), {});

/** Whole numbers of options are longs, as ESXi has them. */
const written = (value: string | number | boolean): Value =>
  typeof value === 'number' ? { _type: 'xsd:long', value } : value;

export function optionsOf(vc: Vc, host: Host): readonly Data[] {
  const all: Options = { ...usualOptions, ...changedOf(vc, host) };
  return Object.keys(all)
    .toSorted()
    .map((key) => ({ _type: 'OptionValue', key, value: written(all[key] ?? '') }));
}

function kindOf(usual: string | number | boolean): Data {
  if (typeof usual === 'boolean') return { _type: 'BoolOption', supported: true, defaultValue: usual };
  if (typeof usual === 'string') return { _type: 'StringOption', defaultValue: usual };
  return { _type: 'LongOption', min: 0, max: Number.MAX_SAFE_INTEGER, defaultValue: usual };
}

/** What each of them takes, and what it is where nobody has set it. */
const supported = (): readonly Data[] =>
  Object.entries(usualOptions).map(([key, usual]) => ({
    _type: 'OptionDef',
    label: key.split('.').at(-1) ?? key,
    summary: key,
    key,
    optionType: kindOf(usual),
  }));

const query: Method<Host> = ({ vc, args }, host) => {
  const name = textAt(args, 'name') ?? '';
  const found = optionsOf(vc, host).filter((option) => {
    const key = textAt(option, 'key') ?? '';
    return key === name || name === '' || key.startsWith(name.endsWith('.') ? name : `${name}.`);
  });
  return found.length === 0
    ? faulted('InvalidName', `There is no option ${name} on ${host.name}.`, { name })
    : done(found);
};

const update: Method<Host> = (call, host) => {
  const changed: Record<string, string | number | boolean> = { ...changedOf(call.vc, host) };
  const known: Options = usualOptions;
  for (const option of dataListAt(call.args, 'changedValue')) {
    const name = textAt(option, 'key') ?? '';
    const usual = known[name];
    if (usual === undefined)
      return faulted('InvalidName', `There is no option ${name} on ${host.name}.`, { name });
    const plain = plainOf(option.value);
    const given =
      typeof usual === 'number' && typeof plain === 'string' && /^-?\d+$/.test(plain) ? Number(plain) : plain;
    if (typeof given !== typeof usual)
      return invalidArgument(name, `${name} is a ${typeof usual}, not a ${typeof given}.`);
    changed[name] = given as string | number | boolean;
  }
  return writePaper(call, keyOf(host), changed);
};

/** A long comes with its type round it. */
const plainOf = (value: Value): Value =>
  typeof value === 'object' && value !== null && 'value' in value ? value.value : value;

/** Of the part `EsxHostAdvSettings-host-7`; the type itself is the managers'. */
export const hostOptions = {
  setting: optionsOf,
  supported,
  methods: { QueryOptions: query, UpdateOptions: update },
} as const;
