#include "alignment/groups.h"

#include "report/alignment_words.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

using namespace fedadvise;
using namespace fedadvise::test;
using alignment::Alignment;
using alignment::Coalition;
using alignment::Members;
using alignment::Roundtable;

namespace
{

std::size_t unlawful(const engine::Assessment& assessment)
{
    std::size_t count = 0;
    for (std::size_t r = 0; r < shipped().rules().rules.size(); ++r)
        for (const rulebase::Effect& effect : shipped().rules().rules[r].effects)
            count += effect.kind == rulebase::EffectKind::Forbid && assessment.rule_truths[r] == engine::Truth::True ? 1U : 0U;
    return count;
}

/// What members would agree on, by whole assessments alone.
std::set<std::string> agreed(const Roundtable& table, const Alignment& all, const Members& members, std::size_t unlawful_in_group)
{
    const engine::Assessment group = shipped().assess(table.case_of(members), today);
    std::set<std::string> models;
    if (unlawful(group) > unlawful_in_group)
        return models;
    for (const rulebase::OptionId& option : group.leading_models)
    {
        bool accepted = true;
        for (const std::size_t member : members)
        {
            if (!all.fit.practices[member].has_spoken)
                continue;
            const engine::Assessment seen = shipped().assess(table.case_as_seen_by(members, member), today);
            const engine::OptionResult& result = result_of(seen, option.value);
            accepted = accepted && is_available(result) && result.score.now > -2;
        }
        if (accepted)
            models.insert(option.value);
    }
    return models;
}

std::set<std::string> ids(const std::vector<std::size_t>& models)
{
    std::set<std::string> ids;
    for (const std::size_t m : models)
        ids.insert(shipped().rules().models[m].id.value);
    return ids;
}

bool goes_further(const Roundtable& table, const Alignment& all, const std::set<std::string>& models)
{
    for (std::size_t m = 0; m < shipped().rules().models.size(); ++m)
    {
        if (!models.contains(shipped().rules().models[m].id.value))
            continue;
        if (!all.fit.ground_step || alignment::step_of(table, m) > *all.fit.ground_step)
            return true;
        for (const alignment::Veto& veto : all.fit.vetoes)
            if (veto.hidden && veto.model == m)
                return true;
    }
    return false;
}

/// The size of the largest coalitions that get further, and all of them.
std::set<Members> by_brute_force(const Roundtable& table, const Alignment& all)
{
    const std::size_t in_group = unlawful(shipped().assess(table.group(), today));
    for (std::size_t size = table.size() - 1; size >= 2; --size)
    {
        std::set<Members> found;
        for (std::size_t bits = 0; bits < (std::size_t{1} << table.size()); ++bits)
        {
            Members members;
            for (std::size_t p = 0; p < table.size(); ++p)
                if ((bits >> p & 1U) != 0)
                    members.push_back(p);
            if (members.size() == size && goes_further(table, all, agreed(table, all, members, in_group)))
                found.insert(members);
        }
        if (!found.empty())
            return found;
    }
    return {};
}

/// Nothing that is put forward breaks what the law, or what is missing, says of those who would do it.
void is_lawful(const Roundtable& table, const Coalition& coalition)
{
    const engine::Assessment assessment = shipped().assess(table.case_of(coalition.members), today);
    for (const std::size_t m : coalition.models)
    {
        const engine::OptionResult& result = result_of(assessment, shipped().rules().models[m].id.value);
        CHECK(is_available(result));
        CHECK(result.ruled_out_by.empty());
        CHECK(result.not_yet.empty());
    }
    CHECK(unlawful(assessment) <= unlawful(shipped().assess(table.group(), today)));
}

void compare(const casefile::Case& group, std::size_t& shown)
{
    const Roundtable table(shipped(), group, today);
    if (table.size() < 3)
        return;
    const Alignment all = alignment::align(table);
    for (const Coalition& coalition : all.coalitions.larger)
    {
        is_lawful(table, coalition);
        CHECK(ids(coalition.models) == agreed(table, all, coalition.members, unlawful(shipped().assess(table.group(), today))));
    }
    for (const Coalition& camp : all.coalitions.camps)
        is_lawful(table, camp);
    for (const std::size_t m : all.advised)
        CHECK(is_available(result_of(shipped().assess(table.group(), today), shipped().rules().models[m].id.value)));
    if (!all.coalitions.worth_showing)
    {
        CHECK(all.coalitions.larger.empty());
        return;
    }
    const std::set<Members> expected = by_brute_force(table, all);
    CHECK(all.coalitions.larger.size() + all.coalitions.more == expected.size());
    for (const Coalition& coalition : all.coalitions.larger)
        CHECK(expected.contains(coalition.members));
    shown += expected.empty() ? 0U : 1U;
}

} // namespace

TEST_SUITE("coalitions")
{
TEST_CASE("the largest coalitions that get further are those that whole assessments find, and all are lawful")
{
    std::size_t shown = 0;
    Random random(5);
    std::vector<std::vector<Said>> groups = {{merging(), merging(), keeping()},
                                             {merging(), keeping(), merging(), keeping()},
                                             {winning(), learning(), keeping()},
                                             {merging(), winning(), learning(), keeping()}};
    for (int i = 0; i < 3; ++i)
        groups.push_back({a_little_different(merging(), random), a_little_different(keeping(), random), a_little_different(merging(), random)});
    for (const std::vector<Said>& group : groups)
        compare(group_of(group), shown);
    CHECK(shown > 2); // the comparison saw coalitions
    for (int i = 0; i < 12; ++i)
    {
        Habits habits;
        habits.most_practices = 4;
        compare(random_case(shipped().rules(), random, habits), shown);
    }
}

TEST_CASE("the practice that stops the vote is left out, and keeps a lighter link")
{
    std::vector<Said> practices(5, merging());
    practices[2] = keeping();
    const report::AlignmentAdvice advice = report::align_in_words(shipped(), group_of(practices), today);
    REQUIRE(advice.coalitions.size() == 1);
    CHECK(advice.coalitions[0].outside == std::vector<std::string>{"C"});
    CHECK(advice.coalitions[0].sentence.starts_with("Without C, the other 4 could go for “Partnership merger”"));
    CHECK(advice.coalitions[0].sentence.find("C could keep a lighter link with all through") != std::string::npos);
}

TEST_CASE("groups of more than twelve are looked at where it helps")
{
    std::vector<Said> practices(14, merging());
    for (const std::size_t p : {std::size_t{3}, std::size_t{8}, std::size_t{12}})
        practices[p] = keeping();
    const Roundtable table(shipped(), group_of(practices), today);
    const Alignment all = alignment::align(table);
    CHECK(all.coalitions.looked_at == alignment::LookedAt::Useful);
    REQUIRE_FALSE(all.coalitions.larger.empty());
    for (const Coalition& coalition : all.coalitions.larger)
        is_lawful(table, coalition);
}

TEST_CASE("two practices have no smaller coalition")
{
    const Roundtable table(shipped(), group_of({merging(), keeping()}), today);
    CHECK(alignment::align(table).coalitions.looked_at == alignment::LookedAt::Nothing);
    CHECK(alignment::align(table).coalitions.larger.empty());
}
}
