/** Debian's order: epoch, then text and numbers in turn; `~` comes before everything, even the end. */
export function compareVersions(one: string, other: string): number {
  const [left, right] = [partsOf(one), partsOf(other)];
  return (
    left.epoch - right.epoch ||
    compareTexts(left.upstream, right.upstream) ||
    compareTexts(left.revision, right.revision)
  );
}

type Parts = { readonly epoch: number; readonly upstream: string; readonly revision: string };

function partsOf(version: string): Parts {
  const colon = version.indexOf(':');
  const rest = version.slice(colon + 1);
  const dash = rest.lastIndexOf('-');
  return {
    epoch: colon < 0 ? 0 : Number(version.slice(0, colon)),
    upstream: dash < 0 ? rest : rest.slice(0, dash),
    revision: dash < 0 ? '' : rest.slice(dash + 1),
  };
}

function compareTexts(one: string, other: string): number {
  let [left, right] = [one, other];
  const begins = (text: string, pattern: RegExp): string => pattern.exec(text)?.[0] ?? '';
  while (left !== '' || right !== '') {
    const [letters, others] = [begins(left, /^\D*/), begins(right, /^\D*/)];
    const order = compareLetters(letters, others);
    if (order !== 0) return order;
    left = left.slice(letters.length);
    right = right.slice(others.length);
    const [digits, number] = [begins(left, /^\d*/), begins(right, /^\d*/)];
    if (Number(digits) !== Number(number)) return Number(digits) - Number(number);
    left = left.slice(digits.length);
    right = right.slice(number.length);
  }
  return 0;
}

function compareLetters(one: string, other: string): number {
  for (let at = 0; at < Math.max(one.length, other.length); at += 1) {
    const order = weightOf(one[at]) - weightOf(other[at]);
    if (order !== 0) return order;
  }
  return 0;
}

function weightOf(letter: string | undefined): number {
  if (letter === '~') return -1;
  if (letter === undefined) return 0;
  return /[A-Za-z]/.test(letter) ? letter.charCodeAt(0) : letter.charCodeAt(0) + 256;
}
