import { Copy } from 'lucide-react';
import type { ReactNode } from 'react';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import type { DeviceAddress, Settings } from '../../../sim/contract/settings.ts';
import type { QueryState } from '../../data/client.ts';
import { text, useText } from '../../text/text.ts';
import { IconButton } from '../../ui/button.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { Switch } from '../../ui/switch.tsx';
import { type FaceName, faceNames, faceTitles, protocolTitles } from './protocols.ts';
import { Section } from './section.tsx';

export type ThingProtocolsProps = {
  /** Null for what only the broker speaks of. */
  readonly addresses: QueryState<QueryAnswer<'addresses'>> | null;
  /** Null while they are on their way. */
  readonly faces: Settings['faces'] | null;
  /** Null where the broker is down. */
  readonly mqtt: DeviceAddress | null;
  readonly onFace: (face: FaceName, state: 'on' | 'off') => void;
  readonly onCopy: (text: string) => void;
};

const Address = ({
  item,
  onCopy,
}: {
  readonly item: DeviceAddress;
  readonly onCopy: ThingProtocolsProps['onCopy'];
}): ReactNode => (
  <li className="px-3 py-0.5 text-12">
    <div className="flex min-h-6 items-center gap-2">
      <span className="w-20 shrink-0 text-text-2">{protocolTitles[item.protocol]}</span>
      <span className="min-w-0 flex-1 truncate font-mono" title={item.address}>
        {item.address}
      </span>
      <IconButton
        icon={Copy}
        label={useText().inspector.protocols.copy(protocolTitles[item.protocol])}
        className="size-6!"
        onClick={() => onCopy(item.command)}
      />
    </div>
    <code className="block font-mono text-11 break-all text-text-3 select-all">{item.command}</code>
  </li>
);

function Faces({ faces, onFace }: Pick<ThingProtocolsProps, 'faces' | 'onFace'>): ReactNode {
  if (faces === null) return null;
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-1 px-3 pt-1">
      {faceNames.map((name) => (
        <Switch
          key={name}
          label={faceTitles[name]}
          isOn={faces[name].state === 'on'}
          onChange={(isOn) => onFace(name, isOn ? 'on' : 'off')}
        />
      ))}
    </div>
  );
}

function sentenceOf({ addresses, faces }: ThingProtocolsProps): string | null {
  if (addresses?.data === null || addresses === null || faces === null) return null;
  if (addresses.data.items.length > 0) return null;
  const isAnyOn = faceNames.some((name) => faces[name].state === 'on');
  const words = text().inspector.protocols;
  return isAnyOn ? words.noneSpeaks : words.allOff;
}

/** Where real tools read it, with a command to copy for each. */
export function ThingProtocols(props: ThingProtocolsProps): ReactNode {
  const words = useText().inspector.protocols;
  const { addresses, mqtt, onCopy } = props;
  const sentence = sentenceOf(props);
  return (
    <Section title={words.title}>
      <ul>
        {addresses?.data?.items.map((item) => (
          <Address key={`${item.protocol} ${item.address}`} item={item} onCopy={onCopy} />
        ))}
        {mqtt !== null && <Address item={mqtt} onCopy={onCopy} />}
      </ul>
      {mqtt === null && <p className="px-3 text-12 text-text-3">{words.brokerDown}</p>}
      {addresses !== null && addresses.phase === 'error' && (
        <p className="px-3">
          <StatusMark kind="major" word={addresses.refusal?.message ?? words.notRead} showWord />
        </p>
      )}
      {sentence !== null && <p className="px-3 pt-1 text-12 text-text-3">{sentence}</p>}
      {addresses !== null && <Faces {...props} />}
    </Section>
  );
}
