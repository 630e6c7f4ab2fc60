/** ServiceInstance: where every client begins. */
import { service } from '../managed.ts';
import { evcModeData } from '../cluster/evc.ts';
import { evcModes } from '../cluster/evc-modes.table.ts';
import type { AnyManaged, Asking } from '../managed.ts';
import { done } from '../fault.ts';
import { hostManagers } from '../../esx/names.table.ts';
import { rootFolder } from '../refs.ts';
import type { Vc } from '../../vc.ts';
import { isoOf } from '../../wire/value.ts';
import type { Data, Ref } from '../../wire/value.ts';
import { migrationMethods } from './migration.ts';

/** The one object of each of these types, under the name that vCenter gives it. */
export const managers = {
  propertyCollector: ['PropertyCollector', 'propertyCollector'],
  viewManager: ['ViewManager', 'ViewManager'],
  setting: ['OptionManager', 'VpxSettings'],
  userDirectory: ['UserDirectory', 'UserDirectory'],
  sessionManager: ['SessionManager', 'SessionManager'],
  authorizationManager: ['AuthorizationManager', 'AuthorizationManager'],
  serviceManager: ['ServiceManager', 'ServiceMgr'],
  perfManager: ['PerformanceManager', 'PerfMgr'],
  scheduledTaskManager: ['ScheduledTaskManager', 'ScheduledTaskManager'],
  alarmManager: ['AlarmManager', 'AlarmManager'],
  eventManager: ['EventManager', 'EventManager'],
  taskManager: ['TaskManager', 'TaskManager'],
  extensionManager: ['ExtensionManager', 'ExtensionManager'],
  customizationSpecManager: ['CustomizationSpecManager', 'CustomizationSpecManager'],
  guestCustomizationManager: ['VirtualMachineGuestCustomizationManager', 'GuestCustomizationManager'],
  customFieldsManager: ['CustomFieldsManager', 'CustomFieldsManager'],
  diagnosticManager: ['DiagnosticManager', 'DiagMgr'],
  licenseManager: ['LicenseManager', 'LicenseManager'],
  searchIndex: ['SearchIndex', 'SearchIndex'],
  fileManager: ['FileManager', 'FileManager'],
  datastoreNamespaceManager: ['DatastoreNamespaceManager', 'DatastoreNamespaceManager'],
  virtualDiskManager: ['VirtualDiskManager', 'virtualDiskManager'],
  vmProvisioningChecker: ['VirtualMachineProvisioningChecker', 'ProvChecker'],
  vmCompatibilityChecker: ['VirtualMachineCompatibilityChecker', 'CompatChecker'],
  ovfManager: ['OvfManager', 'OvfManager'],
  ipPoolManager: ['IpPoolManager', 'IpPoolManager'],
  dvSwitchManager: ['DistributedVirtualSwitchManager', 'DVSManager'],
  hostProfileManager: ['HostProfileManager', 'HostProfileManager'],
  clusterProfileManager: ['ClusterProfileManager', 'ClusterProfileManager'],
  complianceManager: ['ProfileComplianceManager', 'MoComplianceManager'],
  localizationManager: ['LocalizationManager', 'LocalizationManager'],
  storageResourceManager: ['StorageResourceManager', 'StorageResourceManager'],
  guestOperationsManager: ['GuestOperationsManager', 'guestOperationsManager'],
  overheadMemoryManager: ['OverheadMemoryManager', 'OverheadMemoryManager'],
  certificateManager: ['CertificateManager', 'certificateManager'],
  ioFilterManager: ['IoFilterManager', 'IoFilterManager'],
  vStorageObjectManager: ['VcenterVStorageObjectManager', 'VStorageObjectManager'],
  hostSpecManager: ['HostSpecificationManager', 'HostSpecificationManager'],
  cryptoManager: ['CryptoManagerKmip', 'CryptoManager'],
  healthUpdateManager: ['HealthUpdateManager', 'HealthUpdateManager'],
  failoverClusterConfigurator: ['FailoverClusterConfigurator', 'FailoverClusterConfigurator'],
  failoverClusterManager: ['FailoverClusterManager', 'FailoverClusterManager'],
  tenantManager: ['TenantTenantManager', 'TenantManager'],
  siteInfoManager: ['SiteInfoManager', 'SiteInfoManager'],
  storageQueryManager: ['StorageQueryManager', 'StorageQueryManager'],
} as const satisfies Readonly<Record<string, readonly [type: string, value: string]>>;

