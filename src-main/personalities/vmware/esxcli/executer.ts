/** `ReflectManagedMethodExecuter`: runs a command of esxcli on its host. */
import { partType } from '../objects/entity-type.ts';
import { done, faulted } from '../objects/fault.ts';
import type { Answer } from '../objects/fault.ts';
import type { Host } from '../objects/host/host.ts';
import type { AnyManaged, Call, Method } from '../objects/managed.ts';
import { dataListAt, textAt } from '../wire/ask.ts';
import { defaultLimits, readXml } from '../wire/xml.ts';
import type { Command, Param } from './command.ts';
import { allCommands, commandsIn, spaceOf, wordOf } from './commands.ts';
import { answerText, faultText, infoText, wireName } from './words.ts';

export const handlerId = (space: string): string => `ha-cli-handler-${space.replaceAll('.', '-')}`;
export const infoId = 'ha-dynamic-type-manager-local-cli-cliinfo';

export const executerOf: Method<Host> = ({ vc }, host) =>
  done(vc.refs.part('ReflectManagedMethodExecuter', 'methodExecuter', host));

const response = (text: string): Answer =>
  done({ _type: 'ReflectManagedMethodExecuterSoapResult', response: text });

/** A command that fails is an answer: the call itself went well. */
const refused = (message: string): Answer =>
  done({
    _type: 'ReflectManagedMethodExecuterSoapResult',
    fault: { faultMsg: message, faultDetail: faultText(message) },
  });

type Args = ReadonlyMap<string, readonly string[]>;

/** Each argument is XML in a text: `<option>/Net/GuestIPHack</option>`. */
function argsIn({ args }: Call): Answer<Args> {
  const read = new Map<string, readonly string[]>();
  for (const argument of dataListAt(args, 'argument')) {
    const name = textAt(argument, 'name') ?? '';
    const values = valuesIn(textAt(argument, 'val') ?? '');
    if (values === null) return faulted('InvalidRequest', `The argument ${name} is no XML.`);
    read.set(name, values);
  }
  return done(read);
}

function valuesIn(text: string): readonly string[] | null {
  const around =
    '<v xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">';
  const root = readXml(Buffer.from(`${around}${text}</v>`), defaultLimits);
  return root.ok ? root.value.children.map((child) => child.text) : null;
}

/** By its full name, `vim.EsxCLI.network.vm.list`, by its name on the wire, or by its last word. */
function commandOf({ args }: Call): Command | undefined {
  const moid = textAt(args, 'moid') ?? '';
  // pyvmomi's name of a method begins with a capital letter.
  const method = (textAt(args, 'method') ?? '').toLowerCase();
  return allCommands.find(
    (command) =>
      handlerId(spaceOf(command)) === moid &&
      [`vim.EsxCLI.${command.path}`, wireName(command.path), wordOf(command)].some(
        (name) => name.toLowerCase() === method,
      ),
  );
}

function problemIn(command: Command, args: Args): string | null {
  const byName = new Map<string, Param>(command.params.map((param) => [param.name, param]));
  for (const [name, [value = '']] of args) {
    const param = byName.get(name);
    if (param === undefined) return `esxcli ${spoken(command)} takes no ${name}.`;
    if (param.kind === 'whole' && !/^-?\d+$/.test(value))
      return `${param.aliases.at(-1)} takes a whole number, not ${value}.`;
  }
  const missing = command.params.find(({ name, isNeeded }) => isNeeded && !args.has(name));
  return missing === undefined ? null : `esxcli ${spoken(command)} needs ${missing.aliases.at(-1)}.`;
}

const spoken = ({ path }: Command): string => path.replaceAll('.', ' ');

const isReachable = ({ spec }: Host): boolean => spec.state === 'connected' && spec.power === 'on';

const execute = async (call: Call, host: Host): Promise<Answer> => {
  if (!isReachable(host))
    return faulted('HostNotConnected', `${host.name} does not answer: nothing runs on it.`);
  const args = argsIn(call);
  if (!args.ok) return args;
  if (textAt(call.args, 'moid') === infoId) return tellOf(args.value);
  const command = commandOf(call);
  if (command === undefined) {
    const asked = (textAt(call.args, 'method') ?? '').replace(/^vim\.EsxCLI\./, '').replaceAll('.', ' ');
    return refused(`There is no esxcli ${asked} here.`);
  }
  const problem = problemIn(command, args.value);
  if (problem !== null) return refused(problem);
  const told = await command.run({ call, vc: call.vc, host, args: args.value });
  return told.ok ? response(answerText(command, told.value)) : refused(told.fault.message);
};

function tellOf(args: Args): Answer {
  const space = (args.get('typeName')?.[0] ?? '').replace(/^vim\.EsxCLI\./, '');
  return commandsIn(space).length === 0
    ? refused(`There is no name space ${space} of esxcli here.`)
    : response(infoText(space));
}

type Fetched = (call: Call, host: Host) => Answer | Promise<Answer>;

/** The handlers of commands have no properties. */
const fetchSoap: Fetched = ({ args }) =>
  refused(`${textAt(args, 'moid') ?? ''} has no property ${textAt(args, 'prop') ?? ''}.`);

const onHost =
  (act: Fetched): Method<{ readonly owner: unknown }> =>
  (call, { owner }) =>
    act(call, owner as Host);

export const executer = (): AnyManaged =>
  partType('ReflectManagedMethodExecuter', 'methodExecuter', {
    properties: {},
    methods: { ExecuteSoap: onHost(execute), FetchSoap: onHost(fetchSoap) },
  });
