#include "engine/law.h"

namespace fedadvise::test
{

namespace
{

class Law
{
public:
    explicit Law(const Said& said) : m_said(said), m_nation(said.contains("jurisdiction") ? said.at("jurisdiction") : "") {}

    std::set<std::string> vehicles()
    {
        if (is("core-contract-moves", "yes"))
            core_contract();
        if (m_nation == "northern-ireland")
            out("cio"); // not commenced there
        profit_and_locks();
        bodies_without_a_person();
        pensions_votes_and_shares();
        if (is("essential-services-subcontract", "yes") && is("goodwill-payment", "yes") && (m_nation == "england" || m_nation == "scotland"))
            out("company-shares company-guarantee cic-shares cic-guarantee charitable-company cio cooperative-society community-benefit-society plc");
        return m_out;
    }

private:
    [[nodiscard]] bool is(const std::string& question, const std::string& options) const
    {
        const auto found = m_said.find(question);
        if (found == m_said.end())
            return false;
        const auto named = words(options);
        for (const std::string& answer : words(found->second))
            if (named.contains(answer))
                return true;
        return false;
    }
    void out(const std::string& vehicles)
    {
        for (const std::string& vehicle : words(vehicles))
            m_out.insert(vehicle);
    }

    /// Who may hold GMS, PMS or section 17C.
    void core_contract()
    {
        out("contract unincorporated-association");
        const bool outsiders = is("owners", "companies trusts-or-charities patients investors");
        if (m_nation == "england" || m_nation == "wales")
        {
            out("llp company-guarantee cic-guarantee charitable-company cio cooperative-society community-benefit-society");
            if (outsiders)
                out("company-shares cic-shares plc");
            if (is("owners", "companies patients investors") || (m_nation == "wales" && outsiders))
                out("partnership"); // an NHS trust may join a PMS agreement in England only
        }
        if (m_nation == "scotland")
        {
            out("cio cooperative-society community-benefit-society");
            if (outsiders || is("owners", "practices"))
                out("llp company-shares company-guarantee cic-shares cic-guarantee charitable-company plc");
            if (outsiders)
                out("partnership");
        }
        if (m_nation == "northern-ireland")
        {
            out("llp company-guarantee cic-guarantee charitable-company cio cooperative-society community-benefit-society");
            if (outsiders)
                out("company-shares cic-shares plc partnership"); // a partnership of individuals, article 57B
        }
    }
    void profit_and_locks()
    {
        if (is("profit-aim", "distribute"))
            out("cic-shares cic-guarantee charitable-company cio community-benefit-society");
        if (is("profit-aim", "reinvest"))
            out("llp");
        if (is("asset-lock", "unacceptable"))
            out("cic-shares cic-guarantee charitable-company cio");
        if (is("charitable-purposes", "no"))
            out("charitable-company cio");
    }
    void bodies_without_a_person()
    {
        if (is("holds-other-contract", "yes") || is("employs", "new transfer both") || (is("regulated-activities", "yes") && m_nation == "england"))
            out("unincorporated-association");
    }
    void pensions_votes_and_shares()
    {
        if (is("gp-pension", "essential") && (m_nation == "england" || m_nation == "wales"))
            out("llp company-guarantee cic-guarantee charitable-company cio cooperative-society community-benefit-society");
        if (is("voting", "by-list by-investment") && !m_nation.empty() && m_nation != "northern-ireland")
            out("cooperative-society");
        if (is("capital", "community-shares"))
            out("company-guarantee cic-guarantee charitable-company cio llp");
    }

    const Said& m_said;
    std::string m_nation;
    std::set<std::string> m_out;
};

} // namespace

std::set<std::string> ruled_out_by_law(const Said& said)
{
    return Law(said).vehicles();
}

} // namespace fedadvise::test
