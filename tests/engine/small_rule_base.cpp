#include "engine/small_rule_base.h"

#include "rulebase/loading.h"

#include <algorithm>
#include <stdexcept>

namespace fedadvise::test
{

namespace
{

const std::string questions = R"(
  <scale id="importance">
    <point value="0" label="None"/><point value="1" label="Minor"/><point value="2" label="Important"/><point value="3" label="Decisive"/>
  </scale>
  <scale id="agreement">
    <point value="1" label="No"/><point value="2" label="Hardly"/><point value="3" label="Partly"/><point value="4" label="Mostly"/><point value="5" label="Yes"/>
  </scale>
  <section id="all" page="practices" title="All"/>
  <question id="jurisdiction" section="all" scope="group" kind="choice" aggregate="none" nature="circumstance" short="Nation">
    <prompt>Where?</prompt><why>Law.</why>
    <option value="england" label="England"/><option value="wales" label="Wales"/><option value="scotland" label="Scotland"/>
  </question>
  <question id="motive.staff" section="all" family="motive" scope="practice-or-group" kind="scale" scale="importance" aggregate="median" nature="preference" short="Staff">
    <prompt>Staff?</prompt><why>Aim.</why>
  </question>
  <question id="motive.costs" section="all" family="motive" scope="practice-or-group" kind="scale" scale="importance" aggregate="median" nature="preference" short="Costs">
    <prompt>Costs?</prompt><why>Aim.</why>
  </question>
  <question id="motive.voice" section="all" family="motive" scope="practice-or-group" kind="scale" scale="importance" aggregate="median" nature="preference" short="Voice">
    <prompt>Voice?</prompt><why>Aim.</why>
  </question>
  <question id="purpose.clinic" section="all" family="purpose" flags="K E" scope="practice-or-group" kind="scale" scale="importance" aggregate="median" nature="preference" short="Clinic">
    <prompt>Clinic?</prompt><why>Aim.</why>
  </question>
  <question id="purpose.office" section="all" family="purpose" flags="E" scope="practice-or-group" kind="scale" scale="importance" aggregate="median" nature="preference" short="Office">
    <prompt>Office?</prompt><why>Aim.</why>
  </question>
  <question id="size" section="all" scope="practice" kind="number" minimum="0" aggregate="sum" nature="circumstance" short="Size">
    <prompt>Size?</prompt><why>Size.</why>
  </question>
  <question id="rooms" section="all" scope="practice" kind="number" minimum="0" aggregate="mean" nature="circumstance" short="Rooms">
    <prompt>Rooms?</prompt><why>Size.</why>
  </question>
  <question id="oldest" section="all" scope="practice" kind="number" minimum="0" aggregate="highest" nature="circumstance" short="Oldest">
    <prompt>Oldest?</prompt><why>Size.</why>
  </question>
  <question id="youngest" section="all" scope="practice" kind="number" minimum="0" aggregate="lowest" nature="circumstance" short="Youngest">
    <prompt>Youngest?</prompt><why>Size.</why>
  </question>
  <question id="finances" section="all" scope="practice" kind="choice" ordered="yes" aggregate="worst" nature="circumstance" short="Finances">
    <prompt>Finances?</prompt><why>Debts.</why>
    <option value="strong" label="Strong"/><option value="adequate" label="Adequate"/><option value="weak" label="Weak"/><option value="not-shown" label="Not shown" neutral="yes"/>
  </question>
  <question id="system" section="all" scope="practice" kind="choice" aggregate="commonest" nature="circumstance" short="System">
    <prompt>System?</prompt><why>Computers.</why>
    <option value="emis" label="EMIS"/><option value="systmone" label="SystmOne"/><option value="other" label="Other"/>
  </question>
  <question id="profit" section="all" scope="practice-or-group" kind="choice" ordered="yes" aggregate="median" nature="preference" short="Profit">
    <prompt>Profit?</prompt><why>Profit.</why>
    <option value="distribute" label="Pay out"/><option value="partly" label="Partly"/><option value="reinvest" label="Reinvest"/>
  </question>
  <question id="network" section="all" scope="practice" kind="text" aggregate="commonest" nature="circumstance" short="Network">
    <prompt>Network?</prompt><why>Places.</why>
  </question>
  <question id="owners" section="all" scope="group" kind="choices" aggregate="none" nature="preference" short="Owners">
    <prompt>Owners?</prompt><why>Law.</why>
    <option value="gps" label="GPs"/><option value="practices" label="Practices"/><option value="investors" label="Investors"/>
  </question>
  <question id="interests" section="all" scope="practice-or-group" kind="choices" aggregate="union" nature="preference" short="Interests">
    <prompt>Interests?</prompt><why>Aims.</why>
    <option value="teaching" label="Teaching"/><option value="research" label="Research"/><option value="none" label="None"/>
  </question>
  <question id="practice-count" section="all" scope="group" kind="number" minimum="1" aggregate="none" derived="count-of-practices" nature="circumstance" short="Practices">
    <prompt>Practices?</prompt><why>Size.</why>
  </question>
  <question id="total-size" section="all" scope="group" kind="number" minimum="0" aggregate="none" derived="sum-of:size" nature="circumstance" short="Total">
    <prompt>Total?</prompt><why>Size.</why>
  </question>
  <question id="current-step" section="all" scope="group" kind="choice" ordered="yes" aggregate="none" nature="circumstance" short="Now">
    <prompt>Now?</prompt><why>Depth.</why>
    <option value="g0" label="Separate"/><option value="g1" label="Talking"/><option value="g2" label="A body"/><option value="g3" label="One"/>
  </question>
  <question id="months" section="all" scope="group" kind="number" minimum="0" aggregate="none" nature="circumstance" short="Months">
    <prompt>Months?</prompt><why>Time.</why>
    <ask-when><test question="motive.staff" at-least="2"/></ask-when>
  </question>
  <question id="lead" section="all" scope="group" kind="choice" aggregate="none" nature="plan" short="Lead">
    <prompt>Lead?</prompt><why>People.</why>
    <option value="yes" label="Yes"/><option value="no" label="No"/>
  </question>
  <question id="readiness.R1" section="all" family="readiness" group="T" scope="respondent" kind="scale" scale="agreement" aggregate="mean" nature="plan" short="Trust">
    <prompt>Trust.</prompt><why>Trust.</why>
  </question>
  <question id="readiness.R2" section="all" family="readiness" group="T" scope="respondent" kind="scale" scale="agreement" aggregate="mean" nature="plan" short="Faith">
    <prompt>Faith.</prompt><why>Trust.</why>
  </question>
  <question id="readiness.R3" section="all" family="readiness" group="D" scope="respondent" kind="scale" scale="agreement" aggregate="mean" nature="plan" short="Goal">
    <prompt>Goal.</prompt><why>Trust.</why>
  </question>
  <question id="readiness.R4" section="all" family="readiness" group="D" scope="respondent" kind="scale" scale="agreement" aggregate="mean" nature="plan" short="Plan">
    <prompt>Plan.</prompt><why>Trust.</why>
  </question>
)";

std::string model(const std::string& id, const std::string& step, const std::string& legal_person)
{
    return "<model id=\"" + id + "\" name=\"" + id + "\" lowest-step=\"" + step + "\" legal-person=\"" + legal_person +
           "\"><summary>It is.</summary><suits>Some.</suits><does-not-suit>Others.</does-not-suit><source ref=\"S1\"/></model>\n";
}

std::string vehicle(const std::string& id, const std::string& legal_person)
{
    return "<vehicle id=\"" + id + "\" name=\"" + id + "\" legal-person=\"" + legal_person +
           "\"><summary>It is.</summary><suits>Some.</suits><does-not-suit>Others.</does-not-suit><source ref=\"S1\"/></vehicle>\n";
}

// alone needs no vehicle; club, firm and union lie one step deeper each.
const std::string options = R"(
  <gradient-step id="g0" name="Separate"><text>Nothing.</text></gradient-step>
  <gradient-step id="g1" name="Talking"><text>News.</text></gradient-step>
  <gradient-step id="g2" name="A body"><text>A body.</text></gradient-step>
  <gradient-step id="g3" name="One"><text>All.</text></gradient-step>
)" + model("alone", "g0", "not-needed") + model("club", "g1", "not-needed") + model("firm", "g2", "needed") + model("union", "g3", "helpful") +
                                vehicle("company", "yes") + vehicle("llp", "yes") + vehicle("pact", "no") + vehicle("society", "yes") + R"(
  <fit model="alone"/>
  <fit model="club" typical="pact" weak="society"/>
  <fit model="firm" typical="company" compatible="society" weak="pact"/>
  <fit model="union" compatible="company"/>
  <fit model="union" nations="scotland" typical="llp"/>
  <source id="S1" title="A book" publisher="A press" year="2015" kind="research" seen="page" tag="verified" checked="2026-11-22" review="2027-11-22"/>
  <lesson number="1" id="L1" name="First"><summary>Ask why.</summary><source ref="S1"/></lesson>
  <lesson number="2" id="L2" name="Second"><summary>Ask what.</summary><source ref="S1"/></lesson>
)";

