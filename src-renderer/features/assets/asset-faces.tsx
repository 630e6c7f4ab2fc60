import type { ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { inFace, sampleName } from '../states/samples.ts';
import type { FaceName } from '../states/samples.ts';
import { noRows, sampleRows, sampleToday } from './asset-samples.ts';
import { noFilter, usualView } from './asset-view.ts';
import { AssetsView } from './assets-view.tsx';

const nothing = (): void => undefined;
const filtered = { ...usualView, filter: { ...noFilter, categories: ['server', 'switch'] as const } };
const picked = { mode: 'some', ids: new Set(['device-2', 'device-3']) } as const;

export function AssetsFace({ face }: { readonly face: FaceName }): ReactNode {
  const words = useText().assets;
  const isEmpty = face === 'empty';
  return (
    <AssetsView
      state={inFace(face, sampleRows, noRows)}
      view={isEmpty ? usualView : filtered}
      pick={isEmpty ? { mode: 'some', ids: new Set() } : picked}
      today={sampleToday}
      text=""
      search=""
      chosen={null}
      nameOf={sampleName}
      onPick={nothing}
      onSort={nothing}
      onColumns={nothing}
      onOpen={nothing}
      onPage={nothing}
      onSight={nothing}
      onText={nothing}
      onFilter={nothing}
      onView={nothing}
      first={<Button look="primary">{words.addFirst}</Button>}
    />
  );
}
