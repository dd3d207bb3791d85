// The style of the rule book, on top of the report's: one function, longer than others may be, since it is a single
// text.
#include "report/rule_book_page.h"

namespace fedadvise::report
{

namespace
{

/// A text inside the quotes of a style sheet: whatever could end them, or the style element, is written by number.
std::string css_text(std::string_view text)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string safe;
    for (const char c : text)
    {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ' ||
                           c == '-' || c == '.' || c == ',';
        const auto byte = static_cast<unsigned char>(c);
        if (plain)
            safe += c;
        else if (byte >= 0x20 && byte < 0x7F)
            safe += {'\\', digits[byte / 16U], digits[byte % 16U], ' '};
    }
    return safe;
}

} // namespace

std::string book_style_sheet(std::string_view footer)
{
    const std::string at_foot = css_text(footer);
    return R"css(
nav.contents{max-width:62rem;margin:0 auto;padding:0 1.25rem}
nav.contents ul{display:block;list-style:none;padding:0;margin:.3rem 0}
nav.contents>ul{columns:2 24rem;column-gap:2rem}
nav.contents>ul>li{break-inside:avoid-column;margin:.5rem 0;font-weight:600}
nav.contents ul ul{padding-left:1.1rem}
nav.contents ul ul li{font-weight:400;margin:.15rem 0;font-size:.95rem}
.lead-in{font-size:1.2rem;max-width:46rem}
.particulars{max-width:46rem;margin:1.2rem 0}
.particulars td{font-variant-numeric:tabular-nums}
.sign-off td{height:2.6rem}
.sign-off tbody th{width:34%}
.entry{background:var(--card);border:1px solid var(--line);border-radius:6px;padding:.2rem 1.1rem .7rem;margin:.8rem 0}
.entry h3,.entry h4,.entry h5{margin:.6rem 0 .35rem;font-size:1.06rem;line-height:1.3}
h5{margin:.6rem 0 .35rem}
.part>h4{font-size:1.05rem;margin:1.5rem 0 .4rem;color:var(--accent)}
.cited{display:inline-block;font-weight:600;border:1px solid var(--line);border-radius:4px;padding:0 .4rem;margin-right:.2rem;font-size:.9rem;background:var(--accent-soft)}
.sentence{font-weight:500}
.conditions{margin:.3rem 0}
.conditions li{margin:.2rem 0;max-width:none}
.prompt{font-size:1.1rem;font-weight:500}
.blank{white-space:normal;color:var(--soft)}
dl.facts{margin:.5rem 0 .2rem}
dl.facts>div{display:grid;grid-template-columns:9.5rem 1fr;gap:.2rem 1rem;padding:.22rem 0;border-top:1px solid var(--line)}
dl.facts dt{margin:0;font-weight:600}
dl.facts dd{max-width:46rem}
.entry p,.entry li{max-width:none}
a.term{text-decoration:underline dotted;text-underline-offset:.15em}
.address{font-size:.85rem}
td,tbody th{overflow-wrap:break-word;min-width:0}
.particulars td,.address{overflow-wrap:anywhere}
.day{white-space:nowrap}
.register td:nth-child(2){width:60%}
@media (max-width:40rem){dl.facts>div{grid-template-columns:1fr}}
@page{size:A4;margin:18mm 16mm 20mm;
@bottom-left{content:")css" +
           at_foot + R"css(";font:8pt "Segoe UI","Noto Sans","DejaVu Sans",Arial,sans-serif;color:#444}
@bottom-right{content:"Page " counter(page) " of " counter(pages);font:8pt "Segoe UI","Noto Sans","DejaVu Sans",Arial,sans-serif;color:#444}}
@page:first{@bottom-right{content:""}}
@media print{
body{font-size:9.5pt;line-height:1.36}
h2{font-size:15pt}h3{font-size:12pt;margin-top:1.2rem}
table,.small{font-size:8.5pt}
th,td{padding:.28rem .45rem}
thead,thead tr{break-after:avoid}
.particulars,.sign-off table{font-size:9.5pt}
.address{font-size:7.5pt}
nav.contents{display:block;break-before:page;padding:0;max-width:none}
nav.contents>ul{columns:2}
nav.contents ul ul li{font-size:8.5pt;margin:.05rem 0}
nav.contents a{color:inherit;text-decoration:none}
.title-page{display:block}
.sign-off{break-before:page}
.sign-off td{height:8.6mm}
.part{break-before:page}
.part>h2{margin-top:0}
.entry{border:0;border-top:1.5pt solid var(--line);border-radius:0;padding:0 0 .15rem;margin:.4rem 0 .5rem}
.entry h3,.entry h4,.entry h5{font-size:10.5pt;margin:.3rem 0 .2rem;break-after:avoid}
.entry p{margin:.2rem 0}
dl.facts{margin:.25rem 0 0;font-size:9pt}
.rule,.term-entry{break-inside:avoid}
.sentence,.conditions{break-after:avoid}
dl.facts>div{grid-template-columns:27mm 1fr;break-inside:avoid;padding:.06rem 0}
.lead-in{font-size:12pt}
.prompt{font-size:10.5pt}
main a,header a{color:inherit;text-decoration:none}
main a.term{text-decoration:underline dotted}
.cited{border-color:#777}
tbody th{font-weight:600}}
)css";
}

} // namespace fedadvise::report
