import { join } from 'node:path';
import { deleteLab, listLabs, placeOf, writeCard } from '../../../db/labs-directory.ts';
import { salvageLab } from '../../../db/salvage.ts';
import type { DeskReceipt } from '../../../sim/contract/desk.ts';
import type { LabId } from '../../../sim/contract/ids.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import { accepted } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { asTick } from '../../../sim/contract/units.ts';
import type { WallMillis } from '../../../sim/contract/units.ts';
import type { HostOptions } from '../../host/options.ts';
import type { Session } from '../../host/session.ts';

/** All labs of this machine; of the open one what is true now, not what its card said. */
export function labCards(options: HostOptions, session: Session): QueryAnswer<'labs'> {
  const items = listLabs(options.dataDirectory, session.id).map((card) =>
    card.id === session.id ? { ...card, ...cardFacts(options, session) } : card,
  );
  return { items, directory: join(options.dataDirectory, 'labs') };
}

function cardFacts(options: HostOptions, { world }: Session) {
  return {
    name: world.name,
    seed: world.seedText,
    racks: world.inventory.count('rack'),
    tick: asTick(world.clock.tick),
    at: world.now(),
    changedAt: options.wall.now() as WallMillis,
    damage: null,
  };
}

export function keepCard(options: HostOptions, session: Session): void {
  writeCard(options.dataDirectory, session.id, cardFacts(options, session));
}

/** Says on the lab's card what is wrong with it, for the list of labs. */
export function markDamage(options: HostOptions, id: LabId, damage: string): void {
  const card = listLabs(options.dataDirectory, null).find((one) => one.id === id);
  if (card !== undefined) writeCard(options.dataDirectory, id, { ...card, damage });
}

type Outcome = Result<Omit<DeskReceipt, 'operation'>>;

export function discardLab(options: HostOptions, lab: LabId): Outcome {
  const done = deleteLab({
    dataDirectory: options.dataDirectory,
    id: lab,
    now: options.wall.now() as WallMillis,
  });
  return done.ok ? accepted({ lab, file: done.value }) : done;
}

/** The last good snapshot and all commands that can be read, as a lab again; the damaged files stay aside. */
export function repairLab(options: HostOptions, lab: LabId): Outcome {
  const { world } = placeOf(options.dataDirectory, lab);
  const done = salvageLab({ file: world, now: () => options.wall.now() as WallMillis });
  if (!done.ok) return done;
  options.log.warn('a lab was repaired', { lab, ...done.value });
  const card = listLabs(options.dataDirectory, null).find((one) => one.id === lab);
  if (card !== undefined) writeCard(options.dataDirectory, lab, { ...card, damage: null });
  const [aside] = done.value.keptAside;
  return accepted({ lab, ...(aside === undefined ? {} : { file: aside }) });
}