const std::string readiness = R"(
  <readiness family="readiness" relationship-from="3.3" deal-from="2">
    <threshold step="g1" mean="2" lowest="1.5"/>
    <threshold step="g2" mean="3" lowest="2.5"/>
    <threshold step="g3" mean="4" lowest="3.5"/>
    <gate from="g2" question="readiness.R1" at-least="3"/>
    <exempt models="alone" rules="all"/>
    <exempt models="union" mean="2.5" rules="SURVIVE"><when><test question="motive.staff" at-least="3"/></when></exempt>
    <band below="2.3" name="Repair"><text>Mend.</text></band>
    <band below="3.0" name="Practise"><text>Try.</text></band>
    <band name="Ready"><text>Go.</text></band>
    <subscale id="trust" letter="T" name="Trust"/>
    <subscale id="direction" letter="D" name="Direction"/>
  </readiness>
  <checklist id="deal" title="The deal">
    <item id="D1" title="Lead"><when><test question="lead" is="yes"/></when></item>
    <item id="D2" title="Time"><when><test question="months" at-least="12"/></when></item>
    <item id="D3" title="Aim"><when><test question="profit" is="reinvest partly"/></when></item>
  </checklist>
  <settings>
    <band id="points-strongly-towards" label="Strongly" from="8"/><band id="points-towards" label="Towards" from="3"/>
    <band id="possible" label="Possible" from="-2"/><band id="points-away" label="Away" from="-1000"/>
    <not-yet label="Not yet"/><ruled-out label="Ruled out"/><tie points="2"/>
    <fit-points typical="2" compatible="0" weak="-2" impossible="-4"/>
  </settings>
)";

} // namespace

