#include "small_rule_base.h"

#include <algorithm>
#include <stdexcept>

namespace fedadvise::test
{

std::string small_rule_base()
{
    return R"(<?xml version="1.0" encoding="UTF-8"?>
<rulebase id="small" version="1.0.0" as-at="2026-11-22">
  <scale id="importance">
    <point value="0" label="Not a reason"/>
    <point value="3" label="A decisive reason"/>
  </scale>
  <section id="group" page="practices" title="About the group"><help>About all of you.</help></section>
  <section id="motives" page="motivations" title="Why work together?"/>

  <question id="jurisdiction" section="group" scope="group" kind="choice" aggregate="none" nature="circumstance" short="Nation">
    <prompt>Where are the practices?</prompt>
    <help>The law differs.</help>
    <why>Why we ask: some forms exist in one nation only.</why>
    <option value="england" label="England"/>
    <option value="wales" label="Wales"/>
  </question>
  <question id="motive.workforce" section="motives" family="motive" scope="practice-or-group" kind="scale" scale="importance" aggregate="median"
            nature="preference" short="Staff">
    <prompt>How strong a reason is staff?</prompt>
    <why>Why we ask: sharing staff takes trust.</why>
  </question>
  <question id="partner-count" section="group" scope="practice" kind="number" aggregate="lowest" nature="circumstance" short="Partners" minimum="1" maximum="99">
    <prompt>How many partners?</prompt>
    <why>Why we ask: small partnerships are at risk.</why>
  </question>
  <question id="capital" section="group" scope="group" kind="choices" aggregate="none" nature="plan" short="Capital">
    <prompt>Where will money come from?</prompt>
    <why>Why we ask: shares need a company.</why>
    <option value="members" label="Members"/>
    <option value="grants" label="Grants"/>
  </question>
  <question id="finances" section="group" scope="practice" kind="choice" ordered="yes" aggregate="worst" nature="circumstance" short="Finances">
    <prompt>How are the finances?</prompt>
    <why>Why we ask: debts are shared.</why>
    <option value="strong" label="Strong"/>
    <option value="weak" label="Weak"/>
    <option value="not-shown" label="Not shown" neutral="yes"/>
  </question>
  <question id="group-name" section="group" scope="group" kind="text" aggregate="none" nature="preference" short="Name">
    <prompt>What is the group called?</prompt>
    <why>Why we ask: for the heading.</why>
    <ask-when><test question="capital" includes="members"/></ask-when>
  </question>
  <question id="readiness.RR01" section="motives" family="readiness" group="T" scope="respondent" kind="scale" scale="importance" aggregate="mean"
            nature="plan" short="Promises">
    <prompt>We keep our promises.</prompt>
    <why>Why we ask: trust comes first.</why>
  </question>

  <gradient-step id="g0" name="Separate" trust="none needed" autonomy="full"><text>Nothing is shared.</text></gradient-step>
  <gradient-step id="g1" name="Talking" trust="courtesy" autonomy="full"><text>News is shared.</text></gradient-step>
  <family id="alliance" name="Alliance"/>
  <model id="network" name="Network" family="alliance" lowest-step="g0" highest-step="g1" legal-person="not-needed" nations="england wales">
    <summary>Practices talk.</summary>
    <suits>Those who begin.</suits>
    <does-not-suit>Those who employ.</does-not-suit>
    <source ref="S1"/>
  </model>
  <vehicle id="contract" name="Contract" code="V01" legal-person="no">
    <summary>A promise on paper.</summary>
    <suits>Small tasks.</suits>
    <does-not-suit>Employing staff.</does-not-suit>
    <source ref="S1"/>
  </vehicle>
  <fit model="network" typical="contract"/>
  <source id="S1" title="A book" publisher="A press" year="2015" kind="research" seen="page" tag="uncertain" checked="2026-11-22" review="2027-11-22"/>
  <lesson number="1" id="L1" name="Motives vary"><summary>Ask why.</summary><source ref="S1"/></lesson>
  <unstated id="HC-99"><reason>No question fits.</reason></unstated>
  <inspiration name="A book" source="S1"><text>Most of it.</text></inspiration>

  <rule id="R1" title="Staff" tag="known" lesson="1">
    <when><test question="motive.workforce" at-least="2"/></when>
    <pull on="network contract" strength="+2"/>
    <text>You need staff ({motive.workforce}).</text>
    <reason>Staff are scarce.</reason>
    <source ref="S1"/>
  </rule>
  <rule id="R2" title="Weak finances" tag="proposal" nations="england" from="2019-04-01" until="2030-04-01">
    <when>
      <all>
        <practices how-many="some" question="finances" at-least="weak"/>
        <not><family name="motive" at-least="2" count="1"/></not>
        <any><measure id="relationship.mean" less-than="2.5"/><gates step="g1" passed="no"/></any>
        <at-least n="1"><test question="partner-count" of="lowest" at-most="2"/><checklist id="deal" at-least="1"/></at-least>
      </all>
    </when>
    <pull on="network contract" strength="-1"/>
    <text>Money is short.</text>
    <source ref="S1"/>
  </rule>
  <rule id="R3" title="Shares" tag="verified">
    <when><test question="capital" includes="members"/></when>
    <exclude on="contract"/>
    <require on="network">Ask a solicitor.</require>
    <law>An Act of 2006</law>
    <text>A contract has no shares.</text>
    <source ref="S1"/>
  </rule>

  <readiness family="readiness" relationship-from="2.5" deal-from="1">
    <threshold step="g1" mean="2.3" lowest="2.0"/>
    <gate from="g1" question="readiness.RR01" at-least="3"/>
    <exempt models="network" mean="2" rules="R1"><when><test question="motive.workforce" at-least="3"/></when></exempt>
    <band below="2.3" name="Repair"><text>Mend it.</text></band>
    <band name="Ready"><text>Go on.</text></band>
    <subscale id="trust" letter="T" name="Trust"/>
    <advice question="readiness.RR01" at-most="2">Keep one promise.</advice>
    <quadrant relationship="high" deal="low" title="Trust"><text>Write it down.</text></quadrant>
  </readiness>
  <checklist id="deal" title="The deal">
    <item id="D1" title="Purpose"><when><test question="capital" excludes="grants"/></when><help>Agree it.</help></item>
  </checklist>
  <settings>
    <band id="points-strongly-towards" label="Points strongly towards" from="8"/>
    <band id="points-towards" label="Points towards" from="3"/>
    <band id="possible" label="Possible" from="-2"/>
    <band id="points-away" label="Points away" from="-1000"/>
    <not-yet label="Not yet"/>
    <ruled-out label="Ruled out"/>
    <tie points="2"/>
    <fit-points typical="2" compatible="0" weak="-2" impossible="-4"/>
    <not-considered>The people.</not-considered>
    <disclaimer>No legal advice.</disclaimer>
  </settings>
</rulebase>
)";
}

std::string replaced(const std::string& text, const std::string& from, const std::string& to)
{
    const std::size_t at = text.find(from);
    if (at == std::string::npos)
        throw std::logic_error("The small rule base has no '" + from + "'");
    return text.substr(0, at) + to + text.substr(at + from.size());
}

int line_of(const std::string& text, const std::string& part)
{
    const std::size_t at = text.find(part);
    if (at == std::string::npos)
        throw std::logic_error("The small rule base has no '" + part + "'");
    return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

rulebase::LoadedRuleBase load_text(const std::string& xml)
{
    return rulebase::load({{"test.xml", xml}});
}

std::string codes(const rulebase::LoadedRuleBase& loaded)
{
    std::string list;
    for (const foundation::Diagnostic& fault : loaded.diagnostics)
        list += (list.empty() ? "" : " ") + fault.code + ":" + std::to_string(fault.place.line);
    return list;
}

} // namespace fedadvise::test
