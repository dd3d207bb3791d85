#include "small_interview.h"

#include "foundation/utf8.h"
#include "rulebase/loading.h"

#include <stdexcept>
#include <system_error>

namespace fedadvise::wizard::tests
{

namespace
{

const char* const frame_xml = R"(<?xml version="1.0" encoding="UTF-8"?>
<rulebase id="small" version="1.0.0" as-at="2026-11-22">
  <settings>
    <band id="points-strongly-towards" label="Points strongly towards" from="6"/>
    <band id="points-towards" label="Points towards" from="2"/>
    <band id="possible" label="Possible" from="-1"/>
    <band id="points-away" label="Points away" from="-1000"/>
    <not-yet label="Not yet"/>
    <ruled-out label="Ruled out"/>
    <tie points="0"/>
    <fit-points typical="2" compatible="0" weak="-2" impossible="-4"/>
    <not-considered>Tax.</not-considered>
    <disclaimer>This is a brief.</disclaimer>
  </settings>
  <source id="S01" title="A book" publisher="A press" year="2015" kind="research" seen="page" tag="verified" checked="2026-11-22" review="2027-11-22"/>
  <readiness family="readiness" relationship-from="3.3" deal-from="1">
    <threshold step="g1" mean="2.0" lowest="1.0"/>
    <band below="3.3" name="Mend first"><text>Mend things first.</text></band>
    <band name="Ready"><text>You are ready.</text></band>
    <subscale id="trust" letter="T" name="Trust"/>
  </readiness>
  <checklist id="deal" title="The deal"><item id="D1" title="Nation agreed"><when><test question="jurisdiction" is="england"/></when></item></checklist>
  <gradient-step id="g0" name="Separate" trust="none" autonomy="full"><text>Nothing is shared.</text></gradient-step>
  <gradient-step id="g1" name="Together" trust="some" autonomy="some"><text>Much is shared.</text></gradient-step>
  <family id="f" name="A family"/>
  <model id="apart" name="Apart" family="f" lowest-step="g0" highest-step="g0" autonomy="5" legal-person="not-needed">
    <summary>Stay apart.</summary><suits>Some.</suits><does-not-suit>Others.</does-not-suit><source ref="S01"/>
  </model>
  <model id="together" name="Together" family="f" lowest-step="g1" highest-step="g1" autonomy="2" legal-person="needed">
    <summary>Join up.</summary><suits>Some.</suits><does-not-suit>Others.</does-not-suit><source ref="S01"/>
  </model>
  <vehicle id="company" name="Company" code="V1" legal-person="yes" law="An Act" register="A register">
    <summary>A company.</summary><suits>Some.</suits><does-not-suit>Others.</does-not-suit><source ref="S01"/>
  </vehicle>
  <vehicle id="llp" name="LLP" code="V2" legal-person="yes" law="An Act" register="A register">
    <summary>A partnership.</summary><suits>Some.</suits><does-not-suit>Others.</does-not-suit><source ref="S01"/>
  </vehicle>
  <fit model="apart" compatible="company llp"/>
  <fit model="together" typical="company" compatible="llp"/>
</rulebase>
)";

const char* const questions_xml = R"(<?xml version="1.0" encoding="UTF-8"?>
<rulebase>
  <scale id="importance"><point value="0" label="Not a reason"/><point value="1" label="Minor"/><point value="2" label="Important"/><point value="3" label="Decisive"/></scale>
  <scale id="agreement"><point value="1" label="No"/><point value="2" label="Rather not"/><point value="3" label="Middling"/><point value="4" label="Rather"/><point value="5" label="Yes"/></scale>
  <section id="practice" page="practices" title="About each practice"><help>Facts.</help></section>
  <section id="group" page="practices" title="About the group"><help>Facts.</help></section>
  <section id="reasons" page="motivations" title="Why?"><help>Reasons.</help></section>
  <section id="aims" page="purposes" title="What for?"><help>Aims.</help></section>
  <section id="needs" page="requirements" title="What must hold?"><help>Needs.</help></section>
  <section id="trust" page="relationships" title="How are things?"><help>Trust.</help></section>
  <question id="list-size" section="practice" scope="practice" kind="number" minimum="0" unit="patients" aggregate="sum" nature="circumstance" short="Registered patients">
    <prompt>How many patients?</prompt><why>Size matters.</why></question>
  <question id="contract-type" section="practice" scope="practice" kind="choice" aggregate="commonest" nature="circumstance" short="Core contract">
    <prompt>Which contract?</prompt><why>Contracts matter.</why><option value="gms" label="GMS"/><option value="pms" label="PMS"/></question>
  <question id="jurisdiction" section="group" scope="group" kind="choice" aggregate="none" nature="circumstance" short="Nation">
    <prompt>Which nation?</prompt><why>Law differs.</why><option value="england" label="England"/><option value="scotland" label="Scotland"/></question>
  <question id="practice-count" section="group" scope="group" kind="number" minimum="1" unit="practices" derived="count-of-practices" aggregate="none" nature="circumstance" short="Number of practices">
    <prompt>How many practices?</prompt><why>Numbers matter.</why></question>
  <question id="total-list" section="group" scope="group" kind="number" minimum="0" unit="patients" derived="sum-of:list-size" aggregate="none" nature="circumstance" short="Total patients">
    <prompt>How many patients in all?</prompt><why>Size matters.</why></question>
  <question id="pcn-optout" section="group" scope="group" kind="choice" aggregate="none" nature="circumstance" short="Outside the scheme">
    <prompt>Is one outside?</prompt><why>It matters in England.</why><ask-when><test question="jurisdiction" is="england"/></ask-when>
    <option value="yes" label="Yes"/><option value="no" label="No"/></question>
  <question id="motive.staff" section="reasons" family="motive" scope="practice-or-group" kind="scale" scale="importance" aggregate="median" nature="preference" short="Staff">
    <prompt>Is it staff?</prompt><why>Staff matter.</why></question>
  <question id="purpose.care" section="aims" family="purpose" scope="practice-or-group" kind="scale" scale="importance" aggregate="median" nature="preference" short="New care">
    <prompt>Is it care?</prompt><why>Care matters.</why></question>
  <question id="owners" section="needs" scope="group" kind="choices" aggregate="none" nature="preference" short="Owners">
    <prompt>Who owns it?</prompt><why>Owners matter.</why><option value="none" label="Nobody"/><option value="practices" label="Practices"/><option value="staff" label="Staff"/></question>
  <question id="months" section="needs" scope="group" kind="number" minimum="0" maximum="60" unit="months" aggregate="none" nature="plan" short="Months">
    <prompt>How many months?</prompt><why>Time matters.</why></question>
  <question id="name-idea" section="needs" scope="group" kind="text" aggregate="none" nature="preference" short="Name">
    <prompt>What name?</prompt><why>Names matter.</why></question>
  <question id="as-at" section="needs" scope="group" kind="date" aggregate="none" nature="circumstance" short="Law as at">
    <prompt>Law of which day?</prompt><why>Laws change.</why></question>
  <question id="readiness.R1" section="trust" family="readiness" group="T" scope="respondent" kind="scale" scale="agreement" aggregate="mean" nature="plan" short="Trust">
    <prompt>Do you trust each other?</prompt><why>Trust matters.</why></question>
</rulebase>
)";