/** A client that looks for a manager and finds none knows what it cannot do; one that finds it will ask. */
const always: ReadonlySet<string> = new Set(['PropertyCollector', 'SessionManager', 'SearchIndex']);

/** A host by itself has fewer, under names of its own. */
function hostContent(vc: Vc): Data {
  const refs: Record<string, Ref> = {};
  for (const [field, [type]] of Object.entries(managers)) {
    const value = hostManagers[field];
    if (value !== undefined && (vc.types.has(type) || always.has(type))) refs[field] = { _ref: type, value };
  }
  const [host] = vc.world().inventory.ofKind('host');
  if (host !== undefined)
    refs['accountManager'] = vc.refs.part('HostLocalAccountManager', 'accountManager', host);
  return { _type: 'ServiceContent', rootFolder, about: aboutOf(vc), ...refs };
}

export function serviceContent(vc: Vc): Data {
  if (vc.kind === 'host') return hostContent(vc);
  const refs: Record<string, Ref> = {};
  for (const [field, [type, value]] of Object.entries(managers))
    if (vc.types.has(type) || always.has(type)) refs[field] = { _ref: type, value };
  return { _type: 'ServiceContent', rootFolder, about: aboutOf(vc), ...refs };
}

export function aboutOf({ about, kind, instanceUuid }: Vc): Data {
  const isVcenter = kind === 'vcenter';
  const product = isVcenter ? 'VMware vCenter Server' : 'VMware ESXi';
  return {
    _type: 'AboutInfo',
    name: product,
    // Honest: nobody is to mistake the lab for the real thing.
    fullName: `${product} ${about.version} build-${about.build} (simulated by Coldaisle)`,
    vendor: 'VMware, Inc.',
    version: about.version,
    patchLevel: '00000',
    build: about.build,
    localeVersion: 'INTL',
    localeBuild: '000',
    osType: isVcenter ? 'linux-x64' : 'vmnix-x86',
    productLineId: isVcenter ? 'vpx' : 'embeddedEsx',
    apiType: isVcenter ? 'VirtualCenter' : 'HostAgent',
    apiVersion: about.apiVersion,
    instanceUuid: isVcenter ? instanceUuid : undefined,
    licenseProductName: isVcenter ? 'VMware VirtualCenter Server' : 'VMware ESX Server',
    licenseProductVersion: `${about.version.split('.')[0] ?? '8'}.0`,
  };
}

const capability: Data = {
  _type: 'Capability',
  provisioningSupported: true,
  multiHostSupported: true,
  userShellAccessSupported: false,
  networkBackupAndRestoreSupported: false,
  ftDrsWithoutEvcSupported: true,
  hciWorkflowSupported: false,
  clusterPlacementSupported: true,
  lifecycleManagementSupported: false,
  scalableSharesSupported: false,
  supportedEVCMode: evcModes.map(evcModeData),
};

export const serviceInstanceType = (): AnyManaged =>
  service('ServiceInstance', {
    properties: {
      serverClock: (_, { vc }) => isoOf(vc.now()),
      capability: () => capability,
      content: (_, { vc }) => serviceContent(vc),
    },
    methods: {
      RetrieveServiceContent: ({ vc }) => done(serviceContent(vc)),
      CurrentTime: ({ vc }) => done(isoOf(vc.now())),
      RetrieveProductComponents: ({ vc }) => done(components(vc)),
      ...migrationMethods,
    },
  });

const components = ({ about }: Asking['vc']): readonly Data[] => [
  { id: 'vpx', name: 'VMware vCenter Server', version: about.version, release: 1 },
];
