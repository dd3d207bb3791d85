#include "report/pre_check.h"

#include "foundation/text_list.h"
#include "report/advice.h"
#include "report/statements.h"

#include <algorithm>

namespace fedadvise::report
{

namespace
{

using engine::Truth;

std::string state_id(Truth ready)
{
    return ready == Truth::True ? "ready" : ready == Truth::False ? "gap" : "open";
}

std::string words_of_state(Truth ready)
{
    return ready == Truth::True ? "You can show this" : ready == Truth::False ? "Gap" : "Not answered yet";
}

/// "3 of 6 can be shown, 1 gap, 2 not answered."
std::string count_words(std::size_t ready, std::size_t gaps, std::size_t open)
{
    const auto number = [](std::size_t count) { return foundation::with_thousands(static_cast<std::int64_t>(count)); };
    return number(ready) + " of " + number(ready + gaps + open) + " can be shown, " +
           counted(static_cast<std::int64_t>(gaps), "gaps") + ", " + number(open) + " not answered.";
}

std::string open_words(const std::vector<std::string>& labels)
{
    if (labels.empty())
        return "Your answers do not decide this yet.";
    std::vector<std::string> quoted;
    for (const std::string& label : labels)
        quoted.push_back("“" + label + "”");
    return (quoted.size() == 1 ? "This question decides it: " : "These questions decide it: ") +
           foundation::joined_as_sentence(quoted) + ".";
}

PreCheckItem item_of(const Wording& wording, const rulebase::FrameworkItem& item,
                     const engine::FrameworkItemResult& result)
{
    PreCheckItem words;
    words.id = item.id;
    words.title = item.title;
    words.asks = filled(wording, item.asks);
    words.state = state_id(result.ready);
    words.state_words = words_of_state(result.ready);
    words.bring = filled(wording, item.bring);
    words.owner = item.owner;
    words.tag = rulebase::tag_name(item.tag);
    for (const rulebase::QuestionId& question : result.because)
    {
        words.because.push_back(question.value);
        if (result.ready == Truth::Unknown)
            words.open_questions.push_back(short_label(wording.rules, question));
        else
            words.because_words.push_back(because_words(wording, question));
    }
    words.words = result.ready == Truth::True    ? filled(wording, item.ready)
                  : result.ready == Truth::False ? filled(wording, item.gap)
                                                 : open_words(words.open_questions);
    SourceWords sources = source_words(wording, item.sources);
    words.sources = std::move(sources.ids);
    words.source_titles = std::move(sources.titles);
    words.review_words = std::move(sources.review);
    return words;
}

/// Names of the options that come first and bring these questions, or that come first at all.
std::vector<std::string> leading_names(const Advice& advice, const rulebase::Framework* only)
{
    std::vector<std::string> names;
    for (const std::vector<OptionAdvice>* options : {&advice.models, &advice.vehicles})
        for (const OptionAdvice& option : *options)
            if (option.leading && (only == nullptr || std::find(only->options.begin(), only->options.end(),
                                                                rulebase::OptionId{option.id}) != only->options.end()))
                names.push_back("“" + option.name + "”");
    return names;
}

void say_whether_it_applies(const Wording& wording, const Advice& advice, const rulebase::Framework& framework,
                            const engine::FrameworkResult& result, PreCheck& pre_check)
{
    const std::vector<std::string> bringing = leading_names(advice, &framework);
    pre_check.applies = filled(wording, framework.used);
    pre_check.applies_state = "unknown";
    if (result.used == Truth::False)
    {
        pre_check.applies += " Your answers do not lead to it, but those who pay for care will want to see much the "
                             "same.";
        pre_check.applies_state = "no";
    }
    else if (leading_names(advice, nullptr).empty())
        pre_check.applies += " Nothing comes first yet, so it is open whether you will need it.";
    else if (bringing.empty())
    {
        pre_check.applies += " What comes first for you does not need it.";
        pre_check.applies_state = "no";
    }
    else
    {
        pre_check.applies += " Of what comes first for you, " + foundation::joined_as_sentence(bringing) +
                             (bringing.size() == 1 ? " brings" : " bring") + " these questions.";
        if (result.used == Truth::Unknown)
            pre_check.applies += " Your answers do not say yet whether you will meet it.";
        else
            pre_check.applies_state = "yes";
    }
}

void count(const PreCheckItem& item, PreCheckArea& area)
{
    ++(item.state == "ready" ? area.ready : item.state == "gap" ? area.gaps : area.open);
}

} // namespace

void add_pre_check(const Wording& wording, Advice& advice)
{
    if (!wording.assessment.framework)
    {
        if (!wording.rules.frameworks.empty())
            advice.pre_check_note = "Say in which nation the practices are: what those who commission care will ask "
                                    "differs between the nations.";
        return;
    }
    const engine::FrameworkResult& result = *wording.assessment.framework;
    const rulebase::Framework& framework = wording.rules.frameworks[result.framework];
    PreCheck pre_check;
    pre_check.id = framework.id;
    pre_check.name = framework.name;
    pre_check.text = filled(wording, framework.text);
    pre_check.tag = rulebase::tag_name(framework.tag);
    say_whether_it_applies(wording, advice, framework, result, pre_check);
    SourceWords sources = source_words(wording, framework.sources);
    pre_check.sources = std::move(sources.ids);
    pre_check.source_titles = std::move(sources.titles);
    pre_check.review_words = std::move(sources.review);
    for (std::size_t a = 0; a < framework.areas.size(); ++a)
    {
        PreCheckArea area;
        area.id = framework.areas[a].id;
        area.title = framework.areas[a].title;
        area.text = filled(wording, framework.areas[a].text);
        for (const engine::FrameworkItemResult& item : result.items)
            if (item.area == a)
            {
                area.items.push_back(item_of(wording, framework.areas[a].items[item.item], item));
                count(area.items.back(), area);
            }
        area.summary = count_words(area.ready, area.gaps, area.open);
        pre_check.ready += area.ready;
        pre_check.gaps += area.gaps;
        pre_check.open += area.open;
        if (!area.items.empty())
            pre_check.areas.push_back(std::move(area));
    }
    pre_check.summary = count_words(pre_check.ready, pre_check.gaps, pre_check.open);
    advice.pre_check = std::move(pre_check);
}

std::set<std::string> sources_of(const PreCheck& pre_check)
{
    std::set<std::string> sources(pre_check.sources.begin(), pre_check.sources.end());
    for (const PreCheckArea& area : pre_check.areas)
        for (const PreCheckItem& item : area.items)
            sources.insert(item.sources.begin(), item.sources.end());
    return sources;
}

} // namespace fedadvise::report
