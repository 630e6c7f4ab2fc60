/** Every rack PDU hangs on a breaker of its own, and a floor PDU has only so many. */
import type { Entity, EntityOf } from '../contract/entities.ts';
import type { EntityId } from '../contract/ids.ts';
import { accepted, refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import { above } from './inventory.ts';
import type { InventoryView } from './inventory.ts';

const fine: Result<null> = accepted(null);

/** Only what is new on a panel is judged: what hangs there already, in a lab from before, may stay. */
export function breakerIsFree(view: InventoryView, pdu: EntityOf<'pdu'>): Result<null> {
  const before = view.get(pdu.id)?.links.fedBy ?? [];
  for (const id of pdu.links.fedBy ?? []) {
    const panel = view.get(id);
    if (panel?.kind !== 'panel' || panel.spec.breakers === undefined || before.includes(id)) continue;
    const taken = fedFrom(view, panel).filter((one) => one !== pdu.id).length;
    if (taken < panel.spec.breakers) continue;
    return refused('wrong-state', `All ${panel.spec.breakers} breakers of ${panel.name} are taken`, {
      where: 'links.fedBy',
      hint: `Feed ${pdu.name} from another panel, or free a breaker there.`,
    });
  }
  return fine;
}

export function breakersSuffice(view: InventoryView, panel: EntityOf<'panel'>): Result<null> {
  const { breakers } = panel.spec;
  const before = view.get(panel.id);
  if (breakers === undefined || (before?.kind === 'panel' && before.spec.breakers === breakers)) return fine;
  const taken = fedFrom(view, panel).length;
  if (taken <= breakers) return fine;
  return refused(
    'wrong-state',
    `${taken} rack PDUs hang on ${panel.name}; ${breakers} breakers are too few`,
    {
      where: 'spec.breakers',
      hint: 'Feed some of them from another panel first.',
    },
  );
}

/** The rack PDUs of its site that name it. */
function fedFrom(view: InventoryView, panel: EntityOf<'panel'>): readonly EntityId[] {
  const site = above(view, panel.parent, 'site');
  const found: EntityId[] = [];
  const visit = (entity: Entity): void => {
    if (entity.kind === 'pdu' && entity.links.fedBy?.includes(panel.id)) found.push(entity.id);
    if (entity.kind !== 'site' && entity.kind !== 'room' && entity.kind !== 'row' && entity.kind !== 'rack')
      return;
    for (const child of view.childrenOf(entity.id)) visit(child);
  };
  if (site !== undefined) visit(site);
  return found;
}
