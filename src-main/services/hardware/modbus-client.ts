import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { cutFrame, replyIn, requestFrame } from './modbus-frame.ts';
import type { ModbusReply, Question } from './modbus-frame.ts';

export type ModbusAnswer = ModbusReply | { readonly kind: 'broken'; readonly reason: string };

export type ModbusClient = {
  /** One at a time. Asked again once where the connection broke under it, so that a blink loses nothing. */
  readonly read: (question: Question) => Promise<ModbusAnswer>;
  readonly close: () => void;
};

export type ModbusTarget = {
  readonly host: string;
  readonly port: number;
  readonly unit: number;
  readonly connectMillis: number;
  readonly answerMillis: number;
};

type Line = { readonly socket: Socket; readonly ask: (question: Question) => Promise<ModbusAnswer> };

export function createModbusClient(target: ModbusTarget): ModbusClient {
  let line: Line | null = null;
  let isClosed = false;
  const drop = (): void => {
    line?.socket.destroy();
    line = null;
  };
  const attempt = async (question: Question): Promise<ModbusAnswer> => {
    const current = line === null || line.socket.destroyed ? await openLine(target) : line;
    if ('reason' in current) return current;
    line = current;
    if (isClosed) {
      drop();
      return broken('closed');
    }
    const answer = await current.ask(question);
    // What comes late must not be taken for the answer to the next question.
    if (answer.kind === 'broken') drop();
    return answer;
  };
  return {
    read: async (question) => {
      const hadLine = line !== null;
      const first = await attempt(question);
      return first.kind === 'broken' && hadLine && !isClosed ? attempt(question) : first;
    },
    close: () => {
      isClosed = true;
      drop();
    },
  };
}

const broken = (reason: string): ModbusAnswer & { readonly kind: 'broken' } => ({ kind: 'broken', reason });

function openLine(target: ModbusTarget): Promise<Line | (ModbusAnswer & { readonly kind: 'broken' })> {
  const { host, port, connectMillis } = target;
  return new Promise((resolve) => {
    const socket = connect({ host, port, noDelay: true });
    const timer = setTimeout(
      () => giveUp(`nothing answers at ${host}:${port} within ${connectMillis / 1000} s`),
      connectMillis,
    );
    const giveUp = (reason: string): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(broken(reason));
    };
    socket.once('error', (fault: NodeJS.ErrnoException) => giveUp(connectWords(fault, `${host}:${port}`)));
    socket.once('connect', () => {
      clearTimeout(timer);
      socket.removeAllListeners('error');
      resolve(lineOn(socket, target));
    });
  });
}

/** Several addresses of one name fail as one error without a message. */
function connectWords(fault: NodeJS.ErrnoException, address: string): string {
  const code = fault instanceof AggregateError ? (fault.errors[0] as NodeJS.ErrnoException).code : fault.code;
  switch (code) {
    case 'ECONNREFUSED':
      return `nothing listens at ${address}: check the port, and that Modbus TCP is switched on`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `the name in ${address} is not known`;
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return `there is no way to ${address}`;
    default:
      return `${address}: ${fault.message === '' ? (code ?? 'unknown fault') : fault.message}`;
  }
}

function lineOn(socket: Socket, { unit, answerMillis, host, port }: ModbusTarget): Line {
  let transaction = 0;
  let bytes: Buffer = Buffer.alloc(0);
  let settle: ((answer: ModbusAnswer) => void) | null = null;
  let asked: Question | null = null;
  const finish = (answer: ModbusAnswer): void => settle?.(answer);
  socket.on('error', (fault) => finish(broken(`the connection to ${host}:${port} broke: ${fault.message}`)));
  socket.on('close', () => finish(broken(`${host}:${port} closed the connection`)));
  socket.on('data', (chunk) => {
    bytes = Buffer.concat([bytes, chunk]);
    for (let cut = cutFrame(bytes); cut.kind !== 'more'; cut = cutFrame(bytes)) {
      if (cut.kind === 'foreign') return finish(broken(`what answers at ${host}:${port} is not Modbus TCP`));
      bytes = cut.rest;
      if (asked === null || cut.transaction !== transaction) continue;
      finish(replyIn(cut.body, asked) ?? broken(`${host}:${port} answers something else than was asked`));
    }
  });
  return {
    socket,
    ask: (question) =>
      new Promise((resolve) => {
        transaction = (transaction + 1) & 0xffff;
        asked = question;
        const timer = setTimeout(
          () =>
            finish(broken(`unit ${unit} at ${host}:${port} does not answer within ${answerMillis / 1000} s`)),
          answerMillis,
        );
        settle = (answer) => {
          clearTimeout(timer);
          settle = null;
          asked = null;
          resolve(answer);
        };
        socket.write(requestFrame({ transaction, unit }, question));
      }),
  };
}
