/** One host's own endpoint over a lab whose vCenter is open too. */
import type { EntityId } from '../../../../sim/contract/ids.ts';
import { silentLog } from '../../../host/log.ts';
import { openVmwareEndpoint } from '../open-endpoint.ts';
import { createWireLog } from '../server/wire-log.ts';
import type { SoapAnswer, SoapClient, VmwareLab } from '../vmware-lab.fixture.ts';
import { textIn } from '../vmware-lab.fixture.ts';
import type { XmlElement } from '../wire/xml.ts';

export type OwnHost = {
  readonly client: SoapClient;
  readonly port: number;
  /** Calls, and waits for what the task came to. */
  readonly ended: (method: string, self: string, inner?: string) => Promise<Ended>;
  readonly close: () => Promise<void>;
};

type Ended = { readonly fault: string; readonly result: string; readonly message: string };

export async function openOwnHost(lab: VmwareLab, hostId: EntityId): Promise<OwnHost> {
  const opened = await openVmwareEndpoint({
    world: () => lab.world,
    execute: (command) => lab.vc.execute(command, null),
    listen: lab.vc.listen,
    wallNow: Date.now,
    kind: 'host',
    hostId,
    about: { version: '8.0.2', apiVersion: '8.0.2.0', build: '22380479' },
    instanceUuid: 'own',
    place: { host: '127.0.0.1', port: 0 },
    tls: lab.tls,
    builtIn: () => [{ name: 'root', fullName: 'Administrator', password: 'secret' }],
    open: 'known',
    sleep: () => Promise.resolve(),
    wireLog: createWireLog(Date.now),
    wrap: (route) => route,
    beside: () => [],
    log: silentLog,
  });
  if (!opened.ok) throw new Error(opened.refusal.message);
  const { port, close } = opened.value;
  const client = await lab.login({ port, user: 'root', password: 'secret' });
  return {
    client,
    port,
    ended: (method, self, inner = '') => ended(lab, client, [method, self, inner]),
    close,
  };
}

/** For any client of the lab. */
export async function ended(
  lab: VmwareLab,
  client: SoapClient,
  [method, self, inner]: readonly [string, string, string],
): Promise<Ended> {
  const begun = await client.call(method, self, inner);
  if (begun.fault !== '') return { fault: begun.fault, result: '', message: begun.text };
  const task = `Task:${begun.values[0]?.text ?? ''}`;
  for (;;) {
    await lab.run(1);
    const told: SoapAnswer = await client.call('Fetch', task, '<prop>info</prop>');
    const info = told.values[0];
    const state = textIn(info, 'state');
    if (state === 'success' || state === 'error') return endOf(info);
  }
}

function endOf(info: XmlElement | undefined): Ended {
  const error = info?.children.find(({ name }) => name === 'error');
  const fault = error?.children.find(({ name }) => name === 'fault')?.type?.name;
  return {
    fault: fault ?? '',
    result: textIn(info, 'result') ?? '',
    message: textIn(error, 'localizedMessage') ?? '',
  };
}
