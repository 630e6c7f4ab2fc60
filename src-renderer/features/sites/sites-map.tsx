import { MapPin } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { numberText } from '../../ui/numbers.ts';
import { Panel } from '../../ui/panel.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { coastSteps } from './coast.table.ts';
import { mapEdges, onMap } from './site-rows.ts';
import type { Place, SiteRow } from './site-rows.ts';

type MapProps = {
  readonly rows: readonly SiteRow[];
  readonly scope: EntityId | null;
  readonly onLook: (site: EntityId) => void;
  readonly onPlace: (site: EntityId) => void;
};

const coast = coastSteps.join('');
const top = (90 - mapEdges.north) * 4;
const height = (mapEdges.north - mapEdges.south) * 4;
const meridians = [-150, -120, -90, -60, -30, 0, 30, 60, 90, 120, 150];
const parallels = [60, 30, 0, -30];
const graticule = [
  ...meridians.map((degree) => `M${(degree + 180) * 4} ${top}v${height}`),
  ...parallels.map((degree) => `M0 ${(90 - degree) * 4}h1440`),
].join('');

/** Drawn once: nothing on it ever changes. */
const World = (): ReactNode => (
  <svg aria-hidden viewBox={`0 ${top} 1440 ${height}`} className="block h-auto w-full">
    <path d={graticule} fill="none" stroke="var(--line)" strokeWidth="1" />
    <path d={coast} fill="var(--hover)" stroke="var(--line-strong)" strokeWidth="1" strokeLinejoin="round" />
  </svg>
);

type Placed = SiteRow & { readonly place: Place };
const isPlaced = (row: SiteRow): row is Placed => row.place !== null;

function SitePin({
  row,
  isChosen,
  onLook,
}: {
  readonly row: Placed;
  readonly isChosen: boolean;
  readonly onLook: (site: EntityId) => void;
}): ReactNode {
  const { sites, overview } = useText();
  const { x, y } = onMap(row.place);
  const word = overview.health.words[row.kind];
  const score = numberText(row.score, 0);
  // At the map's right edge the name stands to the left of its mark.
  const isEast = x > 1200;
  return (
    <li
      className="absolute"
      style={{
        left: `${(x / 1440) * 100}%`,
        top: `${((y - top) / height) * 100}%`,
        transform: `translate(${isEast ? 'calc(-100% + 12px)' : '-12px'}, -50%)`,
      }}
    >
      <button
        type="button"
        aria-pressed={isChosen}
        title={sites.map.place(row.name, word, score)}
        onClick={() => onLook(row.id)}
        className={`flex h-6 items-center gap-1 rounded-md border bg-surface px-1 text-12 font-medium hover:bg-hover ${isEast ? 'flex-row-reverse' : ''} ${isChosen ? 'border-accent' : 'border-line-strong'}`}
      >
        <StatusMark kind={row.kind} word={word} />
        {row.name}
        <span className="text-text-2">{score}</span>
      </button>
    </li>
  );
}

function Unplaced({ rows, onPlace }: Pick<MapProps, 'rows' | 'onPlace'>): ReactNode {
  const words = useText().sites.map;
  if (rows.length === 0) return <p className="px-3 py-2 text-12 text-text-3">{words.allPlaced}</p>;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2 text-12">
      <h3 className="font-medium text-text-2">{words.unplaced}</h3>
      <ul className="contents">
        {rows.map(({ id, name }) => (
          <li key={id} className="flex items-center gap-2">
            {name}
            <Button icon={MapPin} aria-label={words.setPlaceOf(name)} onClick={() => onPlace(id)}>
              {words.setPlace}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function SitesMap({ rows, scope, onLook, onPlace }: MapProps): ReactNode {
  const words = useText().sites.map;
  const placed = rows.filter(isPlaced);
  return (
    <Panel title={words.title} note={words.note} className="shrink-0">
      <div className="relative mx-auto w-full max-w-[1500px] overflow-hidden">
        <World />
        <ul aria-label={words.label(placed.length)}>
          {placed.map((row) => (
            <SitePin key={row.id} row={row} isChosen={row.id === scope} onLook={onLook} />
          ))}
        </ul>
      </div>
      <div className="flex flex-wrap items-center border-t">
        <Unplaced rows={rows.filter((row) => !isPlaced(row))} onPlace={onPlace} />
        <span className="ml-auto px-3 text-11 text-text-3">{words.source}</span>
      </div>
    </Panel>
  );
}
