import { Copy, PanelRight, QrCode, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useSelection } from '../../app/selection.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { copyText } from '../inspector/thing-actions.ts';
import type { Device } from './device-chains.ts';
import { removeDevice } from './device-facts.ts';
import { devicePath } from './label-draft.ts';
import { LabelsDialog } from './labels-dialog.tsx';

export function DeviceButtons({ device }: { readonly device: Device }): ReactNode {
  const words = useText().assets.device;
  const [asked, setAsked] = useState<'labels' | 'remove' | null>(null);
  const close = (): void => setAsked(null);
  const meant = useMemo(
    () => ({ pick: { mode: 'some', ids: new Set([device.id as string]) } as const, filter: {} }),
    [device.id],
  );
  return (
    <>
      <Button icon={PanelRight} onClick={() => useSelection.getState().select(device.id)}>
        {words.inspect}
      </Button>
      <Button icon={QrCode} onClick={() => setAsked('labels')}>
        {words.label}
      </Button>
      <Button icon={Copy} onClick={() => void copyText(`${window.location.origin}${devicePath(device.id)}`)}>
        {words.copyLink}
      </Button>
      <Button look="danger" icon={Trash2} onClick={() => setAsked('remove')}>
        {words.remove}
      </Button>
      {asked === 'labels' && <LabelsDialog meant={meant} count={1} onClose={close} />}
      {asked === 'remove' && <RemoveDialog device={device} onClose={close} />}
    </>
  );
}

type RemoveProps = { readonly device: Device; readonly onClose: () => void };

function RemoveDialog({ device, onClose }: RemoveProps): ReactNode {
  const words = useText().assets.device;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={words.removeTitle(device.name)}
      footer={
        <>
          <Button onClick={onClose}>{words.keep}</Button>
          <Button look="danger" onClick={() => void removeDevice(device).finally(onClose)}>
            {words.remove}
          </Button>
        </>
      }
    >
      <p className="text-13">{words.removeAbout}</p>
    </Dialog>
  );
}
