#include "report/plan.h"

#include <algorithm>
#include <map>

namespace fedadvise::report
{

namespace
{

using foundation::Date;

constexpr int days_in_week = 7;

PlannedStep step_of(const NextStep& step, Date start)
{
    PlannedStep planned;
    planned.id = step.rule;
    planned.title = step.title;
    planned.text = step.text;
    planned.owner = step.owner;
    planned.sources = step.sources;
    planned.review_words = step.review_words;
    planned.when = step.within;
    if (step.to_month)
    {
        planned.from = foundation::add_months(start, step.from_month.value_or(0));
        planned.by = foundation::add_months(start, *step.to_month);
    }
    return planned;
}

PlannedSetup setup_of(const SetupAdvice& setup, Date start)
{
    PlannedSetup planned{{setup.option_name}, setup.title, setup.note, {}};
    std::map<std::string, Date> ends;
    for (const SetupTaskAdvice& task : setup.tasks)
    {
        Date from = start;
        for (const std::string& before : task.after)
            if (const auto end = ends.find(before); end != ends.end())
                from = std::max(from, end->second);
        const Date by = foundation::add_days(from, task.weeks.value_or(1) * days_in_week);
        ends[task.id] = by;
        PlannedStep step;
        step.id = setup.option + "/" + task.id; // of the first option that uses the guide
        step.title = task.title;
        step.text = task.text + (task.nation_words.empty() ? "" : " " + task.nation_words);
        step.owner = task.owner;
        step.form = task.form;
        step.fee_words = task.fee_words;
        step.after = task.after_titles;
        step.sources = task.sources;
        step.review_words = task.review_words;
        step.from = from;
        step.by = by;
        planned.steps.push_back(std::move(step));
    }
    return planned;
}

} // namespace

Plan plan_of(const ReportInput& input)
{
    Plan plan;
    plan.start = input.start ? *input.start : foundation::parse_date(input.advice.as_at).value_or(Date{});
    plan.set_up = plan.start;
    std::map<std::string, int> of_rule;
    bool all_dated = true;
    for (const NextStep& step : input.advice.next_steps)
    {
        plan.steps.push_back(step_of(step, plan.start));
        // A rule may ask for several things: the second has "-2" after its id.
        const int number = ++of_rule[step.rule];
        if (number > 1)
            plan.steps.back().id += "-" + std::to_string(number);
        all_dated = all_dated && plan.steps.back().by;
        if (all_dated)
            plan.set_up = std::max(plan.set_up, *plan.steps.back().by);
    }
    for (const SetupAdvice& setup : input.advice.setups)
    {
        const auto same = std::find_if(plan.setups.begin(), plan.setups.end(),
                                       [&](const PlannedSetup& known) { return known.title == setup.title; });
        if (same == plan.setups.end())
            plan.setups.push_back(setup_of(setup, plan.set_up));
        else
            same->option_names.push_back(setup.option_name);
    }
    return plan;
}

} // namespace fedadvise::report
