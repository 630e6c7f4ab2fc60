/** What is said of the engine and of what runs on it. */
import type { EngineState } from '../../../sim/contract/engine.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { FaceState } from '../../../sim/contract/queries.ts';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { textOf } from '../../../sim/guests/bytes.ts';
import { findBox } from './box.ts';
import { logOf } from './box-exec.ts';
import { trying } from './engine.ts';
import { imagesOf } from './images.ts';
import { backedOf, keptOf } from './room.ts';
import type { Room } from './room.ts';
import { addressText } from './sockets.ts';

export async function logText(room: Room, id: EntityId, lines: number): Promise<Result<{ text: string }>> {
  const { engine, deps } = room;
  const computer = backedOf(deps.world(), id);
  if (computer === null)
    return refused('wrong-kind', `${id} is no container: its system has its own journal`, { where: 'id' });
  const box =
    engine === null
      ? null
      : (keptOf(room, id).box ?? (await findBox(engine, { owner: deps.owner(), machine: id })));
  if (box === null) return refused('wrong-state', `${computer.name} has no container yet`, { where: 'id' });
  const text = await logOf(box, lines);
  return text.ok ? accepted({ text: textOf(text.value) }) : text;
}

export async function stateNow({ deps, machines, engine, state, detail }: Room): Promise<EngineState> {
  const images = engine === null ? null : await trying('The images', () => imagesOf(engine));
  return {
    state,
    kind: engine?.kind ?? null,
    version: engine?.version ?? '',
    address: engine === null ? '' : addressText(engine.address),
    detail,
    most: engine?.most ?? 0,
    images: images?.ok === true ? images.value : [],
    machines: [...machines.values()].flatMap(({ id, state: is, problem }) => {
      const computer = backedOf(deps.world(), id);
      if (computer === null) return [];
      const { name, spec } = computer;
      return [
        { machine: id, name, image: spec.backing?.image ?? '', state: is, problem: problem?.message ?? null },
      ];
    }),
  };
}

const names = { docker: 'Docker', podman: 'Podman' } as const;

export function faceOf({ engine, state, detail }: Room): FaceState {
  const name = 'Container engine';
  if (engine !== null)
    return {
      name,
      state: 'up',
      address: addressText(engine.address),
      detail: `${names[engine.kind]} ${engine.version}`,
    };
  // That there is none is no fault: nothing needs it.
  return { name, state: 'off', address: '', detail: state === 'absent' ? `Not found: ${detail}` : detail };
}
