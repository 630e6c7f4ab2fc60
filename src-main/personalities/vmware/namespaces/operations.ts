/** `/api/vcenter/namespace-management`: Kubernetes on clusters, switched on and off. */
import type { PaperValue } from '../../../../sim/contract/papers.ts';
import { faultOf } from '../objects/faults.ts';
import { policyOf } from '../pbm/policies.ts';
import { noSuch, refuse, refusedAs, told } from '../rest/reply.ts';
import type { Reply } from '../rest/reply.ts';
import { fieldsIn, param, specIn, textIn } from '../rest/rest-call.ts';
import type { Fields, Operation, RestCall } from '../rest/rest-call.ts';
import { ownVersion } from '../schema/version.ts';
import { isoOf } from '../wire/value.ts';
import { bundlePath } from './bundle-route.ts';
import { edgeClustersOf, switchesFor } from './edges.ts';
import { newestVersion, obstaclesOf, statusOf, supervisorKey, supervisorOn } from './supervisor.ts';
import type { Cluster, Supervisor } from './supervisor.ts';

const path = '/vcenter/namespace-management';

const clusterAt = ({ vc }: RestCall, id: string): Cluster | undefined => {
  const entity = vc.refs.entity({ _ref: 'ClusterComputeResource', value: id });
  return entity?.kind === 'cluster' ? entity : undefined;
};

const withCluster =
  (run: (call: RestCall, cluster: Cluster) => Reply | Promise<Reply>) =>
  (call: RestCall): Reply | Promise<Reply> => {
    const id = param(call, 'cluster') || (call.query.get('cluster') ?? '');
    const cluster = clusterAt(call, id);
    return cluster === undefined ? noSuch('cluster', id) : run(call, cluster);
  };

type Found = { readonly cluster: Cluster; readonly supervisor: Supervisor };

const allOf = ({ vc }: RestCall): readonly Found[] =>
  vc
    .world()
    .inventory.ofKind('cluster')
    .flatMap((cluster) => {
      const supervisor = supervisorOn(vc, cluster);
      return supervisor === undefined ? [] : [{ cluster, supervisor }];
    });

function summaryOf({ vc }: RestCall, { cluster, supervisor }: Found) {
  const { config, kubernetes } = statusOf(vc, cluster, supervisor);
  return {
    cluster: vc.refs.of(cluster).value,
    cluster_name: cluster.name,
    config_status: config,
    kubernetes_status: kubernetes,
  };
}

const tell = withCluster((call, cluster) => {
  const { vc } = call;
  const supervisor = supervisorOn(vc, cluster);
  if (supervisor === undefined) return noSuch('cluster with namespaces', param(call, 'cluster'));
  const { config, kubernetes, messages } = statusOf(vc, cluster, supervisor);
  const words = messages.map((text) => ({
    severity: config === 'ERROR' ? 'ERROR' : 'WARNING',
    details: { id: 'vcenter.wcp.status', default_message: text, args: [] },
  }));
  const { size_hint: size, network_provider: provider } = supervisor.spec;
  return told({
    ...supervisor.spec,
    size_hint: size ?? 'TINY',
    network_provider: provider ?? 'VSPHERE_NETWORK',
    config_status: config,
    kubernetes_status: kubernetes,
    messages: words,
    kubernetes_status_messages: words,
    api_servers: [],
    stat_summary: {},
    current_version: supervisor.version,
  });
});

const sizes: readonly string[] = ['TINY', 'SMALL', 'MEDIUM', 'LARGE'];
const providers: readonly string[] = ['NSXT_CONTAINER_PLUGIN', 'VSPHERE_NETWORK', 'NSX_VPC'];

/** What of the wish cannot be; null: all of it can. */
function wrongIn({ vc }: RestCall, spec: Fields): Reply<never> | null {
  const size = textIn(spec, 'size_hint') ?? '';
  const provider = textIn(spec, 'network_provider') ?? '';
  if (!sizes.includes(size))
    return refuse('invalid_argument', `There is no size ${size}; there are ${sizes.join(', ')}.`);
  if (!providers.includes(provider))
    return refuse('invalid_argument', `There is no network provider ${provider}.`);
  const policies = [
    textIn(spec, 'ephemeral_storage_policy'),
    textIn(spec, 'master_storage_policy'),
    textIn(fieldsIn(spec, 'image_storage'), 'storage_policy'),
  ].flatMap((id) => id ?? []);
  const unknown = policies.find((id) => policyOf(vc, id) === undefined);
  if (unknown !== undefined) return refuse('invalid_argument', `There is no storage policy ${unknown}.`);
  return wrongNetworks({ vc }, spec);
}

function wrongNetworks({ vc }: Pick<RestCall, 'vc'>, spec: Fields): Reply<never> | null {
  const network = textIn(fieldsIn(spec, 'master_management_network'), 'network');
  if (network !== undefined && vc.refs.find({ _ref: typeOf(network), value: network })?.is === undefined)
    return refuse('invalid_argument', `There is no network ${network}.`);
  const workload = fieldsIn(spec, 'ncp_cluster_network_spec');
  const vswitch = textIn(workload, 'cluster_distributed_switch');
  const known = vc.world().inventory.ofKind('vswitch');
  if (vswitch !== undefined && !known.some((each) => vc.refs.of(each).value === vswitch))
    return refuse('invalid_argument', `There is no distributed switch ${vswitch}.`);
  const edge = textIn(workload, 'nsx_edge_cluster');
  if (edge !== undefined && edge !== '' && !edgeClustersOf(vc).some(({ id }) => id === edge))
    return refuse('invalid_argument', `There is no edge cluster ${edge}.`);
  return null;
}

