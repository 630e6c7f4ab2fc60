/** A shell of the computer that the host runs on. Its native part is loaded with the first one, and may be missing. */
import { homedir, hostname, userInfo } from 'node:os';
import { accepted, refused } from '../../sim/contract/result.ts';
import type { Result } from '../../sim/contract/result.ts';
import type { Bytes } from '../../sim/guests/bytes.ts';
import type { Line } from '../guests/open-line.ts';

export type LocalShell = {
  readonly name: () => string;
  /** Whether one can be opened, as far as is known without trying. */
  readonly state: () => { readonly state: 'off' | 'on'; readonly reason: string | null };
  readonly open: (request: LocalShellRequest) => Promise<Result<Line>>;
};

export type LocalShellRequest = {
  readonly columns: number;
  readonly rows: number;
  readonly write: (bytes: Bytes) => void;
  /** Bytes that the client has not taken yet. */
  readonly backlog: () => number;
  readonly exited: (status: number) => void;
};

/** As much of a terminal's process as we use. */
export type Pty = {
  readonly onData: (listener: (data: Buffer | string) => void) => unknown;
  readonly onExit: (listener: (how: { readonly exitCode: number }) => void) => unknown;
  readonly write: (data: Buffer) => void;
  readonly resize: (columns: number, rows: number) => void;
  readonly pause: () => void;
  readonly resume: () => void;
  readonly kill: (signal?: string) => void;
};

export type PtySpawn = (
  file: string,
  words: string[],
  options: {
    name: string;
    cols: number;
    rows: number;
    cwd: string;
    env: Record<string, string | undefined>;
    encoding: null;
  },
) => Pty;

export type LocalShellDeps = {
  /** How the host was started: only one on the user's own computer may open shells there. */
  readonly leave: 'given' | 'not-given';
  readonly wanted: () => 'off' | 'on';
  readonly load: () => Promise<PtySpawn>;
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
};

/** What a client may be behind before the shell has to wait. */
const mostBacklog = 262_144;

export function createLocalShell(deps: LocalShellDeps): LocalShell {
  let failure: string | null = null;
  const whyNot = (): string | null => {
    if (deps.leave === 'not-given') return 'This host was started without leave for shells of its computer';
    if (deps.wanted() === 'off') return 'Shells of this computer are switched off';
    return failure;
  };
  return {
    name: hostname,
    state: () => {
      const reason = whyNot();
      return { state: reason === null ? 'on' : 'off', reason };
    },
    open: async (request) => {
      const reason = whyNot();
      if (reason !== null) return refused('not-allowed', reason, { hint: hints(deps) });
      try {
        return accepted(start(await deps.load(), deps, request));
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        failure = `A terminal of this computer cannot be opened: ${why.split('\n')[0] ?? ''}`;
        return refused('unsupported', failure, {
          hint: 'Everything else works without; npm ci brings the part that is missing.',
        });
      }
    },
  };
}

const hints = ({ leave }: LocalShellDeps): string =>
  leave === 'not-given'
    ? 'Start it with --local-shell, on a computer that only you use.'
    : 'Switch them on: dvm settings set guests.localShell=on.';

function start(spawn: PtySpawn, deps: LocalShellDeps, request: LocalShellRequest): Line {
  const { columns, rows, write, backlog, exited } = request;
  const pty = spawn(shellOf(deps), deps.platform === 'win32' ? [] : ['-l'], {
    name: 'xterm-256color',
    cols: columns,
    rows,
    cwd: homedir(),
    env: environmentOf(deps.environment),
    encoding: null,
  });
  let isOver = false;
  let isHeld = false;
  pty.onData((data) => {
    write(typeof data === 'string' ? Buffer.from(data, 'utf8').toString('latin1') : data.toString('latin1'));
    isHeld = backlog() > mostBacklog;
    if (isHeld) pty.pause();
  });
  pty.onExit(({ exitCode }) => {
    isOver = true;
    exited(exitCode);
  });
  const ifAlive = (act: () => void): void => {
    if (!isOver) act();
  };
  const type = (bytes: Bytes): void => ifAlive(() => pty.write(Buffer.from(bytes, 'latin1')));
  return {
    input: type,
    endInput: () => type('\x04'),
    waiting: () => 0,
    resize: (wide, high) => ifAlive(() => pty.resize(wide, high)),
    signal: (name) => ifAlive(() => pty.kill(`SIG${name}`)),
    drained: () => {
      if (isHeld && backlog() <= mostBacklog) ifAlive(pty.resume.bind(pty));
      isHeld = false;
    },
    hangup: () =>
      ifAlive(() => {
        isOver = true;
        if (deps.platform === 'win32') pty.kill();
        else pty.kill('SIGHUP');
      }),
  };
}

function shellOf({ platform, environment }: LocalShellDeps): string {
  if (platform === 'win32') return environment['COMSPEC'] ?? 'powershell.exe';
  return environment['SHELL'] ?? userInfo().shell ?? '/bin/sh';
}

/** Ours are not for what the user starts there. */
function environmentOf(
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string | undefined> {
  const rest = Object.entries(environment).filter(
    ([name]) => !/^(COLDAISLE|ELECTRON|npm_|NODE_OPTIONS)/.test(name),
  );
  return { ...Object.fromEntries(rest), TERM: 'xterm-256color', COLORTERM: 'truecolor' };
}
