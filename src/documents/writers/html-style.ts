/**
 * The look of a report as a web page of its own: system fonts, nothing from outside, and rules for paper (headers of
 * tables repeat, boxes and rows stay whole where they can).
 */
export function htmlStyle(isLandscape: boolean): string {
  return `:root{color-scheme:light;--ink:#1a1a1c;--sub:#595959;--line:#767676;--soft:#f1f3f6;--link:#0031d8}
*{box-sizing:border-box}
body{margin:0 auto;max-width:${isLandscape ? "72rem" : "52rem"};padding:1.5rem clamp(1rem,4vw,2.5rem) 3rem;color:var(--ink);background:#fff;font:1rem/1.75 "Hiragino Sans","Hiragino Kaku Gothic ProN","BIZ UDPGothic",Meiryo,"Noto Sans JP",sans-serif;line-break:strict;overflow-wrap:anywhere}
header{border-bottom:2px solid var(--ink);margin-bottom:2rem;padding-bottom:1rem}
h1{font-size:1.75rem;line-height:1.4;margin:0 0 .5rem}
h2{font-size:1.375rem;line-height:1.5;margin:2.5rem 0 .75rem;border-bottom:1px solid var(--line);padding-bottom:.25rem}
h3{font-size:1.1875rem;margin:2rem 0 .5rem}h4{font-size:1.0625rem;margin:1.5rem 0 .5rem}
p,ul,ol{margin:0 0 .75rem}.meta{color:var(--sub);margin:0}
.center{text-align:center}.end{text-align:end}
a{color:var(--link);text-underline-offset:.2em}a:focus-visible,.scroll:focus-visible{outline:3px solid #000;outline-offset:2px;background:#ffd43d}
nav ol,nav ul{list-style:none;padding:0;margin:0}nav .l2{padding-inline-start:1.5em}nav .l3{padding-inline-start:3em}
nav h2{margin-top:0}
.scroll{overflow-x:auto;margin:0 0 1.5rem}
table{border-collapse:collapse;width:100%}caption{text-align:start;font-weight:700;padding:.25rem 0}
th,td{border:1px solid var(--line);padding:.375rem .625rem;vertical-align:top;text-align:start;min-width:4em}
thead th{background:var(--soft);vertical-align:middle}tbody th{font-weight:700}
td.end,th.end{font-variant-numeric:tabular-nums;min-width:3em}
table.box{margin:0 0 1.75rem}table.box>tbody>tr>th{width:10em;background:var(--soft)}
table.box :is(h2,h3,h4){font-size:1.0625rem;margin:0;border:0;padding:0}table.box :is(p,ul,ol){margin-block:0 .25rem}table.box :is(p,ul,ol):last-child{margin-bottom:0}.scroll :is(th,td){overflow-wrap:break-word}
figure{margin:0 0 1.5rem}figure img{max-width:100%;height:auto;display:block}figcaption{font-weight:700;padding-top:.25rem}
sup{line-height:1}.notes{border-top:1px solid var(--line);margin-top:3rem;font-size:.9375rem}
@media(max-width:30rem){table.box>tbody>tr>th{width:6.5em;font-size:.875rem}}
@media print{@page{size:A4${isLandscape ? " landscape" : ""};margin:18mm 16mm}body{max-width:none;padding:0;font-size:10pt}h1{font-size:16pt}h2{font-size:13pt}h3,h4{font-size:11pt}h2,h3,h4,caption{break-after:avoid}thead{display:table-header-group}tr,figure{break-inside:avoid}.scroll{overflow:visible}a{color:inherit}nav{break-after:page}.break{break-before:page}}`;
}
