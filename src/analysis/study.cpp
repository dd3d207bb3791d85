#include "analysis/study.h"

#include "analysis/random_profile.h"

namespace fedadvise::analysis
{

namespace
{

constexpr std::uint64_t seed = 2026;

} // namespace

Study::Study(std::shared_ptr<const rulebase::RuleBase> rules, std::size_t random_cases)
    : m_engine(rules), m_program(engine::compile(*rules)), m_prover(std::make_unique<Prover>(*rules, m_program))
{
    const ProfileMaker profiles(m_engine);
    for (std::size_t number = 0; number < random_cases; ++number)
    {
        Example example{profiles.make(seed, number), rules->as_at};
        example.group.as_at = example.as_at;
        (void)keep(std::move(example));
    }
}

const Witness& Study::keep(Example example)
{
    m_witnesses.push_back(std::make_unique<Witness>(judge(std::move(example))));
    return *m_witnesses.back();
}

Witness Study::judge(Example example) const
{
    const rulebase::RuleBase& base = rules();
    const engine::Heard heard = engine::hear(base, example.group);
    auto nodes = engine::evaluate(
        m_program, engine::gather_facts(m_program, base, example.group, heard, engine::read_relationship(base, heard)));
    engine::Assessment assessment = m_engine.assess(example.group, example.as_at);
    return {std::move(example), std::move(assessment), std::move(nodes)};
}

Answer Study::find(const Claim& claim, const std::function<Formula(Prover&)>& formula)
{
    for (const auto& witness : m_witnesses)
        if (claim(*witness))
            return {Finding::Verdict::Possible, witness.get()};
    if (is_stopped())
        return {};
    Finding finding = m_prover->find(formula(*m_prover));
    if (finding.verdict != Finding::Verdict::Possible)
        return {finding.verdict, nullptr};
    const Witness& witness = keep(std::move(*finding.example));
    if (!claim(witness))
        return {};
    return {Finding::Verdict::Possible, &witness};
}

casefile::Case Study::telling_part(const Example& example, const Claim& claim) const
{
    casefile::Case part = example.group;
    const auto still = [&] { return claim(judge({part, example.as_at})); };
    if (!still())
        return part;
    for (std::size_t p = part.practices.size(); p-- > 0;)
    {
        const casefile::Case before = part;
        part.practices.erase(part.practices.begin() + static_cast<std::ptrdiff_t>(p));
        if (!still())
            part = before;
    }
    std::vector<casefile::Answers*> all = {&part.answers};
    for (casefile::Practice& practice : part.practices)
        all.push_back(&practice.answers);
    for (casefile::Answers* answers : all)
        for (auto answer = answers->begin(); answer != answers->end();)
        {
            auto taken = answers->extract(answer++);
            if (!still())
                answers->insert(std::move(taken));
        }
    return part;
}

} // namespace fedadvise::analysis
