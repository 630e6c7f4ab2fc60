/** What the control room and `dvm` are told of the vCenter, and the little they may do with it. */
import { join } from 'node:path';
import type { DeskReceipt } from '../../../sim/contract/desk.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import type { Settings } from '../../../sim/contract/settings.ts';
import type {
  VsphereCall,
  VsphereOrder,
  VsphereSession,
  VsphereState,
} from '../../../sim/contract/vsphere.ts';
import type { WireCall } from './server/wire-log.ts';
import type { Session } from './server/sessions.ts';
import type { VmwareFace } from './vmware-face.ts';
import { clientsOf } from './vsphere-clients.ts';

export type VsphereDesk = {
  readonly state: () => VsphereState;
  readonly calls: (wanted: CallsWanted) => QueryAnswer<'vsphere-calls'>;
  readonly call: (number: number) => Result<QueryAnswer<'vsphere-call'>>;
  readonly order: (order: VsphereOrder) => Result<DeskReceipt>;
};

type CallsWanted = { readonly limit: number; readonly text: string; readonly only: 'all' | 'faults' };

export type VsphereDeskDeps = {
  readonly face: Pick<VmwareFace, 'state' | 'desk'>;
  readonly settings: () => Settings['faces']['vmware'];
  readonly tlsDirectory: string;
};

export function createVsphereDesk({ face, settings, tlsDirectory }: VsphereDeskDeps): VsphereDesk {
  const { desk } = face;
  const authorityFile = join(tlsDirectory, 'ca.pem');
  return {
    state: () => {
      const { state, address, detail } = face.state();
      const waiting = { calls: waitingOf(face).length, tasks: desk.tasks() };
      const { user, password, port, version, hosts } = settings();
      const endpoint = desk.endpoint();
      return {
        state,
        address,
        detail,
        user,
        version,
        tls:
          endpoint === null
            ? null
            : { ...endpoint.tls.thumbprints, authority: endpoint.tls.ca, authorityFile },
        calls: desk.wireLog.count(),
        waiting,
        sessions: (desk.sessions()?.list() ?? []).map(shownSession),
        ownHosts: hosts,
        hosts: desk.hosts().map((one) => ({
          id: one.host,
          name: one.name,
          address: one.url,
          detail: one.problem,
        })),
        clients:
          endpoint === null
            ? []
            : clientsOf({ ...placeOf(endpoint.url, port), user, password, authorityFile }),
      };
    },
    calls: ({ limit, text, only }) => {
      const found = [...waitingOf(face), ...desk.wireLog.list()].filter(
        (call) => (only === 'all' || call.fault !== '') && speaksOf(call, text),
      );
      return { items: found.slice(0, limit).map(shownCall), total: found.length };
    },
    call: (number) => {
      const known = [...desk.wireLog.open(), ...desk.wireLog.list()];
      const call = known.find((one) => one.number === number);
      if (call === undefined)
        return refused('not-found', `Call ${number} is no longer in the list`, {
          where: 'number',
          hint: 'The last 500 calls are kept. Ask for vsphere-calls to see them.',
        });
      return accepted({ ...shownCall(call), request: call.request, answer: call.answer });
    },
    order: (order) => obey(face, order),
  };
}

/** What is answered at once is not looked at while it is. */
const leastWait = 1000;

const waitingOf = ({ desk }: VsphereDeskDeps['face']): readonly WireCall[] =>
  desk.wireLog.open().filter(({ millis }) => millis >= leastWait);

function obey({ desk }: VsphereDeskDeps['face'], order: VsphereOrder): Result<DeskReceipt> {
  if (order.do === 'clear-calls') {
    desk.wireLog.clear();
    return accepted({});
  }
  const sessions = desk.sessions();
  const session = sessions?.byKey(order.session);
  if (!sessions || !session)
    return refused('not-found', 'This session has ended already', { where: 'session' });
  sessions.end(session);
  return accepted({});
}

function placeOf(url: string, port: number): { host: string; port: number } {
  const { hostname, port: told } = new URL(url);
  return { host: hostname, port: told === '' ? port : Number(told) };
}

const shownSession = (session: Session): VsphereSession => ({
  key: session.key,
  user: session.account.name,
  agent: session.client.agent,
  address: session.client.address,
  loginTime: session.loginTime,
  lastActive: session.lastActive(),
  calls: session.calls(),
});

const shownCall = ({ client, ...call }: WireCall): VsphereCall => ({
  number: call.number,
  state: call.status === 0 ? 'waits' : 'answered',
  at: call.at,
  agent: client.agent,
  address: client.address,
  user: call.user,
  method: call.method,
  object: call.object,
  millis: call.millis,
  status: call.status,
  fault: call.fault,
  answerLength: call.answerLength,
});

function speaksOf(call: WireCall, text: string): boolean {
  const words = text.toLowerCase().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return true;
  const said = [call.method, call.object, call.user, call.client.agent, call.client.address, call.fault]
    .join('\n')
    .toLowerCase();
  return words.every((word) => said.includes(word));
}
