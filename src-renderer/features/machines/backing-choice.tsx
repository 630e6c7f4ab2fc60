/** Whether a new machine is simulated, or a container of an image of this computer. */
import type { ReactNode } from 'react';
import { useQuery } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import { Choice } from './choice.tsx';

type ChoiceProps = { readonly image: string; readonly onChange: (image: string) => void };

/** Where there is no engine nothing is asked: every machine is simulated then. */
export function BackingChoice({ image, onChange }: ChoiceProps): ReactNode {
  const words = useText().backing;
  const { data } = useQuery('engine', {});
  const images = data?.images ?? [];
  if (images.length === 0) return null;
  return (
    <Choice<string>
      label={words.inWizard}
      value={image}
      open={words.simulated}
      options={images.map(({ name }) => ({ value: name, title: `${words.container}: ${name}` }))}
      hint={words.inWizardHint}
      onChange={onChange}
    />
  );
}
