/** Black on white, A4 or Letter. The margin boxes carry lab, seed, lab time and SIMULATED on every page. */
export const printStyle = `
:host, .report { display: block; color: #111; background: #fff; font: 10pt/1.4 Inter, "Inter Variable", "Helvetica Neue", Arial, "Liberation Sans", sans-serif; font-variant-numeric: tabular-nums; }
.report * { box-sizing: border-box; }
.report h1 { font-size: 19pt; line-height: 1.2; margin: 0 0 2mm; }
.report h2 { font-size: 12pt; margin: 0 0 1.5mm; break-after: avoid; }
.report p { margin: 0 0 2mm; }
.report section { margin: 0 0 7mm; }
.report .about { display: grid; grid-template-columns: max-content 1.7fr max-content 1fr; gap: .6mm 5mm; margin: 0 0 4mm; }
.report .about dt { color: #555; }
.report .about dd { margin: 0; overflow-wrap: anywhere; }
.report .simulated { border: 1.5pt solid #111; padding: 1.5mm 3mm; margin: 0 0 5mm; font-size: 9pt; }
.report .simulated strong { letter-spacing: .08em; margin-right: 2mm; }
.report .note { color: #444; font-size: 9pt; break-after: avoid; }
.report .figures { display: grid; grid-template-columns: repeat(4, 1fr); gap: 2.5mm; margin: 0 0 6mm; }
.report .figure { border: .6pt solid #bbb; border-radius: 1mm; padding: 2mm 2.5mm; break-inside: avoid; }
.report .figure b { display: block; font-size: 14pt; line-height: 1.25; white-space: nowrap; }
.report .figure span { display: block; font-size: 8.5pt; color: #444; }
.report .figure .label { color: #111; font-weight: 600; }
.report svg { display: block; width: 100%; height: auto; break-inside: avoid; font: 10px Inter, Arial, "Liberation Sans", sans-serif; fill: #333; }
.report svg path { fill: none; stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round; }
.report svg .grid { stroke: #ddd; stroke-width: 1; }
.report svg .limit { stroke: #b00020; stroke-width: 1; stroke-dasharray: 4 3; }
.report svg .limit-name { fill: #b00020; paint-order: stroke; stroke: #fff; stroke-width: 3px; }
.report svg .bar { fill: #5b7f9d; }
.report .legend { display: flex; flex-wrap: wrap; gap: 1mm 5mm; font-size: 8.5pt; color: #333; margin: 1mm 0 0; }
.report .legend span { display: inline-flex; align-items: center; gap: 1.5mm; }
.report svg.key { width: 7mm; height: 2mm; }
.report .drawing { break-inside: avoid; }
.report table { width: 100%; border-collapse: collapse; font-size: 8.5pt; }
.report thead { display: table-header-group; }
.report tr { break-inside: avoid; }
.report th { text-align: left; border-bottom: 1pt solid #111; padding: 1mm 1.5mm; vertical-align: bottom; font-weight: 600; }
.report td { border-bottom: .4pt solid #ccc; padding: .9mm 1.5mm; vertical-align: top; }
.report th.number, .report td.number { text-align: right; }
.report td.number { white-space: nowrap; }
.report .empty { color: #444; font-style: italic; }
.report footer { border-top: .6pt solid #111; padding-top: 2mm; font-size: 8.5pt; color: #333; }
@media screen { .report { max-width: 210mm; margin: 0 auto; padding: 12mm 14mm; } }
`;

/** @page must stand at the top of a document; a preview inside a page has none. */
export const pageStyle = (head: string, foot: string, page: readonly [string, string]): string => `
@page {
  margin: 18mm 14mm 17mm;
  @top-left { content: ${head}; font: 8pt Arial, sans-serif; color: #333; }
  @top-right { content: ${foot}; font: bold 8pt Arial, sans-serif; letter-spacing: .08em; color: #111; }
  @bottom-right { content: "${page[0]} " counter(page) " ${page[1]} " counter(pages); font: 8pt Arial, sans-serif; color: #333; }
}
@page { size: A4; }
html, body { margin: 0; background: #fff; }
`;
