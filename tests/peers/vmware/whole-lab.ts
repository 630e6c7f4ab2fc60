/** The whole product with its starter lab, its vCenter and its gateway for SSH at ports of a test's own. */
import { ask, doing } from '../../../src-main/host/testing/test-host.ts';
import type { Host } from '../../../src-main/host/host.ts';
import { freePort, openGuestsHost } from '../guests.ts';

export type WholeLab = {
  readonly host: Host;
  /** With name and password. */
  readonly url: URL;
  readonly sshPort: number;
  readonly close: () => Promise<void>;
};

/** Work takes no time in it: a test waits for what is done, not for how long it would take. */
export async function openWholeLab(): Promise<WholeLab> {
  const { host, access, close } = await openGuestsHost({ names: [] });
  const { vmware } = (await ask(host, 'settings', {})).faces;
  const port = await freePort();
  await doing(host, { type: 'desk.configure', patch: { faces: { vmware: { port } } } });
  await doing(host, { type: 'lab.work', takes: 'no-time' });
  for (;;) {
    const { state, address } = await ask(host, 'vsphere', {});
    if (state === 'up' && address.includes(`:${port}`)) break;
    await new Promise((done) => setTimeout(done, 20));
  }
  const url = new URL(`https://127.0.0.1:${port}/sdk`);
  url.username = encodeURIComponent(vmware.user);
  url.password = encodeURIComponent(vmware.password);
  return { host, url, sshPort: access.port, close };
}
