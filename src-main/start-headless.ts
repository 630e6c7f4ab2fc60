import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LabId } from '../sim/contract/ids.ts';
import type { Refusal, Result } from '../sim/contract/result.ts';
import { defaultLimits } from './gateway/limits.ts';
import { openGateway } from './gateway/open-gateway.ts';
import type { Gateway } from './gateway/open-gateway.ts';
import { wallClock } from './host/clock-face.ts';
import { createHost } from './host/create-host.ts';
import { dataDirectory, runFile } from './host/data-directory.ts';
import type { RunFile } from './host/data-directory.ts';
import { createLog, isLogLevel } from './host/log.ts';
import type { Log } from './host/log.ts';
import { productVersion } from './host/version.ts';
import { thisMachine } from './services/reports/print/find-browser.ts';
import { browserPress, shellPress } from './services/reports/print/press.ts';
import type { Press } from './services/reports/print/press.ts';

export type HeadlessOptions = {
  readonly dataDirectory: string | null;
  /** 0: any free one. */
  readonly port: number;
  readonly lab?: string | null;
  /** A *.lab.yaml to start from or a *.coldaisle to import. */
  readonly labFile: string | null;
  readonly brokerUrl: string | null;
  /** Null: 1883 where it is free, else any. */
  readonly mqttPort: number | null;
  readonly uiDirectory: string | null;
  /** Leave to open shells of this computer in the control room; none where left out. */
  readonly localShell?: 'given' | 'not-given';
  /** The shell around this host prints pages; rejects with a sentence. */
  readonly shellPrint?: (html: string) => Promise<Uint8Array>;
};

export type RunningHost = {
  /** With the start token in its fragment. */
  readonly url: string;
  /** The user chose this file in a dialog: a page may name it from now on. */
  readonly allow: (file: string) => void;
  readonly close: () => Promise<void>;
};

/** Host and gateway under plain Node: headless, in Electron's utility process, and in tests. Throws a sentence. */
export async function startHeadless(options: HeadlessOptions): Promise<RunningHost> {
  const directory = dataDirectory(options.dataDirectory ?? undefined, {
    env: process.env,
    platform: process.platform,
    home: homedir(),
  });
  mkdirSync(directory, { recursive: true });
  const log = openLog(directory);
  const version = productVersion();
  const press = pressOf(options);
  const host = await createHost({
    dataDirectory: directory,
    resources: resourcesDirectory(),
    lab: (options.lab ?? null) as LabId | null,
    labFile: options.labFile === null ? null : resolve(options.labFile),
    brokerUrl: options.brokerUrl,
    mqttPort: options.mqttPort,
    version,
    log,
    wall: wallClock,
    press,
    localShell: options.localShell ?? 'not-given',
    engine: { environment: process.env, home: homedir(), platform: process.platform },
  });
  if (!host.ok) throw new Error(sentence(host.refusal));
  const before = crashedBefore(directory);
  const token = before?.token ?? randomBytes(32).toString('base64url');
  const allowed = new Set<string>();
  const open = (port: number) =>
    openGateway({
      host: host.value,
      port,
      token,
      uiDirectory: options.uiDirectory,
      uploadsDirectory: join(directory, 'uploads'),
      exportsDirectory: join(directory, 'exports'),
      version,
      log: log.child('gateway'),
      limits: defaultLimits,
      press,
      mayUse: (file) => allowed.has(resolve(file)),
    });
  const gateway = await openAgain(open, options.port, before);
  if (!gateway.ok) {
    await host.value.close();
    throw new Error(sentence(gateway.refusal));
  }
  const { url } = gateway.value;
  writeRunFile(directory, { url, token, pid: process.pid, version });
  log.info('serving', { url, directory });
  return {
    url: `${url}/#token=${token}`,
    allow: (file) => void allowed.add(resolve(file)),
    close: async () => {
      rmSync(runFile(directory), { force: true });
      await gateway.value.close();
      await host.value.close();
    },
  };
}

function pressOf({ shellPrint }: HeadlessOptions): Press {
  const browser = browserPress(thisMachine());
  return shellPrint === undefined ? browser : shellPress(shellPrint, browser);
}

/**
 * The run file of a host that was killed: whoever had its address may go on with it. An orderly end removes the file,
 * and a host that still lives holds its lab, so that no second one gets this far on the same lab.
 */
function crashedBefore(directory: string): RunFile | null {
  try {
    const file = JSON.parse(readFileSync(runFile(directory), 'utf8')) as RunFile;
    return isAlive(file.pid) || !/^[\w-]{43}$/.test(file.token) ? null : file;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** On the port of before where any would do, so that open pages find their host again. */
async function openAgain(
  open: (port: number) => Promise<Result<Gateway>>,
  port: number,
  before: RunFile | null,
): Promise<Result<Gateway>> {
  if (port !== 0 || before === null) return open(port);
  const again = await open(Number(new URL(before.url).port));
  return again.ok ? again : open(0);
}

function openLog(directory: string): Log {
  const wanted = process.env['COLDAISLE_LOG'] ?? 'info';
  return createLog({
    file: join(directory, 'logs', 'host.log'),
    level: isLogLevel(wanted) ? wanted : 'info',
    rotateBytes: 5 * 1024 * 1024,
    keep: 5,
    now: () => new Date(),
  });
}

/** Two folders above the built code, one above the sources. */
function resourcesDirectory(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const isBuilt = here.endsWith(join('out', 'main'));
  return process.env['COLDAISLE_RESOURCES'] ?? join(here, isBuilt ? '../../resources' : '../resources');
}

/** Readable by its user alone: whoever reads it may do everything. */
function writeRunFile(directory: string, content: RunFile): void {
  const file = runFile(directory);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, `${JSON.stringify(content)}\n`, { mode: 0o600 });
}

export const sentence = ({ message, hint }: Refusal): string =>
  hint === undefined ? message : `${message}. ${hint}`;
