import type { Connection, ServerChannel, TcpipRequestInfo } from 'ssh2';
import { bytesOf } from '../../../sim/guests/bytes.ts';
import type { Bytes } from '../../../sim/guests/bytes.ts';
import { forwardProgram } from '../../../sim/guests/system/forward.ts';
import { createDrain, createFeed } from '../../../sim/guests/terminal/channel.ts';
import { hostProcess } from '../live-guest.ts';
import type { LiveGuest } from '../live-guest.ts';
import { feed } from './feed.ts';
import type { Visit } from './visit.ts';

const mostBacklog = 262_144;

/** `ssh -L`: what the client wants to reach is reached as the guest would, and refused as sshd does. */
export function serveForwards(connection: Connection, { guest, account }: Visit): void {
  const refuse = refuser(connection);
  connection.on('tcpip', (accept, reject, info) => {
    const started = start(guest, account.who, {
      info,
      opened: (fault, line) => {
        if (fault !== null) refuse(reject, fault);
        else join(accept(), line);
      },
    });
    if (!started) refuse(reject, 'Resource temporarily unavailable');
  });
}

type Line = {
  readonly input: (bytes: Bytes) => void;
  readonly endInput: () => void;
  readonly waiting: () => number;
  readonly drained: () => void;
  readonly end: () => void;
  /** Where what comes back goes, and who is told that no more does. */
  readonly attach: (client: Client) => void;
};
type Client = {
  readonly write: (bytes: Bytes) => void;
  readonly backlog: () => number;
  readonly ended: () => void;
};
type Wish = {
  readonly info: TcpipRequestInfo;
  readonly opened: (fault: Bytes | null, line: Line) => void;
};

const nobody: Client = { write: () => undefined, backlog: () => 0, ended: () => undefined };

function start(guest: LiveGuest, who: Visit['account']['who'], { info, opened }: Wish): boolean {
  const feed = createFeed();
  let client = nobody;
  const output = createDrain({
    send: (bytes) => guest.say(() => client.write(bytes)),
    isFull: () => client.backlog() > mostBacklog,
  });
  const waking = (act: () => void) => (): void => {
    act();
    guest.wake();
  };
  const line: Line = {
    input: (bytes) => waking(() => feed.push(bytes))(),
    endInput: waking(feed.end),
    waiting: feed.waiting,
    drained: waking(output.drained),
    end: () => leave(),
    attach: (next) => {
      client = next;
    },
  };
  const program = forwardProgram({
    host: bytesOf(info.destIP),
    port: info.destPort,
    opened: (fault) => guest.say(() => opened(fault, line)),
  });
  const lines = {
    kind: 'streams',
    input: feed,
    output,
    error: createDrain({ send: () => undefined }),
  } as const;
  const started = guest.start({ ...hostProcess(who), lines, program });
  if (!started.ok) return false;
  const over = (): void => {
    stopExits();
    stopEnds();
    client.ended();
  };
  const stopExits = guest.machine.onExit((pid) => {
    if (pid === started.value) guest.say(over);
  });
  const stopEnds = guest.onEnd(over);
  const leave = waking(() => {
    stopExits();
    stopEnds();
    feed.end();
    output.cut();
    guest.machine.kill(-started.value, 'KILL');
  });
  return true;
}

function join(channel: ServerChannel, line: Line): void {
  line.attach({
    // A channel says `drain` only past 2 MiB of its own: the guest is held back long before that.
    write: (bytes) => void channel.write(Buffer.from(bytes, 'latin1'), () => line.drained()),
    backlog: () => channel.writableLength,
    ended: () => channel.end(),
  });
  feed(channel, line);
  channel.on('drain', line.drained);
  channel.on('end', line.endInput);
  channel.on('error', line.end);
  channel.on('close', line.end);
}

type Refuser = { channelOpenFail: (remote: number, reason: number, text: string) => void };

/** ssh2's server refuses without a word; OpenSSH's client shows the word. */
function refuser(connection: Connection): (reject: () => void, fault: Bytes) => void {
  const { _protocol: protocol } = connection as Connection & { readonly _protocol?: Refuser };
  let word = '';
  if (protocol !== undefined) {
    const fail = protocol.channelOpenFail.bind(protocol);
    protocol.channelOpenFail = (remote, reason, text) => fail(remote, reason, text === '' ? word : text);
  }
  return (reject, fault) => {
    word = fault;
    reject();
    word = '';
  };
}
