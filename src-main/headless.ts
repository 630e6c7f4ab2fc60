/** The host under plain Node: `node out/main/headless.js --port 0 --data DIR --ui out/renderer`. */
import { parseArgs } from 'node:util';
import { startHeadless } from './start-headless.ts';
import type { HeadlessOptions } from './start-headless.ts';

type Flags = { readonly options: HeadlessOptions; readonly watchParent: boolean };

function readFlags(words: readonly string[]): Flags {
  const { values } = parseArgs({
    args: [...words],
    options: {
      data: { type: 'string' },
      port: { type: 'string' },
      lab: { type: 'string' },
      broker: { type: 'string' },
      'mqtt-port': { type: 'string' },
      ui: { type: 'string' },
      'local-shell': { type: 'boolean' },
      'watch-parent': { type: 'boolean' },
    },
  });
  const isFile = values.lab !== undefined && /\.(coldaisle|ya?ml)$/.test(values.lab);
  return {
    watchParent: values['watch-parent'] === true,
    options: {
      dataDirectory: values.data ?? null,
      port: portOf('--port', values.port ?? '0'),
      lab: isFile ? null : (values.lab ?? null),
      labFile: isFile ? (values.lab ?? null) : null,
      brokerUrl: values.broker ?? null,
      mqttPort: values['mqtt-port'] === undefined ? null : portOf('--mqtt-port', values['mqtt-port']),
      uiDirectory: values.ui ?? null,
      localShell: values['local-shell'] === true ? 'given' : 'not-given',
    },
  };
}

function portOf(flag: string, text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`${flag} takes a port from 0 to 65535, not ${text}`);
  return port;
}

async function main(): Promise<void> {
  const { options, watchParent } = readFlags(process.argv.slice(2));
  const host = await startHeadless(options);
  let closing = false;
  const end = (): void => {
    if (closing) return;
    closing = true;
    void host.close().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  // Whoever started us holds our standard input open; when it dies, the pipe closes and so do we.
  if (watchParent) process.stdin.on('end', end).on('error', end).resume();
  process.stdout.write(`ready ${host.url}\n`);
}

function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

process.on('unhandledRejection', fail);
void main().catch(fail);
