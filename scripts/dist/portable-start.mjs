// What the launchers of the portable archive run: nothing to install, nothing to build, no Electron.
import { HELP, parseArguments } from '../start/arguments.mjs';
import { say } from '../start/run.mjs';
import { runSession } from '../start/session.mjs';

const help = HELP.replaceAll(/npm start(?: --)?/g, 'coldaisle').replace(/^ *--electron .*\n/m, '');

/** @returns {Promise<number>} exit code */
async function start() {
  const parsed = parseArguments(process.argv.slice(2));
  if (!parsed.ok) {
    say(parsed.message.replace('npm start --', 'coldaisle'));
    return 2;
  }
  const { options } = parsed;
  if (options.help) {
    process.stdout.write(help);
    return 0;
  }
  if (options.face === 'electron') {
    say('The portable Coldaisle has no Electron; it uses the browser.');
    return 2;
  }
  return runSession({ ...options, face: options.face === 'auto' ? 'web' : options.face });
}

process.exitCode = await start().catch((/** @type {Error} */ error) => {
  say(error.message);
  return 1;
});
