/** Commands and queries over the one socket. What was asked before a break is asked again after it. */
import type { CommandInput, Receipt } from '../../sim/contract/commands.ts';
import type { DeskCommandInput, DeskReceipt } from '../../sim/contract/desk.ts';
import type { ClientMessage, ServerMessage } from '../../sim/contract/live.ts';
import type { QueryAnswer, QueryName, QueryParams } from '../../sim/contract/queries.ts';
import type { Refusal, Result } from '../../sim/contract/result.ts';
import { text } from '../text/text.ts';
import type { Connection } from './connection.ts';

const patienceMillis = 30_000;

const noAnswer = (): Refusal => {
  const { noAnswer: message, noAnswerHint: hint } = text().told;
  return { code: 'busy', message, hint };
};

/** In the language of the page, here where every refusal comes by. */
function refusalTold(refusal: Refusal): Refusal {
  const said = text().told;
  const message = said.refusal(refusal.code, refusal.message);
  return refusal.hint === undefined
    ? { ...refusal, message }
    : { ...refusal, message, hint: said.say(refusal.hint) };
}

export type Client = {
  readonly execute: (command: CommandInput | DeskCommandInput) => Promise<Result<Receipt | DeskReceipt>>;
  readonly query: <Name extends QueryName>(
    name: Name,
    params: QueryParams<Name>,
  ) => Promise<Result<QueryAnswer<Name>>>;
};

type Waiting = { readonly message: ClientMessage; readonly settle: (result: Result<unknown>) => void };

/** Sent again with the same key after a break, a command is not done twice. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return `ui-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

function resultOf(message: ServerMessage): { readonly id: number; readonly result: Result<unknown> } | null {
  if (message.op === 'result') return { id: message.id, result: { ok: true, value: message.value } };
  if (message.op === 'refused')
    return { id: message.id, result: { ok: false, refusal: refusalTold(message.refusal) } };
  return null;
}

export function createClient(line: Pick<Connection, 'send' | 'onMessage'>): Client {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;

  line.onMessage((message) => {
    if (message.op === 'hello') {
      for (const { message: unanswered } of waiting.values()) line.send(unanswered);
      return;
    }
    const answer = resultOf(message);
    if (answer !== null) waiting.get(answer.id)?.settle(answer.result);
  });

  const ask = (messageOf: (id: number) => ClientMessage): Promise<Result<unknown>> =>
    new Promise((resolve) => {
      lastId += 1;
      const id = lastId;
      const message = messageOf(id);
      const timer = setTimeout(() => settle({ ok: false, refusal: noAnswer() }), patienceMillis);
      const settle = (result: Result<unknown>) => {
        clearTimeout(timer);
        waiting.delete(id);
        resolve(result);
      };
      waiting.set(id, { message, settle });
      line.send(message);
    });

  return {
    execute: async (command) => {
      const key = newKey();
      const result = await ask((id) => ({ op: 'execute', id, command, key }));
      return result as Result<Receipt | DeskReceipt>;
    },
    query: async <Name extends QueryName>(name: Name, params: QueryParams<Name>) => {
      const result = await ask((id) => ({ op: 'query', id, name, params }));
      return result as Result<QueryAnswer<Name>>;
    },
  };
}
