/** Generations of Intel's server processors, oldest first, by the words of vSphere. */
export const evcModes = [
  { key: 'intel-merom', label: 'Intel® "Merom" Generation' },
  { key: 'intel-penryn', label: 'Intel® "Penryn" Generation' },
  { key: 'intel-nehalem', label: 'Intel® "Nehalem" Generation' },
  { key: 'intel-westmere', label: 'Intel® "Westmere" Generation' },
  { key: 'intel-sandybridge', label: 'Intel® "Sandy Bridge" Generation' },
  { key: 'intel-ivybridge', label: 'Intel® "Ivy Bridge" Generation' },
  { key: 'intel-haswell', label: 'Intel® "Haswell" Generation' },
  { key: 'intel-broadwell', label: 'Intel® "Broadwell" Generation' },
  { key: 'intel-skylake', label: 'Intel® "Skylake" Generation' },
  { key: 'intel-cascadelake', label: 'Intel® "Cascade Lake" Generation' },
  { key: 'intel-icelake', label: 'Intel® "Ice Lake" Generation' },
  { key: 'intel-sapphirerapids', label: 'Intel® "Sapphire Rapids" Generation' },
] as const;

/** Of the hosts of a lab: the world knows them by their cores, not by their generation. */
export const hostEvcMode = 'intel-cascadelake';
