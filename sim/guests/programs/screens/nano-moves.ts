import type { Document } from './document.ts';
import { lineAt } from './document.ts';

export const moves: Readonly<Record<string, (document: Document, height: number) => void>> = {
  up: (document) => void (document.row -= 1),
  '^P': (document) => void (document.row -= 1),
  down: (document) => void (document.row += 1),
  '^N': (document) => void (document.row += 1),
  left: (document) => stepBack(document),
  '^B': (document) => stepBack(document),
  right: (document) => stepOn(document),
  '^F': (document) => stepOn(document),
  home: (document) => void (document.column = 0),
  '^A': (document) => void (document.column = 0),
  end: (document) => void (document.column = lineAt(document).length),
  '^E': (document) => void (document.column = lineAt(document).length),
  'page-up': (document, height) => void (document.row -= height - 1),
  '^Y': (document, height) => void (document.row -= height - 1),
  'page-down': (document, height) => void (document.row += height - 1),
  '^V': (document, height) => void (document.row += height - 1),
};

function stepBack(document: Document): void {
  if (document.column > 0) document.column -= 1;
  else if (document.row > 0) {
    document.row -= 1;
    document.column = lineAt(document).length;
  }
}

function stepOn(document: Document): void {
  if (document.column < lineAt(document).length) document.column += 1;
  else if (document.row < document.lines.length - 1) {
    document.row += 1;
    document.column = 0;
  }
}
