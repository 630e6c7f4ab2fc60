import { resolve } from 'node:path';

/**
 * @typedef {object} StartOptions
 * @property {'auto' | 'web' | 'electron' | 'headless'} face
 * @property {boolean} help
 * @property {string | null} port
 * @property {string | null} lab
 * @property {string | null} data
 * @property {string | null} broker
 * @property {string | null} mqttPort
 */

const FACES = /** @type {const} */ ({ '--web': 'web', '--electron': 'electron', '--headless': 'headless' });

const VALUES = /** @type {const} */ ({
  '--port': 'port',
  '--lab': 'lab',
  '--data': 'data',
  '--broker': 'broker',
  '--mqtt-port': 'mqttPort',
});

export const HELP = `Coldaisle: a datacenter on your desk.

  npm start                      installs and builds what is missing, starts the lab, opens the control room
  npm start -- [flags]

  --web          open the control room in a browser's app window, never in Electron
  --electron     open it in Electron or fail
  --headless     open nothing; print the address only
  --port N       serve on this port of the loopback interface (default: any free one)
  --lab FILE     open this lab (*.coldaisle or *.lab.yaml) instead of the last one
  --data DIR     keep labs, logs and settings here (default: $COLDAISLE_DATA, else the system's usual place)
  --broker URL   use this MQTT broker (mqtt://host:1883) instead of the built-in one
  --mqtt-port N  port of the built-in MQTT broker
  --help         this page

Standard output gets one line, "ready <address with its token>", once the lab is being served.
Everything else goes to standard error. Ctrl-C, or closing the window, ends the lab; nothing is ever unsaved.
`;

/**
 * @param {readonly string[]} argv without node and script
 * @returns {{ok: true, options: StartOptions} | {ok: false, message: string}}
 */
export function parseArguments(argv) {
  /** @type {StartOptions} */
  const options = {
    face: 'auto',
    help: false,
    port: null,
    lab: null,
    data: null,
    broker: null,
    mqttPort: null,
  };
  const rest = argv.flatMap(splitAtEquals);
  while (rest.length > 0) {
    const problem = takeFlag(options, rest);
    if (problem !== null) return { ok: false, message: `${problem} See "npm start -- --help".` };
  }
  return { ok: true, options };
}

/** @param {string} word */
function splitAtEquals(word) {
  const match = /^(--[a-z-]+)=(.*)$/s.exec(word);
  return match === null ? [word] : [match[1] ?? '', match[2] ?? ''];
}

/**
 * Takes one flag, with its value, off the front of `rest`.
 * @param {StartOptions} options
 * @param {string[]} rest
 * @returns {string | null} what is wrong
 */
function takeFlag(options, rest) {
  const flag = rest.shift() ?? '';
  if (flag === '--help' || flag === '-h') {
    options.help = true;
    return null;
  }
  if (flag in FACES) return takeFace(options, /** @type {keyof typeof FACES} */ (flag));
  if (!(flag in VALUES)) return flag.startsWith('-') ? `Unknown flag ${flag}.` : `Unexpected "${flag}".`;
  const value = rest.shift();
  if (value === undefined || value === '' || value.startsWith('--')) return `${flag} needs a value.`;
  if (flag.endsWith('port') && !isPort(value))
    return `${flag} must be a port from 0 to 65535, not "${value}".`;
  options[VALUES[/** @type {keyof typeof VALUES} */ (flag)]] = value;
  return null;
}

/**
 * @param {StartOptions} options
 * @param {keyof typeof FACES} flag
 */
function takeFace(options, flag) {
  if (options.face !== 'auto' && options.face !== FACES[flag]) {
    return `--${options.face} and ${flag} exclude each other.`;
  }
  options.face = FACES[flag];
  return null;
}

/**
 * What is no file is the name of a lab that the host knows.
 * @param {string} lab
 */
const isFile = (lab) => /[.](coldaisle|ya?ml)$/.test(lab);

/** @param {string} text */
const isPort = (text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535;

/**
 * The flags that the host understands, the same under Node and under Electron.
 * @param {StartOptions} options
 * @param {{data: string, from: string}} folders its data, and where the flags were typed
 */
export function hostArguments(options, { data, from }) {
  const words = ['--data', data, '--watch-parent'];
  if (options.port !== null) words.push('--port', options.port);
  if (options.lab !== null)
    words.push('--lab', isFile(options.lab) ? resolve(from, options.lab) : options.lab);
  if (options.broker !== null) words.push('--broker', options.broker);
  if (options.mqttPort !== null) words.push('--mqtt-port', options.mqttPort);
  return words;
}
