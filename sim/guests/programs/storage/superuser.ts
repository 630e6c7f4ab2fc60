import type { System } from '../../kernel/program.ts';

/** Who called, and not whose file it is: these run set-uid. */
export const isSuperuser = ({ processes }: System): boolean => processes.realWho().uid === 0;
