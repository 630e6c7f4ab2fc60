/** The same over REST: programs and folders of the guest, files up and down, and who it shall be. */
import { toolsOf } from '../objects/machine/state.ts';
import { bySoap } from '../rest/by-soap.ts';
import { madeNew, refuse, told } from '../rest/reply.ts';
import type { Reply } from '../rest/reply.ts';
import {
  fieldsIn,
  flagIn,
  isFields,
  listIn,
  numberIn,
  param,
  specIn,
  textIn,
  textsIn,
} from '../rest/rest-call.ts';
import type { Fields, Operation, RestCall } from '../rest/rest-call.ts';
import { withMachine } from '../rest/inventory/machines.ts';
import type { Vm } from '../rest/inventory/machines.ts';
import { isData } from '../wire/value.ts';
import type { Data, Value } from '../wire/value.ts';

const guest = '/vcenter/vm/{vm}/guest';

/** `undefined` is left out. */
type Ask = { readonly self: 'Process' | 'File'; readonly method: string; readonly args: Data };

function ask(call: RestCall, vm: Vm, { self, method, args }: Ask): Promise<Reply<Value>> {
  const credentials = fieldsIn(call.body, 'credentials');
  const auth: Data = {
    _type: 'NamePasswordAuthentication',
    interactiveSession: false,
    username: textIn(credentials, 'user_name') ?? '',
    password: textIn(credentials, 'password') ?? '',
  };
  return bySoap(call, {
    self: { _ref: `Guest${self}Manager`, value: `guestOperations${self}Manager` },
    method,
    args: { vm: call.vc.refs.of(vm), auth, ...args },
  });
}

type Act = (call: RestCall, vm: Vm) => Promise<Reply>;

const quietly =
  (of: (body: Fields) => Ask): Act =>
  async (call, vm) => {
    const did = await ask(call, vm, of(call.body));
    return did.ok ? told(undefined) : did;
  };

const folders: Readonly<Record<string, Act>> = {
  create: quietly((body) => ({
    self: 'File',
    method: 'MakeDirectoryInGuest',
    args: {
      directoryPath: textIn(body, 'path') ?? '',
      createParentDirectories: flagIn(body, 'create_parents') ?? false,
    },
  })),
  delete: quietly((body) => ({
    self: 'File',
    method: 'DeleteDirectoryInGuest',
    args: { directoryPath: textIn(body, 'path') ?? '', recursive: flagIn(body, 'recursive') ?? false },
  })),
  move: quietly((body) => ({
    self: 'File',
    method: 'MoveDirectoryInGuest',
    args: { srcDirectoryPath: textIn(body, 'path') ?? '', dstDirectoryPath: textIn(body, 'new_path') ?? '' },
  })),
  createTemporary: async (call, vm) => {
    const made = await ask(call, vm, {
      self: 'File',
      method: 'CreateTemporaryDirectoryInGuest',
      args: {
        prefix: textIn(call.body, 'prefix') ?? '',
        suffix: textIn(call.body, 'suffix') ?? '',
        directoryPath: textIn(call.body, 'parent_path'),
      },
    });
    return made.ok ? madeNew(made.value) : made;
  },
};

const start: Act = async (call, vm) => {
  const spec = fieldsIn(call.body, 'spec');
  const variables = Object.entries(fieldsIn(spec, 'environment_variables'));
  const args = {
    spec: {
      _type: 'GuestProgramSpec',
      programPath: textIn(spec, 'path') ?? '',
      arguments: textIn(spec, 'arguments') ?? '',
      workingDirectory: textIn(spec, 'working_directory'),
      envVariables: variables.map(([name, value]) => `${name}=${String(value)}`),
    },
  };
  const started = await ask(call, vm, { self: 'Process', method: 'StartProgramInGuest', args });
  return started.ok ? madeNew(started.value) : started;
};

const processOf = (one: Data): Fields => ({
  name: one.name,
  pid: one.pid,
  owner: one.owner,
  command: one.cmdLine,
  started: one.startTime,
  ...(one.endTime === undefined ? {} : { finished: one.endTime, exit_code: one.exitCode }),
});

async function listed(call: RestCall, vm: Vm, pids: readonly number[]): Promise<Reply<readonly Fields[]>> {
  const found = await ask(call, vm, { self: 'Process', method: 'ListProcessesInGuest', args: { pids } });
  if (!found.ok) return found;
  const rows = Array.isArray(found.value) ? (found.value as readonly Value[]) : [];
  return told(rows.filter(isData).map(processOf));
}

