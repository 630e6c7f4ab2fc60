/** The systems of a host, each a part of it. */
import type { Vc } from '../../vc.ts';
import type { Ref } from '../../wire/value.ts';
import { partType } from '../entity-type.ts';
import type { Part } from '../entity-type.ts';
import type { AnyManaged, Method, Read } from '../managed.ts';
import type { Host } from './host.ts';

/** Field of HostConfigManager: type and the name in front of the host's. */
export const systems = {
  datastoreSystem: ['HostDatastoreSystem', 'datastoreSystem'],
  storageSystem: ['HostStorageSystem', 'storageSystem'],
  networkSystem: ['HostNetworkSystem', 'networkSystem'],
  vmotionSystem: ['HostVMotionSystem', 'vmotionSystem'],
  virtualNicManager: ['HostVirtualNicManager', 'virtualNicManager'],
  serviceSystem: ['HostServiceSystem', 'serviceSystem'],
  firewallSystem: ['HostFirewallSystem', 'firewallSystem'],
  advancedOption: ['OptionManager', 'EsxHostAdvSettings'],
  diagnosticSystem: ['HostDiagnosticSystem', 'diagnosticSystem'],
  autoStartManager: ['HostAutoStartManager', 'autoStartManager'],
  snmpSystem: ['HostSnmpSystem', 'snmpSystem'],
  dateTimeSystem: ['HostDateTimeSystem', 'dateTimeSystem'],
  patchManager: ['HostPatchManager', 'patchManager'],
  imageConfigManager: ['HostImageConfigManager', 'imageConfigManager'],
  healthStatusSystem: ['HostHealthStatusSystem', 'healthStatusSystem'],
  authenticationManager: ['HostAuthenticationManager', 'authenticationManager'],
  powerSystem: ['HostPowerSystem', 'powerSystem'],
  vsanSystem: ['HostVsanSystem', 'vsanSystem'],
  accountManager: ['HostLocalAccountManager', 'accountManager'],
  certificateManager: ['HostCertificateManager', 'certificateManager'],
  firmwareSystem: ['HostFirmwareSystem', 'firmwareSystem'],
  kernelModuleSystem: ['HostKernelModuleSystem', 'kernelModuleSystem'],
  hostAccessManager: ['HostAccessManager', 'hostAccessManager'],
  cpuScheduler: ['HostCpuSchedulerSystem', 'cpuSchedulerSystem'],
  memoryManager: ['HostMemorySystem', 'memorySystem'],
  pciPassthruSystem: ['HostPciPassthruSystem', 'pciPassthruSystem'],
  graphicsManager: ['HostGraphicsManager', 'graphicsManager'],
  bootDeviceSystem: ['HostBootDeviceSystem', 'bootDeviceSystem'],
} as const satisfies Readonly<Record<string, readonly [type: string, name: string]>>;
type System = keyof typeof systems;

/** Those that are served. */
export function managersOf(vc: Vc, host: Host): Readonly<Record<string, Ref>> {
  const refs: Record<string, Ref> = {};
  for (const [field, [type, name]] of Object.entries(systems))
    if (vc.types.has(type)) refs[field] = vc.refs.part(type, name, host);
  return refs;
}

type Parts = {
  readonly properties?: Readonly<Record<string, Read<Host>>>;
  readonly methods?: Readonly<Record<string, Method<Host>>>;
};

/** A system, told by its host. */
export function hostSystem(system: System, { properties = {}, methods = {} }: Parts): AnyManaged {
  const [type, name] = systems[system];
  const reads: Record<string, Read<Part>> = {};
  for (const [field, read] of Object.entries(properties))
    reads[field] = ({ owner }, asking, ref) => read(owner as Host, asking, ref);
  const calls: Record<string, Method<Part>> = {};
  for (const [word, method] of Object.entries(methods))
    calls[word] = (call, { owner }) => method(call, owner as Host);
  return partType(type, name, { properties: reads, methods: calls });
}
