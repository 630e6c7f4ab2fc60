/** What hands do on the cooling screen: commands, each with its word when it is done. */
import type { Advice, AdvisorMode } from '../../../sim/contract/advisor.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { perform } from '../../app/perform.ts';
import { nameOfEntity } from '../../data/world.ts';
import { text } from '../../text/text.ts';
import { metricText } from '../../ui/numbers.ts';
import { titleOf } from './advice-words.ts';
import type { CoolingUnit } from './plant-of.ts';

/** A knob of the unit: whoever may switch it may turn it, and it can be undone. */
export async function setUnit({ id, name }: CoolingUnit, setpoint: number): Promise<void> {
  const done = text().cooling.setpoint.done(name, metricText('setpoint', setpoint));
  await perform({ type: 'inventory.change', id, spec: { setpoint } }, done);
}

export async function setMode(site: EntityId | null, mode: AdvisorMode): Promise<void> {
  if (site === null) return;
  await perform({ type: 'advisor.switch', site, mode }, text().cooling.advisor.switched[mode]);
}

export async function applyAdvice(advice: Advice): Promise<void> {
  const words = text().cooling.advisor;
  const title = titleOf(words, advice, nameOfEntity(advice.target));
  await perform({ type: 'advisor.apply', id: advice.id }, words.applied(title));
}

export async function dismissAdvice({ id }: Advice): Promise<void> {
  await perform({ type: 'advisor.dismiss', id }, text().cooling.advisor.dismissed);
}

export async function undoAdvice({ id }: Advice): Promise<void> {
  const words = text().cooling.advisor;
  await perform({ type: 'advisor.undo', id, reason: words.undoReason }, words.undone);
}