/** The name of a reference tells its type. */
const typeOf = (id: string): string => {
  if (id.startsWith('dvportgroup-')) return 'DistributedVirtualPortgroup';
  return id.startsWith('dvs-') ? 'VmwareDistributedVirtualSwitch' : 'Network';
};

const privilege = 'Namespaces.Configure';

function refusalOf({ vc, caller }: RestCall, cluster: Cluster): Reply<never> | null {
  const asking = { vc, caller, version: ownVersion(vc.schema, vc.about.apiVersion) };
  const refusal = vc.access.refusal(asking, vc.refs.of(cluster), [privilege]);
  return refusal === null ? null : refusedAs(refusal);
}

async function keep({ vc, caller }: RestCall, cluster: Cluster, supervisor: Supervisor): Promise<Reply> {
  const value = JSON.parse(JSON.stringify(supervisor)) as PaperValue;
  const did = await vc.papers.write([{ key: supervisorKey(cluster.id), value }], caller);
  return did.ok ? told(undefined) : refusedAs(faultOf(did.refusal));
}

const enable = withCluster(async (call, cluster) => {
  const spec = specIn(call);
  const refusal = refusalOf(call, cluster) ?? wrongIn(call, spec);
  if (refusal !== null) return refusal;
  if (supervisorOn(call.vc, cluster) !== undefined)
    return refuse('already_in_desired_state', `${cluster.name} has namespaces, or is getting rid of them.`);
  return keep(call, cluster, {
    spec: spec as Supervisor['spec'],
    since: call.vc.now(),
    phase: 'coming',
    version: newestVersion,
  });
});

/** Switching off what is off leaves it as it is. */
const disable = withCluster((call, cluster) => {
  const refusal = refusalOf(call, cluster);
  if (refusal !== null) return refusal;
  const supervisor = supervisorOn(call.vc, cluster);
  if (supervisor === undefined || supervisor.phase === 'going') return told(undefined);
  return keep(call, cluster, { ...supervisor, since: call.vc.now(), phase: 'going' });
});

const bundleMillis = 300_000;

/** Where to get it, with a ticket that is good for once. */
const bundle = withCluster((call, cluster) => {
  const { vc, session, request } = call;
  if (session === null) return refuse('unauthenticated', 'This method requires authentication.');
  const url = `${request.origin}${bundlePath}/${vc.refs.of(cluster).value}`;
  const token = vc.sessions.serviceTicket(session, { url, method: 'POST' });
  return told({ wcp_support_bundle_token: { token, expiry: isoOf(vc.wallNow() + bundleMillis) }, url });
});

const switches = withCluster((call, cluster) => {
  const only = call.query.get('compatible');
  const found = switchesFor(call.vc, cluster).map(({ vswitch, fits }) => ({
    compatible: fits,
    distributed_switch: call.vc.refs.of(vswitch).value,
    incompatibility_reasons: fits
      ? []
      : [
          {
            id: 'wcp.dvs',
            default_message: `${vswitch.name} is not on every host, or has no port group.`,
            args: [],
          },
        ],
  }));
  return told(found.filter(({ compatible }) => only === null || String(compatible) === only));
});

const edges = withCluster(({ vc }) =>
  told(
    edgeClustersOf(vc).map(({ id, name }) => ({ compatible: true, edge_cluster: id, display_name: name })),
  ),
);

function compatibility(call: RestCall): Reply {
  const { vc } = call;
  return told(
    vc
      .world()
      .inventory.ofKind('cluster')
      .map((cluster) => {
        const obstacles = obstaclesOf(vc, cluster);
        return {
          cluster: vc.refs.of(cluster).value,
          compatible: obstacles.length === 0,
          incompatibility_reasons: obstacles.map((text) => ({
            id: 'wcp.cluster',
            default_message: text,
            args: [],
          })),
        };
      }),
  );
}

const software = (call: RestCall): Reply =>
  told(
    allOf(call).map(({ cluster, supervisor }) => ({
      cluster: call.vc.refs.of(cluster).value,
      cluster_name: cluster.name,
      current_version: supervisor.version,
      available_versions: [],
      last_upgraded_date: isoOf(supervisor.since),
      state: statusOf(call.vc, cluster, supervisor).config === 'RUNNING' ? 'READY' : 'PENDING',
    })),
  );

export const namespaceOperations: readonly Operation[] = [
  { on: `GET ${path}/clusters`, run: (call) => told(allOf(call).map((found) => summaryOf(call, found))) },
  { on: `GET ${path}/clusters/{cluster}`, run: tell },
  { on: `POST ${path}/clusters/{cluster}`, action: 'enable', run: enable },
  { on: `POST ${path}/clusters/{cluster}`, action: 'disable', run: disable },
  { on: `POST ${path}/clusters/{cluster}/support-bundle`, run: bundle },
  { on: `GET ${path}/cluster-compatibility`, run: compatibility },
  { on: `GET ${path}/distributed-switch-compatibility`, run: switches },
  { on: `GET ${path}/edge-cluster-compatibility`, run: edges },
  { on: `GET ${path}/software/clusters`, run: software },
];
