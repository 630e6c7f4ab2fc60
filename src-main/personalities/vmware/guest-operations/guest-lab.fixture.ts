/** A vCenter whose machines have systems in them: the small estate, and what runs in it. */
import { createGuestMaker } from '../../../guests/make-guest.ts';
import { openLine } from '../../../guests/open-line.ts';
import { createGuestRuntime } from '../../../guests/runtime.ts';
import type { GuestRuntime } from '../../../guests/runtime.ts';
import { silentLog } from '../../../host/log.ts';
import type { CommandInput } from '../../../../sim/contract/commands.ts';
import type { EntityId } from '../../../../sim/contract/ids.ts';
import { accepted, refused } from '../../../../sim/contract/result.ts';
import type { Result } from '../../../../sim/contract/result.ts';
import { restOperations } from '../rest/operations.ts';
import { restRoutes } from '../rest/rest-route.ts';
import { buildEstate } from '../small-estate.fixture.ts';
import type { Estate } from '../small-estate.fixture.ts';
import type { VcDeps } from '../create-vc.ts';
import { emptyHouse } from '../console/empty-house.ts';
import { openVmwareLab } from '../vmware-lab.fixture.ts';
import type { SoapAnswer, SoapClient, VmwareLab } from '../vmware-lab.fixture.ts';
import { guestFileRoute } from './guest-file-route.ts';
import type { Guests } from './guests.ts';
import { createHypervisors } from './hypervisors.ts';

export type GuestLab = VmwareLab & {
  readonly estate: Estate;
  readonly runtime: GuestRuntime;
  readonly soap: SoapClient;
  /** `web-01`. */
  readonly vm: EntityId;
  /** A call of the guest's managers about `web-01`, as root. */
  readonly inside: (method: string, inner: string, login?: string) => Promise<SoapAnswer>;
  /** A command of root's in `web-01`, to its end; answers what it wrote. */
  readonly shell: (command: string, machine?: EntityId) => Promise<string>;
  /** `VirtualMachine:vm-1`. */
  readonly refOf: (machine: EntityId) => string;
};

/** Of the first users of the images. */
const rootLogin = loginOf('root', 'coldaisle');

export function loginOf(user: string, password: string): string {
  return `<auth xsi:type="NamePasswordAuthentication"><interactiveSession>false</interactiveSession><username>${user}</username><password>${password}</password></auth>`;
}

const managers: readonly (readonly [RegExp, string])[] = [
  [/Process|Program|Environment/, 'GuestProcessManager:guestOperationsProcessManager'],
  [/Alias/, 'GuestAliasManager:guestOperationsAliasManager'],
  [/Registry/, 'GuestWindowsRegistryManager:guestOperationsWindowsRegistryManager'],
  [/Credentials/, 'GuestAuthManager:guestOperationsAuthManager'],
  [/./, 'GuestFileManager:guestOperationsFileManager'],
];

export async function openGuestLab(deps: Partial<VcDeps> = {}): Promise<GuestLab> {
  let runtime: GuestRuntime | null = null;
  const guests: Guests = {
    open: (id) => runtime?.open(id) ?? Promise.resolve(refused('wrong-state', 'not open yet')),
    isBacked: () => false,
    boxOf: () => Promise.resolve(accepted(null)),
    house: emptyHouse,
    admits: 'known',
    look: (id) => runtime?.look(id) ?? null,
  };
  const lab = await openVmwareLab({
    deps: { guests, ...deps },
    routes: (vc) => [guestFileRoute(vc), ...restRoutes(vc, restOperations)],
  });
  const execute = async (command: unknown): Promise<Result<unknown>> => {
    try {
      return accepted(await lab.does(command as CommandInput));
    } catch (error) {
      return refused('wrong-state', error instanceof Error ? error.message : 'refused');
    }
  };
  const made = createGuestRuntime({
    world: () => lab.world,
    execute,
    listen: lab.vc.listen,
    steady: () => performance.now(),
    make: createGuestMaker(),
    switchOff: (id) => execute({ type: 'machine.power', id, verb: 'off' }),
    hypervisor: createHypervisors({ world: () => lab.world, execute }),
    log: silentLog,
    mostIdle: 100,
    mostAwake: 8,
  });
  runtime = made;
  await lab.does({ type: 'lab.work', takes: 'no-time' });
  const estate = await buildEstate(lab);
  const [vm] = estate.machines;
  await lab.does({ type: 'inventory.change', id: vm, spec: { os: 'debian-12' } });
  await lab.does({ type: 'machine.power', id: vm, verb: 'on' });
  await lab.run(1);
  const soap = await lab.login();
  const inside: GuestLab['inside'] = (method, inner, login = rootLogin) => {
    const [, manager = ''] = managers.find(([pattern]) => pattern.test(method)) ?? [];
    return soap.call(method, manager, `<vm type="VirtualMachine">${vm}</vm>${login}${inner}`);
  };
  return {
    ...lab,
    estate,
    runtime: made,
    soap,
    vm,
    inside,
    shell: (command, machine = vm) => shellOf(made, machine, command),
    refOf: (machine) => `VirtualMachine:${lab.vc.refs.ofId(machine)?.value ?? ''}`,
    close: async () => {
      await made.close();
      await lab.close();
    },
  };
}

async function shellOf(runtime: GuestRuntime, id: EntityId, command: string): Promise<string> {
  const opened = await runtime.open(id);
  if (!opened.ok) throw new Error(opened.refusal.message);
  return new Promise((resolve) => {
    let output = '';
    const line = openLine(
      opened.value,
      { what: { kind: 'session', user: 'root', command }, environment: new Map(), terminal: null },
      {
        write: (bytes) => {
          output += bytes;
        },
        backlog: () => 0,
        exited: () => resolve(output),
        cut: (reason) => resolve(`cut: ${reason}`),
      },
    );
    if (line.ok) line.value.endInput();
  });
}
