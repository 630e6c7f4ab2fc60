/** Topic filters of a foreign broker. Pure. */

export function mqttProblem(from: string): string | null {
  const levels = from.split('/');
  const isBad = levels.some(
    (level, at) =>
      (level.includes('+') && level !== '+') ||
      (level.includes('#') && (level !== '#' || at < levels.length - 1)) ||
      level.includes('\0'),
  );
  if (!isBad) return null;
  return `${from} is not a topic filter. A + stands alone in its level, a # alone in the last`;
}

/** What the wildcards stand for, or null where the filter does not hear the topic. */
export function levelsHeard(filter: string, topic: string): readonly string[] | null {
  const parts = filter.split('/');
  const levels = topic.split('/');
  // A wildcard in the first level does not hear what brokers say of themselves.
  if (topic.startsWith('$') && !filter.startsWith('$')) return null;
  const heard: string[] = [];
  for (const [at, part] of parts.entries()) {
    if (part === '#') return heard;
    const level = levels[at];
    if (level === undefined) return null;
    if (part === '+') heard.push(level);
    else if (part !== level) return null;
  }
  return levels.length === parts.length ? heard : null;
}
