/** EVC: the generation of processors that the machines of a cluster may count on. */
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import type { Vc } from '../../vc.ts';
import { textAt } from '../../wire/ask.ts';
import type { Data, Ref } from '../../wire/value.ts';
import { partType } from '../entity-type.ts';
import type { Part } from '../entity-type.ts';
import type { Fault } from '../fault.ts';
import { done, faulted, invalidArgument, localized } from '../fault.ts';
import { writePaper } from '../host/settings.ts';
import type { AnyManaged, Call, Method } from '../managed.ts';
import { begin } from '../machine/doing.ts';
import { hostsOf } from './capacity.ts';
import { evcKey, evcModeOf, evcPeriodsOf, keptEvcPeriods, startedWith } from './evc-mode.ts';
import { evcModes, hostEvcMode } from './evc-modes.table.ts';

type Cluster = EntityOf<'cluster'>;
const tierOf = (key: string): number => evcModes.findIndex((mode) => mode.key === key);

export const evcModeData = ({ key, label }: (typeof evcModes)[number]): Data => ({
  _type: 'EVCMode',
  label,
  summary: `Machines may count on what processors of the ${label} have`,
  key,
  vendor: 'intel',
  track: evcModes.slice(0, tierOf(key) + 1).map((mode) => mode.key),
  vendorTier: tierOf(key),
});

export const evcManagerOf = (vc: Vc, cluster: Cluster): Ref =>
  vc.refs.part('ClusterEVCManager', 'evcManager', cluster);

const possible = (): readonly (typeof evcModes)[number][] =>
  evcModes.filter(({ key }) => tierOf(key) <= tierOf(hostEvcMode));

type Hindrance = { readonly fault: Fault; readonly hosts: readonly Ref[] };

/** Why a mode cannot come into force: processors that are older, machines that use more. */
function hindrances(call: Call, cluster: Cluster, key: string): readonly Hindrance[] {
  const { vc } = call;
  const hosts = hostsOf(vc, cluster);
  if (tierOf(key) > tierOf(hostEvcMode)) {
    const fields = { host: hosts.map(vc.refs.of), hostName: hosts.map(({ name }) => name) };
    const message = `The processors of the hosts in ${cluster.name} are of ${hostEvcMode}: they are older than ${key}.`;
    return hosts.length === 0
      ? []
      : [{ fault: { type: 'EVCUnsupportedByHostHardware', message, fields }, hosts: fields.host }];
  }
  const busy = hosts.filter(({ id }) =>
    vc
      .members()
      .ofHost(id)
      .some((vm) => vm.spec.power !== 'off' && tierOf(startedWith(vc, cluster, vm)) > tierOf(key)),
  );
  if (busy.length === 0) return [];
  const fields = { evcMode: key, host: busy.map(vc.refs.of), hostName: busy.map(({ name }) => name) };
  const message = `Machines that run on ${fields.hostName.join(', ')} use more than ${key} has: shut them down or move them away first.`;
  return [{ fault: { type: 'ActiveVMsBlockingEVC', message, fields }, hosts: fields.host }];
}

const clusterIn = ({ owner }: Part): Cluster => owner as Cluster;

const keep = (call: Call, cluster: Cluster, mode: string | null) =>
  writePaper(
    call,
    evcKey(cluster),
    [...evcPeriodsOf(call.vc, cluster), { mode, from: call.vc.now() }].slice(-keptEvcPeriods),
  );

function modeAsked({ args }: Call) {
  const key = textAt(args, 'evcModeKey') ?? '';
  return tierOf(key) === -1 ? invalidArgument('evcModeKey', `There is no EVC mode ${key}.`) : done(key);
}

