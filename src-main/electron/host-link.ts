import { type HostOptions, type HostOrder, type HostReport, hostReportSchema } from './host-messages.ts';

/** As much of Electron's UtilityProcess as is used. */
export type ChildProcess = {
  readonly on: {
    (event: 'message', listener: (message: unknown) => void): unknown;
    (event: 'exit', listener: (code: number) => void): unknown;
  };
  readonly postMessage: (message: HostOrder) => void;
  readonly kill: () => boolean;
  readonly stderr: NodeJS.ReadableStream | null;
};

export type HostStart =
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly message: string };

export type HostLink = {
  readonly start: (options: HostOptions) => Promise<HostStart>;
  /** Resolves when the process is gone, told first and killed only if it does not listen. */
  readonly stop: () => Promise<void>;
  readonly running: () => boolean;
  /** Lost where no host runs. */
  readonly allow: (file: string) => void;
};

export type HostLinkNeeds = {
  readonly fork: () => ChildProcess;
  /** The host went away after it had been ready, and nobody had asked it to. */
  readonly onLost: (message: string) => void;
  readonly print: (html: string) => Promise<Uint8Array>;
  readonly log: (text: string) => void;
  readonly graceMillis: number;
};

type Running = { readonly child: ChildProcess; readonly gone: Promise<void>; stopping: boolean };

export function createHostLink(needs: HostLinkNeeds): HostLink {
  let running: Running | null = null;

  const start = (options: HostOptions): Promise<HostStart> => {
    const child = needs.fork();
    const tail = keepTail(child, needs.log);
    const left = Promise.withResolvers<void>();
    const started = Promise.withResolvers<HostStart>();
    const own: Running = { child, gone: left.promise, stopping: false };
    let isReady = false;
    running = own;
    child.on('message', (message) => {
      const report = readReport(message);
      if (report?.kind === 'failed') started.resolve({ ok: false, message: report.message });
      if (report?.kind === 'print') void printFor(child, needs.print, report);
      if (report?.kind !== 'ready') return;
      isReady = true;
      started.resolve({ ok: true, url: report.url });
    });
    child.on('exit', (code) => {
      if (running === own) running = null;
      left.resolve();
      const message = exitText(code, tail());
      if (isReady && !own.stopping) needs.onLost(message);
      else started.resolve({ ok: false, message });
    });
    child.postMessage({ kind: 'start', options });
    return started.promise;
  };

  const stop = async (): Promise<void> => {
    if (running === null) return;
    const { child, gone } = running;
    running.stopping = true;
    child.postMessage({ kind: 'close' });
    const impatience = setTimeout(() => child.kill(), needs.graceMillis);
    await gone;
    clearTimeout(impatience);
  };

  return {
    start,
    stop,
    running: () => running !== null,
    allow: (file) => running?.child.postMessage({ kind: 'allow', file }),
  };
}

async function printFor(
  child: ChildProcess,
  print: HostLinkNeeds['print'],
  { id, html }: Extract<HostReport, { kind: 'print' }>,
): Promise<void> {
  try {
    const pdf = Buffer.from(await print(html)).toString('base64');
    child.postMessage({ kind: 'printed', id, pdf, problem: '' });
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    child.postMessage({ kind: 'printed', id, pdf: null, problem });
  }
}

function readReport(message: unknown): HostReport | null {
  const parsed = hostReportSchema.safeParse(message);
  return parsed.success ? parsed.data : null;
}

const tailLength = 2000;

/** The last words of the host, for the dialog; all of them still go to the shell's own log. */
function keepTail(child: ChildProcess, log: (text: string) => void): () => string {
  let tail = '';
  child.stderr?.on('data', (chunk: Buffer | string) => {
    const text = chunk.toString();
    log(text);
    tail = (tail + text).slice(-tailLength);
  });
  return () => tail.trim();
}

function exitText(code: number, tail: string): string {
  const first = `The host's process ended with code ${code}.`;
  return tail === '' ? first : `${first}\n\n${tail}`;
}
