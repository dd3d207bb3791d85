// fedadvise balance: how often each model and vehicle leads over random profiles, as text, JSON or the page that is
// kept with the rules.
#include "analysis/balance.h"
#include "cli/commands.h"
#include "cli/input_output.h"
#include "cli/progress.h"
#include "foundation/number_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iostream>
#include <thread>

namespace fedadvise::cli
{

using analysis::Balance;
using analysis::BalanceTable;
using analysis::BalanceVerdict;
using analysis::OptionCount;

namespace
{

/// "12.3": per cent with one decimal, rounded half up.
std::string per_cent(std::uint64_t part, std::uint64_t whole)
{
    const std::uint64_t tenths = whole == 0 ? 0 : (part * 2'000 + whole) / (whole * 2);
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

std::string number(std::uint64_t value)
{
    return foundation::with_thousands(static_cast<std::int64_t>(value));
}

std::vector<std::string> verdict_sentences(const Balance& balance, const BalanceVerdict& verdict)
{
    std::vector<std::string> sentences;
    const std::string share = std::to_string(analysis::most_leads_in_hundred) + " %";
    for (const OptionCount& option : verdict.lead_too_often)
        sentences.push_back(option.option.value + " leads in " + per_cent(option.leads(), balance.all().profiles) +
                            " % of the profiles: more than " + share + ".");
    if (verdict.lead_too_often.empty())
        sentences.push_back("No model leads in more than " + share + " of the profiles.");
    for (const OptionCount& option : verdict.never_lead)
        sentences.push_back(option.option.value + " leads in no profile.");
    if (verdict.never_lead.empty())
        sentences.push_back("Every model and every vehicle leads in some profile.");
    return sentences;
}

std::vector<OptionCount> by_leads(std::vector<OptionCount> counts)
{
    std::stable_sort(counts.begin(), counts.end(),
                     [](const OptionCount& a, const OptionCount& b) { return a.leads() > b.leads(); });
    return counts;
}

std::vector<std::string> cells(const OptionCount& option, std::uint64_t profiles)
{
    return {per_cent(option.leads(), profiles),     per_cent(option.leads_alone, profiles),
            per_cent(option.shares_lead, profiles), per_cent(option.first_three, profiles),
            per_cent(option.waits, profiles),       per_cent(option.ruled_out, profiles)};
}

constexpr const char* column_names[] = {"leads", "alone", "shared", "first 3", "waits", "ruled out"};

std::string padded(const std::string& text, std::size_t width)
{
    return text.size() < width ? std::string(width - text.size(), ' ') + text : text;
}

std::string table_as_text(const std::string& what, const std::vector<OptionCount>& counts, std::uint64_t profiles)
{
    std::string text = what + std::string(28 - std::min<std::size_t>(28, what.size()), ' ');
    for (const char* name : column_names)
        text += padded(name, 11);
    text += "\n";
    for (const OptionCount& option : by_leads(counts))
    {
        text += option.option.value + std::string(28 - std::min<std::size_t>(28, option.option.value.size()), ' ');
        for (const std::string& cell : cells(option, profiles))
            text += padded(cell, 11);
        text += "\n";
    }
    return text;
}

std::string balance_as_text(const Balance& balance, const BalanceVerdict& verdict)
{
    std::string text;
    for (const std::string& sentence : verdict_sentences(balance, verdict))
        text += sentence + "\n";
    text += "Shares in per cent of " + number(balance.order.profiles) + " random profiles, seed " +
            std::to_string(balance.order.seed) + ", law as at " + foundation::date_text(balance.order.as_at) + ".\n";
    for (const BalanceTable& table : balance.tables)
    {
        text += "\n" + table.name + ": " + number(table.profiles) + " profiles\n\n";
        text += table_as_text("Model", table.models, table.profiles) + "\n";
        text += table_as_text("Vehicle", table.vehicles, table.profiles);
    }
    return text;
}

std::string table_as_markdown(const std::string& what, const std::vector<OptionCount>& counts, std::uint64_t profiles)
{
    std::string text = "| " + what + " |";
    for (const char* name : column_names)
        text += std::string(" ") + name + " |";
    text += "\n|---|---:|---:|---:|---:|---:|---:|\n";
    for (const OptionCount& option : by_leads(counts))
    {
        text += "| `" + option.option.value + "` |";
        for (const std::string& cell : cells(option, profiles))
            text += " " + cell + " |";
        text += "\n";
    }
    return text + "\n";
}

std::string balance_as_markdown(const Balance& balance, const BalanceVerdict& verdict)
{
    std::string text =
        "# Balance of the rule base\n\n"
        "Written by `fedadvise balance --format markdown`; do not edit by hand. Each share is in per cent of random\n"
        "profiles of plausible groups, described in `src/analysis/random_profile.h`. Random profiles are not real "
        "groups: the\n"
        "table shows that nothing nearly always wins, and no more.\n\n";
    text += number(balance.order.profiles) + " profiles, seed " + std::to_string(balance.order.seed) + ", law as at " +
            foundation::date_text(balance.order.as_at) + ".\n\n";
    for (const std::string& sentence : verdict_sentences(balance, verdict))
        text += "* " + sentence + "\n";
    text += "\n*Leads* is *alone* and *shared* together: options within the tie points of the first share the lead, so "
            "the\n"
            "shares add up to more than 100. *First 3* are ranks 1 to 3. *Waits* means not yet.\n\n";
    for (const BalanceTable& table : balance.tables)
    {
        text += "## " + table.name + ": " + number(table.profiles) + " profiles\n\n";
        text += table_as_markdown("Model", table.models, table.profiles);
        text += table_as_markdown("Vehicle", table.vehicles, table.profiles);
    }
    text.pop_back();
    return text;
}

nlohmann::ordered_json as_json(const std::vector<OptionCount>& counts)
{
    auto list = nlohmann::ordered_json::array();
    for (const OptionCount& option : counts)
        list.push_back({{"id", option.option.value},
                        {"leads-alone", option.leads_alone},
                        {"shares-lead", option.shares_lead},
                        {"first-three", option.first_three},
                        {"waits", option.waits},
                        {"ruled-out", option.ruled_out}});
    return list;
}

nlohmann::ordered_json ids_of(const std::vector<OptionCount>& counts)
{
    auto list = nlohmann::ordered_json::array();
    for (const OptionCount& option : counts)
        list.push_back(option.option.value);
    return list;
}

std::string balance_as_json(const rulebase::RuleBase& rules, const Balance& balance, const BalanceVerdict& verdict)
{
    auto tables = nlohmann::ordered_json::array();
    for (const BalanceTable& table : balance.tables)
        tables.push_back({{"nation", table.nation.empty() ? "all" : table.nation},
                          {"profiles", table.profiles},
                          {"models", as_json(table.models)},
                          {"vehicles", as_json(table.vehicles)}});
    const nlohmann::ordered_json result = {{"format", "federation-adviser balance"},
                                           {"version", 1},
                                           {"rules",
                                            {{"id", rules.id},
                                             {"version", rules.version},
                                             {"sha256", rules.sha256},
                                             {"as-at", foundation::date_text(balance.order.as_at)}}},
                                           {"profiles", balance.order.profiles},
                                           {"seed", balance.order.seed},
                                           {"balanced", verdict.balanced()},
                                           {"most-leads-per-cent", analysis::most_leads_in_hundred},
                                           {"lead-too-often", ids_of(verdict.lead_too_often)},
                                           {"never-lead", ids_of(verdict.never_lead)},
                                           {"tables", tables}};
    return result.dump(2) + "\n";
}

} // namespace

int weigh_balance(const Request& request)
{
    std::optional<foundation::Date> day;
    if (!request.as_at.empty() && !(day = foundation::parse_date(request.as_at)))
    {
        std::cerr << "fedadvise: '" << request.as_at << "' is not a date. Write it as 2026-11-22.\n";
        return wrong_usage;
    }
    const auto rules = load_rules(request);
    if (!rules)
        return invalid_input;
    analysis::BalanceOrder order;
    order.profiles = request.profiles.value_or(order.profiles);
    order.seed = request.seed;
    order.as_at = day.value_or(rules->as_at);
    order.threads = std::max(1U, std::thread::hardware_concurrency());
    ProgressLine line;
    const Balance balance = analysis::weigh(
        engine::Engine(rules), order,
        [&](std::uint64_t judged)
        { line.show("profiles", static_cast<std::size_t>(judged), static_cast<std::size_t>(order.profiles)); });
    line.clear();
    const BalanceVerdict verdict = analysis::verdict(balance);
    const int delivered = deliver(request, request.format == "json"       ? balance_as_json(*rules, balance, verdict)
                                           : request.format == "markdown" ? balance_as_markdown(balance, verdict)
                                                                          : balance_as_text(balance, verdict));
    return delivered != done ? delivered : verdict.balanced() ? done : found_faults;
}

} // namespace fedadvise::cli
