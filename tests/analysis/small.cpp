#include "analysis/small.h"

#include "rulebase/loading.h"

#include <stdexcept>

namespace fedadvise::test
{

namespace
{

const char* const begin = R"(<?xml version="1.0" encoding="UTF-8"?>
<rulebase id="small" version="1.0.0" as-at="2026-11-22">
  <scale id="importance"><point value="0" label="None"/><point value="1" label="Minor"/><point value="2" label="Important"/><point value="3" label="Decisive"/></scale>
  <scale id="agreement"><point value="1" label="No"/><point value="2" label="Hardly"/><point value="3" label="Partly"/><point value="4" label="Mostly"/><point value="5" label="Yes"/></scale>
  <section id="all" page="practices" title="All"/>
  <question id="jurisdiction" section="all" scope="group" kind="choice" aggregate="none" nature="circumstance" short="Nation">
    <prompt>Where?</prompt><why>Law.</why><option value="england" label="England"/><option value="wales" label="Wales"/>
  </question>
  <question id="motive.staff" section="all" family="motive" scope="practice-or-group" kind="scale" scale="importance" aggregate="median" nature="preference" short="Staff">
    <prompt>Staff?</prompt><why>Aim.</why>
  </question>
  <question id="core" section="all" scope="group" kind="choice" aggregate="none" nature="plan" short="Core">
    <prompt>Core?</prompt><why>Law.</why><option value="yes" label="Yes"/><option value="no" label="No"/>
  </question>
  <question id="detail" section="all" scope="group" kind="choice" aggregate="none" nature="plan" short="Detail">
    <prompt>Detail?</prompt><why>Law.</why><ask-when><test question="core" is="yes"/></ask-when><option value="good" label="Good"/><option value="bad" label="Bad"/>
  </question>
  <question id="votes" section="all" scope="practice-or-group" kind="choice" aggregate="commonest" nature="preference" short="Votes">
    <prompt>Votes?</prompt><why>Law.</why><option value="equal" label="Equal"/><option value="unequal" label="Unequal"/>
  </question>
  <question id="size" section="all" scope="practice" kind="number" minimum="0" aggregate="sum" nature="circumstance" short="Size">
    <prompt>Size?</prompt><why>Size.</why>
  </question>
  <question id="readiness.R1" section="all" family="readiness" group="T" scope="respondent" kind="scale" scale="agreement" aggregate="mean" nature="plan" short="Trust">
    <prompt>Trust.</prompt><why>Trust.</why>
  </question>
  <gradient-step id="g0" name="Separate"><text>Nothing.</text></gradient-step>
  <gradient-step id="g1" name="A body"><text>A body.</text></gradient-step>
  <model id="alone" name="Alone" lowest-step="g0" legal-person="not-needed"><summary>It is.</summary><suits>Some.</suits><does-not-suit>Others.</does-not-suit><source ref="S1"/></model>
  <model id="club" name="Club" lowest-step="g0" legal-person="not-needed"><summary>It is.</summary><suits>Some.</suits><does-not-suit>Others.</does-not-suit><source ref="S1"/></model>
  <model id="firm" name="Firm" lowest-step="g1" legal-person="needed"><summary>It is.</summary><suits>Some.</suits><does-not-suit>Others.</does-not-suit><source ref="S1"/></model>
  <vehicle id="company" name="Company" legal-person="yes"><summary>It is.</summary><suits>Some.</suits><does-not-suit>Others.</does-not-suit><source ref="S1"/></vehicle>
  <vehicle id="llp" name="LLP" legal-person="yes"><summary>It is.</summary><suits>Some.</suits><does-not-suit>Others.</does-not-suit><source ref="S1"/></vehicle>
  <vehicle id="society" name="Society" legal-person="yes"><summary>It is.</summary><suits>Some.</suits><does-not-suit>Others.</does-not-suit><source ref="S1"/></vehicle>
  <fit model="alone"/>
  <fit model="club"/>
  <fit model="firm" typical="company llp society"/>
  <source id="S1" title="A book" publisher="A press" year="2015" kind="research" seen="page" tag="verified" checked="2026-11-22" review="2027-11-22"/>
  <readiness family="readiness" relationship-from="3.3" deal-from="1">
    <threshold step="g1" mean="3" lowest="2.5"/>
    <band below="3.0" name="Practise"><text>Try.</text></band><band name="Ready"><text>Go.</text></band>
    <subscale id="trust" letter="T" name="Trust"/>
  </readiness>
  <checklist id="deal" title="The deal"><item id="D1" title="Aim"><when><test question="core" is="yes"/></when></item></checklist>
  <settings>
    <band id="points-strongly-towards" label="Strongly" from="8"/><band id="points-towards" label="Towards" from="3"/>
    <band id="possible" label="Possible" from="-2"/><band id="points-away" label="Away" from="-1000"/>
    <not-yet label="Not yet"/><ruled-out label="Ruled out"/><tie points="0"/>
    <fit-points typical="2" compatible="0" weak="-2" impossible="-4"/>
    <disclaimer>No advice.</disclaimer>
  </settings>
)";

} // namespace

std::shared_ptr<const rulebase::RuleBase> small_rules(const std::string& rules)
{
    const auto loaded = rulebase::load({{"small.xml", begin + rules + "</rulebase>"}});
    if (loaded.rules)
        return loaded.rules;
    std::string faults;
    for (const auto& diagnostic : loaded.diagnostics)
        faults += foundation::diagnostic_text(diagnostic) + "\n";
    throw std::runtime_error(faults);
}

std::string small_rule(const std::string& id, const std::string& when, const std::string& effects,
                       const std::string& attributes)
{
    return "<rule id=\"" + id + "\" title=\"" + id + "\" tag=\"known\" " + attributes + ">" +
           (when.empty() ? "" : "<when>" + when + "</when>") + effects +
           "<law>An Act</law><text>It is so.</text><source ref=\"S1\"/></rule>\n";
}

std::string sound_rules()
{
    return small_rule("STAFF", R"(<test question="motive.staff" at-least="2"/>)",
                      R"(<pull on="firm" strength="+3"/><pull on="alone" strength="-1"/>)") +
           small_rule("FEW", R"(<test question="motive.staff" at-most="0"/>)",
                      R"(<pull on="alone" strength="+2"/><pull on="firm" strength="-2"/>)") +
           small_rule("SMALL", R"(<test question="size" less-than="100"/>)",
                      R"(<pull on="club" strength="+3"/><pull on="company" strength="-2"/>)") +
           small_rule("LARGE", R"(<test question="size" at-least="100"/>)",
                      R"(<pull on="club" strength="-2"/><pull on="company" strength="+1"/>)") +
           small_rule("EQUAL", R"(<test question="votes" is="equal"/>)",
                      R"(<pull on="society" strength="+2"/><pull on="llp" strength="-1"/>)") +
           small_rule("UNEQUAL", R"(<test question="votes" is="unequal"/>)",
                      R"(<pull on="llp" strength="+2"/><pull on="society" strength="-1"/>)") +
           small_rule("CORE", R"(<test question="core" is="yes"/>)", R"(<exclude on="llp"/>)", "nations=\"england\"") +
           small_rule("DETAIL", R"(<test question="detail" is="bad"/>)", R"(<warn on="firm"/>)");
}

} // namespace fedadvise::test
