/** What the screen does: copy, save, switch, end and clear. */
import { perform } from '../../app/perform.ts';
import { text } from '../../text/text.ts';
import { showDone, showRefusal } from '../../ui/toasts.ts';

export async function copyWords(words: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(words);
    showDone(text().vsphere.copied(what));
  } catch {
    showRefusal({ code: 'not-allowed', message: text().vsphere.notCopied, hint: text().vsphere.markIt });
  }
}

/** For a client that checks certificates. */
export function saveAuthority(pem: string): void {
  const address = URL.createObjectURL(new Blob([pem], { type: 'application/x-pem-file' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'coldaisle-lab-ca.pem';
  link.click();
  URL.revokeObjectURL(address);
}

export const switchVsphere = async (state: 'on' | 'off'): Promise<void> => {
  await perform(
    { type: 'desk.configure', patch: { faces: { vmware: { state } } } },
    text().vsphere.turned[state],
  );
};

export const switchHostsOn = async (): Promise<void> => {
  await perform(
    { type: 'desk.configure', patch: { faces: { vmware: { hosts: 'on' } } } },
    text().vsphere.hostsTurnedOn,
  );
};

export const endSession = async (session: string, user: string): Promise<void> => {
  await perform({ type: 'desk.vsphere', order: { do: 'end-session', session } }, text().vsphere.ended(user));
};

export const clearCalls = async (): Promise<void> => {
  await perform({ type: 'desk.vsphere', order: { do: 'clear-calls' } }, text().vsphere.cleared);
};

export const letRun = (): void => void perform({ type: 'clock.resume' });
