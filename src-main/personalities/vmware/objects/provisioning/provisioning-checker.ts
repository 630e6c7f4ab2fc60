/** VirtualMachineProvisioningChecker: what would become of a move or a copy, judged as these are, with nothing done. */
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import { dataAt, flagAt, refListAt, textAt } from '../../wire/ask.ts';
import type { Data } from '../../wire/value.ts';
import type { Answer, Fault } from '../fault.ts';
import { done, faulted } from '../fault.ts';
import { copyAsked, copyCommand, forkable, forkAsked } from '../machine/clone.ts';
import type { CopyWish } from '../machine/clone.ts';
import { customizable } from '../machine/customize.ts';
import { begin } from '../machine/doing.ts';
import type { Vm } from '../machine/paper.ts';
import { movesOf } from '../machine/relocate.ts';
import { powerWords, toolsOf } from '../machine/state.ts';
import { service } from '../managed.ts';
import type { AnyManaged, Call, Method } from '../managed.ts';
import { hostsAsked, machineAsked } from './asked.ts';
import { asWorked, checkResult, ofSource, ofTarget, withWarnings } from './check-result.ts';
import type { Found } from './check-result.ts';

type Host = EntityOf<'host'>;
type Check = (call: Call, vm: Vm) => readonly Data[];

const checking =
  (name: string, check: Check): Method<null> =>
  (call) => {
    const vm = machineAsked(call);
    return vm.ok
      ? begin(call, {
          descriptionId: `vm.check.ProvisioningChecker.${name}`,
          entity: vm.value,
          work: async () => asWorked(check(call, vm.value)),
        })
      : vm;
  };

/** To each of the hosts, with what else is asked for. */
const moving = (call: Call, vm: Vm, spec: Data): readonly Data[] =>
  hostsAsked(call, vm, spec).map((host) => movingTo(call, vm, { host, spec }));

type Goal = { readonly host: Host; readonly spec: Data };

function movingTo(call: Call, vm: Vm, { host, spec }: Goal): Data {
  const { settles, travels } = movesOf(call, vm, { ...spec, host: call.vc.refs.of(host) });
  const found = [
    ofSource(inState(call, vm)),
    ...ofTarget(call, [...settles, ...(travels === null ? [] : [travels])]),
  ];
  return withWarnings(checkResult(call, { vm, host }, found), travels === null ? [] : beforeMove(call, vm));
}

/** The state in which the machine shall be, where one is named. */
function inState({ args }: Call, { name, spec }: Vm): Answer<null> {
  const wanted = textAt(args, 'state');
  const existingState = powerWords[spec.power];
  if (wanted === undefined || wanted === existingState) return done(null);
  return faulted('InvalidPowerState', `${name} is ${existingState}, and not ${wanted}.`, {
    requestedState: wanted,
    existingState,
  });
}

/** What runs in it cannot be watched on its way. */
const beforeMove = ({ vc }: Call, vm: Vm): readonly Fault[] =>
  vm.spec.power !== 'on' || toolsOf(vc, vm) === 'running'
    ? []
    : [
        {
          type: 'NoGuestHeartbeat',
          message: `No guest OS heartbeats are being received from ${vm.name}.`,
          fields: {},
        },
      ];

const copying: Check = (call, vm) => {
  const wish = copyAsked(call);
  const starts = flagAt(call.args, 'spec.powerOn') === true;
  return copyingAs(call, vm, { wish, more: starts ? { afterwards: 'start' } : {} });
};

const forking: Check = (call, vm) => {
  const wish = forkAsked(call, vm);
  return copyingAs(call, vm, { wish, own: [ofSource(forkable(vm))], more: {} });
};

type Copying = {
  readonly wish: Answer<CopyWish>;
  readonly own?: readonly Found[];
  /** The copy shall run: there must be room for it. */
  readonly more: { readonly afterwards?: 'start' };
};

function copyingAs(call: Call, vm: Vm, { wish, own = [], more }: Copying): readonly Data[] {
  if (!wish.ok) return [checkResult(call, { vm, host: undefined }, [ofSource(wish)])];
  const { customization, location } = wish.value;
  const found = [
    ...own,
    ...(customization === undefined ? [] : [ofSource(customizable(vm, customization))]),
    ...ofTarget(call, [{ ...copyCommand(call, vm, wish.value), ...more }]),
  ];
  const [host] = location.host === undefined ? [] : hostsAsked(call, vm, location);
  return [checkResult(call, { vm, host }, found)];
}

/** Each of the machines on each of the hosts. */
const motion: Method<null> = (call) => {
  const { refs } = call.vc;
  const hosts = refListAt(call.args, 'host').flatMap((ref) => hostIn(refs.entity(ref)));
  const vms = refListAt(call.args, 'vm').flatMap((ref) => machineIn(refs.entity(ref)));
  const results = vms.flatMap((vm) => hosts.map((host) => movingTo(call, vm, { host, spec: {} })));
  return call.vc.tasks.run(call, {
    name: call.method,
    descriptionId: 'vm.check.ProvisioningChecker.queryVMotionCompatibilityEx',
    entity: null,
    entityName: '',
    work: async () => asWorked(results),
  });
};

type Known = ReturnType<Call['vc']['refs']['entity']>;
const hostIn = (found: Known): readonly Host[] => (found?.kind === 'host' ? [found] : []);
const machineIn = (found: Known): readonly Vm[] => (found?.kind === 'vm' ? [found] : []);

export const provisioningChecker = (): AnyManaged =>
  service('VirtualMachineProvisioningChecker', {
    methods: {
      CheckRelocate_Task: checking('checkRelocate', (call, vm) =>
        moving(call, vm, dataAt(call.args, 'spec') ?? {}),
      ),
      CheckMigrate_Task: checking('checkMigrate', (call, vm) =>
        moving(call, vm, { host: call.args.host, pool: call.args.pool }),
      ),
      CheckClone_Task: checking('checkClone', copying),
      CheckInstantClone_Task: checking('checkInstantClone', forking),
      QueryVMotionCompatibilityEx_Task: motion,
    },
  });
