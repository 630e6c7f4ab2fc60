/** Passwords that clients say in their requests, and what makes tokens good, stay out of the wire log. */
const inElements = /(<(?:\w+:)?(?:\w*[pP]assword|token|ticket|SignatureValue)(?:\s[^>]*)?>)[^<]*(?=<)/g;
const inFields = /("\w*(?:[pP]assword|token|ticket)"\s*:\s*)"(?:[^"\\]|\\.)*"/g;
const hint = /password|token|ticket|signature/i;

export function withoutSecrets(text: string): string {
  if (!hint.test(text)) return text;
  return text.replaceAll(inElements, '$1***').replaceAll(inFields, '$1"***"');
}
