import { createSocket } from 'node:dgram';
import type { Socket } from 'node:dgram';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Refusal, Result } from '../../../sim/contract/result.ts';

export type Place = { readonly host: string; readonly port: number };

export type OpenSocket = {
  /** The one that the system gave, where port 0 was asked for. */
  readonly port: number;
  readonly close: () => Promise<void>;
};

/** What is answered to a datagram; null is silence. */
export type OnDatagram = (datagram: Buffer) => Buffer | null;

export function openSocket(place: Place, onDatagram: OnDatagram): Promise<Result<OpenSocket>> {
  const socket = createSocket('udp4');
  return new Promise((resolve) => {
    socket.once('error', (fault: NodeJS.ErrnoException) => {
      socket.close();
      resolve(refusalOf(fault, place));
    });
    socket.bind({ address: place.host, port: place.port, exclusive: true }, () => {
      socket.removeAllListeners('error');
      // What fails now is one datagram; the manager asks again.
      socket.on('error', () => {});
      socket.on('message', (datagram, from) => {
        const answer = onDatagram(datagram);
        if (answer !== null) socket.send(answer, from.port, from.address, () => {});
      });
      resolve(accepted({ port: socket.address().port, close: () => closed(socket) }));
    });
  });
}

const closed = (socket: Socket): Promise<void> => new Promise((resolve) => socket.close(() => resolve()));

function refusalOf(fault: NodeJS.ErrnoException, { host, port }: Place): Result<never> {
  const where = `UDP ${host}:${port}`;
  switch (fault.code) {
    case 'EADDRINUSE':
      return refused('busy', `${where} is taken by another program`, {
        hint: 'Stop that program, or choose another first port in faces.snmp.port',
      });
    case 'EACCES':
      return refused('not-allowed', `This user may not listen on ${where}`, {
        hint: 'Choose a port above 1023 in faces.snmp.port',
      });
    case 'EADDRNOTAVAIL':
      return refused('unsupported', `${host} is not an address of this machine`, {
        hint: 'Set faces.snmp.spread to ports',
      });
    case 'EMFILE':
    case 'ENFILE':
      return { ok: false, refusal: outOfSockets };
    default:
      return refused('unsupported', `Cannot listen on ${where}: ${fault.message}`);
  }
}

export const outOfSockets: Refusal = {
  code: 'too-many',
  message: 'This machine lets one program open no more sockets',
  hint: 'Raise the limit of open files (ulimit -n) and start again',
};
