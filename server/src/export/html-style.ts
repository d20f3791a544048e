/** The look of an exported page: it follows the reader's light or dark setting, and prints black on white. */
export const htmlStyle = `
:root { color-scheme: light dark; --text: #1f2328; --soft: #59636e; --line: #d1d9e0; --page: #fff; --accent: #0b5cad;
  --met: #c6e7ce; --missed: #f8c9c4; --no-data: #e3e3e3; --off-track: #fbd9b5; --at-risk: #fdf0b8; --on-track: #e2f3d9; --pending: transparent; --bad: #b3261e; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e6edf3; --soft: #a5b0bb; --line: #3d444d; --page: #0d1117; --accent: #79b8ff;
    --met: #1d4a2b; --missed: #6b2320; --no-data: #3a3f45; --off-track: #5d3a14; --at-risk: #54460f; --on-track: #2b4420; --bad: #ff9a92; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem; max-width: 90rem; background: var(--page); color: var(--text); font: 16px/1.45 "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; }
h1 { margin: 0; font-size: 1.6rem; } h2 { margin: 2rem 0 .5rem; font-size: 1.25rem; } h3 { margin: 1.25rem 0 .5rem; font-size: 1.05rem; }
header p { margin: .25rem 0 0; color: var(--soft); }
.counts { display: flex; flex-wrap: wrap; gap: .5rem; margin: 0 0 .75rem; padding: 0; list-style: none; }
.counts li { padding: .15rem .6rem; border: 1px solid var(--line); border-radius: 1rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: .9rem; }
th, td { padding: .35rem .5rem; border: 1px solid var(--line); text-align: left; vertical-align: top; }
th.long { min-width: 13rem; }
.number { text-align: right; white-space: nowrap; }
.status { font-weight: 600; }
.met { background: var(--met); } .missed { background: var(--missed); } .no-data { background: var(--no-data); }
.off-track { background: var(--off-track); } .at-risk { background: var(--at-risk); } .on-track { background: var(--on-track); }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); gap: 1rem; }
figure { margin: 0; padding: .75rem; border: 1px solid var(--line); border-radius: .5rem; break-inside: avoid; }
figcaption { margin-bottom: .25rem; font-weight: 600; } figcaption .status { padding: 0 .4rem; border-radius: .25rem; font-size: .85rem; }
svg { width: 100%; height: auto; font-size: 12px; }
svg path { fill: none; stroke: var(--soft); } svg .grid { stroke: var(--line); } svg .path, svg .level { stroke: var(--accent); stroke-dasharray: 5 4; }
svg .today { stroke: var(--soft); stroke-dasharray: 2 3; } svg .gap { stroke: var(--bad); stroke-width: 2; }
svg path.mark { stroke: none; fill: var(--text); background: none; } svg path.mark.target { fill: var(--accent); } svg path.mark.missed { fill: none; stroke: var(--bad); stroke-width: 2.5; }
svg text { fill: var(--text); } svg text.tick, svg text.today { fill: var(--soft); }
@media print { :root { color-scheme: light; } body { max-width: none; padding: 0; font-size: 11px; } .wide { overflow: visible; } thead { display: table-header-group; } tr { break-inside: avoid; } @page { size: A4 landscape; margin: 15mm; } }
`;
