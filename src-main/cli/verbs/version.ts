import { done } from '../outcome.ts';
import { leaf } from '../verb.ts';

export const versionVerb = leaf({
  name: 'version',
  summary: 'Say which dvm this is, and which host answers',
  examples: ['dvm version'],
  run: async (call) => {
    call.console.data(`dvm ${call.version}`);
    const client = await call.host();
    const status = client.ok ? await client.value.query('status', {}) : client;
    // No host is no failure here.
    if (status.ok) call.console.data(`host ${status.value.version}`);
    return done;
  },
});
