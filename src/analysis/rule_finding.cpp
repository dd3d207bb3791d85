#include "analysis/rule_finding.h"

#include "analysis/fingerprint.h"
#include "foundation/text_list.h"

#include <algorithm>

namespace fedadvise::analysis
{

namespace
{

bool concerns(const rulebase::Waiver& waiver, const RuleFinding& finding)
{
    return waiver.finding == finding.code && waiver.about == finding.about;
}

} // namespace

void apply_waivers(const rulebase::RuleBase& rules, const std::vector<std::string>& codes,
                   std::vector<RuleFinding>& findings)
{
    std::vector<RuleFinding> idle;
    for (const rulebase::Waiver& waiver : rules.waivers)
    {
        if (std::find(codes.begin(), codes.end(), waiver.finding) == codes.end())
            continue;
        const auto found = std::find_if(findings.begin(), findings.end(),
                                        [&](const RuleFinding& finding) { return concerns(waiver, finding); });
        const std::string names = foundation::joined_as_sentence(waiver.about);
        if (found == findings.end())
            idle.push_back({"lint.idle-waiver", waiver.about, waiver.place,
                            "The waiver of " + waiver.finding + " for " + names + " is not needed any more.",
                            "Remove it.", std::nullopt});
        else if (waiver.hash == fingerprint(rules, waiver.about))
            found->waived = waiver.reason;
        else
            found->advice +=
                " A waiver accepted this once, but " + names + " has been edited since, so it counts no more.";
    }
    findings.insert(findings.end(), idle.begin(), idle.end());
}

foundation::Diagnostic as_diagnostic(const rulebase::RuleBase& rules, const RuleFinding& finding)
{
    const bool can_be_waived = !finding.about.empty() && finding.code != "lint.idle-waiver";
    const std::string how = can_be_waived ? " To accept it as it is: <waiver finding=\"" + finding.code +
                                                "\" about=\"" + foundation::joined(finding.about, " ") + "\" hash=\"" +
                                                fingerprint(rules, finding.about) + "\"> with a <reason>."
                                          : "";
    return {finding.code, foundation::Severity::Warning, finding.place, finding.message, finding.advice + how};
}

} // namespace fedadvise::analysis
