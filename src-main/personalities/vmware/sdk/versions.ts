/** `vimServiceVersions.xml`: what a client reads before anything, to choose how it will speak. */
import { compareVersions } from '../schema/version.ts';

const oldest = '4.0';

/** `own` is the newest; every older one that the schema knows is spoken too. */
export function serviceVersions(known: readonly string[], own: string): string {
  const prior = known
    .filter((id) => /^[\d.]+$/.test(id) && compareVersions(id, own) < 0 && compareVersions(id, oldest) >= 0)
    .toReversed();
  const listed = prior.map((id) => `   <version>${id}</version>`).join('\n');
  return (
    '<?xml version="1.0" encoding="UTF-8" ?>\n' +
    '<namespaces version="1.0">\n' +
    ' <namespace>\n' +
    '  <name>urn:vim25</name>\n' +
    `  <version>${own}</version>\n` +
    `  <priorVersions>\n${listed}\n  </priorVersions>\n` +
    ' </namespace>\n' +
    '</namespaces>\n'
  );
}
