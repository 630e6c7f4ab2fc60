/** The lab as a program with the token sees it: for what a journey prepares, and for what the screen must agree with. */
import type { CommandInput, Receipt } from '../../../sim/contract/commands.ts';
import type { DeskCommandInput } from '../../../sim/contract/desk.ts';
import type { EntityOf } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { QueryAnswer, QueryName } from '../../../sim/contract/queries.ts';
import type { RunningHost } from './running-host.ts';

type Host = Pick<RunningHost, 'url' | 'token'>;

async function answered<Answer>(response: Response): Promise<Answer> {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Answer;
}

const authorization = ({ token }: Host): Record<string, string> => ({ authorization: `Bearer ${token}` });

export async function ask<Name extends QueryName>(
  host: Host,
  name: Name,
  params: Readonly<Record<string, string>> = {},
): Promise<QueryAnswer<Name>> {
  const address = new URL(`/api/v1/${name}`, host.url);
  for (const [key, value] of Object.entries(params)) address.searchParams.set(key, value);
  return answered(await fetch(address, { headers: authorization(host) }));
}

export const command = async (host: Host, input: CommandInput | DeskCommandInput): Promise<Receipt> =>
  answered(
    await fetch(new URL('/api/v1/commands', host.url), {
      method: 'POST',
      headers: { ...authorization(host), 'content-type': 'application/json' },
      body: JSON.stringify({ command: input }),
    }),
  );

/** The sensor whose value colours a rack on the floor. */
export async function inletSensor(host: Host, rack: string): Promise<EntityOf<'sensor'>> {
  const parent: EntityId = (await ask(host, 'entity', { id: rack })).id;
  const { items } = await ask(host, 'entities', { parent, kinds: 'sensor' });
  const found = items.find(
    (entity): entity is EntityOf<'sensor'> =>
      entity.kind === 'sensor' &&
      entity.spec.metric === 'temperature' &&
      entity.spec.place === 'front-middle',
  );
  if (found === undefined) throw new Error(`Rack ${rack} has no inlet sensor`);
  return found;
}