const configure: Method<Part> = (call, part) => {
  const cluster = clusterIn(part);
  return begin(call, {
    descriptionId: 'ClusterEVCManager.configureEvc',
    entity: cluster,
    work: async () => {
      const key = modeAsked(call);
      if (!key.ok) return key;
      const graphics = textAt(call.args, 'evcGraphicsModeKey') ?? '';
      if (graphics !== '' && graphics !== 'baseline')
        return faulted('NotSupported', `There is no graphics mode ${graphics} here, only baseline.`);
      if (evcModeOf(call.vc, cluster) === key.value) return done({});
      const [hindrance] = hindrances(call, cluster, key.value);
      if (hindrance !== undefined) return { ok: false, fault: hindrance.fault };
      const kept = await keep(call, cluster, key.value);
      return kept.ok ? done({}) : kept;
    },
  });
};

const disable: Method<Part> = (call, part) => {
  const cluster = clusterIn(part);
  return begin(call, {
    descriptionId: 'ClusterEVCManager.disableEvc',
    entity: cluster,
    work: async () => {
      if (evcModeOf(call.vc, cluster) === undefined) return done({});
      const kept = await keep(call, cluster, null);
      return kept.ok ? done({}) : kept;
    },
  });
};

/** What `configure` would be refused for. */
const check: Method<Part> = (call, part) => {
  const cluster = clusterIn(part);
  return begin(call, {
    descriptionId: 'ClusterEVCManager.checkConfigureEvc',
    entity: cluster,
    work: async () => {
      const key = modeAsked(call);
      if (!key.ok) return key;
      return done({ result: resultsOf(key.value, hindrances(call, cluster, key.value)) });
    },
  });
};

/** A host that is made by being added has newer processors than any mode; one that is here may have machines that use them. */
function whyNotAdded({ vc }: Call, cluster: Cluster, name: string): readonly Hindrance[] {
  const mode = evcModeOf(vc, cluster);
  const host = vc
    .world()
    .inventory.ofKind('host')
    .find((each) => each.name === name || each.spec.address === name);
  if (mode === undefined || host === undefined || host.parent === cluster.id) return [];
  const told = (type: string, message: string): readonly Hindrance[] => [
    { fault: { type, message, fields: { faults: [] } }, hosts: [vc.refs.of(host)] },
  ];
  if (host.spec.state !== 'connected')
    return told('EVCAdmissionFailedHostDisconnected', `${name} is not connected.`);
  const isBusy = vc
    .members()
    .ofHost(host.id)
    .some((vm) => vm.spec.power !== 'off');
  return isBusy && tierOf(mode) < tierOf(hostEvcMode)
    ? told('EVCAdmissionFailedVmActive', `Machines that run on ${name} may use more than ${mode} has.`)
    : [];
}

const checkAdded: Method<Part> = (call, part) => {
  const cluster = clusterIn(part);
  return begin(call, {
    descriptionId: 'ClusterEVCManager.checkAddHostEvc',
    entity: cluster,
    work: async () => {
      const name = textAt(call.args, 'cnxSpec.hostName') ?? '';
      if (name === '') return faulted('NoHost', 'The specification names no host.', { name });
      const key = evcModeOf(call.vc, cluster) ?? '';
      return done({ result: resultsOf(key, whyNotAdded(call, cluster, name)) });
    },
  });
};

const resultsOf = (evcModeKey: string, found: readonly Hindrance[]): Data => ({
  _type: 'ArrayOfClusterEVCManagerCheckResult',
  items: found.map(({ fault, hosts }) => ({
    _type: 'ClusterEVCManagerCheckResult',
    evcModeKey,
    error: localized(fault),
    host: hosts,
  })),
});

export const evcManager = (): AnyManaged =>
  partType('ClusterEVCManager', 'evcManager', {
    properties: {
      managedCluster: ({ owner }, { vc }) => vc.refs.of(owner),
      evcState: (part, { vc }) => ({
        _type: 'ClusterEVCManagerEVCState',
        supportedEVCMode: possible().map(evcModeData),
        currentEVCModeKey: evcModeOf(vc, clusterIn(part)),
      }),
    },
    methods: {
      ConfigureEvcMode_Task: configure,
      DisableEvcMode_Task: disable,
      CheckConfigureEvcMode_Task: check,
      CheckAddHostEvc_Task: checkAdded,
    },
  });
