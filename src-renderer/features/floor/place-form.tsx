/** Adding racks: what is proposed is drawn at once, and made in one edit. */
import { useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { TextInput } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { createAll } from './floor-deeds.ts';
import { choose, closeForm, useFloorEdit } from './floor-edit.ts';
import { proposalGhosts } from './edit-scene.ts';
import { metresIn } from './metres-in.ts';
import { proposed, rackItems } from './new-things.ts';
import { type PlaceWhere, proposal } from './place-proposal.ts';
import { problemText } from './problem-text.ts';
import { FeedWords } from './feed-words.tsx';
import { feedPlans } from './rack-feeds.ts';
import type { Inventory } from './rack-sensors.ts';
import { type RackTemplate, rackTemplates } from './rack-templates.table.ts';
import type { RoomFloor } from './room-floor.ts';

const templates = Object.keys(rackTemplates) as readonly RackTemplate[];
const mostRacks = 200;
const widestPitch = 5;

type PlaceFormProps = { readonly floor: RoomFloor; readonly inventory: Inventory };

type Typed = {
  readonly template: RackTemplate;
  readonly count: string;
  readonly pitch: string;
  readonly where: PlaceWhere;
};

/** What is typed as an order, or which field is wrong. */
function ordered({ template, count, pitch }: Typed) {
  const kind = rackTemplates[template];
  const racks = Number(count);
  const metres = metresIn(pitch);
  if (!Number.isInteger(racks) || racks < 1 || racks > mostRacks) return { wrong: 'count' } as const;
  if (metres === null || metres < kind.width - 0.001 || metres > widestPitch)
    return { wrong: 'pitch' } as const;
  return { wrong: null, order: { ...kind, count: racks, pitch: metres } } as const;
}

function useProposal({ floor, inventory }: PlaceFormProps, typed: Typed) {
  const point = useFloorEdit((state) => state.point);
  const made = useMemo(() => {
    const asked = ordered(typed);
    if (asked.wrong !== null) return { asked, racks: [], spots: [] };
    const racks = proposal({ floor, inventory, point }, typed.where, asked.order);
    return { asked, racks, spots: proposed(floor, racks, rackTemplates[typed.template]) };
  }, [floor, inventory, point, typed]);
  useEffect(() => {
    useFloorEdit.setState({ proposal: proposalGhosts(made.spots) });
    return () => useFloorEdit.setState({ proposal: [] });
  }, [made]);
  return made;
}

type Fields = { readonly typed: Typed; readonly onTyped: (typed: Partial<Typed>) => void };

function WhereSelect({ floor, typed, onTyped }: Fields & Pick<PlaceFormProps, 'floor'>): ReactNode {
  const words = useText().floor.place;
  const options = [
    { value: 'auto', title: words.auto },
    ...floor.rows.map(({ id, name }) => ({ value: id as string, title: words.onRow(name) })),
    { value: 'point', title: words.atPoint },
  ];
  return (
    <Select
      label={words.where}
      value={typed.where}
      options={options}
      onChange={(where) => onTyped({ where: where as PlaceWhere })}
    />
  );
}

function Numbers({ typed, onTyped }: Fields): ReactNode {
  const words = useText().floor.place;
  return (
    <>
      <label className="flex items-center gap-1.5">
        {words.count}
        <TextInput
          inputMode="numeric"
          className="h-7! w-14!"
          value={typed.count}
          onChange={(event) => onTyped({ count: event.target.value })}
        />
      </label>
      <label className="flex items-center gap-1.5">
        {words.pitch}
        <TextInput
          inputMode="decimal"
          className="h-7! w-16!"
          value={typed.pitch}
          onChange={(event) => onTyped({ pitch: event.target.value })}
        />
      </label>
    </>
  );
}

/** What is wrong, or what was found. */
function Outcome({
  made,
  typed,
  floor,
}: {
  readonly made: ReturnType<typeof useProposal>;
  readonly typed: Typed;
  readonly floor: RoomFloor;
}): ReactNode {
  const words = useText().floor.place;
  const { asked, spots } = made;
  const bad = spots.find(({ problem }) => problem !== null);
  if (asked.wrong !== null)
    return (
      <StatusMark kind="minor" showWord word={asked.wrong === 'count' ? words.badCount : words.badPitch} />
    );
  if (bad !== undefined && bad.problem !== null)
    return <StatusMark kind="critical" showWord word={problemText(bad.name, bad.problem)} />;
  if (spots.length > 0) return <span>{words.found(spots.length, asked.order.count)}</span>;
  if (typed.where === 'point') return <span className="text-text-2">{words.atPoint}</span>;
  const isRow = floor.rows.some(({ id }) => id === typed.where);
  return <StatusMark kind="minor" showWord word={isRow ? words.emptyRow : words.none} />;
}

export function PlaceForm({ floor, inventory }: PlaceFormProps): ReactNode {
  const words = useText().floor;
  const [hasPdus, setPdus] = useState(true);
  const [typed, setTyped] = useState<Typed>({
    template: 'compute',
    count: '10',
    pitch: '0.6',
    where: 'auto',
  });
  const onTyped = (next: Partial<Typed>): void => setTyped((last) => ({ ...last, ...next }));
  const made = useProposal({ floor, inventory }, typed);
  const { racks, spots } = made;
  const isFit = spots.length > 0 && spots.every(({ problem }) => problem === null);
  const feeds = useMemo(
    () => (hasPdus ? feedPlans(inventory, { room: floor.plan.room.id, count: racks.length }) : null),
    [hasPdus, inventory, floor, racks],
  );
  const accept = async (): Promise<void> => {
    const kind = rackTemplates[typed.template];
    const items = rackItems(inventory, floor.plan.room.id, { racks, kind, feeds });
    const ids = await createAll(items, words.place.done(racks.length), 'rack');
    if (ids !== null) choose(ids);
  };
  return (
    <section
      aria-label={words.place.title}
      className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b bg-bg px-3 py-1.5 text-12 text-text-2"
    >
      <h2 className="text-13 font-semibold text-text">{words.place.title}</h2>
      <Select<RackTemplate>
        label={words.place.template}
        value={typed.template}
        options={templates.map((value) => ({ value, title: words.place.templates[value] }))}
        onChange={(template) => onTyped({ template, pitch: String(rackTemplates[template].width) })}
      />
      <Numbers typed={typed} onTyped={onTyped} />
      <WhereSelect floor={floor} typed={typed} onTyped={onTyped} />
      <label className="flex min-h-6 items-center gap-1.5">
        <input
          type="checkbox"
          className="size-4 accent-accent"
          checked={hasPdus}
          onChange={(event) => setPdus(event.target.checked)}
        />
        {words.feeds.with}
      </label>
      <span role="status" className="flex flex-wrap gap-x-3">
        <Outcome made={made} typed={typed} floor={floor} />
        {feeds !== null && racks.length > 0 && <FeedWords feeds={feeds} count={racks.length} />}
      </span>
      <span className="ml-auto flex gap-2">
        <Button onClick={closeForm}>{words.place.cancel}</Button>
        <Button look="primary" refusedBecause={isFit ? null : words.place.none} onClick={() => void accept()}>
          {words.place.accept(racks.length)}
        </Button>
      </span>
    </section>
  );
}
