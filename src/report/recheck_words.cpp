#include "foundation/date.h"
#include "report/document_parts.h"
#include "report/recheck.h"

#include <nlohmann/json.hpp>

namespace fedadvise::report
{

namespace
{

using document::ListItem;

std::string move_of(const RecheckedOption& option)
{
    if (!option.moved)
        return option.after.empty() ? "" : option.after + ", as before";
    return (option.before.empty() ? "not known before" : option.before) + " → " +
           (option.after.empty() ? "no longer known" : option.after);
}

ListItem item_of(const RecheckedOption& option)
{
    ListItem item{document::led_by(option.name + (move_of(option).empty() ? "" : ":"), move_of(option)), {}};
    for (const RecheckReason& reason : option.reasons)
        item.more.push_back(
            {document::plain(reason.text +
                             (reason.rule.empty() || reason.text.starts_with("Rule ") ? "" : " (" + reason.rule + ")")),
             Tone::Normal,
             {}});
    return item;
}

void add_options(Draft& draft, const Recheck& recheck, bool moved, const std::string& heading)
{
    std::vector<ListItem> items;
    for (const RecheckedOption& option : recheck.options)
        if (option.moved == moved)
            items.push_back(item_of(option));
    if (items.empty())
        return;
    draft.heading(2, heading);
    draft.list(std::move(items));
}

std::string gravity_id(analysis::Gravity gravity)
{
    switch (gravity)
    {
    case analysis::Gravity::LeadingModels: return "leading-models";
    case analysis::Gravity::LeadingVehicles: return "leading-vehicles";
    case analysis::Gravity::Availability: return "availability";
    case analysis::Gravity::Bands: return "bands";
    case analysis::Gravity::Ranks: return "ranks";
    case analysis::Gravity::Sayings: return "sayings";
    case analysis::Gravity::Points: return "points";
    case analysis::Gravity::None: break;
    }
    return "none";
}

} // namespace

document::Document recheck_document(const Recheck& recheck, const std::string& title, const rulebase::RuleBase& rules,
                                    foundation::Date as_at)
{
    Draft draft;
    draft.say(recheck.headline, Tone::Lead);
    add_options(draft, recheck, true, "What stands elsewhere now, and why");
    add_options(draft, recheck, false, "What stands where it stood, with other reasons");
    if (!recheck.sayings.empty())
        draft.heading(2, "What is said about the group");
    draft.items(recheck.sayings);
    if (!recheck.editions.empty())
        draft.heading(2, "What the makers of the rules say has changed");
    draft.items(recheck.editions);
    draft.heading(2, "What was compared");
    std::vector<ListItem> origin;
    for (const auto& [what, value] : recheck.origin)
        origin.push_back({document::led_by(what + ":", value), {}});
    draft.list(std::move(origin));
    document::Document whole;
    whole.id = "re-check";
    whole.title = title;
    whole.kind = "Re-check: what changed and why";
    whole.footer = rules.settings.disclaimer;
    whole.date = foundation::date_text(as_at);
    whole.blocks = draft.take();
    return whole;
}

std::string recheck_as_json(const Recheck& recheck)
{
    nlohmann::ordered_json json{
        {"format", "federation-adviser re-check"},   {"version", 1},
        {"gravity", gravity_id(recheck.gravity)},    {"headline", recheck.headline},
        {"rules-at-hand", recheck.rules_at_hand},    {"answers-changed", recheck.answers_changed},
        {"options", nlohmann::ordered_json::array()}};
    for (const RecheckedOption& option : recheck.options)
    {
        nlohmann::ordered_json reasons = nlohmann::ordered_json::array();
        for (const RecheckReason& reason : option.reasons)
            reasons.push_back({{"rule", reason.rule}, {"text", reason.text}});
        json["options"].push_back({{"id", option.id},
                                   {"name", option.name},
                                   {"before", option.before},
                                   {"after", option.after},
                                   {"moved", option.moved},
                                   {"reasons", std::move(reasons)}});
    }
    json["group"] = recheck.sayings;
    json["editions"] = recheck.editions;
    for (const auto& [what, value] : recheck.origin)
        json["origin"][what] = value;
    return json.dump(2) + "\n";
}

} // namespace fedadvise::report
