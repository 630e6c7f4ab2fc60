import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import type { Host } from '../../host/host.ts';
import { replyOfRefusal } from '../faults.ts';
import type { Reply } from './reply.ts';

/** As a Prometheus asks for it. */
export async function metricsReply(host: Host, params: Readonly<Record<string, unknown>>): Promise<Reply> {
  const answer = await host.query('metrics', params);
  if (!answer.ok) return replyOfRefusal(answer.refusal);
  const { text } = answer.value as QueryAnswer<'metrics'>;
  return {
    status: 200,
    headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' },
    body: text,
  };
}
