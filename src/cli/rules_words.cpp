#include "cli/rules_words.h"

#include "foundation/date.h"
#include "foundation/number_text.h"

#include <nlohmann/json.hpp>

namespace fedadvise::cli
{

using rulepack::Held;
using rulepack::Publisher;

namespace
{

std::string signer_text(const Publisher& publisher)
{
    return publisher.name + ", key " + rulepack::fingerprint(publisher.key);
}

std::string origin_of(const Held& rules)
{
    return rules.publisher ? "signed by " + signer_text(*rules.publisher) : "came with the program";
}

nlohmann::ordered_json publisher_json(const Publisher& publisher)
{
    return {{"name", publisher.name}, {"fingerprint", rulepack::fingerprint(publisher.key)}};
}

} // namespace

std::string inspection_as_text(const std::string& name, const rulepack::Inspection& inspection)
{
    std::string text = name + "\n";
    if (inspection.pack)
    {
        const rulepack::Manifest& manifest = inspection.pack->manifest;
        text += "  Whole: every byte is as its maker wrote it.\n";
        text += "  Rules: " + manifest.rules + " " + manifest.version + ", the law as at " +
                foundation::date_text(manifest.as_at) +
                (inspection.rules
                     ? ", " + foundation::with_thousands(static_cast<std::int64_t>(inspection.rules->rules.size())) +
                           " rules"
                     : std::string()) +
                ".\n";
        text += "  SHA-256 of the rules: " + manifest.sha256 + "\n";
        text += "  Signed by: " + (inspection.pack->signer ? signer_text(*inspection.pack->signer) : "nobody") + ".\n";
    }
    if (!inspection.refusal)
        return text + "  It can be installed.\n";
    return text + "  It cannot be installed. " + inspection.refusal->message + "\n  " + inspection.refusal->advice +
           "\n";
}

std::string held_rules_as_text(const std::vector<Held>& rules, const std::vector<Publisher>& publishers)
{
    std::string text = "Rules that can be used; '*' marks those in use\n";
    for (const Held& entry : rules)
        text += entry.fault.empty() ? std::string(entry.active ? "* " : "  ") + entry.version + "  as at " +
                                          foundation::date_text(entry.as_at) + "  " + entry.sha256.substr(0, 12) +
                                          "  " + origin_of(entry) + "\n"
                                    : "! " + entry.sha256.substr(0, 12) + "  cannot be used: " + entry.fault + "\n";
    text += "\nPublishers whose packs are trusted\n";
    for (const Publisher& publisher : publishers)
        text += "  " + signer_text(publisher) + "\n";
    if (publishers.empty())
        text += "  None yet. \"rules install\" says how to trust one.\n";
    return text;
}

std::string held_rules_as_json(const std::vector<Held>& rules, const std::vector<Publisher>& publishers)
{
    nlohmann::ordered_json json{{"format", "federation-adviser rules"}, {"version", 1}};
    json["rules"] = nlohmann::ordered_json::array();
    for (const Held& entry : rules)
    {
        nlohmann::ordered_json item{{"version", entry.version},
                                    {"as-at", entry.fault.empty() ? foundation::date_text(entry.as_at) : std::string()},
                                    {"sha256", entry.sha256},
                                    {"in-use", entry.active},
                                    {"shipped", entry.is_shipped()}};
        if (entry.publisher)
            item["publisher"] = publisher_json(*entry.publisher);
        if (!entry.fault.empty())
            item["fault"] = entry.fault;
        json["rules"].push_back(std::move(item));
    }
    json["publishers"] = nlohmann::ordered_json::array();
    for (const Publisher& publisher : publishers)
        json["publishers"].push_back(publisher_json(publisher));
    return json.dump(2) + "\n";
}

} // namespace fedadvise::cli
