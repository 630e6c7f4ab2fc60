/** A small lab with a real history under it, where a test says what each sensor read. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openHistory } from '../../../db/open-history.ts';
import { openLabStore } from '../../../db/open-lab-store.ts';
import type { Metric } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { reportParamsSchema } from '../../../sim/contract/reports.ts';
import type { Figure, Report, ReportSection, SectionOf } from '../../../sim/contract/reports.ts';
import { asTick } from '../../../sim/contract/units.ts';
import type { WallMillis } from '../../../sim/contract/units.ts';
import { did, smallLab } from '../../../sim/testing/small-lab.ts';
import type { World } from '../../../sim/index.ts';
import type { Session } from '../../host/session.ts';
import { buildReport } from './build-report.ts';

export const hour = 3_600_000;
export const wallNow = 1_795_000_000_000;

export type ReportLab = {
  readonly world: World;
  readonly session: Session;
  readonly epoch: number;
  /** The lab is so many hours old from now on. */
  readonly setAge: (hours: number) => void;
  readonly create: (item: object) => EntityId;
  readonly thing: (name: string) => EntityId;
  readonly sensor: (parent: EntityId, metric: Metric, place?: string) => EntityId;
  /** A reading every five minutes from one hour to another; a value, or what it is at an hour. */
  readonly says: (
    sensor: EntityId,
    hours: readonly [number, number],
    value: number | ((hour: number) => number),
  ) => void;
  readonly make: (params: object) => Promise<Report>;
};

export function reportLab(racks: number): ReportLab {
  const world = smallLab({ seed: '5', racks });
  const directory = mkdtempSync(join(tmpdir(), 'coldaisle-reports-'));
  const now = () => wallNow as WallMillis;
  const store = openLabStore(join(directory, 'world.db'), { whenMissing: 'create', now });
  const history = openHistory(join(directory, 'history.db'), { whenMissing: 'create' });
  if (!store.ok || !history.ok) throw new Error('the files open');
  onTestFinished(() => {
    history.value.close();
    store.value.close();
    rmSync(directory, { recursive: true, force: true });
  });
  const session: Session = {
    id: 'lab' as Session['id'],
    directory,
    store: store.value,
    history: history.value,
    world,
    branch: store.value.currentBranch().id,
    close: () => {},
  };
  const { epoch } = world.clock;
  const create = (item: object): EntityId =>
    did(world, { type: 'inventory.create', item: item as never }).ids[0] as EntityId;
  return {
    world,
    session,
    epoch,
    create,
    setAge: (hours) => {
      world.clock = { ...world.clock, tick: asTick(hours * 3600) };
    },
    thing: (name) => {
      const found = [...world.inventory.all()].find((one) => one.name === name);
      if (found === undefined) throw new Error(`there is no ${name}`);
      return found.id;
    },
    sensor: (parent, metric, place = 'middle') =>
      create({
        kind: 'sensor',
        name: `${metric}-${place}`,
        parent,
        spec: { metric, place, source: 'bot' },
      }),
    says: (sensor, [from, to], value) => {
      const readings = Array.from({ length: Math.round((to - from) * 12) }, (_, n) => ({
        sensor,
        at: epoch + from * hour + n * 300_000,
        value: typeof value === 'number' ? value : value(from + n / 12),
      }));
      history.value.append(session.branch, readings);
      history.value.flush();
    },
    make: async (params) => {
      const report = await buildReport(
        {
          session,
          recall: null,
          now: wallNow,
          version: '0',
          breathe: () => Promise.resolve(),
          heard: () => {},
          planned: () => {},
          steady: () => 0,
        },
        reportParamsSchema.parse(params),
      );
      if (!report.ok) throw new Error(report.refusal.message);
      return report.value;
    },
  };
}

export function figureOf({ headline }: Report, label: string): Figure {
  const found = headline.find((one) => one.label === label);
  if (found === undefined) throw new Error(`there is no figure ${label}`);
  return found;
}

export function sectionOf<Kind extends ReportSection['kind']>(
  { sections }: Report,
  kind: Kind,
  title: string,
): SectionOf<Kind> {
  const found = sections.find((one): one is SectionOf<Kind> => one.kind === kind && one.title === title);
  if (found === undefined) throw new Error(`there is no ${kind} ${title}`);
  return found;
}
