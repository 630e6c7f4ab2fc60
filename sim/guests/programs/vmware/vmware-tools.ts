import type { Bytes } from '../../bytes.ts';
import type { GuestOrders, HypervisorView } from '../../kernel/machine-view.ts';
import type { Program, Step, System } from '../../kernel/program.ts';
import type { Way } from '../../kernel/resting.ts';
import { atRest, unmoved, wayOf } from '../../kernel/resting.ts';
import { log } from '../system/log.ts';

const version = '12.2.0.41219 (build-21223074)';
const outside = 'must be run inside a virtual machine on a VMware hypervisor product.';

/** The tools' service: does what the hypervisor wants of the guest, and is there; `--cmd` asks one thing. */
const vmtoolsd: Program = function* (system) {
  const [, first = '', ...rest] = system.arguments;
  if (first === '-v' || first === '--version') {
    yield* system.descriptors.write(1, `VMware Tools daemon, version ${version}\n`);
    return 0;
  }
  if (first === '--cmd') return yield* ask(system, rest.join(' '));
  if (first.startsWith('--cmd=')) return yield* ask(system, first.slice('--cmd='.length));
  if (first !== '' && first !== '-n' && first !== '-b') {
    yield* system.descriptors.write(2, `Unknown option ${first}\n`);
    return 1;
  }
  const hypervisor = system.machine.hypervisor();
  if (hypervisor === null) {
    yield* system.descriptors.write(2, `${system.arguments[0] ?? 'vmtoolsd'}: ${outside}\n`);
    return 1;
  }
  if (obeyHypervisor(system)) {
    yield* log(system, { priority: 30, as: 'vmtoolsd', message: 'the guest was customized' });
  }
  return yield* beThere({ system });
};

/** False: nothing is wanted of it. */
export function obeyHypervisor(system: System): boolean {
  const hypervisor = system.machine.hypervisor();
  const orders = hypervisor?.orders() ?? null;
  if (hypervisor === null || orders === null) return false;
  obey(system, orders);
  hypervisor.ordersDone();
  return true;
}

type Being = { readonly system: System };

const being: Way = wayOf<Being>({
  *goOn(state) {
    yield* atRest(state.system, { way: being, state, shared: [] }, state.system.again.pause());
    return yield* beThere(state);
  },
  hear: () => unmoved,
});

function* beThere(state: Being): Step<number> {
  const { system } = state;
  for (;;) yield* atRest(system, { way: being, state, shared: [] }, system.processes.pause());
}

/** As the scripts of a customization leave a system: its name, and whom it asks for names. */
function obey({ files, machine }: System, { hostname, domain, nameServers, search }: GuestOrders): void {
  if (hostname !== null) {
    files.writeFile('/etc/hostname', `${hostname}\n`, 0o644);
    machine.changeHostname(hostname);
    const hosts = files.readFile('/etc/hosts');
    const others = (hosts.ok ? hosts.value : '').split('\n').filter((line) => !line.startsWith('127.0.1.1'));
    const names = domain === '' ? hostname : `${hostname}.${domain}\t${hostname}`;
    const [local = '', ...rest] = others;
    files.writeFile('/etc/hosts', [local, `127.0.1.1\t${names}`, ...rest].join('\n'), 0o644);
  }
  const suffixes = search.length > 0 ? search : domain === '' ? [] : [domain];
  if (nameServers.length === 0 && suffixes.length === 0) return;
  const lines = [
    ...(suffixes.length === 0 ? [] : [`search ${suffixes.join(' ')}`]),
    ...nameServers.map((address) => `nameserver ${address}`),
  ];
  files.writeFile('/etc/resolv.conf', `${lines.join('\n')}\n`, 0o644);
}

/** One question to the hypervisor: `info-get guestinfo.x`, `info-set guestinfo.x value`. */
const rpctool: Program = function* (system) {
  const words = system.arguments.slice(1);
  if (words.length === 0 || words[0] === '-h' || words[0] === '--help') {
    const usage = 'Usage: vmware-rpctool [OPTION] <text>\n       vmware-rpctool -h|-v\n';
    yield* system.descriptors.write(words.length === 0 ? 2 : 1, usage);
    return words.length === 0 ? 1 : 0;
  }
  if (words[0] === '-v') {
    yield* system.descriptors.write(1, `VMware Tools version ${version}\n`);
    return 0;
  }
  return yield* ask(system, words.join(' '));
};

type Told = { readonly status: 0 | 1; readonly text: Bytes };

function* ask(system: System, question: Bytes): Step<number> {
  const hypervisor = system.machine.hypervisor();
  const told: Told =
    hypervisor === null
      ? { status: 1, text: `${system.arguments[0] ?? ''}: ${outside}` }
      : answer(hypervisor, question);
  yield* system.descriptors.write(told.status === 0 ? 1 : 2, `${told.text}\n`);
  return told.status;
}

function answer(hypervisor: HypervisorView, question: Bytes): Told {
  const [, verb = '', name = '', value = ''] = /^(\S+)\s*(\S*) ?([\s\S]*)$/.exec(question.trim()) ?? [];
  if (verb === 'log') return { status: 0, text: '' };
  if (verb !== 'info-get' && verb !== 'info-set') return { status: 1, text: 'Unknown command' };
  if (!name.startsWith('guestinfo.')) return { status: 1, text: 'No value found' };
  if (verb === 'info-set') {
    hypervisor.changeInfo(name, value);
    return { status: 0, text: '' };
  }
  const found = hypervisor.info(name);
  return found === null ? { status: 1, text: 'No value found' } : { status: 0, text: found };
}

/** Of open-vm-tools: what a machine of vSphere has of its own. */
export const vmwareTools: ReadonlyMap<string, Program> = new Map([
  ['vmtoolsd', vmtoolsd],
  ['vmware-rpctool', rpctool],
]);
