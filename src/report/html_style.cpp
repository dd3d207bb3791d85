// The report style sheet. One function, longer than others may be: it is a single text.

#include "report/html_parts.h"

namespace fedadvise::report
{

std::string_view style_sheet()
{
    return R"css(
:root{color-scheme:light dark;
--page:#fbfaf7;--card:#ffffff;--ink:#1c2329;--soft:#4a555f;--line:#cfd5da;--accent:#0b5563;--accent-soft:#e2f0f1;
--strong-bg:#0b5563;--strong-ink:#ffffff;--toward-bg:#cfe8e6;--toward-ink:#08414c;--possible-bg:#e6eaee;--possible-ink:#27323b;
--away-bg:#f4e6d6;--away-ink:#633708;--wait-bg:#fcf0c4;--wait-ink:#544000;--out-bg:#f6dcdc;--out-ink:#761919;--reach:#b4c1ca}
@media (prefers-color-scheme:dark){:root{
--page:#14191d;--card:#1c2329;--ink:#eef1f3;--soft:#b5c0c8;--line:#46525c;--accent:#7fd0da;--accent-soft:#1d3539;
--strong-bg:#8fdbe3;--strong-ink:#06272d;--toward-bg:#1f4c53;--toward-ink:#d9f4f6;--possible-bg:#36414a;--possible-ink:#edf1f4;
--away-bg:#4b351d;--away-ink:#fbe6cc;--wait-bg:#4d420f;--wait-ink:#fdf1bf;--out-bg:#552324;--out-ink:#fde0e0;--reach:#5d6c77}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--ink);font:1.0625rem/1.55 "Segoe UI","Noto Sans","DejaVu Sans",Arial,sans-serif;overflow-wrap:anywhere}
header,main,footer{max-width:62rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:2rem}
.kicker{margin:0;color:var(--soft);letter-spacing:.02em}
h1{font-size:2rem;line-height:1.2;margin:.15rem 0 .4rem}
h2{font-size:1.45rem;line-height:1.25;margin:3rem 0 .75rem;padding-top:.9rem;border-top:3px solid var(--accent)}
h3{font-size:1.13rem;line-height:1.3;margin:1.6rem 0 .35rem}
h4{font-size:1rem;margin:1.2rem 0 .3rem}
p{margin:.45rem 0;max-width:46rem}
ul,ol{padding-left:1.35rem;margin:.4rem 0}
li{margin:.35rem 0;max-width:46rem}
a{color:var(--accent)}
a:focus-visible,summary:focus-visible,.frame:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.skip{position:absolute;left:-999rem;background:var(--card);padding:.6rem 1rem}
.skip:focus{left:1rem;top:1rem;z-index:2}
nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;margin:.6rem 0 0}
nav li{margin:.1rem 0}
.lead{background:var(--card);border:1px solid var(--line);border-left:6px solid var(--accent);border-radius:6px;padding:.7rem 1.2rem;margin:1rem 0}
.lead p{font-size:1.14rem;margin:.55rem 0}
.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,19rem),1fr));gap:1rem;margin:1rem 0}
.cards{columns:2 20rem;column-gap:1rem;margin:1rem 0}
.cards .card{break-inside:avoid;margin:0 0 1rem}
.card{background:var(--card);border:1px solid var(--line);border-radius:6px;padding:.2rem 1.1rem .8rem}
.card h3{margin-top:.8rem}
.card ul,.card ol{padding-left:1.1rem}
.card li strong{display:inline}
.small,.origin{color:var(--soft);font-size:.9rem;line-height:1.45}
.share{width:12rem;height:1rem;display:block}
.chip{display:inline-block;border-radius:1rem;padding:.08rem .7rem;font-size:.88rem;font-weight:600;white-space:nowrap}
.points-strongly-towards{background:var(--strong-bg);color:var(--strong-ink)}
.points-towards{background:var(--toward-bg);color:var(--toward-ink)}
.possible{background:var(--possible-bg);color:var(--possible-ink)}
.points-away{background:var(--away-bg);color:var(--away-ink)}
.not-yet{background:var(--wait-bg);color:var(--wait-ink)}
.ruled-out{background:var(--out-bg);color:var(--out-ink)}
.notice{border-left:6px solid var(--wait-ink);background:var(--wait-bg);color:var(--wait-ink);padding:.3rem 1rem;border-radius:4px;margin:.7rem 0}
.unlawful{border-left-color:var(--out-ink);background:var(--out-bg);color:var(--out-ink)}
.notice .origin{color:inherit}
.frame{overflow-x:auto;margin:.8rem 0}
table{border-collapse:collapse;width:100%;background:var(--card);font-size:.96rem}
caption{text-align:left;font-weight:600;padding:.4rem 0}
th,td{text-align:left;vertical-align:top;padding:.5rem .65rem;border:1px solid var(--line);overflow-wrap:normal;word-break:normal}
td{overflow-wrap:anywhere;min-width:6.5rem}
thead th{background:var(--accent-soft)}
tbody th{font-weight:600;min-width:8rem}
figure{margin:1rem 0;background:var(--card);border:1px solid var(--line);border-radius:6px;padding:.8rem 1rem}
figure svg{display:block;width:100%;height:auto}
figcaption{margin-top:.4rem}
.wide svg{min-width:44rem}
svg text{fill:var(--ink);font-family:inherit}
.gauges{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:1rem}
.gauges figure{margin:0}
.gauges svg{max-width:17rem;margin:0 auto}
.axis{stroke:var(--line);stroke-width:2;fill:none}
.cell{fill:none;stroke:var(--line)}
.reach{fill:var(--reach)}
.mark{fill:var(--accent)}
.level{fill:var(--ink)}
.stop{fill:var(--card);stroke:var(--soft);stroke-width:2}
.stop.leads{fill:var(--accent);stroke:var(--accent)}
.stop.beyond{stroke-dasharray:4 4}
.ring{fill:none;stroke:var(--ink);stroke-width:2}
.arc{fill:none;stroke:var(--possible-bg);stroke-width:16}
.arc.full{stroke:var(--accent)}
.option{background:var(--card);border:1px solid var(--line);border-radius:6px;padding:.1rem 1.1rem .8rem;margin:.8rem 0}
summary{cursor:pointer;color:var(--accent);font-weight:600;padding:.35rem 0;width:fit-content}
dt{font-weight:600;margin-top:.5rem}
dd{margin:0;max-width:46rem}
.fingerprint{font-family:"Cascadia Mono","DejaVu Sans Mono",monospace;font-size:.85rem;overflow-wrap:anywhere}
footer{margin-top:3rem;padding-bottom:3rem;border-top:3px solid var(--accent);padding-top:1rem}
@media screen{details:not([open]) + .more,.paper-only{display:none}}
@media (max-width:40rem){h1{font-size:1.6rem}header,main,footer{padding-left:.9rem;padding-right:.9rem}}
@page{size:A4;margin:16mm}
@media print{
:root{color-scheme:light;--page:#fff;--card:#fff;--ink:#000;--soft:#333;--line:#999;--accent:#0b5563;--accent-soft:#e8f1f2;
--strong-bg:#0b5563;--strong-ink:#fff;--toward-bg:#cfe8e6;--toward-ink:#08414c;--possible-bg:#e6eaee;--possible-ink:#27323b;
--away-bg:#f4e6d6;--away-ink:#633708;--wait-bg:#fcf0c4;--wait-ink:#544000;--out-bg:#f6dcdc;--out-ink:#761919;--reach:#b4c1ca}
body{font-size:10.5pt;line-height:1.42;-webkit-print-color-adjust:exact;print-color-adjust:exact}
header,main,footer{max-width:none;padding-left:0;padding-right:0}
header{padding-top:0}
nav,.skip,summary,.screen-only,.option:not(.leading) .more{display:none}
h1{font-size:20pt}h2{font-size:14pt;margin-top:1.6rem}h3{font-size:11.5pt}
h1,h2,h3,h4,caption{break-after:avoid}
figure,tr,li,.notice{break-inside:avoid}
.frame{overflow:visible}.wide svg{min-width:0}
thead{display:table-header-group}
.lead p{font-size:11.5pt}
.cards{columns:2}.columns{grid-template-columns:1fr 1fr}.gauges{grid-template-columns:1fr 1fr}
table{font-size:9pt}td{min-width:0}tbody th{min-width:0}
p,li{orphans:3;widows:3}}
)css";
}

} // namespace fedadvise::report
