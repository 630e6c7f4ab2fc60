import * as z from 'zod';
import { accepted, refusalFromIssues, refused } from '../../../sim/contract/result.ts';
import type { Refusal, Result } from '../../../sim/contract/result.ts';
import { readCommandTopic } from '../../../sim/contract/topics.ts';

/** What may stand in a command; a bare number is its value. */
const commandMessageSchema = z.strictObject({
  value: z.number().optional(),
  /** Comes back in the answer, so that one can tell whose it is. */
  id: z.string().min(1).max(80).optional(),
  responseTopic: z
    .string()
    .min(1)
    .max(300)
    .refine((topic) => !/[+#\0]/.test(topic), 'must be one topic, without + and #')
    .refine((topic) => !topic.startsWith('$'), 'must not begin with $: that belongs to the broker')
    .refine((topic) => readCommandTopic(topic) === null, 'must not be a command itself')
    .optional(),
});
export type CommandMessage = z.infer<typeof commandMessageSchema>;

/** What the sender is told, whatever became of it. */
export type CommandAnswer =
  | { readonly id?: string; readonly ok: true }
  | ({ readonly id?: string; readonly ok: false } & Refusal);

const longest = 4096;
const example = 'Send {}, or {"value":21,"id":"any text"}.';

export function readCommandMessage(payload: Uint8Array): Result<CommandMessage> {
  if (payload.length === 0) return refused('invalid-input', 'The payload is empty.', { hint: example });
  if (payload.length > longest) {
    return refused('too-large', `The payload has ${payload.length} bytes, more than ${longest}.`, {
      hint: example,
    });
  }
  const json = jsonOf(new TextDecoder().decode(payload));
  if (json === undefined) return refused('invalid-input', 'The payload is no JSON.', { hint: example });
  const parsed = commandMessageSchema.safeParse(typeof json === 'number' ? { value: json } : json);
  if (parsed.success) return accepted(parsed.data);
  return { ok: false, refusal: { ...refusalFromIssues(parsed.error.issues), hint: example } };
}

/** Who sent garbage may still have said where to and under which name to answer. */
export function addressIn(payload: Uint8Array): Pick<CommandMessage, 'id' | 'responseTopic'> {
  const json = payload.length > longest ? undefined : jsonOf(new TextDecoder().decode(payload));
  if (typeof json !== 'object' || json === null) return {};
  const { id, responseTopic } = commandMessageSchema.shape;
  const found = z.object({ id: id.catch(undefined), responseTopic: responseTopic.catch(undefined) });
  return found.parse(json);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
