import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Result, accepted, refused } from '../../sim/contract/result.ts';

export type ShellOptions = {
  readonly dataDirectory: string | null;
  readonly port: number | null;
  /** `--lab` names a lab of the data directory, or a file. */
  readonly lab: string | null;
  readonly labFile: string | null;
  readonly brokerUrl: string | null;
  readonly mqttPort: number | null;
  /** End when standard input does: whoever started us has gone. */
  readonly watchParent: boolean;
  /** What is left: perhaps a lab to open. */
  readonly others: readonly string[];
};

/** The same flags as the host under plain Node. Chromium's own switches are let through unread. */
export function readShellOptions(given: readonly string[], workingDirectory: string): Result<ShellOptions> {
  const { values, positionals } = parseArgs({
    args: [...given],
    strict: false,
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      port: { type: 'string' },
      lab: { type: 'string' },
      broker: { type: 'string' },
      'mqtt-port': { type: 'string' },
      'watch-parent': { type: 'boolean' },
    },
  });
  const port = readPort(values.port);
  const mqttPort = readPort(values['mqtt-port']);
  if (!port.ok) return refused('invalid-input', `--port ${port.refusal.message}`);
  if (!mqttPort.ok) return refused('invalid-input', `--mqtt-port ${mqttPort.refusal.message}`);
  const path = (value: unknown): string | null =>
    typeof value === 'string' ? resolve(workingDirectory, value) : null;
  return accepted({
    dataDirectory: path(values.data),
    port: port.value,
    lab: typeof values.lab === 'string' && !isFile(values.lab) ? values.lab : null,
    labFile: isFile(values.lab) ? path(values.lab) : null,
    brokerUrl: typeof values.broker === 'string' ? values.broker : null,
    mqttPort: mqttPort.value,
    watchParent: values['watch-parent'] === true,
    others: positionals,
  });
}

const isFile = (value: unknown): boolean => typeof value === 'string' && /\.(coldaisle|ya?ml)$/i.test(value);

function readPort(value: unknown): Result<number | null> {
  if (value === undefined) return accepted(null);
  const port = typeof value === 'string' && /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
  return port <= 65_535 ? accepted(port) : refused('invalid-input', 'needs a number from 0 to 65535');
}
