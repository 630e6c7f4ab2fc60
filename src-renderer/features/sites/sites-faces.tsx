import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { inFace } from '../states/samples.ts';
import type { FaceName } from '../states/samples.ts';
import { sampleCards, sampleSites } from './sites-samples.ts';
import { SitesView } from './sites-view.tsx';

const nothing = (): void => undefined;

export const SitesFace = ({ face }: { readonly face: FaceName }): ReactNode => (
  <SitesView
    cards={inFace(face, { items: [...sampleCards] }, { items: [] })}
    sites={sampleSites}
    scope={'site-1' as EntityId}
    onAdd={nothing}
    onLook={nothing}
    onEdit={nothing}
    onRemove={nothing}
  />
);