const char* const rules_xml = R"(<?xml version="1.0" encoding="UTF-8"?>
<rulebase>
  <rule id="R1" title="Staff need an employer" tag="known"><when><test question="motive.staff" at-least="2"/></when>
    <pull on="together" strength="+3"/><pull on="apart" strength="-2"/><pull on="company" strength="+2"/><text>Staff need one employer.</text><source ref="S01"/></rule>
  <rule id="R2" title="Nobody wants to move" tag="known"><when><test question="motive.staff" at-most="1"/></when>
    <pull on="apart" strength="+2"/><pull on="together" strength="-2"/><text>There is no need to move.</text><source ref="S01"/></rule>
  <rule id="R3" title="An LLP may not hold a contract" tag="verified"><when><test question="jurisdiction" is="england"/></when>
    <exclude on="llp"/><law>An Act.</law><text>In England an LLP may not hold a core contract.</text><source ref="S01"/></rule>
  <rule id="R4" title="Too little time" tag="known"><when><test question="months" less-than="3"/></when>
    <not-yet on="together">Find at least three months.</not-yet><text>There is too little time to join up.</text><source ref="S01"/></rule>
  <rule id="R5" title="Scots know the LLP" tag="known"><when><test question="jurisdiction" is="scotland"/></when>
    <pull on="llp" strength="+1"/><text>It is known there.</text><source ref="S01"/></rule>
  <rule id="R6" title="Small groups" tag="known"><when><test question="total-list" less-than="1000"/></when>
    <pull on="company llp" strength="-1"/><text>It is too small.</text><source ref="S01"/></rule>
</rulebase>
)";

} // namespace

std::shared_ptr<const rulebase::RuleBase> small_rules()
{
    static const auto loaded = rulebase::load({{"frame.xml", frame_xml}, {"questions.xml", questions_xml}, {"rules.xml", rules_xml}});
    if (!loaded.rules)
        throw std::logic_error(foundation::diagnostic_text(loaded.diagnostics.front()));
    return loaded.rules;
}

std::shared_ptr<const rulebase::RuleBase> shipped_rules()
{
    static const auto loaded = rulebase::load_folder(foundation::path_from_utf8(FEDADVISE_RULES_DIR));
    if (!loaded.rules)
        throw std::logic_error(foundation::diagnostic_text(loaded.diagnostics.front()));
    return loaded.rules;
}

Conversation begin(const std::shared_ptr<const rulebase::RuleBase>& rules)
{
    return Conversation(engine::Engine(rules), {2026, 11, 23});
}

Conversation small_interview()
{
    return begin(small_rules());
}

QuestionScreen on_page(const Conversation& conversation, const std::string& question)
{
    for (const SectionScreen& section : conversation.page().sections)
        for (const QuestionScreen& screen : section.questions)
            if (screen.id == question)
                return screen;
    return {};
}

QuestionScreen in_form(const Conversation& conversation, const std::string& practice, const std::string& question)
{
    for (const QuestionScreen& screen : conversation.practice_form(practice).questions.questions)
        if (screen.id == question)
            return screen;
    return {};
}

Step step_named(const Conversation& conversation, const std::string& step)
{
    for (Step& each : conversation.steps())
        if (each.id == step)
            return each;
    return {};
}

CheckLine check_line_of(const Conversation& conversation, const std::string& question, const std::string& practice)
{
    for (CheckLine& line : conversation.check_lines())
        if (line.question == question && line.practice == practice)
            return line;
    return {};
}

TemporaryFolder::TemporaryFolder(const std::string& name)
    : m_path(std::filesystem::temp_directory_path() / foundation::path_from_utf8("fedadvise wizard tests Žižka 医院 " + name))
{
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
    std::filesystem::create_directories(m_path);
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

} // namespace fedadvise::wizard::tests
