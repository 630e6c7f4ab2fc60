/** Characters that must not stand in a text as they are, and those that XML 1.0 does not know at all. */
const special = /[&<>\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const specials = /[&<>\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

export const escaped = (text: string): string => (special.test(text) ? text.replace(specials, wordOf) : text);

function wordOf(character: string): string {
  switch (character) {
    case '&':
      return '&amp;';
    case '<':
      return '&lt;';
    case '>':
      return '&gt;';
    case '\r':
      // A bare one would come back as a line feed.
      return '&#xD;';
    default:
      return '\ufffd';
  }
}
