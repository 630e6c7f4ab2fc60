import type { IncomingMessage, ServerResponse } from 'node:http';
import { plainAddress } from './incoming.ts';
import type { CallNote } from './outgoing.ts';
import { cut, mostText, type WireLog } from './wire-log.ts';

/** One call on its way into the wire log. */
export type CallRecord = {
  readonly heardBody: (body: Buffer) => void;
  readonly heardText: (text: string) => void;
  readonly note: (more: Partial<CallNote>) => void;
};

export function createCallRecord(
  request: IncomingMessage,
  response: ServerResponse,
  wireLog: WireLog,
): CallRecord {
  let body = '';
  let answer = '';
  let answerLength = 0;
  let note: CallNote = {
    method: request.method ?? '',
    object: (request.url ?? '').split('?', 1)[0]?.slice(0, 300) ?? '',
    user: '',
    fault: '',
  };
  const client = {
    agent: request.headers['user-agent']?.slice(0, 200) ?? '',
    address: plainAddress(request.socket.remoteAddress ?? ''),
  };
  const end = wireLog.begin(() => ({ ...note, client, request: body }));
  response.once('close', () => {
    const status = response.writableFinished ? response.statusCode : 499;
    end({ ...note, client, status, request: body, answer, answerLength });
  });
  return {
    heardBody: (bytes) => {
      body = bytes.toString('utf8', 0, mostText);
    },
    heardText: (text) => {
      answerLength += text.length;
      if (answer.length < mostText) answer = cut(answer + text);
    },
    note: (more) => {
      note = { ...note, ...more };
    },
  };
}
