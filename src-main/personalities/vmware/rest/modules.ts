/** Groups of machines that a cluster keeps apart: `/api/vcenter/cluster/modules`. */
import { randomUUID } from 'node:crypto';
import { faultOf } from '../objects/faults.ts';
import { noSuch, refusedAs, told } from './reply.ts';
import type { Reply } from './reply.ts';
import { param, specIn, textIn, textsIn } from './rest-call.ts';
import type { Operation, RestCall } from './rest-call.ts';

type Module = { readonly cluster: string; readonly members: readonly string[] };

const path = '/vcenter/cluster/modules';
const prefix = 'cluster-modules/';

async function keep({ vc, caller }: RestCall, id: string, module: Module | null): Promise<Reply<undefined>> {
  const did = await vc.papers.write([{ key: `${prefix}${id}`, value: module }], caller);
  return did.ok ? told(undefined) : refusedAs(faultOf(did.refusal));
}

const isCluster = ({ vc }: RestCall, id: string): boolean =>
  vc.refs.entity({ _ref: 'ClusterComputeResource', value: id })?.kind === 'cluster';

async function create(call: RestCall): Promise<Reply> {
  const cluster = textIn(specIn(call), 'cluster') ?? '';
  if (!isCluster(call, cluster)) return noSuch('cluster', cluster);
  const id = randomUUID();
  const did = await keep(call, id, { cluster, members: [] });
  return did.ok ? { ok: true, status: 201, value: id } : did;
}

const withModule =
  (run: (call: RestCall, module: Module, id: string) => Reply | Promise<Reply>) =>
  (call: RestCall): Reply | Promise<Reply> => {
    const id = param(call, 'module');
    const module = call.vc.papers.get(prefix + id) as unknown as Module | undefined;
    return module === undefined ? noSuch('module', id) : run(call, module, id);
  };

const isMachine = ({ vc }: RestCall, id: string): boolean =>
  vc.refs.entity({ _ref: 'VirtualMachine', value: id })?.kind === 'vm';

/** Success is that something changed, as the service has it. */
const change = (
  after: (before: readonly string[], asked: readonly string[], call: RestCall) => readonly string[],
) =>
  withModule(async (call, module, id) => {
    const members = after(module.members, textsIn(call.body, 'vms'), call);
    if (members.length === module.members.length) return told({ success: false });
    const did = await keep(call, id, { ...module, members });
    return did.ok ? told({ success: true }) : did;
  });

export const moduleOperations: readonly Operation[] = [
  {
    on: `GET ${path}`,
    run: (call) =>
      told({
        summaries: call.vc.papers.below(prefix).flatMap(({ key, value }) => {
          const { cluster } = value as unknown as Module;
          return isCluster(call, cluster) ? [{ cluster, module: key.slice(prefix.length) }] : [];
        }),
      }),
  },
  { on: `POST ${path}`, run: create },
  { on: `DELETE ${path}/{module}`, run: withModule((call, _, id) => keep(call, id, null)) },
  {
    on: `GET ${path}/{module}/members`,
    run: withModule((call, { members }) => told({ vms: members.filter((id) => isMachine(call, id)) })),
  },
  {
    on: `POST ${path}/{module}/members`,
    action: 'add',
    run: change((before, asked, call) => [
      ...new Set([...before, ...asked.filter((id) => isMachine(call, id))]),
    ]),
  },
  {
    on: `POST ${path}/{module}/members`,
    action: 'remove',
    run: change((before, asked) => before.filter((id) => !asked.includes(id))),
  },
];
