import { createPrintErrands } from './print-errands.ts';
import { type HostOptions, type HostReport, hostOrderSchema } from './host-messages.ts';

export type RunningHost = {
  readonly url: string;
  /** The page may name this file, which lies outside of the host's own folders. */
  readonly allow: (file: string) => void;
  readonly close: () => Promise<void>;
};

export type HostServiceNeeds = {
  readonly parent: {
    readonly onMessage: (listener: (message: unknown) => void) => void;
    readonly onClose: (listener: () => void) => void;
    readonly post: (report: HostReport) => void;
  };
  readonly startHost: (
    options: HostOptions & { readonly shellPrint: (html: string) => Promise<Uint8Array> },
  ) => Promise<RunningHost>;
  readonly exit: (code: number) => void;
};

/** One start, one close. A host whose parent has gone closes too: no orphan keeps a lab locked. */
export function serveParent(needs: HostServiceNeeds): void {
  let host: Promise<RunningHost> | null = null;
  let isClosing = false;
  const errands = createPrintErrands(needs.parent.post);

  const start = async (options: HostOptions): Promise<void> => {
    host ??= needs.startHost({ ...options, shellPrint: errands.print });
    try {
      const { url } = await host;
      needs.parent.post({ kind: 'ready', url });
    } catch (error) {
      needs.parent.post({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
      needs.exit(1);
    }
  };

  const allow = async (file: string): Promise<void> => {
    // A host that did not start has said so itself.
    const running = await host?.catch(() => null);
    running?.allow(file);
  };

  const close = async (): Promise<void> => {
    if (isClosing) return;
    isClosing = true;
    errands.drop();
    try {
      await (await host)?.close();
      needs.exit(0);
    } catch (error) {
      process.stderr.write(`The host did not close cleanly: ${String(error)}\n`);
      needs.exit(1);
    }
  };

  needs.parent.onMessage((message) => {
    const order = hostOrderSchema.safeParse(message);
    if (!order.success) return;
    switch (order.data.kind) {
      case 'start':
        if (!isClosing) void start(order.data.options);
        return;
      case 'allow':
        void allow(order.data.file);
        return;
      case 'printed':
        errands.printed(order.data);
        return;
      case 'close':
        void close();
        return;
      default:
        order.data satisfies never;
    }
  });
  needs.parent.onClose(() => void close());
}
