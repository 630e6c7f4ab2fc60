/** What is done with the drawing as a whole: arrangements and pictures. */
import { Ellipsis, FileImage, RotateCcw, Save, Shapes, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { IconButton } from '../../ui/button.tsx';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { NameDialog } from '../../ui/name-dialog.tsx';

export type TopologyMenuProps = {
  readonly isEmpty: boolean;
  readonly isMoved: boolean;
  readonly saved: readonly string[];
  readonly onSave: (name: string) => void;
  readonly onShow: (name: string) => void;
  readonly onDrop: (name: string) => void;
  readonly onAutomatic: () => void;
  readonly onSvg: () => void;
  readonly onPng: () => void;
};

function useItems(props: TopologyMenuProps, onName: () => void): readonly (readonly MenuItem[])[] {
  const { arrangement, export: picture } = useText().topology;
  const unmoved = (): string | null => (props.isMoved ? null : arrangement.nothingMoved);
  const nothing = (): string | null => (props.isEmpty ? picture.empty : null);
  return [
    [
      { id: 'save', title: arrangement.save, icon: Save, disabled: unmoved, run: onName },
      {
        id: 'auto',
        title: arrangement.automatic,
        icon: RotateCcw,
        disabled: unmoved,
        run: props.onAutomatic,
      },
      ...props.saved.flatMap((name): MenuItem[] => [
        { id: `show ${name}`, title: arrangement.show(name), icon: Shapes, run: () => props.onShow(name) },
        { id: `drop ${name}`, title: arrangement.drop(name), icon: Trash2, run: () => props.onDrop(name) },
      ]),
    ],
    [
      { id: 'svg', title: picture.svg, icon: FileImage, disabled: nothing, run: props.onSvg },
      { id: 'png', title: picture.png, icon: FileImage, disabled: nothing, run: props.onPng },
    ],
  ];
}

export function TopologyMenu(props: TopologyMenuProps): ReactNode {
  const words = useText().topology;
  const [isNaming, setNaming] = useState(false);
  const [arrangements = [], pictures = []] = useItems(props, () => setNaming(true));
  return (
    <>
      <Menu
        align="end"
        sections={[
          { title: words.arrangement.title, items: arrangements },
          { title: words.export.title, items: pictures },
        ]}
      >
        <IconButton icon={Ellipsis} label={words.more} />
      </Menu>
      {isNaming && (
        <NameDialog
          words={words.arrangement}
          onClose={() => setNaming(false)}
          onSave={(name) => {
            setNaming(false);
            props.onSave(name);
          }}
        />
      )}
    </>
  );
}
