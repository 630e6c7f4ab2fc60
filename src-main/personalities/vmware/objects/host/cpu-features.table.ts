/** What CPUID answers on a Xeon of the Cascade Lake generation, by level: what all hosts of a lab have. */
export const cpuLevels = [
  // The highest level, and GenuineIntel in the order of its registers.
  { level: 0, eax: 0x16, ebx: 0x756e_6547, ecx: 0x6c65_746e, edx: 0x4965_6e69 },
  { level: 1, eax: 0x0005_0657, ebx: 0x0040_0800, ecx: 0x7ffe_fbff, edx: 0xbfeb_fbff },
  // Levels from 0x80000000 on are negative, as vSphere's int is signed.
  { level: -2_147_483_648, eax: 0x8000_0008, ebx: 0, ecx: 0, edx: 0 },
  // Long mode is bit 29 of edx, no-execute bit 20.
  { level: -2_147_483_647, eax: 0, ebx: 0, ecx: 0x0000_0121, edx: 0x2c10_0800 },
  // 46 bits of physical addresses, 48 of virtual ones.
  { level: -2_147_483_640, eax: 0x0000_302e, ebx: 0, ecx: 0, edx: 0 },
] as const;
