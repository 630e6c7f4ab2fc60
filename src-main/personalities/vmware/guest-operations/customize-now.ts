/** VirtualMachineGuestCustomizationManager: a guest becomes somebody else while it runs. */
import { noSuchObject } from '../collector/filter-spec.ts';
import { done, faulted, invalidArgument } from '../objects/fault.ts';
import type { Answer } from '../objects/fault.ts';
import { customize } from '../objects/machine/customize.ts';
import { begin } from '../objects/machine/doing.ts';
import type { Worked } from '../tasks/tasks.ts';
import { service } from '../objects/managed.ts';
import type { AnyManaged, Call, Method } from '../objects/managed.ts';
import { dataAt, refAt } from '../wire/ask.ts';
import { enter } from './enter.ts';
import type { Entered } from './enter.ts';

type Work = (call: Call, entered: Entered) => Promise<Answer<Worked>>;

/** As root alone: what it changes is nobody else's. */
const inside =
  (descriptionId: string, work: Work): Method<null> =>
  (call) => {
    const ref = refAt(call.args, 'vm');
    if (ref === undefined) return invalidArgument('vm', 'A specified parameter was not correct: vm');
    const vm = call.vc.refs.entity(ref);
    if (vm?.kind !== 'vm') return noSuchObject(ref);
    return begin(call, {
      descriptionId: `vm.guest.CustomizationManager.${descriptionId}`,
      entity: vm,
      work: async () => {
        const entered = await enter(call);
        if (!entered.ok) return entered;
        const { user } = entered.value;
        return user === 'root'
          ? work(call, entered.value)
          : faulted('GuestPermissionDenied', `${user} may not customize the guest: root may.`);
      },
    });
  };

const now: Work = async (call, { vm, agent: { obey } }) => {
  if (obey === null)
    return faulted('UncustomizableGuest', `${vm.name} runs as a container: it is who its image says.`, {
      uncustomizableGuestOS: 'container',
    });
  const ordered = await customize(call, vm, dataAt(call.args, 'spec') ?? {});
  if (!ordered.ok) return ordered;
  const obeyed = await obey();
  return obeyed.ok ? done({}) : obeyed;
};

/** Every card that is there is up. */
const startNetwork: Work = async (_call, { hands }) => {
  const started = await hands.start({
    program: '/bin/sh',
    arguments: `-c 'for card in /sys/class/net/*; do ip link set dev "\${card##*/}" up; done'`,
    directory: null,
    environment: null,
  });
  return started.ok ? done({}) : started;
};

/** A guest that runs has done what it was told before the call ended. */
const abort: Work = async (_call, { vm }) =>
  faulted('CustomizationFault', `No customization of ${vm.name} is under way.`);

export const guestCustomizationType = (): AnyManaged =>
  service('VirtualMachineGuestCustomizationManager', {
    methods: {
      CustomizeGuest_Task: inside('customize', now),
      StartGuestNetwork_Task: inside('startNetwork', startNetwork),
      AbortCustomization_Task: inside('abortCustomization', abort),
    },
  });
