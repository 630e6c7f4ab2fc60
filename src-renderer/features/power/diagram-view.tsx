/** The diagram tab from its props alone: tools, the diagram or its table, the preview, what is selected. */
import { ChevronsDownUp, Printer, Table2, Workflow } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { useText } from '../../text/text.ts';
import { IconButton } from '../../ui/button.tsx';
import { ContextMenu } from '../../ui/menu.tsx';
import type { MenuItem } from '../../ui/menu.tsx';
import { ChainTable } from './chain-table.tsx';
import { OneLineCanvas } from './one-line-canvas.tsx';
import type { OneLineCanvasProps } from './one-line-canvas.tsx';
import { SelectedBar } from './selected-bar.tsx';
import type { SelectedBarProps } from './selected-bar.tsx';
import { PreviewBanner, PreviewPanel } from './what-if-panel.tsx';
import type { PreviewProps } from './what-if-panel.tsx';

export type DiagramViewProps = Omit<OneLineCanvasProps, 'onMenuFor'> & {
  readonly isTable: boolean;
  readonly onTable: (isTable: boolean) => void;
  readonly onFold: () => void;
  readonly preview: PreviewProps | null;
  readonly selectedBar: SelectedBarProps | null;
  readonly menuOf: (id: EntityId) => readonly MenuItem[];
};

/** Where the tabs have room for tools. */
export function DiagramTools({
  isTable,
  onTable,
  onFold,
}: Pick<DiagramViewProps, 'isTable' | 'onTable' | 'onFold'>): ReactNode {
  const words = useText().power.diagram;
  return (
    <>
      <IconButton icon={ChevronsDownUp} label={words.foldAll} onClick={onFold} />
      <IconButton icon={Printer} label={words.print} onClick={() => window.print()} />
      <IconButton
        icon={isTable ? Workflow : Table2}
        label={isTable ? words.asDiagram : words.asTable}
        aria-pressed={isTable}
        onClick={() => onTable(!isTable)}
      />
    </>
  );
}

export function DiagramView(props: DiagramViewProps): ReactNode {
  const { isTable, onTable: _, onFold: __, preview, selectedBar, menuOf, ...canvas } = props;
  const [menuFor, setMenuFor] = useState<EntityId | null>(null);
  const scene = { ...canvas, cursor: null, onMenuFor: setMenuFor };
  return (
    <div className={`power-print flex min-h-0 flex-1 flex-col ${preview === null ? '' : 'previewing'}`}>
      {preview !== null && <PreviewBanner {...preview} />}
      <div className="flex min-h-0 flex-1">
        <ContextMenu sections={[{ items: menuFor === null ? [] : menuOf(menuFor) }]}>
          <div className="relative flex min-h-48 min-w-0 flex-1">
            {isTable ? (
              <ChainTable scene={scene} siteName={canvas.siteName} />
            ) : (
              <OneLineCanvas {...canvas} onMenuFor={setMenuFor} />
            )}
          </div>
        </ContextMenu>
        {preview !== null && <PreviewPanel {...preview} />}
      </div>
      {selectedBar !== null && <SelectedBar {...selectedBar} />}
    </div>
  );
}
