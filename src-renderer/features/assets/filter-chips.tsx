import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Catalogue } from '../../text/catalogue.ts';
import { useText } from '../../text/text.ts';
import { wordFields } from './asset-view.ts';
import type { Filter } from './asset-view.ts';

export type Chip = { readonly key: string; readonly title: string; readonly without: Filter };

const less = <Value,>(values: readonly Value[], value: Value): Value[] =>
  values.filter((one) => one !== value);

/** One chip for each thing that is asked for, and the filter without it. */
export function chipsOf(
  filter: Filter,
  words: Catalogue['assets'],
  nameOf: (id: string) => string,
): readonly Chip[] {
  const { categories, lifecycles, missing, within, warrantyDays } = filter;
  const chips: Chip[] = [
    ...categories.map((one) => ({
      key: `kind-${one}`,
      title: words.categories[one],
      without: { ...filter, categories: less(categories, one) },
    })),
    ...lifecycles.map((one) => ({
      key: `life-${one}`,
      title: words.lifecycles[one],
      without: { ...filter, lifecycles: less(lifecycles, one) },
    })),
    ...missing.map((one) => ({
      key: `missing-${one}`,
      title: words.without(words.columns[one]),
      without: { ...filter, missing: less(missing, one) },
    })),
    ...wordFields.flatMap((field) => {
      const word = filter.words[field];
      if (word === undefined) return [];
      const { [field]: _, ...rest } = filter.words;
      return [{ key: field, title: `${words.columns[field]}: ${word}`, without: { ...filter, words: rest } }];
    }),
  ];
  if (within !== null)
    chips.push({ key: 'in', title: words.within(nameOf(within)), without: { ...filter, within: null } });
  if (warrantyDays !== null) {
    const title = warrantyDays === 0 ? words.warrantyOver : words.warrantyEnds(warrantyDays);
    chips.push({ key: 'warranty', title, without: { ...filter, warrantyDays: null } });
  }
  return chips;
}

type ChipsProps = {
  readonly filter: Filter;
  readonly nameOf: (id: string) => string;
  readonly onFilter: (filter: Filter) => void;
};

export function FilterChips({ filter, nameOf, onFilter }: ChipsProps): ReactNode {
  const words = useText().assets;
  const chips = chipsOf(filter, words, nameOf);
  if (chips.length === 0) return null;
  return (
    <ul aria-label={words.filters} className="flex flex-wrap items-center gap-1 border-b px-3 py-1">
      {chips.map(({ key, title, without }) => (
        <li key={key}>
          <button
            type="button"
            aria-label={words.dropFilter(title)}
            onClick={() => onFilter(without)}
            className="inline-flex h-6 items-center gap-1 rounded-md border border-line bg-raised px-2 text-12 hover:bg-hover"
          >
            {title}
            <X aria-hidden size={12} className="text-text-3" />
          </button>
        </li>
      ))}
    </ul>
  );
}
