/** Versions of packages, `1.2.0-3OEM.800.1.0.20613240`, and what packages say of each other by them. */

export type Constraint = {
  readonly name: string;
  /** `<<`, `<=`, `=`, `>=`, `>>`; '' for any version. */
  readonly relation: string;
  readonly version: string;
};

const partsOf = (version: string): readonly string[] =>
  version.split('-').flatMap((half) => half.match(/\d+|[^\d.]+/g) ?? []);

/** Below 0: the one is older. */
export function compareVersions(one: string, other: string): number {
  const [left, right] = [partsOf(one), partsOf(other)];
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const order = comparePart(left[at] ?? '0', right[at] ?? '0');
    if (order !== 0) return order;
  }
  return 0;
}

function comparePart(one: string, other: string): number {
  const isNumber = /^\d+$/.test(one) && /^\d+$/.test(other);
  if (isNumber) return Math.sign(Number(one) - Number(other));
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

export function fits({ relation, version }: Constraint, has: string): boolean {
  const order = compareVersions(has, version);
  switch (relation) {
    case '<<':
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '=':
    case '==':
      return order === 0;
    case '>=':
      return order >= 0;
    case '>>':
    case '>':
      return order > 0;
    default:
      return true;
  }
}

export const spokenConstraint = ({ name, relation, version }: Constraint): string =>
  relation === '' ? name : `${name} ${relation} ${version}`;
