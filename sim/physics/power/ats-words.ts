/** Positions, as the words of an ATS's state have them; a mode that is not automatic holds it in one. */
export const open = 0;
export const onUtility = 1;
export const onGenset = 2;

export const atsAuto = 0;
