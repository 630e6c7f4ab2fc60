import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { DeviceType } from '../../../sim/contract/device-types.ts';
import { useQuery } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import { Face } from '../../ui/face.tsx';
import { TextInput } from '../../ui/field.tsx';
import { countText, numberText, withUnit } from '../../ui/numbers.ts';
import { Select } from '../../ui/select.tsx';

export type DeviceTypePickerProps = {
  readonly chosen: string | null;
  readonly onChoose: (type: DeviceType) => void;
  /** Grows when the library was changed: then it is asked again. */
  readonly turn?: number;
};

const typingMillis = 200;

/** What is typed, a moment after the last key. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), typingMillis);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** The machine's device types, found by words and maker; a click or Enter chooses one. */
export function DeviceTypePicker({ turn = 0, ...props }: DeviceTypePickerProps): ReactNode {
  return <Picker key={turn} {...props} />;
}

function Picker({ chosen, onChoose }: Omit<DeviceTypePickerProps, 'turn'>): ReactNode {
  const words = useText().assets.types;
  const [text, setText] = useState('');
  const [maker, setMaker] = useState('all');
  const settled = useSettled(text.trim());
  const state = useQuery('device-types', {
    limit: 50,
    ...(settled === '' ? {} : { text: settled }),
    ...(maker === 'all' ? {} : { manufacturer: maker }),
  });
  const makers = state.data?.manufacturers ?? [];
  return (
    <div className="flex min-h-0 flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        <div className="min-w-48 flex-1">
          <TextInput
            type="search"
            aria-label={words.search}
            placeholder={words.search}
            className="h-7!"
            maxLength={120}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
        <Select
          label={words.maker}
          value={maker}
          options={[
            { value: 'all', title: words.allMakers },
            ...makers.map(({ word, types }) => ({ value: word, title: `${word} (${countText(types)})` })),
          ]}
          onChange={setMaker}
        />
      </div>
      <Face state={state} what={words.what}>
        {({ items, total }) => (
          <>
            <TypeList items={items} chosen={chosen} onChoose={onChoose} />
            <p role="status" className="text-11 text-text-3">
              {total > items.length
                ? words.moreThan(countText(items.length), countText(total))
                : words.found(countText(total))}
            </p>
          </>
        )}
      </Face>
    </div>
  );
}

type TypeListProps = {
  readonly items: readonly DeviceType[];
  readonly chosen: string | null;
  readonly onChoose: (type: DeviceType) => void;
};

function TypeList({ items, chosen, onChoose }: TypeListProps): ReactNode {
  const words = useText().assets.types;
  return (
    <ul aria-label={words.what} className="max-h-64 overflow-y-auto rounded-md border">
      {items.map((type) => (
        <li key={`${type.origin}-${type.slug}`}>
          <button
            type="button"
            aria-pressed={type.slug === chosen}
            onClick={() => onChoose(type)}
            className="flex min-h-8 w-full items-baseline gap-2 border-b px-2 py-1 text-left text-12 -outline-offset-2 hover:bg-hover aria-pressed:bg-hover"
          >
            <span className="min-w-0 flex-1 truncate">
              <span className="font-medium">{type.model}</span>{' '}
              <span className="text-text-2">{type.manufacturer}</span>
            </span>
            <span className="whitespace-nowrap text-text-2 tabular-nums">{sizesOf(type)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

const decimalsOf = (value: number): number => (Number.isInteger(value) ? 0 : 1);

/** What one chooses by: height, draw, weight. */
function sizesOf({ height, rated, weight }: DeviceType): string {
  return [
    withUnit(numberText(height, decimalsOf(height)), 'U'),
    ...(rated === null ? [] : [withUnit(numberText(rated, 0), 'W')]),
    ...(weight === null ? [] : [withUnit(numberText(weight, 1), 'kg')]),
  ].join(' · ');
}
