import { Boxes, Columns3, Download, Filter as FilterIcon, Pencil, QrCode, Upload } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { TextInput } from '../../ui/field.tsx';
import { countText } from '../../ui/numbers.ts';
import { countOf, nothingPicked } from './asset-pick.ts';
import type { Pick } from './asset-pick.ts';
import { openAssetTask } from './asset-task.ts';
import { ViewsMenu } from './views-menu.tsx';

type AssetBarProps = {
  readonly text: string;
  readonly search: string;
  readonly onText: (text: string) => void;
  readonly onView: (search: string) => void;
};

const typing = 'input, textarea, select, [contenteditable], [role="dialog"], [role="menu"]';

export function AssetBar({ text, search, onText, onView }: AssetBarProps): ReactNode {
  const words = useText().assets;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isTyping = event.target instanceof Element && event.target.closest(typing) !== null;
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      field.current?.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <div className="flex flex-wrap items-center gap-2 border-b px-3 py-1.5">
      <div className="w-72 max-w-full">
        <TextInput
          type="search"
          aria-label={words.search}
          placeholder={words.searchHint}
          ref={field}
          className="h-7!"
          maxLength={200}
          value={text}
          onChange={(event) => onText(event.target.value)}
        />
      </div>
      <Button icon={FilterIcon} onClick={() => openAssetTask('filter')}>
        {words.filters}
      </Button>
      <ViewsMenu search={search} onView={onView} />
      <span className="ml-auto" />
      <Button look="ghost" icon={Columns3} onClick={() => openAssetTask('columns')}>
        {words.columnsTitle}
      </Button>
      <Button look="ghost" icon={Boxes} onClick={() => openAssetTask('types')}>
        {words.deviceTypes}
      </Button>
      <Button look="ghost" icon={Upload} onClick={() => openAssetTask('import')}>
        {words.importCsv}
      </Button>
      <Button look="ghost" icon={Download} onClick={() => openAssetTask('export')}>
        {words.exportCsv}
      </Button>
    </div>
  );
}

type PickBarProps = {
  readonly pick: Pick;
  readonly total: number;
  readonly onPick: (pick: Pick) => void;
};

/** Where something is ticked: how many, all of them, and what may be done. */
export function PickBar({ pick, total, onPick }: PickBarProps): ReactNode {
  const words = useText().assets;
  const count = countOf(pick, total);
  if (count === 0) return null;
  return (
    <div role="status" className="flex flex-wrap items-center gap-2 border-b bg-raised px-3 py-1 text-12">
      <span className="font-medium">{words.picked(countText(count))}</span>
      {count < total && (
        <Button look="ghost" onClick={() => onPick({ mode: 'all', without: new Set() })}>
          {words.pickAll(countText(total))}
        </Button>
      )}
      <Button look="ghost" onClick={() => onPick(nothingPicked)}>
        {words.pickNone}
      </Button>
      <span className="ml-auto" />
      <Button look="ghost" icon={QrCode} onClick={() => openAssetTask('labels')}>
        {words.printLabels}
      </Button>
      <Button look="primary" icon={Pencil} onClick={() => openAssetTask('bulk')}>
        {words.editThem}
      </Button>
    </div>
  );
}
