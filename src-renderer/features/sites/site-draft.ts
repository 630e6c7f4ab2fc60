/** A site as it is typed, what is wrong with it, and the command that makes it so. Pure. */
import type { CommandInput } from '../../../sim/contract/commands.ts';
import type { EntityOf, Metric } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Catalogue } from '../../text/catalogue.ts';

type Spec = EntityOf<'site'>['spec'];

export type SiteDraft = {
  readonly name: string;
  readonly location: string;
  readonly latitude: string;
  readonly longitude: string;
  readonly timezone: string;
  readonly climate: Spec['climate'];
  readonly price: string;
  readonly currency: string;
  readonly pueCategory: Spec['pueCategory'];
  /** Percent. */
  readonly heatReuse: string;
};

export const freshDraft: SiteDraft = {
  name: '',
  location: '',
  latitude: '',
  longitude: '',
  timezone: 'UTC',
  climate: 'temperate',
  price: '0.2',
  currency: 'EUR',
  pueCategory: '3',
  heatReuse: '0',
};

const typed = (value: number | undefined): string => (value === undefined ? '' : String(value));

export const draftOf = ({ name, spec }: EntityOf<'site'>): SiteDraft => ({
  name,
  location: spec.location ?? '',
  latitude: typed(spec.latitude),
  longitude: typed(spec.longitude),
  timezone: spec.timezone,
  climate: spec.climate,
  price: typed(spec.energyPrice),
  currency: spec.currency,
  pueCategory: spec.pueCategory,
  heatReuse: String(Math.round(spec.heatReuse * 1000) / 10),
});

/** A comma is a decimal mark too; null where it is no number. */
export function numberIn(text: string): number | null {
  const trimmed = text.trim().replace(',', '.').replace('−', '-');
  const value = Number(trimmed);
  return trimmed === '' || !Number.isFinite(value) ? null : value;
}

type Errors = Catalogue['sites']['form']['errors'];
type Field = keyof SiteDraft;
export type Faults = Partial<Record<Field, string>>;

const isBetween = (value: number | null, low: number, high: number): boolean =>
  value !== null && value >= low && value <= high;

function degrees(words: Errors, draft: SiteDraft, field: 'latitude' | 'longitude'): string | null {
  const [own, other] = [draft[field].trim(), draft[field === 'latitude' ? 'longitude' : 'latitude'].trim()];
  if (own === '') return other === '' ? null : words.pair;
  const value = numberIn(own);
  if (value === null) return words.number;
  const most = field === 'latitude' ? 90 : 180;
  return isBetween(value, -most, most) ? null : words[field];
}

export function faultsIn(words: Errors, draft: SiteDraft): Faults {
  const found: Record<string, string | null> = {
    name: draft.name.trim() === '' ? words.name : null,
    latitude: degrees(words, draft, 'latitude'),
    longitude: degrees(words, draft, 'longitude'),
    timezone: draft.timezone.trim() === '' ? words.timezone : null,
    price: isBetween(numberIn(draft.price), 0, 1000) ? null : words.price,
    currency: /^[A-Z]{3}$/.test(draft.currency.trim()) ? null : words.currency,
    heatReuse: isBetween(numberIn(draft.heatReuse), 0, 100) ? null : words.share,
  };
  return Object.fromEntries(Object.entries(found).filter(([, fault]) => fault !== null)) as Faults;
}

/** Optional fields that were emptied are taken away with null. */
function specOf(draft: SiteDraft): Record<string, unknown> {
  return {
    location: draft.location.trim() === '' ? null : draft.location.trim(),
    latitude: numberIn(draft.latitude),
    longitude: numberIn(draft.longitude),
    timezone: draft.timezone.trim(),
    climate: draft.climate,
    energyPrice: numberIn(draft.price) ?? 0,
    currency: draft.currency.trim(),
    pueCategory: draft.pueCategory,
    heatReuse: (numberIn(draft.heatReuse) ?? 0) / 100,
  };
}

/** Null where nothing is changed. */
export function changeOf(site: EntityOf<'site'>, draft: SiteDraft): CommandInput | null {
  const before: Record<string, unknown> = { ...site.spec };
  const spec = Object.fromEntries(
    Object.entries(specOf(draft)).filter(([key, value]) => value !== (before[key] ?? null)),
  );
  const name = draft.name.trim();
  const isRenamed = name !== site.name;
  if (!isRenamed && Object.keys(spec).length === 0) return null;
  return {
    type: 'inventory.change-many',
    changes: [{ id: site.id, ...(isRenamed ? { name } : {}), spec }],
  };
}

/** What a site is measured by from the start, as sites of templates are. */
const meters = [
  'total-power',
  'power',
  'energy',
  'pue',
  'cooling-power',
  'outdoor-temperature',
  'wet-bulb',
] as const satisfies readonly Metric[];

/** The site and its meters, all or nothing. `sites` are those there are: its number is the next. */
export function creationOf(draft: SiteDraft, sites: readonly EntityOf<'site'>[]): CommandInput {
  const numbers = sites.map(({ id }) => Number(/\d+$/.exec(id)?.[0] ?? 0));
  const id = `site-${Math.max(0, ...numbers) + 1}` as EntityId;
  const spec = Object.fromEntries(Object.entries(specOf(draft)).filter(([, value]) => value !== null));
  return {
    type: 'inventory.create-many',
    items: [
      { kind: 'site', id, name: draft.name.trim(), spec: { ...spec, timezone: draft.timezone.trim() } },
      ...meters.map((metric) => ({
        kind: 'sensor' as const,
        name: metric,
        parent: id,
        spec: { metric, place: 'middle', source: 'bot' as const },
      })),
    ],
  };
}