const one: Act = async (call, vm) => {
  const found = await listed(call, vm, [Number(param(call, 'pid'))]);
  if (!found.ok) return found;
  const [row] = found.value;
  return row === undefined
    ? refuse('not_found', `There is no process ${param(call, 'pid')} in the guest.`)
    : told(row);
};

const end: Act = async (call, vm) => {
  const args = { pid: Number(param(call, 'pid')) };
  const ended = await ask(call, vm, { self: 'Process', method: 'TerminateProcessInGuest', args });
  return ended.ok ? told(undefined) : ended;
};

/** With attributes a file goes up, without it comes down; answered is where. */
const transfer: Act = async (call, vm) => {
  const spec = fieldsIn(call.body, 'spec');
  const guestFilePath = textIn(spec, 'path') ?? '';
  if (!isFields(spec['attributes'])) {
    const from = await ask(call, vm, {
      self: 'File',
      method: 'InitiateFileTransferFromGuest',
      args: { guestFilePath },
    });
    return from.ok ? madeNew(isData(from.value) ? from.value.url : undefined) : from;
  }
  const attributes = fieldsIn(spec, 'attributes');
  const mode = textIn(fieldsIn(attributes, 'posix'), 'permissions');
  const to = await ask(call, vm, {
    self: 'File',
    method: 'InitiateFileTransferToGuest',
    args: {
      guestFilePath,
      fileSize: numberIn(attributes, 'size') ?? 0,
      overwrite: flagIn(attributes, 'overwrite') ?? false,
      fileAttributes: {
        _type: 'GuestPosixFileAttributes',
        permissions: mode === undefined ? undefined : Number.parseInt(mode, 8),
      },
    },
  });
  return to.ok ? madeNew(to.value) : to;
};

const operations: Act = async ({ vc }, vm) =>
  told({
    guest_operations_ready: toolsOf(vc, vm) === 'running',
    interactive_guest_operations_ready: false,
  });

const customize: Act = async (call, vm) => {
  const did = await bySoap(call, {
    self: call.vc.refs.of(vm),
    method: 'CustomizeVM_Task',
    args: { spec: customizationIn(specIn(call)) },
  });
  return did.ok ? told(undefined) : did;
};

function customizationIn(spec: Fields): Data {
  const linux = fieldsIn(fieldsIn(spec, 'configuration_spec'), 'linux_config');
  const dns = fieldsIn(spec, 'global_DNS_settings');
  return {
    _type: 'CustomizationSpec',
    identity: {
      _type: 'CustomizationLinuxPrep',
      hostName: hostNameIn(fieldsIn(linux, 'hostname')),
      domain: textIn(linux, 'domain') ?? '',
    },
    globalIPSettings: {
      dnsSuffixList: textsIn(dns, 'dns_suffix_list'),
      dnsServerList: textsIn(dns, 'dns_servers'),
    },
    nicSettingMap: listIn(spec, 'interfaces')
      .filter(isFields)
      .map((card) => ({ adapter: { ip: addressIn(fieldsIn(fieldsIn(card, 'adapter'), 'ipv4')) } })),
  };
}

function hostNameIn(name: Fields): Data {
  switch (textIn(name, 'type')) {
    case 'FIXED':
      return { _type: 'CustomizationFixedName', name: textIn(name, 'fixed_name') ?? '' };
    case 'PREFIX':
      return { _type: 'CustomizationPrefixName', base: textIn(name, 'prefix') ?? '' };
    default:
      return { _type: 'CustomizationVirtualMachineName' };
  }
}

const addressIn = (ip: Fields): Data =>
  textIn(ip, 'type') === 'STATIC'
    ? { _type: 'CustomizationFixedIp', ipAddress: textIn(ip, 'ip_address') ?? '' }
    : { _type: 'CustomizationDhcpIpGenerator' };

export const guestActOperations: readonly Operation[] = [
  ...Object.entries(folders).map(([action, act]) => ({
    on: `POST ${guest}/filesystem/directories`,
    action,
    run: withMachine(act),
  })),
  { on: `POST ${guest}/filesystem`, action: 'create', run: withMachine(transfer) },
  { on: `POST ${guest}/processes`, action: 'create', run: withMachine(start) },
  { on: `POST ${guest}/processes`, action: 'list', run: withMachine((call, vm) => listed(call, vm, [])) },
  { on: `POST ${guest}/processes/{pid}`, action: 'get', run: withMachine(one) },
  { on: `POST ${guest}/processes/{pid}`, action: 'delete', run: withMachine(end) },
  { on: `GET ${guest}/operations`, run: withMachine(operations) },
  { on: `PUT ${guest}/customization`, run: withMachine(customize) },
];
