// The report style sheet. One function, longer than others may be: it is a single text.

#include "document/html_page.h"

#include <string>

namespace fedadvise::document
{

namespace
{

std::string_view style_sheet()
{
    return R"css(
:root{color-scheme:light dark;
--page:#fbfaf7;--card:#ffffff;--ink:#1c2329;--soft:#4a555f;--line:#cfd5da;--accent:#0b5563;--accent-soft:#e2f0f1;
--strong-bg:#0b5563;--strong-ink:#ffffff;--toward-bg:#cfe8e6;--toward-ink:#08414c;--possible-bg:#e6eaee;--possible-ink:#27323b;
--away-bg:#f4e6d6;--away-ink:#633708;--wait-bg:#fcf0c4;--wait-ink:#544000;--out-bg:#f6dcdc;--out-ink:#761919;--pale:#d5dfe4}
@media (prefers-color-scheme:dark){:root{
--page:#14191d;--card:#1c2329;--ink:#eef1f3;--soft:#b5c0c8;--line:#46525c;--accent:#7fd0da;--accent-soft:#1d3539;
--strong-bg:#8fdbe3;--strong-ink:#06272d;--toward-bg:#1f4c53;--toward-ink:#d9f4f6;--possible-bg:#36414a;--possible-ink:#edf1f4;
--away-bg:#4b351d;--away-ink:#fbe6cc;--wait-bg:#4d420f;--wait-ink:#fdf1bf;--out-bg:#552324;--out-ink:#fde0e0;--pale:#3b4a54}}
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
.small{color:var(--soft);font-size:.9rem;line-height:1.45}
.chip{display:inline-block;border-radius:1rem;padding:.08rem .7rem;font-size:.88rem;font-weight:600;white-space:nowrap}
.points-strongly-towards{background:var(--strong-bg);color:var(--strong-ink)}
.points-towards{background:var(--toward-bg);color:var(--toward-ink)}
.possible{background:var(--possible-bg);color:var(--possible-ink)}
.points-away{background:var(--away-bg);color:var(--away-ink)}
.not-yet{background:var(--wait-bg);color:var(--wait-ink)}
.ruled-out{background:var(--out-bg);color:var(--out-ink)}
.notice{border-left:6px solid var(--wait-ink);background:var(--wait-bg);color:var(--wait-ink);padding:.3rem 1rem;border-radius:4px;margin:.7rem 0}
.warning{border-left-width:12px;border-left-color:var(--out-ink);background:var(--out-bg);color:var(--out-ink)}
.notice .small{color:inherit}
li .small{margin:.1rem 0}
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
.narrow svg{max-width:17rem}
.wide svg{min-width:44rem}
svg text{font-family:inherit}
.fill-text{fill:var(--ink)}.fill-soft{fill:var(--soft)}.fill-accent{fill:var(--accent)}.fill-pale{fill:var(--pale)}.fill-paper{fill:var(--card)}
.line-text{stroke:var(--ink)}.line-soft{stroke:var(--soft)}.line-accent{stroke:var(--accent)}.line-pale{stroke:var(--pale)}.line-paper{stroke:var(--card)}
.more{border-left:3px solid var(--line);padding-left:1rem}
summary{cursor:pointer;color:var(--accent);font-weight:600;padding:.35rem 0;width:fit-content}
dt{font-weight:600;margin-top:.5rem}
dd{margin:0;max-width:46rem}
footer{margin-top:3rem;padding-bottom:3rem;border-top:3px solid var(--accent);padding-top:1rem}
@media screen{details:not([open]) + .more,.paper-only{display:none}}
@media (max-width:40rem){h1{font-size:1.6rem}header,main,footer{padding-left:.9rem;padding-right:.9rem}}
@page{size:A4;margin:16mm}
@media print{
:root{color-scheme:light;--page:#fff;--card:#fff;--ink:#000;--soft:#333;--line:#999;--accent:#0b5563;--accent-soft:#e8f1f2;
--strong-bg:#0b5563;--strong-ink:#fff;--toward-bg:#cfe8e6;--toward-ink:#08414c;--possible-bg:#e6eaee;--possible-ink:#27323b;
--away-bg:#f4e6d6;--away-ink:#633708;--wait-bg:#fcf0c4;--wait-ink:#544000;--out-bg:#f6dcdc;--out-ink:#761919;--pale:#d5dfe4}
body{font-size:10.5pt;line-height:1.42;-webkit-print-color-adjust:exact;print-color-adjust:exact}
header,main,footer{max-width:none;padding-left:0;padding-right:0}
header{padding-top:0}
nav,.skip,summary,.screen-only{display:none}
.page-break{break-after:page}
h1{font-size:20pt}h2{font-size:14pt;margin-top:1.6rem}h3{font-size:11.5pt}
h1,h2,h3,h4,caption{break-after:avoid}
figure,tr,li,.notice{break-inside:avoid}
.frame{overflow:visible}.wide svg{min-width:0}
thead{display:table-header-group}
.lead p{font-size:11.5pt}
table{font-size:9pt}td{min-width:0}tbody th{min-width:0}
p,li{orphans:3;widows:3}}
)css";
}

} // namespace

void open_page(Markup& page, std::string_view title, std::string_view more_style, std::string_view language)
{
    page.ready("<!DOCTYPE html>\n").open("html", {{"lang", language}}).open("head");
    page.single("meta", {{"charset", "utf-8"}});
    page.single("meta", {{"http-equiv", "Content-Security-Policy"},
                         {"content", "default-src 'none'; style-src 'unsafe-inline'"}});
    page.single("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
    page.element("title", std::string{title} + " – Federation Adviser");
    page.open("style").ready(style_sheet()).ready(more_style).close("style").close("head").open("body");
}

void open_table(Markup& page, std::string_view caption, const std::vector<std::string_view>& columns)
{
    page.open(
        "div",
        {{"class", "frame"}, {"tabindex", "0"}, {"role", "group"}, {"aria-label", "Table: " + std::string{caption}}});
    page.open("table").element("caption", caption).open("thead").open("tr");
    for (const std::string_view column : columns)
        page.element("th", column, {{"scope", "col"}});
    page.close("tr").close("thead").open("tbody");
}

void close_table(Markup& page)
{
    page.close("tbody").close("table").close("div");
}

} // namespace fedadvise::document
