/** `HostVirtualNicManager` and `HostVMotionSystem`: which of a host's own addresses is for what. */
import type { Vc } from '../../vc.ts';
import { textAt } from '../../wire/ask.ts';
import type { Data } from '../../wire/value.ts';
import { done, faulted, invalidArgument } from '../fault.ts';
import type { AnyManaged, Method } from '../managed.ts';
import { hostSystem } from './config-desk.ts';
import type { Host } from './host.ts';
import { kernelData } from './network-info.ts';
import { kernelsOf, networkKey, networkPaperOf } from './network-paper.ts';
import { writePaper } from './settings.ts';

const nicTypes = [
  'faultToleranceLogging',
  'management',
  'nvmeRdma',
  'nvmeTcp',
  'ptp',
  'vSphereBackupNFC',
  'vSphereProvisioning',
  'vSphereReplication',
  'vSphereReplicationNFC',
  'vmotion',
  'vsan',
  'vsanWitness',
] as const;

function netConfigOf(vc: Vc, host: Host, nicType: string): Data {
  const kernels = kernelsOf(vc, host);
  return {
    _type: 'VirtualNicManagerNetConfig',
    nicType,
    multiSelectAllowed: true,
    candidateVnic: kernels.map((kernel) => ({
      ...kernelData(kernel),
      key: `${nicType}.key-vim.host.VirtualNic-${kernel.device}`,
    })),
    selectedVnic: kernels
      .filter(({ uses }) => uses.includes(nicType))
      .map(({ device }) => `${nicType}.key-vim.host.VirtualNic-${device}`),
  };
}

export const nicManagerInfoOf = (vc: Vc, host: Host): Data => ({
  _type: 'HostVirtualNicManagerInfo',
  netConfig: nicTypes.map((nicType) => netConfigOf(vc, host, nicType)),
});

const select =
  (verb: 'select' | 'deselect', given: string | null): Method<Host> =>
  (call, host) => {
    const nicType = given ?? textAt(call.args, 'nicType') ?? '';
    const device = textAt(call.args, 'device');
    if (!(nicTypes as readonly string[]).includes(nicType))
      return invalidArgument('nicType', `There is no use of an adapter named ${nicType}.`);
    const kernels = kernelsOf(call.vc, host);
    if (device !== undefined && !kernels.some((kernel) => kernel.device === device))
      return faulted('HostConfigFault', `${host.name} has no adapter ${device}.`);
    const after = kernels.map((kernel) => {
      if (device !== undefined && kernel.device !== device) return kernel;
      const uses = kernel.uses.filter((use) => use !== nicType);
      return { ...kernel, uses: verb === 'select' ? [...uses, nicType] : uses };
    });
    return writePaper(call, networkKey(host), { ...networkPaperOf(call.vc, host), kernels: after });
  };

export const virtualNicManager = (): AnyManaged =>
  hostSystem('virtualNicManager', {
    properties: { info: (host, { vc }) => nicManagerInfoOf(vc, host) },
    methods: {
      SelectVnicForNicType: select('select', null),
      DeselectVnicForNicType: select('deselect', null),
      QueryNetConfig: (call, host) => {
        const nicType = textAt(call.args, 'nicType') ?? '';
        return (nicTypes as readonly string[]).includes(nicType)
          ? done(netConfigOf(call.vc, host, nicType))
          : invalidArgument('nicType', `There is no use of an adapter named ${nicType}.`);
      },
    },
  });

export const vmotionSystem = (): AnyManaged =>
  hostSystem('vmotionSystem', {
    properties: {
      netConfig: (host, { vc }) => {
        const kernels = kernelsOf(vc, host);
        return {
          _type: 'HostVMotionNetConfig',
          candidateVnic: kernels.map(kernelData),
          selectedVnic: kernels.find(({ uses }) => uses.includes('vmotion'))?.device,
        };
      },
    },
    methods: { SelectVnic: select('select', 'vmotion'), DeselectVnic: select('deselect', 'vmotion') },
  });
