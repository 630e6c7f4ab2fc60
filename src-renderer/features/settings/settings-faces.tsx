import type { ReactNode } from 'react';
import { inFace } from '../states/samples.ts';
import type { FaceName } from '../states/samples.ts';
import {
  quietStatus,
  sampleEdits,
  sampleRefusals,
  sampleSettings,
  sampleStatus,
  usualSettings,
} from './settings-samples.ts';
import { SettingsView } from './settings-view.tsx';

const nothing = (): void => undefined;

export const SettingsFace = ({ face }: { readonly face: FaceName }): ReactNode => (
  <SettingsView
    settings={inFace(face, sampleSettings, usualSettings)}
    status={inFace(face, sampleStatus, quietStatus)}
    edits={face === 'full' ? sampleEdits : {}}
    refusals={face === 'full' ? sampleRefusals : {}}
    saved={null}
    permission={face === 'empty' ? 'default' : 'denied'}
    place={null}
    onEdit={nothing}
    onSave={nothing}
    onRevert={nothing}
    onAsk={nothing}
    onTest={nothing}
  />
);
