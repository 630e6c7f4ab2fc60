/** What the emulator hands over as characters 0–255 (mouse reports) is bytes already. */
export const bytesTyped = (binary: string): Uint8Array =>
  Uint8Array.from(binary, (character) => character.charCodeAt(0));
