import { pathToFileURL } from 'node:url';

// Run by run-benchmarks.mjs, which waits for the rows on the other end of the channel.
const { run } = await import(pathToFileURL(process.argv[2] ?? '').href);
const rows = await run();
process.send?.(rows, () => process.exit(0));
