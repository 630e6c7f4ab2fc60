import { text, toggle } from './flags.ts';
import { colourChoices } from './paint.ts';

/** Understood by every verb, before it or after it. */
export const globalFlags = {
  url: text({ label: 'URL', help: 'The host; else COLDAISLE_URL, else the run file in the data directory' }),
  token: text({
    label: 'TOKEN',
    help: 'Its token, where the URL carries none; COLDAISLE_TOKEN keeps it off the process list',
  }),
  data: text({
    label: 'DIR',
    completes: 'file',
    help: 'The data directory of the host; else COLDAISLE_DATA',
  }),
  color: text({
    label: 'WHEN',
    choices: colourChoices,
    help: 'Colours; NO_COLOR and FORCE_COLOR are honoured',
  }),
  help: toggle('Explain this verb', 'h'),
} as const;
