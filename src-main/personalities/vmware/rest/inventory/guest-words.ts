/** `rhel8_64Guest` of SOAP is `RHEL_8_64` of REST. */
import type { VimSchema } from '../../schema/vim-schema.ts';

export const restGuest = (id: string): string =>
  id
    .replace(/Guest$/, '')
    .replaceAll(/([a-z])([A-Z0-9])/g, '$1_$2')
    .replaceAll(/(\d)([A-Z])/g, '$1_$2')
    .toUpperCase() || 'OTHER';

export const soapGuest = (schema: VimSchema, word: string): string | undefined =>
  schema.enumValues('VirtualMachineGuestOsIdentifier')?.find((id) => restGuest(id) === word);
