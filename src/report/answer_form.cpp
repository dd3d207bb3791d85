#include "report/answer_form.h"

#include "casefile/answer_code.h"
#include "document/markup.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace fedadvise::report
{

using document::Markup;

namespace
{

using casefile::AnswerCode;
using rulebase::AnswerKind;

constexpr std::string_view box = "\u2610";

constexpr std::string_view style = R"css(
@page{size:A4;margin:14mm 15mm}
*{box-sizing:border-box}
body{margin:0 auto;max-width:48rem;padding:1rem;color:#000;background:#fff;font:11pt/1.4 "Segoe UI","Noto Sans","DejaVu Sans",Arial,sans-serif}
h1{font-size:18pt;line-height:1.2;margin:0 0 .2rem}
h2{font-size:13pt;margin:1.4rem 0 .4rem;padding-top:.35rem;border-top:2pt solid #0b5563;break-after:avoid}
p{margin:.25rem 0}
.who{display:grid;grid-template-columns:2fr 1fr 1fr;gap:.8rem;margin:.9rem 0 .4rem}
.line{border-bottom:.8pt solid #000;min-height:2.1em;display:block}
.question{display:grid;grid-template-columns:2.2rem 1fr;padding:.45rem 0;border-bottom:.5pt solid #999;break-inside:avoid}
.number{font-weight:700}
.prompt{font-weight:600}
.help{font-size:9.5pt;color:#222}
ul{list-style:none;margin:.25rem 0 0;padding:0}
ul.row{display:flex;flex-wrap:wrap;gap:.1rem .9rem}
li{margin:.1rem 0;font-size:10pt}
.box{font-family:"DejaVu Sans","Segoe UI Symbol","Noto Sans Symbols2",sans-serif;font-size:13pt;line-height:1}
.code{display:inline-block;min-width:1.1em;font-weight:700;font-variant-numeric:tabular-nums}
.fill{display:inline-block;border-bottom:.8pt solid #000;width:14rem;height:1.6em}
.fill.long{width:100%}
@media print{body{max-width:none;padding:0}}
)css";

void write_answer(Markup& page, const std::string& code, const std::string& label)
{
    page.open("li").element("span", box, {{"class", "box"}}).text(" ");
    page.element("span", code, {{"class", "code"}}).text(" " + label).close("li");
}

std::string what_to_write(const rulebase::Question& question)
{
    switch (question.kind)
    {
    case AnswerKind::Number: return question.unit.empty() ? "Number:" : "Number (" + question.unit + "):";
    case AnswerKind::Date: return "Day, month, year:";
    case AnswerKind::Text: return "Answer:";
    case AnswerKind::Choices: return "Tick all that fit.";
    case AnswerKind::Scale:
    case AnswerKind::Choice: break;
    }
    return {};
}

void write_question(Markup& page, const rulebase::Question& question, std::size_t number)
{
    page.open("div", {{"class", "question"}});
    page.element("span", std::to_string(number), {{"class", "number"}}).open("div");
    page.element("p", question.prompt, {{"class", "prompt"}});
    if (!question.help.empty())
        page.element("p", question.help, {{"class", "help"}});
    const std::vector<AnswerCode> codes = casefile::answer_codes(question);
    std::size_t longest = 0;
    for (const AnswerCode& code : codes)
        longest = std::max(longest, code.label.size());
    constexpr std::size_t in_a_row = 28;
    if (!casefile::takes_one_code(question))
        page.element("p", what_to_write(question), {{"class", "help"}});
    if (codes.empty())
        page.element("span", "", {{"class", question.kind == AnswerKind::Text ? "fill long" : "fill"}});
    page.open("ul", {{"class", longest <= in_a_row ? "row" : "column"}});
    for (const AnswerCode& code : codes)
        write_answer(page, std::string(1, code.code), code.label);
    write_answer(page, std::string(1, casefile::unknown_code), "We do not know");
    page.close("ul").close("div").close("div");
}

void write_head(Markup& page, const casefile::Invitation& invitation)
{
    const std::string practice =
        (invitation.practice_name.empty() ? "Practice " + invitation.practice : invitation.practice_name) +
        (invitation.ods_code.empty() ? "" : " (" + invitation.ods_code + ")");
    page.element("h1", practice);
    page.element("p", (invitation.case_title.empty() ? "" : invitation.case_title + ", ") + "round " +
                          std::to_string(invitation.round) +
                          ". What each of you thinks counts: please answer for "
                          "yourself, not for the practice as a whole.");
    page.element("p", "Tick the box beside your answer: one, unless the question says otherwise. Leave out what does "
                      "not concern you. Bold signs are for whoever "
                      "types the form in. Nothing about patients, please.");
    page.open("div", {{"class", "who"}});
    for (const std::string_view label : {"Your name", "Your role", "Date"})
        page.open("div").element("span", label).element("span", "", {{"class", "line"}}).close("div");
    page.close("div");
}

} // namespace

std::string answer_form(const rulebase::RuleBase& rules, const casefile::Invitation& invitation)
{
    Markup page;
    page.ready("<!DOCTYPE html>\n").open("html", {{"lang", "en-GB"}}).open("head");
    page.single("meta", {{"charset", "utf-8"}});
    page.single("meta", {{"http-equiv", "Content-Security-Policy"},
                         {"content", "default-src 'none'; style-src 'unsafe-inline'"}});
    page.single("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
    page.element("title", "Questions for " +
                              (invitation.practice_name.empty() ? invitation.practice : invitation.practice_name));
    page.open("style").ready(style).close("style").close("head").open("body").open("main");
    write_head(page, invitation);
    std::string section;
    std::size_t number = 0;
    const auto space_for_reasons = [&]
    {
        if (!section.empty())
            page.open("p")
                .text("Reasons, if you want to give any, with the number of the question:")
                .close("p")
                .element("span", "", {{"class", "line"}});
    };
    for (const rulebase::QuestionId& id : invitation.questions)
    {
        const rulebase::Question* question = rulebase::find_question(rules, id);
        if (question == nullptr)
            continue;
        if (question->section != section)
        {
            space_for_reasons();
            section = question->section;
            const auto found = std::find_if(rules.sections.begin(), rules.sections.end(),
                                            [&](const rulebase::Section& one) { return one.id == section; });
            page.element("h2", found == rules.sections.end() ? section : found->title);
        }
        write_question(page, *question, ++number);
    }
    space_for_reasons();
    page.close("main").close("body").close("html");
    return page.str() + "\n";
}

} // namespace fedadvise::report