std::string rule(const std::string& id, const std::string& when, const std::string& effects, const std::string& attributes)
{
    return "<rule id=\"" + id + "\" title=\"" + id + "\" tag=\"known\" " + attributes + ">" + (when.empty() ? "" : "<when>" + when + "</when>") + effects +
           "<law>An Act</law><text>It is so.</text><source ref=\"S1\"/></rule>\n";
}

std::string points(const std::string& option, int sum)
{
    std::string rules;
    for (int number = 0; sum != 0; ++number)
    {
        const int strength = std::clamp(sum, -3, 3);
        rules += rule("P-" + option + std::to_string(number), "", "<pull on=\"" + option + "\" strength=\"" + std::to_string(strength) + "\"/>");
        sum -= strength;
    }
    return rules;
}

engine::Engine small_engine(const std::string& rules)
{
    // A rule named SURVIVE is always there, because an exemption names it; it says nothing unless a test gives it something to say.
    const std::string survive = rules.find("\"SURVIVE\"") == std::string::npos ? rule("SURVIVE", "", "<warn/>") : "";
    const auto loaded = rulebase::load({{"small.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rulebase id=\"small\" version=\"1.0.0\" as-at=\"2026-11-22\">" +
                                                          questions + options + readiness + survive + rules + "</rulebase>"}});
    if (!loaded.rules)
        throw std::logic_error("The small rule base does not load: " + loaded.diagnostics.front().code + " " + loaded.diagnostics.front().message);
    return engine::Engine(loaded.rules);
}

engine::Truth truth_of(const std::string& condition, const Said& group, const std::vector<Said>& practices)
{
    const engine::Engine engine = small_engine(rule("R", condition, "<warn/>"));
    return truth_of_rule(engine, engine.assess(case_of(engine.rules(), group, practices), today), "R");
}

engine::Assessment assess_small(const std::string& rules, const Said& group, const std::vector<Said>& practices)
{
    const engine::Engine engine = small_engine(rules);
    return engine.assess(case_of(engine.rules(), group, practices), today);
}

} // namespace fedadvise::test
