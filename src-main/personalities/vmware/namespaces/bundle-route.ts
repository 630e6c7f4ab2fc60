/** The support bundle of a cluster's namespaces: what the lab knows of it, in a tape archive. */
import { bytesOf } from '../../../../sim/guests/bytes.ts';
import { tarOf } from '../../../guests/container/tar.ts';
import type { TarEntry } from '../../../guests/container/tar.ts';
import { isFields } from '../rest/rest-call.ts';
import type { Incoming } from '../server/incoming.ts';
import type { Route } from '../server/routes.ts';
import type { Vc } from '../vc.ts';
import { jsonLimits, readJson } from '../wire/read-json.ts';
import { hostsOf, statusOf, supervisorOn } from './supervisor.ts';
import type { Cluster } from './supervisor.ts';

export const bundlePath = '/wcp/support-bundle';

export const bundleRoute = (vc: Vc): Route => ({
  prefix: bundlePath,
  dialect: 'text',
  handle: async (request, answer) => {
    const id = request.rest.replace(/^\//, '');
    const ticket = await ticketIn(request);
    const order = ticket === null ? null : vc.sessions.redeem(ticket);
    if (order === null || !order.order.url.endsWith(`${bundlePath}/${id}`))
      return answer.send(
        401,
        'text/plain',
        'The token is not valid: each opens one bundle, for five minutes.\n',
      );
    const cluster = vc.refs.entity({ _ref: 'ClusterComputeResource', value: id });
    if (cluster?.kind !== 'cluster') return answer.send(404, 'text/plain', `There is no cluster ${id}.\n`);
    answer.note({ method: 'support bundle', object: id, user: order.session.account.name });
    const stamp = new Date(vc.now()).toISOString();
    answer.header(
      'content-disposition',
      `attachment; filename=wcp-support-bundle-${id}-${stamp.slice(0, 10)}.tar`,
    );
    const archive = tarOf(filesOf(vc, cluster));
    return answer.send(200, 'application/octet-stream', archive);
  },
});

async function ticketIn(request: Incoming): Promise<string | null> {
  const body = await request.body();
  const read = body.ok ? readJson(body.value, jsonLimits) : body;
  if (!read.ok || !isFields(read.value)) return null;
  const { 'wcp-support-bundle-token': token } = read.value;
  return typeof token === 'string' ? token : null;
}

function filesOf(vc: Vc, cluster: Cluster): readonly TarEntry[] {
  const supervisor = supervisorOn(vc, cluster);
  const status = supervisor === undefined ? null : statusOf(vc, cluster, supervisor);
  const hosts = hostsOf(vc, cluster).map(({ name, spec }) => ({
    name,
    state: spec.state,
    power: spec.power,
  }));
  const told = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
  const file = (name: string, text: string): TarEntry => ({
    path: bytesOf(name),
    kind: 'file',
    mode: 0o444,
    uid: 0,
    gid: 0,
    modifiedAt: Math.floor(vc.now() / 1000),
    content: bytesOf(text),
  });
  return [
    file('README', `What the lab knows of namespaces on ${cluster.name}.\n`),
    file('status.json', told({ cluster: cluster.name, supervisor: supervisor ?? null, status })),
    file('hosts.json', told(hosts)),
  ];
}
