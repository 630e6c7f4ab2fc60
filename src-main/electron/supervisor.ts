import type { Dialogs } from './dialogs.ts';
import { type ChildProcess, createHostLink } from './host-link.ts';
import type { HostOptions } from './host-messages.ts';
import { gatewayOrigin } from './url-safety.ts';

export type Supervisor = {
  /** Until the host runs, or the user gives up. */
  readonly start: () => Promise<void>;
  /** Resolves when the host's process is gone. It is not started again. */
  readonly stop: () => Promise<void>;
  readonly running: () => boolean;
  /** The user chose this file: every host, this and the next, may use it at the page's word. */
  readonly allow: (file: string) => void;
  /** The gateway's address with its token, while the host runs. */
  readonly url: () => string | null;
  readonly origin: () => string | null;
};

export type SupervisorNeeds = {
  readonly fork: () => ChildProcess;
  readonly options: () => Promise<HostOptions>;
  readonly dialogs: Pick<Dialogs, 'hostFailed' | 'hostLost'>;
  readonly onReady: (url: string) => void;
  readonly giveUp: () => void;
  readonly print: (html: string) => Promise<Uint8Array>;
  readonly log: (text: string) => void;
  /** How long the host may take to close its files before it is killed; what it acknowledged is on disk either way. */
  readonly graceMillis: number;
};

/** Starts the host, and starts it again where it fails and the user wants that. */
export function createSupervisor(needs: SupervisorNeeds): Supervisor {
  let url: string | null = null;
  let isStopping = false;
  const allowed = new Set<string>();
  const link = createHostLink({
    fork: needs.fork,
    print: needs.print,
    log: needs.log,
    graceMillis: needs.graceMillis,
    onLost: (message) => void afterLoss(message),
  });

  const start = async (): Promise<void> => {
    const options = await needs.options();
    if (isStopping) return;
    const starting = link.start(options);
    for (const file of allowed) link.allow(file);
    const started = await starting;
    if (isStopping) return;
    if (started.ok && gatewayOrigin(started.url) !== null) {
      url = started.url;
      needs.onReady(url);
      return;
    }
    const message = started.ok ? 'The host gave an address that is not on this machine.' : started.message;
    await link.stop();
    await retry(needs.dialogs.hostFailed(message));
  };

  const afterLoss = async (message: string): Promise<void> => {
    url = null;
    await retry(needs.dialogs.hostLost(message));
  };

  const retry = async (answer: Promise<boolean>): Promise<void> => {
    const isWanted = await answer;
    if (isStopping) return;
    if (isWanted) await start();
    else needs.giveUp();
  };

  return {
    start,
    stop: () => {
      isStopping = true;
      return link.stop();
    },
    running: () => link.running(),
    allow: (file) => {
      allowed.add(file);
      link.allow(file);
    },
    url: () => url,
    origin: () => (url === null ? null : gatewayOrigin(url)),
  };
}
