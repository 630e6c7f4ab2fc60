/** `InternalDynamicTypeManager`: which commands there are, told as types, for clients that make themselves classes of them. */
import { partType } from '../objects/entity-type.ts';
import { done } from '../objects/fault.ts';
import type { Host } from '../objects/host/host.ts';
import type { AnyManaged, Method } from '../objects/managed.ts';
import { textAt } from '../wire/ask.ts';
import type { Data } from '../wire/value.ts';
import type { Command, FieldKind, Gives } from './command.ts';
import { allCommands, commandsIn, nameSpaces, wordOf } from './commands.ts';
import { handlerId, infoId } from './executer.ts';
import { wireName } from './words.ts';

const version = 'vim.version.version5';
const optional: readonly Data[] = [{ name: 'optional', parameter: [] }];

const types: Readonly<Record<FieldKind, string>> = {
  text: 'string',
  whole: 'long',
  flag: 'boolean',
  texts: 'string[]',
};

export const typeManagerOf: Method<Host> = ({ vc }, host) =>
  done(vc.refs.part('InternalDynamicTypeManager', 'dynamicTypeManager', host));

const vmodl = (path: string): string => `vim.EsxCLI.${path}`;

function resultOf({ path }: Command, gives: Gives): string {
  switch (gives.is) {
    case 'text':
      return 'string';
    case 'flag':
      return 'boolean';
    case 'one':
      return `${vmodl(path)}.${gives.name}`;
    case 'rows':
      return `${vmodl(path)}.${gives.name}[]`;
    default:
      return gives satisfies never;
  }
}

const methodOf = (command: Command): Data => ({
  name: wordOf(command),
  wsdlName: wireName(command.path),
  version,
  paramTypeInfo: command.params.map(({ name, kind, isNeeded }) => ({
    name,
    version,
    type: types[kind],
    annotation: isNeeded ? [] : optional,
  })),
  returnTypeInfo: { name: 'return', version, type: resultOf(command, command.gives), annotation: [] },
  fault: ['vim.EsxCLI.CLIFault'],
});

const managedOf = (space: string): Data => ({
  name: vmodl(space),
  wsdlName: wireName(space),
  version,
  base: ['vmodl.ManagedObject'],
  method: commandsIn(space).map(methodOf),
});

type Fields = Readonly<Record<string, string>>;

const dataType = (name: string, fields: Fields): Data => ({
  name,
  wsdlName: name
    .split('.')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(''),
  version,
  base: ['vmodl.DynamicData'],
  property: Object.entries(fields).map(([field, type]) => ({
    name: field,
    version,
    type,
    annotation: optional,
  })),
});

function structuresOf(command: Command): readonly Data[] {
  const { gives, path } = command;
  if (!('fields' in gives)) return [];
  const fields = Object.fromEntries(Object.entries(gives.fields).map(([name, kind]) => [name, types[kind]]));
  return [
    { ...dataType(`${vmodl(path)}.${gives.name}`, fields), wsdlName: `${wireName(path)}${gives.name}` },
  ];
}

const item: Fields = { name: 'string', displayName: 'string', help: 'string' };

/** Of the object that tells of commands. */
const infoTypes: readonly Data[] = [
  dataType('vim.CLIInfo.CommandInfo', { ...item, method: 'vim.CLIInfo.MethodInfo[]' }),
  dataType('vim.CLIInfo.MethodInfo', {
    ...item,
    param: 'vim.CLIInfo.ParamInfo[]',
    hints: 'vim.CLIInfo.Hint[]',
  }),
  dataType('vim.CLIInfo.ParamInfo', { ...item, aliases: 'string[]', flag: 'boolean' }),
  dataType('vim.CLIInfo.Hint', { key: 'string', value: 'string' }),
];

const infoManaged: Data = {
  name: 'vim.CLIInfo',
  wsdlName: 'VimCLIInfo',
  version,
  base: ['vmodl.ManagedObject'],
  method: [
    {
      name: 'FetchCLIInfo',
      wsdlName: 'VimCLIInfoFetchCLIInfo',
      version,
      paramTypeInfo: [{ name: 'typeName', version, type: 'string', annotation: [] }],
      returnTypeInfo: { name: 'return', version, type: 'vim.CLIInfo.CommandInfo', annotation: [] },
    },
  ],
};

const cliFault: Data = {
  ...dataType('vim.EsxCLI.CLIFault', { errMsg: 'string[]' }),
  base: ['vmodl.MethodFault'],
};

const named = (wanted: string | undefined) => (each: Data) =>
  wanted === undefined || (textAt(each, 'name') ?? '').includes(wanted);

const queryTypes: Method<unknown> = ({ args }) => {
  const wanted = named(textAt(args, 'filterSpec.typeSubstr'));
  return done({
    _type: 'DynamicTypeMgrAllTypeInfo',
    managedTypeInfo: [infoManaged, ...nameSpaces().map(managedOf)].filter(wanted),
    enumTypeInfo: [],
    dataTypeInfo: [...infoTypes, cliFault, ...allCommands.flatMap(structuresOf)].filter(wanted),
  });
};

const queryInstances: Method<unknown> = ({ args }) => {
  const id = textAt(args, 'filterSpec.id');
  const type = textAt(args, 'filterSpec.typeSubstr');
  const all = [
    { id: infoId, moType: 'vim.CLIInfo' },
    ...nameSpaces().map((space) => ({ id: handlerId(space), moType: vmodl(space) })),
  ];
  return done(
    all
      .filter((each) => (id ?? each.id) === each.id && each.moType.includes(type ?? ''))
      .map((each) => ({ _type: 'DynamicTypeMgrMoInstance', ...each })),
  );
};

export const typeManager = (): AnyManaged =>
  partType('InternalDynamicTypeManager', 'dynamicTypeManager', {
    properties: {},
    methods: { DynamicTypeMgrQueryMoInstances: queryInstances, DynamicTypeMgrQueryTypeInfo: queryTypes },
  });
